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
    assert_eq!(
        found,
        [
            "The file needs a number 0–100 (threshold_percent).",
            "The file needs one of the words mean_of_categories, mean_of_statements (rules.dimension).",
            "Category \"innovation\": statement \"oppna_data\" has an id that is already used.",
            "Category \"granska\" has an id that a page already has.",
            "Category \"organisation\": statement \"dokumenterad_kunskap\" needs one of the words reconstructed, own (basis).",
            "Category \"organisation\": statement \"tydligt_agarskap\" needs one of the words reconstructed, own (basis).",
            "Category \"anvandare\": statement \"digital_vana\" needs one of the words reconstructed, own (basis).",
            "Category \"anvandare\": statement \"erfarenhet_inforanden\" needs one of the words reconstructed, own (basis).",
        ]
    );
}

#[test]
fn what_is_not_the_json_it_should_be_is_told_with_its_line() {
    for (bad, expected) in [
        ("{", "Filen går inte att läsa: EOF while parsing an object at line 1 column 1."),
        ("{\"format\": 2}", "Filen har format 2, men format 1 behövs."),
    ] {
        assert_eq!(sentences(bad, Locale::Sv), [expected]);
    }
    let typo = file().replacen("\"label\"", "\"lable\"", 1);
    let found = sentences(&typo, Locale::Sv);
    assert!(found[0].contains("unknown field `lable`") && found[0].contains("line"), "{found:?}");
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
