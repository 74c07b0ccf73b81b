//! The way to the example: a full result with invented answers, as a draft of its own that says what it is.

use crate::browser::clock;
use crate::chunk::Chunked;
use crate::chunked;
use crate::components::file_failure::FileFailure;
use crate::components::link::assess_href;
use crate::domain::draft::Name;
use crate::domain::instrument::Instrument;
use crate::domain::text::Locale;
use crate::i18n::{keeping, use_locale};
use crate::pages::assessment::example_records::example_records;
use crate::route::Assess;
use crate::state::current_draft::CurrentDraft;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// Makes the records of the example, given the questionnaire, the time in milliseconds since 1970, UTC, and the language.
type MakeRecords = fn(&Instrument, u64, Locale) -> Vec<(Name, String)>;

/// In the chunk of results, which the page that shows the example needs too.
const RECORDS: Chunked<MakeRecords> = chunked!(results: fn example_of_results() -> MakeRecords { example_records });

/// The button that makes the example as a draft of its own and shows its result.
#[component]
pub fn ExampleButton(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let (current, locale, navigate) = (CurrentDraft::get(), use_locale(), use_navigate());
    let k = keeping(locale);
    let failed = RwSignal::new(false);
    let show = Action::new_local(move |(): &()| {
        let (instrument, navigate) = (instrument.clone(), navigate.clone());
        async move {
            let records = RECORDS.get().await;
            // If the page is unmounted, its visitor has gone on to something else.
            let is_gone = failed.try_set(records.is_err()).is_some();
            let Some(records) = records.ok().filter(|_| !is_gone) else { return };
            // Not the current draft, if there is one: a draft of its own.
            current.open(None);
            let id = current.begin();
            current.write_all(records(&instrument, clock::now(), locale));
            navigate(&assess_href(&Assess::Result, Some(&id), locale), NavigateOptions::default());
        }
    });
    let press = move |_| {
        show.dispatch(());
    };
    view! {
        <div class="field">
            <p><button class="btn quiet" type="button" id="example" on:click=press>{k.example}</button></p>
            <p class="hint">{k.example_hint}</p>
            <FileFailure id="example-error" failed/>
        </div>
    }
}
