//! The pages of the app: one file a page. Pages that need no app are in `ui::plain`.

pub mod bad_instrument;
pub mod category;
pub mod check;
pub mod contact;
pub mod document;
pub mod hand_back;
pub mod invited;
pub mod overview;
pub mod plan;
pub mod receipt;
pub mod respondents;
pub mod result;
pub mod review;
pub mod send;
pub mod start;
pub mod stored;
pub(super) mod take;

use crate::browser::quota;
use crate::domain::instrument::Instrument;
use crate::domain::text::Locale;
use crate::route::{Assess, Route};
use crate::ui::components::link::page_link;
use crate::ui::html::Html;
use crate::ui::i18n::words;
use crate::ui::live::{Local, Page};
use leptos::task::spawn_local;
use std::sync::Arc;

/// A page of the assessment.
pub fn assess(page: &Assess, instrument: Arc<Instrument>, locale: Locale) -> Page {
    match page {
        Assess::Start => start::start(instrument, locale),
        Assess::Category(id) => match instrument.category(id) {
            Some(index) => category::category(instrument, index, locale),
            None => no_such_category(locale).into(),
        },
        Assess::Overview => overview::overview(instrument, locale),
        Assess::Review => review::review(instrument, locale),
        Assess::Respondents => respondents::respondents(locale),
        Assess::Invited => invited::invited(locale),
        Assess::Result => result::result(locale),
        Assess::Plan => plan::plan(locale),
        Assess::Document => document::document(locale),
        Assess::Send => send::send(instrument, locale),
        Assess::Receipt => receipt::receipt(locale),
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
fn promised() -> Local<bool> {
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
