//! Sending: the contact person, then exactly what will be sent, then the outbox.

use crate::browser::dom;
use crate::components::error_summary::{ErrorSummary, Problem};
use crate::components::link::{Kicker, assess_href};
use crate::components::save_bar::SaveState;
use crate::domain::draft::{DraftId, Field, Name};
use crate::domain::instrument::Instrument;
use crate::domain::measurement::{Advised, Measurement};
use crate::domain::submission::{Along, FrozenSubmission, Missing, SubmissionV1};
use crate::domain::text::Locale;
use crate::i18n::{keeping, missing, use_locale, words};
use crate::pages::assessment::category::statement_href;
use crate::pages::results::uncounted::Uncounted;
use crate::pages::sending::contact::{AlongFields, ContactFields};
use crate::pages::sending::contents::SubmissionContents;
use crate::pages::sending::hand_back::HandBackPage;
use crate::route::Assess;
use crate::state::current_draft::CurrentDraft;
use crate::state::sending::{Sending, SendingError, freeze};
use crate::state::site::Site;
use leptos::either::Either;
use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// The sending page. Who has been invited hands the answer back to the one who asked.
#[component]
pub fn SendPage(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let invited_for = CurrentDraft::get().field(Field::For);
    match untrack(|| invited_for.get().is_empty()) {
        true => Either::Left(view! { <SendOwn instrument/> }),
        false => Either::Right(view! { <HandBackPage instrument/> }),
    }
}

/// The form; once everything is there, what will be sent.
#[component]
fn SendOwn(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let (draft, locale) = (CurrentDraft::get(), use_locale());
    let (along, problems) = (RwSignal::new(Along::default()), RwSignal::new(Vec::<Problem>::new()));
    let ready = RwSignal::new(None::<FrozenSubmission>);
    let check = {
        let instrument = instrument.clone();
        move || {
            let frozen = draft.with(|draft| freeze(draft, &instrument, along.get_untracked()));
            match frozen {
                Some(Ok(frozen)) => {
                    problems.set(Vec::new());
                    ready.set(Some(frozen));
                }
                Some(Err(missing)) => {
                    let id = draft.id.get_untracked();
                    problems.set(missing.iter().map(|m| problem(&instrument, m, id.as_ref(), locale)).collect());
                }
                None => {}
            }
        }
    };
    // After "Ändra" the form is mounted again with the focus on its heading; at first it does not take the focus.
    let returned = StoredValue::new(false);
    view! {
        <Kicker/>
        <UncountedOf instrument=instrument.clone()/>
        <div id="send" class="flow">
            {move || match ready.get() {
                None => Either::Left(view! { <Form problems=problems.into() along focus=returned.get_value() on_check=check.clone()/> }),
                Some(frozen) => {
                    returned.set_value(true);
                    Either::Right(view! {
                        <Confirm frozen instrument=instrument.clone() on_edit=move || ready.set(None)/>
                    })
                }
            }}
        </div>
    }
    .into_any()
}

/// That the answers of others do not count, where they are too few.
#[component]
fn UncountedOf(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let draft = CurrentDraft::get();
    let measurement = Memo::new(move |_| {
        draft.track();
        let draft = draft.with(Clone::clone)?;
        Some(Arc::new(Measurement::new(draft, instrument.clone(), Arc::new(Advised::Absent))))
    });
    view! { <div id="counting">{move || measurement.get().map(|measurement| view! { <Uncounted measurement/> })}</div> }
}

/// A heading that takes the focus as it appears, if it should.
#[component]
fn StepHeading(
    /// What it says.
    text: &'static str,
    /// Whether it takes the focus: it came in place of what was pressed.
    focus: bool,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    dom::focus_when(heading, dom::focus_at_top, move || focus);
    view! { <h1 id="heading" tabindex="-1" node_ref=heading>{text}</h1> }
}

/// The form before sending.
#[component]
fn Form(
    /// What must be corrected.
    problems: Signal<Vec<Problem>>,
    /// What goes along.
    along: RwSignal<Along>,
    /// Whether the heading takes the focus.
    focus: bool,
    /// Called to check the draft and freeze it.
    on_check: impl Fn() + 'static,
) -> impl IntoView {
    let w = words(use_locale());
    view! {
        <StepHeading text=w.send_title focus/>
        <p class="lead">{w.send_lead}</p>
        <ErrorSummary problems/>
        <form class="stack" novalidate autocomplete="on" on:submit=move |event| {
            event.prevent_default();
            on_check();
        }>
            <ContactFields problems/>
            <AlongFields along/>
            <SaveState/>
            <p><button class="btn" type="submit">{w.send_preview}</button></p>
        </form>
    }
    .into_any()
}

