//! Ranked dots: one row a category, its score as a mark, its interval as a pale band.

use super::along;
use super::parts::{self, Anchor, Circle, Label, Line, Point, Polygon, Rect};
use crate::domain::scoring::{Measure, Score};
use crate::domain::text::Locale;
use crate::i18n::{percent, use_locale};
use crate::strings::html::Html;
use leptos::prelude::*;
use leptos::svg::Svg;

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

/// The layout of one of the two drawings; units of the view box.
#[derive(Clone, Copy)]
struct Layout {
    class: &'static str,
    width: i64,
    start: i64,
    length: i64,
    row: i64,
    /// How far below a row's top its axis lies.
    middle: i64,
    /// Where in a row its label's baseline begins.
    label: (i64, i64),
}

const WIDE: Layout = Layout { class: "wide", width: 640, start: 170, length: 390, row: 38, middle: 19, label: (0, 24) };
/// On a phone the label stands above its bar.
const NARROW: Layout =
    Layout { class: "narrow", width: 320, start: 8, length: 248, row: 52, middle: 34, label: (8, 18) };

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

impl Layout {
    fn place(&self, score: Score) -> i64 {
        along(score, self.start, self.length)
    }

    /// Where the axes end and their figures begin.
    fn bottom(&self, rows: usize) -> i64 {
        self.row * i64::try_from(rows).unwrap_or(0) + 4
    }
}

/// A row with everything at its place, in units of the view box.
#[derive(Debug, PartialEq)]
struct Placed {
    name: String,
    kind: Kind,
    /// The middle of its marks, from the top.
    y: i64,
    label: Point,
    /// From where to where the pale band of the interval goes.
    band: (i64, i64),
    spread: Option<(i64, i64)>,
    /// The line from an earlier score to this one.
    change: Option<(i64, i64)>,
    before: Option<i64>,
    score: Option<i64>,
    target: Option<i64>,
    value: String,
    /// Where the value ends.
    width: i64,
}

fn placed(row: &Row, layout: &Layout, index: i64, locale: Locale) -> Placed {
    let top = index * layout.row;
    let place = |score| layout.place(score);
    let interval = row.measure.interval;
    let followed = row.before.filter(|(_, joined)| *joined);
    Placed {
        name: row.name.clone(),
        kind: row.kind,
        y: top + layout.middle,
        label: (layout.label.0, top + layout.label.1),
        band: (place(interval.low) - 5, place(interval.high) + 5),
        spread: row.spread.map(|(from, to)| (place(from), place(to))),
        change: followed.zip(row.measure.score).map(|((before, _), now)| (place(before), place(now))),
        before: row.before.map(|(before, _)| place(before)),
        score: row.measure.score.map(place),
        target: row.target.map(place),
        value: row.measure.score.map_or_else(|| "–".to_string(), |score| percent(locale, score)),
        width: layout.width,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::scoring::Interval;

    fn row(kind: Kind, score: Option<i64>, before: Option<(i64, bool)>) -> Row {
        let of = Score::from_percent;
        Row {
            name: "Öppna data".into(),
            kind,
            measure: Measure { score: score.map(of), interval: Interval { low: of(20), high: of(80) } },
            before: before.map(|(score, joined)| (of(score), joined)),
            target: Some(of(75)),
            spread: Some((of(30), of(60))),
        }
    }

    #[test]
    fn marks_stand_where_their_scores_are() {
        let placed = placed(&row(Kind::First, Some(50), Some((25, true))), &WIDE, 2, Locale::Sv);
        assert_eq!((placed.y, placed.label), (95, (0, 100)));
        assert_eq!((placed.band, placed.spread), ((243, 487), Some((287, 404))));
        assert_eq!((placed.before, placed.score, placed.target), (Some(268), Some(365), Some(463)));
        assert_eq!((placed.change, placed.value.as_str()), (Some((268, 365)), "50\u{a0}%"));
    }

    #[test]
    fn an_earlier_score_is_joined_only_where_it_can_be_followed() {
        for (now, before) in [(Some(50), Some((25, false))), (None, Some((25, true))), (Some(50), None)] {
            assert_eq!(placed(&row(Kind::Second, now, before), &NARROW, 0, Locale::Sv).change, None);
        }
    }

    #[cfg(feature = "ssr")]
    #[test]
    fn it_is_drawn_as_it_was() {
        use crate::charts::checked::{html, is_a_chart, ordered};
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
