//! Colours, shapes and the picture itself.

use anyhow::{Context, Result};
use digitaliseringskommun::domain::award::Stage;
use std::f32::consts::PI;
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform};

/// The measure of a share picture, in pixels.
pub const WIDTH: u32 = 1200;
/// See [`WIDTH`].
pub const HEIGHT: u32 = 630;

/// A colour. The names and values are those of `style/tokens.css`, which also says why they can be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// The ground.
    pub const PAPER: Colour = Colour(0xf7, 0xf5, 0xf0);
    /// The ground of a winner.
    pub const GOLD_SOFT: Colour = Colour(0xfd, 0xf0, 0xc8);
    /// The top step and the winner.
    pub const GOLD: Colour = Colour(0xf0, 0xb4, 0x00);
    /// What is read first.
    pub const INK: Colour = Colour(0x12, 0x23, 0x3d);
    /// What is read second.
    pub const INK_2: Colour = Colour(0x4a, 0x58, 0x6e);
    /// The steps, and the county.
    pub const BRAND: Colour = Colour(0x0a, 0x4f, 0x8f);
    /// The country on paper.
    pub const LAND: Colour = Colour(0xe2, 0xdb, 0xcc);
    /// The country on the winner's ground.
    pub const LAND_GOLD: Colour = Colour(0xf2, 0xdc, 0x98);

    fn paint(self) -> Paint<'static> {
        let mut paint = Paint::default();
        paint.set_color(Color::from_rgba8(self.0, self.1, self.2, 255));
        paint
    }
}

/// An outline and how it is drawn.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The outline.
    pub path: Path,
    /// Its colour.
    pub colour: Colour,
    /// The width of a line along the outline; `None`: it is filled.
    pub line: Option<f32>,
}

impl Piece {
    /// A filled piece.
    pub fn filled(path: Path, colour: Colour) -> Piece {
        Piece { path, colour, line: None }
    }

    /// A line along an outline.
    pub fn lined(path: Path, colour: Colour, width: f32) -> Piece {
        Piece { path, colour, line: Some(width) }
    }
}

/// Draws pieces, the first undermost.
///
/// # Errors
/// If the picture cannot be held in memory.
pub fn draw(ground: Colour, pieces: &[Piece]) -> Result<Pixmap> {
    let mut picture = Pixmap::new(WIDTH, HEIGHT).context("no room for a picture")?;
    picture.fill(Color::from_rgba8(ground.0, ground.1, ground.2, 255));
    for piece in pieces {
        let (paint, place) = (piece.colour.paint(), Transform::identity());
        match piece.line {
            None => picture.fill_path(&piece.path, &paint, FillRule::Winding, place, None),
            Some(width) => {
                let stroke = Stroke { width, line_join: tiny_skia::LineJoin::Round, ..Stroke::default() };
                picture.stroke_path(&piece.path, &paint, &stroke, place, None);
            }
        }
    }
    Ok(picture)
}

/// The shape of a stage (docs/look.md): ★ ◆ ○, around a middle, `r` from the middle to a point.
pub fn shape(stage: Stage, x: f32, y: f32, r: f32) -> Option<Path> {
    let corners = |count: u32, radius: &dyn Fn(u32) -> f32| {
        let mut path = PathBuilder::new();
        for i in 0..count {
            let turn = 2.0 * PI * i as f32 / count as f32 - PI / 2.0;
            let (cx, cy) = (x + radius(i) * turn.cos(), y + radius(i) * turn.sin());
            if i == 0 { path.move_to(cx, cy) } else { path.line_to(cx, cy) }
        }
        path.close();
        path.finish()
    };
    match stage {
        Stage::Winner => corners(10, &|i| if i % 2 == 0 { r } else { r * 0.44 }),
        Stage::Finalist => corners(4, &|_| r * 0.92),
        Stage::Nominated => PathBuilder::from_circle(x, y, r * 0.74),
    }
}

/// A rectangle with round corners.
pub fn rounded(x: f32, y: f32, width: f32, height: f32, r: f32) -> Option<Path> {
    // The usual length of the arms that make a curve look like a quarter of a circle.
    let k = r * 0.5523;
    let (right, bottom) = (x + width, y + height);
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.line_to(right - r, y);
    path.cubic_to(right - r + k, y, right, y + r - k, right, y + r);
    path.line_to(right, bottom - r);
    path.cubic_to(right, bottom - r + k, right - r + k, bottom, right - r, bottom);
    path.line_to(x + r, bottom);
    path.cubic_to(x + r - k, bottom, x, bottom - r + k, x, bottom - r);
    path.line_to(x, y + r);
    path.cubic_to(x, y + r - k, x + r - k, y, x + r, y);
    path.close();
    path.finish()
}

/// The smallest rectangle around both.
pub fn around(a: Rect, b: Rect) -> Option<Rect> {
    Rect::from_ltrb(a.left().min(b.left()), a.top().min(b.top()), a.right().max(b.right()), a.bottom().max(b.bottom()))
}
