//! The button that saves the current draft as a file.

use crate::documents::draft_file;
use crate::i18n::{use_locale, words};
use crate::state::current_draft::CurrentDraft;
use crate::state::site::Site;
use leptos::prelude::*;

/// Saves the current draft as a file.
#[component]
pub fn SaveFileButton() -> impl IntoView {
    let (draft, site, locale) = (CurrentDraft::get(), Site::get(), use_locale());
    let save = move |_| {
        if let Some(current) = draft.with(Clone::clone) {
            draft_file::save(draft, &current, site.instrument().as_deref(), locale);
        }
    };
    view! { <button class="link" type="button" on:click=save>{words(locale).save_file}</button> }
}
