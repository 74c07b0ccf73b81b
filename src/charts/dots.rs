//! Ranked dots: one row a category, its score as a mark, its interval as a pale band.

use super::along;
use crate::domain::scoring::{Measure, Score};
use crate::domain::text::Locale;
use crate::i18n::percent;
use crate::strings::html::Html;

/// What a row is a score of.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
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
#[derive(Default)]
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
