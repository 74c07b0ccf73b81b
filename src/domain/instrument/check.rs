//! Checks a file that has been read, and says all that is wrong with it, each with its place.

use super::file::{CategoryV1, DimensionV1, FileV1, QuadrantV1, RulesV1, ScaleV1, StatementV1};
use super::{
    Basis, Category, Dimension, DimensionRule, Instrument, InstrumentRef, QuadrantText, Rules, Scale, Statement,
};
use crate::domain::text::{Locale, Text};
use crate::route::RESERVED_CATEGORY_IDS;
use std::collections::BTreeSet;

/// The longest text, in bytes.
const MAX_TEXT: usize = 4000;
const MAX_STATEMENTS: usize = 5000;

/// One thing that is wrong with an instrument file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// From the outermost part inwards: (kind of part, its id). Empty for the file as a whole.
    pub place: Vec<(Part, String)>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// A kind of part of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A dimension, named by its id.
    Dimension,
    /// A category, named by its id.
    Category,
    /// A statement, named by its id.
    Statement,
    /// A step of the scale, named by its number.
    Step,
    /// One of the four fields, named by its key.
    Quadrant,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The file is larger than 4 MiB.
    TooLarge,
    /// It is not the JSON it should be; the reason names line and column.
    Json(String),
    /// It has a format that this version does not read.
    Format(u32),
    /// This text is missing in this language.
    NoText(&'static str, Locale),
    /// This text is longer than 4000 bytes.
    LongText(&'static str),
    /// The id is missing, too long, or has other signs than `a-z`, `0-9` and `_`.
    BadId,
    /// The id is used before.
    SameId,
    /// The id is a word that a page of the assessment has.
    ReservedId,
    /// It should hold at least one of these and at most so many.
    Count(&'static str, usize, usize),
    /// This number lies outside the two bounds.
    Number(&'static str, u32, u32),
    /// This word is none of the allowed ones.
    Word(&'static str, &'static str),
}

impl Problem {
    /// The problem as a sentence with its place.
    pub fn describe(&self, locale: Locale) -> String {
        let mut text = String::new();
        for (index, (part, id)) in self.place.iter().enumerate() {
            let name = part.name(locale);
            let first = name.get(..1).unwrap_or("");
            text.push_str(&if index == 0 { first.to_ascii_uppercase() } else { first.to_string() });
            text.push_str(name.get(1..).unwrap_or(""));
            text.push_str(&[" \"", id, "\""].concat());
            text.push_str(if index + 1 == self.place.len() { " " } else { ": " });
        }
        if self.place.is_empty() {
            text.push_str(match locale {
                Locale::Sv => "Filen ",
                Locale::En => "The file ",
            });
        }
        text.push_str(&self.kind.describe(locale));
        text
    }
}

impl Part {
    fn name(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Part::Dimension, Locale::Sv) => "dimensionen",
            (Part::Dimension, Locale::En) => "dimension",
            (Part::Category, Locale::Sv) => "kategorin",
            (Part::Category, Locale::En) => "category",
            (Part::Statement, Locale::Sv) => "påståendet",
            (Part::Statement, Locale::En) => "statement",
            (Part::Step, Locale::Sv) => "skalsteget",
            (Part::Step, Locale::En) => "scale step",
            (Part::Quadrant, Locale::Sv) => "fältet",
            (Part::Quadrant, Locale::En) => "field",
        }
    }
}

impl ProblemKind {
    fn describe(&self, locale: Locale) -> String {
        let sv = locale == Locale::Sv;
        match self {
            ProblemKind::TooLarge if sv => "är större än 4 MiB.".into(),
            ProblemKind::TooLarge => "is larger than 4 MiB.".into(),
            ProblemKind::Json(why) if sv => ["går inte att läsa: ", why, "."].concat(),
            ProblemKind::Json(why) => ["cannot be read: ", why, "."].concat(),
            ProblemKind::Format(f) if sv => ["har format ", &f.to_string(), ", men format 1 behövs."].concat(),
            ProblemKind::Format(f) => ["has format ", &f.to_string(), ", but format 1 is needed."].concat(),
            ProblemKind::NoText(field, Locale::Sv) if sv => ["saknar svensk text (", field, ")."].concat(),
            ProblemKind::NoText(field, Locale::En) if sv => ["saknar engelsk text (", field, ")."].concat(),
            ProblemKind::NoText(field, Locale::Sv) => ["has no Swedish text (", field, ")."].concat(),
            ProblemKind::NoText(field, Locale::En) => ["has no English text (", field, ")."].concat(),
            ProblemKind::LongText(field) if sv => ["har en för lång text (", field, ")."].concat(),
            ProblemKind::LongText(field) => ["has a text that is too long (", field, ")."].concat(),
            ProblemKind::BadId if sv => "behöver ett id av a–z, 0–9 och _, högst 60 tecken.".into(),
            ProblemKind::BadId => "needs an id of a–z, 0–9 and _, at most 60 signs.".into(),
            ProblemKind::SameId if sv => "har ett id som redan är använt.".into(),
            ProblemKind::SameId => "has an id that is already used.".into(),
            ProblemKind::ReservedId if sv => "har ett id som en sida redan heter.".into(),
            ProblemKind::ReservedId => "has an id that a page already has.".into(),
            ProblemKind::Count(what, low, high) => {
                let (low, high) = (low.to_string(), high.to_string());
                let verb = if sv { "behöver " } else { "needs " };
                [verb, &low, "–", &high, " ", what, "."].concat()
            }
            ProblemKind::Number(field, low, high) => {
                let (low, high) = (low.to_string(), high.to_string());
                let verb = if sv { "behöver ett tal " } else { "needs a number " };
                [verb, &low, "–", &high, " (", field, ")."].concat()
            }
            ProblemKind::Word(field, allowed) if sv => ["behöver ett av orden ", allowed, " (", field, ")."].concat(),
            ProblemKind::Word(field, allowed) => ["needs one of the words ", allowed, " (", field, ")."].concat(),
        }
    }
}

/// Walks the file, remembers where it is, and collects what is wrong.
struct Checker {
    place: Vec<(Part, String)>,
    problems: Vec<Problem>,
    ids: BTreeSet<String>,
}

impl Checker {
    fn find(&mut self, kind: ProblemKind) {
        self.problems.push(Problem { place: self.place.clone(), kind });
    }

    fn text(&mut self, field: &'static str, text: &Text) {
        for locale in Locale::ALL {
            if text.get(locale).trim().is_empty() {
                self.find(ProblemKind::NoText(field, locale));
            } else if text.get(locale).len() > MAX_TEXT {
                self.find(ProblemKind::LongText(field));
            }
        }
    }

    fn id(&mut self, id: &str) {
        let plain = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if id.is_empty() || id.len() > 60 || !plain {
            self.find(ProblemKind::BadId);
        } else if !self.ids.insert(id.to_string()) {
            self.find(ProblemKind::SameId);
        }
    }

    fn number(&mut self, field: &'static str, value: u32, low: u32, high: u32) {
        if !(low..=high).contains(&value) {
            self.find(ProblemKind::Number(field, low, high));
        }
    }

    fn count(&mut self, what: &'static str, count: usize, low: usize, high: usize) {
        if !(low..=high).contains(&count) {
            self.find(ProblemKind::Count(what, low, high));
        }
    }

    fn within(&mut self, part: Part, id: &str, look: impl FnOnce(&mut Checker)) {
        self.place.push((part, id.to_string()));
        look(self);
        self.place.pop();
    }
}

pub(super) fn check(file: FileV1, reference: InstrumentRef) -> Result<Instrument, Vec<Problem>> {
    let mut checker = Checker { place: Vec::new(), problems: Vec::new(), ids: BTreeSet::new() };
    let c = &mut checker;
    if reference.id.is_empty() || reference.id.len() > 60 {
        c.find(ProblemKind::BadId);
    }
    c.number("version", reference.version, 1, u32::MAX);
    c.text("title", &file.title);
    c.text("source_note", &file.source_note);
    let rules = rules(c, &file.rules);
    let quadrants = {
        let q = &file.quadrants;
        let all = [("both_low", &q.both_low), ("ability_high", &q.ability_high), ("legacy_high", &q.legacy_high)];
        for (key, quadrant) in all.into_iter().chain([("both_high", &q.both_high)]) {
            c.within(Part::Quadrant, key, |c| check_quadrant(c, quadrant));
        }
        let q = file.quadrants;
        [q.both_low, q.ability_high, q.legacy_high, q.both_high].map(|q| QuadrantText { name: q.name, text: q.text })
    };
    check_scale(c, &file.scale);
    let scale =
        Scale { labels: file.scale.labels, dont_know: file.scale.dont_know, not_applicable: file.scale.not_applicable };
    let mut instrument = Instrument {
        reference,
        title: file.title,
        source_note: file.source_note,
        scale,
        rules,
        dimensions: Vec::new(),
        categories: Vec::new(),
        statements: Vec::new(),
        quadrants,
    };
    c.count("dimensions", file.dimensions.len(), 1, 12);
    for dimension in file.dimensions {
        let id = dimension.id.clone();
        c.within(Part::Dimension, &id, |c| add_dimension(c, &mut instrument, dimension));
    }
    c.count("statements", instrument.statements.len(), 1, MAX_STATEMENTS);
    if checker.problems.is_empty() { Ok(instrument) } else { Err(checker.problems) }
}

fn rules(c: &mut Checker, rules: &RulesV1) -> Rules {
    c.number("threshold_percent", rules.threshold_percent, 0, 100);
    c.number("minimum_group", rules.minimum_group, 1, 100);
    let dimension = match rules.dimension.as_str() {
        "mean_of_categories" => DimensionRule::MeanOfCategories,
        "mean_of_statements" => DimensionRule::MeanOfStatements,
        _ => {
            c.find(ProblemKind::Word("rules.dimension", "mean_of_categories, mean_of_statements"));
            DimensionRule::MeanOfCategories
        }
    };
    Rules { dimension, threshold_percent: rules.threshold_percent, minimum_group: rules.minimum_group }
}

fn check_quadrant(c: &mut Checker, quadrant: &QuadrantV1) {
    c.text("name", &quadrant.name);
    c.text("text", &quadrant.text);
}

fn check_scale(c: &mut Checker, scale: &ScaleV1) {
    c.count("scale.labels", scale.labels.len(), 2, 10);
    for (number, label) in (1..).zip(&scale.labels) {
        let number: u32 = number;
        c.within(Part::Step, &number.to_string(), |c| c.text("label", label));
    }
    c.text("scale.dont_know", &scale.dont_know);
    c.text("scale.not_applicable", &scale.not_applicable);
}

fn add_dimension(c: &mut Checker, instrument: &mut Instrument, dimension: DimensionV1) {
    c.id(&dimension.id);
    for (field, text) in [("name", &dimension.name), ("text", &dimension.text)] {
        c.text(field, text);
    }
    c.text("low", &dimension.low);
    c.text("high", &dimension.high);
    c.number("weight", dimension.weight, 1, 1000);
    c.count("categories", dimension.categories.len(), 1, 60);
    let index = instrument.dimensions.len();
    for category in dimension.categories {
        // A category's id is unique, so its dimension need not be named.
        let (id, outer) = (category.id.clone(), std::mem::take(&mut c.place));
        c.within(Part::Category, &id, |c| add_category(c, instrument, index, category));
        c.place = outer;
    }
    instrument.dimensions.push(Dimension {
        id: dimension.id,
        name: dimension.name,
        text: dimension.text,
        low: dimension.low,
        high: dimension.high,
        weight: dimension.weight,
    });
}

fn add_category(c: &mut Checker, instrument: &mut Instrument, dimension: usize, category: CategoryV1) {
    c.id(&category.id);
    if RESERVED_CATEGORY_IDS.contains(&category.id.as_str()) {
        c.find(ProblemKind::ReservedId);
    }
    c.text("name", &category.name);
    c.text("intro", &category.intro);
    c.number("weight", category.weight, 1, 1000);
    c.count("statements", category.statements.len(), 1, MAX_STATEMENTS);
    let index = instrument.categories.len();
    for statement in category.statements {
        let id = statement.id.clone();
        c.within(Part::Statement, &id, |c| {
            let statement = checked_statement(c, statement, index);
            instrument.statements.push(statement);
        });
    }
    instrument.categories.push(Category {
        id: category.id,
        dimension,
        name: category.name,
        intro: category.intro,
        weight: category.weight,
    });
}

fn checked_statement(c: &mut Checker, statement: StatementV1, category: usize) -> Statement {
    c.id(&statement.id);
    for (field, text) in [("label", &statement.label), ("text", &statement.text), ("help", &statement.help)] {
        c.text(field, text);
    }
    c.number("weight", statement.weight, 1, 1000);
    let basis = match statement.basis.as_str() {
        "reconstructed" => Basis::Reconstructed,
        "own" => Basis::Own,
        _ => {
            c.find(ProblemKind::Word("basis", "reconstructed, own"));
            Basis::Own
        }
    };
    Statement {
        id: statement.id,
        category,
        label: statement.label,
        text: statement.text,
        help: statement.help,
        basis,
        reversed: statement.reversed,
        weight: statement.weight,
    }
}
