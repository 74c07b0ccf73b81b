//! The award's data files, and where an edition stands on a given day.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use chrono::NaiveDate;
use digitaliseringskommun::domain::award::{
    COUNTIES, Edition, MilestoneState, Stage, Status, Step, county_name, current, parse_edition, parse_register,
};
use proptest::prelude::*;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn editions() -> Vec<Edition> {
    let mut files: Vec<_> = std::fs::read_dir("public/data/award").unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    files
        .iter()
        .map(|f| parse_edition(&std::fs::read(f).unwrap()).unwrap_or_else(|p| panic!("{}: {p:?}", f.display())))
        .collect()
}

#[test]
fn every_edition_since_2001_has_its_winner() {
    let winners: Vec<(u16, String)> = editions()
        .iter()
        .map(|e| (e.year, e.winner(day(2026, 1, 1)).map(|n| n.name.clone()).unwrap_or_default()))
        .collect();
    let expected = [
        (2001, "Kalix"),
        (2003, "Nacka"),
        (2005, "Malmö"),
        (2007, "Umeå"),
        (2009, "Falkenberg"),
        (2011, "Upplands Väsby"),
        (2013, "Karlstad"),
        (2015, "Helsingborg"),
        (2017, "Stockholm"),
        (2019, "Lidingö stad"),
        (2021, "Sundsvall"),
        (2023, "Värmdö"),
    ];
    assert_eq!(winners, expected.map(|(y, n)| (y, n.to_string())));
}

#[test]
fn every_municipality_is_in_the_register_under_its_name() {
    let register = parse_register(&std::fs::read("public/data/kommuner.json").unwrap()).unwrap();
    assert_eq!((register.counties.len(), register.municipalities.len()), (21, 290));
    let counties: Vec<(&str, &str)> = register.counties.iter().map(|(c, n)| (c.as_str(), n.as_str())).collect();
    assert_eq!(counties, COUNTIES);
    for nominee in editions().iter().flat_map(|e| &e.nominees) {
        for m in &nominee.municipalities {
            assert!(register.municipalities.contains(&(m.code.clone(), m.name.clone())), "{}", m.name);
            assert!(county_name(&m.code).is_some());
        }
    }
}

#[test]
fn nominees_stand_by_stage_and_then_in_swedish_order() {
    let all = editions();
    let names: Vec<&str> = current(&all).unwrap().nominees.iter().map(|n| n.name.as_str()).collect();
    assert_eq!(names, ["Värmdö", "Mora, Orsa och Älvdalen", "Nacka", "Staffanstorp", "Östersund"]);
    let joint = &current(&all).unwrap().nominees[1];
    assert_eq!(
        (joint.slug.as_str(), joint.municipalities.len(), joint.stage),
        ("mora-orsa-alvdalen", 3, Stage::Finalist)
    );
}

#[test]
fn an_edition_under_way_tells_what_comes_next_and_keeps_the_winner() {
    let all = editions();
    let edition = current(&all).unwrap();
    for (today, step, days) in [
        (day(2023, 1, 1), Step::ApplicationDeadline, 89),
        (day(2023, 5, 11), Step::Dimios, 6),
        (day(2023, 5, 17), Step::Dimios, 0),
        (day(2023, 6, 1), Step::SiteVisits, 61),
        (day(2023, 9, 30), Step::SiteVisits, 0),
        (day(2023, 11, 20), Step::Prize, 1),
    ] {
        let Status::Next(next, left) = edition.status(today) else { panic!("{today}") };
        assert_eq!((next.step, left), (step, days), "{today}");
        assert_eq!(edition.winner(today), None, "{today}");
    }
}

#[test]
fn the_winner_is_known_from_the_day_of_the_prize() {
    let all = editions();
    let edition = current(&all).unwrap();
    assert_eq!(edition.winner(day(2023, 11, 21)).map(|n| n.slug.as_str()), Some("varmdo"));
    let Status::Over(Some(winner)) = edition.status(day(2023, 11, 22)) else { panic!("not over") };
    assert_eq!(winner.name, "Värmdö");
}

#[test]
fn one_milestone_at_most_is_next() {
    let all = editions();
    let states: Vec<_> = current(&all).unwrap().milestones_on(day(2023, 5, 11)).map(|(m, s)| (m.step, s)).collect();
    assert_eq!(states[3], (Step::Announcement, MilestoneState::Past));
    assert_eq!(states[4], (Step::Dimios, MilestoneState::Next));
    assert_eq!(states.iter().filter(|(_, s)| *s == MilestoneState::Next).count(), 1);
}

#[test]
fn problems_are_named_with_their_place() {
    let file = std::fs::read_to_string("public/data/award/2023.json").unwrap();
    let bad = file.replace("\"stage\": \"winner\"", "\"stage\": \"first\"").replace("2023-05-17", "2023-02-30");
    assert_eq!(
        parse_edition(bad.as_bytes()).unwrap_err(),
        ["nominee \"varmdo\": \"first\" is no stage", "milestone \"dimios\": \"2023-02-30\" is no day, month or range"]
    );
    let script = file.replacen("https://kvalitetsmassan.se", "javascript:alert(1)//", 1);
    assert!(parse_edition(script.as_bytes()).unwrap_err()[0].ends_with("is not a web address"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_makes_the_reader_panic(at in 0usize..8000, byte in any::<u8>()) {
        let mut bytes = std::fs::read("public/data/award/2023.json").unwrap();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = parse_edition(&bytes);
    }
}
