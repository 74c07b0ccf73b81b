//! Which advice of the table a report calls for, and which answers called for it.

use super::instrument::{Advice, Instrument, Level};
use super::order;
use super::scoring::{Quadrant, Report, Score};
use super::text::Text;

/// How many answers are named as the cause of a category's advice.
const CAUSES: usize = 3;

/// What is advised about one category.
#[derive(Debug, PartialEq)]
pub struct Piece<'a> {
    /// The category's index.
    pub category: usize,
    /// The level that its score has reached.
    pub level: &'a Level,
    /// The indexes of the statements whose answers decided it: the lowest, or the highest where all is well.
    pub causes: Vec<usize>,
    /// Advice about single answers in it, by the indexes of their statements, lowest first.
    pub single: Vec<(usize, &'a Text)>,
}

/// The next step for the field that the position lies in.
pub fn of_position<'a>(advice: &'a Advice, report: &Report) -> Option<&'a Text> {
    let quadrant = report.quadrant?;
    advice.quadrants.get(Quadrant::ALL.iter().position(|q| *q == quadrant)?)
}

/// What is advised about the categories, lowest first. Those without a score have none.
pub fn of_categories<'a>(advice: &'a Advice, instrument: &Instrument, report: &Report) -> Vec<Piece<'a>> {
    let mut scored: Vec<(usize, Score)> =
        (0..).zip(&report.categories).filter_map(|(i, c)| Some((i, c.measure.score?))).collect();
    order::sort(&mut scored, |a, b| a.1 < b.1);
    scored.into_iter().filter_map(|(index, score)| piece(advice, instrument, report, index, score)).collect()
}

fn piece<'a>(
    advice: &'a Advice,
    instrument: &Instrument,
    report: &Report,
    category: usize,
    score: Score,
) -> Option<Piece<'a>> {
    let level = level_of(advice.categories.get(category)?, score)?;
    let mut answers: Vec<(usize, Score)> = instrument
        .statements_of(category)
        .filter_map(|(i, _)| Some((i, report.statements.get(i)?.measure.score?)))
        .collect();
    order::sort(&mut answers, |a, b| a.1 < b.1);
    let single = answers.iter().filter_map(|(i, score)| {
        let level = level_of(advice.statements.get(*i)?, *score)?;
        Some((*i, &level.next))
    });
    let single = single.collect();
    if level.below.is_none() {
        order::sort(&mut answers, |a, b| a.1 > b.1);
    }
    Some(Piece { category, level, causes: answers.iter().take(CAUSES).map(|(i, _)| *i).collect(), single })
}

/// The level that a score has reached. `None` above the last bound.
fn level_of(levels: &[Level], score: Score) -> Option<&Level> {
    levels.iter().find(|level| level.below.is_none_or(|below| score < Score::from_percent(below)))
}
