//! The outline of Sweden in degrees: Natural Earth 1:10 million (public domain), from the npm package `world-atlas`.

use super::shape::Point;
use anyhow::{Context, Result};
use serde_json::Value;

/// Every side of the outline, as longitude and latitude. TopoJSON: arcs of whole steps, scaled and moved.
pub fn sweden(atlas: &Value) -> Result<Vec<(Point, Point)>> {
    let transform = |key: &str| -> Result<Point> {
        let pair = &atlas["transform"][key];
        Ok([pair[0].as_f64().context("no transform")?, pair[1].as_f64().context("no transform")?])
    };
    let (scale, moved) = (transform("scale")?, transform("translate")?);
    let countries = atlas["objects"]["countries"]["geometries"].as_array().context("no countries")?;
    let country = countries.iter().find(|c| c["properties"]["name"] == "Sweden").context("no Sweden")?;
    let rings = country["arcs"].as_array().into_iter().flatten().filter_map(Value::as_array).flatten();
    let mut sides = Vec::new();
    for arc in rings.filter_map(Value::as_array).flatten().filter_map(Value::as_i64) {
        // A negative number is an arc run backwards; its sides are the same.
        let arc = usize::try_from(if arc < 0 { !arc } else { arc })?;
        let mut at = [0.0, 0.0];
        let mut points: Vec<Point> = Vec::new();
        for step in atlas["arcs"][arc].as_array().context("a missing arc")? {
            at = [at[0] + step[0].as_f64().unwrap_or(0.0), at[1] + step[1].as_f64().unwrap_or(0.0)];
            points.push([at[0] * scale[0] + moved[0], at[1] * scale[1] + moved[1]]);
        }
        sides.extend(points.iter().copied().zip(points.iter().copied().skip(1)));
    }
    Ok(sides)
}
