//! The spider chart that the field expects: one axis a category. It stands beside the ranked dots, which are read faster;
//! its area says nothing.

use super::parts::{Anchor, Label, Line, Point, Polygon};
use crate::domain::scoring::Score;
use leptos::prelude::*;
use leptos::svg::Svg;

/// The middle of the drawing and the length of an axis, in units of the view box.
const MIDDLE: (i64, i64) = (210, 150);
const LENGTH: i64 = 110;

/// One axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The category's name.
    pub name: String,
    /// Its score; none is drawn at the middle.
    pub score: Option<Score>,
}

/// The chart. Draws nothing with fewer than three axes.
#[component]
pub fn Radar(
    /// The axes, from the top with the clock.
    axes: Vec<Axis>,
    /// The score that the instrument cuts at.
    threshold: Score,
    /// What the chart shows, as a sentence: its accessible name.
    #[prop(into)]
    title: String,
    /// The drawing, to save it as a picture.
    #[prop(optional)]
    node_ref: NodeRef<Svg>,
) -> impl IntoView {
    let count = axes.len();
    let drawn = move || {
        let full = Score::from_percent(100);
        let ring = |score| corners(count, |_| score);
        let web = corners(count, |index| axes.get(index).and_then(|axis| axis.score).unwrap_or_default());
        let names = axes.into_iter().zip(name_places(count));
        view! {
            <svg node_ref=node_ref class="radar" viewBox="0 0 420 300" role="img" aria-label=title>
                {[25, 50, 75, 100]
                    .into_iter()
                    .map(|percent| view! { <Polygon class="grid" corners=ring(Score::from_percent(percent))/> })
                    .collect_view()}
                <Polygon class="threshold" corners=ring(threshold)/>
                {ring(full).into_iter().map(|to| view! { <Line class="grid" from=MIDDLE to/> }).collect_view()}
                <Polygon class="web" corners=web/>
                {names
                    .map(|(axis, (at, anchor))| view! { <Label class="label" at anchor text=axis.name/> })
                    .collect_view()}
            </svg>
        }
    };
    (count >= 3).then(drawn).into_any()
}

/// A corner on each of so many axes.
fn corners(axes: usize, score: impl Fn(usize) -> Score) -> Vec<Point> {
    (0..axes).map(|index| place(index, axes, score(index))).collect()
}

/// Where the names of so many axes stand, a little outside their ends.
fn name_places(axes: usize) -> Vec<(Point, Anchor)> {
    let around = |(x, y): Point| {
        let anchor = match x - MIDDLE.0 {
            -10..=10 => Anchor::Middle,
            11.. => Anchor::Start,
            _ => Anchor::End,
        };
        ((x, y + 5), anchor)
    };
    corners(axes, |_| Score(115_000_000)).into_iter().map(around).collect()
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

    #[test]
    fn names_stand_beyond_their_axes() {
        let places = [((210, 28), Anchor::Middle), ((337, 155), Anchor::Start), ((210, 282), Anchor::Middle)];
        assert_eq!(name_places(4).get(..3), Some(&places[..]));
        assert_eq!(name_places(4).last(), Some(&((83, 155), Anchor::End)));
    }

    #[cfg(feature = "ssr")]
    #[test]
    fn it_is_drawn_with_three_axes_or_more() {
        use crate::charts::for_tests::{html, is_a_chart, is_drawn_as};
        for count in [0, 2, 3, 6, 7] {
            let axis =
                |n: u32| Axis { name: format!("Axel {n}"), score: (n != 2).then(|| Score::from_percent(n * 15)) };
            let (axes, threshold): (Vec<Axis>, _) = ((0..count).map(axis).collect(), Score::from_percent(50));
            let drawn = html(|| view! { <Radar axes threshold title="Profilen"/> });
            is_a_chart(&drawn, "Profilen", usize::from(count > 2));
            match count {
                0..3 => assert_eq!(drawn, ""),
                _ => is_drawn_as(&format!("radar-{count}"), &drawn),
            }
        }
    }
}
