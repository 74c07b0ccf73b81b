//! How many statements of a category are answered.

use crate::domain::instrument::Instrument;
use crate::i18n::{answered, statements, use_locale};
use crate::state::current_draft::CurrentDraft;
use leptos::prelude::*;
use std::sync::Arc;

/// How many statements of a category are answered, and how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many are answered.
    pub done: usize,
    /// How many there are.
    pub all: usize,
}

/// The progress of the category with this index.
pub fn use_progress(instrument: &Arc<Instrument>, category: usize) -> Memo<Progress> {
    let (draft, instrument) = (CurrentDraft::get(), instrument.clone());
    Memo::new(move |_| {
        draft.track();
        let own = || instrument.statements_of(category);
        let steps = instrument.steps();
        let done = draft.with(|d| own().filter(|(_, s)| d.answer(&s.id, steps).is_answered()).count());
        Progress { done: done.unwrap_or(0), all: own().count() }
    })
}

/// The progress in words: `3 av 7 besvarade`. Without a draft only how many there are, as in the prerendered page.
#[component]
pub fn ProgressText(
    /// How far it is.
    #[prop(into)]
    progress: Signal<Progress>,
) -> impl IntoView {
    let (id, locale) = (CurrentDraft::get().id, use_locale());
    move || {
        let Progress { done, all } = progress.get();
        if id.read().is_some() { answered(locale, done, all) } else { statements(locale, all) }
    }
}
