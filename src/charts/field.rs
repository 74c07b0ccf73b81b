//! The position on the two axes, in one of four fields, with a box for what it can still become.

use super::along;

use super::parts::{Anchor, Circle, Label, Line, Point, Rect};
use crate::domain::instrument::Instrument;
use crate::domain::scoring::{Measure, Quadrant, Report, Score};
use crate::domain::text::Locale;
use leptos::prelude::*;
use leptos::svg::Svg;

/// The drawing's square: left, top and side, in units of the view box.
const LEFT: i64 = 34;
const TOP: i64 = 8;
const SIDE: i64 = 280;
const RIGHT: i64 = LEFT + SIDE;
const BOTTOM: i64 = TOP + SIDE;

/// From one line of a name to the next.
const LINE: i64 = 15;
/// As many letters stand in half the width of the square.
const WIDEST: usize = 20;

/// What the chart shows, with its words in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// The score on the axis that runs upwards.
    ability: Measure,
    /// The score on the axis to the right.
    legacy: Measure,
    /// The field that the position lies in; `None` while a score is missing.
    quadrant: Option<Quadrant>,
    /// Where both axes are cut.
    threshold: Score,
    /// The names of the fields, in the order of [`Quadrant::ALL`].
    fields: Vec<String>,
    /// The name of the axis that runs upwards.
    up: String,
    /// The name of the axis to the right, and what its ends mean.
    right: String,
    low: String,
    high: String,
}

impl Position {
    /// The position of a result. `None` unless there are two dimensions.
    pub fn of(instrument: &Instrument, report: &Report, locale: Locale) -> Option<Position> {
        let ([ability, legacy], [up, right]) = (report.dimensions.as_slice(), instrument.dimensions.as_slice()) else {
            return None;
        };
        Some(Position {
            ability: *ability,
            legacy: *legacy,
            quadrant: report.quadrant,
            threshold: Score::from_percent(instrument.rules.threshold_percent),
            fields: instrument.quadrants.iter().map(|words| words.name.get(locale).to_string()).collect(),
            up: up.name.get(locale).to_string(),
            right: right.name.get(locale).to_string(),
            low: right.low.get(locale).to_string(),
            high: right.high.get(locale).to_string(),
        })
    }
}

/// The position of one respondent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SinglePosition {
    /// The score of the first dimension.
    pub ability: Score,
    /// That of the second.
    pub legacy: Score,
}

/// The chart: ability runs upwards, legacy to the right.
#[component]
pub fn PositionField(
    /// What it shows.
    position: Position,
    /// The positions of single respondents.
    #[prop(optional)]
    others: Vec<SinglePosition>,
    /// What the chart shows, as a sentence: its accessible name.
    #[prop(into)]
    title: String,
    /// The drawing, to save it as a picture.
    #[prop(optional)]
    node_ref: NodeRef<Svg>,
) -> impl IntoView {
    let (x, y) = (across(position.threshold), up(position.threshold));
    let on = position.quadrant.map(|quadrant| area(quadrant, position.threshold));
    let names = Quadrant::ALL.into_iter().zip(&position.fields).flat_map(|(of, name)| name_lines(of, name));
    let (at, size) = possible(position.ability, position.legacy);
    let here = position.ability.score.zip(position.legacy.score).map(|(a, l)| (across(l), up(a)));
    view! {
        <svg node_ref=node_ref class="field" viewBox="0 0 322 340" role="img" aria-label=title>
            <Rect class="ground" at=(LEFT, TOP) size=(SIDE, SIDE)/>
            {on.map(|(at, size)| view! { <Rect class="q-on" at size/> })}
            <Line class="threshold" from=(x, TOP) to=(x, BOTTOM)/>
            <Line class="threshold" from=(LEFT, y) to=(RIGHT, y)/>
            {names.map(|(at, anchor, text)| view! { <Label class="q-label" at anchor text/> }).collect_view()}
            {others
                .into_iter()
                .map(|of| view! { <Circle class="other" at=(across(of.legacy), up(of.ability)) radius=5/> })
                .collect_view()}
            <Rect class="possible" at size/>
            {here.map(|at| view! { <Circle class="here" at radius=9/> })}
            <Label class="axis-name" at=(LEFT + SIDE / 2, BOTTOM + 24) anchor=Anchor::Middle text=position.right/>
            <Label class="axis" at=(LEFT, BOTTOM + 42) anchor=Anchor::Start text=position.low/>
            <Label class="axis" at=(RIGHT, BOTTOM + 42) anchor=Anchor::End text=position.high/>
            <g transform="translate(14 148) rotate(-90)">
                <Label class="axis-name" at=(0, 0) anchor=Anchor::Middle text=position.up/>
            </g>
        </svg>
    }
    .into_any()
}

