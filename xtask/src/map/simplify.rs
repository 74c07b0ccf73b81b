//! Outlines by mapshaper: neighbours get the same corners, and the least important corners are left out once for both.

use super::shape::{Point, Ring, sides};
use crate::setup::MAP;
use crate::shell::run;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// Corners nearer than this (units of the package) are one: neighbours draw their common border each for itself.
const SNAP: &str = "snap-interval=0.25";
/// Corner after corner is left out, the flattest first (Visvalingam and Whyatt 1993), as far as the square of this size
/// (units of the package) goes. Lengths are those of a plane, not degrees.
const SIMPLIFY: [&str; 5] = ["-simplify", "visvalingam", "planar", "keep-shapes", "interval=0.3"];

/// The counties, simplified, in the same order.
///
/// # Errors
/// If mapshaper fails, or a county is lost.
pub fn counties(drawn: &[Vec<Ring>]) -> Result<Vec<Vec<Ring>>> {
    let closed = |ring: &Ring| -> Vec<Point> { ring.iter().chain(ring.first()).copied().collect() };
    let county = |rings: &Vec<Ring>| {
        let polygons: Vec<_> = rings.iter().map(|ring| [closed(ring)]).collect();
        json!({"type": "Feature", "properties": {}, "geometry": {"type": "MultiPolygon", "coordinates": polygons}})
    };
    let features: Vec<Value> = drawn.iter().map(county).collect();
    let folder = TempDir::new()?;
    let file = folder.path().join("counties.json");
    fs::write(&file, json!({"type": "FeatureCollection", "features": features}).to_string())?;
    let counties = mapshaper(&file, &[&[SNAP, "snap"], &SIMPLIFY[..]].concat())?;
    ensure!(counties.len() == drawn.len(), "mapshaper made {} counties of {}", counties.len(), drawn.len());
    Ok(counties)
}

/// The outline of Sweden in degrees, side by side: Natural Earth 1:10 million (public domain), from the npm package
/// `world-atlas`.
///
/// # Errors
/// If mapshaper fails.
pub fn sweden(atlas: &Path) -> Result<Vec<(Point, Point)>> {
    let country = mapshaper(atlas, &["-target", "countries", "-filter", "name == 'Sweden'"])?;
    Ok(country.iter().flatten().flat_map(|ring| sides(ring)).collect())
}

/// The rings of each feature that mapshaper makes of a file.
fn mapshaper(file: &Path, commands: &[&str]) -> Result<Vec<Vec<Ring>>> {
    let mut program = Command::new(Path::new(MAP).join("node_modules/.bin/mapshaper"));
    // Not to its standard output: of a long one only the beginning arrives.
    let folder = TempDir::new()?;
    let made = folder.path().join("made.json");
    program.arg("-i").arg(file).args(commands).arg("-o").arg(&made).args(["format=geojson", "gj2008"]);
    run(&mut program)?;
    let made: Value = serde_json::from_slice(&fs::read(made)?).context("mapshaper wrote no GeoJSON")?;
    // Features without properties are written as bare geometries.
    let list = |key: &str| made[key].as_array();
    let features = list("features").or_else(|| list("geometries")).context("mapshaper made nothing")?;
    features.iter().map(|feature| rings(feature.get("geometry").unwrap_or(feature))).collect()
}

/// The rings of a polygon, or of several, each without its last point, which is the first.
fn rings(geometry: &Value) -> Result<Vec<Ring>> {
    let coordinates = geometry["coordinates"].clone();
    let polygons: Vec<Vec<Ring>> = match geometry["type"].as_str() {
        Some("MultiPolygon") => serde_json::from_value(coordinates)?,
        _ => vec![serde_json::from_value(coordinates)?],
    };
    let opened = |mut ring: Ring| {
        ring.pop();
        ring
    };
    Ok(polygons.into_iter().flatten().map(opened).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_are_read_from_one_polygon_and_from_several() {
        let triangle = json!([[0, 0], [4, 0], [0, 4.5], [0, 0]]);
        let ring = vec![[0.0, 0.0], [4.0, 0.0], [0.0, 4.5]];
        let one = json!({"type": "Polygon", "coordinates": [triangle]});
        assert_eq!(rings(&one).unwrap(), vec![ring.clone()]);
        let several = json!({"type": "MultiPolygon", "coordinates": [[triangle], [triangle, triangle]]});
        assert_eq!(rings(&several).unwrap(), vec![ring; 3]);
        assert!(rings(&json!({"type": "Point", "coordinates": [1, 2]})).is_err());
    }
}
