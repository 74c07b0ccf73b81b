//! The position on the two axes, in one of four fields, with a box for what it can still become.

use super::along;
use super::dots::{circle, rect, text};
use crate::domain::instrument::Instrument;
use crate::domain::scoring::{Measure, Quadrant, Report, Score};
use crate::domain::text::Locale;
use crate::strings::html::Html;

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

/// The chart: ability runs upwards, legacy to the right. Draws nothing unless there are two dimensions.
///
/// `others` are the positions of single respondents, by ability and legacy.
pub fn field(
    h: &mut Html,
    instrument: &Instrument,
    report: &Report,
    others: &[(Score, Score)],
    (title, locale): (&str, Locale),
) {
    let ([ability, legacy], [up_axis, right_axis]) = (report.dimensions.as_slice(), instrument.dimensions.as_slice())
    else {
        return;
    };
    let cut = Score::from_percent(instrument.rules.threshold_percent);
    h.open("svg", &[("class", "field"), ("viewBox", "0 0 322 340"), ("role", "img"), ("aria-label", title)]);
    rect(h, "ground", (LEFT, TOP), (SIDE, SIDE));
    if let Some(quadrant) = report.quadrant {
        let (x, width) =
            if is_right(quadrant) { (across(cut), RIGHT - across(cut)) } else { (LEFT, across(cut) - LEFT) };
        let (y, height) = if is_up(quadrant) { (TOP, up(cut) - TOP) } else { (up(cut), BOTTOM - up(cut)) };
        rect(h, "q-on", (x, y), (width, height));
    }
    line(h, (across(cut), TOP), (across(cut), BOTTOM));
    line(h, (LEFT, up(cut)), (RIGHT, up(cut)));
    for (quadrant, words) in Quadrant::ALL.into_iter().zip(&instrument.quadrants) {
        let (x, anchor) = if is_right(quadrant) { (RIGHT - 8, "end") } else { (LEFT + 8, "start") };
        let (above, below) = lines(words.name.get(locale));
        let y = if is_up(quadrant) { TOP + 20 + LINE * i64::from(!above.is_empty()) } else { BOTTOM - 10 };
        if !above.is_empty() {
            text(h, "q-label", anchor, (x, y - LINE), above);
        }
        text(h, "q-label", anchor, (x, y), below);
    }
    for (a, l) in others {
        circle(h, "other", (across(*l), up(*a)), 5);
    }
    here(h, *ability, *legacy);
    text(h, "axis-name", "middle", (LEFT + SIDE / 2, BOTTOM + 24), right_axis.name.get(locale));
    text(h, "axis", "start", (LEFT, BOTTOM + 42), right_axis.low.get(locale));
    text(h, "axis", "end", (RIGHT, BOTTOM + 42), right_axis.high.get(locale));
    h.open("g", &[("transform", "translate(14 148) rotate(-90)")]);
    text(h, "axis-name", "middle", (0, 0), up_axis.name.get(locale));
    h.close("g").close("svg");
}

/// The box of what is still possible, and the dot where both scores are known.
fn here(h: &mut Html, ability: Measure, legacy: Measure) {
    let (x, y) = (across(legacy.interval.low), up(ability.interval.high));
    let size = (across(legacy.interval.high) - x + 12, up(ability.interval.low) - y + 12);
    rect(h, "possible", (x - 6, y - 6), size);
    if let Some((a, l)) = ability.score.zip(legacy.score) {
        circle(h, "here", (across(l), up(a)), 9);
    }
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

fn line(h: &mut Html, from: (i64, i64), to: (i64, i64)) {
    let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(|n| n.to_string());
    h.el("line", &[("class", "threshold"), ("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2)], "");
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
    use super::lines;

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
}
