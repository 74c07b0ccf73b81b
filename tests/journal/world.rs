//! Fakes of both stores (`quick`: localStorage, `sure`: IndexedDB) with every way in which they fail, and of the
//! browser that carries the journal's effects out.

use digitaliseringskommun::domain::draft::Record;
use digitaliseringskommun::domain::journal::{Effect, Event, Journal, Safety, StorageError};
use digitaliseringskommun::domain::merge::is_better;
use std::collections::BTreeMap;

/// How a call of a store fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    None,
    Throws,
    Full,
    /// It drops a write silently: only reading back shows that.
    Drops,
    /// IndexedDB begins a transaction and aborts it.
    Aborts,
    /// It keeps what is written, but reads are stale: they give what was there before.
    Stale,
    /// The connection to IndexedDB is closed in mid-use: nothing is kept until it is reopened.
    Closes,
    /// IndexedDB never answers on this connection; a request may have been carried out all the same.
    Hangs,
    /// IndexedDB reports success, reads back well, and has lost it when the browser is restarted. That cannot be
    /// noticed in time: the other store must have it.
    Forgets,
}

pub const FAULTS: [Fault; 8] = [
    Fault::Throws,
    Fault::Full,
    Fault::Drops,
    Fault::Aborts,
    Fault::Stale,
    Fault::Closes,
    Fault::Hangs,
    Fault::Forgets,
];

/// A store, and which of its calls fail in which way.
#[derive(Clone)]
pub struct Store {
    pub kept: BTreeMap<String, String>,
    /// What each key held before.
    before: BTreeMap<String, String>,
    pub calls: u32,
    pub fault: Fault,
    /// The first call that fails, and the first after it that does not.
    pub failing: (u32, u32),
}

impl Store {
    fn new(kept: BTreeMap<String, String>) -> Store {
        Store { kept, before: BTreeMap::new(), calls: 0, fault: Fault::None, failing: (0, u32::MAX) }
    }

    /// From now on every call fails so.
    pub fn fails(&mut self, fault: Fault) {
        (self.fault, self.failing) = (fault, (0, u32::MAX));
    }

    fn call(&mut self) -> Fault {
        self.calls += 1;
        let (from, to) = self.failing;
        if (from..to).contains(&self.calls) { self.fault } else { Fault::None }
    }

    fn put(&mut self, key: &str, text: Option<&String>) {
        let old = match text {
            Some(text) => self.kept.insert(key.to_string(), text.clone()),
            None => self.kept.remove(key),
        };
        if let Some(old) = old {
            self.before.insert(key.to_string(), old);
        }
    }

    fn read(&mut self) -> Option<BTreeMap<String, String>> {
        match self.call() {
            Fault::None | Fault::Full | Fault::Forgets => Some(self.kept.clone()),
            Fault::Stale => Some(self.before.clone()),
            _ => None,
        }
    }
}

pub struct World {
    pub journal: Journal,
    pub now: u64,
    pub quick: Store,
    pub sure: Store,
    /// What IndexedDB will have lost when the browser is restarted.
    forgotten: BTreeMap<String, Option<String>>,
    /// Whether the connection has been closed, or never answers.
    dead: bool,
    /// Answers that come after their timeout.
    pub late: Vec<Event>,
    wakes: Vec<u64>,
    clock: u64,
    /// What was last written, and its logical time.
    pub said: BTreeMap<String, (Option<String>, u64)>,
    /// The logical time of what was last reported as saved in IndexedDB, by key; and in either store.
    told: [BTreeMap<String, u64>; 2],
}

impl World {
    pub fn new() -> World {
        World::with([BTreeMap::new(), BTreeMap::new()], |_| {})
    }

    /// A browser that starts with these contents in its stores.
    pub fn with([quick, sure]: [BTreeMap<String, String>; 2], faults: impl FnOnce(&mut World)) -> World {
        let mut world = World {
            journal: Journal::default(),
            now: 1000,
            quick: Store::new(quick),
            sure: Store::new(sure),
            forgotten: BTreeMap::new(),
            dead: false,
            late: Vec::new(),
            wakes: Vec::new(),
            clock: 0,
            said: BTreeMap::new(),
            told: [BTreeMap::new(), BTreeMap::new()],
        };
        faults(&mut world);
        world.happen(Event::Again);
        world
    }

    pub fn happen(&mut self, event: Event) {
        let effects = self.journal.step(event, self.now);
        self.carry(effects);
    }

