//! The edition file, format 1.

use super::check::check;
use super::moment::moment;
use super::period::day;
use super::problem::{Problem, ProblemKind, Problems};
use super::{Edition, Milestone, Municipality, Nominee, Period, Stage, Step};
use crate::domain::json::{self, Value};
use crate::domain::text::Text;
use serde::Deserialize;

const LIMIT: usize = 256 * 1024;

/// The number of this format. It stands first in a file, so that a newer one is told before what else is new in it.
#[derive(Deserialize)]
#[serde(try_from = "u32")]
pub(super) struct FormatV1;

impl TryFrom<u32> for FormatV1 {
    type Error = &'static str;

    fn try_from(format: u32) -> Result<FormatV1, &'static str> {
        if format == 1 { Ok(FormatV1) } else { Err("the format is not 1") }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EditionV1 {
    #[serde(rename = "format")]
    pub _format: FormatV1,
    pub year: u16,
    pub title: String,
    pub awarded: Option<String>,
    #[serde(default)]
    pub revealed: Option<String>,
    #[serde(default)]
    pub updated: Option<String>,
    pub nominees: Vec<NomineeV1>,
    pub nominees_complete: bool,
    pub milestones: Vec<MilestoneV1>,
    pub organisers: Vec<String>,
    pub jury: Vec<JurorV1>,
    pub prize: Option<PrizeV1>,
    pub basis: Vec<Text>,
    pub publication: Option<PublicationV1>,
    #[serde(default)]
    pub news: Vec<NewsV1>,
    pub sources: Vec<SourceV1>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NomineeV1 {
    pub slug: String,
    pub name: String,
    pub municipalities: Vec<Municipality>,
    pub stage: String,
    pub reason: Option<Text>,
    pub facts: Vec<FactV1>,
    pub sources: Vec<SourceV1>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FactV1 {
    pub text: Text,
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MilestoneV1 {
    pub step: String,
    pub planned: String,
    pub actual: Option<String>,
    pub place: Option<String>,
    pub note: Option<Text>,
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct JurorV1 {
    pub name: String,
    pub role: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PrizeV1 {
    pub given_by: String,
    pub contents: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PublicationV1 {
    pub title: String,
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewsV1 {
    pub date: String,
    pub text: Text,
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceV1 {
    pub url: String,
    pub note: Option<String>,
}

/// Reads an edition file.
///
/// # Errors
/// Every problem of the file. Where it is not the JSON it should be, the one place where reading stopped.
pub fn parse(bytes: &[u8]) -> Result<Edition, Vec<Problem>> {
    let whole = |kind| vec![Problem { year: None, place: Vec::new(), kind }];
    if bytes.len() > LIMIT {
        return Err(whole(ProblemKind::TooLarge));
    }
    let not_json = |e: serde_json::Error| whole(ProblemKind::Json(e.to_string()));
    check(serde_json::from_slice(bytes).map_err(not_json)?)
}

/// Reads an edition that a page carries. Its file was checked when the page was made, so nothing is told of it here,
/// and only what the start page and calendars show is read: the rest of the edition is empty.
pub fn carried_edition(text: &str) -> Option<Edition> {
    let file = json::read(text)?;
    let text_of = |value: &Value, key: &str| {
        let text = value.get(key).filter(|t| t.is_object())?;
        Some(Text { sv: json::string(text, "sv")?, en: json::string(text, "en")? })
    };
    let municipality =
        |m: &Value| Some(Municipality { code: json::string(m, "code")?, name: json::string(m, "name")? });
    let nominee = |n: &Value| {
        let stage = json::text(n, "stage")?;
        Some(Nominee {
            slug: json::string(n, "slug")?,
            name: json::string(n, "name")?,
            municipalities: json::list(n, "municipalities", municipality)?,
            stage: Stage::ALL.into_iter().find(|s| s.word() == stage)?,
            reason: text_of(n, "reason"),
            facts: Vec::new(),
            sources: Vec::new(),
        })
    };
    let milestone = |m: &Value| {
        let step = json::text(m, "step")?;
        Some(Milestone {
            step: Step::ALL.into_iter().find(|s| s.word() == step)?,
            planned: Period::parse(json::text(m, "planned")?)?,
            actual: json::text(m, "actual").and_then(Period::parse),
            place: json::string(m, "place"),
            note: text_of(m, "note"),
            source: json::string(m, "source")?,
        })
    };
    let mut edition = Edition {
        year: u16::try_from(json::number(&file, "year")?).ok()?,
        title: json::string(&file, "title")?,
        awarded: json::text(&file, "awarded").and_then(day),
        updated: json::text(&file, "updated").and_then(day),
        revealed: json::text(&file, "revealed").and_then(moment),
        nominees: json::list(&file, "nominees", nominee)?,
        nominees_complete: file.get("nominees_complete")?.as_bool()?,
        milestones: json::list(&file, "milestones", milestone)?,
        organisers: Vec::new(),
        jury: Vec::new(),
        prize: None,
        basis: Vec::new(),
        publication: None,
        news: Vec::new(),
        sources: Vec::new(),
    };
    edition.put_in_order();
    Some(edition)
}

/// Reads an edition file, for who tells its problems in a single text or not at all.
///
/// # Errors
/// The problems of [`parse`].
pub fn parse_edition(bytes: &[u8]) -> Result<Edition, Problems> {
    parse(bytes).map_err(Problems)
}
