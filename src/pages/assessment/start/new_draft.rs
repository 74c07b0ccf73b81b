//! Choosing whom an assessment is for, and beginning it.

use crate::components::combo::MunicipalityPicker;
use crate::components::error_summary::{ErrorSummary, Problem};
use crate::domain::award::Municipality;
use crate::domain::draft::{DraftId, Field, Name};
use crate::i18n::{keeping, use_locale, words};
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::DraftStore;
use crate::state::unsaved_input::use_unsaved;
use leptos::prelude::*;

/// The chosen municipalities as [`Field::Municipalities`] holds them.
fn stored_form(chosen: &[Municipality]) -> String {
    chosen.iter().map(|m| format!("{} {}", m.code, m.name)).collect::<Vec<_>>().join(";")
}

/// The form that begins a draft.
#[component]
pub fn NewDraft(
    /// Called with the draft that was begun.
    on_begin: Callback<DraftId>,
) -> impl IntoView {
    let (current, locale) = (CurrentDraft::get(), use_locale());
    let w = words(locale);
    let chosen = RwSignal::new(Vec::<Municipality>::new());
    let organisation = RwSignal::new(String::new());
    let problems = RwSignal::new(Vec::<Problem>::new());
    use_unsaved("chosen municipalities", Signal::derive(move || !chosen.read().is_empty()));
    use_unsaved("organisation", Signal::derive(move || !organisation.read().is_empty()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (codes, organisation) = (stored_form(&chosen.read_untracked()), organisation.get_untracked());
        if codes.is_empty() && organisation.trim().is_empty() {
            problems.set(vec![Problem { text: w.start_nothing_chosen.into(), href: "#municipality".into() }]);
            return;
        }
        let id = current.begin();
        current.write(Name::Field(Field::Municipalities), &codes);
        current.write(Name::Field(Field::Organisation), organisation.trim());
        on_begin.run(id);
    };
    view! {
        <form class="card stack new-draft" novalidate autocomplete="off" on:submit=submit>
            <h2>{w.start_new}</h2>
            <ErrorSummary problems/>
            <MunicipalityPicker chosen/>
            <div class="field">
                <label for="other">{w.start_other}</label>
                <p class="hint" id="other-hint">{w.start_other_hint}</p>
                <input id="other" type="text" maxlength="120" autocomplete="off" aria-describedby="other-hint"
                    prop:value=move || organisation.get() on:input:target=move |event| organisation.set(event.target().value())/>
            </div>
            <SharedComputer/>
            <p><button class="btn" type="submit" id="begin">{w.start_begin}</button></p>
        </form>
    }
    .into_any()
}

/// Whether this is a shared computer, on which nothing is stored.
#[component]
fn SharedComputer() -> impl IntoView {
    let (store, k) = (DraftStore::get(), keeping(use_locale()));
    view! {
        <div class="field">
            <label class="check">
                <input type="checkbox" id="shared" aria-describedby="shared-hint" prop:checked=move || store.shared.get()
                    on:change:target=move |event| store.share(event.target().checked())/>
                <span>{k.shared}</span>
            </label>
            <p class="hint" id="shared-hint">{k.shared_hint}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::Draft;

    #[test]
    fn what_is_stored_of_the_chosen_is_read_back_in_order() {
        let chosen = [("2062", "Mora"), ("0114", "Upplands Väsby")]
            .map(|(code, name)| Municipality { code: code.into(), name: name.into() });
        let mut draft = Draft::new(DraftId::parse("draft-1").expect("good id"));
        draft.write(Name::Field(Field::Municipalities), &stored_form(&chosen), "t");
        assert_eq!(draft.organisations(), [(Some("2062"), "Mora"), (Some("0114"), "Upplands Väsby")]);
        assert_eq!(stored_form(&[]), "");
    }
}
