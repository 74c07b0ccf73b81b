//! Where everything on a card stands. What is read or recognised gets a box, so that a test can hold all boxes apart and
//! inside the margins, whatever the names.

use super::card::Card;
use super::content::Content;
use super::draw::{Colour, HEIGHT, Piece, WIDTH, rounded};
use super::font::{Font, Weight};
use super::map::Map;
use super::text::{Room, fit, list};
use super::{pill, place};
use anyhow::Result;

/// The air around everything that is read.
pub const MARGIN: f32 = 64.0;
const W: f32 = WIDTH as f32;
const H: f32 = HEIGHT as f32;

/// How high the steps stand, where they are the ground and where they are what the card is about.
const GROUND: [f32; 6] = [16.0, 34.0, 52.0, 70.0, 88.0, 112.0];
const TALL: [f32; 6] = [34.0, 84.0, 138.0, 194.0, 252.0, 312.0];
/// Where what stands above the steps ends.
const FOOT: f32 = 510.0;

/// How much of the height is for the stages and what more there is, so that the subject stays the largest.
const TAIL: f32 = 250.0;

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
        let bounds = place::map(&mut card, map, &content.places, (right, 30.0, 508.0))?;
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
        let step = card.draw(rounded(x, H - height, width, height + 20.0, 10.0).map(|p| Piece::filled(p, colour)))?;
        card.boxes.push(("step", step));
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
    let rows = pill::rows(content, font, width)?;
    let pills = pill::height(&rows);
    let room = Room { width, height: (TAIL - pills).max(44.0), size: 38.0, lines: 3 };
    let more = if content.more.is_empty() { None } else { Some(list(font, &content.more, Weight::Medium, room)?) };
    let used = rows.last().map_or(0.0, |row| pill::width(row)) + 24.0;
    let beside = more.as_ref().is_some_and(|m| rows.len() == 1 && m.lines.len() == 1 && used + m.width() <= width);
    let air = if rows.is_empty() { 0.0 } else { 28.0 };
    let under = more.as_ref().filter(|_| !beside).map_or(0.0, |more| more.height() + air);
    let top = FOOT - pills - under;
    let (mut y, mut middle) = (top, top);
    for row in &rows {
        let height = pill::put(card, row, (MARGIN, y))?;
        middle = y + height / 2.0;
        y += height + pill::GAP;
    }
    if let Some(more) = more {
        // Capitals stand in the middle of the row, whatever is above them.
        let up = more.lines.first().map_or(0.0, |line| line.above() - line.capitals / 2.0);
        let beside_it = (MARGIN + used, middle - up);
        let at = if beside { beside_it } else { (MARGIN, FOOT - more.height()) };
        card.block("more", &more, at, Colour::INK_2)?;
    }
    Ok(top)
}
