//! The result of the draft at hand. The other wasm writes it (`ui::results`).

use crate::domain::text::Locale;
use crate::ui::components::link::{kicker, send_link};
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
        writer.write(What::Result, &[], locale)
    });
    live(&mut h, "div", "vagar", "", move || {
        desk.opened.track();
        let mut h = Html::new();
        h.open("p", &[("class", "row actions")]);
        send_link(&mut h, locale, w.result_send);
        h.el("button", &[("class", "btn quiet"), ("type", "button"), ("data-print", "")], w.result_print);
        h.close("p");
        h
    });
    Page::new(h, move |event| {
        writer.hear(event);
    })
}
