//! The map on the pages that have one.

use super::PlainData;
use crate::browser::clock;
use crate::charts::map::{Look, Mark, attribution, legend, sweden};
use crate::domain::award::{Edition, Filter, Municipality, Nominee};
use crate::domain::text::Locale;
use crate::route::Route;
use crate::strings::html::Html;

/// All nominees of all editions; each county is a way to choose it in the gallery.
pub fn of_all(h: &mut Html, data: &PlainData, title: &str, locale: Locale) {
    let entries: Vec<_> = data.editions.iter().flat_map(|e| e.nominees.iter().map(move |n| (e, n))).collect();
    let to = |county: &str| {
        let filter = Filter { county: Some(county.to_string()), ..Filter::default() };
        [Route::Nominees.path(locale), filter.query()].concat()
    };
    draw(h, data, &marks(&entries), title, Some(&to), locale);
}

/// These nominees.
pub fn of_nominees(h: &mut Html, data: &PlainData, entries: &[(&Edition, &Nominee)], title: &str, locale: Locale) {
    draw(h, data, &marks(entries), title, None, locale);
}

/// One municipality, by the furthest it has come.
pub fn of_municipality(
    h: &mut Html,
    data: &PlainData,
    municipality: &Municipality,
    entries: &[(&Edition, &Nominee)],
    locale: Locale,
) {
    let mut marks = marks(entries);
    marks.retain(|mark| mark.code == municipality.code);
    draw(h, data, &marks, &municipality.name, None, locale);
}

fn marks(entries: &[(&Edition, &Nominee)]) -> Vec<Mark> {
    let now = clock::now_in_stockholm();
    let of = |(edition, nominee): &(&Edition, &Nominee)| {
        let stage = edition.stage_on(nominee, now);
        let mark = |m: &Municipality| Mark { code: m.code.clone(), name: m.name.clone(), stage };
        nominee.municipalities.iter().map(mark).collect::<Vec<_>>()
    };
    entries.iter().flat_map(of).collect()
}

fn draw(
    h: &mut Html,
    data: &PlainData,
    marks: &[Mark],
    title: &str,
    links: Option<&dyn Fn(&str) -> String>,
    locale: Locale,
) {
    sweden(h, &data.map, &Look { title, county: None, links }, marks, locale);
    // One mark by itself needs no telling apart.
    if marks.len() > 1 {
        legend(h, locale);
    }
    h.el("p", &[("class", "meta")], attribution(locale));
}
