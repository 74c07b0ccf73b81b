//! The page for a questionnaire file with errors: what is wrong, where, and what to do.

use crate::domain::instrument::Problem;
use crate::domain::text::Locale;
use crate::ui::i18n::words;
use leptos::prelude::*;
use std::sync::Arc;

/// Lists every problem of the file.
#[component]
pub fn BadInstrument(problems: Arc<Vec<Problem>>, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let items = problems.iter().map(|p| view! { <li>{p.describe(locale)}</li> }).collect_view();
    view! {
        <h1 id="rubrik" tabindex="-1">{w.bad_title}</h1>
        <div class="note error" role="alert">
            <p>{w.bad_lead}</p>
            <ul>{items}</ul>
        </div>
        <p>{w.bad_help}</p>
    }
}
