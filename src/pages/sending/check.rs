//! Checking a receipt: by what this browser has sent, or by the stored file. Works without network.

use crate::browser::files::{self, ChosenFile, ChosenFiles};
use crate::browser::page;
use crate::components::delivery_state::DeliveryState;
use crate::components::heading::PageHeading;
use crate::domain::hash::sha256_hex;
use crate::domain::instrument::Instrument;
use crate::domain::merge::SUBMISSIONS;
use crate::domain::submission::{
    Claim, Contents, MAX_BYTES, Recount, Stored, SubmissionV1, Verdict, short_code, verify,
};
use crate::i18n::{Sent, keeping, sent, use_locale};
use crate::pages::sending::contents::{Pair, SubmissionContents};
use crate::state::draft_store::DraftStore;
use crate::state::outbox::Outbox;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// A file to check, or one that could not be read.
#[derive(Clone, Debug, PartialEq)]
enum Chosen {
    /// None yet.
    Nothing,
    /// Its name, the SHA-256 of its bytes in hex, and its text.
    File { name: String, sha256: String, text: String },
    /// It is too large, or the browser could not read it.
    Unread,
}

/// What a check comes to.
#[derive(Clone, Debug, PartialEq)]
enum Outcome {
    /// Nothing is to be checked yet.
    Nothing,
    /// The file could not be read.
    Unread,
    /// What was typed is no receipt.
    NoReceipt,
    /// This browser has not sent it: the stored file is needed.
    NeedsFile,
    /// This browser has sent it.
    FromHere(Box<Stored>),
    /// A file was checked.
    Checked(Box<Verdict>),
}

/// The page.
#[component]
pub fn CheckPage(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let (k, store, outbox) = (keeping(use_locale()), DraftStore::get(), Outbox::get());
    let (receipt, chosen) = (RwSignal::new(page::fragment()), RwSignal::new(Chosen::Nothing));
    let outcome = {
        let instrument = instrument.clone();
        Memo::new(move |_| {
            let receipt = receipt.read();
            match chosen.get() {
                Chosen::Unread => Outcome::Unread,
                Chosen::File { name, sha256, text } => {
                    // Without a receipt, what the file calls itself.
                    let claim = Claim::parse(if receipt.trim().is_empty() { &name } else { &receipt });
                    Outcome::Checked(Box::new(verify(&sha256, &text, claim.as_ref(), &instrument)))
                }
                Chosen::Nothing => match Claim::parse(&receipt) {
                    Some(claim) => sent_from_here(&claim, store, outbox),
                    None if receipt.trim().is_empty() => Outcome::Nothing,
                    None => Outcome::NoReceipt,
                },
            }
        })
    };
    let take = move |files: ChosenFiles| {
        spawn_local(async move {
            if let Some(file) = files.read_first(MAX_BYTES).await {
                chosen.try_set(Chosen::of(file));
            }
        });
    };
    files::on_dropped_anywhere(take);
    view! {
        <PageHeading>{k.check_title}</PageHeading>
        <p class="lead">{k.check_lead}</p>
        <div class="stack">
            <div class="field">
                <label for="receipt">{k.check_receipt}</label>
                <p class="hint" id="receipt-hint">{k.check_hint}</p>
                <input id="receipt" type="text" autocomplete="off" spellcheck="false" maxlength="120" aria-describedby="receipt-hint"
                    value=receipt.get_untracked() on:input=move |event| receipt.set(event_target_value(&event))/>
            </div>
            <div class="field drop">
                <label for="file">{k.check_file}</label>
                <p class="hint" id="file-hint">{k.check_file_hint}</p>
                <input id="file" type="file" accept=".json,application/json" aria-describedby="file-hint"
                    on:change=move |event| take(files::chosen(&event))/>
            </div>
        </div>
        <div role="status"><div id="outcome" class="flow">{move || outcome_view(outcome.get(), instrument.clone())}</div></div>
    }
    .into_any()
}

impl Chosen {
    fn of(file: ChosenFile) -> Chosen {
        match file.content {
            Err(_) => Chosen::Unread,
            Ok(bytes) => Chosen::File {
                name: file.name,
                sha256: sha256_hex(&bytes),
                text: String::from_utf8_lossy(&bytes).into_owned(),
            },
        }
    }
}

/// What this browser has sent under a receipt, if it has. Reactive.
fn sent_from_here(claim: &Claim, store: DraftStore, outbox: Outbox) -> Outcome {
    store.changes.track();
    let keys = store.keys(SUBMISSIONS);
    let key = keys.iter().filter_map(|place| place.strip_prefix(SUBMISSIONS)).find(|key| claim.fits(key));
    let stored = key.and_then(|key| outbox.entry(key).ok().flatten());
    stored.map_or(Outcome::NeedsFile, |stored| Outcome::FromHere(Box::new(stored)))
}

fn outcome_view(outcome: Outcome, instrument: Arc<Instrument>) -> AnyView {
    let k = keeping(use_locale());
    match outcome {
        Outcome::Nothing => ().into_any(),
        Outcome::Unread => view! { <p class="note error">{k.check_unread}</p> }.into_any(),
        Outcome::NoReceipt => view! { <p class="note">{k.check_not_a_receipt}</p> }.into_any(),
        Outcome::NeedsFile => view! { <p class="note">{k.check_needs_file}</p> }.into_any(),
        Outcome::FromHere(stored) => {
            let (delivery, key) = (stored.delivery.clone(), stored.frozen.key());
            let submission = SubmissionV1::read(stored.frozen.plain());
            view! {
                <h2>{k.check_from_here}</h2>
                <DeliveryState delivery=Signal::stored(delivery) key/>
                {submission.map(|submission| view! { <SubmissionContents submission instrument/> })}
            }
            .into_any()
        }
        Outcome::Checked(verdict) => view! { <VerdictView verdict=*verdict instrument/> }.into_any(),
    }
}

/// What the check of a file came to.
#[component]
fn VerdictView(
    /// The verdict.
    verdict: Verdict,
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let s = sent(use_locale());
    let (class, text) = match verdict.is_claimed {
        Some(true) => ("state-chip received", s.same),
        Some(false) => ("state-chip failed", s.differs),
        None => ("state-chip waiting", s.unnamed),
    };
    let contents = match verdict.contents {
        Contents::Open(submission, recount) => {
            let (class, text) = recounted(recount, s);
            view! { <p class=class>{text}</p><SubmissionContents submission=*submission instrument/> }.into_any()
        }
        Contents::Sealed => view! { <p class="note">{s.sealed}</p> }.into_any(),
        Contents::Foreign => view! { <p class="note error">{s.foreign}</p> }.into_any(),
    };
    view! {
        <h2>{s.result}</h2>
        <p class=class>{text}</p>
        {(verdict.is_claimed == Some(false)).then(|| view! { <p>{s.differs_why}</p> })}
        <dl class="pairs">
            <Pair name=s.code class="code" value=short_code(&format!("x.{}", verdict.sha256))/>
            <Pair name="SHA-256" class="key" value=verdict.sha256.clone()/>
        </dl>
        {contents}
    }
}

fn recounted(recount: Recount, s: &Sent) -> (&'static str, &'static str) {
    match recount {
        Recount::Same => ("note", s.recounted),
        Recount::Differs => ("note error", s.miscounted),
        Recount::OtherInstrument => ("note warn", s.other_instrument),
    }
}
