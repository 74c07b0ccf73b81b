//! Stages on a card: each a shape and a word in a rounded frame, as `.tag` of the site.

use super::card::Card;
use super::content::Content;
use super::draw::{Colour, Piece, rounded, shape};
use super::font::{Font, Line, Weight};
use super::text::{Room, fit};
use anyhow::{Context, Result};
use digitaliseringskommun::domain::award::Stage;

/// The air between frames.
pub const GAP: f32 = 16.0;
const HEIGHT: f32 = 74.0;
/// The air inside a frame at either end.
const AIR: f32 = 28.0;
/// How far a shape reaches from its middle.
const SHAPE: f32 = 19.0;
const AFTER_SHAPE: f32 = 16.0;
const LINE: f32 = 3.0;

/// A stage, measured.
pub struct Pill {
    stage: Stage,
    line: Line,
    width: f32,
    scale: f32,
}

/// The stages side by side as far as there is room, smaller where they would take more than two rows.
///
/// # Errors
/// If the font lacks a character.
pub fn rows(content: &Content, font: &Font, room: f32) -> Result<Vec<Vec<Pill>>> {
    let mut rows: Vec<Vec<Pill>> = Vec::new();
    for scale in [1.0, 0.86, 0.72] {
        rows.clear();
        for (stage, text) in &content.stages {
            let pill = Pill::new(font, *stage, text, scale, room)?;
            match rows.last_mut() {
                Some(row) if width(row) + GAP + pill.width <= room => row.push(pill),
                _ => rows.push(vec![pill]),
            }
        }
        if rows.len() <= 2 {
            break;
        }
    }
    Ok(rows)
}

/// The width of a row.
pub fn width(row: &[Pill]) -> f32 {
    row.iter().map(|p| p.width + GAP).sum::<f32>() - GAP
}

/// The height of all rows.
pub fn height(rows: &[Vec<Pill>]) -> f32 {
    let heights = rows.iter().filter_map(|row| row.first()).map(|p| p.scale * HEIGHT + GAP);
    (heights.sum::<f32>() - GAP).max(0.0)
}

/// Draws a row. Returns its height.
///
/// # Errors
/// If an outline is empty.
pub fn put(card: &mut Card, row: &[Pill], (mut x, y): (f32, f32)) -> Result<f32> {
    for pill in row {
        pill.put(card, x, y)?;
        x += pill.width + GAP;
    }
    Ok(row.first().map_or(0.0, |p| p.scale * HEIGHT))
}

impl Pill {
    fn new(font: &Font, stage: Stage, text: &str, scale: f32, room: f32) -> Result<Pill> {
        let frame = scale * (2.0 * AIR + 2.0 * SHAPE + AFTER_SHAPE);
        let room = Room { width: room - frame, height: HEIGHT, size: 42.0 * scale, lines: 1 };
        let line = fit(font, text, Weight::Bold, room)?.lines.into_iter().next().context("there is no text")?;
        Ok(Pill { stage, width: frame + line.width(), line, scale })
    }

    fn put(&self, card: &mut Card, x: f32, y: f32) -> Result<()> {
        let colour = match self.stage {
            Stage::Winner => Colour::INK,
            Stage::Finalist => Colour::BRAND,
            Stage::Nominated => Colour::INK_2,
        };
        let height = HEIGHT * self.scale;
        let frame = rounded(x + LINE / 2.0, y + LINE / 2.0, self.width - LINE, height - LINE, (height - LINE) / 2.0);
        if self.stage == Stage::Winner {
            card.draw(frame.clone().map(|p| Piece::filled(p, Colour::GOLD)))?;
        }
        let bounds = card.draw(frame.map(|p| Piece::lined(p, colour, LINE)))?;
        card.boxes.push(("stage", bounds));
        let (middle, r) = (y + height / 2.0, SHAPE * self.scale);
        let at = x + AIR * self.scale + r;
        let mark = shape(self.stage, at, middle, r);
        card.draw(match self.stage {
            Stage::Nominated => mark.map(|p| Piece::lined(p, colour, 4.5)),
            _ => mark.map(|p| Piece::filled(p, colour)),
        })?;
        let baseline = middle + self.line.capitals / 2.0;
        let word = self.line.at(at + r + AFTER_SHAPE * self.scale, baseline);
        card.draw(word.map(|p| Piece::filled(p, colour)))?;
        Ok(())
    }
}
