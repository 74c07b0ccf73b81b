//! Ranked dots: one row a category, its score as a mark, its interval as a pale band.

mod place;

use super::parts::{self, Anchor, Circle, Label, Line, Point, Polygon, Rect};
use crate::domain::scoring::{Measure, Score};
use crate::i18n::use_locale;
use leptos::prelude::*;
use leptos::svg::Svg;
use place::{Layout, NARROW, Placed, WIDE, placed};

/// What a row is a score of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// The total.
    #[default]
    Total,
    /// The first dimension (ability), or a category of it.
    First,
    /// The second (legacy), or a category of it.
    Second,
}

impl Kind {
    /// That of a category or dimension, by the dimension's index.
    pub fn of(dimension: usize) -> Kind {
        if dimension == 1 { Kind::Second } else { Kind::First }
    }
}

/// One row.
#[derive(Clone, Default)]
pub struct Row {
    /// The category's name.
    pub name: String,
    /// What it is a score of: decides shape and colour.
    pub kind: Kind,
    /// Its score and interval.
    pub measure: Measure,
    /// The score of another measurement, and whether it can be followed to this one.
    pub before: Option<(Score, bool)>,
    /// The score to reach.
    pub target: Option<Score>,
    /// From where to where most respondents' own scores lie.
    pub spread: Option<(Score, Score)>,
}

/// The chart in both drawings, of which the style sheet shows the one that fits.
#[component]
pub fn Dots(
    /// The rows from the top.
    rows: Vec<Row>,
    /// The score that the instrument cuts at.
    threshold: Score,
    /// What the chart shows, as a sentence: its accessible name.
    #[prop(into)]
    title: String,
    /// The wide drawing, to save it as a picture.
    #[prop(optional)]
    node_ref: NodeRef<Svg>,
) -> impl IntoView {
    view! {
        <Drawing layout=WIDE rows=rows.clone() threshold title=title.clone() node_ref/>
        <Drawing layout=NARROW rows threshold title/>
    }
    .into_any()
}

/// One of the two drawings.
#[component]
fn Drawing(
    layout: Layout,
    rows: Vec<Row>,
    threshold: Score,
    title: String,
    #[prop(optional)] node_ref: NodeRef<Svg>,
) -> impl IntoView {
    let locale = use_locale();
    let bottom = layout.bottom(rows.len());
    let upright =
        move |class, score| view! { <Line class from=(layout.place(score), 0) to=(layout.place(score), bottom)/> };
    let marks = [0, 25, 50, 75, 100];
    view! {
        <svg
            node_ref=node_ref
            class=layout.class
            viewBox=format!("0 0 {} {}", layout.width, bottom + 24)
            role="img"
            aria-label=title
        >
            {marks.map(|percent| upright("grid", Score::from_percent(percent))).into_iter().collect_view()}
            {upright("threshold", threshold)}
            {rows
                .iter()
                .zip(0..)
                .map(|(row, index)| view! { <Marks placed=placed(row, &layout, index, locale)/> })
                .collect_view()}
            {marks
                .into_iter()
                .map(|percent| {
                    let at = (layout.place(Score::from_percent(percent)), bottom + 18);
                    view! { <Label class="axis" at anchor=Anchor::Middle text=percent.to_string()/> }
                })
                .collect_view()}
        </svg>
    }
}

/// What stands in one row, each thing at its place.
#[component]
fn Marks(placed: Placed) -> impl IntoView {
    let Placed { y, kind, .. } = placed;
    let band = match kind {
        Kind::Total => "range-total",
        Kind::First => "range-formaga",
        Kind::Second => "range-arv",
    };
    let across = move |class, (from, to)| view! { <Line class from=(from, y) to=(to, y)/> };
    view! {
        <Label class="label" at=placed.label anchor=Anchor::Start text=placed.name/>
        <Rect class=band at=(placed.band.0, y - 5) size=(placed.band.1 - placed.band.0, 10)/>
        {placed.spread.map(|ends| across("spread", ends))}
        {placed.change.map(|ends| across("change-line", ends))}
        {placed.before.map(|x| view! { <Circle class="before" at=(x, y) radius=6/> })}
        {placed.score.map(|x| view! { <Mark kind at=(x, y)/> })}
        {placed.target.map(|x| view! { <Polygon class="target" corners=parts::diamond((x, y), 8)/> })}
        <Label class="value" at=(placed.width, y + 5) anchor=Anchor::End text=placed.value/>
    }
}

/// A score: a circle for ability, a square for legacy, both in one for the total.
#[component]
fn Mark(kind: Kind, at: Point) -> impl IntoView {
    let square = move |class| view! { <Rect class at=(at.0 - 7, at.1 - 7) size=(14, 14)/> };
    match kind {
        Kind::Total => view! {
            {square("mark-total")}
            <Circle class="mark-inside" at radius=4/>
        }
        .into_any(),
        Kind::First => view! { <Circle class="mark-formaga" at radius=8/> }.into_any(),
        Kind::Second => square("mark-arv").into_any(),
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::place::row;
    use super::*;
    use crate::charts::for_tests::{html, is_a_chart, is_drawn_as};

    #[test]
    fn every_row_is_drawn_in_both_drawings() {
        let rows = vec![
            row(Kind::Total, Some(50), None),
            row(Kind::First, Some(0), Some((100, true))),
            row(Kind::Second, Some(100), Some((3, false))),
            row(Kind::First, None, None),
            Row { name: "Tom".into(), ..Row::default() },
        ];
        for rows in [rows, Vec::new()] {
            let name = format!("dots-{}", rows.len());
            let drawn = html(|| view! { <Dots rows threshold=Score::from_percent(50) title="Så är det"/> });
            is_a_chart(&drawn, "Så är det", 2);
            is_drawn_as(&name, &drawn);
        }
    }
}
