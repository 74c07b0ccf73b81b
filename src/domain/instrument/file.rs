//! The instrument file, format 1, and its checks. See `docs/instrument.md`. It is read by hand: why, [`Reader`] says.

use super::problem::{Part, Problem, ProblemKind};
use super::reader::{Reader, plain};
use super::{
    Basis, Category, Dimension, DimensionRule, Instrument, InstrumentRef, QuadrantText, Rules, Scale, Statement,
};
use serde_json::Value;

/// The largest file that is read, in bytes.
const LIMIT: usize = 4 * 1024 * 1024;
const MAX_STATEMENTS: usize = 5000;
const MAX_CATEGORIES: usize = 60;
/// Ids that a category may not have: pages of the assessment have these names (`route`).
pub const RESERVED_CATEGORY_IDS: [&str; 9] =
    ["oversikt", "granska", "svarande", "svara", "resultat", "plan", "dokument", "skicka", "kvitto"];
/// Some editors put this mark before the text.
const BOM: &[u8] = "\u{feff}".as_bytes();

/// Reads an instrument file. `sha256` is that of `bytes`, in hex.
///
/// # Errors
/// Every problem of the file. Where it is not JSON, the place where reading stopped.
pub fn parse(bytes: &[u8], sha256: &str) -> Result<Instrument, Vec<Problem>> {
    let whole = |kind| vec![Problem { place: Vec::new(), kind }];
    if bytes.len() > LIMIT {
        return Err(whole(ProblemKind::TooLarge));
    }
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let file: Value = serde_json::from_slice(bytes).map_err(|e| whole(ProblemKind::Json(e.line(), e.column())))?;
    match file.get("format").and_then(Value::as_u64) {
        Some(1) => {}
        Some(other) => return Err(whole(ProblemKind::Format(other))),
        None => return Err(whole(ProblemKind::NoKey("format"))),
    }
    let mut reader = Reader::default();
    let instrument = read(&mut reader, &file, sha256);
    if reader.problems.is_empty() { Ok(instrument) } else { Err(reader.problems) }
}

fn read(r: &mut Reader, file: &Value, sha256: &str) -> Instrument {
    // Advice is read by itself.
    let known =
        ["format", "id", "version", "title", "source_note", "scale", "rules", "dimensions", "quadrants", "advice"];
    r.keys(file, &known);
    let id = plain(file, "id").to_string();
    // It names a file too, so a hyphen is allowed.
    if !Reader::is_id(&id.replace('-', "_")) {
        r.find(ProblemKind::BadId);
    }
    let version = r.number(file, "version", None, 1, 1_000_000);
    let mut instrument = Instrument {
        reference: InstrumentRef { id, version, sha256: sha256.to_string() },
        title: r.text(file, "title"),
        source_note: r.text(file, "source_note"),
        scale: scale(r, file),
        rules: rules(r, file),
        dimensions: Vec::new(),
        categories: Vec::new(),
        statements: Vec::new(),
        quadrants: quadrants(r, file),
    };
    for (number, value) in r.list(file, "dimensions", 1, 12).iter().enumerate() {
        dimension(r, &mut instrument, number, value);
    }
    for (key, count, most) in [
        ("categories", instrument.categories.len(), MAX_CATEGORIES),
        ("statements", instrument.statements.len(), MAX_STATEMENTS),
    ] {
        if count > most {
            r.find(ProblemKind::Count(key, 1, most));
        }
    }
    instrument
}

fn scale(r: &mut Reader, file: &Value) -> Scale {
    let scale = r.object(file, "scale");
    r.keys(scale, &["labels", "dont_know", "not_applicable"]);
    let labels = r.list(scale, "labels", 2, 10).iter().enumerate();
    Scale {
        labels: labels
            .map(|(n, label)| r.within(Part::Step, (n + 1).to_string(), |r| r.whole_text(label, "labels")))
            .collect(),
        dont_know: r.text(scale, "dont_know"),
        not_applicable: r.text(scale, "not_applicable"),
    }
}

fn rules(r: &mut Reader, file: &Value) -> Rules {
    let rules = r.object(file, "rules");
    r.keys(rules, &["dimension", "threshold_percent", "minimum_group"]);
    let words = ["mean_of_categories", "mean_of_statements"];
    let rule = r.word(rules, "dimension", &words, "mean_of_categories, mean_of_statements");
    Rules {
        dimension: if rule == 1 { DimensionRule::MeanOfStatements } else { DimensionRule::MeanOfCategories },
        threshold_percent: r.number(rules, "threshold_percent", None, 0, 100),
        minimum_group: r.number(rules, "minimum_group", None, 1, 100),
    }
}

fn quadrants(r: &mut Reader, file: &Value) -> [QuadrantText; 4] {
    let quadrants = r.object(file, "quadrants");
    let keys = ["both_low", "ability_high", "legacy_high", "both_high"];
    r.keys(quadrants, &keys);
    keys.map(|key| {
        let value = r.object(quadrants, key);
        r.within(Part::Quadrant, key.to_string(), |r| {
            r.keys(value, &["name", "text"]);
            QuadrantText { name: r.text(value, "name"), text: r.text(value, "text") }
        })
    })
}

fn dimension(r: &mut Reader, instrument: &mut Instrument, number: usize, value: &Value) {
    let index = instrument.dimensions.len();
    r.part(Part::Dimension, number, value, |r, id| {
        r.keys(value, &["id", "name", "text", "low", "high", "weight", "categories"]);
        instrument.dimensions.push(Dimension {
            id,
            name: r.text(value, "name"),
            text: r.text(value, "text"),
            low: r.text(value, "low"),
            high: r.text(value, "high"),
            weight: r.number(value, "weight", Some(1), 1, 1000),
        });
        for (number, value) in r.list(value, "categories", 1, MAX_CATEGORIES).iter().enumerate() {
            category(r, instrument, index, number, value);
        }
    });
}

fn category(r: &mut Reader, instrument: &mut Instrument, dimension: usize, number: usize, value: &Value) {
    let index = instrument.categories.len();
    r.part(Part::Category, number, value, |r, id| {
        r.keys(value, &["id", "name", "intro", "weight", "statements"]);
        if RESERVED_CATEGORY_IDS.contains(&id.as_str()) {
            r.find(ProblemKind::ReservedId);
        }
        instrument.categories.push(Category {
            id,
            dimension,
            name: r.text(value, "name"),
            intro: r.text(value, "intro"),
            weight: r.number(value, "weight", Some(1), 1, 1000),
        });
        for (number, value) in r.list(value, "statements", 1, MAX_STATEMENTS).iter().enumerate() {
            let statement = r.part(Part::Statement, number, value, |r, id| statement(r, index, id, value));
            instrument.statements.push(statement);
        }
    });
}

fn statement(r: &mut Reader, category: usize, id: String, value: &Value) -> Statement {
    r.keys(value, &["id", "label", "text", "help", "basis", "reversed", "short", "weight"]);
    let [reversed, short] = ["reversed", "short"].map(|key| {
        let said = value.get(key).map_or(Some(false), Value::as_bool);
        if said.is_none() {
            r.find(ProblemKind::NoKey(key));
        }
        said.unwrap_or_default()
    });
    let basis = r.word(value, "basis", &["reconstructed", "own"], "reconstructed, own");
    Statement {
        id,
        category,
        label: r.text(value, "label"),
        text: r.text(value, "text"),
        help: r.text(value, "help"),
        basis: if basis == 1 { Basis::Own } else { Basis::Reconstructed },
        reversed,
        short,
        weight: r.number(value, "weight", Some(1), 1, 1000),
    }
}
