//! The instrument file, format 1. Types of its own: everything is optional here, so that [`check`](super::check) can
//! name all that is missing at once.

use super::check::{Problem, ProblemKind};
use super::{Instrument, InstrumentRef, check};
use crate::domain::text::Text;
use serde::Deserialize;

/// The largest file that is read, in bytes.
const LIMIT: usize = 4 * 1024 * 1024;
/// The format that this code reads.
const FORMAT: u32 = 1;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileV1 {
    #[allow(dead_code)] // Read before everything else, see `parse`.
    format: u32,
    #[serde(default)]
    pub id: String,
    #[serde(default)]
    pub version: u32,
    #[serde(default)]
    pub title: Text,
    #[serde(default)]
    pub source_note: Text,
    pub scale: ScaleV1,
    pub rules: RulesV1,
    #[serde(default)]
    pub dimensions: Vec<DimensionV1>,
    pub quadrants: QuadrantsV1,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScaleV1 {
    #[serde(default)]
    pub labels: Vec<Text>,
    #[serde(default)]
    pub dont_know: Text,
    #[serde(default)]
    pub not_applicable: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RulesV1 {
    #[serde(default)]
    pub dimension: String,
    pub threshold_percent: u32,
    pub minimum_group: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DimensionV1 {
    #[serde(default)]
    pub id: String,
    #[serde(default)]
    pub name: Text,
    #[serde(default)]
    pub text: Text,
    #[serde(default)]
    pub low: Text,
    #[serde(default)]
    pub high: Text,
    #[serde(default = "one")]
    pub weight: u32,
    #[serde(default)]
    pub categories: Vec<CategoryV1>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CategoryV1 {
    #[serde(default)]
    pub id: String,
    #[serde(default)]
    pub name: Text,
    #[serde(default)]
    pub intro: Text,
    #[serde(default = "one")]
    pub weight: u32,
    #[serde(default)]
    pub statements: Vec<StatementV1>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatementV1 {
    #[serde(default)]
    pub id: String,
    #[serde(default)]
    pub label: Text,
    #[serde(default)]
    pub text: Text,
    #[serde(default)]
    pub help: Text,
    #[serde(default)]
    pub basis: String,
    #[serde(default)]
    pub reversed: bool,
    #[serde(default = "one")]
    pub weight: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuadrantsV1 {
    pub both_low: QuadrantV1,
    pub ability_high: QuadrantV1,
    pub legacy_high: QuadrantV1,
    pub both_high: QuadrantV1,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuadrantV1 {
    #[serde(default)]
    pub name: Text,
    #[serde(default)]
    pub text: Text,
}

#[derive(Deserialize)]
struct Header {
    format: u32,
}

fn one() -> u32 {
    1
}

/// Reads an instrument file. `sha256` is that of `bytes`, in hex.
///
/// # Errors
/// Every problem of the file. Where it is not the JSON it should be, the one place where reading stopped.
pub fn parse(bytes: &[u8], sha256: &str) -> Result<Instrument, Vec<Problem>> {
    let whole = |kind| vec![Problem { place: Vec::new(), kind }];
    if bytes.len() > LIMIT {
        return Err(whole(ProblemKind::TooLarge));
    }
    let not_json = |e: serde_json::Error| whole(ProblemKind::Json(e.to_string()));
    let header: Header = serde_json::from_slice(bytes).map_err(not_json)?;
    if header.format != FORMAT {
        return Err(whole(ProblemKind::Format(header.format)));
    }
    let file: FileV1 = serde_json::from_slice(bytes).map_err(not_json)?;
    let reference = InstrumentRef { id: file.id.clone(), version: file.version, sha256: sha256.to_string() };
    check::check(file, reference)
}
