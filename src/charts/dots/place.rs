//! Where the marks of a row lie.

use super::{Kind, Row};
use crate::charts::along;
use crate::charts::parts::Point;
use crate::domain::scoring::Score;
use crate::domain::text::Locale;
use crate::i18n::percent;

/// The layout of one of the two drawings; units of the view box.
#[derive(Clone, Copy)]
pub(super) struct Layout {
    pub(super) class: &'static str,
    pub(super) width: i64,
    pub(super) start: i64,
    pub(super) length: i64,
    pub(super) row: i64,
    /// How far below a row's top its axis lies.
    pub(super) middle: i64,
    /// Where in a row its label's baseline begins.
    pub(super) label: (i64, i64),
}

pub(super) const WIDE: Layout =
    Layout { class: "wide", width: 640, start: 170, length: 390, row: 38, middle: 19, label: (0, 24) };
/// On a phone the label stands above its bar.
pub(super) const NARROW: Layout =
    Layout { class: "narrow", width: 320, start: 8, length: 248, row: 52, middle: 34, label: (8, 18) };

impl Layout {
    /// How far from the left a score lies.
    pub(super) fn place(&self, score: Score) -> i64 {
        along(score, self.start, self.length)
    }

    /// Where the axes end and their figures begin.
    pub(super) fn bottom(&self, rows: usize) -> i64 {
        self.row * i64::try_from(rows).unwrap_or(0) + 4
    }
}

/// A row with everything at its place, in units of the view box.
#[derive(Debug, PartialEq)]
pub(super) struct Placed {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// The middle of its marks, from the top.
    pub(super) y: i64,
    pub(super) label: Point,
    /// From where to where the pale band of the interval goes.
    pub(super) band: (i64, i64),
    pub(super) spread: Option<(i64, i64)>,
    /// The line from an earlier score to this one.
    pub(super) change: Option<(i64, i64)>,
    pub(super) before: Option<i64>,
    pub(super) score: Option<i64>,
    pub(super) target: Option<i64>,
    pub(super) value: String,
    /// Where the value ends.
    pub(super) width: i64,
}

/// Lays out the row with this index.
pub(super) fn placed(row: &Row, layout: &Layout, index: i64, locale: Locale) -> Placed {
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

#[cfg(test)]
pub(super) fn row(kind: Kind, score: Option<u32>, before: Option<(u32, bool)>) -> Row {
    let of = Score::from_percent;
    Row {
        name: "Öppna data".into(),
        kind,
        measure: crate::domain::scoring::Measure {
            score: score.map(of),
            interval: crate::domain::scoring::Interval { low: of(20), high: of(80) },
        },
        before: before.map(|(score, joined)| (of(score), joined)),
        target: Some(of(75)),
        spread: Some((of(30), of(60))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
