//! Ranked dots: one row a category, its score as a mark, its interval as a pale band.

use super::along;
use crate::domain::scoring::{Measure, Score};
use crate::domain::text::Locale;
use crate::ui::i18n::percent;
use leptos::prelude::*;

/// One row.
#[derive(Clone, Debug)]
pub struct Row {
    /// The category's name.
    pub name: String,
    /// The id of its dimension: decides shape and colour.
    pub dimension: String,
    /// Its score and interval.
    pub measure: Measure,
}

/// The layout of one of the two drawings; units of the view box.
#[derive(Clone, Copy)]
struct Layout {
    width: i64,
    start: i64,
    length: i64,
    row: i64,
    /// How far below a row's top its axis lies.
    middle: i64,
    /// How far below a row's top its label's baseline lies.
    label: i64,
}

const WIDE: Layout = Layout { width: 640, start: 170, length: 390, row: 38, middle: 19, label: 24 };
/// On a phone the label stands above its bar.
const NARROW: Layout = Layout { width: 320, start: 8, length: 248, row: 52, middle: 34, label: 18 };

/// The chart in both drawings; the style sheet shows the one that fits.
#[component]
pub fn Dots(rows: Vec<Row>, threshold: Score, title: String, locale: Locale) -> impl IntoView {
    let narrow = rows.clone();
    let name = title.clone();
    view! {
        <Drawing rows layout=WIDE class="wide" threshold title locale/>
        <Drawing rows=narrow layout=NARROW class="narrow" threshold title=name locale/>
    }
}

#[component]
fn Drawing(
    rows: Vec<Row>,
    layout: Layout,
    class: &'static str,
    threshold: Score,
    title: String,
    locale: Locale,
) -> impl IntoView {
    let Layout { width, start, length, row, .. } = layout;
    let bottom = row * i64::try_from(rows.len()).unwrap_or(0) + 4;
    let line = move |percent: u32| along(Score::from_percent(percent), start, length);
    let grid = [0, 25, 50, 75, 100]
        .map(|p| view! { <line class="grid" x1=line(p) x2=line(p) y1="0" y2=bottom></line> })
        .collect_view();
    let scale = [0, 25, 50, 75, 100]
        .map(|p| view! { <text class="axis" x=line(p) y=bottom + 18 text-anchor="middle">{p.to_string()}</text> })
        .collect_view();
    let cut = along(threshold, start, length);
    let marks = rows
        .into_iter()
        .zip(0i64..)
        .map(|(r, index)| view! { <RowMarks row=r top=index * row layout locale/> })
        .collect_view();
    view! {
        <svg class=class viewBox=["0 0 ", &width.to_string(), " ", &(bottom + 24).to_string()].concat() role="img" aria-label=title>
            {grid}
            <line class="threshold" x1=cut x2=cut y1="0" y2=bottom></line>
            {marks}
            {scale}
        </svg>
    }
}

#[component]
fn RowMarks(row: Row, top: i64, layout: Layout, locale: Locale) -> impl IntoView {
    let Layout { start, length, middle, label, width, .. } = layout;
    let y = top + middle;
    let place = |score| along(score, start, length);
    let (low, high) = (place(row.measure.interval.low), place(row.measure.interval.high));
    let label_x = if label < middle { start } else { 0 };
    let value = row.measure.score.map_or_else(|| "–".to_string(), |s| percent(locale, s));
    let legacy = row.dimension == "arv";
    let band = if legacy { "range-arv" } else { "range-formaga" };
    view! {
        <text class="label" x=label_x y=top + label>{row.name}</text>
        <rect class=band x=low - 5 y=y - 5 width=high - low + 10 height="10" rx="5"></rect>
        {row.measure.score.map(|s| mark(place(s), y, legacy))}
        <text class="value" x=width y=y + 5 text-anchor="end">{value}</text>
    }
}

/// The mark of a dimension: a circle for ability, a square for legacy.
fn mark(x: i64, y: i64, legacy: bool) -> AnyView {
    if legacy {
        view! { <rect class="mark-arv" x=x - 7 y=y - 7 width="14" height="14"></rect> }.into_any()
    } else {
        view! { <circle class="mark-formaga" cx=x cy=y r="8"></circle> }.into_any()
    }
}
