//! The pages of the app: one file a page. Pages that need no app are in `ui::plain`.

pub mod bad_instrument;
pub mod category;
pub mod home;
pub mod overview;
pub mod receipt;
pub mod result;
pub mod review;
pub mod send;
pub mod start;
pub mod stored;

use crate::domain::instrument::Instrument;
use crate::domain::text::Locale;
use crate::route::{Assess, Route};
use crate::ui::components::link::page_link;
use crate::ui::components::read::block;
use crate::ui::desk::Desk;
use crate::ui::html::Html;
use crate::ui::i18n::words;
use leptos::prelude::*;
use std::sync::Arc;

/// A page of the assessment.
pub fn assess(page: &Assess, instrument: Arc<Instrument>, locale: Locale) -> AnyView {
    match page {
        Assess::Start => view! { <start::Start instrument locale/> }.into_any(),
        Assess::Category(id) => match instrument.category(id) {
            Some(index) => for_draft(false, locale, move || {
                let instrument = instrument.clone();
                view! { <category::CategoryPage instrument index locale/> }.into_any()
            }),
            None => dead_end(
                words(locale).no_such_category,
                "",
                &Route::Assess(Assess::Overview),
                words(locale).to_overview,
                locale,
            ),
        },
        Assess::Overview => for_draft(false, locale, move || {
            let instrument = instrument.clone();
            view! { <overview::Overview instrument locale/> }.into_any()
        }),
        Assess::Review => for_draft(true, locale, move || {
            let instrument = instrument.clone();
            view! { <review::Review instrument locale/> }.into_any()
        }),
        Assess::Result => for_draft(true, locale, move || {
            let instrument = instrument.clone();
            view! { <result::ResultPage instrument locale/> }.into_any()
        }),
        Assess::Send => for_draft(true, locale, move || {
            let instrument = instrument.clone();
            view! { <send::Send instrument locale/> }.into_any()
        }),
        Assess::Receipt => for_draft(true, locale, move || {
            let instrument = instrument.clone();
            view! { <receipt::ReceiptPage instrument locale/> }.into_any()
        }),
    }
}

/// A page for the draft that the address names; where there is none of that name, a page that says so. `needs_one`:
/// whether the page is nothing without a draft.
fn for_draft(needs_one: bool, locale: Locale, page: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let desk = Desk::get();
    let absent = Memo::new(move |_| {
        let named = desk.id.with(Option::is_some);
        desk.changes.track();
        (named || (needs_one && !cfg!(feature = "ssr"))) && desk.with(|_| ()).is_none()
    });
    (move || if absent.get() { no_such_draft(locale) } else { page() }).into_any()
}

fn no_such_draft(locale: Locale) -> AnyView {
    let w = words(locale);
    dead_end(w.no_such_draft, w.no_such_draft_help, &Route::Assess(Assess::Start), w.overview_start, locale)
}

/// A page that is not here: unknown, or one that the server has and this document does not.
pub fn not_here(locale: Locale) -> AnyView {
    dead_end(words(locale).not_found_title, "", &Route::Home, crate::ui::title::AWARD, locale)
}

/// A page that says what is not there, and leads on.
fn dead_end(title: &str, help: &str, to: &Route, name: &str, locale: Locale) -> AnyView {
    let mut h = Html::new();
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], title);
    if !help.is_empty() {
        h.el("p", &[("class", "lead")], help);
    }
    h.open("p", &[]);
    page_link(&mut h, to, locale, "btn", name);
    h.close("p");
    block("flow", h)
}
