//! The journal of unsaved values against stores that fail in every way: what it calls safe is safe.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use digitaliseringskommun::domain::journal::{Effect, Event, Journal, PATIENCE, Safety, StorageError};
use proptest::prelude::*;
use std::collections::{BTreeMap, VecDeque};

/// How a store fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    None,
    /// Every call throws.
    Throws,
    Full,
    /// The quick store takes a write without keeping it; the sure store aborts.
    Drops,
    /// The sure store is closed in mid-use: no answer comes to what is under way.
    Closes,
    /// The sure store answers only when the fault is over.
    Hangs,
}

#[derive(Clone, Debug)]
enum Step {
    Write(u8, u16),
    Remove(u8),
    QuickFault(Fault),
    SureFault(Fault),
    Wait(u64),
    Hurry,
}

/// Both stores, and the browser that carries effects out.
struct World {
    journal: Journal,
    now: u64,
    quick: BTreeMap<String, String>,
    sure: BTreeMap<String, String>,
    faults: (Fault, Fault),
    /// What waits until the sure store answers.
    hung: VecDeque<Effect>,
    wakes: Vec<u64>,
    /// What was last written.
    said: BTreeMap<String, Option<String>>,
}

impl World {
    fn new() -> World {
        let mut world = World {
            journal: Journal::default(),
            now: 1000,
            quick: BTreeMap::new(),
            sure: BTreeMap::new(),
            faults: (Fault::None, Fault::None),
            hung: VecDeque::new(),
            wakes: Vec::new(),
            said: BTreeMap::new(),
        };
        world.carry(vec![Effect::Open]);
        world
    }

    fn happen(&mut self, event: Event) {
        let effects = self.journal.step(event, self.now);
        self.carry(effects);
    }

    fn carry(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Quick { key, text } => {
                    let result = self.quick(&key, text);
                    self.happen(Event::Quick { key, result });
                }
                Effect::Wake(after) => self.wakes.push(self.now + after),
                other if self.faults.1 == Fault::Hangs => self.hung.push_back(other),
                other => self.surely(other),
            }
        }
    }

    fn quick(&mut self, key: &str, text: Option<String>) -> Result<(), StorageError> {
        match self.faults.0 {
            Fault::Throws | Fault::Closes | Fault::Hangs => Err(StorageError::Blocked),
            Fault::Full if text.is_some() => Err(StorageError::Full),
            // The adapter reads back.
            Fault::Drops => Err(StorageError::NotKept),
            Fault::None | Fault::Full => {
                put(&mut self.quick, key, text);
                Ok(())
            }
        }
    }

    fn surely(&mut self, effect: Effect) {
        match (effect, self.faults.1) {
            (Effect::Open, Fault::Throws) => self.happen(Event::Closed(StorageError::Blocked)),
            (Effect::Open, _) => self.happen(Event::Opened),
            (Effect::Sure { batch, items }, Fault::None | Fault::Hangs) => {
                for (key, text) in items {
                    put(&mut self.sure, &key, text);
                }
                self.happen(Event::Sure { batch, result: Ok(()) });
            }
            (Effect::Sure { .. }, Fault::Closes) => self.happen(Event::Closed(StorageError::NotKept)),
            (Effect::Sure { batch, .. }, Fault::Full) => {
                self.happen(Event::Sure { batch, result: Err(StorageError::Full) });
            }
            (Effect::Sure { batch, .. }, _) => self.happen(Event::Sure { batch, result: Err(StorageError::NotKept) }),
            (other, _) => panic!("not for the sure store: {other:?}"),
        }
    }

    fn write(&mut self, key: u8, text: Option<String>) {
        let key = format!("k{key}");
        self.said.insert(key.clone(), text.clone());
        self.happen(Event::Written { key, text });
    }

    fn wait(&mut self, time: u64) {
        let until = self.now + time;
        loop {
            self.wakes.sort_unstable();
            match self.wakes.first().copied().filter(|at| *at <= until) {
                Some(at) => {
                    self.wakes.remove(0);
                    self.now = self.now.max(at);
                    self.happen(Event::Again);
                }
                None => break,
            }
        }
        self.now = until;
    }

    fn unhang(&mut self) {
        while let Some(effect) = self.hung.pop_front() {
            self.surely(effect);
        }
    }

    /// What is called safe must be in the stores, whatever happens to the browser now.
    fn check(&self) {
        let sure = |key: &String, text: &Option<String>| self.sure.get(key) == text.as_ref();
        let quick = |key: &String, text: &Option<String>| self.quick.get(key) == text.as_ref();
        match self.journal.safety(self.now) {
            Safety::Sure => assert!(self.said.iter().all(|(k, t)| sure(k, t)), "{:?}", self.journal),
            Safety::Quick => {
                assert!(self.said.iter().all(|(k, t)| sure(k, t) || quick(k, t)), "{:?}", self.journal);
            }
            Safety::Underway | Safety::Nowhere(_) => {}
        }
    }
}

