//! When what is shown of an edition changes by the clock.

use super::{day, edition, file};
use chrono::{Days, NaiveDateTime, TimeDelta};
use digitaliseringskommun::domain::award::{
    COUNTDOWN, Edition, Gallery, MilestoneState, Stage, Status, Step, next_reveal, parse,
};
use proptest::prelude::*;

fn at(text: &str) -> NaiveDateTime {
    digitaliseringskommun::domain::award::moment(text).unwrap()
}

fn with_moment() -> Edition {
    let awarded = "\"awarded\": \"2023-11-21\"";
    parse(file(2023).replace(awarded, &format!("{awarded}, \"revealed\": \"2023-11-21T19:30\"")).as_bytes()).unwrap()
}

#[test]
fn dates_change_at_midnight_and_the_winner_is_shown_at_its_moment() {
    let (plain, set) = (edition(2023), with_moment());
    for (edition, now, next) in [
        // The days to the next date are told, so each midnight changes them.
        (&plain, "2023-05-11T09:00", Some("2023-05-12T00:00")),
        (&plain, "2023-05-11T00:00", Some("2023-05-12T00:00")),
        // Visits go on for two months.
        (&plain, "2023-08-05T12:00", Some("2023-10-01T00:00")),
        // The winner is shown from the start of the day, and the edition is over at its end.
        (&plain, "2023-11-20T12:00", Some("2023-11-21T00:00")),
        (&plain, "2023-11-21T12:00", Some("2023-11-22T00:00")),
        // Seminars go on for two days more.
        (&plain, "2023-11-22T12:00", Some("2023-11-24T00:00")),
        (&plain, "2023-11-24T00:00", None),
        (&set, "2023-10-05T12:00", Some("2023-11-01T00:00")),
        (&set, "2023-11-14T12:00", Some("2023-11-14T19:30")),
        (&set, "2023-11-21T12:00", Some("2023-11-21T19:30")),
        (&set, "2023-11-21T19:30", Some("2023-11-22T00:00")),
    ] {
        assert_eq!(edition.next_change(at(now)), next.map(at), "{now}");
    }
    assert_eq!(edition(2001).next_change(at("2026-01-01T00:00")), None);
}

#[test]
fn a_page_with_a_countdown_or_without_its_winner_needs_the_clock_at_once() {
    let mut edition = with_moment();
    assert_eq!(edition.shown_until(at("2023-11-13T12:00")), Some(at("2023-11-14T00:00")));
    assert_eq!((edition.countdown(at("2023-11-13T12:00")), edition.countdown(at("2023-11-21T19:30"))), (None, None));
    let moment = at("2023-11-21T19:30");
    assert_eq!(edition.countdown(moment - COUNTDOWN), Some(COUNTDOWN.num_seconds()));
    assert_eq!(edition.shown_until(moment - COUNTDOWN), Some(moment - COUNTDOWN));
    assert_eq!(edition.shown_until(moment), Some(at("2023-11-22T00:00")));
    edition.nominees.iter_mut().for_each(|n| n.stage = n.stage.max(Stage::Finalist));
    assert_eq!((edition.countdown(moment), edition.shown_until(moment)), (Some(0), Some(moment)));
    let next_day = at("2023-11-22T08:00");
    assert_eq!((edition.countdown(next_day), edition.shown_until(next_day)), (None, Some(at("2023-11-24T00:00"))));
}

#[test]
fn among_all_editions_only_a_winner_to_come_changes_anything() {
    let editions = [edition(2021), with_moment()];
    let gallery = Gallery::of(&editions);
    for (now, next) in [
        ("2023-11-20T12:00", Some("2023-11-21T19:30")),
        ("2023-11-21T19:30", None),
        ("2019-01-01T00:00", Some(&*editions[0].reveal().format("%Y-%m-%dT%H:%M").to_string())),
    ] {
        assert_eq!(next_reveal(&editions, at(now)), next.map(at), "{now}");
        assert_eq!(gallery.next_change(at(now)), next.map(at), "{now}");
    }
}

/// All that pages show of an edition by the clock.
fn shown(edition: &Edition, now: NaiveDateTime) -> impl PartialEq + std::fmt::Debug {
    let status = match edition.status(now) {
        Status::Over(winner) => ("over", winner.map(|n| n.slug.clone()), None),
        Status::Next(milestone, days) => ("next", None, Some((milestone.step, days))),
        Status::Unknown => ("unknown", None, None),
    };
    let dates: Vec<(Step, MilestoneState, Option<i64>)> = edition
        .milestones_on(now.date())
        .map(|(m, state)| {
            let days = (state == MilestoneState::Next).then(|| m.when().days_until(now.date()));
            (m.step, state, days)
        })
        .collect();
    let nominees: Vec<(String, Stage)> =
        edition.nominees_on(now).into_iter().map(|(n, stage)| (n.slug.clone(), stage)).collect();
    (status, dates, edition.milestones_near(now.date(), 6), nominees, edition.countdown(now).is_some())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_changes_before_the_next_change(minutes in 0_i64..430 * 24 * 60, part in 0.0..1.0_f64, moment in any::<bool>()) {
        let edition = if moment { with_moment() } else { edition(2023) };
        let now = NaiveDateTime::from(day(2022, 12, 1)) + TimeDelta::minutes(minutes);
        let next = edition.next_change(now);
        let end = next.unwrap_or(now + Days::new(400));
        prop_assert!(end > now);
        let seconds = (end - now).num_seconds();
        let between = now + TimeDelta::seconds(((seconds - 1) as f64 * part) as i64);
        prop_assert_eq!(shown(&edition, between), shown(&edition, now), "{} and {}", now, between);
    }
}
