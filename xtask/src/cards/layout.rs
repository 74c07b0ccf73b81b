//! Where everything on a card stands.

use super::card::{Card, WIDTH};
use super::colour::Colour;
use super::content::Content;
use super::map::{Country, Map};
use super::pill::pills;
use super::text::{Block, Room, fit, list};
use super::typeface::{Typeface, Weight};
use anyhow::Result;

/// The air around everything that is read.
pub const MARGIN: f32 = 64.0;

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
pub fn card<'a>(content: &Content, typeface: &Typeface, map: Option<&'a Map>) -> Result<Card<'a>> {
    let ground = if content.won { Colour::GOLD_SOFT } else { Colour::PAPER };
    let steps = if content.steps { TALL } else { GROUND };
    let mut card = Card { ground, steps, country: None, texts: Vec::new(), pills: Vec::new() };
    if content.steps {
        opening(&mut card, content, typeface)?;
        return Ok(card);
    }
    let right = WIDTH - MARGIN;
    card.country = map.map(|map| Country::new(map, &content.places, ground, (right, 30.0, 508.0)));
    let right = card.country.as_ref().map_or(right, |country| country.left - 40.0);
    column(&mut card, content, typeface, right - MARGIN)?;
    Ok(card)
}

/// Title, subject, what more there is and the stages, in a column at the left.
fn column(card: &mut Card, content: &Content, typeface: &Typeface, width: f32) -> Result<()> {
    let room = Room { width, height: 60.0, size: 37.0, lines: 1 };
    let title = fit(typeface, &content.title, Weight::Bold, room)?;
    card.block("title", &title, (MARGIN, MARGIN), Colour::INK);
    let foot = tail(card, content, typeface, width)? - 40.0;
    let top = MARGIN + title.height() + 36.0;
    let room = Room { width, height: foot - top, size: 290.0, lines: 3 };
    let subject = fit(typeface, &content.subject, Weight::Heavy, room)?;
    card.block("subject", &subject, (MARGIN, foot - subject.height()), Colour::INK);
    Ok(())
}

/// The card of the site.
fn opening(card: &mut Card, content: &Content, typeface: &Typeface) -> Result<()> {
    let room = Room { width: WIDTH - 2.0 * MARGIN, height: 230.0, size: 140.0, lines: 2 };
    let subject = fit(typeface, &content.subject, Weight::Heavy, room)?;
    card.block("subject", &subject, (MARGIN, MARGIN), Colour::INK);
    let top = MARGIN + subject.height() + 40.0;
    let room = Room { width: 560.0, height: 130.0, size: 40.0, lines: 2 };
    let more = list(typeface, &content.more, Weight::Medium, room)?;
    card.block("more", &more, (MARGIN, top), Colour::INK_2);
    Ok(())
}

/// The stages, and what more there is beside or under them. Returns where they begin.
fn tail(card: &mut Card, content: &Content, typeface: &Typeface, width: f32) -> Result<f32> {
    let mut stages = pills(content, typeface, width)?;
    let room = Room { width, height: (TAIL - stages.height).max(44.0), size: 38.0, lines: 3 };
    let more = if content.more.is_empty() { None } else { Some(list(typeface, &content.more, Weight::Medium, room)?) };
    let used = stages.end + 24.0;
    let beside = |more: &&Block| stages.rows == 1 && more.lines.len() == 1 && used + more.width() <= width;
    let mut top = FOOT - stages.height;
    if let Some(more) = more.as_ref().filter(beside) {
        // Capitals stand in the middle of the row, whatever is above them.
        let capitals = typeface.capitals(more.weight)? * more.size / 2.0;
        let up = more.baselines(0.0).first().map_or(0.0, |baseline| baseline - capitals);
        card.block("more", more, (MARGIN + used, top + stages.height / 2.0 - up), Colour::INK_2);
    } else if let Some(more) = &more {
        card.block("more", more, (MARGIN, FOOT - more.height()), Colour::INK_2);
        top -= more.height() + if stages.rows == 0 { 0.0 } else { 28.0 };
    }
    for pill in &mut stages.pills {
        (pill.x, pill.y) = (pill.x + MARGIN, pill.y + top);
    }
    card.pills = stages.pills;
    Ok(top)
}
