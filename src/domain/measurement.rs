//! A measurement as the pages about its result need it: the draft, the sheets that count, and what they come to.

use crate::domain::answers::Answer;
use crate::domain::baseline::{Baseline, Break, baselines};
use crate::domain::draft::{Draft, Field};
use crate::domain::instrument::{Advice, Instrument, Problem};
use crate::domain::respondents::{Respondent, are_enough, respondents};
use crate::domain::scoring::{Report, report};
use crate::domain::sheet::Sheet;
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

    /// Whether several sheets are counted together.
    pub fn is_of_several(&self) -> bool {
        self.sheets.len() > 1
    }

    /// The one answer to the statement with this index, where one sheet is counted.
    pub fn only_answer(&self, statement: usize) -> Answer {
        self.sheets.first().map(|sheet| sheet.get(statement)).unwrap_or_default()
    }

    /// Every comment that may be shown, with the index of its statement: the draft's own, then those of the sheets that
    /// count.
    pub fn comments(&self) -> Vec<(usize, &str)> {
        let own = self.instrument.statements.iter().enumerate().map(|(i, s)| (i, self.draft.comment(&s.id)));
        let others = self.counted().iter().flat_map(|r| r.comments.iter().map(|(i, comment)| (*i, comment.as_str())));
        own.filter(|(_, comment)| !comment.is_empty()).chain(others).collect()
    }

    /// Whether the figures of another measurement can stand beside these without giving away what single respondents
    /// said.
    pub fn may_show(&self, baseline: &Baseline) -> bool {
        !baseline.is_too_near(&self.draft, &self.instrument, self.sheets.len())
    }

    /// The measurements to compare with that may be shown, oldest first.
    pub fn shown_baselines(&self) -> Vec<Baseline> {
        baselines(&self.draft).into_iter().filter(|baseline| self.may_show(baseline)).collect()
    }

    /// Why the figures of another measurement cannot be followed to these. Empty where they can.
    pub fn breaks(&self, baseline: &Baseline) -> Vec<Break> {
        baseline.breaks(&self.draft, &self.instrument, self.sheets.len())
    }

    /// Whether its answers are invented.
    pub fn is_example(&self) -> bool {
        !self.draft.field(Field::Example).is_empty()
    }
}
