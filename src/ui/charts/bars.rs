//! How answers to one statement fall on the scale: one bar, a part for each step that anybody gave, with its count.

use super::dots::text;
use crate::ui::html::Html;

const WIDTH: i64 = 320;
const HEIGHT: i64 = 24;
/// Narrower parts have no room for a figure.
const ROOM: i64 = 14;

/// One part: the class that shades it, and how many answers it stands for.
pub struct Part {
    /// `step-1` and so on, or `open`.
    pub class: String,
    /// How many.
    pub count: u32,
}

/// The bar. `title` says in words what it shows.
pub fn bar(h: &mut Html, parts: &[Part], title: &str) {
    let view_box = ["0 0 ", &WIDTH.to_string(), " ", &HEIGHT.to_string()].concat();
    let drawing = [("class", "bar"), ("viewBox", view_box.as_str()), ("role", "img"), ("aria-label", title)];
    h.open("svg", &drawing);
    draw(h, parts, WIDTH);
    h.close("svg");
}

/// The parts of a bar of this width, without a frame.
pub fn draw(h: &mut Html, parts: &[Part], width: i64) {
    let all: i64 = parts.iter().map(|p| i64::from(p.count)).sum();
    let mut before = 0;
    for part in parts.iter().filter(|p| p.count > 0) {
        let (from, to) = (before * width / all, (before + i64::from(part.count)) * width / all);
        before += i64::from(part.count);
        super::dots::rect(h, &part.class, (from, 0), (to - from, HEIGHT));
        if to - from >= ROOM {
            let class = ["count ", &part.class].concat();
            text(h, &class, "middle", ((from + to) / 2, 17), &part.count.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_fill_the_bar_and_empty_ones_are_left_out() {
        let mut h = Html::new();
        let part = |class: &str, count| Part { class: class.into(), count };
        bar(&mut h, &[part("a", 1), part("b", 0), part("c", 2)], "t");
        let html = h.finish();
        assert!(html.contains("class=\"a\" x=\"0\" y=\"0\" width=\"106\"") && !html.contains("class=\"b\""), "{html}");
        assert!(html.contains("class=\"c\" x=\"106\" y=\"0\" width=\"214\""), "{html}");
    }
}
