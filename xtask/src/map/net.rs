//! The borders as one net, so that neighbours stay joined when corners are left out.

use super::shape::{Point, Ring, area, distance, nearest};
use std::collections::{BTreeMap, BTreeSet};

/// Corners, and the rings that run through them.
#[derive(Debug)]
pub struct Net {
    points: Vec<Point>,
    /// The county's number and the corners of a ring.
    rings: Vec<(usize, Vec<usize>)>,
}

impl Net {
    /// Makes one corner of those nearer than `reach`, and puts a corner of one county into the side of its neighbour
    /// where it lies on it.
    pub fn weld(counties: &[Vec<Ring>], reach: f64) -> Net {
        let mut net = Net { points: Vec::new(), rings: Vec::new() };
        for (n, county) in counties.iter().enumerate() {
            for ring in county {
                let mut corners: Vec<usize> = ring.iter().map(|p| net.corner(*p, reach)).collect();
                corners.dedup();
                net.rings.push((n, corners));
            }
        }
        let points = &net.points;
        for (_, ring) in &mut net.rings {
            let own: BTreeSet<usize> = ring.iter().copied().collect();
            let next = ring.iter().copied().cycle().skip(1);
            let with = ring.iter().copied().zip(next).flat_map(|(a, b)| {
                let side = (points[a], points[b]);
                let mut on: Vec<(f64, usize)> = Vec::new();
                for (n, point) in points.iter().enumerate().filter(|(n, _)| !own.contains(n)) {
                    let (at, along) = nearest(*point, side);
                    if distance(*point, at) < reach {
                        on.push((along, n));
                    }
                }
                on.sort_by(|x, y| x.0.total_cmp(&y.0));
                std::iter::once(a).chain(on.into_iter().map(|(_, n)| n))
            });
            *ring = with.collect();
        }
        net
    }

    fn corner(&mut self, point: Point, reach: f64) -> usize {
        if let Some(known) = self.points.iter().position(|p| distance(*p, point) < reach) {
            return known;
        }
        self.points.push(point);
        self.points.len() - 1
    }

    /// Leaves out corner after corner, the flattest first (Visvalingam and Whyatt 1993), while the triangle with its two
    /// neighbours is smaller than `smallest`. Where three borders meet, the corner stays.
    pub fn leave_out(&mut self, smallest: f64) {
        while let Some(corner) = self.flattest(smallest) {
            for (_, ring) in &mut self.rings {
                ring.retain(|c| *c != corner);
            }
        }
    }

    fn flattest(&self, smallest: f64) -> Option<usize> {
        let mut seen: BTreeMap<usize, (BTreeSet<usize>, f64)> = BTreeMap::new();
        for (_, ring) in &self.rings {
            let count = ring.len();
            for (n, corner) in ring.iter().enumerate() {
                let (before, after) = (ring[(n + count - 1) % count], ring[(n + 1) % count]);
                let entry = seen.entry(*corner).or_default();
                entry.0.extend([before, after]);
                // A ring of four corners is as simple as it gets.
                let triangle = area(&[self.points[before], self.points[*corner], self.points[after]]);
                entry.1 = entry.1.max(if count > 4 { triangle } else { f64::MAX });
            }
        }
        let free = seen.into_iter().filter(|(_, (beside, triangle))| beside.len() == 2 && *triangle < smallest);
        free.min_by(|a, b| a.1.1.total_cmp(&b.1.1)).map(|(corner, _)| corner)
    }

    /// The rings of a county, without islands smaller than `island`; the largest ring always.
    pub fn rings(&self, county: usize, island: f64) -> Vec<Ring> {
        let own = self.rings.iter().filter(|(n, _)| *n == county);
        let mut rings: Vec<Ring> = own.map(|(_, ring)| ring.iter().map(|c| self.points[*c]).collect()).collect();
        rings.sort_by(|a: &Ring, b: &Ring| area(b).total_cmp(&area(a)));
        let mut first = true;
        rings.retain(|r| std::mem::take(&mut first) || area(r) >= island);
        rings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two squares side by side; the left one has a corner in the middle of the common border that the right one lacks.
    fn squares() -> Net {
        let left = vec![[0.0, 0.0], [10.0, 0.0], [10.1, 5.0], [10.0, 10.0], [0.0, 10.0]];
        let right = vec![[10.02, 0.0], [20.0, 0.0], [20.0, 10.0], [15.0, 10.01], [10.0, 10.02]];
        Net::weld(&[vec![left], vec![right]], 0.2)
    }

    #[test]
    fn neighbours_get_the_same_corners() {
        let net = squares();
        assert_eq!(net.points.len(), 8);
        let [(_, left), (_, right)] = &net.rings[..] else { panic!() };
        assert_eq!(right.iter().filter(|c| left.contains(c)).count(), 3, "{net:?}");
    }

    #[test]
    fn a_flat_corner_goes_from_both_and_a_meeting_stays() {
        let mut net = squares();
        net.leave_out(1.0);
        assert_eq!(net.rings(0, 0.0)[0].len(), 4);
        assert_eq!(net.rings(1, 0.0)[0].len(), 4);
        assert!(net.rings.iter().all(|(_, r)| r.contains(&1) && r.contains(&3)), "{net:?}");
    }
}
