//! Points, rings and SVG paths.

use anyhow::{Context, Result, bail};

/// x to the right, y down.
pub type Point = [f64; 2];
/// A closed line; the last point is joined to the first.
pub type Ring = Vec<Point>;

/// Reads a path of `m` and `z` only, in relative numbers, which is all that the package uses.
pub fn read(path: &str) -> Result<Vec<Ring>> {
    let (mut rings, mut ring, mut at) = (Vec::new(), Ring::new(), [0.0, 0.0]);
    for word in path.split_whitespace() {
        match word {
            "m" => ring = Ring::new(),
            "z" => {
                at = *ring.first().context("an empty ring")?;
                rings.push(std::mem::take(&mut ring));
            }
            pair => {
                let (x, y) = pair.split_once(',').with_context(|| format!("\"{pair}\" in a path"))?;
                at = [at[0] + x.parse::<f64>()?, at[1] + y.parse::<f64>()?];
                ring.push(at);
            }
        }
    }
    if !ring.is_empty() || rings.is_empty() {
        bail!("a path that is not closed");
    }
    Ok(rings)
}

/// Writes rings as a path in whole numbers: `M` with a place, then steps, without what can be left out.
pub fn path(rings: &[Ring], scale: f64) -> String {
    let mut out = String::new();
    for ring in rings {
        let mut points: Vec<[i64; 2]> = ring.iter().map(|p| p.map(|n| (n * scale).round() as i64)).collect();
        points.dedup();
        if points.len() < 3 {
            continue;
        }
        let mut last = [0, 0];
        for (n, point) in points.iter().enumerate() {
            let [dx, dy] = [point[0] - last[0], point[1] - last[1]];
            match n {
                0 => out += &format!("M{dx}{}", joined(dy)),
                1 => out += &format!("l{dx}{}", joined(dy)),
                _ => out += &format!("{}{}", joined(dx), joined(dy)),
            }
            last = *point;
        }
        out.push('z');
    }
    out
}

/// A number after a number: the sign parts them, else a space.
fn joined(n: i64) -> String {
    if n < 0 { n.to_string() } else { format!(" {n}") }
}

/// The sides of a ring.
pub fn sides(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

/// The nearest point of a side, and how far along it lies (0–1).
pub fn nearest(p: Point, (a, b): (Point, Point)) -> (Point, f64) {
    let d = [b[0] - a[0], b[1] - a[1]];
    let length = d[0] * d[0] + d[1] * d[1];
    let along = ((p[0] - a[0]) * d[0] + (p[1] - a[1]) * d[1]) / length.max(1e-12);
    let along = along.clamp(0.0, 1.0);
    ([a[0] + along * d[0], a[1] + along * d[1]], along)
}

/// The distance between two points.
pub fn distance(a: Point, b: Point) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

/// How far outside these rings a point lies; 0 inside.
pub fn outside(p: Point, rings: &[Ring]) -> f64 {
    let crosses = |(a, b): &(Point, Point)| {
        (a[1] > p[1]) != (b[1] > p[1]) && p[0] < (b[0] - a[0]) * (p[1] - a[1]) / (b[1] - a[1]) + a[0]
    };
    if rings.iter().flat_map(|r| sides(r)).filter(crosses).count() % 2 == 1 {
        return 0.0;
    }
    rings.iter().flat_map(|r| sides(r)).map(|s| distance(p, nearest(p, s).0)).fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_and_written_shorter() {
        let rings = read("m 1,1 4,0 0,4 -4,0 z m 10,0 1,0 0,1 z").unwrap();
        assert_eq!(rings[0], [[1.0, 1.0], [5.0, 1.0], [5.0, 5.0], [1.0, 5.0]]);
        assert_eq!(rings[1][0], [11.0, 1.0]);
        assert_eq!(path(&rings, 2.0), "M2 2l8 0 0 8-8 0zM22 2l2 0 0 2z");
        assert!(read("m 1,1 2,2").is_err() && read("m 1,1 c 2,2 z").is_err());
    }

    #[test]
    fn outside_is_a_distance() {
        let rings = read("m 0,0 10,0 0,10 -10,0 z").unwrap();
        assert_eq!(outside([5.0, 5.0], &rings), 0.0);
        assert_eq!(outside([13.0, 14.0], &rings), 5.0);
    }
}
