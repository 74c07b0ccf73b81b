//! Published figures to compare with, each by itself: they are from different populations and never form a series.

use crate::charts::dots::{Dots, Row};
use crate::components::source::HostLink;
use crate::components::table::{Column, DataTable, TableTwin};
use crate::domain::key;
use crate::domain::measurement::Measurement;
use crate::domain::scoring::{Measure, Score};
use crate::domain::text::{Locale, Text};
use crate::i18n::{compare, range, results, score, use_locale};
use crate::pages::results::picture::SaveChart;
use leptos::prelude::*;
use leptos::svg::Svg;
use serde::Deserialize;
use std::sync::Arc;

/// The published figures, as anyone can read them at `/data/benchmarks.json`.
const PUBLISHED: &str = include_str!("../../../public/data/benchmarks.json");

/// The file.
#[derive(Default, Deserialize)]
struct Published {
    figures: Vec<Figure>,
}

/// One published figure.
#[derive(Clone, Deserialize)]
pub struct Figure {
    name: Text,
    /// Digital maturity in percent.
    percent: u32,
    population: Text,
    period: Text,
    organisations: Option<u32>,
    respondents: Option<u32>,
    /// Whether a source states it; otherwise it is inferred, and the note says how.
    confirmed: bool,
    note: Option<Text>,
    /// The addresses of the sources.
    sources: Vec<String>,
}

impl Figure {
    fn score(&self) -> Score {
        Score::from_percent(self.percent)
    }
}

/// The published figures in the order of the file.
pub fn published_figures() -> Vec<Figure> {
    key::read::<Published>(PUBLISHED).unwrap_or_default().figures
}

/// What the figures say: `Publicerade siffror ligger inom 41–53 %`.
fn published_title(figures: &[Figure], locale: Locale) -> String {
    let (c, scores) = (compare(locale), || figures.iter().map(Figure::score));
    match scores().min().zip(scores().max()) {
        Some((low, high)) => format!("{} {}", c.national_between, range(locale, low, high)),
        None => c.national.to_string(),
    }
}

/// The own total first, then the figures.
fn published_rows(measurement: &Measurement, figures: &[Figure], locale: Locale) -> Vec<Row> {
    let row = |name: &str, score| Row { name: name.to_string(), measure: Measure::at(score), ..Row::default() };
    let own = row(compare(locale).you, measurement.report.overall.score);
    std::iter::once(own).chain(figures.iter().map(|f| row(f.name.get(locale), Some(f.score())))).collect()
}

/// The published figures beside the own total.
#[component]
pub fn PublishedComparison(
    /// The measurement.
    measurement: Arc<Measurement>,
) -> impl IntoView {
    let locale = use_locale();
    let c = compare(locale);
    let figures = published_figures();
    let threshold = Score::from_percent(measurement.instrument.rules.threshold_percent);
    let rows = published_rows(&measurement, &figures, locale);
    let title = published_title(&figures, locale);
    let (own, count) = (measurement.report.overall.score, measurement.sheets.len());
    let chart = NodeRef::<Svg>::new();
    view! {
        <figure class="chart" id="published">
            <figcaption>
                <h3>{title.clone()}</h3>
            </figcaption>
            <p>{c.national_lead}</p>
            <Dots rows threshold title=c.national node_ref=chart/>
            <TableTwin id="published-table" label=c.national>
                <PublishedTable own count figures/>
            </TableTwin>
            <SaveChart measurement name="publicerat" title chart/>
        </figure>
    }
    .into_any()
}

/// The figures, each with its population, period, numbers and sources.
#[component]
fn PublishedTable(
    /// The own total.
    own: Option<Score>,
    /// How many sheets it counts.
    count: usize,
    /// The published figures.
    figures: Vec<Figure>,
) -> impl IntoView {
    let locale = use_locale();
    let (c, w) = (compare(locale), results(locale));
    let columns = vec![
        Column::text(c.col_figure),
        Column::figures(w.maturity),
        Column::text(c.col_population),
        Column::text(c.col_period),
        Column::figures(c.col_n),
        Column::text(c.col_source),
    ];
    let figures = figures.into_iter().map(|figure| view! { <PublishedRow figure/> }).collect_view();
    view! {
        <DataTable caption=c.national.to_string() columns>
            <tr>
                <th scope="row">{c.you}</th>
                <td class="n">{score(locale, own)}</td>
                <td></td>
                <td></td>
                <td class="n">{count}</td>
                <td></td>
            </tr>
            {figures}
        </DataTable>
    }
}

/// One figure.
#[component]
fn PublishedRow(
    /// The figure.
    figure: Figure,
) -> impl IntoView {
    let locale = use_locale();
    let c = compare(locale);
    let number = |n: Option<u32>| n.map_or_else(|| c.unknown.to_string(), |n| n.to_string());
    let numbers = format!("{} / {}", number(figure.organisations), number(figure.respondents));
    let note = figure.note.as_ref().map(|note| note.get(locale).to_string());
    let sources = figure.sources.iter().enumerate().map(|(index, source)| {
        let comma = (index > 0).then_some(", ");
        view! { {comma}<HostLink url=source.clone()/> }
    });
    view! {
        <tr>
            <th scope="row">{figure.name.get(locale).to_string()}</th>
            <td class="n">{score(locale, Some(figure.score()))}</td>
            <td>
                {figure.population.get(locale).to_string()}
                {note.map(|note| view! { <span class="said">{note}</span> })}
                {(!figure.confirmed).then(|| view! { <span class="tag">{c.inferred}</span> })}
            </td>
            <td>{figure.period.get(locale).to_string()}</td>
            <td class="n">{numbers}</td>
            <td>{sources.collect_view()}</td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_published_figure_is_read_and_the_title_says_how_far_they_reach() {
        let figures = published_figures();
        assert!(figures.len() >= 5 && figures.iter().all(|f| !f.sources.is_empty()));
        let (low, high) = (figures.iter().map(|f| f.percent).min(), figures.iter().map(|f| f.percent).max());
        let title = published_title(&figures, Locale::Sv);
        assert!(low.zip(high).is_some_and(|(low, high)| title.ends_with(&format!("{low}–{high}\u{a0}%"))), "{title}");
    }
}
