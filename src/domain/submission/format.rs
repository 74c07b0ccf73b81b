//! The sent format, version 1: types of their own, apart from the domain's.
//!
//! The bytes are canonical JSON (RFC 8785) without a library for it: fields stand in the order of their names, names
//! are ASCII, and values are strings, lists and integers below 2^53. `tests/submission.rs` compares with a library.

use crate::domain::key;
use serde::{Deserialize, Serialize};

/// The name of this format, inside every submission.
pub const SCHEMA: &str = "dimios-submission/1";

/// One submission as it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmissionV1 {
    /// Who answers for it.
    pub contact: ContactV1,
    /// When it was frozen: UTC, `2026-05-17T14:32:05Z`.
    pub created: String,
    /// A random UUID, new for every submission.
    pub id: String,
    /// The instrument that was answered.
    pub instrument: InstrumentV1,
    /// The organisations measured; several for a joint entry.
    pub organisations: Vec<OrganisationV1>,
    /// The plan, where it was chosen to go along.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plan: Vec<PlanV1>,
    /// How many sheets there are, where they are sent as a tally.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub respondents: Option<u32>,
    /// [`SCHEMA`].
    pub schema: String,
    /// The scores, so that a receiver need not compute them; anyone can from the answers.
    pub scores: ScoresV1,
    /// The answers, one sheet a respondent.
    pub sheets: Vec<SheetV1>,
    /// The key of an earlier submission that this one replaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<String>,
    /// In place of sheets that are too many to send one by one: how many gave each answer. Scores follow from it too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tally: Vec<TallyV1>,
}

/// The contact person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactV1 {
    /// E-mail address.
    pub email: String,
    /// Name.
    pub name: String,
    /// Role in the organisation.
    pub role: String,
}

/// Names the instrument file that was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstrumentV1 {
    /// Its id.
    pub id: String,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Its version.
    pub version: u32,
}

/// An organisation measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationV1 {
    /// The municipality's code (SCB, four digits); absent for any other organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Its name.
    pub name: String,
}

/// How many gave each answer to a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TallyV1 {
    /// The answers that somebody gave.
    pub answers: Vec<CountV1>,
    /// The statement's id.
    pub statement: String,
}

/// How many gave an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountV1 {
    /// The word of the answer.
    pub answer: String,
    /// How many.
    pub count: u32,
}

/// A line of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanV1 {
    /// What is to be done; empty for nothing.
    pub action: String,
    /// When: `2027-06-30`; empty for no day.
    pub date: String,
    /// The id of the category or statement.
    pub id: String,
    /// The role in charge; empty for none.
    pub owner: String,
    /// The score to reach, in whole percent 0–100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<u32>,
}

/// All scores.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoresV1 {
    /// By category, in the instrument's order.
    pub categories: Vec<NamedScoreV1>,
    /// By dimension, in the instrument's order.
    pub dimensions: Vec<NamedScoreV1>,
    /// Digital mognad.
    pub overall: ScoreV1,
}

/// A score of a category or dimension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedScoreV1 {
    /// The id of the category or dimension.
    pub id: String,
    /// Its score.
    pub score: ScoreV1,
}

/// A score with its interval, in hundredths of a percent (0–10 000).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreV1 {
    /// The highest value still possible.
    pub high: i64,
    /// The lowest value still possible.
    pub low: i64,
    /// The value; absent if only *vet ej* and *ej tillämpligt* were answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<i64>,
}

/// The answers of one respondent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetV1 {
    /// One for every statement that is answered, in the instrument's order. The sheet of somebody who assessed alone has
    /// all of them.
    pub answers: Vec<AnswerV1>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerV1 {
    /// `1`…`6`, `vet_ej` or `ej_tillampligt`.
    pub answer: String,
    /// The comment, if there is one and it is to be sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The statement's id.
    pub statement: String,
}

impl SubmissionV1 {
    /// Reads one from the text of its bytes. `None` for anything else, or another version.
    pub fn read(text: &str) -> Option<SubmissionV1> {
        key::read(text).filter(|submission: &SubmissionV1| submission.schema == SCHEMA)
    }

    /// How many sheets it counts.
    pub fn sheets(&self) -> usize {
        self.respondents.and_then(|n| usize::try_from(n).ok()).unwrap_or(self.sheets.len())
    }

    /// How many gave an answer to a statement.
    pub fn count(&self, statement: &str, answer: &str) -> usize {
        let given = self.sheets.iter().flat_map(|s| &s.answers);
        let single = given.filter(|a| a.statement == statement && a.answer == answer).count();
        let tallied = self.tally.iter().filter(|t| t.statement == statement).flat_map(|t| &t.answers);
        let tallied = tallied.filter(|a| a.answer == answer).filter_map(|a| usize::try_from(a.count).ok());
        single + tallied.sum::<usize>()
    }
}