fn put(store: &mut BTreeMap<String, String>, key: &str, text: Option<String>) {
    match text {
        Some(text) => store.insert(key.to_string(), text),
        None => store.remove(key),
    };
}

const FAULTS: [Fault; 6] = [Fault::None, Fault::Throws, Fault::Full, Fault::Drops, Fault::Closes, Fault::Hangs];

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (0u8..6, any::<u16>()).prop_map(|(k, v)| Step::Write(k, v)),
        1 => (0u8..6).prop_map(Step::Remove),
        2 => (0usize..6).prop_map(|f| Step::QuickFault(FAULTS[f])),
        3 => (0usize..6).prop_map(|f| Step::SureFault(FAULTS[f])),
        3 => (0u64..40_000).prop_map(Step::Wait),
        1 => Just(Step::Hurry),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: ProptestConfig::default().cases.max(3000), failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_called_safe_is_safe_and_all_of_it_is_once_the_faults_are_over(
        steps in proptest::collection::vec(step(), 1..60)
    ) {
        let mut world = World::new();
        for step in steps {
            match step {
                Step::Write(key, value) => world.write(key, Some(value.to_string())),
                Step::Remove(key) => world.write(key, None),
                Step::QuickFault(fault) => world.faults.0 = fault,
                Step::SureFault(fault) => {
                    world.faults.1 = fault;
                    if fault != Fault::Hangs { world.unhang(); }
                }
                Step::Wait(time) => world.wait(time),
                Step::Hurry => {
                    let effects = world.journal.hurry(world.now);
                    world.carry(effects);
                }
            }
            world.check();
        }
        world.faults = (Fault::None, Fault::None);
        world.unhang();
        world.wait(60_000);
        world.check();
        prop_assert_eq!(world.journal.safety(world.now), Safety::Sure);
    }
}

/// Every storage call of a run of 200 answers fails in every way, once: nothing that was called saved is lost, and
/// within a second the page says what is not.
#[test]
fn a_fault_at_any_call_of_a_long_run_is_told_within_a_second_and_loses_nothing() {
    for fault in FAULTS {
        for at in 0..200 {
            let mut world = World::new();
            for n in 0..200u16 {
                if n == at {
                    world.faults = (fault, fault);
                }
                world.write((n % 30) as u8, Some(n.to_string()));
                if n == at {
                    world.wait(PATIENCE);
                    let safety = world.journal.safety(world.now);
                    let told = matches!(safety, Safety::Nowhere(_));
                    assert_eq!(told, fault != Fault::None, "{fault:?} at {at}: {safety:?}");
                    world.faults = (Fault::None, Fault::None);
                    world.unhang();
                }
                world.check();
            }
            world.wait(60_000);
            assert_eq!(world.journal.safety(world.now), Safety::Sure, "{fault:?} at {at}");
            world.check();
        }
    }
}

#[test]
fn without_the_sure_store_it_is_said_that_only_the_quick_one_has_it() {
    let mut world = World::new();
    world.faults.1 = Fault::Throws;
    world.happen(Event::Closed(StorageError::Blocked));
    world.write(1, Some("4".into()));
    assert_eq!(world.journal.safety(world.now), Safety::Quick);
    assert!(world.journal.is_stored());
}

#[test]
fn without_any_store_it_is_said_at_once_and_kept_in_mind() {
    let mut world = World::new();
    world.faults = (Fault::Full, Fault::Throws);
    world.happen(Event::Closed(StorageError::Blocked));
    world.write(1, Some("4".into()));
    assert_eq!(world.journal.safety(world.now), Safety::Nowhere(StorageError::Full));
    assert!(!world.journal.is_stored());
    assert_eq!(world.journal.pending().collect::<Vec<_>>(), ["k1"]);
}
