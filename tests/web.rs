//! The adapters, in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use chrono::NaiveDate;
use digitaliseringskommun::browser::{clock, intl, random, storage};
use digitaliseringskommun::domain::text::Locale;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn what_is_stored_is_there_until_it_is_removed() {
    storage::set("prov/å", "ett 🎈").unwrap();
    storage::set("prov/b", "två").unwrap();
    storage::set("annat", "x").unwrap();
    assert_eq!(storage::get("prov/å").unwrap().as_deref(), Some("ett 🎈"));
    let mut keys = storage::keys("prov/").unwrap();
    keys.sort();
    assert_eq!(keys, ["prov/b", "prov/å"]);
    storage::remove("prov/å").unwrap();
    assert_eq!(storage::get("prov/å"), Ok(None));
}

#[wasm_bindgen_test]
fn a_full_store_says_so_and_keeps_what_it_had() {
    storage::set("full", "kvar").unwrap();
    let much = "x".repeat(6_000_000);
    assert_eq!(storage::set("full", &much), Err(storage::StorageError::Full));
    assert_eq!(storage::get("full").unwrap().as_deref(), Some("kvar"));
}

#[wasm_bindgen_test]
fn dates_and_numbers_read_as_the_prerenderer_writes_them() {
    let day = NaiveDate::from_ymd_opt(2023, 5, 17).unwrap();
    assert_eq!(intl::date(Locale::Sv, day), "17 maj 2023");
    assert_eq!(intl::date(Locale::En, day), "17 May 2023");
    assert_eq!(intl::day(Locale::Sv, day), "17 maj");
    assert_eq!(intl::month(Locale::Sv, NaiveDate::from_ymd_opt(2023, 8, 1).unwrap()), "augusti");
    assert_eq!((intl::tenths(Locale::Sv, 565), intl::tenths(Locale::En, 565)), ("56,5".into(), "56.5".into()));
    assert_eq!((intl::tenths(Locale::Sv, 600), intl::tenths(Locale::Sv, 1000)), ("60".into(), "100".into()));
}

#[wasm_bindgen_test]
fn swedish_names_sort_with_their_letters_last() {
    let mut names = vec!["Östersund", "Ånge", "Älvdalen", "Zorn"];
    intl::sort_by_name(Locale::Sv, &mut names, |n| n);
    assert_eq!(names, ["Zorn", "Ånge", "Älvdalen", "Östersund"]);
}

#[wasm_bindgen_test]
fn the_day_in_stockholm_is_a_day() {
    let today = clock::today_in_stockholm();
    assert!(today > NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(), "{today}");
    assert_eq!(clock::utc_stamp(1_779_028_325_000), "2026-05-17T14:32:05Z");
}

#[wasm_bindgen_test]
fn names_are_random_and_of_their_form() {
    let (one, other) = (random::uuid(), random::uuid());
    assert_ne!(one, other);
    assert_eq!((one.len(), &one[14..15]), (36, "4"));
    assert_eq!(random::name(10).len(), 10);
}
