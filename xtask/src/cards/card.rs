//! A card, laid out: what stands where. `templates/card.svg` draws it.

use super::colour::Colour;
use super::map::Country;
use super::pill::Pill;
use super::text::Block;
use super::typeface::{Line, Weight};
use askama::Template;

/// The measure of a share picture, in pixels.
pub const WIDTH: f32 = 1200.0;
/// See [`WIDTH`].
pub const HEIGHT: f32 = 630.0;
/// The air between steps, and from the left edge of one to that of the next: they go from edge to edge.
const GAP: f32 = 14.0;
const STEP: f32 = (WIDTH + GAP) / 6.0;

/// A card, ready to draw. What is read or recognised has an id in the drawing that begins with what it is, so that a test
/// can hold all of it apart and inside the margins, whatever the names.
#[derive(Template)]
#[template(path = "card.svg")]
pub struct Card<'a> {
    /// The colour of the ground.
    pub ground: Colour,
    /// How high the six steps at the foot stand, from the left. The last is of gold.
    pub steps: [f32; 6],
    /// The map at the right.
    pub country: Option<Country<'a>>,
    /// Everything written that is no stage.
    pub texts: Vec<Text>,
    /// The stages.
    pub pills: Vec<Pill>,
}

/// A line of text in its place.
pub struct Text {
    /// What it is on the card.
    pub what: &'static str,
    /// What it says.
    pub text: String,
    /// How heavy it is.
    pub weight: Weight,
    /// Its size.
    pub size: f32,
    /// Where the text begins, which is left of its ink by the air before its first letter.
    pub x: f32,
    /// Its baseline.
    pub y: f32,
    /// Its colour.
    pub colour: Colour,
}

impl Text {
    /// A line with the left edge of its ink at `x` and its baseline at `y`.
    pub fn new(what: &'static str, block: &Block, line: &Line, (x, y): (f32, f32), colour: Colour) -> Text {
        let (text, x) = (line.text.clone(), x - line.left * block.size);
        Text { what, text, weight: block.weight, size: block.size, x, y, colour }
    }
}

impl Card<'_> {
    /// Puts the lines of a text with the left edges of their ink at `x` and the upper edge of the ink at `top`.
    pub fn block(&mut self, what: &'static str, block: &Block, (x, top): (f32, f32), colour: Colour) {
        let lines = block.lines.iter().zip(block.baselines(top));
        self.texts.extend(lines.map(|(line, y)| Text::new(what, block, line, (x, y), colour)));
    }
}
