//! The result of the draft at hand, what it is compared with, and the ways to take it away. The other wasm writes it
//! (`results`).

pub mod advice;
pub mod body;
pub mod calculation;
pub mod categories;
pub mod contents;
pub mod leverage;
pub mod position;
pub mod several;
pub mod statements;
pub mod summary;

use crate::browser::event::{Event, Kind};
use crate::browser::{files, page};
use crate::components::link::{kicker, send_link};
use crate::domain::draft::{Field, MAX_FILE, Name};
use crate::domain::text::Locale;
use crate::i18n::{keeping, words};
use crate::pages::assessment::take;
use crate::results::What;
use crate::state::current_draft::CurrentDraft;
use crate::strings::html::Html;
use crate::strings::live::{Local, Page, live, live_heading, live_status};
use crate::strings::writer::Writer;
use leptos::prelude::Track;

/// The page.
pub fn result(locale: Locale) -> Page {
    let (writer, desk, w, mut h) = (Writer::get(), CurrentDraft::get(), words(locale), Html::new());
    let (compared, failed) = (Local::new(String::new()), Local::new(false));
    writer.prepare();
    live(&mut h, "div", "vems", "", move || {
        desk.changes.track();
        let mut h = Html::new();
        kicker(&mut h, locale, &[w.label_result]);
        if !desk.field(Field::Example).is_empty() {
            h.el("p", &[("class", "note warn")], keeping(locale).example_mark);
        }
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
    let outcome = compared.clone();
    live(&mut h, "section", "jamforelse", "flow part", move || {
        desk.opened.track();
        let outcome = outcome.with(Clone::clone);
        writer.part(What::CompareField, &[(outcome, String::new())], locale)
    });
    live(&mut h, "div", "jamforelser", "flow", move || {
        desk.changes.track();
        writer.part(What::Comparisons, &[], locale)
    });
    live(&mut h, "section", "ta-med-er", "flow part", move || {
        desk.opened.track();
        writer.part(What::Take, &[], locale)
    });
    let told = failed.clone();
    live_status(&mut h, "fil-fel", move || take::told(told.with(|failed| *failed), locale));
    live(&mut h, "div", "vagar", "", move || {
        desk.opened.track();
        let mut h = Html::new();
        h.open("p", &[("class", "row actions")]);
        send_link(&mut h, locale, w.result_send);
        h.close("p");
        h
    });
    Page::new(h, move |event| {
        if !writer.hear(event) && !take::hear(event, &failed, locale) {
            compare(event, &compared, locale);
        }
    })
}

/// Takes in a file to compare with, or takes one out.
fn compare(event: &Event, outcome: &Local<String>, locale: Locale) {
    let (writer, desk) = (Writer::get(), CurrentDraft::get());
    match event.kind() {
        // Without this the browser would leave the page and show the file.
        Some(Kind::Over) => event.stop(),
        Some(Kind::Drop | Kind::Change) => {
            if event.kind() == Some(Kind::Drop) {
                event.stop();
            } else if event.data("data-compare").is_none() {
                return;
            }
            let outcome = outcome.clone();
            files::read_chosen(event, MAX_FILE, move |_, bytes| {
                let text = bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
                let read = writer.text(What::Baseline, &[(text, String::new())], locale).unwrap_or_default();
                let record = read.split_once('\n').and_then(|(name, value)| Some((Name::parse(name)?, value)));
                let said = match record {
                    Some((name, value)) => {
                        desk.write(name, value);
                        "taken".to_string()
                    }
                    None => read,
                };
                outcome.change(|o| *o = said);
                page::after_render(|| page::focus_in_view("jamfor-fil"));
            });
        }
        Some(Kind::Click) => {
            if let Some(id) = event.data("data-remove-baseline") {
                desk.write(Name::Baseline(id), "");
                outcome.change(|o| *o = "removed".into());
                page::after_render(|| page::focus_in_view("jamfor-fil"));
            }
        }
        _ => {}
    }
}
