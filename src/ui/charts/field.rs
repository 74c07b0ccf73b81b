//! The position on the two axes, in one of four fields, with a box for what it can still become.

use super::along;
use crate::domain::instrument::Instrument;
use crate::domain::scoring::{Measure, Quadrant, Score};
use crate::domain::text::Locale;
use crate::ui::i18n::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The drawing's square: left, top and side, in units of the view box.
const LEFT: i64 = 34;
const TOP: i64 = 8;
const SIDE: i64 = 280;

/// The chart. `ability` runs upwards, `legacy` to the right.
#[component]
pub fn Field(
    instrument: Arc<Instrument>,
    ability: Measure,
    legacy: Measure,
    quadrant: Option<Quadrant>,
    title: String,
    locale: Locale,
) -> impl IntoView {
    let threshold = Score::from_percent(instrument.rules.threshold_percent);
    let (cut_x, cut_y) = (across(threshold), up(threshold));
    let (right, bottom) = (LEFT + SIDE, TOP + SIDE);
    let on = quadrant.map(|q| {
        let (x, w) = if is_right(q) { (cut_x, right - cut_x) } else { (LEFT, cut_x - LEFT) };
        let (y, h) = if is_up(q) { (TOP, cut_y - TOP) } else { (cut_y, bottom - cut_y) };
        view! { <rect class="q-on" x=x y=y width=w height=h></rect> }
    });
    let names = Quadrant::ALL
        .into_iter()
        .zip(&instrument.quadrants)
        .map(|(q, text)| {
            let (x, anchor) = if is_right(q) { (right - 8, "end") } else { (LEFT + 8, "start") };
            let y = if is_up(q) { TOP + 20 } else { bottom - 10 };
            view! { <text class="q-label" x=x y=y text-anchor=anchor>{text.name.get(locale).to_string()}</text> }
        })
        .collect_view();
    let (x_axis, y_axis) = axis_names(&instrument, locale);
    let turned = ["rotate(-90 14 ", &(TOP + SIDE / 2).to_string(), ")"].concat();
    view! {
        <svg class="field" viewBox="0 0 322 340" role="img" aria-label=title>
            <rect class="ground" x=LEFT y=TOP width=SIDE height=SIDE></rect>
            {on}
            <line class="threshold" x1=cut_x x2=cut_x y1=TOP y2=bottom></line>
            <line class="threshold" x1=LEFT x2=right y1=cut_y y2=cut_y></line>
            {names}
            <Here ability legacy/>
            <text class="axis-name" x=LEFT + SIDE / 2 y=bottom + 24 text-anchor="middle">{x_axis.0}</text>
            <text class="axis" x=LEFT y=bottom + 42>{x_axis.1}</text>
            <text class="axis" x=right y=bottom + 42 text-anchor="end">{x_axis.2}</text>
            <text class="axis-name" x="14" y=TOP + SIDE / 2 text-anchor="middle" transform=turned>{y_axis}</text>
        </svg>
        <p class="meta">{words(locale).result_box_note}</p>
    }
}

/// The box of what is still possible, and the dot where both scores are known.
#[component]
fn Here(ability: Measure, legacy: Measure) -> impl IntoView {
    let (x, w) = (across(legacy.interval.low), across(legacy.interval.high) - across(legacy.interval.low));
    let (y, h) = (up(ability.interval.high), up(ability.interval.low) - up(ability.interval.high));
    let dot = ability.score.zip(legacy.score).map(|(a, l)| {
        view! { <circle class="here" cx=across(l) cy=up(a) r="9"></circle> }
    });
    view! {
        <rect class="possible" x=x - 6 y=y - 6 width=w + 12 height=h + 12 rx="4"></rect>
        {dot}
    }
}

fn axis_names(instrument: &Instrument, locale: Locale) -> ((String, String, String), String) {
    let name = |i: usize| instrument.dimensions.get(i).map(|d| d.name.get(locale).to_string()).unwrap_or_default();
    let legacy = instrument.dimensions.get(1);
    let low = legacy.map(|d| d.low.get(locale).to_string()).unwrap_or_default();
    let high = legacy.map(|d| d.high.get(locale).to_string()).unwrap_or_default();
    ((name(1), low, high), name(0))
}

fn across(score: Score) -> i64 {
    along(score, LEFT, SIDE)
}

fn up(score: Score) -> i64 {
    TOP + SIDE - along(score, 0, SIDE)
}

fn is_right(quadrant: Quadrant) -> bool {
    matches!(quadrant, Quadrant::LegacyHigh | Quadrant::BothHigh)
}

fn is_up(quadrant: Quadrant) -> bool {
    matches!(quadrant, Quadrant::AbilityHigh | Quadrant::BothHigh)
}
