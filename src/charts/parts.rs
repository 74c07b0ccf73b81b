//! The few shapes that charts are drawn with. Lengths are whole units of a chart's view box.

use leptos::prelude::*;

/// A place in a chart: from the left, from the top.
pub type Point = (i64, i64);

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

impl Anchor {
    fn word(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

/// A straight line.
#[component]
pub(super) fn Line(
    /// Decides its look, see `style/results.css`.
    class: &'static str,
    /// Where it begins.
    from: Point,
    /// Where it ends.
    to: Point,
) -> impl IntoView {
    view! { <line class=class x1=from.0 x2=to.0 y1=from.1 y2=to.1/> }
}

/// A rectangle.
#[component]
pub(super) fn Rect(
    /// Decides its look.
    #[prop(into)]
    class: String,
    /// Its upper left corner.
    at: Point,
    /// Its width and height.
    size: Point,
) -> impl IntoView {
    view! { <rect class=class x=at.0 y=at.1 width=size.0 height=size.1/> }
}

/// A circle.
#[component]
pub(super) fn Circle(
    /// Decides its look.
    class: &'static str,
    /// Its middle.
    at: Point,
    /// Its radius.
    radius: i64,
) -> impl IntoView {
    view! { <circle class=class cx=at.0 cy=at.1 r=radius/> }
}

/// A closed figure with straight sides.
#[component]
pub(super) fn Polygon(
    /// Decides its look.
    class: &'static str,
    /// Its corners in order.
    corners: Vec<Point>,
) -> impl IntoView {
    view! { <polygon class=class points=points(&corners)/> }
}

/// One line of text.
#[component]
pub(super) fn Label(
    /// Decides its look.
    #[prop(into)]
    class: String,
    /// Where its baseline is.
    at: Point,
    /// Which end of it stands there.
    anchor: Anchor,
    /// What it says.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <text class=class x=at.0 y=at.1 text-anchor=anchor.word()>{text}</text> }
}

/// The corners of a diamond around a point, from the upper one with the clock.
pub(super) fn diamond((x, y): Point, half: i64) -> Vec<Point> {
    vec![(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
}

/// The value of the attribute `points`.
fn points(corners: &[Point]) -> String {
    corners.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diamond_has_its_corners_above_right_below_and_left() {
        assert_eq!(points(&diamond((10, 20), 8)), "10,12 18,20 10,28 2,20");
    }
}
