//! Charts as SVG components: no style attributes, whole numbers only, shape besides colour, a table alternative for
//! each.

pub mod bars;
pub mod dots;
pub mod field;
#[cfg(all(test, feature = "ssr"))]
mod for_tests;
pub mod map;
pub mod parts;
pub mod qr;
pub mod radar;

use crate::domain::scoring::Score;

/// Places a score on an axis of `length` units that begins at `start`.
pub fn along(score: Score, start: i64, length: i64) -> i64 {
    start + (score.0 * length + 50_000_000) / 100_000_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_fall_between_the_ends_of_the_axis() {
        for (percent, place) in [(0, 10), (25, 60), (50, 110), (100, 210)] {
            assert_eq!(along(Score::from_percent(percent), 10, 200), place);
        }
    }
}
