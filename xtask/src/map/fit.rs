//! Finds where on the map a longitude and latitude lie.
//!
//! The package does not say how it is drawn. Of plain degrees, Mercator on a sphere, transverse Mercator (15, 15.8 and 16.5
//! degrees east) and Mercator on the ellipsoid, the last fits best, with one scale and no turning: three unknowns,
//! found by laying the map's outline on the outline of Natural Earth, nearest point by nearest point.

use super::shape::{Point, Ring, distance, nearest, sides};
use anyhow::{Result, ensure};

/// Eccentricity of the WGS 84 ellipsoid.
const E: f64 = 0.081_819_190_8;
/// Kilometres a degree of longitude at the equator.
const DEGREE: f64 = 111.319_5;
/// The middle of the country, where kilometres are stated.
const MIDDLE: f64 = 62.0;
/// A corner nearer than this to another county (units of the package) lies on a border between counties.
const BORDER: f64 = 1.5;
/// Which corners count in each round: those nearer than this to the outline. The last is what the error is stated of:
/// Mälaren and islands that one of the two maps leaves out lie further away.
const ROUNDS: [(f64, usize); 4] = [(30.0, 8), (10.0, 8), (3.0, 8), (3.0, 8)];

/// The projection and how well it fits. Lengths in units of the package.
#[derive(Debug)]
pub struct Fit {
    /// Units a degree of longitude.
    pub scale: f64,
    moved: Point,
    /// The middle distance between the two outlines.
    pub median: f64,
    /// The distance that nine of ten corners keep within.
    pub most: f64,
    /// Kilometres of one unit in the middle of the country.
    pub km: f64,
    counted: (usize, usize),
}

impl Fit {
    /// A place on the map.
    pub fn place(&self, lon: f64, lat: f64) -> Point {
        let [x, y] = mercator([lon, lat]);
        [x * self.scale + self.moved[0], y * self.scale + self.moved[1]]
    }

    /// The error in words, in units of a map `times` as large.
    pub fn told(&self, times: f64) -> String {
        format!(
            "the outlines lie {:.2} units ({:.2} km) apart in the middle, nine of ten within {:.2} ({:.2} km); {} of {} corners",
            self.median * times,
            self.median * self.km,
            self.most * times,
            self.most * self.km,
            self.counted.0,
            self.counted.1,
        )
    }
}

/// Fits the counties of the package to an outline in degrees.
pub fn to(counties: &[Vec<Ring>], outline: &[(Point, Point)]) -> Result<Fit> {
    let coast = coast(counties);
    let outline: Vec<_> = outline.iter().map(|(a, b)| (mercator(*a), mercator(*b))).collect();
    let mut fit = start(&coast, &outline);
    for (limit, times) in ROUNDS {
        for _ in 0..times {
            fit.step(&coast, &outline, limit);
        }
    }
    ensure!(fit.counted.0 * 5 > fit.counted.1 * 4, "the outlines do not fit: {}", fit.told(1.0));
    Ok(fit)
}

/// Degrees to degrees of the equator, y down.
fn mercator([lon, lat]: Point) -> Point {
    let sine = lat.to_radians().sin();
    [lon, -(sine.atanh() - E * (E * sine).atanh()).to_degrees()]
}

/// The corners that no other county comes near.
fn coast(counties: &[Vec<Ring>]) -> Vec<Point> {
    let mut found = Vec::new();
    for (n, county) in counties.iter().enumerate() {
        let others: Vec<_> =
            counties.iter().enumerate().filter(|(m, _)| *m != n).flat_map(|(_, c)| c).flat_map(|r| sides(r)).collect();
        found.extend(
            county.iter().flatten().filter(|p| others.iter().all(|s| distance(**p, nearest(**p, *s).0) > BORDER)),
        );
    }
    found
}

