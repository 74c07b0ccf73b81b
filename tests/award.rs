//! The award's data files, and where an edition stands on a given day.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "award/change.rs"]
mod change;
#[path = "award/problems.rs"]
mod problems;
#[path = "award/status.rs"]
mod status;

use chrono::NaiveDate;
use digitaliseringskommun::domain::award::collected::Collected;
use digitaliseringskommun::domain::award::{
    COUNTIES, Edition, Period, Stage, Step, carried_municipalities, county_name, current, history, parse,
    parse_edition, parse_folder, parse_municipalities, parse_register, read_edition, read_editions,
};
use digitaliseringskommun::domain::origin::Origin;

const FOLDER: &str = "public/data/award";

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn files() -> Vec<(String, Vec<u8>)> {
    let mut paths: Vec<_> = std::fs::read_dir(FOLDER).unwrap().map(|f| f.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|p| (p.file_name().unwrap().to_str().unwrap().to_string(), std::fs::read(p).unwrap())).collect()
}

fn editions() -> Vec<Edition> {
    files().iter().map(|(name, bytes)| parse(bytes).unwrap_or_else(|p| panic!("{name}: {p:?}"))).collect()
}

fn edition(year: u16) -> Edition {
    editions().into_iter().find(|e| e.year == year).unwrap()
}

fn file(year: u16) -> String {
    std::fs::read_to_string(format!("{FOLDER}/{year}.json")).unwrap()
}

#[test]
fn every_edition_from_2001_to_2023_has_its_winner() {
    // Known by heart, from the sources and not from the files. Later editions need no line here.
    let winners: Vec<(u16, String)> = editions()
        .iter()
        .filter(|e| e.year <= 2023)
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
        (2019, "Lidingö"),
        (2021, "Sundsvall"),
        (2023, "Värmdö"),
    ];
    assert_eq!(winners, expected.map(|(y, n)| (y, n.to_string())));
}

#[test]
fn nobody_is_lost_on_the_way_from_the_sources() {
    let count = |e: &Edition, stage| e.nominees.iter().filter(|n| n.stage == stage).count();
    let counts: Vec<_> = editions()
        .iter()
        .filter(|e| e.year <= 2023)
        .map(|e| (e.year, Stage::ALL.map(|s| count(e, s)), e.milestones.len(), e.nominees_complete))
        .collect();
    let lone = [2001, 2003, 2005, 2007, 2009, 2011].map(|year| (year, [1, 0, 0], 0, false));
    let known = [
        (2013, [1, 2, 0], 0, true),
        (2015, [1, 0, 7], 1, true),
        (2017, [1, 4, 1], 1, false),
        (2019, [1, 4, 0], 6, true),
        (2021, [1, 2, 0], 7, false),
        (2023, [1, 2, 2], 10, true),
    ];
    assert_eq!(counts, [lone, known].concat());
}

#[test]
fn every_municipality_is_in_the_register_and_every_source_is_listed() {
    let register = parse_register(&std::fs::read("public/data/kommuner.json").unwrap()).unwrap();
    assert_eq!((register.counties.len(), register.municipalities.len()), (21, 290));
    let counties: Vec<(&str, &str)> = register.counties.iter().map(|(c, n)| (c.as_str(), n.as_str())).collect();
    assert_eq!(counties, COUNTIES);
    assert!(register.municipalities.iter().all(|(code, _)| county_name(code).is_some()));
    assert!(register.municipalities.is_sorted_by(|a, b| a.0 < b.0));
    // Names, sources and file names are checked by the code that builds the site.
    assert_eq!(parse_folder(&files(), &register).map(|all| all.len()), Ok(editions().len()));
}

#[test]
fn what_the_sources_contradict_stays_visible() {
    let edition_2023 = edition(2023);
    let on = |step| edition_2023.milestones.iter().find(|m| m.step == step).unwrap();
    assert_eq!(on(Step::Nomination).when(), Period::parse("2023-04-28").unwrap());
    assert_eq!(on(Step::Announcement).when(), Period::parse("2023-05-10").unwrap());
    assert!(on(Step::Nomination).note.as_ref().unwrap().sv.contains("10 maj"));
    let edition_2021 = edition(2021);
    let prize = edition_2021.milestones.iter().find(|m| m.step == Step::Prize).unwrap();
    assert_eq!(prize.planned, Period::parse("2022-03-07").unwrap());
    assert_eq!(prize.when(), Period::parse("2022-05-02").unwrap());
    assert!(prize.note.is_some());
}

