//! A drawn picture as a small PNG: sixteen colours, two pixels a byte. Half as many bytes a row are what makes it small,
//! since deflate repeats at most 258 bytes at a time, and most rows are like the one above.

use anyhow::Result;
use std::collections::HashMap;
use tiny_skia::Pixmap;

/// As many as four bits can name.
const COLOURS: usize = 16;
/// Of how many of the most frequent colours a palette is chosen.
const CANDIDATES: usize = 160;

type Rgb = [u8; 3];

/// Packs a picture that is opaque everywhere. Its flat colours stay what they are; those in between, along edges, become
/// the few that stand best for all of them. A map's licence asks that its source be named: it goes with the picture.
///
/// # Errors
/// If it cannot be encoded.
pub fn png(picture: &Pixmap, source: Option<&str>) -> Result<Vec<u8>> {
    let pixels: Vec<Rgb> = picture.pixels().iter().map(|p| [p.red(), p.green(), p.blue()]).collect();
    let counts = counts(&pixels);
    let palette = refined(palette(&counts), &counts);
    let numbers: HashMap<Rgb, u8> = counts.iter().map(|(colour, _)| (*colour, nearest(&palette, *colour))).collect();
    let number = |pixel: &Rgb| numbers.get(pixel).copied().unwrap_or(0);
    let two = |pair: &[Rgb]| (pair.first().map_or(0, number) << 4) | pair.get(1).map_or(0, number);
    let rows = pixels.chunks(picture.width() as usize);
    let bytes: Vec<u8> = rows.flat_map(|row| row.chunks(2).map(two)).collect();

    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_palette(palette.concat());
    // That numbers of colours are near each other means nothing, so that no filter helps.
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_deflate_compression(png::DeflateCompression::Level(9));
    if let Some(source) = source {
        encoder.add_text_chunk("Source".into(), source.into())?;
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&bytes)?;
    writer.finish()?;
    Ok(file)
}

/// The colours, the most frequent first, in an order that does not depend on chance.
fn counts(pixels: &[Rgb]) -> Vec<(Rgb, u64)> {
    let mut counts: HashMap<Rgb, u64> = HashMap::new();
    for pixel in pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut colours: Vec<_> = counts.into_iter().collect();
    colours.sort_by(|(a, x), (b, y)| y.cmp(x).then(a.cmp(b)));
    colours
}

/// Takes one colour after the other, each time the one that brings all pixels nearest to a colour of the palette.
fn palette(counts: &[(Rgb, u64)]) -> Vec<Rgb> {
    let mut palette: Vec<Rgb> = Vec::new();
    let mut errors: Vec<u64> = vec![u64::MAX >> 32; counts.len()];
    while palette.len() < COLOURS.min(counts.len()) {
        let gain = |candidate: &Rgb| -> u64 {
            let better = |((colour, count), error): (&(Rgb, u64), &u64)| {
                count * error.saturating_sub(apart(*candidate, *colour))
            };
            counts.iter().zip(&errors).map(better).sum()
        };
        let left = counts.iter().take(CANDIDATES).map(|(c, _)| *c).filter(|c| !palette.contains(c));
        let Some(next) = left.max_by_key(gain) else { break };
        for ((colour, _), error) in counts.iter().zip(&mut errors) {
            *error = (*error).min(apart(next, *colour));
        }
        palette.push(next);
    }
    palette
}

/// Moves each colour to the middle of those it stands for, unless it is a flat one, which most of them are.
fn refined(mut palette: Vec<Rgb>, counts: &[(Rgb, u64)]) -> Vec<Rgb> {
    for _ in 0..4 {
        let mut groups: Vec<Vec<(Rgb, u64)>> = vec![Vec::new(); palette.len()];
        for (colour, count) in counts {
            if let Some(group) = groups.get_mut(usize::from(nearest(&palette, *colour))) {
                group.push((*colour, *count));
            }
        }
        for (colour, group) in palette.iter_mut().zip(groups) {
            let all: u64 = group.iter().map(|(_, count)| count).sum();
            let flat = group.iter().any(|(_, count)| count * 2 > all);
            if !flat && all > 0 {
                let mean = |c: usize| {
                    group.iter().map(|(rgb, n)| u64::from(rgb.get(c).copied().unwrap_or(0)) * n).sum::<u64>() / all
                };
                *colour = [0, 1, 2].map(|c| u8::try_from(mean(c)).unwrap_or(u8::MAX));
            }
        }
    }
    palette
}

/// How far colours are from each other, squared.
fn apart(a: Rgb, b: Rgb) -> u64 {
    a.iter().zip(b).map(|(a, b)| u64::from(a.abs_diff(b)).pow(2)).sum()
}

fn nearest(palette: &[Rgb], colour: Rgb) -> u8 {
    let best = (0u8..).zip(palette).min_by_key(|(_, c)| apart(**c, colour));
    best.map_or(0, |(number, _)| number)
}
