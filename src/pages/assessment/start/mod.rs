//! The start of the assessment: drafts on this computer, a new one, and opening a saved file.

mod example;
mod facts;
mod list;
mod listed;
mod new_draft;
mod open;
mod state;
mod taken;
mod tools;

use crate::browser::dom;
use crate::components::heading::PageHeading;
use crate::components::link::assess_href;
use crate::domain::draft::DraftId;
use crate::domain::instrument::Instrument;
use crate::i18n::{use_locale, words};
use crate::route::Assess;
use example::ExampleButton;
use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use list::DraftList;
use new_draft::NewDraft;
use open::OpenFile;
use std::sync::Arc;
use taken::TakenHome;

/// The start page of the assessment.
#[component]
pub fn StartPage(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let (locale, navigate) = (use_locale(), use_navigate());
    let w = words(locale);
    let heading = NodeRef::<html::H1>::new();
    let open = Callback::new(move |id: DraftId| {
        navigate(&assess_href(&Assess::Overview, Some(&id), locale), NavigateOptions::default());
    });
    let focus_heading = Callback::new(move |()| {
        if let Some(heading) = heading.get_untracked() {
            dom::focus(&heading);
        }
    });
    let statements = instrument.statements.len();
    let note = instrument.source_note.get(locale).to_string();
    view! {
        <PageHeading {..} node_ref=heading>{w.start_title}</PageHeading>
        <p class="lead">{w.start_lead}</p>
        <TakenHome on_open=open on_discard=focus_heading/>
        <div class="split">
            <NewDraft on_begin=open/>
            <section>
                <DraftList instrument=instrument.clone()/>
                <OpenFile statements on_open=open/>
                <ExampleButton instrument/>
            </section>
        </div>
        <p class="note">{note}</p>
    }
    .into_any()
}
