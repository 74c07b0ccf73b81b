//! What is sent: complete, canonical, and the same bytes for ever.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod given;

use digitaliseringskommun::domain::draft::{Draft, DraftId, Field, Name, PlanPart};
use digitaliseringskommun::domain::hash::sha256_hex;
use digitaliseringskommun::domain::instrument::Instrument;
use digitaliseringskommun::domain::respondents::sheets;
use digitaliseringskommun::domain::scoring::report;
use digitaliseringskommun::domain::submission::{
    self, Along, Claim, Contents, Delivery, FrozenSubmission, Missing, Recount, Stored, StoredError, SubmissionV1,
    Verdict, check, short_code,
};
use given::instrument;
use proptest::prelude::*;

const ID: &str = "0d9c7a52-4c4e-4f0e-9f3a-1d2c3b4a5968";
const AT: &str = "2026-05-17T14:32:05Z";

/// As the page does with a file.
fn verify(bytes: &[u8], claim: Option<&Claim>, instrument: &Instrument) -> Verdict {
    let text = String::from_utf8_lossy(bytes);
    digitaliseringskommun::domain::submission::verify(&sha256_hex(bytes), &text, claim, instrument)
}

fn read(frozen: &FrozenSubmission) -> Option<SubmissionV1> {
    SubmissionV1::read(frozen.plain())
}

fn full(instrument: &Instrument, name: &str, comment: &str) -> Draft {
    let mut draft = Draft::new(DraftId::parse("test-1").unwrap());
    for (n, statement) in instrument.statements.iter().enumerate() {
        draft.write(Name::Answer(statement.id.clone()), ["1", "4", "vet_ej", "6", "ej_tillampligt"][n % 5], "t");
    }
    draft.write(Name::Comment("kultur".into()), comment, "t");
    for (field, value) in [
        (Field::Municipalities, "2062 Mora;2034 Orsa"),
        (Field::ContactName, name),
        (Field::ContactRole, "Nyckelanvändare"),
        (Field::ContactEmail, "namn@exempel.se"),
    ] {
        draft.write(Name::Field(field), value, "t");
    }
    draft
}

fn freeze(draft: &Draft, comments: bool) -> FrozenSubmission {
    submission::freeze(draft, &instrument(), Along { comments, plan: comments }, ID, AT).expect("complete")
}

#[test]
fn everything_missing_is_told_at_once() {
    let i = instrument();
    let mut draft = Draft::new(DraftId::parse("test-1").unwrap());
    draft.write(Name::Answer("kultur".into()), "4", "t");
    draft.write(Name::Field(Field::ContactEmail), "namn@", "t");
    let missing = check(&draft, &i, Along::default()).unwrap_err();
    assert_eq!(missing.len(), 1 + 29 + 3);
    assert_eq!((&missing[0], &missing[1]), (&Missing::Organisation, &Missing::Answer(0)));
    assert_eq!(missing[30..], [Missing::ContactName, Missing::ContactRole, Missing::ContactEmailForm]);
    assert_eq!(submission::freeze(&draft, &i, Along::default(), ID, AT), Err(missing), "nothing incomplete is frozen");
}

#[test]
fn comments_are_sent_only_if_asked_for() {
    let draft = full(&instrument(), "Åsa", "hemlig kommentar");
    assert!(!freeze(&draft, false).text().contains("hemlig"));
    assert!(freeze(&draft, true).text().contains("\"comment\":\"hemlig kommentar\",\"statement\":\"kultur\""));
}

#[test]
fn the_bytes_of_a_known_draft_never_change() {
    let frozen = freeze(&full(&instrument(), "Åsa Öberg", "två\nrader"), true);
    let golden = std::fs::read_to_string("tests/data/submission-1.json").unwrap();
    assert_eq!(frozen.text(), golden.trim_end());
    assert_eq!(frozen.key(), [ID, ".", &sha256_hex(golden.trim_end().as_bytes())].concat());
}

#[test]
fn the_key_names_the_bytes_and_any_change_is_noticed() {
    let frozen = freeze(&full(&instrument(), "Åsa", ""), false);
    let (key, stored) = (frozen.key(), Stored { frozen, draft: "test-1".into(), delivery: Delivery::NEW });
    assert_eq!(Stored::read(&key, &stored.store()), Ok(stored.clone()));
    let altered = stored.store().replace("namn@exempel.se", "namn@exempel.nu");
    assert_eq!(Stored::read(&key, &altered), Err(StoredError::Altered));
    assert_eq!(Stored::read(&key, "{"), Err(StoredError::Format));
    assert_eq!(short_code("x.abcdef0123"), "ABCD-EF01");
}

#[test]
fn a_sealed_one_is_named_by_what_is_sent_and_still_says_what_it_holds() {
    let open = freeze(&full(&instrument(), "Åsa", ""), false);
    let sealed = open.clone().seal("{\"protected\":\"x\",\"ciphertext\":\"y\"}".into());
    assert_eq!(sealed.key(), [ID, ".", &sha256_hex(sealed.text().as_bytes())].concat());
    assert_eq!((read(&sealed), read(&open).is_some()), (read(&open), true));
    let stored = Stored { frozen: sealed.clone(), draft: "test-1".into(), delivery: Delivery::NEW };
    assert_eq!(Stored::read(&sealed.key(), &stored.store()), Ok(stored));
    let verdict = verify(sealed.text().as_bytes(), Claim::parse(&sealed.key()).as_ref(), &instrument());
    assert_eq!((verdict.is_claimed, verdict.contents), (Some(true), Contents::Sealed));
}

