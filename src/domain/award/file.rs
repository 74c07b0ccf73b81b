//! The edition file and the collected file of all editions, format 1.
//!
//! Unknown keys are left alone, because a newer build of the site may have added some. [`parse`](super::parse) tells them
//! where people write the file.

use super::Municipality;
use crate::domain::text::Text;
use serde::{Deserialize, Serialize};

/// The collected file.
#[derive(Serialize, Deserialize)]
pub(super) struct CollectedV1 {
    #[serde(rename = "$schema", skip_deserializing)]
    pub schema: String,
    pub format: u32,
    #[serde(skip_deserializing)]
    pub license: Text,
    #[serde(skip_deserializing)]
    pub updated: Option<String>,
    pub editions: Vec<EditionV1>,
}

/// What an edition file begins with. An edition of the collected file has no such part.
#[derive(Deserialize)]
pub(super) struct HeadV1 {
    #[serde(rename = "format")]
    pub _format: FormatV1,
}

/// The number of this format.
#[derive(Deserialize)]
#[serde(try_from = "u32")]
pub(super) struct FormatV1;

impl TryFrom<u32> for FormatV1 {
    type Error = &'static str;

    fn try_from(format: u32) -> Result<FormatV1, &'static str> {
        if format == 1 { Ok(FormatV1) } else { Err("the format is not 1") }
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct EditionV1 {
    pub year: u16,
    pub title: String,
    pub awarded: Option<String>,
    pub revealed: Option<String>,
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

#[derive(Serialize, Deserialize)]
pub(super) struct NomineeV1 {
    pub slug: String,
    pub name: String,
    pub municipalities: Vec<MunicipalityV1>,
    pub stage: String,
    pub reason: Option<Text>,
    pub facts: Vec<FactV1>,
    pub sources: Vec<SourceV1>,
    /// The address of its page, in the collected file.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub page: Option<Text>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct MunicipalityV1 {
    pub code: String,
    pub name: String,
    /// In the collected file.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub county: Option<CountyV1>,
}

impl From<MunicipalityV1> for Municipality {
    fn from(file: MunicipalityV1) -> Municipality {
        Municipality { code: file.code, name: file.name }
    }
}

#[derive(Serialize)]
pub(super) struct CountyV1 {
    pub code: Option<String>,
    pub name: Option<&'static str>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct FactV1 {
    pub text: Text,
    pub source: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct MilestoneV1 {
    pub step: String,
    pub planned: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actual: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    pub source: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct JurorV1 {
    pub name: String,
    pub role: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct PrizeV1 {
    pub given_by: String,
    pub contents: Vec<Text>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct PublicationV1 {
    pub title: String,
    pub source: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct NewsV1 {
    pub date: String,
    pub text: Text,
    pub source: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct SourceV1 {
    pub url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
