//! Updating to a new build: tabs that can store and cannot, ask each other, answer late or never.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use digitaliseringskommun::domain::update::{Effects, Event, Stage, Update};
use proptest::prelude::*;

/// One thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    Reply(bool),
    Settle,
    Ask,
    Take,
    Wake(u32),
    Reload,
}

fn each(effects: Effects) -> Vec<Effect> {
    let when = |wanted: bool, effect: Effect| wanted.then_some(effect);
    let all = [
        effects.reply.map(Effect::Reply),
        when(effects.settle, Effect::Settle),
        when(effects.ask, Effect::Ask),
        when(effects.take, Effect::Take),
        effects.wake.map(Effect::Wake),
        when(effects.reload, Effect::Reload),
    ];
    all.into_iter().flatten().collect()
}

/// One tab, and what it has been asked to do but has not done yet.
#[derive(Default)]
struct Tab {
    update: Update,
    unsaved: bool,
    /// A tab that the browser has frozen does nothing.
    frozen: bool,
    todo: Vec<Effect>,
    reloads: usize,
    /// Who asked last, and which of its questions.
    asker: Option<(usize, u32)>,
    /// The last question of this tab, and how many have yet to answer it.
    question: (u32, usize),
}

/// All tabs of one browser, and the build that waits.
struct World {
    tabs: Vec<Tab>,
    waits: bool,
    taken: usize,
}

#[derive(Clone, Debug)]
enum Move {
    /// A build comes.
    Comes,
    /// A tab has something that is not stored, or has stored it.
    Unsaved(usize, bool),
    Freeze(usize, bool),
    Wanted(usize),
    /// A tab does the first thing it was asked to do.
    Does(usize),
}

impl World {
    fn new(count: usize) -> World {
        World { tabs: (0..count).map(|_| Tab::default()).collect(), waits: false, taken: 0 }
    }

    fn happen(&mut self, tab: usize, event: Event) {
        let effects = self.tabs[tab].update.step(event);
        for effect in each(effects) {
            match effect {
                // The reply is synchronous: nothing can come between.
                Effect::Reply(stored) => self.reply(tab, stored),
                effect => self.tabs[tab].todo.push(effect),
            }
        }
    }

    fn apply(&mut self, step: &Move) {
        let count = self.tabs.len();
        match *step {
            Move::Comes => {
                self.waits = true;
                for tab in 0..count {
                    self.happen(tab, Event::Waiting { unseen: false });
                }
            }
            Move::Unsaved(tab, unsaved) => self.tabs[tab % count].unsaved = unsaved,
            Move::Freeze(tab, frozen) => self.tabs[tab % count].frozen = frozen,
            Move::Wanted(tab) => self.happen(tab % count, Event::Wanted),
            Move::Does(tab) => self.does(tab % count),
        }
    }

    fn does(&mut self, tab: usize) {
        if self.tabs[tab].frozen || self.tabs[tab].todo.is_empty() {
            return;
        }
        match self.tabs[tab].todo.remove(0) {
            Effect::Settle => {
                let stored = !self.tabs[tab].unsaved;
                let before = self.tabs[tab].reloads;
                self.happen(tab, Event::Settled(stored));
                // The reload is synchronous too: nothing can be written between the answer and the reload.
                if self.tabs[tab].todo.last() == Some(&Effect::Reload) {
                    self.tabs[tab].todo.pop();
                    assert!(stored, "loaded anew with something that was not stored");
                    self.tabs[tab].reloads = before + 1;
                }
            }
            Effect::Ask => {
                let others: Vec<usize> = (0..self.tabs.len()).filter(|other| *other != tab).collect();
                let number = self.tabs[tab].question.0 + 1;
                self.tabs[tab].question = (number, others.len());
                for other in &others {
                    self.tabs[*other].asker = Some((tab, number));
                    self.happen(*other, Event::Questioned);
                }
                if others.is_empty() {
                    self.happen(tab, Event::Answered(true));
                }
            }
            Effect::Wake(round) => self.happen(tab, Event::Over(round)),
            Effect::Take => {
                if self.waits {
                    self.waits = false;
                    self.taken += 1;
                    for tab in 0..self.tabs.len() {
                        self.happen(tab, Event::Taken);
                    }
                }
            }
            Effect::Reload | Effect::Reply(_) => panic!("not right after its tab has settled"),
        }
    }

    fn reply(&mut self, tab: usize, stored: bool) {
        let (asker, number) = self.tabs[tab].asker.unwrap();
        // An answer to an older question is none.
        if self.tabs[asker].question.0 == number {
            self.tabs[asker].question.1 -= 1;
            if !stored || self.tabs[asker].question.1 == 0 {
                self.happen(asker, Event::Answered(stored));
            }
        }
    }

