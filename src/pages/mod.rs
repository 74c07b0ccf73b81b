//! The pages, by who uses them: one file a page.

pub mod assessment;
pub mod kiosk;
pub mod public;
pub mod results;
pub mod sending;

use crate::browser::quota;
use crate::components::link::page_link;
use crate::domain::instrument::Instrument;
use crate::domain::text::Locale;
use crate::i18n::words;
use crate::route::{Assess, Route};
use crate::strings::html::Html;
use crate::strings::live::{Local, Page};
use leptos::task::spawn_local;
use std::sync::Arc;

/// A page of the assessment.
pub fn assess(page: &Assess, instrument: Arc<Instrument>, locale: Locale) -> Page {
    match page {
        Assess::Start => assessment::start::start(instrument, locale),
        Assess::Category(id) => match instrument.category(id) {
            Some(index) => assessment::category::category(instrument, index, locale),
            None => no_such_category(locale).into(),
        },
        Assess::Overview => assessment::overview::overview(instrument, locale),
        Assess::Review => assessment::review::review(instrument, locale),
        Assess::Respondents => results::respondents::respondents(locale),
        Assess::Invited => assessment::invited::invited(locale),
        Assess::Result => results::result::result(locale),
        Assess::Plan => results::plan::plan(locale),
        Assess::Document => results::document::document(locale),
        Assess::Send => sending::send::send(instrument, locale),
        Assess::Receipt => sending::receipt::receipt(locale),
    }
}

fn no_such_category(locale: Locale) -> Html {
    let w = words(locale);
    dead_end(w.no_such_category, "", &Route::Assess(Assess::Overview), w.to_overview, locale)
}

/// A page that says that the draft it was to show is not on this computer.
pub fn no_such_draft(locale: Locale) -> Html {
    let w = words(locale);
    dead_end(w.no_such_draft, w.no_such_draft_help, &Route::Assess(Assess::Start), w.overview_start, locale)
}

/// A page that is not here: unknown, or one that the server has and this document does not.
pub fn not_here(locale: Locale) -> Html {
    let w = words(locale);
    let mut h = dead_end(w.not_found_title, w.not_found_help, &Route::Home, w.not_found_home, locale);
    h.open("ul", &[("class", "ways-on")]);
    for (route, name) in [(Route::Nominees, w.home_all), (Route::Assess(Assess::Start), w.home_assess)] {
        h.open("li", &[]);
        page_link(&mut h, &route, locale, "", name);
        h.close("li");
    }
    h.close("ul");
    h
}

/// Whether the browser has promised to keep what is stored: what holds until it says so is that it has not. What is
/// written either way is as long, so nothing moves.
pub fn promised() -> Local<bool> {
    let promised = Local::new(false);
    if !cfg!(feature = "ssr") {
        let told = promised.clone();
        spawn_local(async move {
            if quota::is_kept().await == Some(true) {
                told.change(|told| *told = true);
            }
        });
    }
    promised
}

/// A page that says what is not there, and leads on.
fn dead_end(title: &str, help: &str, to: &Route, name: &str, locale: Locale) -> Html {
    let mut h = Html::new();
    h.open("div", &[("class", "flow")]).el("h1", &[("id", "rubrik"), ("tabindex", "-1")], title);
    if !help.is_empty() {
        h.el("p", &[("class", "lead")], help);
    }
    h.open("p", &[]);
    page_link(&mut h, to, locale, "btn", name);
    h.close("p").close("div");
    h
}
