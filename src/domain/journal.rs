//! What has been written and is not yet safe, in two stores at once.
//!
//! localStorage (`Quick` in names) answers at once, but may reach the disk up to a minute later. IndexedDB with strict
//! durability (`Sure` in names) answers when the value is on the disk. Either may be missing, full, blocked or closed
//! in mid-use. A state machine without side effects: [`Journal::step`] takes what happened and returns what to do
//! (docs/reliability.md).

use super::pairs::Pairs;

/// How long IndexedDB may take before the page no longer says that it is saving, in milliseconds.
pub const PATIENCE: u64 = 900;
/// The timeout of a request to IndexedDB, in milliseconds, after which the connection is closed and reopened. Doubled
/// after each failure in a row, so that a slow disk can finish a large batch.
pub const UNANSWERED: u64 = 10_000;
/// After so many failures in a row nobody waits for IndexedDB any more: reopening it once has not helped.
const HOPE: usize = 2;
/// The backoff before IndexedDB is retried, by the number of failures in a row, in milliseconds.
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
    /// What localStorage answered to [`Effect::Quick`].
    Quick {
        /// The key of the effect.
        key: String,
        /// Its answer.
        result: Result<(), StorageError>,
    },
    /// Whether IndexedDB could be opened, in answer to [`Effect::Open`].
    Opened {
        /// The number of the question.
        number: u32,
        /// Its answer.
        result: Result<(), StorageError>,
    },
    /// What IndexedDB answered to [`Effect::Sure`].
    Sure {
        /// The number of the question.
        number: u32,
        /// Its answer.
        result: Result<(), StorageError>,
    },
    /// A timer has fired, or somebody asks for a retry.
    Again,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Store one value in localStorage, or remove it, and answer with [`Event::Quick`].
    Quick {
        /// Where.
        key: String,
        /// What.
        text: Option<String>,
    },
    /// Close IndexedDB if it is open, reopen it, and answer with [`Event::Opened`].
    Open {
        /// The number of the question.
        number: u32,
    },
    /// Store all of these in IndexedDB in one transaction, and answer with [`Event::Sure`].
    Sure {
        /// The number of the question.
        number: u32,
        /// Keys and values; `None` removes.
        items: Vec<(String, Option<String>)>,
    },
    /// Set a timer that sends [`Event::Again`] after so many milliseconds.
    Wake(u64),
}

/// How safe everything written is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// All of it is in IndexedDB.
    Sure,
    /// A write to IndexedDB is pending.
    Underway,
    /// All of it is stored, but some of it only in localStorage.
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
    /// The number of the request that writes it to IndexedDB.
    batch: Option<u32>,
}

/// The state of the connection to IndexedDB.
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
    /// The number of the last request to IndexedDB.
    number: u32,
    /// When that was sent, as long as it is unanswered.
    asked: Option<u64>,
    failures: usize,
}

impl Default for Journal {
    fn default() -> Journal {
        let sure = Sure::Closed { why: StorageError::NotKept, again: 0 };
        Journal { items: Pairs::default(), sure, number: 0, asked: None, failures: 0 }
    }
}