/// The corner and size of a field.
fn area(quadrant: Quadrant, threshold: Score) -> (Point, Point) {
    let (x, y) = (across(threshold), up(threshold));
    let (left, width) = if is_right(quadrant) { (x, RIGHT - x) } else { (LEFT, x - LEFT) };
    let (top, height) = if is_up(quadrant) { (TOP, y - TOP) } else { (y, BOTTOM - y) };
    ((left, top), (width, height))
}

/// The corner and size of the box of what is still possible.
fn possible(ability: Measure, legacy: Measure) -> (Point, Point) {
    let (x, y) = (across(legacy.interval.low), up(ability.interval.high));
    let size = (across(legacy.interval.high) - x + 12, up(ability.interval.low) - y + 12);
    ((x - 6, y - 6), size)
}

/// The name of a field on one line or two, in its outer corner.
fn name_lines(quadrant: Quadrant, name: &str) -> Vec<(Point, Anchor, String)> {
    let (x, anchor) = if is_right(quadrant) { (RIGHT - 8, Anchor::End) } else { (LEFT + 8, Anchor::Start) };
    let (above, below) = lines(name);
    let y = if is_up(quadrant) { TOP + 20 + LINE * i64::from(!above.is_empty()) } else { BOTTOM - 10 };
    let all = [((x, y - LINE), anchor, above.to_string()), ((x, y), anchor, below.to_string())];
    all.into_iter().filter(|(_, _, text)| !text.is_empty()).collect()
}

/// A name on the lines it needs beside the threshold, the upper one empty where one is enough.
fn lines(name: &str) -> (&str, &str) {
    let half = name.len() / 2;
    let near = name.match_indices(' ').map(|(at, _)| at).min_by_key(|at| at.abs_diff(half));
    match near.and_then(|at| name.split_at_checked(at)) {
        Some((above, below)) if name.chars().count() > WIDEST => (above, below.trim_start()),
        _ => ("", name),
    }
}

fn across(score: Score) -> i64 {
    along(score, LEFT, SIDE)
}

fn up(score: Score) -> i64 {
    BOTTOM - along(score, 0, SIDE)
}

fn is_right(quadrant: Quadrant) -> bool {
    matches!(quadrant, Quadrant::LegacyHigh | Quadrant::BothHigh)
}

fn is_up(quadrant: Quadrant) -> bool {
    matches!(quadrant, Quadrant::AbilityHigh | Quadrant::BothHigh)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_too_long_for_its_field_stands_on_two_lines() {
        for (name, shown) in [
            ("Typ A", ("", "Typ A")),
            ("Kraft mot motstånd", ("", "Kraft mot motstånd")),
            ("Force against resistance", ("Force against", "resistance")),
            ("Ettlångtordutanmellanrum", ("", "Ettlångtordutanmellanrum")),
        ] {
            assert_eq!(lines(name), shown);
        }
    }

    #[test]
    fn a_field_reaches_from_the_cut_to_its_corner() {
        let cut = Score::from_percent(25);
        assert_eq!(area(Quadrant::BothLow, cut), ((LEFT, 218), (70, 70)));
        assert_eq!(area(Quadrant::AbilityHigh, cut), ((LEFT, TOP), (70, 210)));
        assert_eq!(area(Quadrant::LegacyHigh, cut), ((104, 218), (210, 70)));
        assert_eq!(area(Quadrant::BothHigh, cut), ((104, TOP), (210, 210)));
    }

    #[cfg(feature = "ssr")]
    #[test]
    fn the_position_is_drawn_with_what_is_possible_and_with_others() {
        use crate::charts::for_tests::{html, is_a_chart, is_drawn_as};
        use crate::domain::answers::Answer;
        use crate::domain::sheet::Sheet;
        let file = std::fs::read("public/data/instruments/dimios-2023.json").expect("the file");
        let instrument = crate::domain::instrument::parse(&file, "0").expect("good file");
        let title = "Läget";
        for (step, locale, others) in [(None, Locale::Sv, &[][..]), (Some(2), Locale::En, &[(10, 20), (100, 0)])] {
            let mut sheet = Sheet::empty(&instrument);
            for statement in 0..sheet.len() {
                sheet.set(statement, step.map_or(Answer::Unanswered, Answer::Step));
            }
            let report = crate::domain::scoring::report(&instrument, &[sheet]);
            let position = Position::of(&instrument, &report, locale).expect("two dimensions");
            let of = Score::from_percent;
            let others = others.iter().map(|(a, l)| SinglePosition { ability: of(*a), legacy: of(*l) });
            let others: Vec<_> = others.collect();
            let drawn = html(|| view! { <PositionField position others title/> });
            is_a_chart(&drawn, title, 1);
            is_drawn_as(&format!("field-{}", locale.tag()), &drawn);
        }
    }
}