    pub fn carry(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Quick { key, text } => {
                    let result = self.write_quick(&key, text.as_ref());
                    self.happen(Event::Quick { key, result });
                }
                Effect::Wake(after) => self.wakes.push(self.now + after),
                Effect::Open { number } => self.open(number),
                Effect::Sure { number, items } => self.write_sure(number, &items),
            }
        }
    }

    /// Two calls: a write, and reading it back.
    fn write_quick(&mut self, key: &str, text: Option<&String>) -> Result<(), StorageError> {
        match self.quick.call() {
            Fault::None | Fault::Stale | Fault::Forgets => self.quick.put(key, text),
            Fault::Full if text.is_some() => return Err(StorageError::Full),
            Fault::Full => self.quick.put(key, text),
            Fault::Drops => {}
            Fault::Throws | Fault::Aborts | Fault::Closes | Fault::Hangs => return Err(StorageError::Blocked),
        }
        let old = self.quick.before.get(key).cloned();
        let read = match self.quick.call() {
            Fault::Stale => old,
            Fault::Throws | Fault::Aborts | Fault::Closes | Fault::Hangs => None,
            _ => self.quick.kept.get(key).cloned(),
        };
        if read.as_ref() == text { Ok(()) } else { Err(StorageError::NotKept) }
    }

    /// Two calls: it is opened, and all of it read.
    fn open(&mut self, number: u32) {
        let result = match self.sure.call() {
            Fault::Hangs => return self.late.push(Event::Opened { number, result: Ok(()) }),
            Fault::Throws | Fault::Closes | Fault::Aborts => Err(StorageError::Blocked),
            _ => self.sure.read().map(|_| ()).ok_or(StorageError::NotKept),
        };
        self.dead = false;
        self.happen(Event::Opened { number, result });
    }

    /// Two calls: a transaction, and reading back in it.
    fn write_sure(&mut self, number: u32, items: &[(String, Option<String>)]) {
        let (write, read) = (self.sure.call(), self.sure.call());
        let kept = !self.dead && matches!(write, Fault::None | Fault::Stale | Fault::Forgets);
        // A transaction whose end is never reported may have been committed. Transactions are committed in order, so it
        // never overwrites a later one.
        let unheard = write == Fault::Hangs && number.is_multiple_of(2) && !self.dead;
        if kept || unheard {
            for (key, text) in items {
                self.sure.put(key, text.as_ref());
                self.forgotten.remove(key);
                if write == Fault::Forgets {
                    self.forgotten.insert(key.clone(), self.sure.before.get(key).cloned());
                }
            }
        }
        self.dead |= matches!(write, Fault::Closes | Fault::Hangs);
        let result = match (write, read) {
            (Fault::Hangs, _) => {
                let result = if unheard { Ok(()) } else { Err(StorageError::NotKept) };
                return self.late.push(Event::Sure { number, result });
            }
            (Fault::Full, _) => Err(StorageError::Full),
            (_, Fault::None | Fault::Full | Fault::Drops | Fault::Forgets) if kept && write != Fault::Stale => Ok(()),
            _ => Err(StorageError::NotKept),
        };
        self.happen(Event::Sure { number, result });
    }

    pub fn write(&mut self, key: u16, value: Option<u16>) {
        let key = format!("dk1/d/a/{key}");
        self.clock += 1;
        let record = |value: u16| Record { value: value.to_string(), clock: self.clock, tab: "t".into(), over: None };
        let text = value.map(|value| record(value).store(&key));
        self.said.insert(key.clone(), (text.clone(), self.clock));
        for told in &mut self.told {
            // Removal leaves no trace: what was removed may come back.
            if text.is_none() {
                told.remove(&key);
            }
        }
        self.happen(Event::Written { key, text });
    }

    pub fn wait(&mut self, time: u64) {
        let until = self.now + time;
        loop {
            self.wakes.sort_unstable();
            let Some(at) = self.wakes.first().copied().filter(|at| *at <= until) else { break };
            self.wakes.remove(0);
            self.now = self.now.max(at);
            self.happen(Event::Again);
        }
        self.now = until;
    }

    /// What is reported as safe must be in the stores, whatever happens to the browser now.
    pub fn check(&mut self) {
        let sure = |key: &String, text: &Option<String>| self.sure.kept.get(key) == text.as_ref();
        let quick = |key: &String, text: &Option<String>| self.quick.kept.get(key) == text.as_ref();
        let safety = self.journal.safety(self.now);
        match safety {
            Safety::Sure => assert!(self.said.iter().all(|(k, (t, _))| sure(k, t)), "{:?}", self.journal),
            Safety::Quick => {
                assert!(self.said.iter().all(|(k, (t, _))| sure(k, t) || quick(k, t)), "{:?}", self.journal);
            }
            Safety::Underway | Safety::Nowhere(_) => return,
        }
        let sure = safety == Safety::Sure;
        for (key, (_, clock)) in self.said.iter().filter(|(_, (text, _))| text.is_some()) {
            for told in self.told.iter_mut().skip(usize::from(!sure)) {
                match told.get_mut(key) {
                    Some(told) => *told = *clock,
                    None => drop(told.insert(key.clone(), *clock)),
                }
            }
        }
    }

    /// Restarts the browser and synchronises both stores. localStorage then reads: all of it, what was there before
    /// (`Stale`), or, after the worst kill, nothing (`Throws`). Nothing that was reported as saved may be lost.
    pub fn restart(&self, quick: Fault, sure: Fault) {
        let mut disk = self.sure.kept.clone();
        for (key, text) in &self.forgotten {
            match text {
                Some(text) => disk.insert(key.clone(), text.clone()),
                None => disk.remove(key),
            };
        }
        let mut found = match quick {
            Fault::None => self.quick.kept.clone(),
            Fault::Stale => self.quick.before.clone(),
            _ => BTreeMap::new(),
        };
        // The first read fails, and is retried.
        let mut store = Store { kept: disk, calls: 0, fault: sure, failing: (1, 2), ..self.sure.clone() };
        for (key, text) in store.read().or_else(|| store.read()).expect("the second") {
            if found.get(&key).is_none_or(|own| is_better(&key, own, &text)) {
                found.insert(key, text);
            }
        }
        let clock_of = |key: &String, text: &String| Record::read(key, text).expect("whole").clock;
        // A value that only one store has, and that is read stale, cannot be known: the other store must have it.
        let both = |key: &String, clock| {
            let quick = self.quick.kept.get(key).filter(|_| quick == Fault::None);
            sure != Fault::Stale || quick.is_some_and(|text| clock_of(key, text) >= clock)
        };
        for (key, clock) in
            self.told[usize::from(quick == Fault::None)].iter().filter(|(key, clock)| both(key, **clock))
        {
            let now = found.get(key).map(|text| clock_of(key, text));
            assert!(now >= Some(*clock), "{key} was called saved at {clock}, and is now {now:?}: {quick:?} {sure:?}");
        }
    }
}
