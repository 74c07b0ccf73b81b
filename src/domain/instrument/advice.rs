//! The advice of an instrument file: a table of texts keyed on the field of the position, the level of a category and
//! single answers. It is read by itself (`docs/instrument.md`): most of the site needs a questionnaire without it.

use super::Instrument;
use super::problem::{Part, Problem, ProblemKind};
use super::reader::Reader;
use crate::domain::text::Text;
use serde_json::Value;

/// The most levels of one category or statement.
const MAX_LEVELS: usize = 10;

/// The table, aligned with the instrument's lists. Empty where the file has no advice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Advice {
    /// The next step for each field, in the order of [`Quadrant::ALL`](crate::domain::scoring::Quadrant::ALL).
    pub quadrants: Vec<Text>,
    /// The levels of each category, lowest first.
    pub categories: Vec<Vec<Level>>,
    /// The levels of each statement, lowest first. Above the last there is nothing to advise.
    pub statements: Vec<Vec<Level>>,
}

/// What is said of scores below a bound and not below that of the level before.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// The bound in percent 0–100, itself left out; `None` for the highest level.
    pub below: Option<u32>,
    /// Whether it is enough (*räcker det?*). Categories only.
    pub enough: Option<Text>,
    /// The next step (*nästa steg*).
    pub next: Text,
}

impl Advice {
    /// Whether there is any.
    pub fn is_empty(&self) -> bool {
        self.quadrants.is_empty()
    }
}

/// Reads the advice of a file that is otherwise good.
///
/// # Errors
/// Every problem of that part of the file.
pub fn parse_advice(text: &str, instrument: &Instrument) -> Result<Advice, Vec<Problem>> {
    let file: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_default();
    let Some(part) = file.get("advice") else { return Ok(Advice::default()) };
    let mut reader = Reader::default();
    let r = &mut reader;
    r.keys(part, &["quadrants", "categories", "statements"]);
    let fields = r.object(part, "quadrants");
    let keys = ["both_low", "ability_high", "legacy_high", "both_high"];
    r.keys(fields, &keys);
    let advice = Advice {
        quadrants: keys.map(|key| r.text(fields, key)).into(),
        categories: {
            let ids: Vec<&str> = instrument.categories.iter().map(|c| c.id.as_str()).collect();
            all_levels(r, part, "categories", Part::Category, &ids)
        },
        statements: {
            let ids: Vec<&str> = instrument.statements.iter().map(|s| s.id.as_str()).collect();
            all_levels(r, part, "statements", Part::Statement, &ids)
        },
    };
    if reader.problems.is_empty() { Ok(advice) } else { Err(reader.problems) }
}

/// The levels of every category or statement. One may be left out.
fn all_levels(r: &mut Reader, part: &Value, key: &'static str, kind: Part, ids: &[&str]) -> Vec<Vec<Level>> {
    let table = r.object(part, key);
    r.keys(table, ids);
    let one = |id: &&str| match table.get(*id) {
        Some(_) => r.within(kind, (*id).to_string(), |r| levels(r, table, id, kind == Part::Category)),
        None => Vec::new(),
    };
    ids.iter().map(one).collect()
}

fn levels(r: &mut Reader, table: &Value, id: &str, of_category: bool) -> Vec<Level> {
    let list = table.get(id).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    if !(1..=MAX_LEVELS).contains(&list.len()) {
        r.find(ProblemKind::Count("advice", 1, MAX_LEVELS));
    }
    let (mut levels, mut lowest) = (Vec::new(), 1);
    for (number, value) in list.iter().enumerate() {
        r.keys(value, if of_category { &["below", "enough", "next"] } else { &["below", "next"] });
        // Only the highest level is open upwards, so that each score has one level.
        let is_last = number + 1 == list.len();
        let below = (!is_last || value.get("below").is_some()).then(|| r.number(value, "below", None, lowest, 100));
        lowest = below.unwrap_or(100) + 1;
        let enough = of_category.then(|| r.text(value, "enough"));
        levels.push(Level { below, enough, next: r.text(value, "next") });
    }
    levels
}
