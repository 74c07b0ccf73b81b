//! The plan: targets, actions, roles and dates. The other wasm writes it (`results`).

use crate::browser::event::{Event, Kind};
use crate::components::link::{assess_link, kicker};
use crate::components::save_bar::save_bar;
use crate::domain::draft::{Name, PlanPart};
use crate::domain::text::Locale;
use crate::i18n::keeping;
use crate::results::What;
use crate::route::Assess;
use crate::state::current_draft::CurrentDraft;
use crate::strings::html::Html;
use crate::strings::live::{Page, live};
use crate::strings::writer::Writer;
use leptos::prelude::Track;

/// The page.
pub fn plan(locale: Locale) -> Page {
    let (k, desk, writer, mut h) = (keeping(locale), CurrentDraft::get(), Writer::get(), Html::new());
    writer.prepare();
    live(&mut h, "div", "vems", "", move || {
        desk.changes.track();
        let mut h = Html::new();
        kicker(&mut h, locale, &[]);
        h
    });
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], k.plan).el("p", &[("class", "lead")], k.plan_lead);
    // Written anew only for another draft, so that nothing changes under somebody's hands.
    live(&mut h, "div", "planens-falt", "flow written", move || {
        desk.opened.track();
        writer.write(What::PlanFields, &[], locale)
    });
    h.el("h2", &[("class", "part")], k.plan_whole);
    live(&mut h, "div", "planen", "flow", move || {
        desk.changes.track();
        writer.part(What::Plan, &[], locale)
    });
    save_bar(&mut h, locale, move || {
        desk.id.track();
        let mut h = Html::new();
        assess_link(&mut h, &Assess::Result, locale, "btn", k.respondents_result);
        h
    });
    Page::new(h, move |event| {
        if !writer.hear(event) {
            hear(event);
        }
    })
}

fn hear(event: &Event) {
    let Some(field) = event.field().filter(|_| event.kind() == Some(Kind::Input)) else { return };
    let name = field.id.strip_prefix("plan-").and_then(|rest| rest.split_once('-'));
    if let Some((part, id)) = name.and_then(|(part, id)| Some((PlanPart::parse(part)?, id))) {
        CurrentDraft::get().write(Name::Plan(part, id.to_string()), field.value.trim());
    }
}

/// The id of the field that a part of the plan stands in.
pub fn plan_field(part: PlanPart, id: &str) -> String {
    ["plan-", part.word(), "-", id].concat()
}
