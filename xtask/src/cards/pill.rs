//! Stages on a card: each a shape and a word in a rounded frame, as `.tag` of the site.

use super::card::Text;
use super::colour::Colour;
use super::content::Content;
use super::text::{Room, fit};
use super::typeface::{Typeface, Weight};
use anyhow::{Context, Result};
use digitaliseringskommun::domain::award::Stage;

/// The air between frames.
const GAP: f32 = 16.0;
/// The height of a frame at full size, as `templates/card.svg` draws it.
const HEIGHT: f32 = 74.0;
/// What stands before the word (air, shape, air), and the air after it.
const BEFORE: f32 = 82.0;
const AFTER: f32 = 28.0;

/// A stage in its place. Everything but `x`, `y` and `scale` is at full size.
pub struct Pill {
    /// The left edge of its frame.
    pub x: f32,
    /// The upper edge of its frame.
    pub y: f32,
    /// How large it is drawn.
    pub scale: f32,
    /// The name of its shape: that of the stage.
    pub shape: &'static str,
    /// The ground inside its frame.
    pub fill: Option<Colour>,
    /// The colour of frame, shape and word.
    pub colour: Colour,
    /// The width of its frame.
    pub width: f32,
    /// Its word.
    pub word: Text,
}

/// The stages of a card, set from the upper left corner 0, 0.
pub struct Pills {
    /// Each in its place.
    pub pills: Vec<Pill>,
    /// How many rows they take.
    pub rows: usize,
    /// The height of all rows.
    pub height: f32,
    /// Where the last row ends.
    pub end: f32,
}

/// The stages side by side as far as there is room, smaller where they would take more than two rows.
///
/// # Errors
/// If the font lacks a character.
pub fn pills(content: &Content, typeface: &Typeface, room: f32) -> Result<Pills> {
    let mut set = Pills { pills: Vec::new(), rows: 0, height: 0.0, end: 0.0 };
    for scale in [1.0, 0.86, 0.72] {
        set = Pills { pills: Vec::new(), rows: 0, height: 0.0, end: 0.0 };
        for (stage, text) in &content.stages {
            let pill = pill(typeface, *stage, text, room / scale)?;
            let width = pill.width * scale;
            if set.rows == 0 || set.end + GAP + width > room {
                set.height += HEIGHT * scale + if set.rows == 0 { 0.0 } else { GAP };
                set.rows += 1;
                set.end = -GAP;
            }
            let (x, y) = (set.end + GAP, set.height - HEIGHT * scale);
            set.pills.push(Pill { x, y, scale, ..pill });
            set.end = x + width;
        }
        if set.rows <= 2 {
            break;
        }
    }
    Ok(set)
}

fn pill(typeface: &Typeface, stage: Stage, text: &str, room: f32) -> Result<Pill> {
    let (shape, colour, fill) = match stage {
        Stage::Winner => ("winner", Colour::INK, Some(Colour::GOLD)),
        Stage::Finalist => ("finalist", Colour::BRAND, None),
        Stage::Nominated => ("nominated", Colour::INK_2, None),
    };
    let room = Room { width: room - BEFORE - AFTER, height: HEIGHT, size: 42.0, lines: 1 };
    let word = fit(typeface, text, Weight::Bold, room)?;
    let line = word.lines.first().context("there is no text")?;
    // Capitals stand in the middle, whatever is above them.
    let baseline = (HEIGHT + typeface.capitals(word.weight)? * word.size) / 2.0;
    let width = BEFORE + word.width() + AFTER;
    let word = Text::new("word", &word, line, (BEFORE, baseline), colour);
    Ok(Pill { x: 0.0, y: 0.0, scale: 1.0, shape, fill, colour, width, word })
}
