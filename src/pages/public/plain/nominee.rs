//! One nominee: how far it came, why, facts with their sources, where it is, and its other years.

use super::{PlainData, sources};
use crate::browser::clock;
use crate::components::nominee_card::{counties, stage_name, stage_tag};
use crate::components::share::share;
use crate::domain::award::{Edition, Nominee, slug_of};
use crate::domain::text::Locale;
use crate::i18n::{edition_name, pick};
use crate::route::Route;
use crate::strings::html::{Html, shown};

/// The page.
pub fn nominee(edition: &Edition, nominee: &Nominee, data: &PlainData, locale: Locale) -> Html {
    let stage = edition.stage_on(nominee, clock::now_in_stockholm());
    let mut h = Html::new();
    h.open("p", &[("class", "kicker")]);
    h.link("", &Route::Edition(edition.year).path(locale), None, &edition_name(locale, edition.year));
    h.text(" · ").text(&edition.title).close("p");
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], &nominee.name).open("div", &[("class", "row")]);
    stage_tag(&mut h, stage, locale);
    h.el("p", &[("class", "meta")], &counties(nominee, locale)).close("div");
    h.open("div", &[("class", "edition-grid")]).open("section", &[("class", "stack")]);
    h.el("h2", &[], pick(locale, "Varför", "Why"));
    about(&mut h, nominee, stage == nominee.stage, locale);
    share(&mut h, &Route::Nominee(edition.year, nominee.slug.clone()), &nominee.name, locale);
    h.close("section").open("div", &[("class", "stack")]);
    place(&mut h, edition, nominee, data, locale);
    years(&mut h, edition.year, nominee, data, locale);
    h.close("div").close("div");
    sources(&mut h, &nominee.sources, locale);
    h
}

/// The reason and the facts, or that none are known. `known`: whether the stage it is for is known yet.
fn about(h: &mut Html, nominee: &Nominee, known: bool, locale: Locale) {
    let reason = nominee.reason.as_ref().filter(|_| known);
    if reason.is_none() && nominee.facts.is_empty() {
        h.el("p", &[("class", "note")], unknown(locale));
        return;
    }
    match reason {
        Some(reason) => h.el("p", &[("class", "lead")], reason.get(locale)),
        None => h.el("p", &[("class", "meta")], no_reason(locale)),
    };
    if !nominee.facts.is_empty() {
        h.open("ul", &[("class", "facts")]);
        for (text, source) in &nominee.facts {
            h.open("li", &[]).text(text.get(locale)).text(" ");
            h.link("meta", source, Some("external"), shown(source).split('/').next().unwrap_or("")).close("li");
        }
        h.close("ul");
    }
}

fn unknown(locale: Locale) -> &'static str {
    pick(
        locale,
        "Vi har inte hittat någon publicerad motivering och inga uppgifter. Känner du till en källa? Skicka den till arrangören, så läggs den in här.",
        "We have found no published reason and no facts. Do you know of a source? Send it to the organiser, and it will be added here.",
    )
}

fn no_reason(locale: Locale) -> &'static str {
    pick(
        locale,
        "Juryns motivering är inte känd. Känner du till en källa? Skicka den till arrangören.",
        "The jury’s reason is not known. Do you know of a source? Send it to the organiser.",
    )
}

/// Where its municipalities are, and the way to each of them.
fn place(h: &mut Html, edition: &Edition, nominee: &Nominee, data: &PlainData, locale: Locale) {
    h.open("section", &[("class", "card map-card small")]);
    h.el("h2", &[], pick(locale, "Var i landet", "Where in the country"));
    let title = [&nominee.name, ", ", &counties(nominee, locale)].concat();
    super::map::of_nominees(h, data, &[(edition, nominee)], &title, locale);
    h.open("ul", &[]);
    for municipality in &nominee.municipalities {
        let to = Route::Municipality(slug_of(&municipality.name)).path(locale);
        let name = pick(
            locale,
            [&municipality.name, " genom alla år"].concat(),
            [&municipality.name, " through all years"].concat(),
        );
        h.open("li", &[]).link("", &to, None, &name).close("li");
    }
    h.close("ul").close("section");
}

/// The other years of the nominee's municipalities.
fn years(h: &mut Html, year: u16, nominee: &Nominee, data: &PlainData, locale: Locale) {
    h.open("section", &[("class", "card")]).el("h2", &[], pick(locale, "Andra år", "Other years"));
    let editions = data.editions.iter().rev().filter(|e| e.year != year);
    let others = editions.flat_map(|e| e.nominees.iter().map(move |n| (e, n)));
    let mut rows =
        others.filter(|(_, n)| n.municipalities.iter().any(|m| nominee.municipalities.contains(m))).peekable();
    if rows.peek().is_none() {
        let none = pick(locale, "Inga andra nomineringar är kända.", "No other nominations are known.");
        h.el("p", &[("class", "meta")], none).close("section");
        return;
    }
    h.open("ul", &[]);
    for (edition, other) in rows {
        let to = Route::Nominee(edition.year, other.slug.clone()).path(locale);
        let name = [&other.name, " ", &edition.year.to_string()].concat();
        let stage = stage_name(edition.stage_on(other, clock::now_in_stockholm()), locale);
        h.open("li", &[]).link("", &to, None, &name).text(", ").text(stage).close("li");
    }
    h.close("ul").close("section");
}
