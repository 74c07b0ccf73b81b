//! The receipt: how far the submission has come, in one of three truths, and what was sent. Survives reload.

use crate::browser::{intl, page};
use crate::domain::draft::Field;
use crate::domain::instrument::Instrument;
use crate::domain::scoring::Score;
use crate::domain::submission::{Delivery, ScoreV1, Stored, StoredError, SubmissionV1, Trouble, short_code};
use crate::domain::text::Locale;
use crate::route::Assess;
use crate::ui::components::link::AssessLink;
use crate::ui::desk::Desk;
use crate::ui::i18n::{percent, refused, trouble, words};
use crate::ui::outbox::Outbox;
use crate::ui::pages::category::Whose;
use leptos::prelude::*;
use std::sync::Arc;

/// The receipt of the draft's last submission.
#[component]
pub fn ReceiptPage(instrument: Arc<Instrument>, locale: Locale) -> impl IntoView {
    let (desk, outbox) = (Desk::get(), Outbox::get());
    let w = words(locale);
    crate::browser::listen::on_online(move || {
        if let Some(key) = open_key(desk, outbox) {
            outbox.send(key);
        }
    });
    let body = move || {
        let key = desk.field(Field::Submission);
        match outbox.entry(&key) {
            Ok(Some(stored)) => view! { <Entry stored instrument=instrument.clone() locale/> }.into_any(),
            Ok(None) => view! { <p class="lead">{w.receipt_none}</p> }.into_any(),
            Err(StoredError::Altered | StoredError::Format) => {
                view! { <p class="note error" role="alert">{w.receipt_altered}</p> }.into_any()
            }
        }
    };
    view! {
        <p class="kicker"><AssessLink page=Assess::Overview locale><Whose locale/></AssessLink></p>
        <h1 id="rubrik" tabindex="-1">{w.receipt_title}</h1>
        {body}
    }
}

fn open_key(desk: Desk, outbox: Outbox) -> Option<String> {
    let key = desk.with(|d| d.field(Field::Submission).to_string())?;
    let open = outbox.entry(&key).ok().flatten().is_some_and(|s| s.delivery.is_open());
    open.then_some(key)
}

#[component]
fn Entry(stored: Stored, instrument: Arc<Instrument>, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let key = stored.frozen.key();
    let contents = stored.frozen.submission().ok();
    let changed = contents.as_ref().is_some_and(|c| has_changed(c, &instrument));
    let file = [&key, ".json"].concat();
    let text = stored.frozen.text().to_string();
    let open = stored.delivery.is_open();
    let code = short_code(&key);
    view! {
        <div class="receipt">
            <State delivery=stored.delivery.clone() locale/>
            <dl class="pairs">
                <div><dt>{w.receipt_code}</dt><dd class="code">{code}</dd></div>
                <ServerDate delivery=stored.delivery locale/>
                <div><dt>{w.receipt_key}</dt><dd class="key">{key.clone()}</dd></div>
            </dl>
            <Actions key open file text locale/>
        </div>
        {changed.then(|| view! { <p class="note warn">{w.receipt_changed}</p> })}
        {contents.map(|c| view! { <Contents contents=c instrument locale/> })}
    }
}

/// Whether the draft's answers are no longer the ones that were sent.
fn has_changed(sent: &SubmissionV1, instrument: &Instrument) -> bool {
    let now = Desk::get().with(|d| d.sheet(instrument));
    let Some((now, sheet)) = now.zip(sent.sheets.first()) else { return false };
    sheet.answers.iter().any(|a| instrument.statement(&a.statement).is_some_and(|i| now.get(i).word() != a.answer))
}

