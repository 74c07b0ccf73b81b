//! A visitor's answers in the fragment of a link, for the visitor's own phone. A browser never sends a fragment to a
//! server.
//!
//! `svar=1.<questionnaire>.<begin of its SHA-256>.<codes of municipalities>.<a sign for each statement>.<check>`

use crate::domain::answers::Answer;
use crate::domain::award::Municipality;
use crate::domain::draft::{Draft, DraftId, Field, Name, instrument_word};
use crate::domain::hash::sha256_hex;
use crate::domain::instrument::Instrument;
use crate::domain::sheet::Sheet;

/// What the fragment begins with.
const START: &str = "svar=";
/// The longest fragment that is read, in bytes.
const LIMIT: usize = 8 * 1024;
/// How many digits of a hash name the questionnaire, and how many check the whole.
const NAMED: usize = 8;
const CHECKED: usize = 4;

/// What somebody took home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeHome {
    /// The codes of the municipalities.
    pub codes: Vec<String>,
    /// The answers.
    pub sheet: Sheet,
}

/// Why a link cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakeHomeError {
    /// Something of it is missing or has been changed.
    Damaged,
    /// A newer version of the site has made it.
    Newer,
    /// It holds answers to another questionnaire.
    Other,
}

/// Whether the fragment of an address is that of answers, good or bad.
pub fn is_take_home(fragment: &str) -> bool {
    fragment.starts_with(START)
}

/// The fragment, without `#`.
pub fn fragment(instrument: &Instrument, codes: &[&str], sheet: &Sheet) -> String {
    let signs: String = (0..instrument.statements.len()).map(|index| sign(sheet.get(index))).collect();
    let reference = &instrument.reference;
    let named = reference.sha256.get(..NAMED).unwrap_or_default();
    let body = ["1", &reference.id, named, &codes.join("-"), &signs].join(".");
    [START, &body, ".", &check(&body)].concat()
}

/// Reads a fragment.
///
/// # Errors
/// [`TakeHomeError`].
pub fn parse(fragment: &str, instrument: &Instrument) -> Result<TakeHome, TakeHomeError> {
    let text = fragment.strip_prefix(START).filter(|t| t.len() <= LIMIT).ok_or(TakeHomeError::Damaged)?;
    let version = text.split('.').next().and_then(|v| v.parse::<u32>().ok()).ok_or(TakeHomeError::Damaged)?;
    if version > 1 {
        return Err(TakeHomeError::Newer);
    }
    let (body, sum) = text.rsplit_once('.').ok_or(TakeHomeError::Damaged)?;
    let mut parts = body.split('.');
    let [Some("1"), Some(id), Some(named), Some(codes), Some(signs), None] = [(); 6].map(|()| parts.next()) else {
        return Err(TakeHomeError::Damaged);
    };
    if check(body) != sum {
        return Err(TakeHomeError::Damaged);
    }
    let reference = &instrument.reference;
    if id != reference.id || Some(named) != reference.sha256.get(..NAMED) {
        return Err(TakeHomeError::Other);
    }
    if signs.len() != instrument.statements.len() {
        return Err(TakeHomeError::Damaged);
    }
    let mut sheet = Sheet::empty(instrument);
    for (index, byte) in signs.bytes().enumerate() {
        sheet.set(index, answer(byte, instrument.steps()).ok_or(TakeHomeError::Damaged)?);
    }
    let codes = codes.split('-').filter(|code| !code.is_empty()).map(str::to_string).collect();
    Ok(TakeHome { codes, sheet })
}

fn check(body: &str) -> String {
    let mut sum = sha256_hex(body.as_bytes());
    sum.truncate(CHECKED);
    sum
}

/// The sign of an answer: the step's last digit, or one of three others.
fn sign(answer: Answer) -> char {
    match answer {
        Answer::Step(step) => char::from(b'0' + step % 10),
        Answer::DontKnow => 'v',
        Answer::NotApplicable => 'e',
        Answer::Unanswered => '-',
    }
}

fn answer(sign: u8, steps: u8) -> Option<Answer> {
    let step = match sign {
        b'v' => return Some(Answer::DontKnow),
        b'e' => return Some(Answer::NotApplicable),
        b'-' => return Some(Answer::Unanswered),
        b'0' => 10,
        _ => sign.checked_sub(b'0')?,
    };
    (1..=steps.min(10)).contains(&step).then_some(Answer::Step(step))
}

