//! Looking for nominees.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use chrono::{NaiveDate, NaiveDateTime};
use digitaliseringskommun::domain::award::{
    Edition, Filter, Gallery, Stage, carried_gallery, gallery_text, parse, parse_municipalities, slug_of,
};
use proptest::prelude::*;
use std::collections::HashSet;

fn editions() -> Vec<Edition> {
    let files = std::fs::read_dir("public/data/award").unwrap();
    files.map(|f| parse(&std::fs::read(f.unwrap().path()).unwrap()).unwrap()).collect()
}

fn noon(y: i32, m: u32, d: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(y, m, d).unwrap().and_hms_opt(12, 0, 0).unwrap()
}

fn found(gallery: &Gallery, filter: &Filter) -> Vec<(u16, String, Stage)> {
    let found = gallery.find(filter, noon(2026, 1, 1));
    found.iter().flat_map(|(e, all)| all.iter().map(|(n, stage)| (e.year, n.name.clone(), *stage))).collect()
}

fn searched(text: &str) -> Vec<(u16, String, Stage)> {
    found(&Gallery::of(&editions()), &Filter { text: text.into(), ..Filter::default() })
}

#[test]
fn what_a_page_carries_is_the_gallery() {
    let gallery = Gallery::of(&editions());
    assert_eq!(carried_gallery(&gallery_text(&gallery)), Some(gallery.clone()));
    assert_eq!(gallery.count(), editions().iter().map(|e| e.nominees.len()).sum::<usize>());
    assert!(gallery.editions.windows(2).all(|pair| pair[0].year > pair[1].year));
}

#[test]
fn a_word_finds_names_counties_and_years_with_or_without_dots() {
    let names = |text: &str| searched(text).into_iter().map(|(year, name, _)| (year, name)).collect::<Vec<_>>();
    assert_eq!(names("VARMDO"), names("Värmdö"));
    assert!(names("värmd").contains(&(2023, "Värmdö".into())));
    assert!(names("orsa").contains(&(2023, "Mora, Orsa och Älvdalen".into())));
    assert!(names("stockholms län 2023").contains(&(2023, "Nacka".into())));
    assert_eq!(names("Nacka kommun"), names("nacka"));
    assert_eq!(names("Staffanstorps kommun 2023").len(), 0, "an ending ends what is typed");
    for until in 1..="östersunds kommun".chars().count() {
        let typed: String = "Östersunds kommun".chars().take(until).collect();
        assert!(names(&typed).contains(&(2023, "Östersund".into())), "{typed}");
    }
    assert!(names("ärmd").is_empty(), "a word is found by its beginning");
    assert!(names("xyz").is_empty());
}

#[test]
fn all_that_is_set_must_fit() {
    let gallery = Gallery::of(&editions());
    let filter =
        Filter { year: Some(2023), stage: Some(Stage::Finalist), county: Some("01".into()), text: String::new() };
    assert_eq!(found(&gallery, &filter), [(2023, "Nacka".into(), Stage::Finalist)]);
    let winners = found(&gallery, &Filter { stage: Some(Stage::Winner), ..Filter::default() });
    assert_eq!(winners.len(), 12);
}

#[test]
fn before_its_moment_a_winner_is_found_as_a_finalist() {
    let gallery = Gallery::of(&editions());
    let winner = Filter { year: Some(2023), stage: Some(Stage::Winner), ..Filter::default() };
    assert!(gallery.find(&winner, noon(2023, 11, 20)).is_empty());
    let all = Filter { year: Some(2023), ..Filter::default() };
    let names: Vec<_> = gallery.find(&all, noon(2023, 11, 20))[0].1.iter().map(|(n, _)| n.name.clone()).collect();
    assert_eq!(names, ["Mora, Orsa och Älvdalen", "Nacka", "Värmdö", "Staffanstorp", "Östersund"]);
}

#[test]
fn every_municipality_has_an_address_of_its_own() {
    let all = parse_municipalities(&std::fs::read("public/data/kommuner.json").unwrap()).unwrap();
    let slugs: HashSet<String> = all.iter().map(|m| slug_of(&m.name)).collect();
    assert_eq!(slugs.len(), all.len());
    assert!(slugs.iter().all(|s| s.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')), "{slugs:?}");
    assert_eq!(slug_of("Upplands Väsby"), "upplands-vasby");
}

proptest! {
    #[test]
    fn an_address_holds_the_filter(
        year in proptest::option::of(2000_u16..2100),
        stage in proptest::option::of(proptest::sample::select(Stage::ALL.to_vec())),
        county in proptest::option::of(proptest::sample::select(vec!["01", "12", "25"])),
        text in "[^\\p{C}]{0,20}",
    ) {
        let filter = Filter { year, stage, county: county.map(str::to_string), text: text.trim().to_string() };
        let query = filter.query();
        prop_assert!(query.bytes().all(|b| b.is_ascii_alphanumeric() || b"?&=%".contains(&b)));
        let of = |name: &str| {
            let pairs = query.strip_prefix('?')?.split('&').filter_map(|pair| pair.split_once('='));
            pairs.into_iter().find(|(n, _)| *n == name).map(|(_, value)| decode(value))
        };
        prop_assert_eq!(Filter::parse(of), filter);
    }

    #[test]
    fn no_address_and_no_word_makes_it_stumble(value in ".{0,80}") {
        let filter = Filter::parse(|_| Some(value.clone()));
        let _ = Gallery::of(&editions()[..2]).find(&filter, noon(2026, 1, 1));
    }
}

fn decode(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), text.as_bytes());
    while let Some((first, after)) = rest.split_first() {
        if *first == b'%' {
            bytes.push(u8::from_str_radix(std::str::from_utf8(&after[..2]).unwrap(), 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap()
}
