//! The table twins of the charts: the same figures, for those who read them better as a table.

use crate::domain::instrument::Instrument;
use crate::domain::scoring::{Measure, Report};
use crate::domain::text::Locale;
use crate::ui::i18n::{percent, range, words};
use leptos::prelude::*;
use std::sync::Arc;

fn score(locale: Locale, measure: Measure) -> String {
    measure.score.map_or_else(|| "–".to_string(), |s| percent(locale, s))
}

fn span(locale: Locale, measure: Measure) -> String {
    range(locale, measure.interval.low, measure.interval.high)
}

/// The twin of the position.
#[component]
pub fn Dimensions(instrument: Arc<Instrument>, report: Arc<Report>, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let rows = instrument
        .dimensions
        .iter()
        .zip(&report.dimensions)
        .map(|(dimension, measure)| {
            view! {
                <tr>
                    <th scope="row">{dimension.name.get(locale).to_string()}</th>
                    <td class="n">{score(locale, *measure)}</td>
                    <td class="n">{span(locale, *measure)}</td>
                </tr>
            }
        })
        .collect_view();
    let cut = [&instrument.rules.threshold_percent.to_string(), "\u{a0}%"].concat();
    view! {
        <details class="table-twin" id="laget-tabell">
            <summary>{w.result_as_table}</summary>
            <table class="data">
                <caption class="vh">{w.result_where}</caption>
                <thead>
                    <tr>
                        <th scope="col">{w.col_dimension}</th>
                        <th scope="col" class="n">{w.col_score}</th>
                        <th scope="col" class="n">{w.col_interval}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="meta">{w.result_threshold} ": " {cut}</p>
        </details>
    }
}

/// The twin of the ranked dots, in the same order.
#[component]
pub fn Categories(
    order: Vec<usize>,
    instrument: Arc<Instrument>,
    report: Arc<Report>,
    locale: Locale,
) -> impl IntoView {
    let w = words(locale);
    let rows = order
        .into_iter()
        .filter_map(|i| instrument.categories.get(i).zip(report.categories.get(i)))
        .map(|(category, counted)| {
            let dimension = instrument.dimensions.get(category.dimension);
            let all = counted.counts.steps + counted.counts.dont_know + counted.counts.not_applicable;
            let all = (all + counted.counts.unanswered).to_string();
            view! {
                <tr>
                    <th scope="row">{category.name.get(locale).to_string()}</th>
                    <td>{dimension.map(|d| d.name.get(locale).to_string())}</td>
                    <td class="n">{score(locale, counted.measure)}</td>
                    <td class="n">{span(locale, counted.measure)}</td>
                    <td class="n">{counted.counts.steps.to_string()} "/" {all}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <details class="table-twin" id="kategorier-tabell">
            <summary>{w.result_as_table}</summary>
            <table class="data">
                <caption class="vh">{w.result_categories_any}</caption>
                <thead>
                    <tr>
                        <th scope="col">{w.col_category}</th>
                        <th scope="col">{w.col_dimension}</th>
                        <th scope="col" class="n">{w.col_score}</th>
                        <th scope="col" class="n">{w.col_interval}</th>
                        <th scope="col" class="n">{w.col_answers}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}
