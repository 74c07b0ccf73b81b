//! Which answers move the total most. Counted, not estimated: each statement is changed by itself and everything above
//! it is counted again.

use super::mean::{FULL, of_step};
use super::report::{assemble, measure_of};
use super::{Report, Score, StatementReport};
use crate::domain::instrument::{Instrument, Statement};
use crate::domain::order;

/// What one statement can do to the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Index of the statement.
    pub statement: usize,
    /// How much the total rises if everybody who gave a step gives the next better one, where there is one.
    pub step: Score,
    /// How much it rises if they all give the best.
    pub all: Score,
}

/// The effect of every statement that has a score and room to rise, the largest `all` first. Empty without a total.
pub fn effects(instrument: &Instrument, report: &Report) -> Vec<Effect> {
    let Some(before) = report.overall.score else { return Vec::new() };
    let rise = |index: usize, changed: StatementReport| {
        let mut statements = report.statements.clone();
        if let Some(slot) = statements.get_mut(index) {
            *slot = changed;
        }
        let after = assemble(instrument, report.sheets, statements).overall.score.unwrap_or(before);
        Score(after.0 - before.0)
    };
    let mut effects: Vec<Effect> = Vec::new();
    for (index, (statement, counted)) in instrument.statements.iter().zip(&report.statements).enumerate() {
        if counted.measure.score.is_none_or(|s| s.0 >= FULL) {
            continue;
        }
        let steps = instrument.steps();
        let step = rise(index, raised(counted, statement, steps, 1));
        let all = rise(index, raised(counted, statement, steps, steps));
        effects.push(Effect { statement: index, step, all });
    }
    order::sort(&mut effects, |a, b| a.all > b.all);
    effects
}

/// The same statement with every step raised by `by`, to the best at most.
fn raised(counted: &StatementReport, statement: &Statement, steps: u8, by: u8) -> StatementReport {
    let better = |step: u8| {
        let raised =
            if statement.reversed { step.saturating_sub(by).max(1) } else { step.saturating_add(by).min(steps) };
        of_step(raised, steps, statement.reversed)
    };
    let scored = (1..=steps).zip(&counted.steps).map(|(step, n)| (better(step), *n));
    let open = counted.counts.dont_know + counted.counts.unanswered;
    StatementReport { measure: measure_of(scored, open), ..counted.clone() }
}
