//! Where an edition stands on a given day.

use super::{day, edition, file};
use digitaliseringskommun::domain::award::{MilestoneState, Stage, Status, Step, parse, parse_edition};

#[test]
fn an_edition_under_way_tells_what_was_and_what_comes_and_keeps_the_winner() {
    let edition = edition(2023);
    for (today, last, next, days) in [
        (day(2023, 1, 1), None, Step::ApplicationDeadline, 89),
        (day(2023, 3, 31), None, Step::ApplicationDeadline, 0),
        (day(2023, 4, 1), Some(Step::ApplicationDeadline), Step::CompleteExternal, 13),
        (day(2023, 4, 28), Some(Step::CompleteExternal), Step::Nomination, 0),
        (day(2023, 5, 10), Some(Step::Nomination), Step::Announcement, 0),
        (day(2023, 5, 11), Some(Step::Announcement), Step::Dimios, 6),
        (day(2023, 5, 17), Some(Step::Announcement), Step::Dimios, 0),
        (day(2023, 5, 31), Some(Step::Dimios), Step::Shortlist, 0),
        (day(2023, 6, 1), Some(Step::Shortlist), Step::SiteVisits, 61),
        (day(2023, 8, 1), Some(Step::Shortlist), Step::SiteVisits, 0),
        (day(2023, 9, 30), Some(Step::Shortlist), Step::SiteVisits, 0),
        (day(2023, 10, 1), Some(Step::SiteVisits), Step::JuryMeeting, 0),
        (day(2023, 11, 1), Some(Step::JuryMeeting), Step::Prize, 20),
        (day(2023, 11, 20), Some(Step::JuryMeeting), Step::Prize, 1),
    ] {
        let Status::Next(milestone, left) = edition.status(today) else { panic!("{today}") };
        assert_eq!((milestone.step, left), (next, days), "{today}");
        assert_eq!(edition.next_milestone(today), Some(milestone), "{today}");
        assert_eq!(edition.last_milestone(today).map(|m| m.step), last, "{today}");
        assert_eq!(edition.winner(today), None, "{today}");
    }
}

#[test]
fn the_winner_is_known_from_the_day_of_the_prize() {
    let edition = edition(2023);
    let prize_day = day(2023, 11, 21);
    assert_eq!(edition.winner(prize_day).map(|n| n.slug.as_str()), Some("varmdo"));
    assert!(matches!(edition.status(prize_day), Status::Next(m, 0) if m.step == Step::Prize));
    let Status::Over(Some(winner)) = edition.status(day(2023, 11, 22)) else { panic!("not over") };
    assert_eq!(winner.name, "Värmdö");
    assert!(matches!(edition.status(day(2030, 1, 1)), Status::Over(Some(_))));
}

#[test]
fn before_the_prize_not_even_the_order_gives_the_winner_away() {
    let edition = edition(2023);
    let shown = |today| -> Vec<(String, Stage)> {
        edition.nominees_on(today).iter().map(|(n, s)| (n.slug.clone(), *s)).collect()
    };
    let slugs = ["mora-orsa-alvdalen", "nacka", "varmdo", "staffanstorp", "ostersund"];
    let stages = [Stage::Finalist, Stage::Finalist, Stage::Finalist, Stage::Nominated, Stage::Nominated];
    let before: Vec<_> = slugs.iter().map(|s| s.to_string()).zip(stages).collect();
    assert_eq!(shown(day(2023, 11, 20)), before);
    assert_eq!(shown(day(2023, 11, 21))[0], ("varmdo".to_string(), Stage::Winner));
}

#[test]
fn a_year_without_dates_is_over_when_it_has_ended() {
    let edition = edition(2001);
    assert_eq!(edition.status(day(2001, 6, 1)), Status::Unknown);
    assert_eq!(edition.winner(day(2001, 12, 30)), None);
    assert!(matches!(edition.status(day(2002, 1, 1)), Status::Over(Some(n)) if n.slug == "kalix"));
}

