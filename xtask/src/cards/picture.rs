//! A card as a small PNG: sixteen colours, two pixels a byte.

use super::colour::Colour;
use anyhow::{Context, Result};
use quantette::color_map::NearestNeighborColorMap;
use quantette::dedup::dedup_image_u8_3_counts;
use quantette::wu::{BinnerU8x3, WuU8x3};
use quantette::{ImageRef, IndexedImageCounts, PaletteBuf, PaletteCounts, PaletteSize};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

/// As many as four bits can name.
const COLOURS: usize = 16;

type Rgb = quantette::deps::palette::Srgb<u8>;

/// Draws a card.
///
/// # Errors
/// If the picture cannot be held in memory.
pub fn draw(card: &Tree) -> Result<Pixmap> {
    let size = card.size().to_int_size();
    let mut picture = Pixmap::new(size.width(), size.height()).context("no room for a picture")?;
    resvg::render(card, Transform::identity(), &mut picture.as_mut());
    Ok(picture)
}

/// Packs a picture that is opaque everywhere. Its flat colours stay what they are; those in between, along edges, become
/// the few that stand best for all of them. A map's licence asks that its source be named: it goes with the picture.
///
/// # Errors
/// If it cannot be encoded.
pub fn png(picture: &Pixmap, source: Option<&str>) -> Result<Vec<u8>> {
    let pixels: Vec<Rgb> = picture.pixels().iter().map(|p| Rgb::new(p.red(), p.green(), p.blue())).collect();
    let image = ImageRef::new(picture.width(), picture.height(), pixels.as_slice()).ok().context("an odd picture")?;
    let image = dedup_image_u8_3_counts(image);
    let colours = NearestNeighborColorMap::new(palette(&image)?);
    let image = image.as_indexed_image().map_to_indexed(colours);
    let two = |pair: &[u8]| pair.iter().fold(0, |byte, number| byte << 4 | number);
    let bytes: Vec<u8> = image.indices().chunks(2).map(two).collect();

    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_palette(image.palette().iter().flat_map(|c| [c.red, c.green, c.blue]).collect::<Vec<u8>>());
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

/// The flat colours that the picture has, and the best for all others.
fn palette(image: &IndexedImageCounts<Rgb, u32>) -> Result<PaletteBuf<Rgb>> {
    let flat = Colour::ALL.map(|Colour(r, g, b)| Rgb::new(r, g, b));
    let mut palette: Vec<Rgb> = flat.into_iter().filter(|colour| image.palette().contains(colour)).collect();
    let counted = image.palette().iter().copied().zip(image.counts().iter().copied());
    let (edges, counts) = counted.filter(|(colour, _)| !flat.contains(colour)).unzip();
    if let Some(edges) = WuU8x3::run_palette_counts(&PaletteCounts::new(edges, counts)?, BinnerU8x3::rgb()) {
        palette.extend(edges.palette(PaletteSize::from_usize_clamped(COLOURS - palette.len())).iter());
    }
    PaletteBuf::new(palette).ok().context("a picture without colours")
}
