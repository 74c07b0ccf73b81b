use super::*;
use crate::domain::answers::Answer;
use crate::domain::award::Municipality;
use crate::domain::instrument;
use proptest::prelude::*;

const IDLE: u64 = 60_000;
const COUNTDOWN: u64 = 20_000;

fn questionnaire() -> Instrument {
    let file = std::fs::read("public/data/instruments/dimios-2023.json").expect("the file");
    instrument::parse(&file, "abcdef0123").expect("good file")
}

fn kiosk() -> Kiosk {
    Kiosk::new(&questionnaire(), Locale::Sv, false, (0, 600))
}

fn nacka() -> Municipality {
    Municipality { code: "0182".into(), name: "Nacka".into() }
}

fn pin() -> Pin {
    let hash = "a1b2".repeat(16);
    let file = ["{\"salt\":\"abcd\",\"rounds\":1,\"hash\":\"", &hash, "\"}"].concat();
    serde_json::from_str(&file).expect("pin")
}

/// Lets time pass without anybody there. Returns what happened.
fn wait(kiosk: &mut Kiosk, from: u64, until: u64) -> Vec<(u64, Effect)> {
    let mut all = Vec::new();
    for now in (from..=until).step_by(1000) {
        all.extend(kiosk.step(Event::Tick, now).into_iter().map(|effect| (now, effect)));
    }
    all
}

fn is_over(kiosk: &Kiosk) -> bool {
    matches!(kiosk.stage, Stage::Over(_))
}

#[test]
fn a_visitor_goes_from_the_loop_to_the_result() {
    let mut kiosk = kiosk();
    assert_eq!(kiosk.step(Event::See(View::Choose), 1), [Effect::Show, Effect::Arrive]);
    kiosk.step(Event::Choose(Some(nacka())), 2);
    kiosk.step(Event::Begin { whole: false }, 3);
    assert_eq!(kiosk.visit().map(|v| v.asked.len()), Some(10));
    for n in 0..10 {
        kiosk.step(Event::Answer(Answer::Step(4)), 4 + n);
    }
    let visit = kiosk.visit().expect("a session");
    assert_eq!((visit.view, visit.sheet.answered(), visit.is_complete()), (View::Result, 10, false));
    kiosk.step(Event::See(View::Send), 20);
    assert_eq!(kiosk.visit().map(|v| v.view), Some(View::Result), "a short form is not sent");
    kiosk.step(Event::Rest, 21);
    assert_eq!(kiosk.visit().map(|v| (v.asked.len(), v.view)), Some((20, View::Statement(0))));
    for n in 0..20 {
        kiosk.step(Event::Answer(Answer::DontKnow), 30 + n);
    }
    assert!(kiosk.visit().is_some_and(Visit::is_complete));
    kiosk.step(Event::See(View::Send), 60);
    kiosk.step(Event::Sent("k".into()), 61);
    assert_eq!(kiosk.visit().map(|v| v.view), Some(View::Sent));
    assert_eq!(kiosk.step(Event::End, 62), [Effect::Show, Effect::Reset]);
}

#[test]
fn one_can_go_back_all_the_way_and_answers_stay() {
    let mut kiosk = kiosk();
    for event in [Event::See(View::Choose), Event::Choose(None), Event::Begin { whole: true }] {
        kiosk.step(event, 1);
    }
    kiosk.step(Event::Answer(Answer::Step(2)), 2);
    kiosk.step(Event::Skip, 2);
    for view in [View::Statement(1), View::Statement(0), View::Form, View::Choose] {
        kiosk.step(Event::Back, 3);
        assert_eq!(kiosk.visit().map(|v| v.view), Some(view));
    }
    assert_eq!(kiosk.visit().map(|v| v.sheet.get(0)), Some(Answer::Step(2)));
    assert!(kiosk.step(Event::Back, 4).contains(&Effect::Reset));
}

#[test]
fn who_only_looked_at_nominees_leaves_nothing_to_forget() {
    let mut kiosk = kiosk();
    kiosk.step(Event::See(View::Nominees), 1);
    kiosk.step(Event::See(View::Nominee(2)), 2);
    kiosk.step(Event::Back, 3);
    assert_eq!(kiosk.step(Event::Back, 4), [Effect::Show, Effect::Arrive]);
    assert!(matches!(kiosk.stage, Stage::Attract { .. }));
}

