//! The gallery, whole, as it reads without script. Finding in it is in `pages::public::islands::nominees`.

use super::{PlainData, part};
use crate::components::nominee_card::stage_name;
use crate::domain::award::{COUNTIES, Stage};
use crate::domain::text::Locale;
use crate::i18n::gallery as texts;
use crate::pages::public::islands::nominees as live;
use crate::strings::html::Html;

/// The page.
pub fn gallery(data: &PlainData, locale: Locale) -> Html {
    let (g, public, mut h) = (texts(locale), data.public(locale), Html::new());
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], g.title).el("p", &[("class", "lead")], g.lead);
    h.open("div", &[("class", "gallery")]).open("div", &[("class", "stack")]);
    form(&mut h, data, locale);
    part(&mut h, "div", &[("id", "antal"), ("role", "status")], live::count(public));
    part(&mut h, "div", &[("id", "lista")], live::list(public));
    h.close("div").open("aside", &[("class", "card map-card"), ("aria-labelledby", "karta-rubrik")]);
    h.el("h2", &[("id", "karta-rubrik")], g.map).el("p", &[("class", "meta scripted")], g.map_help);
    super::map::of_all(&mut h, data, g.map, locale);
    h.close("aside").close("div");
    h
}

/// Shown only where there is a script to answer it.
fn form(h: &mut Html, data: &PlainData, locale: Locale) {
    let g = texts(locale);
    let search =
        [("class", "filters scripted"), ("role", "search"), ("aria-label", g.filters), ("autocomplete", "off")];
    h.open("form", &search).open("div", &[("class", "field wide")]).el("label", &[("for", "sok")], g.search);
    h.open("input", &[("id", "sok"), ("type", "text"), ("maxlength", "60")]).close("div");
    let years: Vec<_> = data.editions.iter().rev().map(|e| (e.year.to_string(), e.year.to_string())).collect();
    choice(h, "ar", g.year, g.all_years, &years);
    let stages = Stage::ALL.map(|s| (s.query_word().to_string(), stage_name(s, locale).to_string()));
    choice(h, "steg", g.stage, g.all_stages, &stages);
    choice(h, "lan", g.county, g.all_counties, &COUNTIES.map(|(code, name)| (code.to_string(), name.to_string())));
    h.link("to-map", "#karta-rubrik", None, g.on_map).close("form");
}

fn choice(h: &mut Html, id: &str, label: &str, all: &str, options: &[(String, String)]) {
    h.open("div", &[("class", "field")]).el("label", &[("for", id)], label).open("select", &[("id", id)]);
    h.el("option", &[("value", "")], all);
    for (value, name) in options {
        h.el("option", &[("value", value)], name);
    }
    h.close("select").close("div");
}
