//! The heading font, from its file to the outlines of a line of text.

use anyhow::{Context, Result, anyhow, bail};
use rustybuzz::{Face, UnicodeBuffer, Variation, ttf_parser};
use tiny_skia::{Path, PathBuilder, Transform};

/// How heavy a text is, on the axis of the font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// What is read second.
    Medium,
    /// What names a thing.
    Bold,
    /// The one thing a card is about.
    Heavy,
}

impl Weight {
    const ALL: [Weight; 3] = [Weight::Medium, Weight::Bold, Weight::Heavy];

    const fn value(self) -> f32 {
        match self {
            Weight::Medium => 560.0,
            Weight::Bold => 720.0,
            Weight::Heavy => 860.0,
        }
    }

    /// Space taken from between letters, in parts of the size: large text is set tight.
    const fn tightening(self) -> f32 {
        match self {
            Weight::Medium => 0.004,
            Weight::Bold => 0.012,
            Weight::Heavy => 0.024,
        }
    }
}

/// Unpacks the font that is served into one that can be read.
///
/// # Errors
/// If it is not a WOFF2 file.
pub fn unpack(woff2: &[u8]) -> Result<Vec<u8>> {
    wuff::decompress_woff2(woff2).map_err(|e| anyhow!("the heading font could not be unpacked: {e:?}"))
}

/// The font in its weights.
pub struct Font<'a> {
    faces: Vec<(Weight, Face<'a>)>,
}

impl<'a> Font<'a> {
    /// Reads what [`unpack`] made.
    ///
    /// # Errors
    /// If it is no font.
    pub fn read(bytes: &'a [u8]) -> Result<Font<'a>> {
        let face = |weight: Weight| {
            let mut face = Face::from_slice(bytes, 0).context("the heading font could not be read")?;
            face.set_variations(&[Variation { tag: ttf_parser::Tag::from_bytes(b"wght"), value: weight.value() }]);
            Ok((weight, face))
        };
        Ok(Font { faces: Weight::ALL.into_iter().map(face).collect::<Result<_>>()? })
    }

    fn face(&self, weight: Weight) -> Result<&Face<'a>> {
        self.faces.iter().find(|(w, _)| *w == weight).map(|(_, face)| face).context("a weight was not read")
    }

    /// Sets a text in one line, from x = 0, on the baseline y = 0.
    ///
    /// # Errors
    /// If the font lacks one of its characters: a card must not show boxes.
    pub fn line(&self, text: &str, weight: Weight, size: f32) -> Result<Line> {
        let face = self.face(weight)?;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let glyphs = rustybuzz::shape(face, &[], buffer);
        let scale = size / face.units_per_em() as f32;
        let tightening = weight.tightening() * size;
        let mut pen = Pen { path: PathBuilder::new(), scale, x: 0.0, y: 0.0 };
        let mut advance = 0.0;
        for (info, position) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
            if info.glyph_id == 0 {
                let missing = text.get(info.cluster as usize..).and_then(|rest| rest.chars().next()).unwrap_or('?');
                bail!("\"{text}\": the heading font lacks '{missing}' (docs/look.md tells of the font)");
            }
            pen.x = advance + position.x_offset as f32 * scale;
            pen.y = -position.y_offset as f32 * scale;
            face.outline_glyph(ttf_parser::GlyphId(u16::try_from(info.glyph_id)?), &mut pen);
            advance += position.x_advance as f32 * scale - tightening;
        }
        let path = pen.path.finish().with_context(|| format!("there is nothing to see in the text \"{text}\""))?;
        let capitals = f32::from(face.capital_height().context("the heading font has no height of capitals")?) * scale;
        Ok(Line { path, capitals })
    }
}

/// A line of text as an outline.
#[derive(Clone, Debug)]
pub struct Line {
    /// The outline; y grows downwards and the baseline is y = 0.
    pub path: Path,
    /// The height of capitals without signs above them.
    pub capitals: f32,
}

impl Line {
    /// The width of what is seen.
    pub fn width(&self) -> f32 {
        self.path.bounds().width()
    }

    /// How far it reaches above the baseline.
    pub fn above(&self) -> f32 {
        -self.path.bounds().top()
    }

    /// How far it reaches below the baseline.
    pub fn below(&self) -> f32 {
        self.path.bounds().bottom().max(0.0)
    }

    /// The outline with its left edge (not the air before its first letter) at `x` and its baseline at `y`.
    pub fn at(&self, x: f32, y: f32) -> Option<Path> {
        self.path.clone().transform(Transform::from_translate(x - self.path.bounds().left(), y))
    }
}

/// Takes down the outlines of glyphs one after another.
struct Pen {
    path: PathBuilder,
    scale: f32,
    x: f32,
    y: f32,
}

impl Pen {
    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl ttf_parser::OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.place(x1, y1), self.place(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.place(x1, y1), self.place(x2, y2), self.place(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
