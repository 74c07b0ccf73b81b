//! Sheets to [`Report`]: the one scoring function behind every view, export and receipt.
//!
//! Scores are exact integers (millionths of a percent), so neither the order of answers nor of sheets can change a
//! digit, and the same input gives the same output on every machine.

mod effects;
mod groups;
mod mean;
mod report;
mod widening;

pub use effects::{Effect, effects};
pub use groups::{Group, GroupScores, groups};
pub use report::report;
pub use widening::{Widening, widening};

/// A score in millionths of a percent: 0 to 100 000 000. Unrounded between the levels; rounded only where it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Score(pub i64);

/// The lowest and highest score still possible, given what is unanswered and *vet ej*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Interval {
    /// The lowest.
    pub low: Score,
    /// The highest.
    pub high: Score,
}

/// A score with the interval around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Measure {
    /// The score; `None` while nothing that counts has been answered.
    pub score: Option<Score>,
    /// What it can still become. Always holds the final score.
    pub interval: Interval,
}

impl Measure {
    /// A score by itself, without an interval around it.
    pub fn at(score: Option<Score>) -> Measure {
        let at = score.unwrap_or_default();
        Measure { score, interval: Interval { low: at, high: at } }
    }
}

/// Everything that can be said of some sheets. Lists are aligned with the instrument's.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// How many sheets were counted.
    pub sheets: usize,
    /// Digital mognad: the mean of the dimensions. No score until every dimension has one.
    pub overall: Measure,
    /// The dimensions.
    pub dimensions: Vec<Measure>,
    /// The categories.
    pub categories: Vec<CategoryReport>,
    /// The statements.
    pub statements: Vec<StatementReport>,
    /// The field of the position; `None` until both dimensions have a score or the instrument has not two.
    pub quadrant: Option<Quadrant>,
    /// Indexes of the highest categories of the own profile, highest first: at most three, relative, never absolute.
    pub strengths: Vec<usize>,
    /// Indexes of the lowest categories of the own profile, lowest first: at most three, none of them a strength.
    pub weaknesses: Vec<usize>,
    /// Indexes of statements by disagreement, most first; only those that at least two sheets gave different steps.
    pub disagreements: Vec<usize>,
    /// How the answers of all sheets fall on the four states.
    pub counts: Counts,
}

/// A category's score.
#[derive(Clone, Debug, PartialEq)]
pub struct CategoryReport {
    /// Its score and interval.
    pub measure: Measure,
    /// How its answers fall on the four states.
    pub counts: Counts,
}

/// A statement's score and the spread of its answers.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementReport {
    /// The mean over the sheets that gave a step, mirrored where the statement is reversed.
    pub measure: Measure,
    /// How its answers fall on the four states; `counts.steps` is *n*.
    pub counts: Counts,
    /// How many gave each step; the first is step 1. As answered, not mirrored.
    pub steps: Vec<u32>,
    /// Standard deviation of the percents over the population, in millionths of a percent; 0 with fewer than two steps.
    pub spread: Score,
}

/// How answers fall on the four states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Counts {
    /// A step of the scale.
    pub steps: u32,
    /// *Vet ej.*
    pub dont_know: u32,
    /// *Ej tillämpligt.*
    pub not_applicable: u32,
    /// Nothing yet.
    pub unanswered: u32,
}

/// The four fields of the position. The first dimension of the instrument is the one named first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quadrant {
    /// Both low: *typ A*, the only one whose letter is known.
    BothLow,
    /// Ability high, legacy low.
    AbilityHigh,
    /// Ability low, legacy high.
    LegacyHigh,
    /// Both high.
    BothHigh,
}

impl Quadrant {
    /// All four, in the order of an instrument's texts.
    pub const ALL: [Quadrant; 4] = [Quadrant::BothLow, Quadrant::AbilityHigh, Quadrant::LegacyHigh, Quadrant::BothHigh];
}
