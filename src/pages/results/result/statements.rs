//! How the answers of several respondents to each statement fall, by category, each with its table.

use crate::browser::picture::Panel;
use crate::charts::bars::{Bars, Part};
use crate::components::paper::{Fold, Level, Section};
use crate::components::table::{Column, FigureTable, Table, TableRegion};
use crate::domain::answers::Answer;
use crate::domain::instrument::{Category, Statement};
use crate::domain::measurement::Measurement;
use crate::domain::scoring::StatementReport;
use crate::domain::text::Locale;
use crate::i18n::{results, score, use_locale};
use crate::pages::results::picture::SaveChart;
use leptos::prelude::*;
use leptos::svg::Svg;
use std::sync::Arc;

/// How the answers to the statements of one category fall.
pub struct CategoryAnswers {
    /// The id of the category.
    pub category: String,
    /// What the answers say: what they differ most about.
    pub title: String,
    /// Each statement.
    pub statements: Vec<StatementAnswers>,
    /// The same figures.
    pub table: Table,
}

/// How the answers to one statement fall.
pub struct StatementAnswers {
    /// Its label.
    pub label: String,
    /// The statement.
    pub text: String,
    /// Its score.
    pub score: String,
    /// The parts of its bar.
    pub parts: Vec<Part>,
    /// The bar in words: `4 Stämmer ganska bra: 3`.
    pub said: String,
    /// What respondents have commented.
    pub comments: Vec<String>,
}

/// Every statement, by category.
pub fn answers_by_category(measurement: &Measurement, locale: Locale) -> Vec<CategoryAnswers> {
    let comments = measurement.comments();
    let categories = measurement.instrument.categories.iter().enumerate();
    let category = |(index, category): (usize, &Category)| {
        let statements = measurement.instrument.statements_of(index);
        CategoryAnswers {
            category: category.id.clone(),
            title: category_title(measurement, index, locale),
            statements: statements.filter_map(|s| statement_answers(measurement, &comments, s, locale)).collect(),
            table: answers_table(measurement, index, locale),
        }
    };
    categories.map(category).collect()
}

fn statement_answers(
    measurement: &Measurement,
    comments: &[(usize, &str)],
    (index, statement): (usize, &Statement),
    locale: Locale,
) -> Option<StatementAnswers> {
    let counted = measurement.report.statements.get(index)?;
    let comments = comments.iter().filter(|(of, _)| *of == index).map(|(_, comment)| comment.to_string());
    Some(StatementAnswers {
        label: statement.label.get(locale).to_string(),
        text: statement.text.get(locale).to_string(),
        score: score(locale, counted.measure.score),
        parts: parts(counted),
        said: said(measurement, counted, locale),
        comments: comments.collect(),
    })
}

/// What respondents differ most about of all.
pub fn answers_title(measurement: &Measurement, locale: Locale) -> String {
    let w = results(locale);
    let most = measurement.report.disagreements.first().and_then(|index| measurement.instrument.statements.get(*index));
    most.map_or_else(|| w.spread_none.to_string(), |most| format!("{}{}", w.spread_most, most.label.get(locale)))
}

/// What respondents differ most about in a category.
fn category_title(measurement: &Measurement, category: usize, locale: Locale) -> String {
    let w = results(locale);
    let name = measurement.instrument.categories.get(category).map_or("", |c| c.name.get(locale));
    let disagreed = measurement.report.disagreements.iter();
    let mut disagreed = disagreed.filter_map(|index| measurement.instrument.statements.get(*index));
    match disagreed.find(|statement| statement.category == category) {
        Some(most) => format!("{name}{}{}", w.spread_most_in, most.label.get(locale)),
        None => format!("{name}{}", w.spread_none_in),
    }
}

/// The parts of a bar. There are six shades: a scale of another length takes the nearest.
fn parts(counted: &StatementReport) -> Vec<Part> {
    let last = counted.steps.len().saturating_sub(1).max(1);
    let step = |(index, count): (usize, &u32)| Part {
        class: format!("step-{}", 1 + (index * 5 + last / 2) / last),
        step: (index + 1).to_string(),
        count: *count,
    };
    let counts = counted.counts;
    let open = counts.dont_know + counts.not_applicable + counts.unanswered;
    let open = Part { class: "open".to_string(), step: String::new(), count: open };
    counted.steps.iter().enumerate().map(step).chain([open]).collect()
}

