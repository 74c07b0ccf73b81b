//! Sending a whole assessment in from the kiosk, if the visitor chooses to. It goes into the outbox, the only thing of a
//! session that is stored, and from there like any other.

use super::result::{code, drafted, public_site};
use super::{Room, button, heading, keys};
use crate::browser::event::{Event as Done, Kind};
use crate::browser::{clock, page, random};
use crate::domain::draft::{Field, Name};
use crate::domain::kiosk::{Event, Kiosk, Visit};
use crate::domain::submission::{Along, FrozenSubmission, Missing, check, short_code};
use crate::domain::text::Locale;
use crate::i18n::{kiosk as texts, missing, words};
use crate::pages::sending::receipt::state;
use crate::pages::sending::send::sealed;
use crate::route::Route;
use crate::state::outbox::Outbox;
use crate::strings::html::Html;
use leptos::task::spawn_local;

/// What the view knows.
#[derive(Default)]
pub(super) struct Sending {
    /// What must be put right, in sentences.
    problems: Vec<String>,
    /// What was typed, to show it again.
    typed: [String; 3],
    /// Whether it is on its way to the outbox.
    busy: bool,
}

/// The contact person.
pub(super) fn form(sending: &Sending, visit: &Visit, locale: Locale) -> Html {
    let (t, w, mut h) = (texts(locale), words(locale), Html::new());
    h.open("div", &[("class", "k-choose")]);
    heading(&mut h, w.send_title);
    h.el("p", &[], t.sent_what);
    if visit.who.is_none() {
        h.el("p", &[("class", "note warn")], t.need_who);
    }
    h.open("div", &[("role", "alert")]);
    for problem in &sending.problems {
        h.el("p", &[("class", "note error")], problem);
    }
    h.close("div").open("form", &[("class", "k-field"), ("novalidate", ""), ("autocomplete", "off")]);
    let labels = [w.send_name, w.send_role, w.send_email];
    for ((id, label), typed) in keys::CONTACT.into_iter().zip(labels).zip(&sending.typed) {
        h.el("label", &[("for", id)], label);
        let input =
            [("id", id), ("type", "text"), ("autocomplete", "off"), ("spellcheck", "false"), ("maxlength", "200")];
        h.open("input", &[&input[..], &[("value", typed.as_str())]].concat());
    }
    h.close("form").open("div", &[("class", "k-row")]);
    button(&mut h, "k-btn k-second", "back", t.back);
    h.el("button", &[("type", "button"), ("class", "k-btn"), ("id", "kiosk-skicka"), ("data-send", "")], w.send_now);
    h.close("div");
    keys::letters(&mut h, keys::CONTACT[0], true, locale);
    h.close("div");
    h
}

/// Takes in what was done. Returns whether it was to send.
pub(super) fn hear(room: &Room, event: &Done, kind: Kind) -> bool {
    let sends = event.is(Kind::Click, "data-send") || (kind == Kind::Submit && is_here());
    if sends {
        send(room);
    }
    sends
}

/// Whether a field of the form has the focus.
fn is_here() -> bool {
    keys::CONTACT.contains(&page::focused().as_str())
}

/// Freezes, stores, and goes on to the receipt; or tells what is missing.
fn send(room: &Room) {
    let locale = room.kiosk.peek(|k| k.locale);
    let typed = keys::CONTACT.map(page::value);
    if room.send.peek(|s| s.busy) {
        return;
    }
    let instrument = room.instrument.peek(std::sync::Arc::clone);
    let Some(mut draft) = room.kiosk.peek(|k| k.visit().map(|v| drafted(v, &instrument))) else { return };
    for (field, value) in [Field::ContactName, Field::ContactRole, Field::ContactEmail].into_iter().zip(&typed) {
        draft.write(Name::Field(field), value.trim(), "kiosk");
    }
    let ready = match check(&draft, &instrument, Along::default()) {
        Ok(ready) => FrozenSubmission::freeze(ready, &random::uuid(), &clock::utc_stamp(clock::now())),
        Err(all) => {
            let said = |what: &Missing| missing(locale, what, "");
            return room.send.change(|s| (s.problems, s.typed) = (all.iter().map(said).collect(), typed));
        }
    };
    room.send.peek_mut(|s| s.busy = true);
    let (room, draft) = (room.clone(), draft.id().clone());
    spawn_local(async move {
        let handed = match sealed(room.site, ready, locale).await {
            Ok(ready) => {
                let key = ready.key();
                match room.outbox.put(ready, draft.as_str()) {
                    // The receipt is shown once what it is for is stored, so that nothing can take it any more.
                    Ok(()) if room.shelf.settled().await => Ok(key),
                    _ => Err(words(locale).send_no_store),
                }
            }
            Err(why) => Err(why),
        };
        match handed {
            Ok(key) => {
                room.send.change(|s| *s = Sending::default());
                room.step(Event::Sent(key));
            }
            Err(why) => room.send.change(|s| *s = Sending { problems: vec![why.into()], typed, busy: false }),
        }
    });
}

/// What has become of it, in one of three truths, and the receipt to take home.
pub(super) fn sent(k: &Kiosk, visit: &Visit) -> Html {
    let (t, w, locale, mut h) = (texts(k.locale), words(k.locale), k.locale, Html::new());
    h.open("div", &[("class", "k-home")]);
    heading(&mut h, w.receipt_title);
    if let Some(key) = &visit.sent {
        if let Ok(Some(stored)) = Outbox::get().entry(key) {
            state(&mut h, &stored.delivery, key, locale);
        }
        h.open("p", &[]).text(w.receipt_code).text(": ").el("span", &[("class", "code")], &short_code(key)).close("p");
        if let Some(site) = public_site(k) {
            let page = [&site, &*Route::Check.path(locale)].concat();
            h.el("p", &[], t.sent_keep);
            code(&mut h, (&[&page, "#", key].concat(), t.sent_code), &page, locale);
        }
    }
    h.open("div", &[("class", "k-row k-move")]);
    button(&mut h, "k-btn k-second", "back", t.back);
    button(&mut h, "k-btn", "end", t.done);
    h.close("div").close("div");
    h
}
