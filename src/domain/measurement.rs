//! A measurement as the pages about its result need it: the draft, the sheets that count, and what they come to.

use crate::domain::answers::Sheet;
use crate::domain::draft::{Draft, Field};
use crate::domain::instrument::{Advice, Instrument, Problem};
use crate::domain::respondents::{Respondent, are_enough, respondents};
use crate::domain::scoring::{Report, report};
use std::sync::Arc;

/// What is known of a questionnaire's advice.
#[derive(Clone, Debug, PartialEq)]
pub enum Advised {
    /// The file has not come with its advice yet.
    Absent,
    /// That part of the file has errors.
    Bad(Vec<Problem>),
    /// It can be given, or there is none.
    Good(Advice),
}

/// A draft counted once for everything that is shown, exported or sent of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Measurement {
    /// The questionnaire.
    pub instrument: Arc<Instrument>,
    /// The draft.
    pub draft: Draft,
    /// The sheets that others have handed in, as they are listed.
    pub handed: Vec<Respondent>,
    /// Every sheet that counts: the draft's own, if anything is answered in it, then those of others.
    pub sheets: Vec<Sheet>,
    /// What the sheets come to.
    pub report: Report,
    /// The advice of the questionnaire.
    pub advised: Arc<Advised>,
}

impl Measurement {
    /// Counts a draft.
    pub fn new(draft: Draft, instrument: Arc<Instrument>, advised: Arc<Advised>) -> Measurement {
        let handed = respondents(&draft, &instrument);
        let own = Some(draft.sheet(&instrument)).filter(|own| own.answered() > 0);
        let others = if are_enough(handed.len(), &instrument) { handed.as_slice() } else { &[] };
        let sheets: Vec<Sheet> = own.into_iter().chain(others.iter().map(|r| r.sheet.clone())).collect();
        let report = report(&instrument, &sheets);
        Measurement { instrument, draft, handed, sheets, report, advised }
    }

    /// The sheets of others that count: all, or none where they are too few for nobody to be picked out.
    pub fn counted(&self) -> &[Respondent] {
        if are_enough(self.handed.len(), &self.instrument) { &self.handed } else { &[] }
    }

    /// The report of each sheet by itself; empty where there is one.
    pub fn single(&self) -> Vec<Report> {
        let all = if self.sheets.len() < 2 { &[] } else { self.sheets.as_slice() };
        all.iter().map(|sheet| report(&self.instrument, std::slice::from_ref(sheet))).collect()
    }

    /// Whether its answers are invented.
    pub fn is_example(&self) -> bool {
        !self.draft.field(Field::Example).is_empty()
    }
}
