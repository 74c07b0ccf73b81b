//! Several respondents: inviting them, putting in what they hand back, and who has answered.

mod hand_in;
mod invite;
mod list;
mod outcomes;
mod row;
mod sheets;
mod state;
mod tables;

use crate::components::heading::PageHeading;
use crate::components::link::{AssessLink, Kicker};
use crate::components::save_bar::SaveBar;
use crate::domain::instrument::Instrument;
use crate::i18n::{keeping, use_locale, words};
use crate::route::Assess;
use crate::state::current_draft::CurrentDraft;
use hand_in::HandIn;
use invite::Invite;
use leptos::prelude::*;
use list::SheetList;
use std::sync::Arc;

/// The page.
#[component]
pub fn RespondentsPage(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let (draft, locale) = (CurrentDraft::get(), use_locale());
    let k = keeping(locale);
    let at_hand = Memo::new(move |_| {
        draft.track();
        draft.with(|draft| draft.id().clone())
    });
    // Re-created for each draft: a sheet removed from another one must not be restored into this one. Not prerendered,
    // because nothing may be typed into empty fields that hide stored values.
    let parts = move || match at_hand.get() {
        None => view! {
            <div class="written">
                <p class="coming" role="status">{words(locale).result_coming}</p>
            </div>
        }
        .into_any(),
        Some(_) => view! {
            <Invite instrument=instrument.clone()/>
            <HandIn instrument=instrument.clone()/>
            <SheetList instrument=instrument.clone()/>
        }
        .into_any(),
    };
    view! {
        <Kicker/>
        <PageHeading>{k.respondents}</PageHeading>
        <p class="lead">{k.respondents_lead}</p>
        {parts}
        <SaveBar>
            <AssessLink page=Assess::Result class="btn">{k.respondents_result}</AssessLink>
        </SaveBar>
    }
    .into_any()
}
