//! Every stored value as this tab knows it, and its way into localStorage and IndexedDB.
//!
//! Reading is from memory, filled from localStorage before the first page is rendered and from IndexedDB a moment later;
//! what one store lacks, or has older or damaged, it gets from the other. Writing goes through `domain::journal`, the state
//! machine that says what is safe.

mod drafts;
mod merging;

pub use drafts::{draft_prefix, new_draft_id, record_key};

use crate::browser::durable::Durable;
use crate::browser::storage::{self, StorageError};
use crate::browser::{clock, listen, quota};
use crate::domain::journal::{Effect, Event, Journal, PATIENCE, Safety, UNANSWERED};
use crate::domain::merge::{OURS, QUARANTINE, is_damaged, is_known};
use crate::domain::pairs::Pairs;
use futures::channel::oneshot;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Whether all is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Nothing has been written yet.
    Nothing,
    /// It is on its way to the disk.
    Underway,
    /// Everything is on the disk, since this time in milliseconds since 1970.
    At(u64),
    /// Everything is stored, but the browser may not have it on the disk yet.
    Quick,
    /// Something could not be stored.
    Failed(StorageError),
    /// It is kept in this tab only, as was asked for.
    Shared,
}

/// Called with a value that another tab or the disk brings: its key and text, `None` if it was removed. No key if all were.
type OnIncoming = Box<dyn Fn(Option<&str>, Option<&str>)>;

/// Every stored value.
#[derive(Clone, Copy)]
pub struct DraftStore {
    values: StoredValue<Pairs<String>>,
    journal: StoredValue<Journal>,
    durable: StoredValue<Option<Durable>, LocalStorage>,
    on_incoming: StoredValue<Option<OnIncoming>, LocalStorage>,
    /// The keys of what is kept in this tab only, as was asked for on a shared computer.
    only_here: StoredValue<Pairs<()>>,
    /// Those who wait for the status to change, see [`settled`](Self::settled).
    waiting: StoredValue<Vec<oneshot::Sender<()>>, LocalStorage>,
    /// Whether anything was written here since the page was loaded.
    wrote: StoredValue<bool>,
    /// Whether all is stored.
    pub saved: RwSignal<Saved>,
    /// Whether this is a shared computer: then what is written stays in memory, and is gone with the tab.
    pub shared: RwSignal<bool>,
    /// Whether both stores have been read.
    pub read: RwSignal<bool>,
    /// Notifies of values that came from elsewhere, and of removals: for lists of values.
    pub changes: Trigger,
}

impl DraftStore {
    /// Reads localStorage and opens IndexedDB. Call once, under the app's owner.
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

    /// The app's one.
    pub fn get() -> DraftStore {
        expect_context::<DraftStore>()
    }

    /// Calls `act` with every value that another tab or IndexedDB brings.
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

    /// Stores a text under a key, or removes it. What was damaged there is put aside first.
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
            // The browser is asked to keep it now.
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

    /// Every stored text that is damaged or was put aside for it, with its key.
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

    /// Waits until what was written is on the disk, or only localStorage can have it: what that store holds alone is lost
    /// if the browser is killed within a minute. Returns whether it is stored, in one store at least.
    pub async fn settled(self) -> bool {
        let late = clock::now() + UNANSWERED + PATIENCE;
        loop {
            let waits = match self.saved.try_get_untracked() {
                Some(Saved::Underway) => true,
                Some(Saved::Quick) => clock::now() < late && self.journal.with_value(Journal::may_become_sure),
                _ => false,
            };
            if !waits {
                break;
            }
            let (done, changed) = oneshot::channel();
            self.waiting.update_value(|waiting| waiting.push(done));
            let rest = late.saturating_sub(clock::now()).max(1);
            // Either the status changes, or it has had all the time that it gets.
            futures::future::select(changed, Box::pin(clock::sleep(rest))).await;
        }
        !matches!(self.saved.try_get_untracked(), Some(Saved::Failed(_)) | None)
    }

    /// Tries again what could not be stored.
    pub fn retry(&self) {
        let effects = self.journal.try_update_value(|j| j.hurry(clock::now())).unwrap_or_default();
        self.run_effects(effects);
        self.update_status();
    }

    fn cache(&self, key: &str, text: Option<String>) {
        self.values.update_value(|values| match text {
            Some(text) => values.set(key, text),
            None => values.remove(key),
        });
    }

    fn dispatch(&self, event: Event) {
        let effects = self.journal.try_update_value(|j| j.step(event, clock::now()));
        self.run_effects(effects.unwrap_or_default());
        self.update_status();
    }

    fn run_effects(&self, effects: Vec<Effect>) {
        let store = *self;
        for effect in effects {
            match effect {
                Effect::Quick { key, text } => {
                    let result = match text {
                        Some(text) => storage::set(&key, &text),
                        None => storage::remove(&key),
                    };
                    store.dispatch(Event::Quick { key, result });
                }
                Effect::Wake(after) => {
                    set_timeout(move || store.dispatch(Event::Again), Duration::from_millis(after));
                }
                Effect::Open { number } => spawn_local(store.open(number)),
                Effect::Sure { number, items } => spawn_local(async move {
                    let result = match store.durable.get_value() {
                        Some(durable) => durable.write(&items).await,
                        None => Err(StorageError::NotKept),
                    };
                    store.dispatch(Event::Sure { number, result });
                }),
            }
        }
    }

    async fn open(self, number: u32) {
        // After a failed attempt the pages no longer wait for IndexedDB.
        if number > 1 {
            self.read.try_set(true);
        }
        if let Some(Some(silent)) = self.durable.try_update_value(Option::take) {
            silent.close();
        }
        let opened = match Durable::open(self.journal.with_value(Journal::hopes)).await {
            Ok(durable) => self.sync_stores(&durable).await.map(|()| durable),
            Err(why) => Err(why),
        };
        // A late answer: another attempt has been started in its place, so this connection is closed again.
        let awaited = self.journal.try_with_value(|j| j.awaits(number)) == Some(true);
        let result =
            opened.map(|durable| if awaited { self.durable.set_value(Some(durable)) } else { durable.close() });
        self.dispatch(Event::Opened { number, result });
        self.read.try_set(true);
    }

    fn update_status(&self) {
        // Also where the status stays: the journal may have come to know that the disk will not answer.
        for waiting in self.waiting.try_update_value(std::mem::take).unwrap_or_default() {
            // Who no longer waits needs no answer.
            let _ = waiting.send(());
        }
        if !self.wrote.get_value() {
            return;
        }
        let now = clock::now();
        let before = self.saved.get_untracked();
        let safety = self.journal.with_value(|j| j.safety(now));
        let after = match safety {
            _ if self.shared.get_untracked() => Saved::Shared,
            Safety::Sure if matches!(before, Saved::At(_)) => before,
            Safety::Sure => Saved::At(now),
            Safety::Underway => Saved::Underway,
            Safety::Quick => Saved::Quick,
            Safety::Nowhere(why) => Saved::Failed(why),
        };
        if before != after {
            self.saved.set(after);
        }
    }
}
