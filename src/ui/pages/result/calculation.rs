//! "Så räknades det": from the total down to each answer, with the same figures as everywhere else.

use crate::domain::answers::Answer;
use crate::domain::instrument::{DimensionRule, Instrument};
use crate::domain::scoring::{Measure, Report};
use crate::domain::text::Locale;
use crate::ui::components::statement::label_of;
use crate::ui::desk::Desk;
use crate::ui::i18n::{list, percent, pick, words};
use leptos::prelude::*;
use std::sync::Arc;

fn score(locale: Locale, measure: Measure) -> String {
    measure.score.map_or_else(|| "–".to_string(), |s| percent(locale, s))
}

/// The whole calculation: the total, then each dimension, category and statement inside it.
#[component]
pub fn Calculation(instrument: Arc<Instrument>, report: Arc<Report>, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let parts: Vec<String> = instrument
        .dimensions
        .iter()
        .zip(&report.dimensions)
        .map(|(d, m)| named(d.name.get(locale), *m, d.weight, locale))
        .collect();
    let dimensions = (0..instrument.dimensions.len())
        .map(|index| view! { <OfDimension instrument=instrument.clone() report=report.clone() index locale/> })
        .collect_view();
    view! {
        <section id="rakning" class="calculation">
            <h2>{w.result_how}</h2>
            <p>{w.result_how_lead}</p>
            <p class="sum num">
                <strong>{w.result_maturity} " " {score(locale, report.overall)}</strong>
                ": " {means_of(&parts, locale)}
            </p>
            {dimensions}
        </section>
    }
}

/// `Innovation 62 %`, with the weight where it is not 1.
fn named(name: &str, measure: Measure, weight: u32, locale: Locale) -> String {
    let weight = if weight == 1 { String::new() } else { [" (", words(locale).col_weight, " ", &weight.to_string(), ")"].concat() };
    [name, " ", &score(locale, measure), &weight].concat()
}

fn means_of(parts: &[String], locale: Locale) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let mean = pick(locale, "medelvärdet av ", "the mean of ");
    [mean, &list(locale, &parts), "."].concat()
}

#[component]
fn OfDimension(instrument: Arc<Instrument>, report: Arc<Report>, index: usize, locale: Locale) -> impl IntoView {
    let (Some(dimension), Some(&measure)) = (instrument.dimensions.get(index).cloned(), report.dimensions.get(index))
    else {
        return ().into_any();
    };
    let own: Vec<usize> = instrument.categories_of(index).map(|(i, _)| i).collect();
    let parts: Vec<String> = own
        .iter()
        .filter_map(|i| instrument.categories.get(*i).zip(report.categories.get(*i)))
        .map(|(c, r)| named(c.name.get(locale), r.measure, c.weight, locale))
        .collect();
    let by = match instrument.rules.dimension {
        DimensionRule::MeanOfCategories => means_of(&parts, locale),
        DimensionRule::MeanOfStatements => {
            pick(locale, "medelvärdet av alla dess påståenden.", "the mean of all its statements.").to_string()
        }
    };
    let categories = own
        .into_iter()
        .map(|i| view! { <OfCategory instrument=instrument.clone() report=report.clone() index=i locale/> })
        .collect_view();
    view! {
        <details class="calc" id=["rakning-", &dimension.id].concat()>
            <summary class="num">{dimension.name.get(locale).to_string()} " " {score(locale, measure)}</summary>
            <p class="num">{dimension.name.get(locale).to_string()} ": " {by}</p>
            {categories}
        </details>
    }
    .into_any()
}

#[component]
fn OfCategory(instrument: Arc<Instrument>, report: Arc<Report>, index: usize, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let (Some(category), Some(counted)) = (instrument.categories.get(index).cloned(), report.categories.get(index))
    else {
        return ().into_any();
    };
    let name = category.name.get(locale).to_string();
    let rows = instrument
        .statements_of(index)
        .map(|(i, _)| view! { <OfStatement instrument=instrument.clone() report=report.clone() index=i locale/> })
        .collect_view();
    let summary = [&name, " ", &score(locale, counted.measure)].concat();
    let how = [w.mean_of, " ", &counted.counts.steps.to_string()].concat();
    view! {
        <details class="calc" id=["rakning-", &category.id].concat()>
            <summary class="num">{summary}</summary>
            <table class="data">
                <caption>{how} " " {pick(locale, "svar som räknas", "answers that count")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{w.col_statement}</th>
                        <th scope="col">{w.col_answer}</th>
                        <th scope="col" class="n">{w.col_percent}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
    .into_any()
}

#[component]
fn OfStatement(instrument: Arc<Instrument>, report: Arc<Report>, index: usize, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let (Some(statement), Some(counted)) = (instrument.statements.get(index).cloned(), report.statements.get(index))
    else {
        return ().into_any();
    };
    let answer = Desk::get().with(|d| d.answer(&statement.id, instrument.steps())).unwrap_or_default();
    let label = label_of(&instrument, answer, locale);
    let number = if matches!(answer, Answer::Step(_)) { answer.word() } else { "" };
    let percent = match counted.measure.score {
        Some(s) => percent(locale, s),
        None => w.not_counted.to_string(),
    };
    let note = statement.reversed.then(|| [" (", w.reversed, ")"].concat());
    let weight = (statement.weight != 1).then(|| [" (", w.col_weight, " ", &statement.weight.to_string(), ")"].concat());
    view! {
        <tr>
            <th scope="row">{statement.label.get(locale).to_string()} {note} {weight}</th>
            <td>{number} " " {label}</td>
            <td class="n">{percent}</td>
        </tr>
    }
    .into_any()
}
