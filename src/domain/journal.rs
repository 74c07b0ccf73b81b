//! What has been written and is not yet safe, in two stores at once.
//!
//! The quick store (localStorage) answers at once but may be up to a minute from the disk; the sure store (IndexedDB
//! with strict durability) answers when it is there. Either may be missing, full, blocked or closed in mid-use. Nothing
//! here does anything: [`Journal::step`] takes what happened and returns what to do (docs/reliability.md).

use super::pairs::Pairs;

/// How long the sure store may take before we no longer say that it is being saved, in milliseconds.
pub const PATIENCE: u64 = 1000;
/// How long to wait before the sure store is tried again, by the number of failures in a row, in milliseconds.
const PAUSES: [u64; 4] = [0, 1000, 5000, 30_000];

/// Why something could not be stored or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser gives no storage: blocked, or a private window that refuses it.
    Blocked,
    /// There is no room left.
    Full,
    /// It was written, but reading back gave something else; or the store was closed before it was done.
    NotKept,
}

/// What has happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A value was written, or removed with `None`.
    Written {
        /// Where.
        key: String,
        /// What.
        text: Option<String>,
    },
    /// What the quick store answered to [`Effect::Quick`].
    Quick {
        /// The key of the effect.
        key: String,
        /// Its answer.
        result: Result<(), StorageError>,
    },
    /// The sure store is open.
    Opened,
    /// The sure store cannot be opened, or was closed.
    Closed(StorageError),
    /// What the sure store answered to the batch of this number.
    Sure {
        /// The number of the batch.
        batch: u32,
        /// Its answer.
        result: Result<(), StorageError>,
    },
    /// Time has passed, or somebody wants it tried again.
    Again,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Store one value in the quick store, or remove it, and answer with [`Event::Quick`].
    Quick {
        /// Where.
        key: String,
        /// What.
        text: Option<String>,
    },
    /// Open the sure store and answer with [`Event::Opened`] or [`Event::Closed`].
    Open,
    /// Store all of these in the sure store, or none, and answer with [`Event::Sure`].
    Sure {
        /// The number of the batch.
        batch: u32,
        /// Keys and values; `None` removes.
        items: Vec<(String, Option<String>)>,
    },
    /// Come back with [`Event::Again`] after so many milliseconds.
    Wake(u64),
}

/// How safe everything written is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// All of it is in the sure store.
    Sure,
    /// It is on its way there.
    Underway,
    /// All of it is stored, but not all of it in the sure store.
    Quick,
    /// Something is in no store.
    Nowhere(StorageError),
}

/// One value that is not safe yet.
#[derive(Clone, Debug)]
struct Item {
    text: Option<String>,
    /// When it was written, in milliseconds since 1970.
    since: u64,
    quick: Option<Result<(), StorageError>>,
    /// The batch that it goes to the sure store with.
    batch: Option<u32>,
}

/// Where the sure store stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sure {
    Opening,
    Open,
    Closed { why: StorageError, again: u64 },
}

/// What has been written and is not yet safe.
#[derive(Clone, Debug)]
pub struct Journal {
    items: Pairs<Item>,
    sure: Sure,
    batch: u32,
    underway: bool,
    failures: usize,
}

impl Default for Journal {
    fn default() -> Journal {
        Journal { items: Pairs::default(), sure: Sure::Opening, batch: 0, underway: false, failures: 0 }
    }
}

impl Journal {
    /// Takes what happened at `now` (milliseconds since 1970) and returns what to do, in order. Begin with
    /// [`Effect::Open`].
    pub fn step(&mut self, event: Event, now: u64) -> Vec<Effect> {
        let mut effects = Vec::new();
        match event {
            Event::Written { key, text } => {
                self.items.set(&key, Item { text: text.clone(), since: now, quick: None, batch: None });
                effects.push(Effect::Quick { key, text });
                effects.push(Effect::Wake(PATIENCE));
            }
            Event::Quick { key, result } => {
                if let Some(item) = self.items.get_mut(&key) {
                    item.quick = Some(result);
                }
            }
            Event::Opened => self.sure = Sure::Open,
            Event::Closed(why) => effects.extend(self.close(why, now)),
            Event::Sure { batch, result } => effects.extend(self.answered(batch, result, now)),
            Event::Again => effects.extend(self.again(now)),
        }
        effects.extend(self.send());
        effects
    }

