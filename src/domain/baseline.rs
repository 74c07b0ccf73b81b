//! Earlier or other measurements to compare with: what a file says of its scores, kept in the draft as one record.

use super::draft::{Draft, DraftId, Field, instrument_word, read_file};
use super::instrument::Instrument;
use super::respondents::{are_enough, sheets};
use super::scoring::{Measure, Report, Score, report};
use super::submission::SubmissionV1;
use crate::domain::key;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// The most that one draft can hold.
pub const MAX_BASELINES: usize = 6;

/// A measurement to compare with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// Names it in the draft.
    pub id: String,
    /// The organisations measured, in order.
    pub organisations: Vec<String>,
    /// The day it was last changed or frozen: `2026-05-17`, in UTC. Empty where that is not known.
    pub date: String,
    /// The instrument, as [`instrument_word`] names it.
    pub instrument: String,
    /// How many sheets it counts.
    pub sheets: usize,
    /// Digital mognad.
    pub overall: Option<Score>,
    /// The scores of dimensions, then of categories, by their ids.
    pub scores: Vec<(String, Option<Score>)>,
    /// Whether its figures are invented.
    pub example: bool,
}

/// Why a file is nothing to compare with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBaseline {
    /// It is neither a draft nor a submission, or it is damaged.
    Foreign,
    /// A draft of another questionnaire: without that its answers cannot be counted. What was sent holds its scores.
    OtherInstrument,
    /// It has no scores.
    Empty,
    /// The same one is there already.
    Same,
    /// There are as many as there can be.
    TooMany,
}

impl NoBaseline {
    const ALL: [(NoBaseline, &'static str); 5] = [
        (NoBaseline::Foreign, "foreign"),
        (NoBaseline::OtherInstrument, "instrument"),
        (NoBaseline::Empty, "empty"),
        (NoBaseline::Same, "same"),
        (NoBaseline::TooMany, "many"),
    ];

    /// A word for it.
    pub fn word(self) -> &'static str {
        NoBaseline::ALL.iter().find(|(why, _)| *why == self).map_or("", |(_, word)| word)
    }

    /// Reads [`word`](Self::word) back.
    pub fn parse(word: &str) -> Option<NoBaseline> {
        NoBaseline::ALL.iter().find(|(_, w)| *w == word).map(|(why, _)| *why)
    }
}

/// Why figures cannot be followed from one measurement to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// Another questionnaire, or another version of it.
    Instrument,
    /// Another organisation.
    Organisation,
    /// Many more or fewer have answered: one against several, or more than half as many again.
    Respondents,
}

/// The stored form, version 1. Scores in millionths of a percent.
#[derive(Serialize, Deserialize)]
struct BaselineV1 {
    #[serde(rename = "o")]
    organisations: Vec<String>,
    #[serde(rename = "t")]
    date: String,
    #[serde(rename = "i")]
    instrument: String,
    #[serde(rename = "n")]
    sheets: usize,
    #[serde(rename = "v")]
    overall: Option<i64>,
    #[serde(rename = "s")]
    scores: Vec<(String, Option<i64>)>,
    /// Left out, it is not.
    #[serde(rename = "e", default)]
    example: bool,
}

impl Baseline {
    /// Reads a file: a draft file as it is saved, or a submission as it was sent.
    ///
    /// # Errors
    /// [`NoBaseline`] for anything else.
    pub fn of_file(text: &str, instrument: &Instrument) -> Result<Baseline, NoBaseline> {
        let id = DraftId::parse("jamforelse").ok_or(NoBaseline::Foreign)?;
        let read = match read_file(text, id) {
            Ok(draft) => Baseline::of_draft(&draft, instrument)?,
            Err(_) => {
                let submission = SubmissionV1::read(text.trim_start_matches('\u{feff}'));
                Baseline::of_submission(&submission.ok_or(NoBaseline::Foreign)?)
            }
        };
        if read.overall.is_none() { Err(NoBaseline::Empty) } else { Ok(read) }
    }

    fn of_draft(draft: &Draft, instrument: &Instrument) -> Result<Baseline, NoBaseline> {
        if draft.made_with(&instrument.reference) == Some(false) {
            return Err(NoBaseline::OtherInstrument);
        }
        let sheets = sheets(draft, instrument);
        let report = report(instrument, &sheets);
        let changed: u64 = draft.field(Field::Changed).parse().unwrap_or(0);
        let organisations = draft.organisations().into_iter().map(|(_, name)| name.to_string()).collect();
        Ok(Baseline {
            id: [&draft.origin(), ".", &changed.to_string()].concat(),
            organisations,
            date: day_of(changed),
            instrument: instrument_word(&instrument.reference),
            sheets: sheets.len(),
            overall: report.overall.score,
            scores: scores_of(instrument, &report),
            example: !draft.field(Field::Example).is_empty(),
        })
    }

