//! The spider chart that the field expects: one axis a category. It stands beside the ranked dots, which are read faster;
//! its area says nothing.

use super::dots::text;
use crate::domain::scoring::Score;
use crate::strings::html::Html;

/// The middle of the drawing and the length of an axis, in units of the view box.
const MIDDLE: (i64, i64) = (210, 150);
const LENGTH: i64 = 110;

/// One axis.
pub struct Axis {
    /// The category's name.
    pub name: String,
    /// Its score; none is drawn at the middle.
    pub score: Option<Score>,
}

/// The chart. Draws nothing with fewer than three axes.
pub fn radar(h: &mut Html, axes: &[Axis], threshold: Score, title: &str) {
    if axes.len() < 3 {
        return;
    }
    h.open("svg", &[("class", "radar"), ("viewBox", "0 0 420 300"), ("role", "img"), ("aria-label", title)]);
    for percent in [25, 50, 75, 100] {
        polygon(h, "grid", axes, |_| Score::from_percent(percent));
    }
    polygon(h, "threshold", axes, |_| threshold);
    for index in 0..axes.len() {
        let (x, y) = place(index, axes.len(), Score::from_percent(100));
        let [x1, y1, x2, y2] = [MIDDLE.0, MIDDLE.1, x, y].map(|n| n.to_string());
        h.el("line", &[("class", "grid"), ("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2)], "");
    }
    polygon(h, "web", axes, |axis| axis.score.unwrap_or_default());
    for (index, axis) in axes.iter().enumerate() {
        let (x, y) = place(index, axes.len(), Score(115_000_000));
        let anchor = match x - MIDDLE.0 {
            -10..=10 => "middle",
            11.. => "start",
            _ => "end",
        };
        text(h, "label", anchor, (x, y + 5), &axis.name);
    }
    h.close("svg");
}

fn polygon(h: &mut Html, class: &str, axes: &[Axis], score: impl Fn(&Axis) -> Score) {
    let mut points = String::new();
    for (index, axis) in axes.iter().enumerate() {
        let (x, y) = place(index, axes.len(), score(axis));
        points.push_str(&[&x.to_string(), ",", &y.to_string(), " "].concat());
    }
    h.el("polygon", &[("class", class), ("points", points.trim_end())], "");
}

/// Where a score lies on an axis. The first axis points upwards, the others follow the clock.
fn place(index: usize, axes: usize, score: Score) -> (i64, i64) {
    let angle = std::f64::consts::TAU * index as f64 / axes as f64;
    let length = LENGTH as f64 * score.0 as f64 / 100_000_000.0;
    (MIDDLE.0 + (length * angle.sin()).round() as i64, MIDDLE.1 - (length * angle.cos()).round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_follow_the_clock_from_the_top() {
        let full = Score::from_percent(100);
        let places: Vec<_> = (0..4).map(|i| place(i, 4, full)).collect();
        assert_eq!(places, [(210, 40), (320, 150), (210, 260), (100, 150)]);
        assert_eq!(place(3, 6, Score(0)), MIDDLE);
    }
}
