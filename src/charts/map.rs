//! The map of Sweden with the nominees at their places: a picture, or a second way to filter by county.
//!
//! The list beside it says the same in words; so the drawing is one image to a screen reader, or a group of links.

use crate::domain::award::{Map, Stage, county_name};
use crate::domain::text::Locale;
use crate::i18n::{award, pick};
use crate::strings::html::Html;

/// Room around the land for marks at its edges, in units of the map.
const MARGIN: i32 = 26;
/// Marks nearer than their sizes are pushed apart: fine steps of a unit, and how often at most.
const FINE: i32 = 16;
const ROUNDS: usize = 40;
/// A mark moved further than this gets a line to its place.
const MOVED: i32 = 7;

/// A municipality to mark, once, by its furthest stage.
pub struct Mark<'a> {
    /// Its code (SCB).
    pub code: &'a str,
    /// Its name.
    pub name: &'a str,
    /// How far it came.
    pub stage: Stage,
}

/// How the map is to look.
pub struct Look<'a> {
    /// What it shows, as a sentence: its accessible name.
    pub title: &'a str,
    /// The code of the county that is chosen.
    pub county: Option<&'a str>,
    /// The address that chooses a county, by its code. Without it the map is a picture.
    pub links: Option<&'a dyn Fn(&str) -> String>,
}

/// Draws the map. Of several marks for one municipality the furthest stage is shown; those without a place are counted in
/// their county but not drawn.
pub fn sweden(h: &mut Html, map: &Map, look: &Look<'_>, marks: &[Mark<'_>], locale: Locale) {
    let marks = furthest(marks);
    let [x, y] = [-MARGIN, -MARGIN].map(|n| n.to_string());
    let [width, height] = [map.width, map.height].map(|n| (i64::from(n) + 2 * i64::from(MARGIN)).to_string());
    let view_box = [x.as_str(), &y, &width, &height].join(" ");
    let role = if look.links.is_some() { "group" } else { "img" };
    h.open("svg", &[("class", "map"), ("viewBox", &view_box), ("role", role), ("aria-label", look.title)]);
    land(h, map, look, &marks);
    let spots = spread(map, &marks);
    match look.links {
        Some(link) => {
            for (code, _) in &map.counties {
                county(h, (code, &link(code)), look.county == Some(code), &spots, (&marks, locale));
            }
        }
        None => draw(h, spots.iter(), Some(locale)),
    }
    h.close("svg");
}

/// The shapes of the marks in words: one line for each stage.
pub fn legend(h: &mut Html, locale: Locale) {
    h.open("ul", &[("class", "map-legend row")]);
    for stage in Stage::ALL {
        h.open("li", &[]).open("svg", &[("class", "map"), ("viewBox", "-22 -22 44 44"), ("aria-hidden", "true")]);
        shape(h, stage, [0, 0], None);
        h.close("svg").text(word(stage, locale)).close("li");
    }
    h.close("ul");
}

/// Whose work the map is, as its licences ask.
pub fn attribution(locale: Locale) -> &'static str {
    pick(
        locale,
        "Karta: @svg-maps/sweden, CC BY 4.0, förenklad. Orternas lägen: GeoNames, CC BY 4.0.",
        "Map: @svg-maps/sweden, CC BY 4.0, simplified. Places: GeoNames, CC BY 4.0.",
    )
}

fn word(stage: Stage, locale: Locale) -> &'static str {
    let w = award(locale);
    match stage {
        Stage::Winner => w.stage_winner,
        Stage::Finalist => w.stage_finalist,
        Stage::Nominated => w.stage_nominated,
    }
}

/// One mark for each municipality.
fn furthest<'m, 'a>(marks: &'m [Mark<'a>]) -> Vec<&'m Mark<'a>> {
    let mut once: Vec<&Mark<'a>> = Vec::new();
    for mark in marks {
        match once.iter_mut().find(|m| m.code == mark.code) {
            Some(known) if mark.stage < known.stage => *known = mark,
            Some(_) => {}
            None => once.push(mark),
        }
    }
    once
}

fn count(marks: &[&Mark<'_>], county: &str) -> usize {
    marks.iter().filter(|m| m.code.starts_with(county)).count()
}

/// The counties; the chosen one last, so that its outline lies on top.
fn land(h: &mut Html, map: &Map, look: &Look<'_>, marks: &[&Mark<'_>]) {
    let is_chosen = |code: &str| look.county == Some(code);
    for chosen in [false, true] {
        for (code, path) in map.counties.iter().filter(|(code, _)| is_chosen(code) == chosen) {
            let class = match (chosen, count(marks, code)) {
                (true, _) => "land chosen",
                (false, 0) => "land",
                (false, _) => "land has",
            };
            let id = look.links.map(|_| id(code));
            h.open("g", &[("class", class)]).open_if("path", &[("id", id.as_deref()), ("d", Some(path.as_str()))]);
            h.close("path").close("g");
        }
    }
}

/// The name of a county's shape in the page.
fn id(county: &str) -> String {
    ["lan-", county].concat()
}

