//! The map of Sweden: counties as shapes, and where the nominated municipalities have their seats.

use crate::domain::key;
use serde::Deserialize;

/// The map file (`public/data/sweden.json`), made by `cargo xtask map`. How true it is: `docs/data.md`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map {
    /// Its width. All lengths are in units of its own, about 1 km in the middle of the country.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Code (SCB) and outline of each county, as an SVG path.
    pub counties: Vec<(String, String)>,
    /// Code (SCB) of a municipality and where its seat lies, from the left and from the top.
    pub places: Vec<(String, [i32; 2])>,
}

impl Map {
    /// Where a municipality lies. `None` for one that the map has no place for.
    pub fn place(&self, municipality: &str) -> Option<[i32; 2]> {
        self.places.iter().find(|(code, _)| code == municipality).map(|(_, place)| *place)
    }
}

/// The map file, as far as a page needs it.
#[derive(Deserialize)]
struct MapV1 {
    width: u32,
    height: u32,
    counties: Vec<(String, String)>,
    places: Vec<(String, i32, i32)>,
}

/// Reads the map that a page carries. It was checked when the map was made.
pub fn carried_map(text: &str) -> Option<Map> {
    let MapV1 { width, height, counties, places } = key::read(text)?;
    let places = places.into_iter().map(|(code, x, y)| (code, [x, y])).collect();
    Some(Map { width, height, counties, places })
}
