//! The receipt: how far the submission has come, in one of three truths, and what was sent. Survives reload.

use crate::browser::{intl, page};
use crate::domain::answers::Answer;
use crate::domain::draft::Field;
use crate::domain::instrument::Instrument;
use crate::domain::scoring::Score;
use crate::domain::submission::{Delivery, Stored, StoredError, SubmissionV1, Trouble, short_code};
use crate::domain::text::Locale;
use crate::ui::components::link::kicker;
use crate::ui::components::read::live_block;
use crate::ui::components::statement::label_of;
use crate::ui::desk::Desk;
use crate::ui::html::Html;
use crate::ui::i18n::{list, percent, refused, trouble, words};
use crate::ui::outbox::Outbox;
use leptos::prelude::*;
use std::sync::Arc;

/// The receipt of the draft's last submission.
#[component]
pub fn ReceiptPage(instrument: Arc<Instrument>, locale: Locale) -> impl IntoView {
    let (desk, outbox) = (Desk::get(), Outbox::get());
    crate::browser::listen::on_online(move || {
        if let Some(key) = open_key(desk, outbox) {
            outbox.send(key);
        }
    });
    let act = move |event: leptos::ev::MouseEvent| match page::event_data(&event, "data-act").as_deref() {
        Some("send") => {
            if let Some(key) = open_key(desk, outbox) {
                outbox.send(key);
            }
        }
        Some("save") => save(desk, outbox),
        _ => {}
    };
    view! {
        {live_block("flow", move || head(locale))}
        <div class="flow" on:click=act inner_html=move || body(&instrument, locale).finish()></div>
    }
}

fn open_key(desk: Desk, outbox: Outbox) -> Option<String> {
    let key = desk.with(|d| d.field(Field::Submission).to_string())?;
    let open = outbox.entry(&key).ok().flatten().is_some_and(|s| s.delivery.is_open());
    open.then_some(key)
}

fn save(desk: Desk, outbox: Outbox) {
    let key = desk.with(|d| d.field(Field::Submission).to_string()).unwrap_or_default();
    if let Ok(Some(stored)) = outbox.entry(&key) {
        page::save_file(&[&key, ".json"].concat(), "application/json", stored.frozen.text());
    }
}

fn head(locale: Locale) -> Html {
    let mut h = Html::new();
    kicker(&mut h, locale, &[]);
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], words(locale).receipt_title);
    h
}

fn body(instrument: &Instrument, locale: Locale) -> Html {
    let (desk, outbox, w) = (Desk::get(), Outbox::get(), words(locale));
    let mut h = Html::new();
    match outbox.entry(&desk.field(Field::Submission)) {
        Ok(Some(stored)) => entry(&mut h, &stored, instrument, locale),
        Ok(None) => {
            h.el("p", &[("class", "lead")], w.receipt_none);
        }
        Err(StoredError::Altered | StoredError::Format) => {
            h.el("p", &[("class", "note error"), ("role", "alert")], w.receipt_altered);
        }
    }
    h
}

fn entry(h: &mut Html, stored: &Stored, instrument: &Instrument, locale: Locale) {
    let w = words(locale);
    let (key, contents) = (stored.frozen.key(), stored.frozen.submission());
    h.open("div", &[("class", "receipt")]);
    state(h, &stored.delivery, locale);
    h.open("dl", &[("class", "pairs")]);
    pair(h, w.receipt_code, "code", &short_code(&key));
    if let Delivery::Received { server_date, at } = &stored.delivery {
        let moment = intl::moment(locale, intl::parse_http_date(server_date).unwrap_or(*at));
        pair(h, w.receipt_server_date, "num", &moment);
    }
    pair(h, w.receipt_key, "key", &key);
    h.close("dl").open("p", &[("class", "row actions")]);
    if stored.delivery.is_open() {
        let button = [("class", "btn"), ("type", "button"), ("id", "skicka-igen"), ("data-act", "send")];
        h.el("button", &button, w.receipt_retry);
    }
    h.el("button", &[("class", "btn quiet"), ("type", "button"), ("data-print", "")], w.result_print);
    h.el("button", &[("class", "btn quiet"), ("type", "button"), ("data-act", "save")], w.receipt_save);
    h.close("p").close("div");
    if let Some(contents) = contents {
        if has_changed(&contents, instrument) {
            h.el("p", &[("class", "note warn")], w.receipt_changed);
        }
        write_contents(h, &contents, instrument, locale);
    }
}

/// Whether the draft's answers are no longer the ones that were sent.
fn has_changed(sent: &SubmissionV1, instrument: &Instrument) -> bool {
    let now = Desk::get().with(|d| d.sheet(instrument));
    let Some((now, sheet)) = now.zip(sent.sheets.first()) else { return false };
    sheet.answers.iter().any(|a| instrument.statement(&a.statement).is_some_and(|i| now.get(i).word() != a.answer))
}

/// One of the three truths, or a refusal, each with what to do. A live region says what changes while one waits.
fn state(h: &mut Html, delivery: &Delivery, locale: Locale) {
    let w = words(locale);
    h.open("div", &[("role", "status")]);
    if Outbox::get().sending.get() {
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
        h.el("p", &[], w.receipt_safe);
    }
    h.close("div");
}

fn pair(h: &mut Html, name: &str, class: &str, value: &str) {
    h.open("div", &[]).el("dt", &[], name).el("dd", &[("class", class)], value).close("div");
}

/// What a submission holds, in words.
pub fn write_contents(h: &mut Html, contents: &SubmissionV1, instrument: &Instrument, locale: Locale) {
    let w = words(locale);
    let organisations = contents.organisations.iter().map(|o| o.name.as_str()).collect::<Vec<_>>();
    let contact = &contents.contact;
    h.open("dl", &[("class", "pairs")]);
    pair(h, w.label_organisation, "", &list(locale, &organisations));
    pair(h, w.label_contact, "", &[contact.name.as_str(), contact.role.as_str(), contact.email.as_str()].join(", "));
    let score = contents.scores.overall.value.map(|value| percent(locale, Score(value * 10_000)));
    pair(h, w.result_maturity, "num", score.as_deref().unwrap_or("–"));
    let form = [&contents.instrument.id, ", version ", &contents.instrument.version.to_string()].concat();
    pair(h, w.label_instrument, "", &form);
    if let Some(key) = &contents.supersedes {
        pair(h, w.label_replaces, "code", &short_code(key));
    }
    h.close("dl").open("details", &[("id", "svaren")]).el("summary", &[], w.label_answers);
    h.open("table", &[("class", "data")]).open("thead", &[]).open("tr", &[]);
    h.el("th", &[("scope", "col")], w.col_statement).el("th", &[("scope", "col")], w.col_answer);
    h.close("tr").close("thead").open("tbody", &[]);
    for answer in contents.sheets.first().map(|s| s.answers.as_slice()).unwrap_or_default() {
        let statement = instrument.statement(&answer.statement).and_then(|i| instrument.statements.get(i));
        let name = statement.map_or(answer.statement.as_str(), |s| s.label.get(locale));
        let given = Answer::from_word(&answer.answer, instrument.steps()).unwrap_or_default();
        let number = if matches!(given, Answer::Step(_)) { given.word() } else { "" };
        h.open("tr", &[]).el("th", &[("scope", "row")], name).open("td", &[]);
        h.text(&[number, " ", &label_of(instrument, given, locale)].concat());
        if let Some(comment) = &answer.comment {
            h.el("span", &[("class", "said")], comment);
        }
        h.close("td").close("tr");
    }
    h.close("tbody").close("table").close("details");
}
