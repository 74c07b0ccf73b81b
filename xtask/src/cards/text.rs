//! Fitting text: as large as the room allows.

use super::typeface::{Line, Typeface, Weight};
use anyhow::{Context, Result, bail};

/// The least air between the ink of one line and the next, in parts of the size.
const AIR: f32 = 0.1;
/// The least distance of the lines of running text, in parts of the size.
const LEADING: f32 = 1.32;

/// More items than this are never looked at, since there is no room for them at any size.
const MOST: usize = 20;

/// Lines that stand under each other.
#[derive(Clone, Debug)]
pub struct Block {
    /// The lines.
    pub lines: Vec<Line>,
    /// The weight of the text.
    pub weight: Weight,
    /// The size of the text, in pixels.
    pub size: f32,
}

impl Block {
    fn new(typeface: &Typeface, lines: &[String], weight: Weight, size: f32) -> Result<Block> {
        let lines = lines.iter().map(|line| typeface.line(line, weight)).collect::<Result<_>>()?;
        Ok(Block { lines, weight, size })
    }

    /// The width of the widest line.
    pub fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max) * self.size
    }

    /// From the top of the first line's ink to the bottom of the last one's.
    pub fn height(&self) -> f32 {
        let last = self.baselines(0.0).last().copied().unwrap_or(0.0);
        last + self.lines.last().map_or(0.0, |line| line.below * self.size)
    }

    /// The baselines, where the ink begins at `top`.
    pub fn baselines(&self, top: f32) -> Vec<f32> {
        let leading = if self.weight == Weight::Heavy { 0.0 } else { LEADING };
        let mut lines = Vec::new();
        let mut before: Option<(f32, &Line)> = None;
        for line in &self.lines {
            let y = match before {
                None => top + line.above * self.size,
                Some((y, b)) => y + (b.below + AIR + line.above).max(leading) * self.size,
            };
            before = Some((y, line));
            lines.push(y);
        }
        lines
    }

    /// As large as it can be. Everything scales with the size, so that one measure is enough.
    fn within(self, room: Room) -> Block {
        let size = self.size * (room.width / self.width()).min(room.height / self.height()).min(1.0);
        Block { size, ..self }
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
pub fn fit(typeface: &Typeface, text: &str, weight: Weight, room: Room) -> Result<Block> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut best: Option<Block> = None;
    for count in 1..=room.lines.min(words.len()) {
        for lines in splits(&words, " ", count) {
            let block = Block::new(typeface, &lines, weight, room.size)?.within(room);
            if best.as_ref().is_none_or(|b| block.size > b.size * 1.04) {
                best = Some(block);
            }
        }
    }
    best.context("there is no text")
}

/// Sets a list at full size, broken only between its items, in lines that are about equally long. What there is no room for
/// is counted: "Nacka · Lomma · 7 till". A single item that is too long is set smaller.
///
/// # Errors
/// If the font lacks a character.
pub fn list(typeface: &Typeface, items: &[String], weight: Weight, room: Room) -> Result<Block> {
    for shown in (1..=items.len().min(MOST)).rev() {
        let more = items.len() - shown;
        let counted = (more > 0).then(|| format!("{more} till"));
        let parts: Vec<&str> = items.iter().take(shown).chain(&counted).map(String::as_str).collect();
        for count in 1..=room.lines.min(parts.len()) {
            let blocks = splits(&parts, " \u{b7} ", count);
            let blocks = blocks.iter().map(|lines| Block::new(typeface, lines, weight, room.size));
            let blocks: Vec<Block> = blocks.collect::<Result<_>>()?;
            let narrowest = blocks.into_iter().min_by(|a, b| a.width().total_cmp(&b.width()));
            if let Some(block) = narrowest.filter(|block| block.width() <= room.width || shown == 1) {
                return Ok(block.within(room));
            }
        }
    }
    bail!("there is no list")
}

/// Every way to put parts into `count` lines, each of one part at least.
fn splits(parts: &[&str], between: &str, count: usize) -> Vec<Vec<String>> {
    if count <= 1 {
        return vec![vec![parts.join(between)]];
    }
    let mut all = Vec::new();
    for first in 1..=parts.len().saturating_sub(count - 1) {
        let (line, rest) = parts.split_at(first);
        for mut lines in splits(rest, between, count - 1) {
            lines.insert(0, line.join(between));
            all.push(lines);
        }
    }
    all
}
