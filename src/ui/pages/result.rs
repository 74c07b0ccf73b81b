//! The result of the draft at hand. The other wasm writes it (`ui::results`).

use crate::browser::event::Kind;
use crate::domain::text::Locale;
use crate::route::Assess;
use crate::ui::components::link::{assess_link, kicker};
use crate::ui::desk::Desk;
use crate::ui::html::Html;
use crate::ui::i18n::words;
use crate::ui::live::{Page, live, live_heading};
use crate::ui::results::What;
use crate::ui::writer::Writer;
use leptos::prelude::Track;

/// The page.
pub fn result(locale: Locale) -> Page {
    let (writer, desk, w, mut h) = (Writer::get(), Desk::get(), words(locale), Html::new());
    writer.prepare();
    live(&mut h, "div", "vems", "", move || {
        desk.changes.track();
        let mut h = Html::new();
        kicker(&mut h, locale, &[w.label_result]);
        h
    });
    live_heading(&mut h, move || {
        desk.changes.track();
        writer.heading(What::ResultHeading, w.label_result, locale)
    });
    live(&mut h, "div", "resultat", "flow written", move || {
        desk.changes.track();
        writer.write(What::Result, locale)
    });
    h.open("p", &[("class", "row actions")]);
    assess_link(&mut h, &Assess::Send, locale, "btn", w.result_send);
    h.el("button", &[("class", "btn quiet"), ("type", "button"), ("data-print", "")], w.result_print);
    h.close("p");
    Page::new(h, move |event| {
        if event.is(Kind::Click, "data-fetch-results") {
            writer.prepare();
        }
    })
}
