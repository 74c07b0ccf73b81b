//! The site's typeface: reads SVG with it, and tells how large a line of text will be.

use anyhow::{Context, Result, anyhow, bail};
use askama::Template;
use resvg::usvg::{Node, Options, Tree, fontdb::Database};
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

/// How heavy a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// What is read second.
    Medium,
    /// What names a thing.
    Bold,
    /// The one thing a card is about.
    Heavy,
}

/// The classes of text. Large text is set tight.
const STYLE: &str = "
    .medium { font-variation-settings: 'wght' 560; letter-spacing: -0.004em }
    .bold { font-variation-settings: 'wght' 720; letter-spacing: -0.012em }
    .heavy { font-variation-settings: 'wght' 860; letter-spacing: -0.024em }";

impl fmt::Display for Weight {
    /// Its class.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Weight::Medium => "medium",
            Weight::Bold => "bold",
            Weight::Heavy => "heavy",
        })
    }
}

/// The size at which text is measured.
const SIZE: f32 = 100.0;

/// A line of text and what its ink takes up, in parts of the size of the text.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// From where the text begins to its ink.
    pub left: f32,
    /// The width of the ink.
    pub width: f32,
    /// How far it reaches above the baseline.
    pub above: f32,
    /// How far it reaches below the baseline.
    pub below: f32,
}

#[derive(Template)]
#[template(path = "measure.svg")]
struct Measure<'a> {
    weight: Weight,
    size: f32,
    text: &'a str,
}

/// The typeface, and the lines that have been measured.
pub struct Typeface {
    options: Options<'static>,
    measured: RwLock<HashMap<(Weight, String), Line>>,
}

impl Typeface {
    /// Reads the font that the site serves.
    ///
    /// # Errors
    /// If it is not a WOFF2 file.
    pub fn read(woff2: &[u8]) -> Result<Typeface> {
        let font =
            wuff::decompress_woff2(woff2).map_err(|e| anyhow!("the heading font could not be unpacked: {e:?}"))?;
        let mut fonts = Database::new();
        fonts.load_font_data(font);
        let face = fonts.faces().next().context("the heading font could not be read")?;
        let family = face.families.first().context("the heading font has no name")?.0.clone();
        let style = Some(STYLE.to_string());
        let options =
            Options { font_family: family, fontdb: Arc::new(fonts), style_sheet: style, ..Options::default() };
        Ok(Typeface { options, measured: RwLock::default() })
    }

    /// Reads a drawing whose text is set in this typeface.
    ///
    /// # Errors
    /// If it is no SVG.
    pub fn tree(&self, svg: &str) -> Result<Tree> {
        Ok(Tree::from_str(svg, &self.options)?)
    }

    /// Measures a line.
    ///
    /// # Errors
    /// If the font lacks one of its characters: a card must not show boxes.
    pub fn line(&self, text: &str, weight: Weight) -> Result<Line> {
        let key = (weight, text.to_string());
        if let Some(line) = self.measured.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(line.clone());
        }
        let line = self.measure(text, weight)?;
        self.measured.write().unwrap_or_else(PoisonError::into_inner).insert(key, line.clone());
        Ok(line)
    }

    /// The height of capitals without signs above them, in parts of the size.
    ///
    /// # Errors
    /// If the font has no capitals.
    pub fn capitals(&self, weight: Weight) -> Result<f32> {
        Ok(self.line("H", weight)?.above)
    }

    fn measure(&self, text: &str, weight: Weight) -> Result<Line> {
        let tree = self.tree(&Measure { weight, size: SIZE, text }.render()?)?;
        let Some(Node::Text(set)) = tree.root().children().first() else {
            bail!("there is nothing to see in the text \"{text}\"")
        };
        let mut glyphs = set.layouted().iter().flat_map(|span| &span.positioned_glyphs);
        if let Some(missing) = glyphs.find(|glyph| glyph.id.0 == 0) {
            bail!("\"{text}\": the heading font lacks '{}' (docs/look.md tells of the font)", missing.text);
        }
        let ink = set.flattened().abs_bounding_box();
        Ok(Line {
            text: text.to_string(),
            left: ink.left() / SIZE,
            width: ink.width() / SIZE,
            above: -ink.top() / SIZE,
            below: ink.bottom().max(0.0) / SIZE,
        })
    }
}
