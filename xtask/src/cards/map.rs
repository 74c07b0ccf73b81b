//! The map of Sweden that the site serves, and its place on a card: the country, the counties that the card is about, and a
//! mark at each municipality.

use super::colour::Colour;
use super::typeface::Typeface;
use anyhow::{Context, Result, ensure};
use askama::Template;
use digitaliseringskommun::domain::award::{self, Stage, carried_map};
use resvg::tiny_skia::Rect;
use serde_json::Value;
use std::path::Path;

/// The map, in its own measure.
pub struct Map {
    /// Who made it, and its licence.
    pub source: String,
    map: award::Map,
    bounds: Rect,
}

#[derive(Template)]
#[template(
    ext = "svg",
    source = r#"<svg xmlns="http://www.w3.org/2000/svg">{% for (_, path) in counties %}<path d="{{ path }}"/>{% endfor %}</svg>"#
)]
struct Outlines<'a> {
    counties: &'a [(String, String)],
}

impl Map {
    /// Reads the map file; `None` where there is none.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn open(file: &Path, typeface: &Typeface) -> Result<Option<Map>> {
        if !file.exists() {
            return Ok(None);
        }
        let text = std::fs::read_to_string(file)?;
        Map::read(&text, typeface).map(Some).with_context(|| format!("{} is not a map", file.display()))
    }

    /// Reads a map.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(text: &str, typeface: &Typeface) -> Result<Map> {
        let file: Value = serde_json::from_str(text)?;
        let source = file.get("source").and_then(Value::as_str).context("there is no source")?.to_string();
        let map = carried_map(text).context("it lacks its size, its counties or its places")?;
        let tree = typeface.tree(&Outlines { counties: &map.counties }.render()?)?;
        ensure!(!map.counties.is_empty(), "there are no counties");
        ensure!(tree.root().children().len() == map.counties.len(), "the outline of a county is no path");
        Ok(Map { source, bounds: tree.root().abs_bounding_box(), map })
    }
}

/// The map in its place on a card.
pub struct Country<'a> {
    /// Where its own 0, 0 is.
    pub x: f32,
    /// See [`Country::x`].
    pub y: f32,
    /// How large it is drawn.
    pub scale: f32,
    /// Its colour.
    pub land: Colour,
    /// Code and outline of the counties that the card is not about.
    pub back: Vec<&'a (String, String)>,
    /// Those that it is about.
    pub front: Vec<&'a (String, String)>,
    /// The marks of municipalities that belong together. The last are uppermost.
    pub marks: Vec<Marks>,
    /// Its left edge.
    pub left: f32,
}

/// Marks of one shape, drawn as one.
pub struct Marks {
    /// The name of the shape: that of the stage.
    pub shape: &'static str,
    /// Their colour.
    pub fill: Colour,
    /// Where they are.
    pub places: Vec<(f32, f32)>,
}

impl<'a> Country<'a> {
    /// The map with its right edge at `right`, between `top` and `foot`. Marks may stand out over the coast. A municipality
    /// that the map does not know is left out.
    pub fn new(
        map: &'a Map,
        places: &[(Vec<String>, Stage)],
        ground: Colour,
        (right, top, foot): (f32, f32, f32),
    ) -> Country<'a> {
        let scale = (foot - top) / map.bounds.height();
        let (x, y) = (right - map.bounds.right() * scale, top - map.bounds.top() * scale);
        let chosen = |county: &str| places.iter().any(|(codes, _)| codes.iter().any(|code| code.starts_with(county)));
        let (front, back) = map.map.counties.iter().partition(|(code, _)| chosen(code));
        let place = |code: &String| map.map.place(code).map(|at| at.map(|n| n as f32 * scale));
        let marks = |(codes, stage): &(Vec<String>, Stage)| {
            let (shape, fill) = match stage {
                Stage::Winner => ("winner", Colour::GOLD),
                Stage::Finalist => ("finalist", Colour::INK),
                Stage::Nominated => ("nominated", ground),
            };
            let places = codes.iter().filter_map(place).map(|[across, down]| (x + across, y + down)).collect();
            Marks { shape, fill, places }
        };
        let land = if ground == Colour::GOLD_SOFT { Colour::LAND_GOLD } else { Colour::LAND };
        let left = x + map.bounds.left() * scale;
        let marks = places.iter().map(marks).filter(|marks| !marks.places.is_empty()).collect();
        Country { x, y, scale, land, back, front, marks, left }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::TYPEFACE;
    use super::*;

    #[test]
    fn what_is_no_map_is_told() {
        let read = |counties: &str, places: &str| {
            let text = format!(r#"{{"source":"","width":9,"height":9,"counties":[{counties}],"places":[{places}]}}"#);
            Map::read(&text, &TYPEFACE).map_err(|problem| problem.to_string())
        };
        assert_eq!(
            read(r#"["01","m1.5.5h3v3h-3z"]"#, "").unwrap().bounds,
            Rect::from_xywh(1.5, 0.5, 3.0, 3.0).unwrap()
        );
        for (counties, places, said) in [
            ("", "", "no counties"),
            (r#"["01","m1 1h1v1z"],["03","1 1"]"#, "", "no path"),
            (r#"["01"]"#, "", "lacks"),
            (r#"["01","m1 1h1v1z"]"#, r#"["0180",1]"#, "lacks"),
        ] {
            let told = read(counties, places).err().unwrap();
            assert!(told.contains(said), "{counties} {places}: {told}");
        }
        assert!(Map::open(Path::new("there/is/none.json"), &TYPEFACE).unwrap().is_none());
    }
}