#[test]
fn a_winner_without_a_day_is_kept_until_the_prize_has_been() {
    let open = file(2023)
        .replace("\"awarded\": \"2023-11-21\"", "\"awarded\": null")
        .replace("\"planned\": \"2023-11-21\"", "\"planned\": \"2023-11\"");
    let edition = parse(open.as_bytes()).unwrap();
    assert_eq!((edition.awarded, edition.winner(day(2023, 11, 29))), (None, None));
    assert!(edition.winner(day(2023, 11, 30)).is_some());
    assert!(matches!(edition.status(day(2023, 12, 1)), Status::Over(Some(_))));
}

#[test]
fn an_edition_may_open_before_anybody_is_nominated() {
    let mut new: serde_json::Value = serde_json::from_str(&file(2023)).unwrap();
    new["nominees"] = serde_json::json!([]);
    new["nominees_complete"] = false.into();
    let edition = parse(new.to_string().as_bytes()).unwrap();
    assert!(matches!(edition.status(day(2023, 3, 1)), Status::Next(_, 30)));
    assert_eq!(edition.status(day(2023, 12, 1)), Status::Over(None));
}

#[test]
fn one_milestone_at_most_is_next() {
    let edition = edition(2023);
    let states: Vec<_> = edition.milestones_on(day(2023, 5, 11)).map(|(m, s)| (m.step, s)).collect();
    assert_eq!(states[3], (Step::Announcement, MilestoneState::Past));
    assert_eq!(states[4], (Step::Dimios, MilestoneState::Next));
    assert_eq!(states[5], (Step::Shortlist, MilestoneState::Future));
    assert_eq!(states.iter().filter(|(_, s)| *s == MilestoneState::Next).count(), 1);
}

#[test]
fn the_nearest_milestones_begin_two_before_the_next() {
    let edition = edition(2023);
    let all = edition.milestones.len();
    for (today, most, near) in [
        (day(2023, 1, 1), 6, 0..6),
        (day(2023, 5, 11), 6, 2..8),
        (day(2023, 11, 20), 6, all - 6..all),
        (day(2024, 1, 1), 6, all - 6..all),
        (day(2024, 1, 1), 100, 0..all),
        (day(2023, 5, 11), 0, 2..2),
    ] {
        assert_eq!(edition.milestones_near(today, most), near, "{today}");
    }
}

#[test]
fn with_a_moment_set_the_winner_is_kept_to_the_second() {
    use digitaliseringskommun::domain::award::Awaited;
    let with = |moment: &str| {
        let awarded = "\"awarded\": \"2023-11-21\"";
        file(2023).replace(awarded, &format!("{awarded}, \"revealed\": \"{moment}\""))
    };
    let edition = parse(with("2023-11-21T19:30").as_bytes()).unwrap();
    let at = |h, m, s| day(2023, 11, 21).and_hms_opt(h, m, s).unwrap();
    assert_eq!((edition.winner(at(19, 29, 59)), edition.awaited(at(19, 29, 59))), (None, Awaited::Moment(1)));
    assert_eq!(edition.winner(at(19, 30, 0)).map(|n| n.slug.as_str()), Some("varmdo"));
    assert_eq!(edition.awaited(at(19, 30, 0)), Awaited::Nothing);
    assert!(matches!(edition.status(at(19, 29, 59)), Status::Next(m, 0) if m.step == Step::Prize));
    assert!(matches!(edition.status(at(19, 30, 0)), Status::Over(Some(_))));
    let mut unnamed = edition.clone();
    unnamed.nominees.iter_mut().for_each(|n| n.stage = n.stage.max(Stage::Finalist));
    assert_eq!(unnamed.awaited(at(19, 30, 0)), Awaited::Data);
    assert_eq!(unnamed.awaited(day(2023, 11, 22).and_hms_opt(3, 0, 0).unwrap()), Awaited::Nothing);
    assert_eq!(super::edition(2023).awaited(at(19, 0, 0)), Awaited::Nothing);
    let told = |moment: &str| parse_edition(with(moment).as_bytes()).map_err(|p| p.join("; "));
    assert!(told("2023-11-22T08:00").unwrap_err().contains("another day"));
    assert!(told("2023-11-21 19:30").unwrap_err().contains("2023-11-21T19:30"));
}
