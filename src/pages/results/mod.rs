//! Pages about a finished measurement: the chunk `results`.

pub mod compare;
pub mod compare_file;
pub mod document;
pub mod export;
pub mod picture;
pub mod plan;
pub mod plan_summary;
pub mod published;
pub mod respondents;
pub mod result;
pub mod uncounted;

use crate::domain::instrument::{Instrument, parse_advice};
use crate::domain::measurement::{Advised, Measurement};
use crate::pages::NotFoundPage;
use crate::pages::assessment::{Needs, with_questionnaire};
use crate::route::{Assess, Route};
use crate::state::current_draft::CurrentDraft;
use crate::state::site::Site;
use leptos::prelude::*;
use std::sync::Arc;

/// The measurement of the current draft, recomputed when the draft changes. `None` while there is no draft.
pub fn use_measurement(instrument: Arc<Instrument>) -> Memo<Option<Arc<Measurement>>> {
    let draft = CurrentDraft::get();
    let advised = use_advice(instrument.clone());
    Memo::new(move |_| {
        draft.track();
        let draft = draft.with(Clone::clone)?;
        Some(Arc::new(Measurement::new(draft, instrument.clone(), advised.get())))
    })
}

/// The advice of the questionnaire: the file that a page carries leaves it out, the whole file is fetched afterwards.
fn use_advice(instrument: Arc<Instrument>) -> Memo<Arc<Advised>> {
    let site = Site::get();
    Memo::new(move |_| {
        if !site.instrument_whole.get() {
            return Arc::new(Advised::Absent);
        }
        let advice = site.instrument_text.with_value(|text| parse_advice(text, &instrument));
        Arc::new(advice.map_or_else(Advised::Bad, Advised::Good))
    })
}

/// Builds a page of this chunk.
pub fn build(route: &Route) -> AnyView {
    let Route::Assess(page) = route else { return view! { <NotFoundPage/> }.into_any() };
    let page = page.clone();
    with_questionnaire(Needs::Draft, move |instrument| match page {
        Assess::Result => view! { <result::ResultPage instrument/> }.into_any(),
        Assess::Plan => view! { <plan::PlanPage instrument/> }.into_any(),
        Assess::Document => view! { <document::DocumentPage instrument/> }.into_any(),
        Assess::Respondents => view! { <respondents::RespondentsPage instrument/> }.into_any(),
        _ => view! { <NotFoundPage/> }.into_any(),
    })
}
