//! Where everything on a card stands. What is read or recognised gets a box, so that a test can hold all boxes apart and
//! inside the margins, whatever the names.

use super::content::Content;
use super::draw::{Colour, HEIGHT, Piece, WIDTH, rounded, shape};
use super::font::{Font, Line, Weight};
use super::map::Map;
use super::place;
use super::text::{Block, Room, fit, list};
use anyhow::{Context, Result};
use digitaliseringskommun::domain::award::Stage;
use tiny_skia::Rect;

/// The air around everything that is read.
pub const MARGIN: f32 = 64.0;
const W: f32 = WIDTH as f32;
const H: f32 = HEIGHT as f32;

/// How high the steps stand, where they are the ground and where they are what the card is about.
const GROUND: [f32; 6] = [16.0, 34.0, 52.0, 70.0, 88.0, 112.0];
const TALL: [f32; 6] = [34.0, 84.0, 138.0, 194.0, 252.0, 312.0];
/// Where what stands above the steps ends.
const FOOT: f32 = 520.0;

/// The air between stages.
const GAP: f32 = 16.0;

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
    pub fn draw(&mut self, piece: Option<Piece>) -> Result<Rect> {
        let piece = piece.context("an outline is empty")?;
        let bounds = piece.path.bounds();
        let half = piece.line.unwrap_or(0.0) / 2.0;
        self.pieces.push(piece);
        bounds.outset(half, half).context("an outline is empty")
    }

    fn text(&mut self, what: &'static str, line: &Line, (x, y): (f32, f32), colour: Colour) -> Result<()> {
        let bounds = self.draw(line.at(x, y).map(|path| Piece::filled(path, colour)))?;
        self.boxes.push((what, bounds));
        Ok(())
    }

    fn block(&mut self, what: &'static str, block: &Block, (x, top): (f32, f32), colour: Colour) -> Result<()> {
        for (line, y) in block.lines.iter().zip(block.baselines(top)) {
            self.text(what, line, (x, y), colour)?;
        }
        Ok(())
    }
}

/// Sets a card.
///
/// # Errors
/// If the font lacks a character of its text.
pub fn card(content: &Content, font: &Font, map: Option<&Map>) -> Result<Card> {
    let ground = if content.won { Colour::GOLD_SOFT } else { Colour::PAPER };
    let mut card = Card { ground, pieces: Vec::new(), boxes: Vec::new() };
    if content.steps {
        steps(&mut card, TALL)?;
        opening(&mut card, content, font)?;
        return Ok(card);
    }
    steps(&mut card, GROUND)?;
    let mut right = W - MARGIN;
    if let Some(map) = map {
        let bounds = place::map(&mut card, map, &content.places, (right, 36.0, 530.0))?;
        card.boxes.push(("map", bounds));
        right = bounds.left() - 40.0;
    }
    column(&mut card, content, font, right - MARGIN)?;
    Ok(card)
}

/// Six rising steps, the sixth of gold, from edge to edge.
fn steps(card: &mut Card, heights: [f32; 6]) -> Result<()> {
    let gap = 14.0;
    let width = (W - 5.0 * gap) / 6.0;
    for (n, height) in (0u8..).zip(heights) {
        let colour = if n == 5 { Colour::GOLD } else { Colour::BRAND };
        let x = f32::from(n) * (width + gap);
        // They go on below the edge, so that only their upper corners are round.
        card.draw(rounded(x, H - height, width, height + 20.0, 10.0).map(|p| Piece::filled(p, colour)))?;
    }
    Ok(())
}

/// Title, subject, what more there is and the stages, in a column at the left.
fn column(card: &mut Card, content: &Content, font: &Font, width: f32) -> Result<()> {
    let room = Room { width, height: 60.0, size: 37.0, lines: 1 };
    let title = fit(font, &content.title, Weight::Bold, room)?;
    card.block("title", &title, (MARGIN, MARGIN), Colour::INK)?;
    let foot = tail(card, content, font, width)? - 40.0;
    let top = MARGIN + title.height() + 36.0;
    let subject =
        fit(font, &content.subject, Weight::Heavy, Room { width, height: foot - top, size: 290.0, lines: 3 })?;
    card.block("subject", &subject, (MARGIN, foot - subject.height()), Colour::INK)
}

/// The card of the site.
fn opening(card: &mut Card, content: &Content, font: &Font) -> Result<()> {
    let width = W - 2.0 * MARGIN;
    let subject = fit(font, &content.subject, Weight::Heavy, Room { width, height: 230.0, size: 140.0, lines: 2 })?;
    card.block("subject", &subject, (MARGIN, MARGIN), Colour::INK)?;
    let top = MARGIN + subject.height() + 40.0;
    let more = list(font, &content.more, Weight::Medium, Room { width: 560.0, height: 130.0, size: 40.0, lines: 2 })?;
    card.block("more", &more, (MARGIN, top), Colour::INK_2)
}