/// The two laid on each other by their northernmost and southernmost points.
fn start(coast: &[Point], outline: &[(Point, Point)]) -> Fit {
    let ends = |points: &[Point], axis: usize| {
        points.iter().map(|p| p[axis]).fold((f64::MAX, f64::MIN), |(low, high), n| (low.min(n), high.max(n)))
    };
    let corners: Vec<Point> = outline.iter().map(|(a, _)| *a).collect();
    let ((top, bottom), (north, south)) = (ends(coast, 1), ends(&corners, 1));
    let scale = (bottom - top) / (south - north);
    let moved = [ends(coast, 0).1 - ends(&corners, 0).1 * scale, top - north * scale];
    let km = DEGREE * MIDDLE.to_radians().cos() / scale;
    Fit { scale, moved, median: 0.0, most: 0.0, km, counted: (0, coast.len()) }
}

impl Fit {
    /// Pairs every corner with the nearest point of the outline, and moves and scales by least squares.
    fn step(&mut self, coast: &[Point], outline: &[(Point, Point)], limit: f64) {
        let (scale, moved) = (self.scale, self.moved);
        let on_map = |p: Point| [p[0] * scale + moved[0], p[1] * scale + moved[1]];
        let outline: Vec<_> = outline.iter().map(|(a, b)| (on_map(*a), on_map(*b))).collect();
        let near = |p: &Point| {
            let points = outline.iter().map(|s| nearest(*p, *s).0);
            points.fold(([0.0, 0.0], f64::MAX), |best, q| {
                let far = distance(*p, q);
                if far < best.1 { (q, far) } else { best }
            })
        };
        let pairs: Vec<_> = coast.iter().map(|p| (*p, near(p))).filter(|(_, (_, far))| *far < limit).collect();
        let mean = |points: Vec<Point>| {
            let sum = points.into_iter().fold([0.0, 0.0], |a, b| [a[0] + b[0], a[1] + b[1]]);
            sum.map(|n| n / pairs.len() as f64)
        };
        let here = mean(pairs.iter().map(|p| p.0).collect());
        let there = mean(pairs.iter().map(|p| p.1.0).collect());
        let (mut both, mut own) = (0.0, 0.0);
        for (p, (q, _)) in &pairs {
            for axis in [0, 1] {
                both += (p[axis] - here[axis]) * (q[axis] - there[axis]);
                own += (q[axis] - there[axis]).powi(2);
            }
        }
        let growth = both / own;
        self.scale *= growth;
        self.moved = [0, 1].map(|axis| here[axis] - growth * (there[axis] - moved[axis]));
        self.km = DEGREE * MIDDLE.to_radians().cos() / self.scale;
        let mut far: Vec<f64> = pairs.iter().map(|(_, (_, far))| *far).collect();
        far.sort_by(f64::total_cmp);
        self.median = far.get(far.len() / 2).copied().unwrap_or(f64::MAX);
        self.most = far.get(far.len() * 9 / 10).copied().unwrap_or(f64::MAX);
        self.counted = (far.len(), coast.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_drawn_by_mercator_is_found_again() {
        let corner = |n: u32| {
            let turn = f64::from(n) * 0.1;
            [16.0 + 4.0 * turn.cos() + 0.6 * (3.0 * turn).cos(), 62.0 + 6.0 * turn.sin()]
        };
        let ring: Vec<Point> = (0..62).map(corner).collect();
        let drawn: Ring =
            ring.iter().map(|p| mercator(*p).map(|n| n * 26.0)).map(|[x, y]| [x - 290.0, y + 2500.0]).collect();
        let outline: Vec<_> = sides(&ring).collect();
        let fit = to(&[vec![drawn]], &outline).unwrap();
        assert!((fit.scale - 26.0).abs() < 0.01 && fit.most < 0.01, "{fit:?}");
        let [x, y] = fit.place(16.0, 0.0);
        assert!((x - 126.0).abs() < 0.1 && (y - 2500.0).abs() < 1.0, "{x} {y}");
    }
}
