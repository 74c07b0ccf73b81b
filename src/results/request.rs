//! What can be asked of the wasm that writes results, and how.

use serde::Serialize;

/// What is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Nothing: here is the questionnaire that all after it are about; more: anything, if it is the whole file.
    Instrument,
    /// The heading of the result page: the finding.
    ResultHeading,
    /// The result page below it.
    Result,
    /// Text: the bytes of a submission of the draft at hand; more: its UUID and the time in UTC, then anything for each of
    /// comments and plan, if they go along.
    Frozen,
    /// What a submission holds; more: the text of its bytes, and anything on the receipt of the draft at hand.
    Sent,
    /// The code on a receipt; more: the key, and the origin of this site.
    Proof,
    /// The fields of the plan.
    PlanFields,
    /// What the plan says.
    Plan,
    /// The field for a file to compare with; more: what has come of the last one.
    CompareField,
    /// What the result is compared with.
    Comparisons,
    /// Text: the record of a file to compare with, as its name and a line break before its value; else the word for why
    /// there is none. More: the text of the file.
    Baseline,
    /// The ways to take the result away.
    Take,
    /// The document for paper; more: the day, in words.
    Document,
    /// Text: a file to take away; more: `csv`, `json`, or `svg` and the name of the chart.
    File,
    /// A text as a code to read with a phone; more: the text, and what the code is.
    Qr,
    /// The outcome of a check; more: receipt and name of the file, then SHA-256 and text of it.
    Verdict,
}

impl What {
    const ALL: [(What, &'static str); 16] = [
        (What::Instrument, "instrument"),
        (What::ResultHeading, "result-heading"),
        (What::Result, "result"),
        (What::Frozen, "frozen"),
        (What::Sent, "sent"),
        (What::Proof, "proof"),
        (What::PlanFields, "plan-fields"),
        (What::Plan, "plan"),
        (What::CompareField, "compare-field"),
        (What::Comparisons, "comparisons"),
        (What::Baseline, "baseline"),
        (What::Take, "take"),
        (What::Document, "document"),
        (What::File, "file"),
        (What::Verdict, "verdict"),
        (What::Qr, "qr"),
    ];

    /// The word for it in a request.
    pub fn word(self) -> &'static str {
        What::ALL.iter().find(|(w, _)| *w == self).map_or("", |(_, word)| word)
    }

    /// Reads [`word`](Self::word) back.
    pub fn parse(word: &str) -> Option<What> {
        What::ALL.iter().find(|(_, w)| *w == word).map(|(what, _)| *what)
    }
}

/// Says that the draft is the one asked about before, unchanged: its values are left out.
pub const SAME: &str = "=";

/// One request.
#[derive(Serialize)]
pub struct Request<'a> {
    /// The word of a [`What`].
    pub what: &'a str,
    /// The language's tag.
    pub locale: &'a str,
    /// The questionnaire's text; empty where a draft is asked about, [`SAME`] if that is the one asked about before.
    pub text: &'a str,
    /// The draft's id, or the SHA-256 of the questionnaire.
    pub name: &'a str,
    /// The values of the draft by the words of their names.
    pub values: Vec<(String, &'a str)>,
    /// What else it needs, see [`What`].
    pub more: &'a [(String, String)],
}
