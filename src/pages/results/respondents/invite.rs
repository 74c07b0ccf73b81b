//! Inviting respondents: groups to choose from, how many are expected, the link, and the same as a file.

use crate::browser::{clipboard, page};
use crate::components::file_failure::FileFailure;
use crate::documents::invitation::invitation_page;
use crate::documents::take_away::{self, Contents};
use crate::domain::draft::{Field, Name, instrument_word};
use crate::domain::instrument::Instrument;
use crate::domain::invitation::Invitation;
use crate::i18n::{keeping, respondents as texts, use_locale};
use crate::route::{Assess, Route};
use crate::state::current_draft::CurrentDraft;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Whether the browser has copied the link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Copied {
    Done,
    Refused,
}

/// The form that invites.
#[component]
pub fn Invite(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let (draft, locale) = (CurrentDraft::get(), use_locale());
    let k = keeping(locale);
    let (copied, failed) = (RwSignal::new(None::<Copied>), RwSignal::new(false));
    let address = format!("{}{}", page::origin(), Route::Assess(Assess::Invited).path(locale));
    let word = instrument_word(&instrument.reference);
    let link = Memo::new(move |_| {
        draft.track();
        let fragment = draft.with(|draft| Invitation::to(draft, &word).fragment());
        fragment.map(|fragment| format!("{address}#{fragment}")).unwrap_or_default()
    });
    let copy = move || {
        let link = link.get_untracked();
        spawn_local(async move {
            let done = clipboard::copy(&link).await;
            copied.try_set(Some(if done { Copied::Done } else { Copied::Refused }));
        });
    };
    let save = move || {
        let link = link.get_untracked();
        let saved = draft.with(|draft| {
            let page = Contents::Page(invitation_page(draft, &link, locale));
            take_away::save(draft, "inbjudan", &page)
        });
        failed.set(saved != Some(true));
    };
    let said = move || {
        copied.get().map(|copied| match copied {
            Copied::Done => k.link_copied,
            Copied::Refused => k.link_not_copied,
        })
    };
    view! {
        <Fields on_change=move || copied.set(None)/>
        <Link link on_copy=copy on_save=save/>
        <FileFailure id="file-error" failed/>
        <div id="copied" role="status">{said}</div>
    }
    .into_any()
}

/// The groups, and how many respondents are expected.
#[component]
fn Fields(
    /// Called with every change: what is said of the link no longer holds.
    on_change: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let r = texts(use_locale());
    let (groups, expected) = (TrimmedField::new(Field::Groups), TrimmedField::new(Field::Expected));
    let enter = move |field: TrimmedField, text: String| {
        on_change();
        field.enter(text);
    };
    view! {
        <div id="invitation" class="stack">
            <h2>{r.invite}</h2>
            <div class="field">
                <label for="groups">{r.groups}</label>
                <p class="hint" id="groups-hint">{r.groups_hint}</p>
                <textarea
                    id="groups"
                    rows="4"
                    maxlength="2000"
                    aria-describedby="groups-hint"
                    prop:value=move || groups.shown()
                    on:input=move |event| enter(groups, event_target_value(&event))
                ></textarea>
            </div>
            <div class="field">
                <label for="expected">{r.expected}</label>
                <p class="hint" id="expected-hint">{r.expected_hint}</p>
                <input
                    id="expected"
                    type="text"
                    inputmode="numeric"
                    maxlength="5"
                    class="short"
                    aria-describedby="expected-hint"
                    prop:value=move || expected.shown()
                    on:input=move |event| enter(expected, event_target_value(&event))
                />
            </div>
        </div>
    }
}

/// A field of the draft that is stored without the blanks around it. What is being typed keeps them, or a line could not
/// be begun.
#[derive(Clone, Copy)]
struct TrimmedField {
    draft: CurrentDraft,
    field: Field,
    stored: Signal<String>,
    typed: RwSignal<String>,
}

impl TrimmedField {
    fn new(field: Field) -> TrimmedField {
        let draft = CurrentDraft::get();
        TrimmedField { draft, field, stored: draft.field(field), typed: RwSignal::new(String::new()) }
    }

    /// What the field shows.
    fn shown(self) -> String {
        shown_text(&self.typed.read(), &self.stored.read())
    }

    fn enter(self, text: String) {
        self.draft.set(Name::Field(self.field), text.trim());
        self.typed.set(text);
    }
}

/// What was typed last, unless the draft says something else by now.
fn shown_text(typed: &str, stored: &str) -> String {
    if typed.trim() == stored { typed.to_string() } else { stored.to_string() }
}

/// The link, to be copied or saved as a file.
#[component]
fn Link(
    /// The whole link.
    link: Memo<String>,
    /// Copies it.
    on_copy: impl Fn() + 'static,
    /// Saves it as a file.
    on_save: impl Fn() + 'static,
) -> impl IntoView {
    let r = texts(use_locale());
    view! {
        <div id="link" class="stack">
            <div class="field">
                <label for="link-text">{r.link}</label>
                <p class="hint" id="link-hint">{r.link_hint}</p>
                <textarea id="link-text" rows="3" readonly aria-describedby="link-hint" prop:value=move || link.get()></textarea>
            </div>
            <p>
                <button class="btn quiet" type="button" on:click=move |_| on_copy()>{r.copy_link}</button>
                " "
                <button class="btn quiet" type="button" on:click=move |_| on_save()>{r.save_invitation}</button>
            </p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_begun_stays_and_what_another_tab_says_is_shown() {
        assert_eq!(shown_text("Skola\n", "Skola"), "Skola\n");
        assert_eq!(shown_text("Skola\n", "Skola\nVård"), "Skola\nVård");
        assert_eq!(shown_text("", "Skola"), "Skola");
        assert_eq!(shown_text("  ", ""), "  ");
    }
}