    fn answered(&mut self, batch: u32, result: Result<(), StorageError>, now: u64) -> Option<Effect> {
        if batch != self.batch || !self.underway {
            return None;
        }
        self.underway = false;
        match result {
            Ok(()) => {
                self.failures = 0;
                // What was written again meanwhile has another batch to go with.
                self.items.retain(|_, item| item.batch != Some(batch));
                None
            }
            Err(why) => self.close(why, now),
        }
    }

    fn close(&mut self, why: StorageError, now: u64) -> Option<Effect> {
        self.underway = false;
        for (_, item) in self.items.iter_mut() {
            item.batch = None;
        }
        let pause = PAUSES.get(self.failures.min(PAUSES.len() - 1)).copied().unwrap_or(0);
        self.failures += 1;
        self.sure = Sure::Closed { why, again: now + pause };
        Some(Effect::Wake(pause))
    }

    /// Tries again what is due: the quick store for what it refused, the sure store after its pause.
    fn again(&mut self, now: u64) -> Vec<Effect> {
        let refused = self.items.iter().filter(|(_, item)| matches!(item.quick, Some(Err(_))));
        let mut effects: Vec<Effect> =
            refused.map(|(key, item)| Effect::Quick { key: key.to_string(), text: item.text.clone() }).collect();
        if matches!(self.sure, Sure::Closed { again, .. } if again <= now) {
            self.sure = Sure::Opening;
            effects.push(Effect::Open);
        }
        effects
    }

    /// The next batch, one at a time.
    fn send(&mut self) -> Option<Effect> {
        if self.sure != Sure::Open || self.underway || self.items.is_empty() {
            return None;
        }
        self.batch += 1;
        self.underway = true;
        let mut items = Vec::new();
        for (key, item) in self.items.iter_mut() {
            item.batch = Some(self.batch);
            items.push((key.to_string(), item.text.clone()));
        }
        Some(Effect::Sure { batch: self.batch, items })
    }

    /// Asks for what is waiting to be tried at once, as when somebody presses "Försök igen".
    pub fn hurry(&mut self, now: u64) -> Vec<Effect> {
        if let Sure::Closed { again, .. } = &mut self.sure {
            *again = now;
        }
        self.step(Event::Again, now)
    }

    /// How safe everything written is at `now`.
    pub fn safety(&self, now: u64) -> Safety {
        let mut safety = Safety::Sure;
        for (_, item) in self.items.iter() {
            let waiting = now.saturating_sub(item.since) < PATIENCE && !matches!(self.sure, Sure::Closed { .. });
            match (item.quick, waiting) {
                (_, true) => safety = Safety::Underway,
                // What is underway may still be nowhere.
                (Some(Ok(())), false) if safety == Safety::Sure => safety = Safety::Quick,
                (Some(Ok(())), false) => {}
                (Some(Err(why)), false) => return Safety::Nowhere(why),
                (None, false) => return Safety::Nowhere(self.why()),
            }
        }
        safety
    }

    fn why(&self) -> StorageError {
        match self.sure {
            Sure::Closed { why, .. } => why,
            _ => StorageError::NotKept,
        }
    }

    /// Whether everything is at least in one store.
    pub fn is_stored(&self) -> bool {
        self.items.iter().all(|(_, item)| item.quick == Some(Ok(())))
    }

    /// The keys of everything that is not in the sure store yet.
    pub fn pending(&self) -> impl Iterator<Item = &str> {
        self.items.iter().map(|(key, _)| key)
    }
}