    fn of_submission(submission: &SubmissionV1) -> Baseline {
        let exact = |hundredths: i64| Score(hundredths * 10_000);
        let named = submission.scores.dimensions.iter().chain(&submission.scores.categories);
        let i = &submission.instrument;
        Baseline {
            id: submission.id.clone(),
            organisations: submission.organisations.iter().map(|o| o.name.clone()).collect(),
            date: submission.created.get(..10).unwrap_or_default().to_string(),
            instrument: [&i.id, "/", &i.version.to_string(), "/", &i.sha256].concat(),
            sheets: submission.sheets(),
            overall: submission.scores.overall.value.map(exact),
            scores: named.map(|s| (s.id.clone(), s.score.value.map(exact))).collect(),
            example: false,
        }
    }

    /// The text to store.
    pub fn store(&self) -> String {
        let stored = BaselineV1 {
            organisations: self.organisations.clone(),
            date: self.date.clone(),
            instrument: self.instrument.clone(),
            sheets: self.sheets,
            overall: self.overall.map(|s| s.0),
            scores: self.scores.iter().map(|(id, score)| (id.clone(), score.map(|s| s.0))).collect(),
            example: self.example,
        };
        // Strings, lists and integers only: this cannot fail.
        serde_json::to_string(&stored).unwrap_or_default()
    }

    /// Reads what [`store`](Self::store) wrote.
    pub fn read(id: &str, text: &str) -> Option<Baseline> {
        let stored: BaselineV1 = key::read(text)?;
        let score = |millionths: Option<i64>| millionths.filter(|s| (0..=100_000_000).contains(s)).map(Score);
        Some(Baseline {
            id: id.to_string(),
            organisations: stored.organisations,
            date: stored.date,
            instrument: stored.instrument,
            sheets: stored.sheets,
            overall: score(stored.overall),
            scores: stored.scores.into_iter().map(|(id, value)| (id, score(value))).collect(),
            example: stored.example,
        })
    }

    /// The score of a dimension or category, by its id.
    pub fn score(&self, id: &str) -> Option<Score> {
        self.scores.iter().find(|(known, _)| known == id).and_then(|(_, score)| *score)
    }

    /// Whether it is the same measurement with a few sheets more or fewer: the two figures would give away what those few
    /// said.
    pub fn is_too_near(&self, draft: &Draft, instrument: &Instrument, sheets: usize) -> bool {
        let (begun, sent) = (draft.field(Field::Created), draft.field(Field::Submission));
        let file = self.id.strip_prefix(begun).is_some_and(|rest| rest.starts_with('-'));
        let same = file && !begun.is_empty() || sent.split('.').next() == Some(self.id.as_str());
        same && self.sheets != sheets && !are_enough(self.sheets.abs_diff(sheets), instrument)
    }

    /// Why its figures cannot be followed to those of this draft. Empty where they can.
    pub fn breaks(&self, draft: &Draft, instrument: &Instrument, sheets: usize) -> Vec<Break> {
        let mut breaks = Vec::new();
        if self.instrument != instrument_word(&instrument.reference) {
            breaks.push(Break::Instrument);
        }
        let here: Vec<&str> = draft.organisations().into_iter().map(|(_, name)| name).collect();
        if self.organisations.len() != here.len() || self.organisations.iter().any(|o| !here.contains(&o.as_str())) {
            breaks.push(Break::Organisation);
        }
        let (fewer, more) = (self.sheets.min(sheets), self.sheets.max(sheets));
        if fewer != more && (fewer <= 1 || 2 * more > 3 * fewer) {
            breaks.push(Break::Respondents);
        }
        breaks
    }
}

/// The scores that a baseline keeps: of dimensions, then of categories.
pub fn scores_of(instrument: &Instrument, report: &Report) -> Vec<(String, Option<Score>)> {
    let of = |id: &String, measure: &Measure| (id.clone(), measure.score);
    let dimensions = instrument.dimensions.iter().zip(&report.dimensions).map(|(d, m)| of(&d.id, m));
    let categories = instrument.categories.iter().zip(&report.categories).map(|(c, r)| of(&c.id, &r.measure));
    dimensions.chain(categories).collect()
}

/// The day of a moment in milliseconds since 1970, in UTC: `2026-05-17`. Empty for none.
pub fn day_of(moment: u64) -> String {
    let days = i32::try_from(moment / 86_400_000).ok().filter(|_| moment > 0);
    let date = days.and_then(|days| NaiveDate::from_num_days_from_ce_opt(days + 719_163));
    let two = |n: u32| [if n < 10 { "0" } else { "" }, &n.to_string()].concat();
    date.map(|d| [&d.year().to_string(), "-", &two(d.month()), "-", &two(d.day())].concat()).unwrap_or_default()
}

/// All that a draft holds, oldest first. A damaged one is left out.
pub fn baselines(draft: &Draft) -> Vec<Baseline> {
    let read = draft.records().filter_map(|(name, record)| match name {
        super::draft::Name::Baseline(id) if !record.value.is_empty() => Baseline::read(id, &record.value),
        _ => None,
    });
    let mut all: Vec<Baseline> = read.collect();
    super::order::sort(&mut all, |a, b| a.date < b.date);
    all
}
