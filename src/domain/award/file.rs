//! The edition file, format 1.

use super::Municipality;
use crate::domain::text::Text;
use serde::Deserialize;

/// The number of this format. It is parsed first, so that a newer format is reported before the changes that it brings.
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