#[test]
fn the_countdown_begins_after_the_idle_time_and_ends_in_a_reset() {
    let mut kiosk = kiosk();
    kiosk.step(Event::See(View::Choose), 0);
    kiosk.step(Event::Touch, 30_000);
    let effects = wait(&mut kiosk, 31_000, 200_000);
    assert_eq!(effects.first(), Some(&(90_000, Effect::Show)));
    assert_eq!(effects.get(1), Some(&(90_000, Effect::Ask(20))));
    assert!(effects.contains(&(109_000, Effect::Ask(1))));
    assert!(effects.contains(&(110_000, Effect::Reset)));
    assert!(effects.contains(&(120_000, Effect::Reset)), "said again while the page stands");
}

#[test]
fn the_countdown_can_be_extended_any_number_of_times() {
    let mut kiosk = kiosk();
    kiosk.step(Event::See(View::Choose), 0);
    let mut now = 0;
    for _ in 0..100 {
        let effects = wait(&mut kiosk, now, now + IDLE + COUNTDOWN - 1000);
        assert!(kiosk.asks.is_some() && !effects.iter().any(|(_, e)| *e == Effect::Reset));
        now += IDLE + COUNTDOWN - 1000;
        assert_eq!(kiosk.step(Event::Continue, now), [Effect::Show]);
        assert_eq!(kiosk.asks, None);
    }
    assert_eq!(kiosk.visit().map(|v| v.view), Some(View::Choose));
}

#[test]
fn a_touch_during_the_countdown_begins_it_anew_without_doing_anything_else() {
    let mut kiosk = kiosk();
    kiosk.step(Event::See(View::Choose), 0);
    wait(&mut kiosk, 0, 79_000);
    assert_eq!(kiosk.step(Event::Choose(Some(nacka())), 79_500), []);
    let effects = wait(&mut kiosk, 80_000, 99_000);
    assert!(!is_over(&kiosk), "{effects:?}");
    assert_eq!(kiosk.visit().map(|v| v.who.clone()), Some(None));
}

#[test]
fn the_loop_moves_stops_and_goes_on_by_itself() {
    let mut kiosk = kiosk();
    wait(&mut kiosk, 0, 12_000);
    assert!(matches!(kiosk.stage, Stage::Attract { slide: 1, .. }));
    kiosk.step(Event::Pause, 12_500);
    wait(&mut kiosk, 13_000, 60_000);
    assert!(matches!(kiosk.stage, Stage::Attract { slide: 1, paused: true, .. }));
    wait(&mut kiosk, 61_000, 90_000);
    assert!(matches!(kiosk.stage, Stage::Attract { slide: 2, paused: false, .. }), "{:?}", kiosk.stage);
    let mut still = Kiosk::new(&questionnaire(), Locale::Sv, true, (0, 600));
    wait(&mut still, 0, 100_000);
    assert!(matches!(still.stage, Stage::Attract { slide: 0, .. }));
    still.step(Event::Slide { forwards: true }, 100_500);
    assert!(matches!(still.stage, Stage::Attract { slide: 1, .. }));
}

#[test]
fn another_language_is_put_back_when_nobody_is_there() {
    let mut kiosk = kiosk();
    kiosk.step(Event::Speak, 0);
    assert_eq!(kiosk.locale, Locale::En);
    wait(&mut kiosk, 1000, 61_000);
    assert_eq!(kiosk.locale, Locale::Sv);
}

#[test]
fn it_loads_anew_at_night_but_never_while_somebody_is_there() {
    // Loaded at 10:00, so 04:00 is 18 hours away.
    let night = 18 * 3_600_000;
    let mut kiosk = kiosk();
    assert!(!wait(&mut kiosk, night - 60_000, night - 1000).iter().any(|(_, e)| *e == Effect::Reset));
    kiosk.step(Event::See(View::Nominees), night - 500);
    kiosk.step(Event::Back, night + 5000);
    assert!(!is_over(&kiosk));
    assert!(!wait(&mut kiosk, night + 6000, night + 60_000).iter().any(|(_, e)| *e == Effect::Reset), "just left");
    assert!(wait(&mut kiosk, night + 61_000, night + 66_000).iter().any(|(_, e)| *e == Effect::Reset));
    let mut never = self::kiosk();
    never.settings.reload_at = None;
    assert!(!wait(&mut never, night, night + 10_000).iter().any(|(_, e)| *e == Effect::Reset));
    assert!(is_due((0, 240), 240, 24 * 3_600_000) && !is_due((0, 240), 240, 23 * 3_600_000));
}