/// The stages, and what more there is beside or under them. Returns where they begin.
fn tail(card: &mut Card, content: &Content, font: &Font, width: f32) -> Result<f32> {
    let rows = rows(content, font, width)?;
    let room = Room { width, height: 160.0, size: 38.0, lines: 3 };
    let more = if content.more.is_empty() { None } else { Some(list(font, &content.more, Weight::Medium, room)?) };
    let used = rows.last().map_or(0.0, |row| row.iter().map(|p| p.width + GAP).sum::<f32>());
    let beside =
        more.as_ref().is_some_and(|m| rows.len() == 1 && m.lines.len() == 1 && used + 8.0 + m.width() <= width);
    let pills = rows.len() as f32 * (Pill::HEIGHT + GAP) - GAP;
    let under = more.as_ref().filter(|_| !beside).map(Block::height);
    let top = FOOT - pills.max(0.0) - under.map_or(0.0, |height| height + if rows.is_empty() { 0.0 } else { 28.0 });
    for (n, row) in rows.iter().enumerate() {
        let mut x = MARGIN;
        for pill in row {
            pill.put(card, x, top + n as f32 * (Pill::HEIGHT + GAP))?;
            x += pill.width + GAP;
        }
    }
    match (more, beside) {
        (None, _) => {}
        (Some(more), true) => {
            let at = top + Pill::HEIGHT / 2.0 - more.lines.first().map_or(0.0, Line::above) / 2.0;
            card.block("more", &more, (MARGIN + used + 8.0, at), Colour::INK_2)?;
        }
        (Some(more), false) => card.block("more", &more, (MARGIN, FOOT - more.height()), Colour::INK_2)?,
    }
    Ok(top)
}

/// The stages, each a shape and a word, side by side as far as there is room.
fn rows(content: &Content, font: &Font, width: f32) -> Result<Vec<Vec<Pill>>> {
    let mut rows: Vec<Vec<Pill>> = Vec::new();
    for (stage, text) in &content.stages {
        let pill = Pill::new(font, *stage, text, width)?;
        match rows.last_mut() {
            Some(row) if row.iter().map(|p| p.width + GAP).sum::<f32>() + pill.width <= width => row.push(pill),
            _ => rows.push(vec![pill]),
        }
    }
    Ok(rows)
}

/// A stage as a shape and a word in a rounded frame, as `.tag` of the site.
struct Pill {
    stage: Stage,
    line: Line,
    width: f32,
}

impl Pill {
    const HEIGHT: f32 = 74.0;
    const AIR: f32 = 28.0;
    const SHAPE: f32 = 19.0;

    fn new(font: &Font, stage: Stage, text: &str, room: f32) -> Result<Pill> {
        let frame = 2.0 * Pill::AIR + 2.0 * Pill::SHAPE + 16.0;
        let room = Room { width: room - frame, height: Pill::HEIGHT, size: 42.0, lines: 1 };
        let line = fit(font, text, Weight::Bold, room)?.lines.into_iter().next().context("there is no text")?;
        Ok(Pill { stage, width: frame + line.width(), line })
    }

    fn put(&self, card: &mut Card, x: f32, y: f32) -> Result<()> {
        let colour = match self.stage {
            Stage::Winner => Colour::INK,
            Stage::Finalist => Colour::BRAND,
            Stage::Nominated => Colour::INK_2,
        };
        let frame = rounded(x + 1.5, y + 1.5, self.width - 3.0, Pill::HEIGHT - 3.0, (Pill::HEIGHT - 3.0) / 2.0);
        if self.stage == Stage::Winner {
            card.draw(frame.clone().map(|p| Piece::filled(p, Colour::GOLD)))?;
        }
        let bounds = card.draw(frame.map(|p| Piece::lined(p, colour, 3.0)))?;
        card.boxes.push(("stage", bounds));
        let (middle, r) = (y + Pill::HEIGHT / 2.0, Pill::SHAPE);
        let at = x + Pill::AIR + r;
        let mark = shape(self.stage, at, middle, r);
        card.draw(match self.stage {
            Stage::Nominated => mark.map(|p| Piece::lined(p, colour, 4.5)),
            _ => mark.map(|p| Piece::filled(p, colour)),
        })?;
        // The word stands on a line that has its capitals in the middle.
        let baseline = middle + self.line.above() / 2.0;
        card.draw(self.line.at(at + r + 16.0, baseline).map(|p| Piece::filled(p, colour)))?;
        Ok(())
    }
}
