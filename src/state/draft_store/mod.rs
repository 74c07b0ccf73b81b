//! The shelf: every stored value as this tab knows it, and the way of each into both stores.
//!
//! Reading is from memory, filled from localStorage before the first page stands and from IndexedDB a moment later;
//! what one store lacks, or has older or damaged, it gets from the other. Writing goes through the journal of the
//! domain, which says what is safe.

mod drafts;
mod meeting;

pub use drafts::{draft_prefix, new_draft_id, record_key};

use crate::browser::durable::Durable;
use crate::browser::storage::{self, StorageError};
use crate::browser::{clock, listen, quota};
use crate::domain::journal::{Effect, Event, Journal, PATIENCE, Safety, UNANSWERED};
use crate::domain::merge::{OURS, QUARANTINE, is_damaged, is_known};
use crate::domain::pairs::Pairs;
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

/// What is done when a value comes from elsewhere: its key and text, `None` if it was removed. No key if all were.
type Hear = Box<dyn Fn(Option<&str>, Option<&str>)>;

/// Every stored value.
#[derive(Clone, Copy)]
pub struct DraftStore {
    values: StoredValue<Pairs<String>>,
    journal: StoredValue<Journal>,
    durable: StoredValue<Option<Durable>, LocalStorage>,
    hear: StoredValue<Option<Hear>, LocalStorage>,
    /// The keys of what is kept in this tab only, as was asked for on a shared computer.
    only_here: StoredValue<Pairs<()>>,
    /// Whether anything was written here since the page was loaded.
    wrote: StoredValue<bool>,
    /// Whether all is stored.
    pub saved: RwSignal<Saved>,
    /// Whether this is a shared computer: then what is written stays in memory, and is gone with the tab.
    pub shared: RwSignal<bool>,
    /// Whether both stores have been read.
    pub read: RwSignal<bool>,
    /// Counts what came from elsewhere, and removals; read it to list values anew.
    pub changes: RwSignal<u32>,
}

impl DraftStore {
    /// Reads the quick store and opens the sure one. Call once, under the app's owner.
    pub fn filled() -> DraftStore {
        let mut values = Pairs::default();
        for key in storage::keys(OURS).unwrap_or_default() {
            if let Ok(Some(text)) = storage::get(&key) {
                values.set(&key, text);
            }
        }
        let shelf = DraftStore {
            values: StoredValue::new(values),
            journal: StoredValue::new(Journal::default()),
            durable: StoredValue::new_local(None),
            hear: StoredValue::new_local(None),
            only_here: StoredValue::new(Pairs::default()),
            wrote: StoredValue::new(false),
            saved: RwSignal::new(Saved::Nothing),
            shared: RwSignal::new(false),
            read: RwSignal::new(false),
            changes: RwSignal::new(0),
        };
        if !cfg!(feature = "ssr") {
            listen::on_storage(move |key| shelf.elsewhere(key));
            listen::on_restored(move || shelf.wake());
            listen::on_leaving(move || {
                shelf.saved.get_untracked() == Saved::Shared || shelf.journal.with_value(|j| !j.may_be_left())
            });
            shelf.happen(Event::Again);
        }
        shelf
    }

    /// The app's one.
    pub fn get() -> DraftStore {
        expect_context::<DraftStore>()
    }

    /// Calls `hear` with every value that another tab or the sure store brings.
    pub fn listen(&self, hear: impl Fn(Option<&str>, Option<&str>) + 'static) {
        self.hear.set_value(Some(Box::new(hear)));
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
        self.keep(&key, text.clone());
        self.only_here.update_value(|keys| if only_here { keys.set(&key, ()) } else { keys.remove(&key) });
        if only_here {
            self.tell();
        } else {
            self.happen(Event::Written { key, text });
        }
    }

    /// Says whether this is a shared computer. If it no longer is, what was kept in the tab is stored.
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

    /// Whether a value is to stay in this tab.
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
        self.changes.update(|n| *n += 1);
    }

    /// Forgets that something was saved: what is at hand now is something else.
    pub fn calm(&self) {
        if matches!(self.saved.get_untracked(), Saved::At(_)) {
            self.wrote.set_value(false);
            self.saved.set(Saved::Nothing);
        }
    }

    /// Waits until what was written is on the disk, or only the quick store can have it: what that one holds alone is gone
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
            clock::sleep(20).await;
        }
        !matches!(self.saved.try_get_untracked(), Some(Saved::Failed(_)) | None)
    }

    /// Tries again what could not be stored.
    pub fn again(&self) {
        let effects = self.journal.try_update_value(|j| j.hurry(clock::now())).unwrap_or_default();
        self.carry(effects);
        self.tell();
    }

    fn keep(&self, key: &str, text: Option<String>) {
        self.values.update_value(|values| match text {
            Some(text) => values.set(key, text),
            None => values.remove(key),
        });
    }

    fn happen(&self, event: Event) {
        let effects = self.journal.try_update_value(|j| j.step(event, clock::now()));
        self.carry(effects.unwrap_or_default());
        self.tell();
    }

    fn carry(&self, effects: Vec<Effect>) {
        let shelf = *self;
        for effect in effects {
            match effect {
                Effect::Quick { key, text } => {
                    let result = match text {
                        Some(text) => storage::set(&key, &text),
                        None => storage::remove(&key),
                    };
                    shelf.happen(Event::Quick { key, result });
                }
                Effect::Wake(after) => {
                    set_timeout(move || shelf.happen(Event::Again), Duration::from_millis(after));
                }
                Effect::Open { number } => spawn_local(shelf.open(number)),
                Effect::Sure { number, items } => spawn_local(async move {
                    let result = match shelf.durable.get_value() {
                        Some(durable) => durable.write(&items).await,
                        None => Err(StorageError::NotKept),
                    };
                    shelf.happen(Event::Sure { number, result });
                }),
            }
        }
    }

    async fn open(self, number: u32) {
        // What there is shows without it, if it has failed before.
        if number > 1 {
            self.read.try_set(true);
        }
        if let Some(Some(silent)) = self.durable.try_update_value(Option::take) {
            silent.close();
        }
        let opened = match Durable::open(self.journal.with_value(Journal::hopes)).await {
            Ok(durable) => self.meet(&durable).await.map(|()| durable),
            Err(why) => Err(why),
        };
        // One that opens when it is no longer waited for has another in its place.
        let awaited = self.journal.try_with_value(|j| j.awaits(number)) == Some(true);
        let result =
            opened.map(|durable| if awaited { self.durable.set_value(Some(durable)) } else { durable.close() });
        self.happen(Event::Opened { number, result });
        self.read.try_set(true);
    }

    fn tell(&self) {
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
