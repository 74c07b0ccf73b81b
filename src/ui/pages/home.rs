//! The start page: where the current edition stands by the clock in Stockholm, its nominees and dates, the ways in.

use crate::browser::clock;
use crate::domain::award::{Edition, Status};
use crate::domain::text::Locale;
use crate::route::{Assess, Route};
use crate::ui::components::dates::{dates, step_name};
use crate::ui::components::link::page_link;
use crate::ui::components::nominee_card::nominees;
use crate::ui::html::Html;
use crate::ui::i18n::{compete, days_left, edition_name, pick, won, words};
use crate::ui::live::Page;
use crate::ui::site::Site;
use leptos::prelude::WithValue;

/// The start page.
pub fn home(locale: Locale) -> Page {
    let written = Site::get().edition.with_value(|e| e.as_ref().map(|edition| written(edition, locale)));
    written.unwrap_or_else(|| super::not_here(locale)).into()
}

fn written(edition: &Edition, locale: Locale) -> Html {
    let (w, today) = (words(locale), clock::today_in_stockholm());
    let mut h = Html::new();
    h.open("div", &[("class", "flow")]).open("div", &[("class", "hero split")]);
    intro(&mut h, edition, locale);
    if !edition.milestones.is_empty() {
        h.open("aside", &[("class", "card dates-card")]).el("h2", &[], w.home_dates);
        dates(&mut h, edition, locale);
        h.close("aside");
    }
    h.close("div").open("section", &[("class", "stack")]);
    h.el("h2", &[], &[w.home_nominated, " ", &edition.year.to_string()].concat());
    nominees(&mut h, edition, today, locale);
    h.open("p", &[]);
    page_link(&mut h, &Route::Nominees, locale, "", w.home_all);
    h.close("p").close("section").close("div");
    h
}

/// What the award is and where it stands.
fn intro(h: &mut Html, edition: &Edition, locale: Locale) {
    let w = words(locale);
    let (heading, stands) = standing(edition, locale, edition.status(clock::today_in_stockholm()));
    h.open("div", &[("class", "stack")]);
    h.el("p", &[("class", "kicker")], &edition_name(locale, edition.year));
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], &heading).el("p", &[("class", "lead")], w.home_lead);
    h.el("p", &[("class", "stands")], &stands).open("p", &[("class", "row")]);
    page_link(h, &Route::Assess(Assess::Start), locale, "btn", w.home_assess);
    page_link(h, &Route::Edition(edition.year), locale, "btn quiet", w.home_nominees);
    h.close("p").close("div");
}

/// The heading, and in a sentence where the edition stands.
fn standing(edition: &Edition, locale: Locale, status: Status<'_>) -> (String, String) {
    match status {
        Status::Over(Some(winner)) => (
            won(locale, &winner.name, &edition.title, edition.year),
            pick(
                locale,
                "Utmärkelsen är avgjord. Datum för nästa har inte publicerats här.",
                "The award has been decided. Dates for the next have not been published here.",
            )
            .into(),
        ),
        Status::Over(None) | Status::Unknown => (compete(locale, edition.nominees.len()), String::new()),
        Status::Next(milestone, days) => {
            let next =
                [words(locale).home_next, ": ", step_name(locale, milestone.step), ", ", &days_left(locale, days), "."];
            (compete(locale, edition.nominees.len()), next.concat())
        }
    }
}
