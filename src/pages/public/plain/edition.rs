//! One edition: its nominees, where they are, dates and facts.

use super::{PlainData, sources};
use crate::browser::{clock, intl};
use crate::components::dates::{calendar_links, timeline};
use crate::components::nominee_card::nominees;
use crate::components::share::share;
use crate::domain::award::{Edition, time_of_day};
use crate::domain::text::Locale;
use crate::i18n::{award, compete, edition_name, list, pick, won};
use crate::route::Route;
use crate::strings::html::{Html, shown};

/// The page.
pub fn edition(edition: &Edition, data: &PlainData, locale: Locale) -> Html {
    let (a, now, mut h) = (award(locale), clock::now_in_stockholm(), Html::new());
    let heading = edition.winner(now).map_or_else(
        || compete(locale, edition.nominees.len()),
        |n| won(locale, &n.name, &edition.title, edition.year),
    );
    kicker(&mut h, edition, data, locale);
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], &heading);
    until(&mut h, edition, locale);
    share(&mut h, &Route::Edition(edition.year), &heading, locale);
    h.open("div", &[("class", "edition-grid")]).open("div", &[("class", "stack")]);
    h.el("h2", &[("class", "vh")], a.nominated);
    nominees(&mut h, edition, now, locale);
    if !edition.nominees_complete && !edition.nominees.is_empty() {
        h.el("p", &[("class", "meta")], incomplete(locale));
    }
    facts(&mut h, edition, locale);
    h.close("div").open("div", &[("class", "stack")]).open("section", &[("class", "card map-card")]);
    h.el("h2", &[], pick(locale, "Var i landet", "Where in the country"));
    let all: Vec<_> = edition.nominees.iter().map(|n| (edition, n)).collect();
    super::map::of_nominees(&mut h, data, &all, &heading, locale);
    h.close("section").close("div").close("div");
    h.open("div", &[("class", "edition-grid")]).open("div", &[]);
    if !edition.milestones.is_empty() {
        h.open("section", &[("class", "stack"), ("id", "halltider")]).el("h2", &[], a.dates);
        timeline(&mut h, edition, locale);
        h.close("section");
    }
    h.close("div").open("div", &[("class", "stack")]);
    if !edition.milestones.is_empty() {
        h.open("section", &[("class", "card stack calendar")]);
        calendar_links(&mut h, edition, locale);
        h.close("section");
    }
    h.close("div").close("div");
    sources(&mut h, &edition.sources, locale);
    h
}

/// Before the moment that is set: where the winner will be shown. True afterwards too.
fn until(h: &mut Html, edition: &Edition, locale: Locale) {
    let Some(moment) = edition.revealed.filter(|m| *m > clock::now_in_stockholm()) else { return };
    let day = intl::date(locale, moment.date());
    h.open("p", &[("class", "note")]).text(pick(locale, "Vinnaren visas på ", "The winner is shown on "));
    h.link("", &Route::Home.path(locale), None, pick(locale, "startsidan", "the start page"));
    h.text(pick(locale, " från den ", " from ")).text(&day).text(pick(locale, " kl. ", " at "));
    h.text(&time_of_day(moment)).text(".").close("p");
}

fn kicker(h: &mut Html, edition: &Edition, data: &PlainData, locale: Locale) {
    h.open("p", &[("class", "kicker")]).text(&edition_name(locale, edition.year));
    for near in data.editions.iter().rev().filter(|e| e.year.abs_diff(edition.year) == 2) {
        h.text(" · ").link("num", &Route::Edition(near.year).path(locale), None, &near.year.to_string());
    }
    h.text(" · ").link("", &Route::Nominees.path(locale), None, award(locale).all).close("p");
}

fn incomplete(locale: Locale) -> &'static str {
    pick(
        locale,
        "Fler kan ha varit nominerade. Känner du till en källa? Skicka den till arrangören.",
        "There may have been more nominees. Do you know of a source? Send it to the organiser.",
    )
}

/// What is known of the edition beside its nominees.
fn facts(h: &mut Html, edition: &Edition, locale: Locale) {
    let texts =
        |all: &[crate::domain::text::Text]| list(locale, &all.iter().map(|t| t.get(locale)).collect::<Vec<_>>());
    let mut rows: Vec<(&str, Html)> = Vec::new();
    let mut row = |name: &'static str, text: &str| {
        if !text.is_empty() {
            rows.push((name, Html::of(text)));
        }
    };
    if let Some(day) = edition.awarded {
        row(pick(locale, "Prisutdelning", "Prize given"), &intl::date(locale, day));
    }
    if let Some(prize) = &edition.prize {
        row(pick(locale, "Prisutdelare", "Given by"), &prize.given_by);
        row(pick(locale, "Pris", "Prize"), &texts(&prize.contents));
    }
    row(pick(locale, "Underlag", "Basis of decision"), &texts(&edition.basis));
    let organisers: Vec<&str> = edition.organisers.iter().map(String::as_str).collect();
    row(pick(locale, "Arrangörer", "Organisers"), &list(locale, &organisers));
    if !edition.jury.is_empty() {
        let mut jury = Html::new();
        jury.open("ul", &[]);
        for (name, role) in &edition.jury {
            jury.el("li", &[("lang", "sv")], &[name, ", ", role].concat());
        }
        jury.close("ul");
        rows.push((pick(locale, "Jury", "Jury"), jury));
    }
    if let Some((title, source)) = &edition.publication {
        let mut link = Html::new();
        link.link("", source, Some("external"), title).text(" (").text(&shown(source)).text(")");
        rows.push((pick(locale, "Publikation", "Publication"), link));
    }
    if rows.is_empty() {
        let unknown = pick(
            locale,
            "Datum, jury och arrangörer för det här året är inte kända här. Känner du till en källa? Skicka den till arrangören.",
            "Dates, jury and organisers of this year are not known here. Do you know of a source? Send it to the organiser.",
        );
        h.el("p", &[("class", "meta")], unknown);
        return;
    }
    h.open("dl", &[("class", "pairs")]);
    for (name, value) in rows {
        h.open("div", &[]).el("dt", &[], name).open("dd", &[]).add(value).close("dd").close("div");
    }
    h.close("dl");
}
