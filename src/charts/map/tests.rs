//! The map's drawing.

use super::spread::{furthest, spread};
use super::*;
use crate::strings::html::Html;

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

fn drawn(look: &Look<'_>) -> String {
    let mut h = Html::new();
    sweden(&mut h, &map(), look, &marks(), Locale::Sv);
    h.finish()
}

#[test]
fn a_picture_is_one_image_with_a_mark_for_each_municipality() {
    let html = drawn(&Look { title: "Nacka vann", county: None, links: None });
    assert!(html.starts_with("<svg class=\"map\" viewBox=\"-26 -26 252 152\" role=\"img\" aria-label=\"Nacka vann\">"));
    let many = |what: &str| html.matches(what).count();
    assert_eq!((many("class=\"win\""), many("class=\"final\""), many("class=\"nom\"")), (1, 1, 1), "{html}");
    assert!(html.contains("<title>Nacka: Vinnare</title>") && !html.contains("<a ") && !html.contains(" id="));
    assert_eq!((many("class=\"land has\""), many("class=\"land\"")), (1, 1));
}

#[test]
fn counties_with_nominees_are_links_and_the_chosen_one_says_so() {
    let link = |code: &str| ["/galleri?lan=", code].concat();
    let html = drawn(&Look { title: "Välj län", county: Some("01"), links: Some(&link) });
    assert!(html.contains(" role=\"group\" aria-label=\"Välj län\">"), "{html}");
    let opened = "href=\"/galleri?lan=01\" aria-label=\"Stockholms län, 4 nominerade\" aria-current=\"true\"";
    assert_eq!(html.matches("<a ").count(), 1);
    assert!(html.contains(opened) && html.contains("class=\"land chosen\"><path id=\"lan-01\""), "{html}");
    assert!(html.rfind("land chosen") > html.rfind("class=\"land\""), "the chosen county lies on top");
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

#[test]
fn a_mark_that_was_moved_has_a_line_to_its_place() {
    let html = drawn(&Look { title: "", county: None, links: None });
    assert!(html.contains("class=\"leader\" x1=\"52\" y1=\"50\""), "{html}");
    let alone = [mark("1480", "Göteborg", Stage::Finalist)];
    let mut h = Html::new();
    sweden(&mut h, &map(), &Look { title: "", county: None, links: None }, &alone, Locale::Sv);
    assert!(!h.as_str().contains("leader") && h.as_str().contains("translate(150 50)"), "{}", h.as_str());
}

#[cfg(feature = "ssr")]
mod components {
    use super::*;
    use crate::charts::for_tests::{html, is_a_chart, ordered};

    #[test]
    fn the_picture_is_drawn_as_it_was() {
        for marks in [&marks()[..], &[]] {
            let mut h = Html::new();
            sweden(&mut h, &map(), &Look { title: "Nacka vann", county: None, links: None }, marks, Locale::Sv);
            let marks = marks.to_vec();
            let drawn = html(|| view! { <SwedenMap map=Arc::new(map()) marks title="Nacka vann"/> });
            is_a_chart(&drawn, "Nacka vann", 1);
            assert_eq!(ordered(&drawn), ordered(h.as_str()));
        }
    }

    fn choice(selected: Option<&str>) -> String {
        let selected = selected.map(str::to_string);
        html(|| {
            let selected = Signal::stored(selected);
            view! { <CountyMap map=Arc::new(map()) marks=marks().to_vec() title="Välj län" selected/> }
        })
    }

    #[test]
    fn the_way_to_choose_is_drawn_as_it_was() {
        let link = |code: &str| format!("/nominerade?lan={code}");
        let before = drawn(&Look { title: "Välj län", county: None, links: Some(&link) });
        let drawn = choice(None);
        assert!(!drawn.contains("style="), "{drawn}");
        assert_eq!(ordered(&drawn), ordered(&before.replace(" data-county=\"01\"", "")));
    }

    #[test]
    fn the_chosen_county_says_so() {
        let drawn = choice(Some("01"));
        assert_eq!(drawn.matches("aria-current=\"true\"").count(), 1, "{drawn}");
        assert_eq!(drawn.matches("class=\"land chosen\"").count(), 1, "{drawn}");
        // A county without nominees is no link, and is chosen in the list beside the map.
        let drawn = choice(Some("14"));
        assert!(!drawn.contains("aria-current") && drawn.contains("class=\"land chosen\""), "{drawn}");
    }

    #[test]
    fn the_legend_is_drawn_as_it_was() {
        let mut h = Html::new();
        legend(&mut h, Locale::Sv);
        assert_eq!(ordered(&html(|| view! { <MapLegend/> })), ordered(h.as_str()));
    }
}
