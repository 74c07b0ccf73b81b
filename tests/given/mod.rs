//! What several tests begin with: the questionnaire of 2023, and sheets of any answers.
// Each test takes what it needs of it.
#![allow(dead_code, clippy::expect_used)]

use digitaliseringskommun::domain::answers::Answer;
use digitaliseringskommun::domain::instrument::{Instrument, parse};
use digitaliseringskommun::domain::sheet::Sheet;
use proptest::prelude::*;

/// The fingerprint of its file as these tests call it: no test looks at the file's own.
const FINGERPRINT: &str = "e3b0";

/// The questionnaire, read from its file.
pub fn instrument() -> Instrument {
    let file = std::fs::read("public/data/instruments/dimios-2023.json").expect("the file");
    parse(&file, FINGERPRINT).expect("the first instrument")
}

/// A sheet with these answers, the others left open.
pub fn sheet(instrument: &Instrument, answers: &[Answer]) -> Sheet {
    let mut sheet = Sheet::empty(instrument);
    answers.iter().enumerate().for_each(|(index, answer)| sheet.set(index, *answer));
    sheet
}

/// Steps more often than the three other states.
pub fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        4 => (1u8..=6).prop_map(Answer::Step),
        1 => Just(Answer::DontKnow),
        1 => Just(Answer::NotApplicable),
        1 => Just(Answer::Unanswered),
    ]
}

/// As many answers.
pub fn answers(count: usize) -> impl Strategy<Value = Vec<Answer>> {
    proptest::collection::vec(any_answer(), count)
}