#[test]
fn nominees_stand_by_stage_and_then_in_swedish_order() {
    let edition = edition(2023);
    let names: Vec<&str> = edition.nominees.iter().map(|n| n.name.as_str()).collect();
    assert_eq!(names, ["Värmdö", "Mora, Orsa och Älvdalen", "Nacka", "Staffanstorp", "Östersund"]);
    let joint = &edition.nominees[1];
    assert_eq!(
        (joint.slug.as_str(), joint.municipalities.len(), joint.stage),
        ("mora-orsa-alvdalen", 3, Stage::Finalist)
    );
}

#[test]
fn the_latest_edition_is_the_current_one() {
    let mut all = editions();
    let latest = all.last().unwrap().year;
    all.reverse();
    assert_eq!(current(&all).map(|e| e.year), Some(latest));
    assert_eq!(current(&[]), None);
}

#[test]
fn milestones_stand_in_the_order_they_end() {
    let steps: Vec<Step> = edition(2021).milestones.iter().map(|m| m.step).collect();
    let expected = [
        Step::ApplicationDeadline,
        Step::CompleteExternal,
        Step::Nomination,
        Step::Dimios,
        Step::Shortlist,
        Step::Meetings,
        Step::Prize,
    ];
    assert_eq!(steps, expected);
}

#[test]
fn a_municipality_is_followed_through_all_editions() {
    let mut all = editions();
    all.retain(|e| e.year <= 2023);
    let today = day(2026, 1, 1);
    let nacka = [(2003, "nacka", Stage::Winner), (2023, "nacka", Stage::Finalist)];
    assert_eq!(history(&all, "0182", today), nacka);
    assert_eq!(history(&all, "2039", today), [(2023, "mora-orsa-alvdalen", Stage::Finalist)]);
    assert_eq!(history(&all, "0114", today), [(2011, "upplands-vasby", Stage::Winner)]);
    assert_eq!(history(&all, "0115", today), []);
    assert_eq!(history(&all, "0120", day(2023, 11, 20)), [(2023, "varmdo", Stage::Finalist)]);
}

#[test]
fn what_the_browser_reads_is_what_the_checked_file_says() {
    for (_, bytes) in files() {
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(read_edition(&text), Some(parse_edition(text.as_bytes()).unwrap()));
        let newer = text.replacen("\"format\": 1", "\"format\": 1, \"colour\": \"blue\"", 1);
        assert_eq!(read_edition(&newer), read_edition(&text), "unknown fields are ignored");
    }
    let register = std::fs::read_to_string("public/data/kommuner.json").unwrap();
    assert_eq!(carried_municipalities(&register).unwrap(), parse_municipalities(register.as_bytes()).unwrap());
    assert_eq!(carried_municipalities("{\"municipalities\":[[\"0114\"]]}"), None);
}

#[test]
fn what_is_damaged_is_not_read() {
    assert_eq!(read_edition("{}"), None);
    for (from, to) in
        [("\"winner\"", "\"best\""), ("\"2023-05-17\"", "\"soon\""), ("{", "["), ("\"news\"", "\"nominees\"")]
    {
        assert_eq!(read_edition(&file(2023).replace(from, to)), None, "{from} {to}");
    }
}

#[test]
fn the_collected_file_gives_back_what_it_was_made_of() {
    let (editions, origin) = (editions(), Origin::parse("https://example.se").unwrap());
    let page = |year: u16, slug: &str, _| format!("/{year}/{slug}");
    let at = |now| Collected { editions: &editions, now, origin: &origin, schema: "/s.json", page }.json();
    let later = at(day(2026, 1, 1).into());
    assert_eq!(read_editions(&later), Some(editions.clone()));
    assert_eq!(read_editions(&later.replacen("\"format\": 1", "\"format\": 2", 1)), None);
    assert_eq!(read_editions("{\"format\": 1}"), None);
    // Made before the winner was shown, it does not know of it.
    let before = read_editions(&at(day(2023, 11, 1).into())).unwrap();
    assert_eq!(before.last().unwrap().winner(day(2026, 1, 1)), None);
}
