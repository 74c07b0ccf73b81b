//! A card while it is being laid out.

use super::draw::{Colour, Piece};
use super::font::Line;
use super::text::Block;
use anyhow::{Context, Result};
use tiny_skia::Rect;

/// A card, ready to draw.
pub struct Card {
    /// The colour of the ground.
    pub ground: Colour,
    /// What is drawn, the undermost first.
    pub pieces: Vec<Piece>,
    /// What is read or recognised, and what it takes up.
    pub boxes: Vec<(&'static str, Rect)>,
}

impl Card {
    /// Draws an outline.
    ///
    /// # Errors
    /// If it is empty.
    pub fn draw(&mut self, piece: Option<Piece>) -> Result<Rect> {
        let piece = piece.context("an outline is empty")?;
        let bounds = piece.path.bounds();
        let half = piece.line.unwrap_or(0.0) / 2.0;
        self.pieces.push(piece);
        bounds.outset(half, half).context("an outline is empty")
    }

    /// Draws a line of text, as something that is read.
    ///
    /// # Errors
    /// If the font lacks a character of it.
    pub fn text(&mut self, what: &'static str, line: &Line, (x, y): (f32, f32), colour: Colour) -> Result<()> {
        let bounds = self.draw(line.at(x, y).map(|path| Piece::filled(path, colour)))?;
        self.boxes.push((what, bounds));
        Ok(())
    }

    /// Draws the lines of a text.
    ///
    /// # Errors
    /// If the font lacks a character of it.
    pub fn block(&mut self, what: &'static str, block: &Block, (x, top): (f32, f32), colour: Colour) -> Result<()> {
        for (line, y) in block.lines.iter().zip(block.baselines(top)) {
            self.text(what, line, (x, y), colour)?;
        }
        Ok(())
    }
}
