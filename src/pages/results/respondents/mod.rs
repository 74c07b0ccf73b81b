//! Several respondents: inviting them, putting in what they hand back, and who has answered. The other wasm writes the
//! texts (`results`).

mod hand_in;

use crate::browser::event::{Event, Kind};
use crate::browser::{clipboard, page};
use crate::components::link::{assess_link, kicker};
use crate::components::save_bar::save_bar;
use crate::domain::draft::{Draft, Field, Name};
use crate::domain::respondents::group_value;
use crate::domain::text::Locale;
use crate::i18n::keeping;
use crate::pages::assessment::take;
use crate::results::What;
use crate::route::{Assess, Route};
use crate::state::current_draft::CurrentDraft;
use crate::strings::html::Html;
use crate::strings::live::{Local, Page, live, live_status};
use crate::strings::writer::Writer;
use leptos::prelude::Track;
use leptos::task::spawn_local;

/// A sheet that was removed last, to be had back as long as one stays on the page.
type Removed = Local<Option<(Name, String)>>;

/// The page.
pub fn respondents(locale: Locale) -> Page {
    let (k, desk, writer, mut h) = (keeping(locale), CurrentDraft::get(), Writer::get(), Html::new());
    let (copied, removed, choosing) = (Local::new(""), Removed::new(None), Local::new(String::new()));
    let hand_in = hand_in::HandIn::new(locale);
    writer.prepare();
    live(&mut h, "div", "vems", "", move || {
        desk.changes.track();
        let mut h = Html::new();
        kicker(&mut h, locale, &[]);
        h
    });
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], k.respondents).el(
        "p",
        &[("class", "lead")],
        k.respondents_lead,
    );
    // Written anew only for another draft, so that nothing changes under somebody's hands.
    live(&mut h, "div", "inbjudan", "stack written", move || {
        desk.opened.track();
        writer.write(What::Inviting, &[], locale)
    });
    live(&mut h, "div", "lank", "stack", move || {
        desk.changes.track();
        let address = [page::origin(), Route::Assess(Assess::Invited).path(locale)].concat();
        let to = desk.with(Draft::origin).unwrap_or_default();
        writer.part(What::Link, &[(address, to)], locale)
    });
    let told = copied.clone();
    let failed = Local::new(false);
    let could_not = failed.clone();
    live_status(&mut h, "fil-fel", move || take::told(could_not.with(|f| *f), locale));
    live_status(&mut h, "kopierad", move || Html::of(told.with(|told| *told)));
    hand_in.write(&mut h);
    let (gone, of) = (removed.clone(), choosing.clone());
    live(&mut h, "div", "inlagda", "stack respondents", move || {
        desk.changes.track();
        let gone = if gone.with(Option::is_some) { "1" } else { "" };
        writer.part(What::List, &[(gone.to_string(), of.with(String::clone))], locale)
    });
    save_bar(&mut h, locale, move || {
        desk.id.track();
        let mut h = Html::new();
        assess_link(&mut h, &Assess::Result, locale, "btn", k.respondents_result);
        h
    });
    Page::new(h, move |event| {
        let taken = || take::hear(event, &failed, locale);
        if !hand_in.hear(event)
            && !take_out(event, &removed)
            && !regroup(event, &choosing)
            && !writer.hear(event)
            && !taken()
        {
            hear(event, &copied, locale);
        }
    })
}

/// Removes a sheet, or takes that back. Returns whether either was asked for.
fn take_out(event: &Event, removed: &Removed) -> bool {
    let desk = CurrentDraft::get();
    if event.kind() != Some(Kind::Click) {
        return false;
    }
    if let Some(id) = event.data("data-remove-sheet") {
        let name = Name::Sheet(id);
        let text = desk.with(|d| d.value(&name).to_string()).unwrap_or_default();
        desk.write(name.clone(), "");
        removed.change(|r| *r = Some((name, text)));
        page::after_render(|| page::focus_in_view("angra"));
        return true;
    }
    let undo = event.data("data-undo").is_some();
    if undo && let Some((name, text)) = removed.change(Option::take) {
        desk.write(name, &text);
        page::after_render(|| page::focus_in_view("lamnade"));
    }
    undo
}

/// Lets a group be chosen for a sheet, or takes in the choice. Returns whether either was asked for.
fn regroup(event: &Event, choosing: &Local<String>) -> bool {
    // The list is written anew with either, so the field has to get the focus again.
    let show = || page::after_render(|| page::focus("vald-grupp", false));
    if event.kind() == Some(Kind::Click)
        && let Some(id) = event.data("data-change-group")
    {
        choosing.change(|of| *of = id);
        show();
        return true;
    }
    let Some(id) = event.data("data-group-of").filter(|_| event.kind() == Some(Kind::Change)) else { return false };
    let group = event.field().map(|field| field.value).unwrap_or_default();
    CurrentDraft::get().write(Name::Group(id), &group_value(&group));
    show();
    true
}

fn hear(event: &Event, copied: &Local<&'static str>, locale: Locale) {
    if event.is(Kind::Click, "data-copy-link") {
        let (k, copied, link) = (keeping(locale), copied.clone(), page::value("lank-text"));
        return spawn_local(async move {
            let text = if clipboard::copy(&link).await { k.link_copied } else { k.link_not_copied };
            copied.change(|told| *told = text);
        });
    }
    let Some(field) = event.field().filter(|_| event.kind() == Some(Kind::Input)) else { return };
    let name = match field.id.as_str() {
        "grupper" => Field::Groups,
        "vantade" => Field::Expected,
        _ => return,
    };
    copied.change(|told| *told = "");
    CurrentDraft::get().write(Name::Field(name), field.value.trim());
}
