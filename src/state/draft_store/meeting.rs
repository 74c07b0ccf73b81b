//! Where copies meet: of the two stores, and of the tabs.

use super::{DraftStore, Saved};
use crate::browser::durable::Durable;
use crate::browser::page;
use crate::browser::storage::{self, StorageError};
use crate::domain::journal::Event;
use crate::domain::merge::{OURS, is_better, is_later};
use crate::domain::pairs::Pairs;
use leptos::prelude::*;

impl DraftStore {
    /// Brings both stores to the better of their copies.
    pub(super) async fn meet(self, durable: &Durable) -> Result<(), StorageError> {
        let mut theirs = Pairs::default();
        for (key, text) in durable.read(OURS).await? {
            theirs.set(&key, text);
        }
        // What has been removed here while it was being read is not brought back.
        let pending: Vec<String> = self.journal.with_value(|j| j.pending().map(str::to_string).collect());
        theirs.retain(|key, _| !pending.iter().any(|p| p == key));
        for key in self.keys("") {
            let text = self.text(&key).unwrap_or_default();
            let known = theirs.get(&key);
            // What neither is better than the other is left as it is: a newer version's, or two damaged ones.
            let fills = known.is_none_or(|known| is_better(&key, known, &text));
            if fills && !pending.contains(&key) && !self.stays_here(&key) {
                self.happen(Event::Written { key, text: Some(text) });
            }
        }
        for (key, text) in theirs.iter() {
            if self.bring(key, text, is_better) {
                // The sure store has it, so a failure here loses nothing.
                let _ = storage::set(key, text);
            }
        }
        Ok(())
    }

    /// Takes in a value from elsewhere, if it wins over the one here. Returns whether it does.
    fn bring(&self, key: &str, text: &str, wins: fn(&str, &str, &str) -> bool) -> bool {
        if self.text(key).is_some_and(|own| own == text || !wins(key, &own, text)) {
            return false;
        }
        self.keep(key, Some(text.to_string()));
        self.tell_of(Some(key), Some(text));
        true
    }

    /// Another tab has stored or removed something.
    pub(super) fn elsewhere(&self, key: Option<String>) {
        let Some(key) = key else {
            self.values.set_value(Pairs::default());
            return self.tell_of(None, None);
        };
        if !key.starts_with(OURS) {
            return;
        }
        match storage::get(&key) {
            Ok(Some(text)) if self.bring(&key, &text, is_later) => {}
            // A tab that is behind has put an older one over ours.
            Ok(Some(text)) => {
                if let Some(own) = self.text(&key).filter(|own| is_better(&key, &text, own) && !self.stays_here(&key)) {
                    let _ = storage::set(&key, &own);
                    self.tell_of(Some(&key), Some(&text));
                }
            }
            Ok(None) => {
                self.keep(&key, None);
                self.tell_of(Some(&key), None);
            }
            Err(_) => {}
        }
    }

    /// The page is back from where the browser kept it whole, deaf to the other tabs: if it may be behind it is loaded
    /// anew, as it is on a shared computer, where what was left is to be gone.
    pub(super) fn wake(&self) {
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

    fn tell_of(&self, key: Option<&str>, text: Option<&str>) {
        self.hear.with_value(|hear| {
            if let Some(hear) = hear {
                hear(key, text);
            }
        });
        self.changes.try_update(|n| *n += 1);
    }
}
