//! The categories of a result: highest first, and as the spider chart that the field expects.

use super::position::Individuals;
use crate::charts::dots::{Dots, Kind, Row};
use crate::charts::radar::{Axis, Radar};
use crate::components::paper::{Fold, Level};
use crate::components::table::{Column, FigureTable, Table, TableTwin};
use crate::domain::measurement::Measurement;
use crate::domain::plan::target;
use crate::domain::scoring::{CategoryReport, Score};
use crate::domain::text::Locale;
use crate::i18n::{plan, range, results, score, use_locale};
use crate::pages::results::picture::SaveChart;
use leptos::prelude::*;
use leptos::svg::Svg;
use std::cmp::Reverse;
use std::sync::Arc;

/// The categories by index, highest first; those without a score last. Equal ones keep the questionnaire's order.
pub fn ranked(measurement: &Measurement) -> Vec<usize> {
    let score = |index: &usize| measurement.report.categories.get(*index).and_then(|c| c.measure.score);
    let mut order: Vec<usize> = (0..measurement.instrument.categories.len()).collect();
    order.sort_by_key(|index| Reverse(score(index)));
    order
}

/// The rows of the ranked dots, highest first.
pub fn rows(measurement: &Measurement, individuals: &Individuals, locale: Locale) -> Vec<Row> {
    let row = |index: usize| {
        let category = measurement.instrument.categories.get(index)?;
        Some(Row {
            name: category.name.get(locale).to_string(),
            kind: Kind::of(category.dimension),
            measure: measurement.report.categories.get(index)?.measure,
            target: target(&measurement.draft, &category.id),
            spread: individuals.spreads.get(index).copied().flatten(),
            ..Row::default()
        })
    };
    ranked(measurement).into_iter().filter_map(row).collect()
}

/// A category by name, with its score.
type Scored<'a> = (&'a str, Score);

/// The lowest and the highest category.
fn ends(measurement: &Measurement, locale: Locale) -> Option<(Scored<'_>, Scored<'_>)> {
    let scored = |index: usize| {
        let name = measurement.instrument.categories.get(index)?.name.get(locale);
        Some((name, measurement.report.categories.get(index)?.measure.score?))
    };
    let all: Vec<Scored<'_>> = ranked(measurement).into_iter().filter_map(scored).collect();
    Some((*all.last()?, *all.first()?))
}

/// What the categories say: which is highest and which lowest.
pub fn categories_title(measurement: &Measurement, locale: Locale) -> String {
    let w = results(locale);
    match ends(measurement, locale) {
        Some(((low, bottom), (high, top))) if top > bottom => format!("{high}{}{low}{}", w.is_highest, w.is_lowest),
        _ => w.categories_any.to_string(),
    }
}

/// What the spider chart says: how far it is from its lowest to its highest corner.
pub fn radar_title(measurement: &Measurement, locale: Locale) -> String {
    let w = results(locale);
    let corner = |name: &str, of| format!("{} ({name})", score(locale, Some(of)));
    match ends(measurement, locale) {
        Some(((_, bottom), (_, top))) if top.tenths() == bottom.tenths() => {
            format!("{}{}", w.radar_even, score(locale, Some(top)))
        }
        Some(((low, bottom), (high, top))) => {
            format!("{}{}{}{}", w.radar_from, corner(low, bottom), w.radar_to, corner(high, top))
        }
        None => w.radar.to_string(),
    }
}

/// The axes of the spider chart; none where there are too few categories or too many to read.
pub fn axes(measurement: &Measurement, locale: Locale) -> Vec<Axis> {
    let categories = measurement.instrument.categories.iter().zip(&measurement.report.categories);
    let axis = |name: &str, score| Axis { name: name.to_string(), score };
    let axes: Vec<Axis> = categories.map(|(c, counted)| axis(c.name.get(locale), counted.measure.score)).collect();
    if (3..=12).contains(&axes.len()) { axes } else { Vec::new() }
}

/// The figures of the spider chart, in the order of its corners.
pub fn radar_table(measurement: &Measurement, locale: Locale) -> Table {
    let w = results(locale);
    let categories = measurement.instrument.categories.iter().zip(&measurement.report.categories);
    let row = |name: &str, of| vec![name.to_string(), score(locale, of)];
    Table {
        caption: radar_title(measurement, locale),
        columns: vec![Column::text(w.col_category), Column::figures(w.col_score)],
        rows: categories.map(|(c, counted)| row(c.name.get(locale), counted.measure.score)).collect(),
    }
}

