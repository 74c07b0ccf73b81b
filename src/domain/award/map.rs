//! The map of Sweden: counties as shapes, and where the nominated municipalities have their seats.

use crate::domain::json::{self, Value};

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

/// Reads the map that a page carries. It was checked when the map was made.
pub fn carried_map(text: &str) -> Option<Map> {
    let file = json::read(text)?;
    let size = |key: &str| json::number(&file, key).and_then(|n| u32::try_from(n).ok());
    let county = |pair: &Value| {
        let [code, path] = pair.as_array()?.as_slice() else { return None };
        Some((code.as_str()?.to_string(), path.as_str()?.to_string()))
    };
    let place = |triple: &Value| {
        let [code, x, y] = triple.as_array()?.as_slice() else { return None };
        let whole = |n: &Value| n.as_i64().and_then(|n| i32::try_from(n).ok());
        Some((code.as_str()?.to_string(), [whole(x)?, whole(y)?]))
    };
    Some(Map {
        width: size("width")?,
        height: size("height")?,
        counties: json::list(&file, "counties", county)?,
        places: json::list(&file, "places", place)?,
    })
}