/// The bar in words: `Stämmer ganska bra: 3, Vet ej: 1`.
fn said(measurement: &Measurement, counted: &StatementReport, locale: Locale) -> String {
    let label = |answer| measurement.instrument.label(answer).map_or("", |label| label.get(locale));
    let counts = counted.counts;
    let steps = (1u8..).zip(&counted.steps).map(|(step, n)| (label(Answer::Step(step)), *n));
    let others = [
        (label(Answer::DontKnow), counts.dont_know),
        (label(Answer::NotApplicable), counts.not_applicable),
        (results(locale).unanswered, counts.unanswered),
    ];
    let given = steps.chain(others).filter(|(_, count)| *count > 0);
    given.map(|(label, count)| format!("{label}: {count}")).collect::<Vec<_>>().join(", ")
}

/// How many gave each answer to the statements of a category.
fn answers_table(measurement: &Measurement, category: usize, locale: Locale) -> Table {
    let (w, scale) = (results(locale), &measurement.instrument.scale);
    let steps = (1..=measurement.instrument.steps()).map(|step| step.to_string());
    let others = [scale.dont_know.get(locale), scale.not_applicable.get(locale), w.unanswered, w.col_percent];
    let figures = steps.chain(others.map(str::to_string)).map(Column::Figures);
    let row = |(index, statement): (usize, &Statement)| {
        let counted = measurement.report.statements.get(index)?;
        let counts = counted.counts;
        let open = [counts.dont_know, counts.not_applicable, counts.unanswered];
        let all = counted.steps.iter().chain(&open).map(u32::to_string);
        let name = statement.label.get(locale).to_string();
        Some([name].into_iter().chain(all).chain([score(locale, counted.measure.score)]).collect())
    };
    let name = measurement.instrument.categories.get(category).map_or("", |c| c.name.get(locale));
    Table {
        caption: format!("{}: {name}", w.spread_title),
        columns: std::iter::once(Column::text(w.col_statement)).chain(figures).collect(),
        rows: measurement.instrument.statements_of(category).filter_map(row).collect(),
    }
}

/// How the answers to every statement fall.
#[component]
pub fn StatementsSection(
    /// The measurement.
    measurement: Arc<Measurement>,
) -> impl IntoView {
    let locale = use_locale();
    let categories = answers_by_category(&measurement, locale).into_iter();
    let categories =
        categories.map(|answers| view! { <CategoryDistribution measurement=measurement.clone() answers/> });
    let categories = categories.collect_view();
    view! {
        <Section id="distribution" heading=answers_title(&measurement, locale)>
            <p>{results(locale).spread_lead}</p>
            {categories}
        </Section>
    }
    .into_any()
}

/// How the answers in one category fall, folded away.
#[component]
fn CategoryDistribution(
    /// The measurement.
    measurement: Arc<Measurement>,
    /// The answers.
    answers: CategoryAnswers,
) -> impl IntoView {
    let CategoryAnswers { category, title, statements, table } = answers;
    let label = table.caption.clone();
    let panel =
        |one: &StatementAnswers| Panel { chart: NodeRef::new(), label: one.label.clone(), value: one.score.clone() };
    let panels: Vec<Panel> = statements.iter().map(panel).collect();
    let statements = statements.into_iter().zip(&panels);
    let statements = statements.map(|(answers, panel)| view! { <Distribution answers chart=panel.chart/> });
    let statements = statements.collect_view();
    view! {
        <Fold id=format!("distribution-{category}") class="calc" title=title.clone() level=Level::H3>
            {statements}
            <TableRegion label>
                <FigureTable table/>
            </TableRegion>
            <SaveChart measurement name=format!("fordelning-{category}") title chart=panels/>
        </Fold>
    }
}

/// How the answers to one statement fall, with what respondents have commented.
#[component]
fn Distribution(
    /// The answers.
    answers: StatementAnswers,
    /// The bar, to save it as a picture.
    chart: NodeRef<Svg>,
) -> impl IntoView {
    let StatementAnswers { label, score, parts, said, comments, .. } = answers;
    let comments = comments.into_iter().map(|comment| view! { <span class="said">{comment}</span> });
    view! {
        <div class="distribution">
            <p><strong>{label}</strong> " " <span class="num">{score}</span></p>
            <Bars parts title=said node_ref=chart/>
            {comments.collect_view()}
        </div>
    }
}
