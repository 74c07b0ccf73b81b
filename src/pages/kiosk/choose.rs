//! Choosing a municipality, and how much to answer.

use super::{Room, button, heading, keys};
use crate::browser::event::{Event as Done, Kind};
use crate::browser::page;
use crate::components::combo::find;
use crate::domain::award::Municipality;
use crate::domain::instrument::Instrument;
use crate::domain::kiosk::{Event, Kiosk};
use crate::domain::text::Locale;
use crate::i18n::{kiosk as texts, statements, words};
use crate::state::site::Site;
use crate::strings::html::Html;
use leptos::prelude::WithValue;

/// The municipality with this code; none for any other text.
pub(super) fn municipality(code: &str) -> Option<Municipality> {
    Site::get().municipalities.with_value(|all| all.iter().find(|m| m.code == code).cloned())
}

/// The search.
pub(super) fn choose(locale: Locale) -> Html {
    let (t, mut h) = (texts(locale), Html::new());
    h.open("div", &[("class", "k-choose")]);
    heading(&mut h, t.who);
    h.open("form", &[("class", "k-field"), ("novalidate", ""), ("autocomplete", "off")]);
    h.el("label", &[("for", keys::SEARCH)], t.search);
    let input = [
        ("id", keys::SEARCH),
        ("type", "text"),
        ("autocomplete", "off"),
        ("spellcheck", "false"),
        ("maxlength", "60"),
        ("aria-describedby", "kiosk-sok-h"),
    ];
    h.open("input", &input).el("p", &[("class", "meta"), ("id", "kiosk-sok-h")], t.search_hint).close("form");
    h.el("ul", &[("class", "k-found"), ("id", "kiosk-traffar")], "");
    h.el("p", &[("class", "lead"), ("id", "kiosk-inga"), ("role", "status")], "").open("div", &[("class", "k-row")]);
    button(&mut h, "k-btn k-second", "back", t.back);
    button(&mut h, "k-btn k-second", "choose:", t.no_one);
    h.close("div");
    keys::letters(&mut h, keys::SEARCH, false, locale);
    h.close("div");
    h
}

fn found(locale: Locale) -> Vec<Municipality> {
    let typed = page::value(keys::SEARCH);
    Site::get().municipalities.with_value(|all| find(all, &[], &typed, locale))
}

/// Shows what fits what is typed. The field itself stays, and with it the focus.
pub(super) fn search(locale: Locale) {
    let (mut list, found) = (Html::new(), found(locale));
    for municipality in &found {
        list.open("li", &[]);
        button(&mut list, "k-btn k-second", &["choose:", &municipality.code].concat(), &municipality.name);
        list.close("li");
    }
    page::set_html("kiosk-traffar", list.as_str());
    let none = found.is_empty() && !page::value(keys::SEARCH).trim().is_empty();
    page::set_html("kiosk-inga", Html::of(if none { words(locale).start_no_match } else { "" }).as_str());
}

/// Takes in what was done with the search. Returns whether something was.
pub(super) fn hear(room: &Room, event: &Done, kind: Kind) -> bool {
    let locale = room.kiosk.peek(|k| k.locale);
    let is_search = event.field().is_some_and(|f| f.id == keys::SEARCH);
    match kind {
        Kind::Input if is_search => search(locale),
        Kind::Key if is_search && event.key() == "Enter" => {
            event.stop();
            if let Some(first) = found(locale).into_iter().next() {
                room.step(Event::Choose(Some(first)));
            }
        }
        _ => return false,
    }
    true
}

/// The short form, or all.
pub(super) fn form(k: &Kiosk, instrument: &Instrument) -> Html {
    let (t, mut h) = (texts(k.locale), Html::new());
    h.open("div", &[("class", "k-choose")]);
    if let Some(who) = k.visit().and_then(|v| v.who.as_ref()) {
        h.el("p", &[("class", "kicker")], &who.name);
    }
    heading(&mut h, t.how_much);
    h.open("div", &[("class", "k-cards")]);
    let short = (k.short_length(), "begin:0", t.short, t.short_text);
    let whole = (instrument.statements.len(), "begin:1", t.whole, t.whole_text);
    for (count, act, name, text) in [short, whole].into_iter().filter(|form| form.1 != "begin:0" || k.offers_short()) {
        h.open("button", &[("type", "button"), ("class", "k-card"), ("data-k", act)]);
        h.el("b", &[], name).el("span", &[("class", "k-count")], &statements(k.locale, count));
        h.el("span", &[], text).close("button");
    }
    h.close("div").el("p", &[("class", "lead")], t.kept).open("div", &[("class", "k-row")]);
    button(&mut h, "k-btn k-second", "back", t.back);
    h.close("div").close("div");
    h
}
