//! Handing an answer back, as a file, to the one who asked for it.

use crate::components::heading::PageHeading;
use crate::components::link::Kicker;
use crate::components::save_bar::SaveState;
use crate::documents::draft_file;
use crate::domain::instrument::Instrument;
use crate::i18n::{answered, keeping, use_locale};
use crate::state::current_draft::CurrentDraft;
use leptos::prelude::*;
use std::sync::Arc;

/// Whether the browser has taken the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Saved {
    Done,
    Refused,
}

/// The page.
#[component]
pub fn HandBackPage(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let (draft, locale) = (CurrentDraft::get(), use_locale());
    let k = keeping(locale);
    let (saved, all) = (RwSignal::new(None::<Saved>), instrument.statements.len());
    let done = {
        let instrument = instrument.clone();
        Memo::new(move |_| {
            draft.track();
            draft.with(|draft| draft.sheet(&instrument).answered()).unwrap_or_default()
        })
    };
    let save = move |_| {
        let current = draft.with(Clone::clone);
        let done = current.is_some_and(|current| draft_file::save(draft, &current, Some(&instrument), locale));
        saved.set(Some(if done { Saved::Done } else { Saved::Refused }));
    };
    let said = move || {
        saved.get().map(|saved| match saved {
            Saved::Done => k.hand_back_saved.into_any(),
            Saved::Refused => view! { <p class="note error">{k.take_failed}</p> }.into_any(),
        })
    };
    view! {
        <Kicker/>
        <PageHeading>{k.hand_back}</PageHeading>
        <p class="lead">{k.hand_back_text}</p>
        <div id="progress">
            <p class="num">{move || answered(locale, done.get(), all)}</p>
            <Show when=move || done.get() < all>
                <p class="note">{k.hand_back_open}</p>
            </Show>
        </div>
        <p>
            <button class="btn" type="button" on:click=save>{k.hand_back_save}</button>
        </p>
        <div id="handed-back" role="status">{said}</div>
        <SaveState/>
    }
    .into_any()
}
