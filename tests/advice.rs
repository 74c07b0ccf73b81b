//! Advice: the table of the first instrument, which of it a report calls for, and what is said of bad tables.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use digitaliseringskommun::domain::advice::{of_categories, of_position};
use digitaliseringskommun::domain::answers::Answer;
use digitaliseringskommun::domain::instrument::{Advice, Instrument, parse, parse_advice};
use digitaliseringskommun::domain::scoring::{Report, report};
use digitaliseringskommun::domain::sheet::Sheet;
use digitaliseringskommun::domain::text::Locale;
use proptest::prelude::*;

fn file() -> String {
    std::fs::read_to_string("public/data/instruments/dimios-2023.json").unwrap()
}

fn both() -> (Instrument, Advice) {
    let instrument = parse(file().as_bytes(), "").unwrap();
    let advice = parse_advice(&file(), &instrument).unwrap();
    (instrument, advice)
}

/// Every statement answered alike, as maturity goes: reversed ones are mirrored.
fn even(instrument: &Instrument, step: u8) -> Sheet {
    let mut sheet = Sheet::empty(instrument);
    for (index, statement) in instrument.statements.iter().enumerate() {
        sheet.set(index, Answer::Step(if statement.reversed { 7 - step } else { step }));
    }
    sheet
}

fn count(instrument: &Instrument, sheet: &Sheet) -> Report {
    report(instrument, std::slice::from_ref(sheet))
}

/// All that is said, in order.
fn said(instrument: &Instrument, advice: &Advice, report: &Report) -> Vec<String> {
    let pieces = of_categories(advice, instrument, report);
    let texts = pieces.iter().flat_map(|p| [Some(&p.level.next), p.level.enough.as_ref()]).flatten();
    let single = pieces.iter().flat_map(|p| p.single.iter().map(|(_, text)| *text));
    of_position(advice, report).into_iter().chain(texts).chain(single).map(|t| t.sv.clone()).collect()
}

#[test]
fn every_category_has_three_levels_and_every_statement_advice() {
    let (instrument, advice) = both();
    for levels in &advice.categories {
        assert_eq!(levels.iter().map(|l| l.below).collect::<Vec<_>>(), [Some(40), Some(70), None]);
        assert!(levels.iter().all(|l| l.enough.is_some()));
    }
    assert!(advice.statements.iter().all(|levels| levels.len() == 1));
    assert_eq!((advice.quadrants.len(), advice.statements.len()), (4, instrument.statements.len()));
    // No text is used twice.
    let mut all: Vec<&str> = advice
        .categories
        .iter()
        .flatten()
        .flat_map(|l| [&l.next, l.enough.as_ref().unwrap()])
        .map(|t| t.sv.as_str())
        .collect();
    all.extend(advice.statements.iter().flatten().map(|l| l.next.sv.as_str()));
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), count);
}

#[test]
fn different_profiles_get_different_advice() {
    let (instrument, advice) = both();
    let said: Vec<Vec<String>> =
        [1, 4, 6].map(|step| said(&instrument, &advice, &count(&instrument, &even(&instrument, step)))).into();
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        // A position on the line or above it is in the same field.
        let common = said[one].iter().filter(|text| said[other].contains(text)).count();
        assert!(common <= 1, "{common} of {} are the same", said[one].len());
    }
    // Low answers call for more.
    assert!(said[0].len() > said[1].len());
}

#[test]
fn one_answer_changes_what_is_said_of_it() {
    let (instrument, advice) = both();
    let mut sheet = even(&instrument, 6);
    let before = said(&instrument, &advice, &count(&instrument, &sheet));
    let index = instrument.statement("skugg_it").unwrap();
    sheet.set(index, Answer::Step(6));
    let after = said(&instrument, &advice, &count(&instrument, &sheet));
    let new: Vec<&String> = after.iter().filter(|text| !before.contains(text)).collect();
    assert_eq!(new, [&advice.statements[index][0].next.sv]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_piece_fits_its_score_and_names_answers_that_caused_it(steps in proptest::collection::vec(0u8..9, 30)) {
        let (instrument, advice) = both();
        let mut sheet = Sheet::empty(&instrument);
        for (index, step) in steps.iter().enumerate() {
            sheet.set(index, match step {
                0 => Answer::Unanswered,
                7 => Answer::DontKnow,
                8 => Answer::NotApplicable,
                step => Answer::Step(*step),
            });
        }
        let report = count(&instrument, &sheet);
        let pieces = of_categories(&advice, &instrument, &report);
        let scored = report.categories.iter().filter(|c| c.measure.score.is_some()).count();
        prop_assert_eq!(pieces.len(), scored);
        let mut last = None;
        for piece in pieces {
            let score = report.categories[piece.category].measure.score.unwrap();
            prop_assert!(last <= Some(score));
            last = Some(score);
            let percent = score.0 as f64 / 1e6;
            let levels = &advice.categories[piece.category];
            let at = levels.iter().position(|l| l == piece.level).unwrap();
            prop_assert!(piece.level.below.is_none_or(|below| percent < f64::from(below)));
            prop_assert!(at == 0 || percent >= f64::from(levels[at - 1].below.unwrap()));
            prop_assert!(!piece.causes.is_empty());
            for cause in &piece.causes {
                prop_assert_eq!(instrument.statements[*cause].category, piece.category);
                prop_assert!(matches!(sheet.get(*cause), Answer::Step(_)));
            }
            for (index, _) in &piece.single {
                prop_assert!(report.statements[*index].measure.score.unwrap().0 < 50_000_000);
            }
        }
    }
}

#[test]
fn a_bad_table_is_told_with_its_places() {
    let instrument = both().0;
    let mut bad: serde_json::Value = serde_json::from_str(&file()).unwrap();
    let advice = &mut bad["advice"];
    advice["quadrants"]["both_low"]["en"] = "".into();
    advice["categories"]["finns_inte"] = serde_json::json!([]);
    advice["categories"]["teknik"][1]["below"] = 40.into();
    advice["statements"]["skugg_it"][0]["enough"] = "x".into();
    let problems = parse_advice(&bad.to_string(), &instrument).expect_err("bad");
    let sentences: Vec<String> = problems.iter().map(|p| p.describe(Locale::Sv)).collect();
    assert_eq!(
        sentences,
        [
            "Filen saknar engelsk text (both_low).",
            "Filen har en okänd nyckel \"finns_inte\".",
            "Kategorin \"teknik\" behöver ett helt tal 41–100 (below).",
            "Påståendet \"skugg_it\" har en okänd nyckel \"enough\".",
        ]
    );
    bad.as_object_mut().unwrap().remove("advice");
    assert!(parse_advice(&bad.to_string(), &instrument).unwrap().is_empty());
}