/// One of the three truths, or a refusal, each with what to do.
#[component]
fn State(delivery: Delivery, locale: Locale) -> impl IntoView {
    let outbox = Outbox::get();
    let w = words(locale);
    let (class, name, text) = match &delivery {
        Delivery::Received { .. } => ("received", w.receipt_received, w.receipt_next.to_string()),
        Delivery::Refused { status } => ("failed", w.receipt_refused, refused(locale, *status)),
        Delivery::Unconfirmed { trouble: t } => ("unconfirmed", w.receipt_unconfirmed, trouble(locale, *t)),
        Delivery::Waiting { trouble: t } => {
            let at_receiver = matches!(t, Some(Trouble::Busy(_) | Trouble::Closed(_)));
            let name = if at_receiver { w.receipt_waiting_busy } else { w.receipt_waiting };
            ("waiting", name, t.map(|t| trouble(locale, t)).unwrap_or_default())
        }
    };
    let open = delivery.is_open();
    let chip = ["state-chip ", class].concat();
    // A live region says what changes while one waits.
    view! {
        <div role="status">
            {move || if outbox.sending.get() {
                view! { <p class="state-chip waiting">{w.send_sending}</p> }.into_any()
            } else {
                view! {
                    <p class=chip.clone()>{name}</p>
                    <p>{text.clone()}</p>
                    {open.then(|| view! { <p>{w.receipt_safe}</p> })}
                }
                .into_any()
            }}
        </div>
    }
}

#[component]
fn ServerDate(delivery: Delivery, locale: Locale) -> impl IntoView {
    let Delivery::Received { server_date, at } = delivery else { return ().into_any() };
    let moment = intl::moment(locale, intl::parse_http_date(&server_date).unwrap_or(at));
    view! { <div><dt>{words(locale).receipt_server_date}</dt><dd class="num">{moment}</dd></div> }.into_any()
}

#[component]
fn Actions(key: String, open: bool, file: String, text: String, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let outbox = Outbox::get();
    let again = open.then(|| {
        view! {
            <button class="btn" type="button" id="skicka-igen" on:click=move |_| outbox.send(key.clone())>
                {w.receipt_retry}
            </button>
        }
    });
    let save = move |_| {
        page::save_file(&file, "application/json", &text);
    };
    view! {
        <p class="row actions">
            {again}
            <button class="btn quiet" type="button" on:click=move |_| page::print()>{w.result_print}</button>
            <button class="btn quiet" type="button" on:click=save>{w.receipt_save}</button>
        </p>
    }
}

/// What a submission holds, in words.
#[component]
pub fn Contents(contents: SubmissionV1, instrument: Arc<Instrument>, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let organisations = contents.organisations.iter().map(|o| o.name.as_str()).collect::<Vec<_>>().join(", ");
    let contact = &contents.contact;
    let person = [contact.name.as_str(), contact.role.as_str(), contact.email.as_str()].join(", ");
    let form = [&contents.instrument.id, ", version ", &contents.instrument.version.to_string()].concat();
    let answers = contents.sheets.first().map(|s| s.answers.clone()).unwrap_or_default();
    let rows = answers
        .into_iter()
        .map(|a| {
            let statement = instrument.statement(&a.statement).and_then(|i| instrument.statements.get(i));
            let name = statement.map_or(a.statement.clone(), |s| s.label.get(locale).to_string());
            let answer = crate::domain::answers::Answer::from_word(&a.answer, instrument.steps()).unwrap_or_default();
            let label = crate::ui::components::statement::label_of(&instrument, answer, locale);
            let number = a.answer.parse::<u8>().map(|n| n.to_string()).unwrap_or_default();
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td>{number} " " {label} {a.comment.map(|c| view! { <span class="said">{c}</span> })}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <dl class="pairs">
            <div><dt>{w.label_organisation}</dt><dd>{organisations}</dd></div>
            <div><dt>{w.label_contact}</dt><dd>{person}</dd></div>
            <div><dt>{w.result_maturity}</dt><dd class="num">{sent_score(locale, contents.scores.overall)}</dd></div>
            <div><dt>{w.label_instrument}</dt><dd>{form}</dd></div>
            {contents.supersedes.map(|key| view! {
                <div><dt>{w.label_replaces}</dt><dd class="code">{short_code(&key)}</dd></div>
            })}
        </dl>
        <details id="svaren">
            <summary>{w.label_answers}</summary>
            <table class="data">
                <thead><tr><th scope="col">{w.col_statement}</th><th scope="col">{w.col_answer}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}

fn sent_score(locale: Locale, score: ScoreV1) -> String {
    score.value.map_or_else(|| "–".to_string(), |value| percent(locale, Score(value * 10_000)))
}
