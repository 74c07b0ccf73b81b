//! The result, and taking it home.

use super::{Room, button, heading};
use crate::browser::{clock, page};
use crate::domain::draft::Draft;
use crate::domain::instrument::Instrument;
use crate::domain::kiosk::{Kiosk, View, Visit, draft, fragment};
use crate::domain::text::Locale;
use crate::i18n::{kiosk as texts, words};
use crate::results::What;
use crate::route::{Assess, Route};
use crate::state::draft_store::new_draft_id;
use crate::strings::html::Html;
use crate::strings::writer::Writer;
use leptos::prelude::{Set, Update};

/// The answers of a session as a draft. It is stored nowhere.
pub(super) fn drafted(visit: &Visit, instrument: &Instrument) -> Draft {
    let who: Vec<_> = visit.who.iter().cloned().collect();
    draft(instrument, &who, &visit.sheet, new_draft_id(), (clock::now(), "kiosk"))
}

/// Puts the answers of a session on the desk where the result is looked at: who writes results reads from there.
pub(super) fn hold(room: &Room) {
    let instrument = room.instrument.peek(std::sync::Arc::clone);
    let held = room.kiosk.peek(|k| k.visit().filter(|v| v.view == View::Result).map(|v| drafted(v, &instrument)));
    if let Some(draft) = held {
        let desk = room.desk;
        desk.id.set(Some(draft.id().clone()));
        leptos::prelude::SetValue::set_value(&desk.draft, Some(draft));
        desk.opened.update(|n| *n += 1);
        desk.changes.update(|n| *n += 1);
    }
}

/// The result and the ways on.
pub(super) fn result(k: &Kiosk, visit: &Visit) -> Html {
    let (locale, t, w, mut h) = (k.locale, texts(k.locale), words(k.locale), Html::new());
    let short: &[(String, String)] = if visit.whole { &[] } else { &[Default::default()] };
    h.open("div", &[("class", "k-result")]);
    h.open("div", &[("class", "k-scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", "rubrik")]);
    h.add(Writer::get().write(What::Kiosk, short, locale)).close("div").open("div", &[("class", "k-row k-move")]);
    if visit.sheet.answered() > 0 && public_site(k).is_some() {
        button(&mut h, "k-btn", "home", t.take_home);
    }
    if !visit.is_complete() {
        button(&mut h, "k-btn k-second", "rest", t.rest);
    } else if visit.sent.is_some() {
        button(&mut h, "k-btn k-second", "sent", w.receipt_title);
    } else {
        button(&mut h, "k-btn k-second", "send", w.result_send);
    }
    button(&mut h, "k-btn k-second", "back", t.back);
    button(&mut h, "k-btn k-second", "end", t.done);
    h.close("div").close("div");
    h
}

/// The public site, where visitors' phones find it: what the settings say, or this one where others can reach it.
pub(super) fn public_site(k: &Kiosk) -> Option<String> {
    let own = || Some(page::origin()).filter(|origin| origin.starts_with("https://"));
    k.settings.take_home.clone().or_else(own)
}

/// A code to read with a phone, and its address to read with the eyes. No link: a kiosk leads nowhere.
pub(super) fn code(h: &mut Html, (url, title): (&str, &str), printed: &str, locale: Locale) {
    h.open("figure", &[("class", "k-code")]);
    h.add(Writer::get().part(What::Qr, &[(url.to_string(), title.to_string())], locale));
    h.el("figcaption", &[], printed.trim_start_matches("https://")).close("figure");
}

/// The answers as a code.
pub(super) fn take_home(k: &Kiosk, visit: &Visit, instrument: &Instrument) -> Html {
    let (t, locale, mut h) = (texts(k.locale), k.locale, Html::new());
    h.open("div", &[("class", "k-home")]);
    heading(&mut h, t.take_home);
    match public_site(k) {
        Some(site) => {
            let codes: Vec<&str> = visit.who.iter().map(|m| m.code.as_str()).collect();
            let page = [&site, &*Route::Assess(Assess::Start).path(locale)].concat();
            let url = [&page, "#", &fragment(instrument, &codes, &visit.sheet)].concat();
            h.el("p", &[("class", "lead")], t.take_home_text);
            code(&mut h, (&url, t.take_home_code), &page, locale);
            h.el("p", &[], t.take_home_safe);
        }
        None => {
            h.el("p", &[("class", "lead")], t.staff_no_home);
        }
    }
    h.open("div", &[("class", "k-row k-move")]);
    button(&mut h, "k-btn k-second", "back", t.back);
    button(&mut h, "k-btn", "end", t.done);
    h.close("div").close("div");
    h
}
