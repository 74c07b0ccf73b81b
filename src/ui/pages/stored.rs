//! What is stored on this device, and the way to remove all of it.

use crate::browser::event::Kind;
use crate::domain::merge::SUBMISSIONS;
use crate::domain::text::Locale;
use crate::ui::desk::Desk;
use crate::ui::html::Html;
use crate::ui::i18n::words;
use crate::ui::live::{Local, Page, live, live_status};
use crate::ui::shelf::{Saved, Shelf};
use leptos::prelude::{Get, Track};

/// What removing all of it has come to.
#[derive(Clone, Copy)]
struct Clearing {
    /// Whether it has been asked once.
    sure: bool,
    told: &'static str,
}

/// The page.
pub fn stored(locale: Locale) -> Page {
    let (w, mut h) = (words(locale), Html::new());
    let clearing = Local::new(Clearing { sure: false, told: "" });
    let (counted, told) = (clearing.clone(), clearing.clone());
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], w.stored_title).el("p", &[("class", "lead")], w.stored_lead);
    live(&mut h, "div", "antal", "", move || {
        counted.with(|_| ());
        Shelf::get().changes.track();
        counts(locale)
    });
    h.el("p", &[], w.stored_limits).el("p", &[], w.stored_durability);
    live_status(&mut h, "rensat", move || {
        let told = told.with(|c| c.told);
        // It is gone when both stores say so.
        Html::of(match Shelf::get().saved.get() {
            Saved::Underway if told == w.stored_cleared => w.stored_clearing,
            Saved::Failed(_) | Saved::Quick if told == w.stored_cleared => w.stored_cleared_partly,
            _ => told,
        })
    });
    let button = [("class", "btn danger"), ("type", "button"), ("id", "rensa"), ("data-clear-all", "")];
    h.open("p", &[]).el("button", &button, w.stored_clear).close("p");
    Page::new(h, move |event| {
        if event.is(Kind::Click, "data-clear-all") {
            clearing.change(|c| *c = clear(*c, locale));
        }
    })
}

/// Nothing is counted before the app is live: a prerendered page knows no device.
fn counts(locale: Locale) -> Html {
    let (w, mut h) = (words(locale), Html::new());
    let shown = |stored: usize| if cfg!(feature = "ssr") { "–".to_string() } else { stored.to_string() };
    let shelf = Shelf::get();
    h.open("dl", &[("class", "pairs")]);
    for (name, stored) in [(w.stored_drafts, shelf.drafts().len()), (w.stored_sent, shelf.keys(SUBMISSIONS).len())] {
        h.open("div", &[]).el("dt", &[], name).el("dd", &[("class", "num")], &shown(stored)).close("div");
    }
    h.close("dl");
    h
}

/// Asks once, in place, before everything is removed.
fn clear(before: Clearing, locale: Locale) -> Clearing {
    let w = words(locale);
    if !before.sure {
        return Clearing { sure: true, told: w.stored_clear_sure };
    }
    Desk::get().forget(None);
    Shelf::get().clear(SUBMISSIONS);
    Clearing { sure: false, told: w.stored_cleared }
}
