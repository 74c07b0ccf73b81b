//! What the drawing of a card takes up, for tests.

use super::card::Card;
use super::tests::TYPEFACE;
use askama::Template;
use resvg::tiny_skia::Rect;
use resvg::usvg::{Group, Node};

/// Everything that is read or recognised: what it is, and what of the picture it takes up.
pub fn boxes(card: &Card) -> Vec<(String, Rect)> {
    let svg = card.render().unwrap();
    let mut found = Vec::new();
    collect(TYPEFACE.tree(&svg).unwrap().root(), &mut found);
    // Whatever has a name is there to see, except marks of municipalities that the map does not know.
    for what in ["title", "subject", "more", "stage", "step", "map"] {
        let drawn = found.iter().filter(|(found, _)| found == what).count();
        assert_eq!(drawn, svg.matches(&format!(" id=\"{what}-")).count(), "{what}");
    }
    assert!(found.iter().any(|(what, _)| what == "subject"));
    found
}

fn collect(group: &Group, found: &mut Vec<(String, Rect)>) {
    for node in group.children() {
        let bounds = match node {
            Node::Text(text) => text.flattened().abs_bounding_box(),
            _ => node.abs_stroke_bounding_box(),
        };
        match (node, node.id().rsplit_once('-')) {
            // It stands in the frame of its stage.
            (_, Some(("word", _))) => {}
            (_, Some((what, _))) => found.push((what.to_string(), bounds)),
            (Node::Group(group), None) => collect(group, found),
            _ => {}
        }
    }
}