impl Journal {
    /// Takes what happened at `now` (milliseconds since 1970) and returns what to do, in order. Begin with
    /// [`Event::Again`], which opens the sure store.
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
            Event::Opened { number, .. } | Event::Sure { number, .. } if !self.awaits(number) => {}
            Event::Opened { result: Ok(()), .. } => (self.sure, self.asked) = (Sure::Open, None),
            Event::Sure { number, result: Ok(()) } => {
                (self.failures, self.asked) = (0, None);
                // A value that was written again meanwhile goes with a later request.
                self.items.retain(|_, item| item.batch != Some(number));
            }
            Event::Opened { result: Err(why), .. } | Event::Sure { result: Err(why), .. } => {
                effects.push(self.close(why, now));
            }
            Event::Again => effects.extend(self.again(now)),
        }
        effects.extend(self.send(now));
        effects
    }

    /// Whether the request of this number is still pending. An answer after its timeout is ignored.
    pub fn awaits(&self, number: u32) -> bool {
        self.asked.is_some() && number == self.number
    }

    /// Numbers a request to IndexedDB and sets its timeout.
    fn ask(&mut self, now: u64) -> (u32, Effect) {
        self.number += 1;
        self.asked = Some(now);
        (self.number, Effect::Wake(self.patience()))
    }

    /// The timeout of the pending request.
    fn patience(&self) -> u64 {
        UNANSWERED << self.failures.min(5)
    }

    fn close(&mut self, why: StorageError, now: u64) -> Effect {
        self.asked = None;
        for (_, item) in self.items.iter_mut() {
            item.batch = None;
        }
        let pause = PAUSES.get(self.failures.min(PAUSES.len() - 1)).copied().unwrap_or(0);
        self.failures += 1;
        self.sure = Sure::Closed { why, again: now + pause };
        Effect::Wake(pause)
    }

    /// Gives the connection to IndexedDB up if its pending request has timed out.
    fn give_up(&mut self, after: u64, now: u64) -> Option<Effect> {
        let silent = self.asked.is_some_and(|asked| now.saturating_sub(asked) >= after);
        silent.then(|| self.close(StorageError::NotKept, now))
    }

    /// Retries what is due: localStorage for what it refused, IndexedDB after its backoff or timeout.
    fn again(&mut self, now: u64) -> Vec<Effect> {
        let given_up = self.give_up(self.patience(), now);
        let refused = self.items.iter().filter(|(_, item)| matches!(item.quick, Some(Err(_))));
        let mut effects: Vec<Effect> =
            refused.map(|(key, item)| Effect::Quick { key: key.to_string(), text: item.text.clone() }).collect();
        if matches!(self.sure, Sure::Closed { again, .. } if again <= now) {
            self.sure = Sure::Opening;
            let (number, wake) = self.ask(now);
            effects.extend([Effect::Open { number }, wake]);
        }
        effects.extend(given_up);
        effects
    }

    /// The next batch, one at a time.
    fn send(&mut self, now: u64) -> Vec<Effect> {
        if self.sure != Sure::Open || self.asked.is_some() || self.items.is_empty() {
            return Vec::new();
        }
        let (number, wake) = self.ask(now);
        let mut items = Vec::new();
        for (key, item) in self.items.iter_mut() {
            item.batch = Some(number);
            items.push((key.to_string(), item.text.clone()));
        }
        vec![Effect::Sure { number, items }, wake]
    }

    /// Retries at once, as when somebody presses "Försök igen"; also where a request has been pending for longer than
    /// usual.
    pub fn hurry(&mut self, now: u64) -> Vec<Effect> {
        // Its backoff timer is not needed: the retry follows at once.
        let _ = self.give_up(UNANSWERED, now);
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

    /// Whether IndexedDB may still take what is pending. Whoever needs more than localStorage waits as long as this is
    /// true: at most a little longer than [`UNANSWERED`].
    pub fn may_become_sure(&self) -> bool {
        !self.items.is_empty() && self.hopes()
    }

    /// Whether IndexedDB has not failed twice in a row.
    pub fn hopes(&self) -> bool {
        self.failures < HOPE
    }

    /// Whether everything is at least in one store.
    pub fn is_stored(&self) -> bool {
        self.items.iter().all(|(_, item)| item.quick == Some(Ok(())))
    }

    /// Whether nothing is lost if the page is left now, and no removal is undone because IndexedDB has not received it
    /// yet.
    pub fn may_be_left(&self) -> bool {
        self.is_stored() && (!self.hopes() || self.items.iter().all(|(_, item)| item.text.is_some()))
    }

    /// The keys of everything that is not in IndexedDB yet.
    pub fn pending(&self) -> impl Iterator<Item = &str> {
        self.items.iter().map(|(key, _)| key)
    }
}