/// A new draft with these answers: what the phone opens, and what a kiosk counts without storing it.
pub fn draft(
    instrument: &Instrument,
    municipalities: &[Municipality],
    sheet: &Sheet,
    id: DraftId,
    (now, tab): (u64, &str),
) -> Draft {
    let mut draft = Draft::new(id);
    let named: Vec<String> = municipalities.iter().map(|m| [&m.code, " ", &m.name].concat()).collect();
    let now = now.to_string();
    let mut write = |name, value: &str| drop(draft.write(name, value, tab));
    write(Name::Field(Field::Created), &now);
    write(Name::Field(Field::Municipalities), &named.join(";"));
    write(Name::Field(Field::Instrument), &instrument_word(&instrument.reference));
    for (index, statement) in instrument.statements.iter().enumerate() {
        if sheet.get(index).is_answered() {
            write(Name::Answer(statement.id.clone()), sheet.get(index).word());
        }
    }
    write(Name::Field(Field::Changed), &now);
    draft
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::instrument;
    use proptest::prelude::*;

    fn questionnaire() -> Instrument {
        let file = std::fs::read("public/data/instruments/dimios-2023.json").expect("the file");
        instrument::parse(&file, "abcdef0123").expect("good file")
    }

    fn nacka() -> Municipality {
        Municipality { code: "0182".into(), name: "Nacka".into() }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn answers_taken_home_are_the_answers(
            codes in proptest::collection::vec("[0-9]{4}", 0..4),
            answers in proptest::collection::vec(0usize..9, 30),
        ) {
            let instrument = questionnaire();
            let all: Vec<Answer> = instrument.answers().chain([Answer::Unanswered]).collect();
            let mut sheet = Sheet::empty(&instrument);
            for (index, answer) in answers.iter().enumerate() { sheet.set(index, all[*answer]); }
            let text = fragment(&instrument, &codes.iter().map(String::as_str).collect::<Vec<_>>(), &sheet);
            prop_assert!(text.len() < 120 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"=.-_".contains(&b)), "{}", text);
            prop_assert_eq!(parse(&text, &instrument), Ok(TakeHome { codes, sheet: sheet.clone() }));
            let id = DraftId::parse("draft-1").expect("id");
            prop_assert_eq!(draft(&instrument, &[nacka()], &sheet, id, (5, "t")).sheet(&instrument), sheet);
        }

        #[test]
        fn a_bad_link_is_refused(at in 0usize..90, byte in 33u8..127, cut in any::<bool>()) {
            let instrument = questionnaire();
            let good = fragment(&instrument, &["0182"], &Sheet::empty(&instrument));
            let mut bytes = good.clone().into_bytes();
            let at = at % bytes.len();
            if cut { bytes.truncate(at) } else { bytes[at] = byte }
            let bad = String::from_utf8(bytes).expect("ascii");
            if bad != good { prop_assert!(parse(&bad, &instrument).is_err(), "{}", bad); }
        }

        #[test]
        fn any_fragment_is_read_or_refused(text in ".{0,200}") {
            let instrument = questionnaire();
            let _ = parse(&text, &instrument);
            let _ = parse(&["svar=", &text].concat(), &instrument);
        }
    }

    #[test]
    fn each_kind_of_bad_link_is_told_apart() {
        let instrument = questionnaire();
        let mut other = questionnaire();
        other.reference.sha256 = "ffff".repeat(16);
        let good = fragment(&instrument, &[], &Sheet::empty(&instrument));
        assert_eq!(parse(&good, &other), Err(TakeHomeError::Other));
        for (text, why) in [
            ("svar=2.nytt", TakeHomeError::Newer),
            ("svar=1.x", TakeHomeError::Damaged),
            ("svar=", TakeHomeError::Damaged),
            ("bjud-in&till=a", TakeHomeError::Damaged),
        ] {
            assert_eq!(parse(text, &instrument), Err(why), "{text}");
        }
        assert!(is_take_home("svar=x") && !is_take_home("bjud-in&"));
    }
}
