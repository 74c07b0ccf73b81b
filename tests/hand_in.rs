//! Files that respondents hand back: the order in which they come says nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod given;

use digitaliseringskommun::domain::draft::{Draft, DraftId, Field, Name, read_file, write_file};
use digitaliseringskommun::domain::hand_in::{Outcome, place, read_handed, sort_out};
use digitaliseringskommun::domain::instrument::Instrument;
use digitaliseringskommun::domain::respondents::{respondents, sheets};
use digitaliseringskommun::domain::scoring::report;
use given::instrument;
use proptest::prelude::*;

fn measurement() -> Draft {
    let mut draft = Draft::new(DraftId::parse("matning").unwrap());
    draft.write(Name::Field(Field::Created), "1", "m");
    draft
}

/// One version of somebody's draft, as the file that is handed back.
fn file(instrument: &Instrument, respondent: u8, changed: u64, answer: u8) -> String {
    let mut draft = Draft::new(DraftId::parse("svar").unwrap());
    let tab = format!("r{respondent}");
    for (field, value) in [(Field::Created, "100".to_string()), (Field::Changed, changed.to_string())] {
        draft.write(Name::Field(field), &value, &tab);
    }
    for (index, statement) in instrument.statements.iter().enumerate() {
        let step = 1 + (usize::from(answer) + index) % 6;
        draft.write(Name::Answer(statement.id.clone()), &step.to_string(), &tab);
    }
    write_file(&draft)
}

/// Drops files on the page, and answers whether later versions are to replace earlier ones. What came of each file.
fn drop_all(measurement: &mut Draft, instrument: &Instrument, files: &[String], replace: bool) -> Vec<Outcome> {
    let (mut handed, mut places) = (Vec::new(), Vec::new());
    let mut outcomes: Vec<Option<Outcome>> = vec![None; files.len()];
    for (at, text) in files.iter().enumerate() {
        let draft = read_file(text, DraftId::parse("last").unwrap()).unwrap();
        match read_handed(measurement, &draft, instrument) {
            Ok(sheet) => {
                places.push(at);
                handed.push(sheet);
            }
            Err(why) => outcomes[at] = Some(why),
        }
    }
    let (newest, others) = sort_out(&handed);
    for (index, outcome) in others {
        outcomes[places[index]] = Some(outcome);
    }
    for index in newest {
        let outcome = place(measurement, &handed[index], instrument);
        if outcome == Outcome::New || outcome == Outcome::Later && replace {
            measurement.write(Name::Sheet(handed[index].id.clone()), &handed[index].text, "m");
        }
        outcomes[places[index]] = Some(outcome);
    }
    outcomes.into_iter().map(|o| o.expect("every file has an outcome")).collect()
}

#[test]
fn of_three_versions_in_one_drop_the_newest_is_kept_in_whatever_order_they_come() {
    let instrument = instrument();
    let versions = [1u8, 2, 3].map(|n| file(&instrument, 7, u64::from(n) * 100, n));
    let kept = |draft: &Draft| respondents(draft, &instrument).iter().map(|r| r.changed).collect::<Vec<_>>();
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let files = order.map(|n| versions[n].clone());
        let mut all = measurement();
        let outcomes = drop_all(&mut all, &instrument, &files, true);
        assert_eq!(kept(&all), [300], "{order:?}");
        let new = order.map(|n| if n == 2 { Outcome::New } else { Outcome::Earlier });
        assert_eq!(outcomes, new, "{order:?}");
        // The first version is there, the other two come together.
        let mut later = measurement();
        drop_all(&mut later, &instrument, &versions[..1], true);
        let two: Vec<String> = order.iter().filter(|n| **n > 0).map(|n| versions[*n].clone()).collect();
        let mut refused = later.clone();
        drop_all(&mut later, &instrument, &two, true);
        drop_all(&mut refused, &instrument, &two, false);
        assert_eq!((kept(&later), kept(&refused)), (vec![300], vec![100]), "{order:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Any number of versions of anybody, in any order, in one drop or in several: the same sheets and the same scores.
    #[test]
    fn the_order_of_files_decides_nothing(
        (files, shuffled) in proptest::collection::vec((0u8..5, 0u64..4, 0u8..6), 1..14)
            .prop_flat_map(|files| (Just(files.clone()), Just(files).prop_shuffle())),
        cuts in proptest::collection::vec(0usize..14, 0..3),
    ) {
        let mut instrument = instrument();
        instrument.rules.minimum_group = 1;
        let written = |files: &[(u8, u64, u8)]| -> Vec<String> {
            files.iter().map(|(who, changed, answer)| file(&instrument, *who, *changed, *answer)).collect()
        };
        let (mut one, mut other, mut parts) = (measurement(), measurement(), measurement());
        drop_all(&mut one, &instrument, &written(&files), true);
        drop_all(&mut other, &instrument, &written(&shuffled), true);
        let mut left = written(&shuffled);
        for cut in cuts {
            let rest = left.split_off(cut.min(left.len()));
            drop_all(&mut parts, &instrument, &left, true);
            left = rest;
        }
        drop_all(&mut parts, &instrument, &left, true);
        let all = respondents(&one, &instrument);
        for draft in [other, parts] {
            prop_assert_eq!(&respondents(&draft, &instrument), &all);
            let counted = report(&instrument, &sheets(&draft, &instrument));
            prop_assert_eq!(counted, report(&instrument, &sheets(&one, &instrument)));
        }
        for respondent in &all {
            let theirs = files.iter().filter(|(who, ..)| respondent.id == format!("100-r{who}"));
            prop_assert_eq!(Some(respondent.changed), theirs.map(|(_, changed, _)| *changed).max());
        }
    }
}
