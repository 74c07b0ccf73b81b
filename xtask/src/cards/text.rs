//! Fitting text: as large as the room allows.

use super::font::{Font, Line, Weight};
use anyhow::{Context, Result};

/// The least air between the ink of one line and the next, in parts of the size.
const AIR: f32 = 0.1;
/// The least distance of the lines of running text, in parts of the size.
const LEADING: f32 = 1.32;

/// More items than this are never looked at, since there is no room for them at any size.
const MOST: usize = 40;

/// Lines that stand under each other.
pub struct Block {
    /// The lines.
    pub lines: Vec<Line>,
    /// The size of the text.
    pub size: f32,
    leading: f32,
}

impl Block {
    /// The width of the widest line.
    pub fn width(&self) -> f32 {
        self.lines.iter().map(Line::width).fold(0.0, f32::max)
    }

    /// From the top of the first line's ink to the bottom of the last one's.
    pub fn height(&self) -> f32 {
        let last = self.baselines(0.0).last().copied().unwrap_or(0.0);
        last + self.lines.last().map_or(0.0, Line::below)
    }

    /// The baselines, where the ink begins at `top`.
    pub fn baselines(&self, top: f32) -> Vec<f32> {
        let mut before: Option<(f32, &Line)> = None;
        let next = |line| {
            let y = match before {
                None => top + Line::above(line),
                Some((y, b)) => y + (b.below() + self.size * AIR + line.above()).max(self.size * self.leading),
            };
            before = Some((y, line));
            y
        };
        self.lines.iter().map(next).collect()
    }
}

/// The room a text has.
#[derive(Clone, Copy)]
pub struct Room {
    /// In pixels.
    pub width: f32,
    /// In pixels.
    pub height: f32,
    /// The largest size that looks right.
    pub size: f32,
    /// In how many lines, at most.
    pub lines: usize,
}

/// Sets a text as large as it can be. It breaks between words; where a break gains next to nothing, it is left out.
///
/// # Errors
/// If the font lacks a character.
pub fn fit(font: &Font, text: &str, weight: Weight, room: Room) -> Result<Block> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut best: Option<Block> = None;
    for count in 1..=room.lines.min(words.len()).max(1) {
        for lines in splits(&words, count) {
            let size = largest(&at_size(font, &lines, weight, room.size)?, room);
            if best.as_ref().is_none_or(|b| size > b.size * 1.04) {
                best = Some(at_size(font, &lines, weight, size)?);
            }
        }
    }
    best.context("there is no text")
}

/// Everything scales with the size, so that one measure is enough.
fn largest(block: &Block, room: Room) -> f32 {
    block.size * (room.width / block.width()).min(room.height / block.height()).min(1.0)
}

fn at_size(font: &Font, lines: &[String], weight: Weight, size: f32) -> Result<Block> {
    let lines = lines.iter().map(|line| font.line(line, weight, size)).collect::<Result<_>>()?;
    let leading = if weight == Weight::Heavy { 0.0 } else { LEADING };
    Ok(Block { lines, size, leading })
}

/// Every way to put words into `count` lines.
fn splits(words: &[&str], count: usize) -> Vec<Vec<String>> {
    if count <= 1 {
        return vec![vec![words.join(" ")]];
    }
    let mut all = Vec::new();
    for first in 1..=words.len().saturating_sub(count - 1) {
        let (line, rest) = words.split_at(first);
        for mut lines in splits(rest, count - 1) {
            lines.insert(0, line.join(" "));
            all.push(lines);
        }
    }
    all
}

/// Sets a list, broken only between its items. What there is no room for is counted: "Nacka · Lomma · 7 till".
///
/// # Errors
/// If the font lacks a character.
pub fn list(font: &Font, items: &[String], weight: Weight, room: Room) -> Result<Block> {
    let mut shown = items.len().min(MOST);
    loop {
        let mut parts: Vec<String> = items.iter().take(shown).cloned().collect();
        if shown < items.len() {
            parts.push(format!("{} till", items.len() - shown));
        }
        let lines = wrapped(font, &parts, weight, room)?;
        if lines.len() <= room.lines || shown <= 1 {
            let lines = balanced(font, &parts, weight, room, lines)?;
            let size = largest(&at_size(font, &lines, weight, room.size)?, room);
            return at_size(font, &lines, weight, size);
        }
        shown -= 1;
    }
}

/// The same number of lines in as little width as they need, so that they are about equally long.
fn balanced(font: &Font, parts: &[String], weight: Weight, room: Room, lines: Vec<String>) -> Result<Vec<String>> {
    let mut best = lines;
    let mut narrower = room;
    while narrower.width > room.width / 2.0 {
        narrower.width -= room.width / 40.0;
        let lines = wrapped(font, parts, weight, narrower)?;
        if lines.len() > best.len() {
            break;
        }
        best = lines;
    }
    Ok(best)
}

fn wrapped(font: &Font, parts: &[String], weight: Weight, room: Room) -> Result<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        let longer = lines.last().map(|line| format!("{line} \u{b7} {part}"));
        match longer {
            Some(longer) if font.line(&longer, weight, room.size)?.width() <= room.width => {
                lines.pop();
                lines.push(longer);
            }
            _ => lines.push(part.clone()),
        }
    }
    Ok(lines)
}
