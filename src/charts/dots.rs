//! Ranked dots: one row a category, its score as a mark, its interval as a pale band.

mod place;

use super::along;
use super::parts::{self, Anchor, Circle, Label, Line, Point, Polygon, Rect};
use crate::domain::scoring::{Measure, Score};
use crate::domain::text::Locale;
use crate::i18n::{percent, use_locale};
use crate::strings::html::Html;
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

/// The wide drawing alone, for a picture.
pub fn wide(h: &mut Html, rows: &[Row], threshold: Score, title: &str, locale: Locale) {
    drawing(h, rows, &WIDE, threshold, title, locale);
}

/// The chart in both drawings; the style sheet shows the one that fits.
pub fn dots(h: &mut Html, rows: &[Row], threshold: Score, title: &str, locale: Locale) {
    for layout in [WIDE, NARROW] {
        drawing(h, rows, &layout, threshold, title, locale);
    }
}

fn drawing(h: &mut Html, rows: &[Row], layout: &Layout, threshold: Score, title: &str, locale: Locale) {
    let bottom = layout.row * i64::try_from(rows.len()).unwrap_or(0) + 4;
    let place = |score| along(score, layout.start, layout.length);
    let view_box = ["0 0 ", &layout.width.to_string(), " ", &(bottom + 24).to_string()].concat();
    h.open("svg", &[("class", layout.class), ("viewBox", &view_box), ("role", "img"), ("aria-label", title)]);
    let marks = [0, 25, 50, 75, 100].map(|p| (p, place(Score::from_percent(p))));
    for (_, x) in marks {
        line(h, "grid", x, bottom);
    }
    line(h, "threshold", place(threshold), bottom);
    for (row, index) in rows.iter().zip(0i64..) {
        draw_row(h, row, layout, index * layout.row, locale);
    }
    for (percent, x) in marks {
        text(h, "axis", "middle", (x, bottom + 18), &percent.to_string());
    }
    h.close("svg");
}

fn draw_row(h: &mut Html, row: &Row, layout: &Layout, top: i64, locale: Locale) {
    let y = top + layout.middle;
    let place = |score| along(score, layout.start, layout.length);
    let (low, high) = (place(row.measure.interval.low), place(row.measure.interval.high));
    text(h, "label", "start", (layout.label.0, top + layout.label.1), &row.name);
    let band = match row.kind {
        Kind::Total => "range-total",
        Kind::First => "range-formaga",
        Kind::Second => "range-arv",
    };
    rect(h, band, (low - 5, y - 5), (high - low + 10, 10));
    if let Some((from, to)) = row.spread {
        let [x1, x2, y] = [place(from), place(to), y].map(|n| n.to_string());
        h.el("line", &[("class", "spread"), ("x1", &x1), ("x2", &x2), ("y1", &y), ("y2", &y)], "");
    }
    if let Some((before, joined)) = row.before {
        if let Some(now) = row.measure.score.filter(|_| joined) {
            let [x1, x2, y] = [place(before), place(now), y].map(|n| n.to_string());
            h.el("line", &[("class", "change-line"), ("x1", &x1), ("x2", &x2), ("y1", &y), ("y2", &y)], "");
        }
        circle(h, "before", (place(before), y), 6);
    }
    if let Some(score) = row.measure.score {
        let x = place(score);
        // A circle for ability, a square for legacy, both in one for the total.
        match row.kind {
            Kind::Total => {
                rect(h, "mark-total", (x - 7, y - 7), (14, 14));
                circle(h, "mark-inside", (x, y), 4);
            }
            Kind::First => circle(h, "mark-formaga", (x, y), 8),
            Kind::Second => rect(h, "mark-arv", (x - 7, y - 7), (14, 14)),
        }
    }
    if let Some(target) = row.target {
        diamond(h, "target", (place(target), y), 8);
    }
    let value = row.measure.score.map_or_else(|| "–".to_string(), |s| percent(locale, s));
    text(h, "value", "end", (layout.width, y + 5), &value);
}

fn line(h: &mut Html, class: &str, x: i64, bottom: i64) {
    let (x, bottom) = (x.to_string(), bottom.to_string());
    h.el("line", &[("class", class), ("x1", &x), ("x2", &x), ("y1", "0"), ("y2", &bottom)], "");
}

/// A rectangle by its corner and size.
pub(super) fn rect(h: &mut Html, class: &str, at: (i64, i64), size: (i64, i64)) {
    let [x, y, w, t] = [at.0, at.1, size.0, size.1].map(|n| n.to_string());
    h.el("rect", &[("class", class), ("x", &x), ("y", &y), ("width", &w), ("height", &t)], "");
}

/// A circle by its middle.
pub(super) fn circle(h: &mut Html, class: &str, at: (i64, i64), radius: i64) {
    let [x, y, r] = [at.0, at.1, radius].map(|n| n.to_string());
    h.el("circle", &[("class", class), ("cx", &x), ("cy", &y), ("r", &r)], "");
}

/// A diamond by its middle.
pub(super) fn diamond(h: &mut Html, class: &str, at: (i64, i64), half: i64) {
    let mut points = String::new();
    for (x, y) in [(0, -half), (half, 0), (0, half), (-half, 0)] {
        points.push_str(&[&(at.0 + x).to_string(), ",", &(at.1 + y).to_string(), " "].concat());
    }
    h.el("polygon", &[("class", class), ("points", points.trim_end())], "");
}

/// Text by its baseline; `anchor` says which end of it stands there.
pub(super) fn text(h: &mut Html, class: &str, anchor: &str, at: (i64, i64), content: &str) {
    let (x, y) = (at.0.to_string(), at.1.to_string());
    h.el("text", &[("class", class), ("x", &x), ("y", &y), ("text-anchor", anchor)], content);
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::place::row;
    use super::*;
    use crate::charts::checked::{html, is_a_chart, ordered};

    #[test]
    fn it_is_drawn_as_it_was() {
        let rows = vec![
            row(Kind::Total, Some(50), None),
            row(Kind::First, Some(0), Some((100, true))),
            row(Kind::Second, Some(100), Some((3, false))),
            row(Kind::First, None, None),
            Row { name: "Tom".into(), ..Row::default() },
        ];
        for rows in [rows, Vec::new()] {
            let mut h = Html::new();
            dots(&mut h, &rows, Score::from_percent(50), "Så är det", Locale::Sv);
            let drawn = html(|| view! { <Dots rows threshold=Score::from_percent(50) title="Så är det"/> });
            is_a_chart(&drawn, "Så är det", 2);
            assert_eq!(ordered(&drawn), ordered(h.as_str()));
        }
    }
}
