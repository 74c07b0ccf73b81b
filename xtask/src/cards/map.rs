//! The map of Sweden that the site serves, as outlines.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::path::Path as File;
use tiny_skia::{Path, PathBuilder, Rect};

/// The map, in its own measure.
pub struct Map {
    /// Who made it, and its licence.
    pub source: String,
    /// Code and outline of each county.
    pub counties: Vec<(String, Path)>,
    /// Code and place of municipalities.
    pub places: Vec<(String, (f32, f32))>,
    /// What the outlines take up.
    pub bounds: Rect,
}

impl Map {
    /// Reads the map file; `None` where there is none.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn open(file: &File) -> Result<Option<Map>> {
        if !file.exists() {
            return Ok(None);
        }
        let text = std::fs::read_to_string(file)?;
        Map::read(&text).map(Some).with_context(|| format!("{} is not a map", file.display()))
    }

    /// Reads a map.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(text: &str) -> Result<Map> {
        let file: Value = serde_json::from_str(text)?;
        let list = |key: &str| file.get(key).and_then(Value::as_array).with_context(|| format!("there is no {key}"));
        let number = |value: Option<&Value>| value.and_then(Value::as_f64).map(|n| n as f32);
        let mut counties = Vec::new();
        for county in list("counties")? {
            let (code, path) = (county.get(0).and_then(Value::as_str), county.get(1).and_then(Value::as_str));
            let (code, path) = code.zip(path).context("a county is not a code and an outline")?;
            counties.push((code.to_string(), outline(path).with_context(|| format!("county {code}"))?));
        }
        let mut places = Vec::new();
        for place in list("places")? {
            let at = number(place.get(1)).zip(number(place.get(2)));
            let (code, at) = place.get(0).and_then(Value::as_str).zip(at).context("a place is not a code, x and y")?;
            places.push((code.to_string(), at));
        }
        let bounds =
            counties.iter().map(|(_, path)| path.bounds()).reduce(|a, b| super::draw::around(a, b).unwrap_or(a));
        let bounds = bounds.context("there are no counties")?;
        let source = file.get("source").and_then(Value::as_str).context("there is no source")?.to_string();
        Ok(Map { source, counties, places, bounds })
    }

    /// Where a municipality lies, by its code.
    pub fn place(&self, code: &str) -> Option<(f32, f32)> {
        self.places.iter().find(|(c, _)| c == code).map(|(_, at)| *at)
    }
}

/// Reads the path language of SVG as far as maps use it: m, l, h, v and z, from the last point or absolute.
fn outline(text: &str) -> Result<Path> {
    let mut path = PathBuilder::new();
    let mut rest = text.trim_start();
    let mut command = 'm';
    let (mut x, mut y, mut start) = (0.0, 0.0, (0.0, 0.0));
    while let Some(first) = rest.chars().next() {
        if first.is_ascii_alphabetic() {
            command = first;
            rest = &rest[first.len_utf8()..];
            if command.eq_ignore_ascii_case(&'z') {
                path.close();
                (x, y) = start;
                rest = rest.trim_start();
                continue;
            }
        }
        let (ox, oy) = if command.is_ascii_lowercase() { (x, y) } else { (0.0, 0.0) };
        match command.to_ascii_lowercase() {
            'h' => x = ox + number(&mut rest)?,
            'v' => y = oy + number(&mut rest)?,
            'm' | 'l' => (x, y) = (ox + number(&mut rest)?, oy + number(&mut rest)?),
            other => bail!("maps are not drawn with '{other}'"),
        }
        if command.eq_ignore_ascii_case(&'m') {
            path.move_to(x, y);
            start = (x, y);
            // Further points after a move are lines.
            command = if command == 'm' { 'l' } else { 'L' };
        } else {
            path.line_to(x, y);
        }
    }
    path.finish().context("the outline is empty")
}

/// Takes the next number off, with what stands before and after it. "1.5.5-2" is three numbers.
fn number(rest: &mut &str) -> Result<f32> {
    let gap = |c: char| c == ',' || c.is_whitespace();
    let text = rest.trim_start_matches(gap);
    let mut point = false;
    let end = text.char_indices().find(|(i, c)| {
        let more = c.is_ascii_digit() || (*c == '-' && *i == 0) || (*c == '.' && !point);
        point |= *c == '.';
        !more
    });
    let (figures, after) = text.split_at(end.map_or(text.len(), |(i, _)| i));
    *rest = after.trim_start_matches(gap);
    figures.parse().with_context(|| format!("\"{figures}\" is not a number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_however_it_is_packed() {
        let bounds = |text: &str| outline(text).unwrap().bounds();
        let square = Rect::from_ltrb(1.5, 0.5, 4.5, 3.5).unwrap();
        for text in ["m1.5.5h3v3h-3z", "M1.5,0.5 L4.5 .5 4.5 3.5 1.5 3.5Z", "m1.5.5 3,0 0 3-3 0z", "m1.5.5l3 0v3H1.5z"]
        {
            assert_eq!(bounds(text), square, "{text}");
        }
        assert_eq!(bounds("m1.5.5h3v3zm1 1h1v1z"), square);
    }

    #[test]
    fn what_is_no_map_is_told() {
        for (text, said) in [("m1 1c1 1 1 1 1 1", "'c'"), ("m1 x", "not a number"), ("", "empty")] {
            assert!(format!("{:#}", outline(text).unwrap_err()).contains(said), "{text}");
        }
        let none = r#"{"source":"","counties":[],"places":[]}"#;
        assert!(Map::read(none).is_err());
        assert!(Map::open(File::new("there/is/none.json")).unwrap().is_none());
    }
}
