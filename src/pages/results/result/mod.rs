//! The result of the current draft, what it is compared with, and the ways to take it away.

pub mod advice;
pub mod body;
pub mod calculation;
pub mod categories;
pub mod contents;
pub mod leverage;
pub mod position;
pub mod several;
pub mod statements;
pub mod summary;

use crate::browser::dom;
use crate::components::heading::PageHeading;
use crate::components::link::{Kicker, SendLink};
use crate::domain::draft::{Field, Name};
use crate::domain::instrument::Instrument;
use crate::i18n::{keeping, use_locale, words};
use crate::pages::results::compare::Comparisons;
use crate::pages::results::compare_file::{CompareFile, Outcome};
use crate::pages::results::export::TakeAway;
use crate::pages::results::use_measurement;
use crate::state::current_draft::CurrentDraft;
use body::ResultBody;
use leptos::html::Input;
use leptos::prelude::*;
use std::sync::Arc;
use summary::finding;

/// The result of the current draft.
#[component]
pub fn ResultPage(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let (draft, locale) = (CurrentDraft::get(), use_locale());
    let w = words(locale);
    let measurement = use_measurement(instrument);
    let (outcome, input) = (RwSignal::new(None), NodeRef::<Input>::new());
    let on_remove = Callback::new(move |baseline| {
        draft.set(Name::Baseline(baseline), "");
        outcome.set(Some(Outcome::Removed));
        // The pressed button is unmounted with its comparison.
        if let Some(input) = input.get_untracked() {
            dom::focus_in_view(&input);
        }
    });
    let example = draft.field(Field::Example);
    let example = move || !example.read().is_empty();
    let heading = move || match &*measurement.read() {
        Some(measurement) => finding(measurement, locale),
        None => w.label_result.to_string(),
    };
    view! {
        <div id="whose">
            <Kicker parts=vec![w.label_result.to_string()]/>
            <Show when=example>
                <p class="note warn">{keeping(locale).example_mark}</p>
            </Show>
        </div>
        <PageHeading>{heading}</PageHeading>
        <div id="result" class="flow written">
            {move || measurement.get().map_or_else(coming, |measurement| view! { <ResultBody measurement/> }.into_any())}
        </div>
        <Show when=move || measurement.read().is_some()>
            <CompareFile measurement outcome input/>
        </Show>
        <div id="comparisons" class="flow">
            {move || measurement.get().map(|measurement| view! { <Comparisons measurement on_remove/> })}
        </div>
        <section id="take-away-section" class="flow part">
            {move || measurement.get().map(|measurement| view! { <TakeAway measurement/> })}
        </section>
        <div id="ways">
            <p class="row actions">
                <SendLink text=w.result_send/>
            </p>
        </div>
    }
    .into_any()
}

/// The placeholder of a result that is not counted yet.
pub fn coming() -> AnyView {
    view! { <p class="coming" role="status">{words(use_locale()).result_coming}</p> }.into_any()
}
