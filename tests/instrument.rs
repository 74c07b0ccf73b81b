//! The instrument file: the first one, and what is said of bad ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use digitaliseringskommun::domain::instrument::{Basis, parse};
use digitaliseringskommun::domain::text::Locale;
use proptest::prelude::*;

fn file() -> String {
    std::fs::read_to_string("public/data/instruments/dimios-2023.json").unwrap()
}

fn sentences(file: &str, locale: Locale) -> Vec<String> {
    parse(file.as_bytes(), "").expect_err("a bad file").iter().map(|p| p.describe(locale)).collect()
}

#[test]
fn the_first_instrument_has_its_thirty_statements() {
    let i = parse(file().as_bytes(), "abc").unwrap();
    let per_category: Vec<usize> = (0..i.categories.len()).map(|c| i.statements_of(c).count()).collect();
    assert_eq!(per_category, [7, 6, 5, 4, 4, 4]);
    assert_eq!((i.dimensions.len(), i.steps(), i.rules.threshold_percent), (2, 6, 50));
    let reversed: Vec<&str> = i.statements.iter().filter(|s| s.reversed).map(|s| s.id.as_str()).collect();
    assert_eq!(reversed, ["skugg_it", "teknisk_skuld"]);
    assert_eq!(i.statements.iter().filter(|s| s.basis == Basis::Own).count(), 4);
    assert_eq!(i.reference.sha256, "abc");
}

#[test]
fn the_short_form_has_ten_statements_of_every_category() {
    let i = parse(file().as_bytes(), "abc").unwrap();
    assert_eq!(i.short().len(), 10);
    for category in 0..i.categories.len() {
        assert!(i.statements_of(category).any(|(_, s)| s.short), "{}", i.categories[category].id);
    }
    let bad = file().replacen("\"short\": true", "\"short\": \"ja\"", 1);
    assert!(sentences(&bad, Locale::En)[0].contains("(short)"), "{:?}", sentences(&bad, Locale::En));
}

#[test]
fn a_missing_text_is_named_with_category_statement_and_language() {
    let mut bad: serde_json::Value = serde_json::from_str(&file()).unwrap();
    let statement = &mut bad["dimensions"][1]["categories"][2]["statements"][1];
    assert_eq!(statement["id"], "skugg_it");
    statement["text"]["sv"] = "".into();
    let bad = bad.to_string();
    assert_eq!(
        sentences(&bad, Locale::Sv),
        ["Kategorin \"teknik\": påståendet \"skugg_it\" saknar svensk text (text)."]
    );
    assert_eq!(
        sentences(&bad, Locale::En),
        ["Category \"teknik\": statement \"skugg_it\" has no Swedish text (text)."]
    );
}

#[test]
fn all_problems_are_told_at_once() {
    let bad = file()
        .replace("\"id\": \"kultur\"", "\"id\": \"oppna_data\"")
        .replace("\"threshold_percent\": 50", "\"threshold_percent\": 101")
        .replace("mean_of_categories", "median")
        .replace("\"basis\": \"own\"", "\"basis\": \"mine\"")
        .replace("\"id\": \"balansering\"", "\"id\": \"granska\"");
    let found = sentences(&bad, Locale::En);
    let own = "needs one of the words reconstructed, own (basis).";
    let expected = [
        "The file needs one of the words mean_of_categories, mean_of_statements (dimension).".to_string(),
        "The file needs a whole number 0–100 (threshold_percent).".into(),
        "Category \"innovation\": statement \"oppna_data\" has an id that is already used.".into(),
        "Category \"granska\" has an id that a page already has.".into(),
        format!("Category \"organisation\": statement \"dokumenterad_kunskap\" {own}"),
        format!("Category \"organisation\": statement \"tydligt_agarskap\" {own}"),
        format!("Category \"anvandare\": statement \"digital_vana\" {own}"),
        format!("Category \"anvandare\": statement \"erfarenhet_inforanden\" {own}"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn parts_that_are_missing_are_told_beside_the_rest() {
    let mut bad: serde_json::Value = serde_json::from_str(&file()).unwrap();
    for key in ["rules", "quadrants"] {
        bad.as_object_mut().unwrap().remove(key);
    }
    bad["id"] = "../Ö x".into();
    bad["title"]["en"] = "x".repeat(2001).into();
    bad["dimensions"][0]["categories"][0]["statements"][2]["id"] = "".into();
    bad["dimensions"][0]["categories"][0]["statements"][2]["weight"] = 0.into();
    bad["dimensions"][1]["categories"] = serde_json::json!([]);
    let bad = bad.to_string();
    let found = sentences(&bad, Locale::Sv);
    for expected in [
        "Filen behöver ett id av a–z, 0–9 och _, högst 60 tecken.",
        "Filen har en för lång engelsk text (title).",
        "Filen saknar \"rules\", eller så är värdet av fel slag.",
        "Filen saknar \"quadrants\", eller så är värdet av fel slag.",
        "Kategorin \"effektivitet\": påståendet \"nr 3\" behöver ett id av a–z, 0–9 och _, högst 60 tecken.",
        "Kategorin \"effektivitet\": påståendet \"nr 3\" behöver ett helt tal 1–1000 (weight).",
        "Dimensionen \"arv\" behöver 1–60 poster i \"categories\".",
    ] {
        assert!(found.iter().any(|f| f == expected), "{expected} is not in {found:#?}");
    }
}

#[test]
fn what_is_not_the_json_it_should_be_is_told_with_its_line() {
    for (bad, expected) in [
        ("{\n\"format\": 1,\n", "Filen är inte JSON: läsningen stannade på rad 3, kolumn 0."),
        ("{}", "Filen saknar \"format\", eller så är värdet av fel slag."),
        ("{\"format\": 2}", "Filen har format 2, men format 1 behövs."),
    ] {
        assert_eq!(sentences(bad, Locale::Sv), [expected]);
    }
    let typo = file().replacen("\"label\"", "\"lable\"", 1);
    let found = sentences(&typo, Locale::Sv);
    let place = "Kategorin \"effektivitet\": påståendet \"strategisk_koppling\"";
    let expected = ["har en okänd nyckel \"lable\".", "saknar svensk text (label).", "saknar engelsk text (label)."];
    assert_eq!(found, expected.map(|e| [place, " ", e].concat()));
    assert!(parse(["\u{feff}", &file()].concat().as_bytes(), "").is_ok());
    assert_eq!(sentences(&" ".repeat(4 * 1024 * 1024 + 1), Locale::Sv), ["Filen är större än 4 MiB."]);
}

#[test]
fn an_organisers_file_of_3000_statements_is_read() {
    let mut big: serde_json::Value = serde_json::from_str(&file()).unwrap();
    let statements = big["dimensions"][0]["categories"][0]["statements"].as_array_mut().unwrap();
    let one = statements[0].clone();
    for n in 0..2970 {
        let mut more = one.clone();
        more["id"] = format!("extra_{n}").into();
        statements.push(more);
    }
    assert_eq!(parse(big.to_string().as_bytes(), "").unwrap().statements.len(), 3000);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_makes_the_reader_panic(at in any::<usize>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = file().into_bytes();
        let at = at % bytes.len();
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        if let Err(problems) = parse(&bytes, "") {
            prop_assert!(problems.iter().all(|p| !p.describe(Locale::Sv).is_empty()));
        }
    }
}
