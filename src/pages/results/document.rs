//! The result as a document for paper: front page, summary, charts, answers, method, plan, signatures. The other wasm
//! writes it (`results`).

pub mod answers;
pub mod body;
pub mod front;
pub mod method;

use crate::browser::{clock, intl};
use crate::components::link::kicker;
use crate::domain::text::Locale;
use crate::i18n::{keeping, words};
use crate::results::What;
use crate::state::current_draft::CurrentDraft;
use crate::strings::html::Html;
use crate::strings::live::{Page, live};
use crate::strings::writer::Writer;
use leptos::prelude::Track;

/// The page.
pub fn document(locale: Locale) -> Page {
    let (k, w, desk, writer, mut h) = (keeping(locale), words(locale), CurrentDraft::get(), Writer::get(), Html::new());
    writer.prepare();
    h.open("div", &[("class", "screen-only flow")]);
    live(&mut h, "div", "vems", "", move || {
        desk.changes.track();
        let mut h = Html::new();
        kicker(&mut h, locale, &[]);
        h
    });
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], k.document).el("p", &[("class", "lead")], k.document_lead);
    h.open("p", &[("class", "row actions")]);
    h.el("button", &[("class", "btn"), ("type", "button"), ("data-print", "")], w.result_print).close("p").close("div");
    live(&mut h, "div", "dokumentet", "paper written", move || {
        desk.changes.track();
        let today = if cfg!(feature = "ssr") { String::new() } else { intl::date(locale, clock::today_in_stockholm()) };
        writer.write(What::Document, &[(today, String::new())], locale)
    });
    Page::new(h, move |event| {
        writer.hear(event);
    })
}
