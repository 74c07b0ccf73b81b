//! What is stored on this device, and the way to remove all of it.

use crate::browser::event::Kind;
use crate::browser::storage;
use crate::domain::text::Locale;
use crate::ui::desk::Desk;
use crate::ui::html::Html;
use crate::ui::i18n::words;
use crate::ui::live::{Local, Page, live, live_status};
use crate::ui::{outbox, shelf};

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
        counts(locale)
    });
    h.el("p", &[], w.stored_limits).el("p", &[], w.stored_durability);
    live_status(&mut h, "rensat", move || Html::of(told.with(|c| c.told)));
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
    h.open("dl", &[("class", "pairs")]);
    for (name, stored) in [(w.stored_drafts, shelf::stored_ids().len()), (w.stored_sent, outbox::stored_keys().len())] {
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
    let keys = || [shelf::PREFIX, outbox::PREFIX].into_iter().flat_map(|p| storage::keys(p).unwrap_or_default());
    for key in keys() {
        // What cannot be removed is counted below.
        let _ = storage::remove(&key);
    }
    let told = if keys().next().is_none() { w.stored_cleared } else { w.stored_cleared_partly };
    Clearing { sure: false, told }
}
