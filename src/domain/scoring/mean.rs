//! Exact means.

use super::Score;

/// The score of 100 %.
pub(super) const FULL: i64 = 100_000_000;

impl Score {
    /// A whole percent, 0–100.
    pub fn from_percent(percent: u32) -> Score {
        Score(i64::from(percent.min(100)) * 1_000_000)
    }

    /// Tenths of a percent for showing one decimal, a half rounded up.
    pub fn tenths(self) -> i64 {
        (self.0 + 50_000) / 100_000
    }

    /// Hundredths of a percent for sending, a half rounded up.
    pub fn hundredths(self) -> i64 {
        (self.0 + 5_000) / 10_000
    }

    /// The score as seen from the other end: 100 % less it.
    pub fn mirrored(self) -> Score {
        Score(FULL - self.0)
    }
}

/// The percent of a step of a scale: its position between the first (0 %) and the last (100 %), mirrored where agreement
/// means low maturity (domain report 1.5).
pub(super) fn of_step(step: u8, steps: u8, reversed: bool) -> Score {
    let (over, span) = (i64::from(step) - 1, i64::from(steps) - 1);
    let score = Score(divide(over * FULL, span));
    if reversed { score.mirrored() } else { score }
}

/// A mean as it is gathered.
#[derive(Clone, Copy, Default)]
pub(super) struct Mean {
    sum: i64,
    weight: i64,
}

impl Mean {
    /// Adds one score with its weight.
    pub fn add(&mut self, score: Score, weight: u32) {
        self.sum += score.0 * i64::from(weight);
        self.weight += i64::from(weight);
    }

    /// The mean; `None` of nothing.
    pub fn get(self) -> Option<Score> {
        (self.weight > 0).then(|| Score(divide(self.sum, self.weight)))
    }
}

/// Rounds a half to the even side, so that a mirrored mean is exactly the mirror of the mean.
pub(super) fn divide(sum: i64, by: i64) -> i64 {
    if by == 0 {
        return 0;
    }
    let (whole, rest) = (sum.div_euclid(by), sum.rem_euclid(by));
    match (rest * 2).cmp(&by) {
        std::cmp::Ordering::Less => whole,
        std::cmp::Ordering::Greater => whole + 1,
        std::cmp::Ordering::Equal => whole + whole.rem_euclid(2),
    }
}

/// The square root of a non-negative whole number, rounded down.
pub(super) fn root(square: i64) -> i64 {
    if square <= 0 {
        return 0;
    }
    // Newton's method from above ends on the floor.
    let mut guess = square;
    loop {
        let next = (guess + square / guess) / 2;
        if next >= guess {
            return guess;
        }
        guess = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_totals_are_means_of_the_dimensions() {
        // Karlskoga 2022–2024: legacy and ability to maturity (domain report 1.5).
        for (legacy, ability, tenths) in [(59, 47, 530), (71, 56, 635), (72, 57, 645)] {
            let mut mean = Mean::default();
            mean.add(Score::from_percent(legacy), 1);
            mean.add(Score::from_percent(ability), 1);
            assert_eq!(mean.get().map(Score::tenths), Some(tenths));
        }
    }

    #[test]
    fn steps_are_spread_evenly_and_mirrored_when_reversed() {
        let percents: Vec<i64> = (1..=6).map(|s| of_step(s, 6, false).0 / 1_000_000).collect();
        assert_eq!(percents, [0, 20, 40, 60, 80, 100]);
        assert_eq!(of_step(2, 6, true), Score::from_percent(80));
        assert_eq!(of_step(2, 4, false), Score(33_333_333));
    }

    #[test]
    fn a_half_goes_to_the_even_side() {
        assert_eq!([divide(1, 2), divide(3, 2), divide(5, 2), divide(7, 3), divide(8, 3)], [0, 2, 2, 2, 3]);
    }

    #[test]
    fn roots_are_floors() {
        for n in 0..2000 {
            let r = root(n);
            assert!(r * r <= n && (r + 1) * (r + 1) > n, "{n}");
        }
    }

    #[test]
    fn showing_rounds_a_half_up() {
        assert_eq!((Score(63_450_000).tenths(), Score(63_449_999).tenths()), (635, 634));
        assert_eq!(Score(5_000).hundredths(), 1);
    }
}