/// What is missing, in words, and where it is given.
fn problem(instrument: &Instrument, what: &Missing, draft: Option<&DraftId>, locale: Locale) -> Problem {
    let (label, href) = match what {
        Missing::Example => (String::new(), assess_href(&Assess::Result, draft, locale)),
        Missing::Organisation => {
            (String::new(), format!("{}#organisation-name", assess_href(&Assess::Overview, draft, locale)))
        }
        Missing::ContactName => (String::new(), "#name".into()),
        Missing::ContactRole => (String::new(), "#role".into()),
        Missing::ContactEmail | Missing::ContactEmailForm => (String::new(), "#email".into()),
        Missing::Answer(index) => {
            let label = instrument.statements.get(*index).map(|s| s.label.get(locale).to_string());
            (label.unwrap_or_default(), statement_href(instrument, *index, draft, locale).unwrap_or_default())
        }
    };
    Problem { text: missing(locale, what, &label), href }
}

/// What will be sent, to the letter, and the button that sends it.
#[component]
fn Confirm(
    /// The submission.
    frozen: FrozenSubmission,
    /// The questionnaire.
    instrument: Arc<Instrument>,
    /// Called to go back to the form.
    on_edit: impl Fn() + 'static,
) -> impl IntoView {
    let (site, locale) = (Site::get(), use_locale());
    let w = words(locale);
    let (send, failure) = use_send(frozen.clone());
    let contents = SubmissionV1::read(frozen.plain());
    let text = frozen.text().to_string();
    let sealed = move || {
        let seals = site.config.with(|config| config.as_ref().is_some_and(|c| c.seal.is_some()));
        seals.then(|| view! { <p class="note">{keeping(locale).seal_will}</p> })
    };
    let failure = move || failure.get().map(|why| view! { <p class="note error">{why.text(locale)}</p> });
    view! {
        <StepHeading text=w.send_check_title focus=true/>
        <p class="lead">{w.send_check_lead}</p>
        <div role="alert">{failure}</div>
        {contents.map(|submission| view! { <SubmissionContents submission instrument/> })}
        {sealed}
        <details id="exact">
            <summary>{w.send_exact}</summary>
            <pre class="payload" tabindex="0">{text}</pre>
        </details>
        <p class="row actions">
            <button class="btn" type="button" id="send-now" on:click=move |_| { send.dispatch(()); }>{w.send_now}</button>
            <button class="btn quiet" type="button" on:click=move |_| on_edit()>{w.send_edit}</button>
        </p>
    }
    .into_any()
}

/// The action that seals where the organiser asks for it, stores, and navigates to the receipt, which shows how sending
/// went. Pressing twice sends the same submission once.
fn use_send(frozen: FrozenSubmission) -> (Action<(), ()>, RwSignal<Option<SendingError>>) {
    let (draft, sending, navigate, locale) = (CurrentDraft::get(), Sending::get(), use_navigate(), use_locale());
    let (frozen, busy) = (StoredValue::new(frozen), StoredValue::new(false));
    let failure = RwSignal::new(None);
    let send = Action::new_local(move |(): &()| {
        let navigate = navigate.clone();
        async move {
            let Some(ready) = frozen.try_get_value().filter(|_| busy.try_get_value() == Some(false)) else { return };
            busy.try_set_value(true);
            failure.try_set(None);
            match hand_over(sending, draft, ready, frozen).await {
                // Replaces the history entry, so that Back from the receipt does not lead here.
                Ok(id) => navigate(
                    &assess_href(&Assess::Receipt, Some(&id), locale),
                    NavigateOptions { replace: true, ..Default::default() },
                ),
                Err(why) => {
                    failure.try_set(Some(why));
                }
            }
            busy.try_set_value(false);
        }
    });
    (send, failure)
}

/// Hands a submission to the outbox. `kept` holds it sealed from then on, so that another press hands over the very same.
async fn hand_over(
    sending: Sending,
    draft: CurrentDraft,
    ready: FrozenSubmission,
    kept: StoredValue<FrozenSubmission>,
) -> Result<DraftId, SendingError> {
    let ready = sending.seal(ready).await?;
    kept.try_set_value(ready.clone());
    let id = draft.id.try_get_untracked().flatten().ok_or(SendingError::NotStored)?;
    let key = sending.hand_over(ready, &id)?;
    if draft.with(|d| d.field(Field::Submission) == key) != Some(true) {
        draft.write(Name::Field(Field::Submission), &key);
    }
    // The receipt is shown only once the submission is stored, so that it cannot be lost any more.
    sending.stored().await?;
    Ok(id)
}
