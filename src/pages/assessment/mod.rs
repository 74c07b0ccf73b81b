//! The assessment: drafts and the questionnaire. Overview and category are in the first wasm; the start page,
//! invitations and what is stored on the device are in the chunk `begin`.

pub mod bad_instrument;
pub mod category;
pub mod example_records;
pub mod invited;
pub mod overview;
pub mod start;
pub mod stored;

use crate::domain::instrument::Instrument;
use crate::i18n::{use_locale, words};
use crate::pages::assessment::bad_instrument::BadInstrumentPage;
use crate::pages::{NoSuchDraft, NotFoundPage};
use crate::route::{Assess, Route};
use crate::state::current_draft::CurrentDraft;
use crate::state::site::{Questionnaire, Site};
use leptos::prelude::*;
use std::sync::Arc;

/// Whether a page needs the draft that its address names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// It shows a draft.
    Draft,
    /// It shows one, or can begin one; and stays as it is when it does.
    Nothing,
}

/// Renders a page of the assessment once there is a questionnaire and the draft that the page needs, and re-renders it
/// when either is replaced.
pub fn with_questionnaire(needs: Needs, build: impl Fn(Arc<Instrument>) -> AnyView + Send + 'static) -> AnyView {
    let (site, draft) = (Site::get(), CurrentDraft::get());
    let missing = match needs {
        // The prerenderer has no draft, and renders the page as for an empty one.
        Needs::Draft if cfg!(feature = "ssr") => Memo::new(|_| false),
        Needs::Draft => draft.is_absent(),
        Needs::Nothing => draft.is_lost(),
    };
    (move || match site.questionnaire.get() {
        _ if missing.get() => view! { <NoSuchDraft/> }.into_any(),
        Questionnaire::Good(instrument) => untrack(|| build(instrument)),
        Questionnaire::Bad(problems) => view! { <BadInstrumentPage problems/> }.into_any(),
        Questionnaire::Absent => {
            view! { <p class="coming" role="status">{words(use_locale()).data_coming}</p> }.into_any()
        }
    })
    .into_any()
}

/// Builds a page of the chunk.
pub fn build(route: &Route) -> AnyView {
    match route {
        Route::Assess(Assess::Start) => {
            with_questionnaire(Needs::Nothing, |instrument| view! { <start::StartPage instrument/> }.into_any())
        }
        Route::Assess(Assess::Invited) => {
            with_questionnaire(Needs::Nothing, |instrument| view! { <invited::InvitedPage instrument/> }.into_any())
        }
        Route::Stored => view! { <stored::StoredPage/> }.into_any(),
        _ => view! { <NotFoundPage/> }.into_any(),
    }
}
