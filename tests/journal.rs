//! The journal of unsaved values against stores that fail in every way: what it calls safe is safe.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "journal/world.rs"]
mod world;

use digitaliseringskommun::domain::journal::{Event, PATIENCE, Safety, StorageError, UNANSWERED};
use proptest::prelude::*;
use world::{FAULTS, Fault, World};

/// The longest that it may take until all is well after the last of many faults: the longest pause, and the longest
/// silence that is put up with.
const RECOVERY: u64 = 30_000 + UNANSWERED * 32 + PATIENCE;

#[derive(Clone, Debug)]
enum Step {
    Write(u16, u16),
    Remove(u16),
    QuickFault(Fault),
    SureFault(Fault),
    Wait(u64),
    Hurry,
    /// An answer comes after its timeout.
    Late,
}

fn fault() -> impl Strategy<Value = Fault> {
    // `Forgets` cannot be noticed, so it has a test of its own.
    prop_oneof![Just(Fault::None), (0..FAULTS.len() - 1).prop_map(|f| FAULTS[f])]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (0u16..6, any::<u16>()).prop_map(|(k, v)| Step::Write(k, v)),
        1 => (0u16..6).prop_map(Step::Remove),
        2 => fault().prop_map(Step::QuickFault),
        3 => fault().prop_map(Step::SureFault),
        3 => (0u64..40_000).prop_map(Step::Wait),
        1 => Just(Step::Hurry),
        1 => Just(Step::Late),
    ]
}

