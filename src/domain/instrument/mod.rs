//! The instrument: the questionnaire as data. Dimensions hold categories, categories hold statements; the scale, the
//! weights and the rules of counting are data too, so that an organiser can load a file of its own.
//!
//! [`Instrument`] is only made by [`parse`], so whoever holds one holds a checked one.

mod advice;
mod file;
mod problem;
mod reader;

pub use advice::{Advice, Level, parse_advice};
pub use file::{RESERVED_CATEGORY_IDS, parse};
pub use problem::{Part, Problem, ProblemKind};

use super::answers::Answer;
use super::text::Text;

/// A checked questionnaire. Statements, categories and dimensions are flat lists in the file's order; a statement knows
/// its category by index, a category its dimension. Indexes are valid by construction.
#[derive(Clone, Debug, PartialEq)]
pub struct Instrument {
    /// Which instrument this is.
    pub reference: InstrumentRef,
    /// Its title.
    pub title: Text,
    /// What the texts are and are not: the official wording is licensed and not included.
    pub source_note: Text,
    /// The answers one can give.
    pub scale: Scale,
    /// How answers become scores.
    pub rules: Rules,
    /// The dimensions, in order.
    pub dimensions: Vec<Dimension>,
    /// The categories of all dimensions, in order.
    pub categories: Vec<Category>,
    /// The statements of all categories, in order.
    pub statements: Vec<Statement>,
    /// The four fields of the two-axis position, in the order of [`Quadrant::ALL`](super::scoring::Quadrant::ALL).
    pub quadrants: [QuadrantText; 4],
}

/// Names one released, immutable instrument file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstrumentRef {
    /// The id, as in `public/data/instruments/<id>.json`.
    pub id: String,
    /// The version, 1 or more.
    pub version: u32,
    /// SHA-256 of the file's bytes, 64 lower-case hex digits.
    pub sha256: String,
}

/// The answers one can give to a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The label of each step; the first is step 1. Between 2 and 10 steps.
    pub labels: Vec<Text>,
    /// The label of *vet ej*.
    pub dont_know: Text,
    /// The label of *ej tillämpligt*.
    pub not_applicable: Text,
}

/// How answers become scores. Read from the file, never from code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// How a dimension's score comes from below.
    pub dimension: DimensionRule,
    /// Where both axes of the position are cut, in percent 0–100. A score on the line counts as high.
    pub threshold_percent: u32,
    /// Groups of fewer respondents are never shown by themselves.
    pub minimum_group: u32,
}

/// How a dimension's score comes from below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DimensionRule {
    /// The weighted mean of its categories.
    MeanOfCategories,
    /// The weighted mean of all its statements.
    MeanOfStatements,
}

/// One of the two dimensions: digital förmåga (ability) or digitalt arv (legacy).
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    /// Stable id, lower-case ASCII.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What it means.
    pub text: Text,
    /// The name of its low end, such as *begränsande*.
    pub low: Text,
    /// The name of its high end, such as *möjliggörande*.
    pub high: Text,
    /// Its weight in the overall score, 1–1000.
    pub weight: u32,
}

/// A category of statements; also one page of the questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub struct Category {
    /// Stable id, lower-case ASCII; a segment of the page's path.
    pub id: String,
    /// Index of its dimension.
    pub dimension: usize,
    /// Its name.
    pub name: Text,
    /// What to think of while answering.
    pub intro: Text,
    /// Its weight in its dimension, 1–1000.
    pub weight: u32,
}

/// One statement that respondents agree with to some degree.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Stable id, lower-case ASCII.
    pub id: String,
    /// Index of its category.
    pub category: usize,
    /// A short name for tables and charts.
    pub label: Text,
    /// The statement.
    pub text: Text,
    /// A short explanation.
    pub help: Text,
    /// Where the statement comes from.
    pub basis: Basis,
    /// Whether agreement means low maturity: the percent is mirrored.
    pub reversed: bool,
    /// Whether it belongs to the short form.
    pub short: bool,
    /// Its weight in its category, 1–1000.
    pub weight: u32,
}

/// Where a statement comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Our wording of a capability that the model is known to hold.
    Reconstructed,
    /// Our own addition.
    Own,
}

/// The name and description of one of the four fields of the position.
#[derive(Clone, Debug, PartialEq)]
pub struct QuadrantText {
    /// Its name.
    pub name: Text,
    /// What it means.
    pub text: Text,
}

impl Instrument {
    /// The indexes of a category's statements, in order.
    pub fn statements_of(&self, category: usize) -> impl Iterator<Item = (usize, &Statement)> {
        self.statements.iter().enumerate().filter(move |(_, s)| s.category == category)
    }

    /// The indexes of a dimension's categories, in order.
    pub fn categories_of(&self, dimension: usize) -> impl Iterator<Item = (usize, &Category)> {
        self.categories.iter().enumerate().filter(move |(_, c)| c.dimension == dimension)
    }

    /// The index of a category by its id.
    pub fn category(&self, id: &str) -> Option<usize> {
        self.categories.iter().position(|c| c.id == id)
    }

    /// The index of a statement by its id.
    pub fn statement(&self, id: &str) -> Option<usize> {
        self.statements.iter().position(|s| s.id == id)
    }

    /// The indexes of the statements of the short form, in order.
    pub fn short(&self) -> Vec<usize> {
        self.statements.iter().enumerate().filter(|(_, s)| s.short).map(|(index, _)| index).collect()
    }

    /// The label of an answer; `None` for unanswered.
    pub fn label(&self, answer: Answer) -> Option<&Text> {
        match answer {
            Answer::Unanswered => None,
            Answer::Step(n) => self.scale.labels.get(usize::from(n).wrapping_sub(1)),
            Answer::DontKnow => Some(&self.scale.dont_know),
            Answer::NotApplicable => Some(&self.scale.not_applicable),
        }
    }

    /// Every answer that can be given: the steps, *vet ej*, *ej tillämpligt*.
    pub fn answers(&self) -> impl Iterator<Item = Answer> + use<> {
        (1..=self.steps()).map(Answer::Step).chain([Answer::DontKnow, Answer::NotApplicable])
    }

    /// The highest step of the scale.
    pub fn steps(&self) -> u8 {
        u8::try_from(self.scale.labels.len()).unwrap_or(u8::MAX)
    }
}