/// The figures of the ranked dots, in the same order. Targets and spreads have a column where there are any.
pub fn categories_table(measurement: &Measurement, individuals: &Individuals, locale: Locale) -> Table {
    let w = results(locale);
    let rows = rows(measurement, individuals, locale);
    let with_targets = rows.iter().any(|row| row.target.is_some());
    let with_spreads = rows.iter().any(|row| row.spread.is_some());
    let mut columns = vec![Column::text(w.col_category), Column::text(w.col_dimension)];
    columns.extend([w.col_score, w.col_interval, w.col_answers].map(Column::figures));
    columns.extend(with_targets.then(|| Column::figures(plan(locale).col_target)));
    columns.extend(with_spreads.then(|| Column::figures(w.col_spread)));
    let cells = |(index, row): (usize, Row)| {
        let category = measurement.instrument.categories.get(index)?;
        let dimension = measurement.instrument.dimensions.get(category.dimension)?.name.get(locale);
        let interval = row.measure.interval;
        let mut cells = vec![
            row.name,
            dimension.to_string(),
            score(locale, row.measure.score),
            range(locale, interval.low, interval.high),
            answers_that_count(measurement.report.categories.get(index)?),
        ];
        cells.extend(with_targets.then(|| score(locale, row.target)));
        let spread = || row.spread.map_or_else(|| "–".to_string(), |(from, to)| range(locale, from, to));
        cells.extend(with_spreads.then(spread));
        Some(cells)
    };
    let rows = ranked(measurement).into_iter().zip(rows).filter_map(cells).collect();
    Table { caption: w.categories_any.to_string(), columns, rows }
}

/// `5/7`
fn answers_that_count(category: &CategoryReport) -> String {
    let counts = category.counts;
    format!("{}/{}", counts.steps, counts.steps + counts.dont_know + counts.not_applicable + counts.unanswered)
}

/// The categories, highest first, and as the spider chart where they can be read as one.
#[component]
pub fn CategoriesFigure(
    /// The measurement.
    measurement: Arc<Measurement>,
    /// What its respondents say by themselves.
    individuals: Individuals,
) -> impl IntoView {
    let locale = use_locale();
    let w = results(locale);
    let rows = rows(&measurement, &individuals, locale);
    let title = categories_title(&measurement, locale);
    let threshold = Score::from_percent(measurement.instrument.rules.threshold_percent);
    let spreads = rows.iter().any(|row| row.spread.is_some()).then_some(w.spread_note);
    let targets = rows.iter().any(|row| row.target.is_some()).then_some(plan(locale).target_note);
    let notes = [Some(w.band_note), spreads, targets].into_iter().flatten();
    let chart = NodeRef::<Svg>::new();
    let table = categories_table(&measurement, &individuals, locale);
    view! {
        <figure class="chart" id="categories" tabindex="-1">
            <figcaption>
                <h2>{title.clone()}</h2>
            </figcaption>
            <Dots rows threshold title=title.clone() node_ref=chart/>
            {notes.map(|note| view! { <p class="meta">{note}</p> }).collect_view()}
            <TableTwin id="categories-table" label=w.categories_any>
                <FigureTable table/>
            </TableTwin>
            <SaveChart measurement=measurement.clone() name="kategorier" title chart/>
        </figure>
        <RadarFigure measurement/>
    }
    .into_any()
}

/// The spider chart, folded away: the ranked dots are read faster. Nothing where there are too few or too many categories.
#[component]
fn RadarFigure(
    /// The measurement.
    measurement: Arc<Measurement>,
) -> impl IntoView {
    let locale = use_locale();
    let axes = axes(&measurement, locale);
    let title = radar_title(&measurement, locale);
    let threshold = Score::from_percent(measurement.instrument.rules.threshold_percent);
    let chart = NodeRef::<Svg>::new();
    let table = radar_table(&measurement, locale);
    (!axes.is_empty()).then(|| {
        view! {
            <Fold id="radar" class="table-twin chart" title=title.clone() level=Level::H3>
                <Radar axes threshold title=title.clone() node_ref=chart/>
                <p class="meta">{results(locale).radar_note}</p>
                <TableTwin id="radar-table" label=title.clone()>
                    <FigureTable table/>
                </TableTwin>
                <SaveChart measurement name="spindel" title chart/>
            </Fold>
        }
    })
}
