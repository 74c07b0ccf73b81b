//! Marks pushed apart until none hides another.

use super::Mark;
use crate::domain::award::{Map, Stage};

/// Marks nearer than their sizes are pushed apart: fine steps of a unit, and how often at most.
const FINE: i32 = 16;
const ROUNDS: usize = 40;
/// A mark moved further than this gets a line to its place.
const MOVED: i32 = 7;

/// A mark, where it belongs and where it is shown, in fine steps.
pub(super) struct Spot {
    pub(super) mark: Mark,
    /// Its place.
    pub(super) place: [i32; 2],
    pub(super) shown: [i32; 2],
}

impl Spot {
    /// Half its size, and a little air.
    pub(super) fn reach(&self) -> i32 {
        let size = match self.mark.stage {
            Stage::Winner => 19,
            Stage::Finalist => 15,
            Stage::Nominated => 14,
        };
        size * FINE
    }

    /// Where it is shown, in units of the map.
    pub(super) fn whole(&self) -> [i32; 2] {
        self.shown.map(|n| (n + FINE / 2).div_euclid(FINE))
    }

    /// The place, for a mark so far from it that it needs a line to it.
    pub(super) fn seat(&self) -> Option<[i32; 2]> {
        let ([x, y], [from_x, from_y]) = (self.whole(), self.place);
        ((x - from_x).abs().max((y - from_y).abs()) > MOVED).then_some(self.place)
    }
}

/// The marks at their places, pushed apart until none hides another; the winner last, on top.
pub(super) fn spread(map: &Map, marks: &[Mark]) -> Vec<Spot> {
    let mut spots = Vec::new();
    for stage in Stage::ALL.into_iter().rev() {
        for mark in marks.iter().filter(|m| m.stage == stage) {
            if let Some(place) = map.place(&mark.code) {
                spots.push(Spot { mark: mark.clone(), place, shown: place.map(|n| n * FINE) });
            }
        }
    }
    for _ in 0..ROUNDS {
        if !push(&mut spots) {
            break;
        }
    }
    spots
}

/// Pushes every pair that is too near apart, each half the way. Whether any was.
fn push(spots: &mut [Spot]) -> bool {
    let mut any = false;
    for n in 1..spots.len() {
        let (before, rest) = spots.split_at_mut(n);
        let Some(one) = rest.first_mut() else { continue };
        for other in before {
            let ([x, y], room) = (one.shown, one.reach() + other.reach());
            let [mut dx, dy] = [x - other.shown[0], y - other.shown[1]];
            if dx.abs() >= room || dy.abs() >= room {
                continue;
            }
            if [dx, dy] == [0, 0] {
                dx = 1;
            }
            let far = (dx * dx + dy * dy).isqrt().max(1);
            if far < room {
                any = true;
                let step = |d: i32| d * (room - far + FINE) / (2 * far);
                one.shown = [x + step(dx), y + step(dy)];
                other.shown = [other.shown[0] - step(dx), other.shown[1] - step(dy)];
            }
        }
    }
    any
}

/// One mark for each municipality.
pub(super) fn furthest(marks: &[Mark]) -> Vec<Mark> {
    let mut once: Vec<Mark> = Vec::new();
    for mark in marks {
        match once.iter_mut().find(|m| m.code == mark.code) {
            Some(known) if mark.stage < known.stage => *known = mark.clone(),
            Some(_) => {}
            None => once.push(mark.clone()),
        }
    }
    once
}
