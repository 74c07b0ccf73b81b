//! Measurements to compare with: from draft files and submissions, kept as records, and where they break.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod given;

use digitaliseringskommun::domain::baseline::{Baseline, Break, NoBaseline, baselines, day_of};
use digitaliseringskommun::domain::draft::{Draft, DraftId, Field, Name, write_file};
use digitaliseringskommun::domain::instrument::Instrument;
use digitaliseringskommun::domain::scoring::{Score, report};
use digitaliseringskommun::domain::submission::{Along, FrozenSubmission, check};
use given::instrument;
use proptest::prelude::*;

fn draft(instrument: &Instrument, step: u8) -> Draft {
    let mut draft = Draft::new(DraftId::parse("test-1").unwrap());
    for (field, value) in [
        (Field::Created, "100"),
        (Field::Municipalities, "0120 Värmdö"),
        (Field::Changed, "1779000000000"),
        (Field::ContactName, "Test"),
        (Field::ContactRole, "Test"),
        (Field::ContactEmail, "a@b.se"),
    ] {
        draft.write(Name::Field(field), value, "t");
    }
    for statement in &instrument.statements {
        draft.write(Name::Answer(statement.id.clone()), &step.to_string(), "t");
    }
    draft
}

#[test]
fn a_draft_file_and_what_was_sent_from_it_say_the_same() {
    let instrument = instrument();
    let draft = draft(&instrument, 4);
    let of_draft = Baseline::of_file(&write_file(&draft), &instrument).unwrap();
    let ready = check(&draft, &instrument, Along::default()).unwrap();
    let sent = FrozenSubmission::freeze(ready, "0d9c7a52-4c4e-4f0e-9f3a-1d2c3b4a5968", "2026-05-17T14:32:05Z");
    let of_sent = Baseline::of_file(sent.text(), &instrument).unwrap();
    assert_eq!((of_draft.date.as_str(), of_sent.date.as_str()), ("2026-05-17", "2026-05-17"));
    assert_eq!((of_draft.organisations.clone(), of_draft.sheets), (of_sent.organisations.clone(), of_sent.sheets));
    for (one, other) in of_draft.scores.iter().zip(&of_sent.scores) {
        assert_eq!(one.0, other.0);
        assert_eq!(one.1.map(Score::hundredths), other.1.map(Score::hundredths));
    }
    assert_eq!(of_draft.overall, report(&instrument, &[draft.sheet(&instrument)]).overall.score);
    for baseline in [of_draft, of_sent] {
        assert_eq!(Baseline::read(&baseline.id, &baseline.store()), Some(baseline.clone()));
        assert!(baseline.breaks(&draft, &instrument, 1).is_empty());
    }
}

#[test]
fn what_cannot_be_followed_is_a_break() {
    let instrument = instrument();
    let now = draft(&instrument, 4);
    let before = Baseline::of_file(&write_file(&now), &instrument).unwrap();
    let with = |change: &dyn Fn(&mut Baseline), sheets| {
        let mut changed = before.clone();
        change(&mut changed);
        changed.breaks(&now, &instrument, sheets)
    };
    assert_eq!(with(&|b| b.instrument.push('x'), 1), [Break::Instrument]);
    assert_eq!(with(&|b| b.organisations = vec!["Mora".into()], 1), [Break::Organisation]);
    assert_eq!(with(&|_| {}, 2), [Break::Respondents]);
    assert_eq!(with(&|b| b.sheets = 20, 30), []);
    assert_eq!(with(&|b| b.sheets = 20, 31), [Break::Respondents]);
}

#[test]
fn files_that_are_nothing_to_compare_with_are_told_apart() {
    let instrument = instrument();
    let of = |text: &str| Baseline::of_file(text, &instrument).unwrap_err();
    for text in
        ["", "{}", "hej", "{\"format\":\"dimios-draft/2\",\"records\":7}", "{\"schema\":\"dimios-submission/1\"}"]
    {
        assert_eq!(of(text), NoBaseline::Foreign, "{text}");
    }
    let mut other = draft(&instrument, 4);
    other.write(Name::Field(Field::Instrument), "annat/1/x", "t");
    assert_eq!(of(&write_file(&other)), NoBaseline::OtherInstrument);
    let empty = Draft::new(DraftId::parse("test-2").unwrap());
    assert_eq!(of(&write_file(&empty)), NoBaseline::Empty);
    assert_eq!((day_of(0).as_str(), day_of(951_782_400_000).as_str()), ("", "2000-02-29"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_record_is_read_or_left_out(text in "\\PC{0,80}", at in 0usize..300, byte in 32u8..127) {
        let instrument = instrument();
        let mut draft = draft(&instrument, 3);
        let good = Baseline::of_file(&write_file(&draft), &instrument).unwrap().store();
        let mut bytes = good.into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        for (id, value) in [("a", text), ("b", String::from_utf8_lossy(&bytes).into_owned())] {
            draft.write(Name::Baseline(id.into()), &value, "t");
        }
        for baseline in baselines(&draft) {
            prop_assert!(baseline.overall.is_none_or(|s| (0..=100_000_000).contains(&s.0)));
            let _ = baseline.breaks(&draft, &instrument, 1);
        }
        let _ = Baseline::of_file(&String::from_utf8_lossy(&bytes), &instrument);
    }
}
