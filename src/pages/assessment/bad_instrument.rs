//! The page for a questionnaire file with errors: what is wrong, where, and what to do.

use crate::components::heading::PageHeading;
use crate::domain::instrument::Problem;
use crate::i18n::{use_locale, words};
use leptos::prelude::*;
use std::sync::Arc;

/// Lists every problem of the file.
#[component]
pub fn BadInstrumentPage(
    /// The problems.
    problems: Arc<Vec<Problem>>,
) -> impl IntoView {
    let (locale, w) = (use_locale(), words(use_locale()));
    view! {
        <div class="flow">
            <PageHeading>{w.bad_title}</PageHeading>
            <div class="note error" role="alert">
                <p>{w.bad_lead}</p>
                <ul>{problems.iter().map(|problem| view! { <li>{problem.describe(locale)}</li> }).collect_view()}</ul>
            </div>
            <p>{w.bad_help}</p>
        </div>
    }
}
