//! The receipt: how far the submission has come, in one of three truths, and what was sent. Survives reload.

use crate::browser::event::{Event, Kind};
use crate::browser::{files, intl, page};
use crate::components::link::kicker;
use crate::domain::draft::Field;
use crate::domain::submission::{Delivery, Stored, StoredError, Trouble, short_code};
use crate::domain::text::Locale;
use crate::i18n::{keeping, refused, trouble, words};
use crate::results::What;
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::{DraftStore, Saved};
use crate::state::outbox::Outbox;
use crate::strings::html::Html;
use crate::strings::live::{Page, live};
use crate::strings::writer::Writer;
use leptos::prelude::Get;

/// The receipt of the draft's last submission.
pub fn receipt(locale: Locale) -> Page {
    let (desk, outbox) = (CurrentDraft::get(), Outbox::get());
    Writer::get().prepare();
    let act = move |event: &Event| match event.data("data-act").filter(|_| event.kind() == Some(Kind::Click)).as_deref()
    {
        Some("send") => {
            if let Some(key) = open_key(desk, outbox) {
                outbox.send(key);
            }
        }
        Some("save") => save(desk, outbox),
        _ => {}
    };
    let mut h = Html::new();
    live(&mut h, "div", "kvittots-huvud", "flow", move || head(locale));
    live(&mut h, "div", "kvittot", "flow", move || body(locale));
    Page::new(h, act)
}

fn open_key(desk: CurrentDraft, outbox: Outbox) -> Option<String> {
    let key = desk.with(|d| d.field(Field::Submission).to_string())?;
    let open = outbox.entry(&key).ok().flatten().is_some_and(|s| s.delivery.is_open());
    open.then_some(key)
}

fn save(desk: CurrentDraft, outbox: Outbox) {
    let key = desk.with(|d| d.field(Field::Submission).to_string()).unwrap_or_default();
    if let Ok(Some(stored)) = outbox.entry(&key) {
        files::save(&[&key, ".json"].concat(), "application/json", stored.frozen.text());
    }
}

fn head(locale: Locale) -> Html {
    let mut h = Html::new();
    kicker(&mut h, locale, &[]);
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], words(locale).receipt_title);
    h
}

fn body(locale: Locale) -> Html {
    let (desk, outbox, w) = (CurrentDraft::get(), Outbox::get(), words(locale));
    let mut h = Html::new();
    match outbox.entry(&desk.field(Field::Submission)) {
        Ok(Some(stored)) => entry(&mut h, &stored, locale),
        Ok(None) => {
            h.el("p", &[("class", "lead")], w.receipt_none);
        }
        Err(StoredError::Altered | StoredError::Format) => {
            h.el("p", &[("class", "note error"), ("role", "alert")], w.receipt_altered);
        }
    }
    h
}

fn entry(h: &mut Html, stored: &Stored, locale: Locale) {
    let (w, k) = (words(locale), keeping(locale));
    let key = stored.frozen.key();
    h.open("div", &[("class", "receipt")]);
    state(h, &stored.delivery, &key, locale);
    h.open("dl", &[("class", "pairs")]);
    pair(h, w.receipt_code, "code", &short_code(&key));
    if let Delivery::Received { server_date, at } = &stored.delivery {
        let moment = intl::moment(locale, intl::parse_http_date(server_date).unwrap_or(*at));
        pair(h, w.receipt_server_date, "num", &moment);
    }
    pair(h, w.receipt_key, "key", &key);
    h.close("dl").open("figure", &[("class", "proof")]);
    h.add(Writer::get().part(What::Proof, &[(key.clone(), page::origin())], locale));
    h.close("figure");
    if stored.frozen.is_sealed() {
        h.el("p", &[], k.seal_sent);
    }
    h.open("p", &[("class", "row actions")]);
    if stored.delivery.is_open() {
        let button = [("class", "btn"), ("type", "button"), ("id", "skicka-igen"), ("data-act", "send")];
        h.el("button", &button, w.receipt_retry);
    }
    h.el("button", &[("class", "btn quiet"), ("type", "button"), ("data-print", "")], w.result_print);
    h.el("button", &[("class", "btn quiet"), ("type", "button"), ("data-act", "save")], w.receipt_save);
    h.close("p").close("div");
    let sent = [(stored.frozen.plain().to_string(), "receipt".to_string())];
    h.add(Writer::get().part(What::Sent, &sent, locale));
}

/// One of the three truths, or a refusal, each with what to do. A live region says what changes while one waits.
pub fn state(h: &mut Html, delivery: &Delivery, key: &str, locale: Locale) {
    let w = words(locale);
    h.open("div", &[("role", "status")]);
    if Outbox::get().is_sending(key) {
        h.el("p", &[("class", "state-chip waiting")], w.send_sending).close("div");
        return;
    }
    let (class, name, text) = match delivery {
        Delivery::Received { .. } => ("state-chip received", w.receipt_received, w.receipt_next.to_string()),
        Delivery::Refused { status } => ("state-chip failed", w.receipt_refused, refused(locale, *status)),
        Delivery::Unconfirmed { trouble: t } => ("state-chip unconfirmed", w.receipt_unconfirmed, trouble(locale, *t)),
        Delivery::Waiting { trouble: t } => {
            let at_receiver = matches!(t, Some(Trouble::Busy(_) | Trouble::Closed(_)));
            let name = if at_receiver { w.receipt_waiting_busy } else { w.receipt_waiting };
            ("state-chip waiting", name, t.map(|t| trouble(locale, t)).unwrap_or_default())
        }
    };
    h.el("p", &[("class", class)], name).el("p", &[], &text);
    if delivery.is_open() {
        let where_it_is = match DraftStore::get().saved.get() {
            Saved::Quick => w.save_quick,
            Saved::Shared => w.receipt_in_tab,
            _ => w.receipt_safe,
        };
        h.el("p", &[], where_it_is);
    }
    h.close("div");
}

fn pair(h: &mut Html, name: &str, class: &str, value: &str) {
    h.open("div", &[]).el("dt", &[], name).el("dd", &[("class", class)], value).close("div");
}
