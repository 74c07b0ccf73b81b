//! Checking a receipt against a stored file: are these the very bytes that were sent, and do the scores follow from the
//! answers? Needs no network.

use super::check::scores;
use super::format::SubmissionV1;
use super::frozen::short_code;
use super::sealed::is_sealed;
use crate::domain::answers::Answer;
use crate::domain::instrument::Instrument;
use crate::domain::respondents::MAX_RESPONDENTS;
use crate::domain::sheet::Sheet;

/// What a receipt says: a whole key, or only its short code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// `<uuid>.<sha256>`.
    Key(String),
    /// `ABCD-1234`: eight digits of the hash.
    Code(String),
}

impl Claim {
    /// Reads what somebody has typed, or the name of a stored file. `None` if it is neither.
    pub fn parse(text: &str) -> Option<Claim> {
        let text = text.trim();
        let text = text.strip_suffix(".json").unwrap_or(text);
        let hex = |text: &str| text.bytes().all(|b| b.is_ascii_hexdigit());
        if let Some((id, hash)) = text.split_once('.') {
            let fits = id.len() == 36 && hex(&id.replace('-', "")) && hash.len() == 64 && hex(hash);
            return fits.then(|| Claim::Key(text.to_ascii_lowercase()));
        }
        let digits: String = text.chars().filter(|c| *c != '-' && *c != ' ').collect();
        (digits.len() == 8 && hex(&digits)).then(|| {
            let (a, b) = digits.split_at(4);
            Claim::Code([a, "-", b].concat().to_ascii_uppercase())
        })
    }

    /// Whether it is about the submission with this key.
    pub fn fits(&self, key: &str) -> bool {
        match self {
            Claim::Key(claimed) => claimed == key,
            Claim::Code(code) => *code == short_code(key),
        }
    }
}

/// What a stored file turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Whether its bytes are those that the receipt names. `None` without a receipt.
    pub is_claimed: Option<bool>,
    /// What it holds.
    pub contents: Contents,
}

/// What a stored file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Contents {
    /// A submission in the clear.
    Open(Box<SubmissionV1>, Recount),
    /// One that is sealed for the organiser.
    Sealed,
    /// Something else, or a submission of a newer version.
    Foreign,
}

/// Whether the scores follow from the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recount {
    /// To the hundredth of a percent.
    Same,
    /// They do not.
    Differs,
    /// It was answered with another questionnaire than the one at hand, so it cannot be counted here.
    OtherInstrument,
}

/// Checks a stored file against what a receipt says: the SHA-256 of its bytes in hex, and the bytes as text (with
/// anything in place of what is not UTF-8).
pub fn verify(sha256: &str, text: &str, claim: Option<&Claim>, instrument: &Instrument) -> Verdict {
    let submission = SubmissionV1::read(text);
    let is_claimed = claim.map(|claim| match (claim, &submission) {
        // The id inside is part of the name too.
        (Claim::Key(_), Some(submission)) => claim.fits(&[&submission.id, ".", sha256].concat()),
        (Claim::Key(key), None) => key.ends_with(sha256),
        (Claim::Code(_), _) => claim.fits(&["x.", sha256].concat()),
    });
    let contents = match submission {
        Some(submission) => {
            let recount = recount(&submission, instrument);
            Contents::Open(Box::new(submission), recount)
        }
        None if is_sealed(text) => Contents::Sealed,
        None => Contents::Foreign,
    };
    Verdict { sha256: sha256.to_string(), is_claimed, contents }
}

/// Sheets with the answers of a tally. Which answer stands in which sheet changes no score.
fn tallied(submission: &SubmissionV1, instrument: &Instrument) -> Option<Vec<Sheet>> {
    let count = submission.sheets();
    if count > MAX_RESPONDENTS || !submission.sheets.is_empty() {
        return None;
    }
    let mut sheets = vec![Sheet::empty(instrument); count];
    for tally in &submission.tally {
        let index = instrument.statement(&tally.statement)?;
        let mut rest = sheets.iter_mut();
        for given in &tally.answers {
            let answer = Answer::from_word(&given.answer, instrument.steps())?;
            for _ in 0..given.count {
                rest.next()?.set(index, answer);
            }
        }
    }
    Some(sheets)
}

fn recount(submission: &SubmissionV1, instrument: &Instrument) -> Recount {
    if submission.instrument.sha256 != instrument.reference.sha256 {
        return Recount::OtherInstrument;
    }
    if !submission.tally.is_empty() {
        return match tallied(submission, instrument) {
            Some(sheets) if scores(instrument, &sheets) == submission.scores => Recount::Same,
            _ => Recount::Differs,
        };
    }
    let mut sheets = Vec::new();
    for sent in &submission.sheets {
        let mut sheet = Sheet::empty(instrument);
        for answer in &sent.answers {
            let known = instrument.statement(&answer.statement);
            let (Some(index), Some(given)) = (known, Answer::from_word(&answer.answer, instrument.steps())) else {
                return Recount::Differs;
            };
            sheet.set(index, given);
        }
        sheets.push(sheet);
    }
    if scores(instrument, &sheets) == submission.scores { Recount::Same } else { Recount::Differs }
}
