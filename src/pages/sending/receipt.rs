//! The receipt: how far the submission has come, in one of three truths, and what was sent. Survives reload.

use crate::browser::{dom, files, intl, page};
use crate::charts::qr::QrCode;
use crate::components::delivery_state::DeliveryState;
use crate::components::heading::PageHeading;
use crate::components::link::Kicker;
use crate::domain::draft::Field;
use crate::domain::instrument::Instrument;
use crate::domain::submission::{Delivery, FrozenSubmission, Stored, StoredError, SubmissionV1, short_code};
use crate::i18n::{keeping, sent, use_locale, words};
use crate::pages::sending::contents::{Pair, SubmissionContents, has_changed};
use crate::route::Route;
use crate::state::current_draft::CurrentDraft;
use crate::state::outbox::Outbox;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// The receipt of the draft's last submission.
#[component]
pub fn ReceiptPage(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let (draft, outbox, w) = (CurrentDraft::get(), Outbox::get(), words(use_locale()));
    let submission = draft.field(Field::Submission);
    let entry = Memo::new(move |_| outbox.entry(&submission.read()));
    // What was sent never changes under its key; how far it has come does.
    let frozen = Memo::new(move |_| {
        entry.with(|entry| match entry {
            Ok(stored) => Ok(stored.as_ref().map(|stored| stored.frozen.clone())),
            Err(why) => Err(*why),
        })
    });
    let delivery = Memo::new(move |before: Option<&Delivery>| {
        entry
            .with(|entry| entry.as_ref().ok().and_then(|s| s.as_ref()).map(|s: &Stored| s.delivery.clone()))
            .or_else(|| before.cloned())
            .unwrap_or(Delivery::NEW)
    });
    let body = move || match frozen.get() {
        Ok(Some(frozen)) => view! { <Receipt frozen delivery instrument=instrument.clone()/> }.into_any(),
        Ok(None) => view! { <p class="lead">{w.receipt_none}</p> }.into_any(),
        Err(StoredError::Altered | StoredError::Format) => {
            view! { <p class="note error" role="alert">{w.receipt_altered}</p> }.into_any()
        }
    };
    view! {
        <div id="receipt-head" class="flow">
            <Kicker/>
            <PageHeading>{w.receipt_title}</PageHeading>
        </div>
        <div id="receipt-body" class="flow">{body}</div>
    }
    .into_any()
}

/// A submission with its delivery.
#[component]
fn Receipt(
    /// What was sent.
    frozen: FrozenSubmission,
    /// How far it has come.
    delivery: Memo<Delivery>,
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let (outbox, locale) = (Outbox::get(), use_locale());
    let (w, k) = (words(locale), keeping(locale));
    let (key, text) = (frozen.key(), frozen.text().to_string());
    let received = move || match delivery.get() {
        Delivery::Received { server_date, at } => {
            let moment = intl::moment(locale, intl::parse_http_date(&server_date).unwrap_or(at));
            Some(view! { <Pair name=w.receipt_server_date class="num" value=moment/> })
        }
        _ => None,
    };
    let (retry, card) = (NodeRef::<html::Button>::new(), NodeRef::<html::Div>::new());
    // The button that was pressed is hidden when the submission is received, so the focus moves to the receipt.
    Effect::new(move |_| {
        if !delivery.read().is_open()
            && let (Some(retry), Some(card)) = (retry.get_untracked(), card.get_untracked())
            && dom::has_focus(&retry)
        {
            dom::focus(&card);
        }
    });
    let send = {
        let key = key.clone();
        move |_| outbox.send(key.clone())
    };
    let save = {
        let key = key.clone();
        move |_| {
            files::save(&format!("{key}.json"), "application/json", &text);
        }
    };
    view! {
        <div class="receipt" tabindex="-1" node_ref=card>
            <DeliveryState delivery key=key.clone()/>
            <dl class="pairs">
                <Pair name=w.receipt_code class="code" value=short_code(&key)/>
                {received}
                <Pair name=w.receipt_key class="key" value=key.clone()/>
            </dl>
            <Proof key=key.clone()/>
            {frozen.is_sealed().then(|| view! { <p>{k.seal_sent}</p> })}
            <p class="row actions">
                // Hidden only once there is nothing to send, so that a pressed button stays.
                <button class="btn" type="button" id="send-again" hidden=move || !delivery.read().is_open() node_ref=retry on:click=send>
                    {w.receipt_retry}
                </button>
                <button class="btn quiet" type="button" on:click=|_| page::print()>{w.result_print}</button>
                <button class="btn quiet" type="button" on:click=save>{w.receipt_save}</button>
            </p>
        </div>
        <Sent frozen instrument/>
    }
    .into_any()
}

/// The code that leads to the check of this receipt, drawn and as a link.
#[component]
fn Proof(
    /// The submission's key.
    key: String,
) -> impl IntoView {
    let locale = use_locale();
    let s = sent(locale);
    let path = format!("{}#{key}", Route::Check.path(locale));
    let address = format!("{}{path}", page::origin());
    view! {
        <figure class="proof">
            <QrCode text=address label=s.qr/>
            <figcaption>{s.qr_text}" "<a href=path>{s.check_title}</a></figcaption>
        </figure>
    }
}

/// What was sent, and whether the draft says something else by now.
#[component]
fn Sent(
    /// What was sent.
    frozen: FrozenSubmission,
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let (draft, s) = (CurrentDraft::get(), sent(use_locale()));
    let submission = SubmissionV1::read(frozen.plain())?;
    let changed = {
        let (submission, instrument) = (submission.clone(), instrument.clone());
        Memo::new(move |_| {
            draft.track();
            draft.with(|draft| has_changed(&submission, draft, &instrument)) == Some(true)
        })
    };
    Some(view! {
        {move || changed.get().then(|| view! { <p class="note warn">{s.changed}</p> })}
        <SubmissionContents submission instrument/>
    })
}