#[test]
fn wrong_pins_make_one_wait_longer_each_time_and_leaving_does_not_help() {
    let mut kiosk = kiosk();
    assert_eq!(kiosk.step(Event::Hold, 0), [], "no PIN, no room");
    kiosk.settings.pin = Some(pin());
    kiosk.step(Event::Hold, 1);
    assert_eq!(kiosk.stage, Stage::Pin);
    kiosk.step(Event::Pin("0000".into()), 10);
    assert_eq!(kiosk.closed_until, 2010);
    assert_eq!(kiosk.step(Event::Pin("0000".into()), 100), [], "not looked at");
    kiosk.step(Event::Back, 200);
    kiosk.step(Event::Hold, 300);
    kiosk.step(Event::Pin("0001".into()), 3000);
    assert_eq!(kiosk.closed_until, 7000);
    let mut now = 7000;
    for n in 0..20 {
        now = kiosk.closed_until.max(now);
        kiosk.step(Event::Pin(n.to_string()), now);
    }
    assert_eq!(kiosk.closed_until - now, LONGEST_WAIT);
    assert_eq!(kiosk.stage, Stage::Pin);
}

fn any_event() -> impl Strategy<Value = Event> {
    let view = prop_oneof![
        Just(View::Choose),
        Just(View::Form),
        (0usize..40).prop_map(View::Statement),
        Just(View::Result),
        Just(View::TakeHome),
        Just(View::Send),
        Just(View::Sent),
        Just(View::Nominees),
        (0usize..9).prop_map(View::Nominee),
        Just(View::Dates),
    ];
    prop_oneof![
        3 => Just(Event::Tick),
        1 => Just(Event::Touch),
        1 => any::<bool>().prop_map(|forwards| Event::Slide { forwards }),
        1 => Just(Event::Pause),
        1 => Just(Event::Speak),
        3 => view.prop_map(Event::See),
        1 => any::<bool>().prop_map(|some| Event::Choose(some.then(nacka))),
        2 => any::<bool>().prop_map(|whole| Event::Begin { whole }),
        8 => (1u8..7).prop_map(|step| Event::Answer(Answer::Step(step))),
        1 => Just(Event::Answer(Answer::DontKnow)),
        1 => Just(Event::Skip),
        1 => Just(Event::Back),
        1 => Just(Event::Rest),
        1 => Just(Event::Sent("k".into())),
        1 => Just(Event::Continue),
        1 => Just(Event::Hold),
        1 => Just(Event::Pin("4711".into())),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_it_is_back_at_the_loop_once_nobody_is_there(
        events in proptest::collection::vec((any_event(), 0u64..25_000), 0..60),
        end in proptest::bool::weighted(0.2),
    ) {
        let mut kiosk = kiosk();
        kiosk.settings.pin = Some(pin());
        let (mut now, mut touched) = (0, 0);
        for (event, after) in events {
            now += after;
            let is_touch = !matches!(event, Event::Tick | Event::Sent(_));
            let was_over = is_over(&kiosk);
            let effects = kiosk.step(event, now);
            if is_touch { touched = now; }
            // A session ends only by the visitor's wish (Back from the first view) or by timeout.
            if effects.contains(&Effect::Reset) && !was_over && !is_touch {
                prop_assert!(now - touched >= COUNTDOWN.min(IDLE), "{} after a touch", now - touched);
            }
            if let Some(Visit { view: View::Statement(at), asked, .. }) = kiosk.visit() {
                prop_assert!(*at < asked.len());
            }
        }
        if end { kiosk.step(Event::End, now); }
        let effects = wait(&mut kiosk, now, now + IDLE + COUNTDOWN + 2000);
        let looping = matches!(kiosk.stage, Stage::Attract { paused: false, .. }) && kiosk.locale == Locale::Sv;
        prop_assert!(looping || is_over(&kiosk), "{:?} {effects:?}", kiosk.stage);
    }

    #[test]
    fn nothing_of_a_session_outlives_a_reset(events in proptest::collection::vec(any_event(), 0..60)) {
        let mut kiosk = kiosk();
        for (now, event) in (0..).zip(events) {
            kiosk.step(event, now);
        }
        kiosk.step(Event::Continue, 100);
        kiosk.step(Event::End, 100);
        if !is_over(&kiosk) { return Ok(()); }
        let told = format!("{kiosk:?}");
        prop_assert!(!told.contains("Nacka") && !told.contains("\"k\"") && !told.contains("Step("), "{told}");
        for event in [Event::Touch, Event::See(View::Choose), Event::Hold, Event::Continue, Event::Back] {
            prop_assert_eq!(kiosk.step(event, 101), Vec::<Effect>::new());
        }
    }

}
