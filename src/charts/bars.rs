//! How answers to one statement fall on the scale: one bar, a part for each step that anybody gave. Each part holds the
//! step and has its count below, so that nothing is told by colour alone.

use super::parts::{Anchor, Label, Point, Rect};
use leptos::prelude::*;
use leptos::svg::Svg;

const WIDTH: i64 = 320;
const HEIGHT: i64 = 24;
/// With the counts below.
pub const ALL: i64 = HEIGHT + 16;
/// The room that a figure of one digit needs, and each digit more.
const ROOM: i64 = 14;
const DIGIT: i64 = 8;

/// One part: the class that shades it, the step it is, and how many answers it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// `step-1` and so on, or `open`.
    pub class: String,
    /// The step; empty for what is no step.
    pub step: String,
    /// How many.
    pub count: u32,
}

/// The bar.
#[component]
pub fn Bars(
    /// The parts from the left. Those without answers are left out.
    parts: Vec<Part>,
    /// What it shows, in words: its accessible name.
    #[prop(into)]
    title: String,
    /// The drawing, to save it as a picture.
    #[prop(optional)]
    node_ref: NodeRef<Svg>,
) -> impl IntoView {
    let segments = segments(&parts, WIDTH);
    let frame = (!segments.is_empty()).then(|| view! { <Rect class="frame" at=(0, 0) size=(WIDTH, HEIGHT)/> });
    view! {
        <svg node_ref=node_ref class="bar" viewBox=format!("0 0 {WIDTH} {ALL}") role="img" aria-label=title>
            {segments.into_iter().map(|segment| view! { <Shade segment/> }).collect_view()}
            {frame}
        </svg>
    }
    .into_any()
}

/// One part with its step in it and its count below.
#[component]
fn Shade(segment: Segment) -> impl IntoView {
    let Segment { class, from, to, figures } = segment;
    view! {
        <Rect class at=(from, 0) size=(to - from, HEIGHT)/>
        {figures
            .into_iter()
            .map(|Figure { class, at, text }| view! { <Label class at anchor=Anchor::Middle text/> })
            .collect_view()}
    }
}

/// A part of a bar at its place.
#[derive(Debug, PartialEq, Eq)]
struct Segment {
    class: String,
    from: i64,
    to: i64,
    figures: Vec<Figure>,
}

/// A figure in a part or below it.
#[derive(Debug, PartialEq, Eq)]
struct Figure {
    class: String,
    at: Point,
    text: String,
}

/// The parts that anybody gave, side by side over a width.
fn segments(parts: &[Part], width: i64) -> Vec<Segment> {
    let all: i64 = parts.iter().map(|part| i64::from(part.count)).sum();
    let mut before = 0;
    parts
        .iter()
        .filter(|part| part.count > 0)
        .map(|part| {
            let from = before * width / all;
            before += i64::from(part.count);
            let to = before * width / all;
            Segment { class: part.class.clone(), from, to, figures: figures(part, from, to) }
        })
        .collect()
}

/// The step of a part and its count, where there is room for them.
fn figures(part: &Part, from: i64, to: i64) -> Vec<Figure> {
    let middle = (from + to) / 2;
    let step = Figure { class: format!("on {}", part.class), at: (middle, 17), text: part.step.clone() };
    let count = Figure { class: "axis".into(), at: (middle, HEIGHT + 13), text: part.count.to_string() };
    let fits = |figure: &Figure| {
        let digits = i64::try_from(figure.text.len()).unwrap_or(0);
        digits > 0 && to - from >= ROOM + DIGIT * (digits - 1)
    };
    [step, count].into_iter().filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(class: &str, step: &str, count: u32) -> Part {
        Part { class: class.into(), step: step.into(), count }
    }

    fn texts(segments: &[Segment]) -> Vec<&str> {
        segments.iter().flat_map(|segment| &segment.figures).map(|figure| figure.text.as_str()).collect()
    }

    #[test]
    fn parts_fill_the_bar_and_empty_ones_are_left_out() {
        let parts = segments(&[part("a", "7", 1), part("b", "7", 0), part("c", "7", 2)], WIDTH);
        let places: Vec<_> = parts.iter().map(|part| (part.class.as_str(), part.from, part.to)).collect();
        assert_eq!(places, [("a", 0, 106), ("c", 106, 320)]);
        assert_eq!(texts(&parts), ["7", "1", "7", "2"]);
    }

    #[test]
    fn a_part_too_narrow_for_a_figure_has_none() {
        let parts = segments(&[part("a", "1", 1), part("a", "2", 1), part("a", "3", 998)], 320);
        assert_eq!(texts(&parts), ["3", "998"]);
    }

    #[cfg(feature = "ssr")]
    #[test]
    fn every_part_is_drawn_with_its_figures() {
        use crate::charts::for_tests::{html, is_a_chart, is_drawn_as};
        for counts in [&[][..], &[0, 0], &[1, 0, 3, 2, 1, 7], &[1, 1, 998]] {
            let parts = counts.iter().zip(1..).map(|(count, n)| {
                let step = if n == 6 { String::new() } else { n.to_string() };
                part(&format!("step-{n}"), &step, *count)
            });
            let parts: Vec<Part> = parts.collect();
            let drawn = html(|| view! { <Bars parts title="Så föll svaren"/> });
            is_a_chart(&drawn, "Så föll svaren", 1);
            is_drawn_as(&format!("bars-{}", counts.len()), &drawn);
        }
    }
}
