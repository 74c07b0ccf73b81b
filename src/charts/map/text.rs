//! The map as text.

use super::spread::{Spot, furthest, spread};
use super::{MARGIN, Mark, count, id, label, outline, word};
use crate::domain::award::{Map, Stage, county_name};
use crate::domain::text::Locale;
use crate::strings::html::Html;

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
pub fn sweden(h: &mut Html, map: &Map, look: &Look<'_>, marks: &[Mark], locale: Locale) {
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

/// The counties; the chosen one last, so that its outline lies on top.
fn land(h: &mut Html, map: &Map, look: &Look<'_>, marks: &[Mark]) {
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

/// A county with nominees as a link: its shape again, wider and unseen, and its marks.
fn county(h: &mut Html, (code, href): (&str, &str), chosen: bool, spots: &[Spot], (marks, locale): (&[Mark], Locale)) {
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

/// The marks, their lines under them. `locale`: in which language each says what it is; `None` where something around it
/// says so.
fn draw<'a>(h: &mut Html, spots: impl Iterator<Item = &'a Spot> + Clone, locale: Option<Locale>) {
    for spot in spots.clone() {
        let [x, y] = spot.whole();
        if let Some([from_x, from_y]) = spot.seat() {
            let [x1, y1, x2, y2] = [from_x, from_y, x, y].map(|n| n.to_string());
            h.el("line", &[("class", "leader"), ("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2)], "");
            h.el("circle", &[("class", "seat"), ("cx", &x1), ("cy", &y1), ("r", "3")], "");
        }
    }
    for spot in spots {
        let title = locale.map(|locale| [&spot.mark.name, ": ", word(spot.mark.stage, locale)].concat());
        shape(h, spot.mark.stage, spot.whole(), title.as_deref());
    }
}

/// A star, a diamond or a ring.
fn shape(h: &mut Html, stage: Stage, [x, y]: [i32; 2], title: Option<&str>) {
    let (class, path) = outline(stage);
    let at = ["translate(", &x.to_string(), " ", &y.to_string(), ")"].concat();
    h.open("path", &[("class", class), ("transform", &at), ("d", path)]);
    if let Some(title) = title {
        h.el("title", &[], title);
    }
    h.close("path");
}
