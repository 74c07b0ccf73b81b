//! The result as a table.

use crate::domain::answers::Answer;
use crate::domain::csv::{Cell, Table};
use crate::domain::draft::{Name, PlanPart};
use crate::domain::measurement::Measurement;
use crate::domain::plan::target;
use crate::domain::scoring::{Counts, Measure, Score, StatementReport};
use crate::domain::text::Locale;
use crate::i18n::{export as texts, results};

/// One line of the table.
struct Line<'a> {
    level: &'a str,
    id: &'a str,
    name: &'a str,
    measure: Measure,
    counts: Counts,
    statement: Option<(usize, &'a StatementReport)>,
}

/// One row a score: total, dimensions, categories, statements.
pub fn csv(measurement: &Measurement, locale: Locale) -> String {
    let e = texts(locale);
    let mut table = Table::new(&[
        e.level,
        e.id,
        e.name,
        e.score,
        e.low,
        e.high,
        e.spread,
        e.steps,
        e.dont_know,
        e.not_applicable,
        e.unanswered,
        e.answer,
        e.comments,
        e.target,
        e.action,
        e.owner,
        e.date,
    ]);
    let comments = measurement.comments();
    for line in lines(measurement, locale) {
        let said: Vec<&str> = comments
            .iter()
            .filter(|(of, _)| line.statement.is_some_and(|(index, _)| index == *of))
            .map(|(_, comment)| *comment)
            .collect();
        let said = said.join("\n");
        let answer = line
            .statement
            .filter(|_| measurement.sheets.len() == 1)
            .map(|(index, _)| answer(measurement, index, locale));
        let part = |part| measurement.draft.value(&Name::Plan(part, line.id.to_string())).trim();
        let target = target(&measurement.draft, line.id);
        let counts = line.counts;
        table.row([
            Cell::Text(line.level),
            Cell::Text(line.id),
            Cell::Text(line.name),
            Cell::Tenths(line.measure.score.map(Score::tenths)),
            Cell::Tenths(Some(line.measure.interval.low.tenths())),
            Cell::Tenths(Some(line.measure.interval.high.tenths())),
            Cell::Tenths(line.statement.filter(|_| measurement.sheets.len() > 1).map(|(_, s)| s.spread.tenths())),
            Cell::Number(counts.steps.into()),
            Cell::Number(counts.dont_know.into()),
            Cell::Number(counts.not_applicable.into()),
            Cell::Number(counts.unanswered.into()),
            Cell::Text(answer.as_deref().unwrap_or_default()),
            Cell::Text(&said),
            Cell::Tenths(target.map(Score::tenths)),
            Cell::Text(part(PlanPart::Action)),
            Cell::Text(part(PlanPart::Owner)),
            Cell::Text(part(PlanPart::Date)),
        ]);
    }
    table.finish()
}

fn lines<'a>(measurement: &'a Measurement, locale: Locale) -> Vec<Line<'a>> {
    let (e, i, r) = (texts(locale), &measurement.instrument, &measurement.report);
    let of = |counted: &mut dyn Iterator<Item = Counts>| counted.fold(Counts::default(), |sum, c| sum + c);
    let total = results(locale).maturity;
    let mut lines =
        vec![Line { level: e.total, id: "", name: total, measure: r.overall, counts: r.counts, statement: None }];
    for (index, (dimension, measure)) in i.dimensions.iter().zip(&r.dimensions).enumerate() {
        let mut counted = i.categories_of(index).filter_map(|(c, _)| r.categories.get(c)).map(|c| c.counts);
        let counts = of(&mut counted);
        let name = dimension.name.get(locale);
        lines.push(Line { level: e.dimension, id: &dimension.id, name, measure: *measure, counts, statement: None });
    }
    for (category, c) in i.categories.iter().zip(&r.categories) {
        let name = category.name.get(locale);
        lines.push(Line {
            level: e.category,
            id: &category.id,
            name,
            measure: c.measure,
            counts: c.counts,
            statement: None,
        });
    }
    for (index, (statement, s)) in i.statements.iter().zip(&r.statements).enumerate() {
        let name = statement.text.get(locale);
        let statement_line = Some((index, s));
        lines.push(Line {
            level: e.statement,
            id: &statement.id,
            name,
            measure: s.measure,
            counts: s.counts,
            statement: statement_line,
        });
    }
    lines
}

fn answer(measurement: &Measurement, index: usize, locale: Locale) -> String {
    match measurement.sheets.first().map(|s| s.get(index)).unwrap_or_default() {
        Answer::Unanswered => String::new(),
        answer => answer_in_words(measurement, answer, locale),
    }
}

fn answer_in_words(measurement: &Measurement, answer: Answer, locale: Locale) -> String {
    let label = measurement.instrument.label(answer).map_or(results(locale).unanswered, |l| l.get(locale));
    if matches!(answer, Answer::Step(_)) { format!("{} {label}", answer.word()) } else { label.to_string() }
}
