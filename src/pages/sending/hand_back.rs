//! Handing an answer back, as a file, to the one who asked for it.

use crate::browser::event::Kind;
use crate::components::link::kicker;
use crate::components::save_bar::save_state;
use crate::documents::draft_file;
use crate::domain::instrument::Instrument;
use crate::domain::text::Locale;
use crate::i18n::{answered, keeping};
use crate::state::current_draft::CurrentDraft;
use crate::strings::html::Html;
use crate::strings::live::{Local, Page, live, live_status};
use leptos::prelude::Track;
use std::sync::Arc;

/// The page.
pub fn hand_back(instrument: Arc<Instrument>, locale: Locale) -> Page {
    let (k, desk, mut h) = (keeping(locale), CurrentDraft::get(), Html::new());
    let saved = Local::new(false);
    kicker(&mut h, locale, &[]);
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], k.hand_back).el("p", &[("class", "lead")], k.hand_back_text);
    let counted = instrument.clone();
    live(&mut h, "div", "lage", "", move || {
        desk.changes.track();
        let (done, all) = (desk.with(|d| d.sheet(&counted).answered()).unwrap_or(0), counted.statements.len());
        let mut h = Html::new();
        h.el("p", &[("class", "num")], &answered(locale, done, all));
        if done < all {
            h.el("p", &[("class", "note")], k.hand_back_open);
        }
        h
    });
    h.open("p", &[])
        .el("button", &[("class", "btn"), ("type", "button"), ("data-hand-back", "")], k.hand_back_save)
        .close("p");
    let told = saved.clone();
    live_status(&mut h, "lamnat", move || Html::of(if told.with(|saved| *saved) { k.hand_back_saved } else { "" }));
    save_state(&mut h, locale);
    Page::new(h, move |event| {
        if event.is(Kind::Click, "data-hand-back") {
            let done = desk.with(|d| d.clone()).is_some_and(|d| draft_file::save(&d, Some(&instrument), locale));
            saved.change(|saved| *saved = done);
        }
    })
}
