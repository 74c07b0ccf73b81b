//! What is stored on this device, and the way to remove all of it.

use crate::browser::event::Kind;
use crate::browser::files;
use crate::domain::merge::{OURS, SUBMISSIONS};
use crate::domain::text::Locale;
use crate::i18n::keeping;
use crate::pages::promised;
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::{DraftStore, Saved};
use crate::strings::html::Html;
use crate::strings::live::{Local, Page, live, live_status};
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
    let (k, mut h) = (keeping(locale), Html::new());
    let clearing = Local::new(Clearing { sure: false, told: "" });
    let (counted, told) = (clearing.clone(), clearing.clone());
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], k.title).el("p", &[("class", "lead")], k.stored_lead);
    live(&mut h, "div", "antal", "", move || {
        counted.with(|_| ());
        DraftStore::get().changes.track();
        counts(locale)
    });
    live(&mut h, "div", "skadat", "", move || damaged(locale));
    let promised = promised();
    live(&mut h, "p", "lovat", "", move || {
        Html::of(if promised.with(|promised| *promised) { k.stored_kept } else { k.stored_not_kept })
    });
    h.el("p", &[], k.stored_limits).el("p", &[], k.stored_durability);
    live_status(&mut h, "rensat", move || {
        let told = told.with(|c| c.told);
        // It is gone when both stores say so.
        Html::of(match DraftStore::get().saved.get() {
            Saved::Underway if told == k.stored_cleared => k.stored_clearing,
            Saved::Failed(_) | Saved::Quick if told == k.stored_cleared => k.stored_cleared_partly,
            _ => told,
        })
    });
    let button = [("class", "btn danger"), ("type", "button"), ("id", "rensa"), ("data-clear-all", "")];
    h.open("p", &[]).el("button", &button, k.stored_clear).close("p");
    Page::new(h, move |event| {
        if event.is(Kind::Click, "data-clear-all") {
            clearing.change(|c| *c = clear(*c, locale));
        }
        if event.is(Kind::Click, "data-damaged") {
            save_damaged();
        }
    })
}

/// Nothing is counted before the app is live: a prerendered page knows no device.
fn counts(locale: Locale) -> Html {
    let (k, mut h) = (keeping(locale), Html::new());
    let shown = |stored: usize| if cfg!(feature = "ssr") { "–".to_string() } else { stored.to_string() };
    let shelf = DraftStore::get();
    h.open("dl", &[("class", "pairs")]);
    for (name, stored) in [(k.stored_drafts, shelf.drafts().len()), (k.stored_sent, shelf.keys(SUBMISSIONS).len())] {
        h.open("div", &[]).el("dt", &[], name).el("dd", &[("class", "num")], &shown(stored)).close("div");
    }
    for (name, text) in [(k.stored_size, size(&shelf)), (k.stored_where, k.stored_where_text.to_string())] {
        h.open("div", &[]).el("dt", &[], name).el("dd", &[("class", "num")], &text).close("div");
    }
    h.close("dl");
    if shelf.newer() > 0 {
        h.el("p", &[("class", "note warn")], k.newer_drafts);
    }
    h
}

/// In each of the two stores.
fn size(shelf: &DraftStore) -> String {
    let bytes: usize = shelf.keys("").iter().map(|key| key.len() + shelf.text(key).map_or(0, |text| text.len())).sum();
    if cfg!(feature = "ssr") { "–".into() } else { [&bytes.div_ceil(1000).to_string(), "\u{a0}kB"].concat() }
}

/// What cannot be read, and a way to take it out.
fn damaged(locale: Locale) -> Html {
    let (k, mut h) = (keeping(locale), Html::new());
    let shelf = DraftStore::get();
    shelf.changes.track();
    let damaged = shelf.damaged().len();
    if damaged > 0 {
        h.open("div", &[("class", "note warn")]).open("h2", &[]).text(k.stored_damaged).text(" (");
        h.text(&damaged.to_string()).text(")").close("h2").el("p", &[], k.stored_damaged_text).open("p", &[]);
        let button = [("class", "btn quiet"), ("type", "button"), ("data-damaged", "")];
        h.el("button", &button, k.stored_damaged_save).close("p").close("div");
    }
    h
}

/// Offers what is damaged as a file: each key with its text as it was found.
fn save_damaged() {
    // A text as JSON cannot fail.
    let json = |text: &str| serde_json::to_string(text).unwrap_or_default();
    let all: Vec<String> =
        DraftStore::get().damaged().iter().map(|(key, text)| [json(key), json(text)].join(": ")).collect();
    files::save("dimios-skadat.json", "application/json", &["{", &all.join(",\n"), "}"].concat());
}

/// Asks once, in place, before everything is removed.
fn clear(before: Clearing, locale: Locale) -> Clearing {
    let k = keeping(locale);
    if !before.sure {
        return Clearing { sure: true, told: k.stored_clear_sure };
    }
    CurrentDraft::get().forget(None);
    DraftStore::get().clear(OURS);
    Clearing { sure: false, told: k.stored_cleared }
}
