//! Which statements keep the interval of the total wide: those with answers that are open, *vet ej* or not given.

use super::report::assemble;
use super::{Interval, Report, Score};
use crate::domain::instrument::Instrument;
use crate::domain::order;

/// What one statement's open answers do to the interval of the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Widening {
    /// Index of the statement.
    pub statement: usize,
    /// How much narrower the interval gets once all of its open answers are settled, whatever they become.
    pub width: Score,
}

/// The statements that widen the interval of the total, the widest first.
pub fn widening(instrument: &Instrument, report: &Report) -> Vec<Widening> {
    let width = |interval: Interval| interval.high.0 - interval.low.0;
    let before = width(report.overall.interval);
    let mut all: Vec<Widening> = Vec::new();
    for (index, counted) in report.statements.iter().enumerate() {
        if counted.counts.dont_know + counted.counts.unanswered == 0 {
            continue;
        }
        let mut statements = report.statements.clone();
        if let Some(slot) = statements.get_mut(index) {
            // A mean of settled answers is one point. Which one moves the interval, not its width.
            let at = slot.measure.interval.low;
            slot.measure.interval = Interval { low: at, high: at };
        }
        let after = width(assemble(instrument, report.sheets, statements).overall.interval);
        all.push(Widening { statement: index, width: Score(before - after) });
    }
    order::sort(&mut all, |a, b| a.width > b.width);
    all
}
