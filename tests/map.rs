//! The map of Sweden (`public/data/sweden.json`): every county, and every nominee inside its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use digitaliseringskommun::domain::award::{COUNTIES, Map, carried_map, parse};
use serde_json::Value;
use std::collections::BTreeMap;

const FILE: &str = "public/data/sweden.json";
/// Bytes of the file as it is. It compresses to about a third.
const LIMIT: usize = 14_000;

type Point = [f64; 2];

fn text() -> String {
    std::fs::read_to_string(FILE).unwrap()
}

fn map() -> Map {
    carried_map(&text()).unwrap()
}

/// How far outside its county the file says that a place may lie, in its units.
fn stated() -> f64 {
    let file: Value = serde_json::from_str(&text()).unwrap();
    file["error"]["outside_units"].as_f64().unwrap()
}

/// The corners of each ring of a path that holds `M`, `l` and `z` only.
fn rings(path: &str) -> Vec<Vec<Point>> {
    let ring = |ring: &str| {
        let spaced = ring.replace('-', " -").replace(['M', 'l'], " ");
        let numbers: Vec<f64> = spaced.split_whitespace().map(|n| n.parse().unwrap()).collect();
        assert!(numbers.len() >= 6 && numbers.len().is_multiple_of(2), "{ring}");
        let mut at = [0.0, 0.0];
        let step = |pair: &[f64]| {
            at = [at[0] + pair[0], at[1] + pair[1]];
            at
        };
        numbers.chunks(2).map(step).collect()
    };
    path.split_terminator('z').map(ring).collect()
}

/// How far outside the rings a point lies; 0 inside.
fn outside(p: Point, rings: &[Vec<Point>]) -> f64 {
    let sides = || rings.iter().flat_map(|r| r.iter().zip(r.iter().cycle().skip(1)));
    let crosses = |a: &Point, b: &Point| {
        (a[1] > p[1]) != (b[1] > p[1]) && p[0] < (b[0] - a[0]) * (p[1] - a[1]) / (b[1] - a[1]) + a[0]
    };
    if sides().filter(|(a, b)| crosses(a, b)).count() % 2 == 1 {
        return 0.0;
    }
    let far = |(a, b): (&Point, &Point)| {
        let d = [b[0] - a[0], b[1] - a[1]];
        let along = ((p[0] - a[0]) * d[0] + (p[1] - a[1]) * d[1]) / (d[0] * d[0] + d[1] * d[1]).max(1e-9);
        let along = along.clamp(0.0, 1.0);
        (a[0] + along * d[0] - p[0]).hypot(a[1] + along * d[1] - p[1])
    };
    sides().map(far).fold(f64::INFINITY, f64::min)
}

fn county<'a>(map: &'a Map, code: &str) -> &'a str {
    &map.counties.iter().find(|(c, _)| *c == code[..2]).unwrap().1
}

#[test]
fn it_has_the_counties_of_the_register_and_stays_small() {
    let map = map();
    let codes: Vec<&str> = map.counties.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes, COUNTIES.map(|(code, _)| code));
    assert!(text().len() <= LIMIT, "{} bytes", text().len());
    let file: Value = serde_json::from_str(&text()).unwrap();
    assert_eq!(file["license"].as_str(), Some("CC BY 4.0"));
    let source = file["source"].as_str().unwrap();
    assert!(source.contains("@svg-maps/sweden") && source.contains("GeoNames"), "{source}");
}

#[test]
fn paths_are_paths_and_stay_on_the_map() {
    let map = map();
    for (code, path) in &map.counties {
        assert!(path.chars().all(|c| "mlhvzMLHVZ0123456789 .,-".contains(c)), "{code}: {path}");
        for [x, y] in rings(path).concat() {
            let inside = (0.0..=f64::from(map.width)).contains(&x) && (0.0..=f64::from(map.height)).contains(&y);
            assert!(inside, "{code}: {x} {y}");
        }
    }
}

/// A border is drawn by both neighbours, by the same corners: none gapes and none overlaps.
#[test]
fn neighbours_have_the_same_border() {
    let mut sides: BTreeMap<[[i32; 2]; 2], usize> = BTreeMap::new();
    for ring in map().counties.iter().flat_map(|(_, path)| rings(path)) {
        let corners: Vec<[i32; 2]> = ring.iter().map(|p| p.map(|n| n as i32)).collect();
        for (a, b) in corners.iter().zip(corners.iter().cycle().skip(1)) {
            *sides.entry([*a.min(b), *a.max(b)]).or_default() += 1;
        }
    }
    assert!(sides.values().all(|times| *times <= 2));
    let common = sides.values().filter(|times| **times == 2).count();
    assert!(common > 600, "{common} of {} sides are common", sides.len());
}