fn take(world: &mut World, step: Step) {
    match step {
        Step::Write(key, value) => world.write(key, Some(value)),
        Step::Remove(key) => world.write(key, None),
        Step::QuickFault(fault) => world.quick.fails(fault),
        Step::SureFault(fault) => world.sure.fails(fault),
        Step::Wait(time) => world.wait(time),
        Step::Hurry => {
            let effects = world.journal.hurry(world.now);
            world.carry(effects);
        }
        Step::Late => {
            if let Some(event) = world.late.pop() {
                world.happen(event);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: ProptestConfig::default().cases.max(3000), failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_called_safe_is_safe_and_all_of_it_is_once_the_faults_are_over(
        steps in proptest::collection::vec(step(), 1..60), quick in fault(), sure in fault()
    ) {
        let mut world = World::new();
        for step in steps {
            take(&mut world, step);
            world.check();
        }
        world.restart(quick, sure);
        world.quick.fails(Fault::None);
        world.sure.fails(Fault::None);
        world.wait(RECOVERY);
        world.check();
        prop_assert_eq!(world.journal.safety(world.now), Safety::Sure);
        world.restart(Fault::Throws, Fault::None);
    }
}

/// A run of 200 answers to 30 statements, with one fault. How many calls each store got.
fn run(mut world: World, (quick, sure): (Fault, Fault)) -> (u32, u32) {
    for n in 0..200u16 {
        world.write(n % 30, Some(n));
        world.check();
        world.wait(100);
        world.check();
    }
    // What IndexedDB has lost silently is in localStorage, unless the browser is killed too.
    if quick == Fault::None || world.sure.fault != Fault::Forgets {
        world.restart(quick, sure);
    }
    world.wait(RECOVERY);
    world.check();
    assert_eq!(world.journal.safety(world.now), Safety::Sure);
    (world.quick.calls, world.sure.calls)
}

/// Every call of each store fails in every way, once, and the browser is restarted in every way: nothing that was
/// reported as saved is lost. All calls in the long form; every seventh in the short one.
#[test]
fn a_fault_at_any_call_of_either_store_loses_nothing_that_was_called_saved() {
    let (quick, sure) = run(World::new(), (Fault::None, Fault::None));
    assert!(quick >= 400 && sure >= 400, "{quick} and {sure} calls");
    let starts = [Fault::None, Fault::Stale, Fault::Throws];
    let starts: Vec<_> = starts.into_iter().flat_map(|q| starts.map(|s| (q, s))).collect();
    let step = if ProptestConfig::default().cases >= 10_000 { 1 } else { 7 };
    let (mut runs, mut kind) = (0, 0);
    for fault in FAULTS {
        kind += 1;
        for at in (1..=quick).skip(kind % step).step_by(step) {
            runs += 1;
            let failing = |w: &mut World| (w.quick.fault, w.quick.failing) = (fault, (at, at + 1));
            run(World::with(Default::default(), failing), starts[runs % starts.len()]);
        }
        for at in (1..=sure).skip(kind % step).step_by(step) {
            runs += 1;
            let failing = |w: &mut World| (w.sure.fault, w.sure.failing) = (fault, (at, at + 1));
            run(World::with(Default::default(), failing), starts[runs % starts.len()]);
        }
    }
    println!("{runs} runs of 200 answers, each with a fault at one of {quick} and {sure} calls");
}

/// From any answer on both stores fail, in every pair of ways that keeps nothing: within a second the page says so, and
/// nothing that was called saved is lost.
#[test]
fn when_both_stores_fail_it_is_told_within_a_second() {
    // A localStorage with stale reads has kept the value all the same, and reads it once it is written again.
    let quick = FAULTS.into_iter().filter(|f| ![Fault::Forgets, Fault::Stale].contains(f));
    for fault in quick.flat_map(|quick| FAULTS.map(|sure| (quick, sure))).filter(|(_, sure)| *sure != Fault::Forgets) {
        for at in (0..200).step_by(9) {
            let mut world = World::new();
            for n in 0..200u16 {
                if n == at {
                    world.quick.fails(fault.0);
                    world.sure.fails(fault.1);
                }
                world.write(n % 30, Some(n));
                if n == at {
                    world.wait(PATIENCE);
                    let safety = world.journal.safety(world.now);
                    assert!(matches!(safety, Safety::Nowhere(_)), "{fault:?} at {at}: {safety:?}");
                    world.restart(Fault::Throws, Fault::None);
                    world.quick.fails(Fault::None);
                    world.sure.fails(Fault::None);
                }
                world.check();
            }
            world.wait(RECOVERY);
            assert_eq!(world.journal.safety(world.now), Safety::Sure, "{fault:?} at {at}");
            world.check();
        }
    }
}

#[test]
fn a_store_that_never_answers_is_closed_and_opened_anew() {
    for hangs_at in ["open", "write"] {
        let mut world = World::with(Default::default(), |w| {
            if hangs_at == "open" {
                w.sure.fails(Fault::Hangs);
            }
        });
        world.sure.fails(if hangs_at == "open" { Fault::None } else { Fault::Hangs });
        world.write(1, Some(4));
        world.wait(UNANSWERED - 1);
        assert_eq!(world.journal.safety(world.now), Safety::Quick, "{hangs_at}");
        world.sure.fails(Fault::None);
        world.wait(1);
        assert_eq!(world.journal.safety(world.now), Safety::Sure, "{hangs_at}");
        world.check();
    }
}

#[test]
fn a_sure_store_that_may_still_take_it_is_waited_for_and_one_that_will_not_is_not() {
    let mut slow = World::new();
    slow.sure.fails(Fault::Hangs);
    slow.write(1, Some(4));
    slow.wait(UNANSWERED);
    assert_eq!(slow.journal.safety(slow.now), Safety::Quick);
    assert!(slow.journal.may_become_sure(), "it has been opened anew once");
    let mut back = World::new();
    back.sure.fails(Fault::Hangs);
    back.write(1, Some(4));
    back.sure.fails(Fault::None);
    back.wait(UNANSWERED);
    assert!(!back.journal.may_become_sure() && back.journal.safety(back.now) == Safety::Sure);
    slow.wait(2 * UNANSWERED);
    assert!(!slow.journal.may_become_sure(), "it was opened anew, and keeps silent");
    let mut missing = World::with(Default::default(), |w| w.sure.fails(Fault::Throws));
    missing.write(1, Some(4));
    missing.wait(1);
    assert!(!missing.journal.may_become_sure() && missing.journal.safety(missing.now) == Safety::Quick);
}

#[test]
fn somebody_who_wants_it_tried_again_does_not_wait_for_a_store_that_keeps_silent() {
    let mut world = World::new();
    world.sure.fails(Fault::Hangs);
    world.write(1, Some(4));
    // Automatic retries double the timeout each time.
    world.wait(5 * UNANSWERED);
    world.sure.fails(Fault::None);
    assert_eq!(world.journal.safety(world.now), Safety::Quick);
    take(&mut world, Step::Hurry);
    assert_eq!(world.journal.safety(world.now), Safety::Sure);
    world.check();
}

#[test]
fn a_page_is_not_left_unasked_before_the_sure_store_has_heard_of_a_removal() {
    let mut world = World::new();
    world.write(1, Some(4));
    assert!(world.journal.may_be_left());
    world.sure.fails(Fault::Hangs);
    // An answer in localStorage is enough; a removal there alone would be undone by IndexedDB.
    world.write(2, Some(4));
    assert!(world.journal.may_be_left());
    world.write(1, None);
    assert!(world.journal.is_stored() && !world.journal.may_be_left());
    world.sure.fails(Fault::None);
    world.wait(UNANSWERED);
    take(&mut world, Step::Hurry);
    assert_eq!(world.journal.safety(world.now), Safety::Sure);
    assert!(world.journal.may_be_left());
    // Without IndexedDB nobody is held back for ever.
    let mut missing = World::with(Default::default(), |w| w.sure.fails(Fault::Throws));
    missing.write(1, Some(4));
    missing.write(1, None);
    missing.wait(2 * UNANSWERED);
    assert!(missing.journal.may_be_left());
}

#[test]
fn an_answer_that_comes_too_late_is_not_heard() {
    let mut world = World::new();
    world.sure.fails(Fault::Hangs);
    world.write(1, Some(4));
    world.wait(UNANSWERED);
    world.write(1, Some(5));
    let late = std::mem::take(&mut world.late);
    assert!(matches!(late[0], Event::Sure { result: Ok(()), .. }), "{late:?}");
    world.happen(late[0].clone());
    assert_ne!(world.journal.safety(world.now), Safety::Sure);
    assert!(!world.journal.awaits(2) && world.journal.pending().count() == 1);
}

#[test]
fn without_the_sure_store_it_is_said_that_only_the_quick_one_has_it() {
    let mut world = World::with(Default::default(), |w| w.sure.fails(Fault::Throws));
    world.write(1, Some(4));
    assert_eq!(world.journal.safety(world.now), Safety::Quick);
    assert!(world.journal.is_stored());
}

#[test]
fn without_any_store_it_is_said_at_once_and_kept_in_mind() {
    let mut world = World::with(Default::default(), |w| {
        w.quick.fails(Fault::Full);
        w.sure.fails(Fault::Throws);
    });
    world.write(1, Some(4));
    assert_eq!(world.journal.safety(world.now), Safety::Nowhere(StorageError::Full));
    assert!(!world.journal.is_stored());
    assert_eq!(world.journal.pending().collect::<Vec<_>>(), ["dk1/d/a/1"]);
}
