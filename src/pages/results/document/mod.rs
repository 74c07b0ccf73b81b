//! The result as a document for paper: front page, summary, charts, answers, method, plan, signatures.

mod answers;
pub mod body;
mod front;
mod method;

use crate::browser::{clock, intl, page};
use crate::components::heading::PageHeading;
use crate::components::link::Kicker;
use crate::components::paper::Paper;
use crate::domain::instrument::Instrument;
use crate::i18n::{keeping, use_locale, words};
use crate::pages::results::result::coming;
use crate::pages::results::use_measurement;
use body::DocumentBody;
use leptos::context::Provider;
use leptos::prelude::*;
use std::sync::Arc;

/// The result of the current draft as it stands on paper, with the way to print it.
#[component]
pub fn DocumentPage(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let locale = use_locale();
    let (k, w) = (keeping(locale), words(locale));
    let measurement = use_measurement(instrument);
    let document = move || {
        let Some(measurement) = measurement.get() else { return coming() };
        let today = intl::date(locale, clock::today_in_stockholm());
        view! {
            <Provider value=Paper>
                <DocumentBody measurement today/>
            </Provider>
        }
        .into_any()
    };
    view! {
        <div class="screen-only flow">
            <div id="whose">
                <Kicker/>
            </div>
            <PageHeading>{k.document}</PageHeading>
            <p class="lead">{k.document_lead}</p>
            <p class="row actions">
                <button class="btn" type="button" on:click=move |_| page::print()>{w.result_print}</button>
            </p>
        </div>
        <div id="document" class="paper written">{document}</div>
    }
    .into_any()
}