#[test]
fn a_stored_file_is_proved_by_its_receipt_and_any_flipped_bit_is_noticed() {
    let (instrument, frozen) = (instrument(), freeze(&full(&instrument(), "Åsa Öberg", "två\nrader"), true));
    let (bytes, key) = (frozen.text().as_bytes(), frozen.key());
    let claims =
        [&key, &[&key, ".json"].concat(), &short_code(&key), &short_code(&key).to_lowercase().replace('-', "")]
            .map(|text| Claim::parse(text).expect("a receipt"));
    for claim in &claims {
        let verdict = verify(bytes, Some(claim), &instrument);
        assert_eq!(verdict.is_claimed, Some(true));
        assert!(matches!(verdict.contents, Contents::Open(_, Recount::Same)));
    }
    for at in 0..bytes.len() * 8 {
        let mut altered = bytes.to_vec();
        altered[at / 8] ^= 1 << (at % 8);
        for claim in [&claims[0], &claims[2]] {
            assert_eq!(verify(&altered, Some(claim), &instrument).is_claimed, Some(false), "bit {at}");
        }
    }
}

#[test]
fn scores_that_do_not_follow_from_the_answers_are_noticed() {
    let (mut instrument, frozen) = (instrument(), freeze(&full(&instrument(), "Åsa", ""), false));
    let altered = frozen.text().replace("\"answer\":\"1\"", "\"answer\":\"2\"");
    let contents = |text: &str, i: &Instrument| verify(text.as_bytes(), None, i).contents;
    assert!(matches!(contents(&altered, &instrument), Contents::Open(_, Recount::Differs)));
    assert_eq!(contents("{\"schema\":\"dimios-submission/2\"}", &instrument), Contents::Foreign);
    instrument.reference.sha256 = "another".into();
    assert!(matches!(contents(frozen.text(), &instrument), Contents::Open(_, Recount::OtherInstrument)));
    for text in ["", "abc", "ABCD-123", "x.y", "ABCD-12345", "zzzz-zzzz"] {
        assert_eq!(Claim::parse(text), None, "{text}");
    }
}

#[test]
fn sha256_is_the_known_one() {
    assert_eq!(sha256_hex(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// RFC 8785, held against a library that is not in the app.
    #[test]
    fn the_bytes_are_canonical(name in "\\PC{1,40}[a-zåäö]", comment in any::<String>()) {
        let frozen = freeze(&full(&instrument(), &name, &comment), true);
        let value: serde_json::Value = serde_json::from_str(frozen.text()).unwrap();
        prop_assert_eq!(serde_json_canonicalizer::to_string(&value).unwrap(), frozen.text());
        let read = read(&frozen).expect("our own format");
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), frozen.text());
    }
}

#[test]
fn the_plan_goes_along_only_if_chosen_and_an_example_is_never_sent() {
    let instrument = instrument();
    let mut draft = full(&instrument, "Åsa", "");
    for (part, value) in [(PlanPart::Target, "70"), (PlanPart::Date, "2027-06-30")] {
        draft.write(Name::Plan(part, "teknik".into()), value, "t");
    }
    assert!(!freeze(&draft, false).text().contains("\"plan\""));
    let frozen = freeze(&draft, true);
    let line = "\"plan\":[{\"action\":\"\",\"date\":\"2027-06-30\",\"id\":\"teknik\",\"owner\":\"\",\"target\":70}]";
    assert!(frozen.text().contains(line), "{}", frozen.text());
    assert_eq!(read(&frozen).map(|s| s.plan.len()), Some(1));
    draft.write(Name::Field(Field::Example), "1", "t");
    assert_eq!(check(&draft, &instrument, Along::default()).unwrap_err(), [Missing::Example]);
}

#[test]
fn too_many_sheets_to_send_one_by_one_go_as_a_tally_with_the_same_scores() {
    let instrument = instrument();
    let mut draft = full(&instrument, "Åsa", "");
    for n in 0..300u32 {
        let answers: Vec<(&str, String)> = instrument
            .statements
            .iter()
            .enumerate()
            .map(|(i, s)| (s.id.as_str(), ((n as usize * 7 + i * 3) % 6 + 1).to_string()))
            .collect();
        let text = serde_json::json!({"a": answers, "k": [["teknik", "x"]], "g": "", "n": "", "t": 1}).to_string();
        draft.write(Name::Sheet(n.to_string()), &text, "t");
    }
    let frozen = freeze(&draft, false);
    assert!(frozen.text().len() < 64 * 1024, "{}", frozen.text().len());
    let submission = read(&frozen).unwrap();
    assert_eq!((submission.sheets(), submission.sheets.len(), submission.tally.len()), (301, 0, 30));
    let sum: usize = instrument.answers().map(|a| submission.count("skugg_it", a.word())).sum();
    assert_eq!(sum, 301);
    let whole = report(&instrument, &sheets(&draft, &instrument));
    assert_eq!(submission.scores.overall.value, whole.overall.score.map(|s| s.hundredths()));
    let verdict = verify(frozen.text().as_bytes(), Claim::parse(&frozen.key()).as_ref(), &instrument);
    assert!(matches!(verdict.contents, Contents::Open(_, Recount::Same)));
    let altered = frozen.text().replacen("\"count\":5", "\"count\":4", 1);
    assert_ne!(altered, frozen.text());
    assert!(matches!(verify(altered.as_bytes(), None, &instrument).contents, Contents::Open(_, Recount::Differs)));
}