    /// Runs all pending effects of the tabs that are not frozen.
    fn rest(&mut self) {
        for _ in 0..200 {
            for tab in 0..self.tabs.len() {
                self.does(tab);
            }
        }
    }
}

fn moves() -> impl Strategy<Value = Move> {
    prop_oneof![
        1 => Just(Move::Comes),
        2 => (0..4usize, any::<bool>()).prop_map(|(tab, unsaved)| Move::Unsaved(tab, unsaved)),
        1 => (0..4usize, any::<bool>()).prop_map(|(tab, frozen)| Move::Freeze(tab, frozen)),
        2 => (0..4usize).prop_map(Move::Wanted),
        8 => (0..4usize).prop_map(Move::Does),
    ]
}

proptest! {
    #[test]
    fn no_tab_is_loaded_anew_with_something_unsaved_nor_twice(count in 1..4usize, steps in prop::collection::vec(moves(), 0..80)) {
        let mut world = World::new(count);
        for step in &steps {
            world.apply(step);
            for tab in &world.tabs {
                prop_assert!(tab.reloads <= 1);
            }
        }
    }

    #[test]
    fn nothing_waits_for_ever(count in 1..4usize, steps in prop::collection::vec(moves(), 0..80)) {
        let mut world = World::new(count);
        for step in &steps {
            world.apply(step);
        }
        for tab in 0..count {
            world.apply(&Move::Freeze(tab, false));
        }
        world.rest();
        for tab in &world.tabs {
            prop_assert!(!matches!(tab.update.stage(), Stage::Asking | Stage::Taking | Stage::Going));
        }
    }

    #[test]
    fn when_all_is_stored_the_press_takes_it_everywhere(count in 1..4usize, pressed in 0..4usize) {
        let mut world = World::new(count);
        world.apply(&Move::Comes);
        world.apply(&Move::Wanted(pressed));
        // The answers come before the time is over.
        for _ in 0..20 {
            for tab in 0..count {
                if !matches!(world.tabs[tab].todo.first(), Some(Effect::Wake(_))) {
                    world.does(tab);
                }
            }
            if world.taken == 0 && world.tabs[pressed % count].todo.len() > 1 {
                world.tabs[pressed % count].todo.rotate_left(1);
            }
        }
        world.rest();
        prop_assert_eq!(world.taken, 1);
        prop_assert!(world.tabs.iter().all(|tab| tab.reloads == 1));
    }
}

fn stages(events: &[Event]) -> (Vec<Effect>, Stage) {
    let mut update = Update::default();
    let effects = events.iter().flat_map(|event| each(update.step(*event))).collect();
    (effects, update.stage())
}

const WAITS: Event = Event::Waiting { unseen: false };

#[test]
fn where_nothing_is_entered_and_no_other_tab_is_open_it_is_taken_unseen() {
    let (effects, stage) = stages(&[Event::Waiting { unseen: true }, Event::Taken]);
    assert_eq!((effects, stage), (vec![Effect::Take], Stage::Current));
    assert_eq!(stages(&[WAITS]), (Vec::new(), Stage::Offered));
}

#[test]
fn a_tab_that_refuses_or_does_not_answer_stops_it() {
    let asked = [WAITS, Event::Wanted, Event::Settled(true)];
    assert_eq!(stages(&[&asked[..], &[Event::Answered(false)]].concat()).1, Stage::UnsavedElsewhere);
    assert_eq!(stages(&[&asked[..], &[Event::Over(1)]].concat()).1, Stage::UnsavedElsewhere);
    assert_eq!(stages(&[&asked[..], &[Event::Answered(true)]].concat()).1, Stage::Taking);
    assert_eq!(stages(&[WAITS, Event::Wanted, Event::Answered(true), Event::Settled(false)]).1, Stage::UnsavedHere);
}

#[test]
fn the_time_of_an_earlier_wish_does_not_end_the_next_one() {
    let again = [WAITS, Event::Wanted, Event::Settled(true), Event::Over(1), Event::Wanted, Event::Over(1)];
    assert_eq!(stages(&again).1, Stage::Asking);
    assert_eq!(stages(&[&again[..], &[Event::Over(2)]].concat()).1, Stage::UnsavedHere);
}

#[test]
fn a_tab_with_something_unsaved_stays_until_somebody_asks() {
    let (effects, stage) = stages(&[WAITS, Event::Taken, Event::Settled(false)]);
    assert_eq!((effects, stage), (vec![Effect::Settle], Stage::Behind));
    let (effects, _) = stages(&[WAITS, Event::Taken, Event::Settled(false), Event::Wanted, Event::Settled(true)]);
    assert_eq!(effects.last(), Some(&Effect::Reload));
}
