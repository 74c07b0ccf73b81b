//! The shades of the steps: told apart without their hues, and readable.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;

/// Neighbouring steps differ at least by this contrast.
const LEAST: f64 = 1.5;

/// Relative luminance (WCAG 2.2).
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (a, b) = (luminance(one) + 0.05, luminance(other) + 0.05);
    a.max(b) / a.min(b)
}

/// The colour that follows `before` in a text, as `#rrggbb`.
fn colour(text: &str, before: &str) -> String {
    let at = text.find(before).unwrap_or_else(|| panic!("no {before}")) + before.len();
    let rest = &text[at..];
    let end = rest.find(|c: char| c != '#' && !c.is_ascii_hexdigit()).unwrap();
    let short = &rest[..end];
    if short.len() == 4 {
        short.chars().map(|c| if c == '#' { "#".into() } else { format!("{c}{c}") }).collect()
    } else {
        short.to_string()
    }
}

fn on_the_page() -> Vec<(String, String)> {
    let style = fs::read_to_string("style/results.css").unwrap();
    let ink = colour(&style, ".bar text.on { fill: ");
    let step = |n: u8| {
        let own = format!(".bar text.step-{n}");
        let deep = style.find(&own).map(|at| colour(&style[at..], "{ fill: "));
        (colour(&style, &format!(" .step-{n} {{ fill: ")), deep.unwrap_or_else(|| ink.clone()))
    };
    (1..=6).map(step).collect()
}

#[test]
fn each_step_is_darker_than_the_one_before_in_black_and_white_too() {
    let steps = on_the_page();
    for (n, pair) in steps.windows(2).enumerate() {
        let (one, other) = (&pair[0].0, &pair[1].0);
        assert!(luminance(one) > luminance(other), "step {} is not darker than step {}", n + 2, n + 1);
        let is = contrast(one, other);
        assert!(is >= LEAST, "steps {} and {} differ by {is:.2} only", n + 1, n + 2);
    }
}

#[test]
fn the_figure_in_a_part_can_be_read_on_its_shade() {
    for (n, (shade, text)) in on_the_page().iter().enumerate() {
        let is = contrast(shade, text);
        assert!(is >= 4.5, "step {}: {text} on {shade} is {is:.2}", n + 1);
    }
}

/// A picture is saved with the styles of the page. The shades are the same in both schemes; everything else comes from
/// the tokens, of which a picture has the light ones.
#[test]
fn a_picture_has_the_colours_of_the_light_page() {
    let tokens = fs::read_to_string("style/tokens.css").unwrap();
    let (light, dark) = tokens.split_once("prefers-color-scheme: dark").unwrap();
    let light = light.split_once(":root, .picture {").expect("a picture's own colours").1;
    for name in dark.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(':')) {
        assert!(light.contains(&format!("--{}: #", name.0)), "a picture would be dark in --{}", name.0);
    }
}
