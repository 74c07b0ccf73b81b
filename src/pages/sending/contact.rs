//! The form before sending: the contact person, and what goes along.

use crate::browser::dom;
use crate::components::error_summary::Problem;
use crate::domain::draft::{Field, Name};
use crate::domain::submission::Along;
use crate::i18n::{use_locale, words};
use crate::state::current_draft::CurrentDraft;
use leptos::html;
use leptos::prelude::*;

/// The fields of the contact person.
#[component]
pub fn ContactFields(
    /// What must be corrected: each field shows its own.
    problems: Signal<Vec<Problem>>,
) -> impl IntoView {
    let w = words(use_locale());
    view! {
        <fieldset class="stack">
            <legend>{w.send_contact}</legend>
            <ContactField id="name" field=Field::ContactName label=w.send_name autocomplete="name" problems/>
            <ContactField id="role" field=Field::ContactRole label=w.send_role hint=w.send_role_hint autocomplete="organization-title" problems/>
            <ContactField id="email" field=Field::ContactEmail label=w.send_email kind="email" autocomplete="email" problems/>
        </fieldset>
    }
}

/// One field of the contact person: part of the draft, stored on input.
#[component]
fn ContactField(
    /// Its id, which a problem links to.
    id: &'static str,
    /// The field of the draft.
    field: Field,
    /// What it is called.
    label: &'static str,
    /// What to write in it.
    #[prop(optional)]
    hint: &'static str,
    /// The type of the input.
    #[prop(default = "text")]
    kind: &'static str,
    /// What the browser may fill in.
    autocomplete: &'static str,
    /// What must be corrected on the page.
    problems: Signal<Vec<Problem>>,
) -> impl IntoView {
    let draft = CurrentDraft::get();
    let value = draft.field(field);
    let error = Memo::new(move |_| {
        problems.with(|all| all.iter().find(|p| p.href.strip_prefix('#') == Some(id)).map(|p| p.text.clone()))
    });
    let input = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        let text = value.get();
        if let Some(input) = input.get() {
            dom::show_text(&input, &text);
        }
    });
    let note = format!("{id}-hint");
    view! {
        <div class=move || if error.read().is_some() { "field invalid" } else { "field" }>
            <label for=id>{label}</label>
            <p class="hint" id=note.clone()>
                {hint}
                {move || error.get().map(|error| view! { <span class="field-error">{error}</span> })}
            </p>
            <input id=id type=kind autocomplete=autocomplete maxlength="200" aria-describedby=note
                aria-invalid=move || error.read().is_some().then_some("true") value=value.get_untracked() node_ref=input
                on:input=move |event| draft.write(Name::Field(field), &event_target_value(&event))/>
        </div>
    }
}

/// What goes along only if it is ticked: the comments, and the plan where there is one.
#[component]
pub fn AlongFields(
    /// What is ticked.
    along: RwSignal<Along>,
) -> impl IntoView {
    let (draft, w) = (CurrentDraft::get(), words(use_locale()));
    let has_plan = Memo::new(move |_| {
        draft.track();
        let plan = |d: &crate::domain::draft::Draft| {
            d.records().any(|(name, r)| matches!(name, Name::Plan(..)) && !r.value.is_empty())
        };
        draft.with(plan) == Some(true)
    });
    let at_first = along.get_untracked();
    view! {
        <label class="check">
            <input type="checkbox" id="with-comments" checked=at_first.comments
                on:change=move |event| along.update(|along| along.comments = event_target_checked(&event))/>
            <span>{w.send_comments}</span>
        </label>
        <Show when=move || has_plan.get()>
            <label class="check">
                <input type="checkbox" id="with-plan" checked=along.get_untracked().plan
                    on:change=move |event| along.update(|along| along.plan = event_target_checked(&event))/>
                <span>{w.send_plan}</span>
            </label>
        </Show>
    }
}
