//! The map on a card: the country, the counties that it is about, and a mark at each municipality.

use super::card::Card;
use super::draw::{Colour, Piece, around, shape};
use super::map::Map;
use anyhow::{Result, anyhow};
use digitaliseringskommun::domain::award::Stage;
use tiny_skia::{Rect, Transform};

/// How far a mark reaches from its middle.
const MARK: f32 = 12.5;

/// Draws the map with its right edge at `right`, between `top` and `foot`, and returns what it takes up. Marks may
/// stand out over the coast. A municipality that the map does not know is left out.
///
/// # Errors
/// If the map is empty.
pub fn map(
    card: &mut Card,
    map: &Map,
    places: &[(Vec<String>, Stage)],
    (right, top, foot): (f32, f32, f32),
) -> Result<Rect> {
    let scale = (foot - top) / map.bounds.height();
    let (dx, dy) = (right - map.bounds.right() * scale, top - map.bounds.top() * scale);
    let place = Transform::from_row(scale, 0.0, 0.0, scale, dx, dy);
    let land = if card.ground == Colour::GOLD_SOFT { Colour::LAND_GOLD } else { Colour::LAND };
    let chosen = |county: &str| places.iter().any(|(codes, _)| codes.iter().any(|code| code.starts_with(county)));
    let (front, back): (Vec<_>, Vec<_>) = map.counties.iter().partition(|(code, _)| chosen(code));
    let mut bounds: Option<Rect> = None;
    for (county, front) in back.into_iter().map(|c| (c, false)).chain(front.into_iter().map(|c| (c, true))) {
        let path = county.1.clone().transform(place);
        let (fill, line, width) = if front { (Colour::BRAND, Colour::BRAND, 2.5) } else { (land, card.ground, 1.5) };
        let here = card.draw(path.clone().map(|p| Piece::filled(p, fill)))?;
        card.draw(path.map(|p| Piece::lined(p, line, width)))?;
        card.boxes.push(("map", here));
        bounds = Some(bounds.map_or(here, |b| around(b, here).unwrap_or(b)));
    }
    for (codes, stage) in places {
        let here = codes.iter().filter_map(|code| map.place(code)).map(|(x, y)| (x * scale + dx, y * scale + dy));
        marks(card, *stage, &here.collect::<Vec<_>>())?;
    }
    bounds.ok_or_else(|| anyhow!("the map is empty"))
}

/// Shapes with a rim of ground around them all, so that they are seen on land, county and sea alike, and those that belong
/// together are one.
fn marks(card: &mut Card, stage: Stage, places: &[(f32, f32)]) -> Result<()> {
    let fill = match stage {
        Stage::Winner => Colour::GOLD,
        Stage::Finalist => Colour::INK,
        Stage::Nominated => card.ground,
    };
    let paths: Vec<_> = places.iter().filter_map(|(x, y)| shape(stage, *x, *y, MARK)).collect();
    for (colour, width) in [(card.ground, 8.0), (Colour::INK, 2.5)] {
        for path in &paths {
            let bounds = card.draw(Some(Piece::lined(path.clone(), colour, width)))?;
            card.boxes.push(("mark", bounds));
        }
    }
    for path in paths {
        card.draw(Some(Piece::filled(path, fill)))?;
    }
    Ok(())
}
