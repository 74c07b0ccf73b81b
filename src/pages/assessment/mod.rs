//! The assessment: drafts and the questionnaire. Overview and category are in the first wasm; the start page,
//! invitations and what is stored on the device are in the chunk `begin`.

pub mod bad_instrument;
pub mod category;
pub mod example_records;
pub mod invited;
pub mod overview;
pub mod start;
pub mod stored;

use crate::components::chunk_failed::ChunkFailed;
use crate::domain::instrument::Instrument;
use crate::i18n::{use_locale, words};
use crate::pages::assessment::bad_instrument::BadInstrumentPage;
use crate::pages::{NoSuchDraft, NotFoundPage};
use crate::route::{Assess, Route};
use crate::routing::use_place;
use crate::state::current_draft::CurrentDraft;
use crate::state::site::{Questionnaire, Site};
use leptos::either::Either;
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
/// when either is replaced. What the page that was opened first did not carry is fetched.
pub fn with_questionnaire(needs: Needs, build: impl Fn(Arc<Instrument>) -> AnyView + Send + 'static) -> AnyView {
    let (site, draft) = (Site::get(), CurrentDraft::get());
    let missing = match needs {
        // The prerenderer has no draft, and renders the page as for an empty one.
        Needs::Draft if cfg!(feature = "ssr") => Memo::new(|_| false),
        Needs::Draft => draft.is_absent(),
        Needs::Nothing => draft.is_lost(),
    };
    let route = use_place().get_untracked().route;
    (move || match site.questionnaire.get() {
        _ if missing.get() => view! { <NoSuchDraft/> }.into_any(),
        Questionnaire::Good(instrument) if site.has_municipalities_for(route.as_ref()) => untrack(|| build(instrument)),
        Questionnaire::Bad(problems) => view! { <BadInstrumentPage problems/> }.into_any(),
        Questionnaire::Good(_) | Questionnaire::Absent => view! { <Completing/> }.into_any(),
    })
    .into_any()
}

/// Stands in place of a page while its data is fetched: a public page carries no questionnaire, and only the start page
/// all municipalities.
#[component]
fn Completing() -> impl IntoView {
    let (site, failed) = (Site::get(), RwSignal::new(false));
    let fetch = Action::new_local(move |(): &()| async move {
        if !site.complete().await {
            failed.try_set(true);
        }
    });
    Effect::new(move |_| {
        fetch.dispatch(());
    });
    let busy = fetch.pending();
    move || match failed.get() {
        true => Either::Left(view! { <ChunkFailed busy on_retry=move || { fetch.dispatch(()); }/> }),
        false => Either::Right(view! { <p class="coming" role="status">{words(use_locale()).data_coming}</p> }),
    }
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