#[test]
fn every_nominee_has_a_place_in_its_own_county() {
    let map = map();
    let mut nominated = Vec::new();
    for file in std::fs::read_dir("public/data/award").unwrap() {
        let edition = parse(&std::fs::read(file.unwrap().path()).unwrap()).unwrap();
        nominated.extend(edition.nominees.into_iter().flat_map(|n| n.municipalities));
    }
    assert!(nominated.len() > 30);
    for one in nominated {
        let place = map.place(&one.code);
        let [x, y] = place.unwrap_or_else(|| panic!("{} {} has no place: see docs/data.md", one.code, one.name));
        let far = outside([x, y].map(f64::from), &rings(county(&map, &one.code)));
        assert!(far <= stated(), "{} lies {far} outside its county", one.name);
        // Swapped or turned counties would still pass for a place at the sea.
        let others = map.counties.iter().filter(|(code, _)| !one.code.starts_with(code.as_str()));
        let nearer = others.filter(|(_, path)| outside([x, y].map(f64::from), &rings(path)) + stated() < far);
        assert_eq!(nearer.count(), 0, "{} lies in another county", one.name);
    }
}

/// Mercator on the ellipsoid, in degrees of the equator, written apart from the one that made the map.
fn mercator([lat, lon]: Point) -> Point {
    let (e, phi) = (0.081_819_19_f64, lat.to_radians());
    let conformal = (std::f64::consts::FRAC_PI_4 + phi / 2.0).tan().ln();
    let flattened = e / 2.0 * ((1.0 + e * phi.sin()) / (1.0 - e * phi.sin())).ln();
    [lon, (flattened - conformal).to_degrees()]
}

/// Two places far apart fix the projection; all the others, and towns in counties that no nominee comes from, must then
/// fall where their latitude and longitude say.
#[test]
fn places_lie_where_their_latitude_and_longitude_say() {
    let map = map();
    let text = std::fs::read_to_string("xtask/data/places.json").unwrap();
    let known: Value = serde_json::from_str(&text).unwrap();
    let degrees = |p: &Value| [p["lat"].as_f64().unwrap(), p["lon"].as_f64().unwrap()];
    let place = |p: &Value| (p["code"].as_str().unwrap().to_string(), mercator(degrees(p)));
    let known: Vec<(String, Point)> = known["places"].as_array().unwrap().iter().map(place).collect();
    let of = |code: &str| known.iter().find(|(c, _)| c == code).unwrap().1;
    let (a, b) = (of("2514"), of("1280"));
    let [from, to] = ["2514", "1280"].map(|code| map.place(code).unwrap().map(f64::from));
    let scale = (to[1] - from[1]) / (b[1] - a[1]);
    let on_map = |p: Point| [from[0] + (p[0] - a[0]) * scale, from[1] + (p[1] - a[1]) * scale];

    assert_eq!(known.len(), map.places.len());
    for (code, at) in &known {
        let (is, should) = (map.place(code).unwrap().map(f64::from), on_map(*at));
        assert!((is[0] - should[0]).hypot(is[1] - should[1]) < 2.0, "{code}: {is:?}, should be {should:?}");
    }
    // Seats of regions, from GeoNames like the rest.
    let towns = [
        ("05", [58.41086, 15.62157]),
        ("06", [57.78145, 14.15618]),
        ("08", [56.66157, 16.36163]),
        ("09", [57.64089, 18.29602]),
        ("18", [59.27412, 15.2066]),
        ("21", [60.67452, 17.14174]),
    ];
    for (code, place) in towns {
        let far = outside(on_map(mercator(place)), &rings(county(&map, code)));
        assert!(far <= stated(), "{code}: {far}");
    }
    assert_eq!(map.place("9999"), None);
}

#[test]
fn a_broken_map_is_none() {
    let whole = "{\"width\":1,\"height\":2,\"counties\":[[\"01\",\"M0 0z\"]],\"places\":[[\"0180\",1,-2]]}";
    assert_eq!(carried_map(whole).unwrap().place("0180"), Some([1, -2]));
    for (from, to) in [("\"width\":1", "\"width\":-1"), ("1,-2", "1.5,-2"), ("\"M0 0z\"", "7"), ("{\"", "{")] {
        assert_eq!(carried_map(&whole.replacen(from, to, 1)), None, "{from} {to}");
    }
}
