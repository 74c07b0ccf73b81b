//! From sheets to a report, level by level. At each level three means go side by side: the score from what is answered,
//! and the lowest and highest from filling every open answer with the worst or the best step.
//!
//! The interval always holds the final score: an open answer that stays open or becomes *ej tillämpligt* leaves a mean,
//! and a mean lies between the means that the extremes give.

use super::mean::{FULL, Mean, divide, of_step, root};
use super::{CategoryReport, Counts, Interval, Measure, Quadrant, Report, Score, StatementReport};
use crate::domain::answers::Answer;
use crate::domain::instrument::{DimensionRule, Instrument, Statement};
use crate::domain::order;
use crate::domain::sheet::Sheet;

/// Counts sheets. No sheets count as one with nothing answered.
pub fn report(instrument: &Instrument, sheets: &[Sheet]) -> Report {
    let empty = [Sheet::empty(instrument)];
    let sheets = if sheets.is_empty() { &empty } else { sheets };
    let statements: Vec<StatementReport> = (0..)
        .zip(&instrument.statements)
        .map(|(index, statement)| count_statement(instrument.steps(), statement, sheets.iter().map(|s| s.get(index))))
        .collect();
    assemble(instrument, sheets.len(), statements)
}

/// A report from its statements up.
pub(super) fn assemble(instrument: &Instrument, sheets: usize, statements: Vec<StatementReport>) -> Report {
    let categories = categories(instrument, &statements);
    let dimensions = dimensions(instrument, &statements, &categories);
    let overall = overall(instrument, &dimensions);
    let (strengths, weaknesses) = profile(&categories);
    Report {
        sheets,
        overall,
        quadrant: quadrant(instrument, &dimensions),
        dimensions,
        strengths,
        weaknesses,
        disagreements: disagreements(&statements),
        counts: statements.iter().fold(Counts::default(), |sum, s| sum + s.counts),
        categories,
        statements,
    }
}

fn count_statement(steps: u8, statement: &Statement, answers: impl Iterator<Item = Answer>) -> StatementReport {
    let mut counts = Counts::default();
    let mut given = vec![0u32; usize::from(steps)];
    for answer in answers {
        match answer {
            Answer::Step(step) => match given.get_mut(usize::from(step).wrapping_sub(1)) {
                Some(n) => {
                    counts.steps += 1;
                    *n += 1;
                }
                // A step that the scale does not have says nothing.
                None => counts.unanswered += 1,
            },
            Answer::DontKnow => counts.dont_know += 1,
            Answer::NotApplicable => counts.not_applicable += 1,
            Answer::Unanswered => counts.unanswered += 1,
        }
    }
    let scored = || (1..=steps).zip(&given).map(|(step, n)| (of_step(step, steps, statement.reversed), *n));
    let measure = measure_of(scored(), counts.dont_know + counts.unanswered);
    let spread = measure.score.map_or(Score(0), |mean| spread(mean, scored(), counts.steps));
    StatementReport { measure, counts, steps: given, spread }
}

/// The measure of one statement: how many gave each score, and how many answers are open.
pub(super) fn measure_of(scored: impl Iterator<Item = (Score, u32)>, open: u32) -> Measure {
    let mut levels = Levels::default();
    for (score, n) in scored.filter(|(_, n)| *n > 0) {
        levels.add_score(score, n);
    }
    levels.add_open(open);
    levels.measure()
}

/// The standard deviation over the population. Squares are of thousandths of a percent, so that sums stay in range.
fn spread(mean: Score, scored: impl Iterator<Item = (Score, u32)>, n: u32) -> Score {
    let squares = scored.map(|(score, n)| {
        let off = (score.0 - mean.0) / 1000;
        off * off * i64::from(n)
    });
    Score(root(divide(squares.sum(), i64::from(n))) * 1000)
}

/// The three means of one level.
#[derive(Clone, Copy, Default)]
struct Levels {
    score: Mean,
    low: Mean,
    high: Mean,
}

impl Levels {
    fn add_score(&mut self, score: Score, weight: u32) {
        for mean in [&mut self.score, &mut self.low, &mut self.high] {
            mean.add(score, weight);
        }
    }

    fn add_open(&mut self, weight: u32) {
        if weight > 0 {
            self.low.add(Score(0), weight);
            self.high.add(Score(FULL), weight);
        }
    }

    /// Adds a part of the level below. One that can never have a score leaves the mean.
    fn add(&mut self, part: Measure, weight: u32, counts: bool) {
        if let Some(score) = part.score {
            self.score.add(score, weight);
        }
        if counts {
            self.low.add(part.interval.low, weight);
            self.high.add(part.interval.high, weight);
        }
    }