/// A county with nominees as a link: its shape again, wider and unseen, and its marks.
fn county(
    h: &mut Html,
    (code, href): (&str, &str),
    chosen: bool,
    spots: &[Spot<'_>],
    (marks, locale): (&[&Mark<'_>], Locale),
) {
    let many = count(marks, code);
    if many == 0 {
        return;
    }
    let label = label(county_name(code).unwrap_or(code), many, locale);
    let current = chosen.then_some("true");
    let link = [
        ("id", Some(["valj-", code].concat())),
        ("href", Some(href.to_string())),
        ("aria-label", Some(label.clone())),
        ("aria-current", current.map(str::to_string)),
        ("data-county", Some(code.to_string())),
    ];
    h.open_if("a", &link.each_ref().map(|(name, value)| (*name, value.as_deref()))).el("title", &[], &label);
    h.el("use", &[("class", "hit"), ("href", &["#", &id(code)].concat())], "");
    // What a link is called and what stands in it must be the same.
    draw(h, spots.iter().filter(|s| s.mark.code.starts_with(code)), None);
    h.close("a");
}

/// "Stockholms län, 5 nominerade".
fn label(county: &str, many: usize, locale: Locale) -> String {
    let word = match (locale, many) {
        (Locale::Sv, 1) => " nominerad",
        (Locale::Sv, _) => " nominerade",
        (Locale::En, 1) => " nominee",
        (Locale::En, _) => " nominees",
    };
    [county, ", ", &many.to_string(), word].concat()
}

/// A mark, where it belongs and where it is shown, in fine steps.
struct Spot<'a> {
    mark: &'a Mark<'a>,
    place: [i32; 2],
    shown: [i32; 2],
}

impl Spot<'_> {
    /// Half its size, and a little air.
    fn reach(&self) -> i32 {
        let size = match self.mark.stage {
            Stage::Winner => 19,
            Stage::Finalist => 15,
            Stage::Nominated => 14,
        };
        size * FINE
    }

    fn whole(&self) -> [i32; 2] {
        self.shown.map(|n| (n + FINE / 2).div_euclid(FINE))
    }
}

/// The marks at their places, pushed apart until none hides another; the winner last, on top.
fn spread<'a>(map: &Map, marks: &[&'a Mark<'a>]) -> Vec<Spot<'a>> {
    let mut spots = Vec::new();
    for stage in Stage::ALL.into_iter().rev() {
        for mark in marks.iter().filter(|m| m.stage == stage) {
            if let Some(place) = map.place(mark.code) {
                spots.push(Spot { mark, place, shown: place.map(|n| n * FINE) });
            }
        }
    }
    for _ in 0..ROUNDS {
        if !push(&mut spots) {
            break;
        }
    }
    spots
}

/// Pushes every pair that is too near apart, each half the way. Whether any was.
fn push(spots: &mut [Spot<'_>]) -> bool {
    let mut any = false;
    for n in 1..spots.len() {
        let (before, rest) = spots.split_at_mut(n);
        let Some(one) = rest.first_mut() else { continue };
        for other in before {
            let ([x, y], room) = (one.shown, one.reach() + other.reach());
            let [mut dx, dy] = [x - other.shown[0], y - other.shown[1]];
            if dx.abs() >= room || dy.abs() >= room {
                continue;
            }
            if [dx, dy] == [0, 0] {
                dx = 1;
            }
            let far = (dx * dx + dy * dy).isqrt().max(1);
            if far < room {
                any = true;
                let step = |d: i32| d * (room - far + FINE) / (2 * far);
                one.shown = [x + step(dx), y + step(dy)];
                other.shown = [other.shown[0] - step(dx), other.shown[1] - step(dy)];
            }
        }
    }
    any
}

/// The marks, their lines under them. `locale`: in which language each says what it is; `None` where something around it
/// says so.
fn draw<'a>(h: &mut Html, spots: impl Iterator<Item = &'a Spot<'a>> + Clone, locale: Option<Locale>) {
    for spot in spots.clone() {
        let ([x, y], [from_x, from_y]) = (spot.whole(), spot.place);
        if (x - from_x).abs().max((y - from_y).abs()) > MOVED {
            let [x1, y1, x2, y2] = [from_x, from_y, x, y].map(|n| n.to_string());
            h.el("line", &[("class", "leader"), ("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2)], "");
            h.el("circle", &[("class", "seat"), ("cx", &x1), ("cy", &y1), ("r", "3")], "");
        }
    }
    for spot in spots {
        let title = locale.map(|locale| [spot.mark.name, ": ", word(spot.mark.stage, locale)].concat());
        shape(h, spot.mark.stage, spot.whole(), title.as_deref());
    }
}

/// A star, a diamond or a ring.
fn shape(h: &mut Html, stage: Stage, [x, y]: [i32; 2], title: Option<&str>) {
    let (class, path) = match stage {
        Stage::Winner => ("win", "M0-20l5 13 14 1-11 9 4 13-12-7-12 7 4-13-11-9 14-1z"),
        Stage::Finalist => ("final", "M0-15l15 15-15 15-15-15z"),
        Stage::Nominated => ("nom", "M-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0z"),
    };
    let at = ["translate(", &x.to_string(), " ", &y.to_string(), ")"].concat();
    h.open("path", &[("class", class), ("transform", &at), ("d", path)]);
    if let Some(title) = title {
        h.el("title", &[], title);
    }
    h.close("path");
}

#[cfg(test)]
#[path = "map_tests.rs"]
mod tests;
