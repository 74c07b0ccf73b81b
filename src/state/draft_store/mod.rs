//! An in-memory cache of every stored value, and writing through to localStorage and IndexedDB.
//!
//! Reading is from memory, filled from localStorage before the first page is rendered and from IndexedDB a moment later;
//! what one store lacks, or has older or damaged, it gets from the other. Writing goes through `domain::journal`, the state
//! machine that says what is safe.

mod drafts;
mod merging;
mod storing;

pub use drafts::{draft_prefix, new_draft_id, record_key};

use crate::browser::durable::Durable;
use crate::browser::storage::{self, StorageError};
use crate::browser::{listen, quota};
use crate::domain::journal::{Event, Journal};
use crate::domain::merge::{OURS, QUARANTINE, is_damaged, is_known};
use crate::domain::pairs::Pairs;
use futures::channel::oneshot;
use leptos::prelude::*;

/// Whether all is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Nothing has been written yet.
    Nothing,
    /// A write is pending.
    Underway,
    /// Everything is on the disk, since this time in milliseconds since 1970.
    At(u64),
    /// Everything is in localStorage, which may not be on the disk yet; IndexedDB has not confirmed it.
    Quick,
    /// Something could not be stored.
    Failed(StorageError),
    /// It is kept in this tab only: a shared computer.
    Shared,
}

/// Called with a value from another tab or from IndexedDB: its key and text, `None` if it was removed. No key if all
/// were.
type OnIncoming = Box<dyn Fn(Option<&str>, Option<&str>)>;

/// Every stored value, from context.
#[derive(Clone, Copy)]
pub struct DraftStore {
    values: StoredValue<Pairs<String>>,
    journal: StoredValue<Journal>,
    durable: StoredValue<Option<Durable>, LocalStorage>,
    on_incoming: StoredValue<Option<OnIncoming>, LocalStorage>,
    /// The keys of values that are kept in memory only, because this is a shared computer.
    only_here: StoredValue<Pairs<()>>,
    /// The futures that wait for the status to change, see [`settled`](Self::settled).
    waiting: StoredValue<Vec<oneshot::Sender<()>>, LocalStorage>,
    /// Whether anything was written here since the page was loaded.
    wrote: StoredValue<bool>,
    /// Whether all is stored.
    pub saved: RwSignal<Saved>,
    /// Whether this is a shared computer: then what is written stays in memory, and is gone with the tab.
    pub shared: RwSignal<bool>,
    /// Whether both stores have been read.
    pub read: RwSignal<bool>,
    /// Notified of values that came from elsewhere, and of removals: for lists of values.
    pub changes: Trigger,
}

impl DraftStore {
    /// Reads localStorage and opens IndexedDB. Call once, in the root component.
    pub fn filled() -> DraftStore {
        let mut values = Pairs::default();
        for key in storage::keys(OURS).unwrap_or_default() {
            if let Ok(Some(text)) = storage::get(&key) {
                values.set(&key, text);
            }
        }
        let store = DraftStore {
            values: StoredValue::new(values),
            journal: StoredValue::new(Journal::default()),
            durable: StoredValue::new_local(None),
            on_incoming: StoredValue::new_local(None),
            only_here: StoredValue::new(Pairs::default()),
            waiting: StoredValue::new_local(Vec::new()),
            wrote: StoredValue::new(false),
            saved: RwSignal::new(Saved::Nothing),
            shared: RwSignal::new(false),
            read: RwSignal::new(false),
            changes: Trigger::new(),
        };
        if !cfg!(feature = "ssr") {
            listen::on_storage(move |key| store.on_storage_event(key));
            listen::on_restored(move || store.on_bfcache_restore());
            listen::on_leaving(move || {
                store.saved.get_untracked() == Saved::Shared || store.journal.with_value(|j| !j.may_be_left())
            });
            store.dispatch(Event::Again);
        }
        store
    }

    /// The app's instance, from context.
    pub fn get() -> DraftStore {
        expect_context::<DraftStore>()
    }

    /// Calls `act` with every value that comes from another tab or from IndexedDB.
    pub fn listen(&self, act: impl Fn(Option<&str>, Option<&str>) + 'static) {
        self.on_incoming.set_value(Some(Box::new(act)));
    }

    /// The text under a key.
    pub fn text(&self, key: &str) -> Option<String> {
        self.values.with_value(|values| values.get(key).cloned())
    }

    /// The keys that begin with `prefix`.
    pub fn keys(&self, prefix: &str) -> Vec<String> {
        self.values.with_value(|values| {
            values.iter().filter(|(key, _)| key.starts_with(prefix)).map(|(key, _)| key.to_string()).collect()
        })
    }

    /// Stores a text under a key, or removes it. A damaged value there is quarantined first.
    pub fn put(&self, key: String, text: Option<String>) {
        let before = self.text(&key).filter(|before| text.is_some() && is_damaged(&key, before));
        if let Some(before) = before {
            self.put([QUARANTINE, &key].concat(), Some(before));
        }
        let only_here = self.shared.get_untracked() && text.is_some();
        if !self.wrote.get_value() {
            self.wrote.set_value(true);
            if !only_here {
                quota::ask_to_keep();
            }
        }
        self.cache(&key, text.clone());
        self.only_here.update_value(|keys| if only_here { keys.set(&key, ()) } else { keys.remove(&key) });
        if only_here {
            self.update_status();
        } else {
            self.dispatch(Event::Written { key, text });
        }
    }

    /// Sets whether this is a shared computer. If it no longer is, what was kept in the tab is stored.
    pub fn share(&self, shared: bool) {
        self.shared.set(shared);
        if !shared {
            let kept = self.only_here.try_update_value(std::mem::take).unwrap_or_default();
            // Reset, so that the next write asks the browser for persistent storage.
            self.wrote.set_value(self.wrote.get_value() && kept.is_empty());
            for (key, ()) in kept.iter() {
                self.put(key.to_string(), self.text(key));
            }
        }
    }

    /// Whether a value stays in this tab, as on a shared computer.
    fn stays_here(&self, key: &str) -> bool {
        self.only_here.with_value(|keys| keys.get(key).is_some())
    }

    /// Every stored text that is damaged or quarantined, with its key.
    pub fn damaged(&self) -> Vec<(String, String)> {
        self.values.with_value(|values| {
            let damaged = values.iter().filter(|(key, text)| key.starts_with(QUARANTINE) || is_damaged(key, text));
            damaged.map(|(key, text)| (key.to_string(), text.clone())).collect()
        })
    }

    /// How many values a newer version of the site has stored, which this one leaves alone.
    pub fn newer(&self) -> usize {
        self.values.with_value(|values| values.iter().filter(|(key, _)| !is_known(key)).count())
    }

    /// Removes everything under a prefix.
    pub fn clear(&self, prefix: &str) {
        for key in self.keys(prefix) {
            self.put(key, None);
        }
        self.changes.notify();
    }

    /// Resets "saved" when another draft is opened: nothing of that one has been written yet.
    pub fn reset_status(&self) {
        if matches!(self.saved.get_untracked(), Saved::At(_)) {
            self.wrote.set_value(false);
            self.saved.set(Saved::Nothing);
        }
    }

    fn cache(&self, key: &str, text: Option<String>) {
        self.values.update_value(|values| match text {
            Some(text) => values.set(key, text),
            None => values.remove(key),
        });
    }
}