    fn measure(self) -> Measure {
        let low = self.low.get().unwrap_or(Score(0));
        let high = self.high.get().unwrap_or(Score(FULL));
        Measure { score: self.score.get(), interval: Interval { low, high } }
    }
}

/// Whether a statement has a score or may still get one.
fn may_count(counts: &Counts) -> bool {
    counts.steps + counts.dont_know + counts.unanswered > 0
}

fn categories(instrument: &Instrument, statements: &[StatementReport]) -> Vec<CategoryReport> {
    let mut all = vec![(Levels::default(), Counts::default()); instrument.categories.len()];
    for (statement, counted) in instrument.statements.iter().zip(statements) {
        if let Some((levels, counts)) = all.get_mut(statement.category) {
            levels.add(counted.measure, statement.weight, may_count(&counted.counts));
            *counts = *counts + counted.counts;
        }
    }
    all.into_iter().map(|(levels, counts)| CategoryReport { measure: levels.measure(), counts }).collect()
}

fn dimensions(instrument: &Instrument, statements: &[StatementReport], categories: &[CategoryReport]) -> Vec<Measure> {
    let mut all = vec![Levels::default(); instrument.dimensions.len()];
    match instrument.rules.dimension {
        DimensionRule::MeanOfCategories => {
            for (category, counted) in instrument.categories.iter().zip(categories) {
                if let Some(levels) = all.get_mut(category.dimension) {
                    levels.add(counted.measure, category.weight, may_count(&counted.counts));
                }
            }
        }
        DimensionRule::MeanOfStatements => {
            for (statement, counted) in instrument.statements.iter().zip(statements) {
                let dimension = instrument.categories.get(statement.category).map(|c| c.dimension);
                if let Some(levels) = dimension.and_then(|d| all.get_mut(d)) {
                    levels.add(counted.measure, statement.weight, may_count(&counted.counts));
                }
            }
        }
    }
    all.into_iter().map(Levels::measure).collect()
}

/// The mean of the dimensions; no score until each has one, for a total of one dimension would not be the total.
fn overall(instrument: &Instrument, dimensions: &[Measure]) -> Measure {
    let mut levels = Levels::default();
    for (dimension, measure) in instrument.dimensions.iter().zip(dimensions) {
        levels.add(*measure, dimension.weight, true);
    }
    let mut measure = levels.measure();
    if dimensions.iter().any(|d| d.score.is_none()) {
        measure.score = None;
    }
    measure
}

fn quadrant(instrument: &Instrument, dimensions: &[Measure]) -> Option<Quadrant> {
    let [ability, legacy] = dimensions else { return None };
    let threshold = Score::from_percent(instrument.rules.threshold_percent);
    Some(match (ability.score? >= threshold, legacy.score? >= threshold) {
        (false, false) => Quadrant::BothLow,
        (true, false) => Quadrant::AbilityHigh,
        (false, true) => Quadrant::LegacyHigh,
        (true, true) => Quadrant::BothHigh,
    })
}

/// The highest and the lowest categories, at most three of each and none in both. Equal ones keep the file's order.
fn profile(categories: &[CategoryReport]) -> (Vec<usize>, Vec<usize>) {
    let mut scored: Vec<(usize, Score)> =
        (0..).zip(categories).filter_map(|(i, c)| c.measure.score.map(|s| (i, s))).collect();
    order::sort(&mut scored, |a, b| a.1 > b.1);
    let mut count = (scored.len() / 2).min(3);
    // What is no higher than the lowest is no strength: equal categories are neither.
    let apart = |n: usize| scored.get(n.wrapping_sub(1)).map(|s| s.1) > scored.get(scored.len() - n).map(|s| s.1);
    while count > 0 && !apart(count) {
        count -= 1;
    }
    let strengths = scored.iter().take(count).map(|(i, _)| *i).collect();
    let mut weaknesses: Vec<(usize, Score)> = scored.split_off(scored.len() - count);
    order::sort(&mut weaknesses, |a, b| a.1 < b.1);
    (strengths, weaknesses.into_iter().map(|(i, _)| i).collect())
}

fn disagreements(statements: &[StatementReport]) -> Vec<usize> {
    let mut spread: Vec<(usize, Score)> =
        (0..).zip(statements).map(|(i, s)| (i, s.spread)).filter(|(_, s)| s.0 > 0).collect();
    order::sort(&mut spread, |a, b| a.1 > b.1);
    spread.into_iter().map(|(i, _)| i).collect()
}

impl std::ops::Add for Counts {
    type Output = Counts;

    fn add(self, other: Counts) -> Counts {
        Counts {
            steps: self.steps + other.steps,
            dont_know: self.dont_know + other.dont_know,
            not_applicable: self.not_applicable + other.not_applicable,
            unanswered: self.unanswered + other.unanswered,
        }
    }
}
