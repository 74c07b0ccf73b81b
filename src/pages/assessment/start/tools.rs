//! What can be done with a draft of the list: to name it, save it as a file, copy and remove it.

use super::state::DraftListState;
use crate::documents::draft_file;
use crate::domain::draft::DraftId;
use crate::domain::instrument::Instrument;
use crate::i18n::{keeping, use_locale, words};
use crate::state::current_draft::CurrentDraft;
use crate::state::unsaved_input::use_unsaved;
use leptos::prelude::*;
use std::sync::Arc;

/// The tools of a draft. They are open for one draft at a time.
#[component]
pub(super) fn DraftTools(
    /// The draft's id.
    id: DraftId,
    /// What it is called when the tools are opened.
    name: String,
    /// The list.
    list: DraftListState,
    /// The questionnaire.
    instrument: StoredValue<Arc<Instrument>>,
) -> impl IntoView {
    let (current, locale) = (CurrentDraft::get(), use_locale());
    let (w, k) = (words(locale), keeping(locale));
    let id = StoredValue::new(id);
    let save = move |_| {
        if let Some(draft) = list.draft(&id.read_value()) {
            draft_file::save(current, &draft, Some(&instrument.read_value()), locale);
        }
    };
    // The handlers unmount this component and dispose of its stored values: the id is read first.
    let copy = move |_| list.copy(&id.get_value());
    let remove = move |_| list.remove(&id.get_value());
    view! {
        <div class="tools">
            <RenameForm name on_rename=move |name| list.rename(&id.get_value(), &name)/>
            <p class="row">
                <button class="btn quiet" type="button" on:click=save>{w.save_file}</button>
                <button class="btn quiet" type="button" on:click=copy>{k.copy}</button>
                <button class="btn quiet danger" type="button" on:click=remove>{k.delete}</button>
            </p>
        </div>
    }
}

/// The form for another name.
#[component]
fn RenameForm(
    /// The name until now.
    name: String,
    /// Called with the new name.
    on_rename: impl Fn(String) + 'static,
) -> impl IntoView {
    let k = keeping(use_locale());
    let typed = RwSignal::new(name.clone());
    use_unsaved("name of a draft", Signal::derive(move || *typed.read() != name));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_rename(typed.get_untracked().trim().to_string());
    };
    view! {
        <form class="field" novalidate autocomplete="off" on:submit=submit>
            <label for="new-name">{k.name}</label>
            <div class="row">
                <input id="new-name" type="text" maxlength="120" prop:value=move || typed.get()
                    on:input:target=move |event| typed.set(event.target().value())/>
                <button class="btn quiet" type="submit">{k.rename}</button>
            </div>
        </form>
    }
}
