//! Merging copies of values: of the two stores, and of other tabs.

use super::{DraftStore, Saved};
use crate::browser::durable::Durable;
use crate::browser::page;
use crate::browser::storage::{self, StorageError};
use crate::domain::journal::Event;
use crate::domain::merge::{OURS, is_better, is_later};
use crate::domain::pairs::Pairs;
use leptos::prelude::*;

impl DraftStore {
    /// Writes the better copy of each value to the store that lacks it.
    pub(super) async fn sync_stores(self, durable: &Durable) -> Result<(), StorageError> {
        let mut theirs = Pairs::default();
        for (key, text) in durable.read(OURS).await? {
            theirs.set(&key, text);
        }
        // What was removed here while IndexedDB was being read must not be brought back.
        let pending: Vec<String> = self.journal.with_value(|j| j.pending().map(str::to_string).collect());
        theirs.retain(|key, _| !pending.iter().any(|p| p == key));
        for key in self.keys("") {
            let text = self.text(&key).unwrap_or_default();
            let known = theirs.get(&key);
            // If neither copy is better, both are kept as they are: a newer version's, or two damaged ones.
            let fills = known.is_none_or(|known| is_better(&key, known, &text));
            if fills && !pending.contains(&key) && !self.stays_here(&key) {
                self.dispatch(Event::Written { key, text: Some(text) });
            }
        }
        for (key, text) in theirs.iter() {
            if self.merge_incoming(key, text, is_better) {
                // IndexedDB has it, so a failure here loses nothing.
                let _ = storage::set(key, text);
            }
        }
        Ok(())
    }

    /// Caches a value from elsewhere if it wins over the one here. Returns whether it does.
    fn merge_incoming(&self, key: &str, text: &str, wins: fn(&str, &str, &str) -> bool) -> bool {
        if self.text(key).is_some_and(|own| own == text || !wins(key, &own, text)) {
            return false;
        }
        self.cache(key, Some(text.to_string()));
        self.notify(Some(key), Some(text));
        true
    }

    /// Handles a storage event: another tab has stored or removed a value.
    pub(super) fn on_storage_event(&self, key: Option<String>) {
        let Some(key) = key else {
            self.values.set_value(Pairs::default());
            return self.notify(None, None);
        };
        if !key.starts_with(OURS) {
            return;
        }
        match storage::get(&key) {
            Ok(Some(text)) if self.merge_incoming(&key, &text, is_later) => {}
            // A tab that had not seen our value has overwritten it with an older one: store ours again.
            Ok(Some(text)) => {
                if let Some(own) = self.text(&key).filter(|own| is_better(&key, &text, own) && !self.stays_here(&key)) {
                    let _ = storage::set(&key, &own);
                    self.notify(Some(&key), Some(&text));
                }
            }
            Ok(None) => {
                self.cache(&key, None);
                self.notify(Some(&key), None);
            }
            Err(_) => {}
        }
    }

    /// The page was restored from the back-forward cache, where it received no storage events: it is reloaded if its
    /// state may be stale, and on a shared computer, where nothing may be left.
    pub(super) fn on_bfcache_restore(&self) {
        let shared = self.shared.get_untracked();
        let stored = self.journal.with_value(|j| j.is_stored());
        let Ok(mut keys) = storage::keys(OURS) else { return };
        keys.extend(self.keys(OURS));
        let behind = || keys.iter().any(|key| storage::get(key).ok().flatten() != self.text(key));
        if shared || stored && behind() {
            self.saved.set(Saved::Nothing);
            page::reload();
        }
    }

    fn notify(&self, key: Option<&str>, text: Option<&str>) {
        self.on_incoming.with_value(|on_incoming| {
            if let Some(on_incoming) = on_incoming {
                on_incoming(key, text);
            }
        });
        self.changes.notify();
    }
}
