//! "How it was counted": from the total down to each answer, with the same figures as everywhere else.

use crate::components::paper::{Fold, Level};
use crate::components::table::{Column, FigureTable, Table};
use crate::domain::instrument::{self, DimensionRule, Statement};
use crate::domain::measurement::Measurement;
use crate::domain::scoring::Measure;
use crate::domain::text::Locale;
use crate::i18n::{answer_words, mean_of, mean_of_answers, mean_of_statements, percent, results, scored, use_locale};
use leptos::prelude::*;
use std::sync::Arc;

/// One level of the calculation: what it comes to, and what it comes from.
#[derive(Clone, Debug, PartialEq)]
struct Dimension {
    id: String,
    /// Its name and score.
    title: String,
    /// What it is the mean of.
    by: String,
    categories: Vec<Category>,
}

#[derive(Clone, Debug, PartialEq)]
struct Category {
    id: String,
    title: String,
    table: Table,
}

/// A part of a mean, with its weight where that is not 1.
fn weighted(text: String, weight: u32, locale: Locale) -> String {
    if weight == 1 { text } else { format!("{text} ({} {weight})", results(locale).col_weight) }
}

/// The total and what it is the mean of.
fn total(measurement: &Measurement, locale: Locale) -> (String, String) {
    let dimensions = measurement.instrument.dimensions.iter().zip(&measurement.report.dimensions);
    let part = |name, weight, score| weighted(scored(locale, name, score), weight, locale);
    let parts: Vec<String> = dimensions.map(|(d, m)| part(d.name.get(locale), d.weight, m.score)).collect();
    let total = scored(locale, results(locale).maturity, measurement.report.overall.score);
    (total, mean_of(locale, &parts))
}

fn dimensions(measurement: &Measurement, locale: Locale) -> Vec<Dimension> {
    let dimensions = measurement.instrument.dimensions.iter().zip(&measurement.report.dimensions).enumerate();
    let dimension = |(index, (dimension, measure)): (usize, (&instrument::Dimension, &Measure))| Dimension {
        id: dimension.id.clone(),
        title: scored(locale, dimension.name.get(locale), measure.score),
        by: by(measurement, index, locale),
        categories: categories(measurement, index, locale),
    };
    dimensions.map(dimension).collect()
}

/// What a dimension is the mean of.
fn by(measurement: &Measurement, dimension: usize, locale: Locale) -> String {
    if measurement.instrument.rules.dimension == DimensionRule::MeanOfStatements {
        return mean_of_statements(locale).to_string();
    }
    let part = |(index, category): (usize, &instrument::Category)| {
        let score = measurement.report.categories.get(index)?.measure.score;
        Some(weighted(scored(locale, category.name.get(locale), score), category.weight, locale))
    };
    mean_of(locale, &measurement.instrument.categories_of(dimension).filter_map(part).collect::<Vec<_>>())
}

fn categories(measurement: &Measurement, dimension: usize, locale: Locale) -> Vec<Category> {
    let category = |(index, category): (usize, &instrument::Category)| {
        let counted = measurement.report.categories.get(index)?;
        Some(Category {
            id: category.id.clone(),
            title: scored(locale, category.name.get(locale), counted.measure.score),
            table: table(measurement, index, counted.counts.steps, locale),
        })
    };
    measurement.instrument.categories_of(dimension).filter_map(category).collect()
}

/// What each statement of a category was answered, and what that is in percent. `counted`: how many answers count in all.
fn table(measurement: &Measurement, category: usize, counted: u32, locale: Locale) -> Table {
    let (w, several) = (results(locale), measurement.is_of_several());
    let row = |(index, statement): (usize, &Statement)| {
        let counted = measurement.report.statements.get(index)?;
        let answer = if several {
            counted.counts.steps.to_string()
        } else {
            answer_words(locale, &measurement.instrument, measurement.only_answer(index))
        };
        let percent = counted.measure.score.map_or_else(|| w.not_counted.to_string(), |s| percent(locale, s));
        Some(vec![statement_name(statement, locale), answer, percent])
    };
    let answer = if several { Column::figures(w.col_n) } else { Column::text(w.col_answer) };
    Table {
        caption: mean_of_answers(locale, counted),
        columns: vec![Column::text(w.col_statement), answer, Column::figures(w.col_percent)],
        rows: measurement.instrument.statements_of(category).filter_map(row).collect(),
    }
}

/// The label of a statement; whether it is mirrored, and its weight where that is not 1.
fn statement_name(statement: &Statement, locale: Locale) -> String {
    let label = statement.label.get(locale);
    let name = if statement.reversed { format!("{label} ({})", results(locale).reversed) } else { label.to_string() };
    weighted(name, statement.weight, locale)
}

/// The whole calculation: the total, then each dimension, category and statement inside it.
#[component]
pub fn Calculation(
    /// The measurement.
    measurement: Arc<Measurement>,
) -> impl IntoView {
    let locale = use_locale();
    let w = results(locale);
    let (total, by) = total(&measurement, locale);
    let dimensions = dimensions(&measurement, locale).into_iter();
    let dimensions = dimensions.map(|dimension| view! { <DimensionCalculation dimension/> }).collect_view();
    view! {
        <section id="calculation" class="calculation" tabindex="-1">
            <h2>{w.how}</h2>
            <p>{w.how_lead}</p>
            <p class="sum num"><strong>{total}</strong> ": " {by}</p>
            {dimensions}
        </section>
    }
    .into_any()
}

/// A dimension, with its categories folded inside it.
#[component]
fn DimensionCalculation(
    /// What it comes to and from.
    dimension: Dimension,
) -> impl IntoView {
    let Dimension { id, title, by, categories } = dimension;
    let categories = categories.into_iter().map(|Category { id, title, table }| {
        view! {
            <Fold id=format!("calculation-{id}") class="calc" title level=Level::H4>
                <FigureTable table/>
            </Fold>
        }
    });
    let categories = categories.collect_view();
    let sentence = format!("{title}: {by}");
    view! {
        <Fold id=format!("calculation-{id}") class="calc" title level=Level::H3>
            <p class="num">{sentence}</p>
            {categories}
        </Fold>
    }
}
