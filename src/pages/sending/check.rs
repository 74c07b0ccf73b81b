//! Checking a receipt: by what this browser has sent, or by the stored file. Works without network.

use crate::browser::event::{Event, Kind};
use crate::browser::{files, page};
use crate::domain::hash::sha256_hex;
use crate::domain::merge::SUBMISSIONS;
use crate::domain::submission::{Claim, MAX_BYTES};
use crate::domain::text::Locale;
use crate::i18n::keeping;
use crate::pages::sending::receipt::state;
use crate::results::What;
use crate::state::draft_store::DraftStore;
use crate::state::outbox::Outbox;
use crate::strings::html::Html;
use crate::strings::live::{Local, Page, live};
use crate::strings::writer::Writer;
use leptos::prelude::Track;

/// What is to be checked.
#[derive(Default)]
struct Check {
    /// The receipt, as typed or as the address brought it.
    receipt: String,
    /// The name, the SHA-256 and the text of the file.
    file: Option<(String, String, String)>,
    unread: bool,
}

/// The page.
pub fn check(locale: Locale) -> Page {
    let (k, mut h) = (keeping(locale), Html::new());
    Writer::get().prepare();
    let receipt = page::fragment();
    let check = Local::new(Check { receipt: receipt.clone(), ..Check::default() });
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], k.check_title).el("p", &[("class", "lead")], k.check_lead);
    h.open("div", &[("class", "stack")]).open("div", &[("class", "field")]);
    h.el("label", &[("for", "kvitto")], k.check_receipt).el(
        "p",
        &[("class", "hint"), ("id", "kvitto-h")],
        k.check_hint,
    );
    let field = [
        ("id", "kvitto"),
        ("type", "text"),
        ("autocomplete", "off"),
        ("spellcheck", "false"),
        ("maxlength", "120"),
        ("aria-describedby", "kvitto-h"),
        ("value", receipt.as_str()),
    ];
    h.open("input", &field).close("div").open("div", &[("class", "field drop")]);
    h.el("label", &[("for", "fil")], k.check_file).el("p", &[("class", "hint"), ("id", "fil-h")], k.check_file_hint);
    let file = [("id", "fil"), ("type", "file"), ("accept", ".json,application/json"), ("aria-describedby", "fil-h")];
    h.open("input", &file).close("div").close("div");
    let shown = check.clone();
    h.open("div", &[("role", "status")]);
    live(&mut h, "div", "utfall", "flow", move || shown.with(|check| outcome(check, locale)));
    h.close("div");
    Page::new(h, move |event| {
        Writer::get().hear(event);
        hear(event, &check);
    })
}

fn hear(event: &Event, check: &Local<Check>) {
    match event.kind() {
        Some(Kind::Input) => {
            if let Some(field) = event.field().filter(|f| f.id == "kvitto") {
                check.change(|c| c.receipt = field.value);
            }
        }
        Some(Kind::Over) => event.stop(),
        Some(Kind::Drop | Kind::Change) => {
            if event.kind() == Some(Kind::Drop) {
                event.stop();
            }
            let check = check.clone();
            files::read_chosen(event, MAX_BYTES, move |name, bytes| {
                check.change(|c| {
                    c.unread = bytes.is_err();
                    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
                    c.file = bytes.ok().map(|bytes| (name, sha256_hex(&bytes), text(bytes)));
                });
            });
        }
        _ => {}
    }
}

fn outcome(check: &Check, locale: Locale) -> Html {
    let (k, mut h) = (keeping(locale), Html::new());
    if check.unread {
        h.el("p", &[("class", "note error")], k.check_unread);
    } else if let Some((name, sha256, text)) = &check.file {
        let pair = |one: &String, other: &String| (one.clone(), other.clone());
        let more = [pair(&check.receipt, name), pair(sha256, text)];
        h.add(Writer::get().write(What::Verdict, &more, locale));
    } else if let Some(claim) = Claim::parse(&check.receipt) {
        sent_from_here(&mut h, &claim, locale);
    } else if !check.receipt.trim().is_empty() {
        h.el("p", &[("class", "note")], k.check_not_a_receipt);
    }
    h
}

/// What this browser has sent under the receipt, if it has.
fn sent_from_here(h: &mut Html, claim: &Claim, locale: Locale) {
    let (k, shelf) = (keeping(locale), DraftStore::get());
    shelf.changes.track();
    let keys = shelf.keys(SUBMISSIONS);
    let key = keys.iter().filter_map(|place| place.strip_prefix(SUBMISSIONS)).find(|key| claim.fits(key));
    let Some(stored) = key.and_then(|key| Outbox::get().entry(key).ok().flatten()) else {
        h.el("p", &[("class", "note")], k.check_needs_file);
        return;
    };
    h.el("h2", &[], k.check_from_here);
    state(h, &stored.delivery, &stored.frozen.key(), locale);
    h.add(Writer::get().write(What::Sent, &[(stored.frozen.plain().to_string(), String::new())], locale));
}
