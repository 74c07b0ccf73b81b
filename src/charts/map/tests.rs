//! The map's drawing.

use super::spread::{furthest, spread};
use super::*;

fn map() -> Map {
    let square = |x: i32| ["M", &x.to_string(), " 0l100 0 0 100-100 0z"].concat();
    Map {
        width: 200,
        height: 100,
        counties: vec![("01".into(), square(0)), ("14".into(), square(100))],
        places: vec![
            ("0180".into(), [50, 50]),
            ("0182".into(), [52, 50]),
            ("0186".into(), [52, 50]),
            ("1480".into(), [150, 50]),
        ],
    }
}

fn mark(code: &'static str, name: &'static str, stage: Stage) -> Mark {
    Mark { code: code.into(), name: name.into(), stage }
}

fn marks() -> [Mark; 5] {
    [
        mark("0182", "Nacka", Stage::Winner),
        mark("0180", "Stockholm", Stage::Nominated),
        mark("0186", "Lidingö", Stage::Finalist),
        mark("0182", "Nacka", Stage::Nominated),
        mark("0199", "<Utan läge>", Stage::Nominated),
    ]
}

#[test]
fn a_county_with_one_nominee_is_singular() {
    assert_eq!(label("Kalmar län", 1, Locale::Sv), "Kalmar län, 1 nominerad");
    assert_eq!(label("Kalmar län", 1, Locale::En), "Kalmar län, 1 nominee");
}

/// Three in one spot, and three hundred: none may lie on another.
#[test]
fn marks_never_hide_each_other() {
    let codes: Vec<String> = (0..300).map(|n| (1000 + n).to_string()).collect();
    let crowd: Vec<Mark> =
        codes.iter().map(|c| Mark { code: c.clone(), name: String::new(), stage: Stage::Nominated }).collect();
    let mut wide = map();
    wide.places.extend(codes.iter().enumerate().map(|(n, c)| (c.clone(), [n as i32 % 20 * 26, n as i32 / 20 * 26])));
    wide.places.push(("1299".into(), [0, 0]));
    for marks in [&marks()[..], &crowd] {
        let marks = furthest(marks);
        let spots = spread(&wide, &marks);
        assert!(spots.len() > 2);
        for (n, one) in spots.iter().enumerate() {
            for other in spots.iter().skip(n + 1) {
                let [dx, dy] = [one.shown[0] - other.shown[0], one.shown[1] - other.shown[1]];
                let (far, room) = ((dx * dx + dy * dy).isqrt(), one.reach() + other.reach());
                assert!(far * 10 >= room * 9, "{} and {}: {far} of {room}", one.mark.code, other.mark.code);
            }
        }
    }
}

#[cfg(feature = "ssr")]
mod components {
    use super::*;
    use crate::charts::for_tests::{html, is_a_chart, is_drawn_as};

    fn picture(marks: &[Mark], title: &str) -> String {
        let (marks, title) = (marks.to_vec(), title.to_string());
        html(|| view! { <SwedenMap map=Arc::new(map()) marks title/> })
    }

    #[test]
    fn a_picture_is_one_image_with_a_mark_for_each_municipality() {
        let drawn = picture(&marks(), "Nacka vann");
        assert!(drawn.starts_with("<svg ") && drawn.contains("viewBox=\"-26 -26 252 152\""), "{drawn}");
        let many = |what: &str| drawn.matches(what).count();
        assert_eq!((many("class=\"win\""), many("class=\"final\""), many("class=\"nom\"")), (1, 1, 1), "{drawn}");
        assert!(drawn.contains("<title>Nacka: Vinnare</title>") && !drawn.contains("<a ") && !drawn.contains(" id="));
        assert_eq!((many("class=\"land has\""), many("class=\"land\"")), (1, 1));
    }

    #[test]
    fn the_whole_picture() {
        for (name, marks) in [("map", &marks()[..]), ("map-empty", &[])] {
            let drawn = picture(marks, "Nacka vann");
            is_a_chart(&drawn, "Nacka vann", 1);
            is_drawn_as(name, &drawn);
        }
    }

    #[test]
    fn a_mark_that_was_moved_has_a_line_to_its_place() {
        let drawn = picture(&marks(), "");
        let leaders: Vec<&str> = drawn.split('<').filter(|element| element.contains("class=\"leader\"")).collect();
        // Lidingö lies beside Nacka, which keeps its place.
        assert!(leaders.iter().any(|l| l.contains("x1=\"52\" y1=\"50\" x2=\"86\" y2=\"50\"")), "{drawn}");
        let alone = picture(&[mark("1480", "Göteborg", Stage::Finalist)], "");
        assert!(!alone.contains("leader") && alone.contains("translate(150 50)"), "{alone}");
    }

    fn choice(selected: Option<&str>) -> String {
        let selected = selected.map(str::to_string);
        html(|| {
            let selected = Signal::stored(selected);
            view! { <CountyMap map=Arc::new(map()) marks=marks().to_vec() title="Välj län" selected/> }
        })
    }

    #[test]
    fn the_way_to_choose_is_a_group_of_links() {
        let drawn = choice(None);
        assert!(!drawn.contains("style="), "{drawn}");
        is_drawn_as("map-counties", &drawn);
    }

    #[test]
    fn counties_with_nominees_are_links_and_the_chosen_one_says_so() {
        let drawn = choice(Some("01"));
        assert!(drawn.contains("role=\"group\"") && drawn.contains("aria-label=\"Välj län\""), "{drawn}");
        assert_eq!(drawn.matches("<a ").count(), 1, "{drawn}");
        let link = drawn.split("<a ").nth(1).and_then(|rest| rest.split('>').next()).unwrap_or_default();
        for said in
            ["href=\"/nominerade?lan=01\"", "aria-label=\"Stockholms län, 4 nominerade\"", "aria-current=\"true\""]
        {
            assert!(link.contains(said), "{said} in {link}");
        }
        assert_eq!(drawn.matches("aria-current").count(), 1, "{drawn}");
        assert_eq!(drawn.matches("class=\"land chosen\"").count(), 1, "{drawn}");
        let shape = drawn.split("class=\"land chosen\"").nth(1).and_then(|rest| rest.split('>').nth(1));
        assert!(shape.is_some_and(|shape| shape.contains("id=\"county-01\"")), "{drawn}");
        // A county without nominees is no link, and is chosen in the list beside the map.
        let drawn = choice(Some("14"));
        assert!(!drawn.contains("aria-current") && drawn.contains("class=\"land chosen\""), "{drawn}");
    }

    #[test]
    fn the_legend_has_a_line_for_each_stage() {
        is_drawn_as("map-legend", &html(|| view! { <MapLegend/> }));
    }
}
