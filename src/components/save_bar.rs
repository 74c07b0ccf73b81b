//! The bar that says whether everything is saved, with the links to the next pages.

use crate::browser::{intl, page};
use crate::components::save_file::SaveFileButton;
use crate::components::statement::field_name;
use crate::documents::draft_file;
use crate::domain::answers::Answer;
use crate::domain::draft::{Draft, Name};
use crate::domain::instrument::Instrument;
use crate::domain::text::Locale;
use crate::i18n::{keeping, save_failure, saved_at, use_locale, words};
use crate::state::current_draft::{Conflict, CurrentDraft};
use crate::state::draft_store::{DraftStore, Saved};
use crate::state::site::Site;
use leptos::prelude::*;

/// The bar at the bottom of a page where something is entered.
#[component]
pub fn SaveBar(
    /// Links to the next pages.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="saved">
            <div class="wrap">
                <Conflicts/>
                <SaveState/>
                <div id="next" class="row ways">{children()}</div>
            </div>
        </div>
    }
}

/// The first conflict between two tabs, with both values to choose from.
#[component]
fn Conflicts() -> impl IntoView {
    let (draft, site, locale) = (CurrentDraft::get(), Site::get(), use_locale());
    let settle = move |ours: bool| {
        let first = draft.conflicts.with_untracked(|all| all.first().cloned());
        draft.settle(ours);
        // With the last conflict the pressed button goes away: the focus moves to what the conflict was about.
        page::after_render(move || {
            if draft.conflicts.try_read_untracked().is_some_and(|all| all.is_empty()) {
                page::focus_or_heading(&first.and_then(|conflict| statement_of(&conflict)).unwrap_or_default());
            }
        });
    };
    let first = move || {
        let all = draft.conflicts.read();
        let conflict = all.first().cloned().zip(site.instrument());
        conflict.map(|(conflict, instrument)| conflict_view(settle, &conflict, all.len(), &instrument, locale))
    };
    view! { <div id="conflicts" class="conflicts" role="alert">{first}</div> }
}

/// The id of the statement that a conflict is about.
fn statement_of(conflict: &Conflict) -> Option<String> {
    let (Name::Answer(id) | Name::Comment(id)) = &conflict.name else { return None };
    Some(field_name(id))
}

fn conflict_view<F: Fn(bool) + Copy + 'static>(
    settle: F,
    conflict: &Conflict,
    count: usize,
    instrument: &Instrument,
    locale: Locale,
) -> impl IntoView + use<F> {
    let k = keeping(locale);
    let count = (count > 1).then(|| format!(" ({count})"));
    let label = conflict_label(conflict, instrument, locale);
    let choice = |ours: bool, text: &'static str, value: &str| {
        let shown = shown(&conflict.name, value, instrument, locale);
        view! {
            <button class="btn quiet" type="button" on:click=move |_| settle(ours)>
                {text}" "<strong>{shown}</strong>
            </button>
        }
    };
    view! {
        <div class="note warn">
            <p><strong>{k.conflict}</strong>{count}" "{label}". "{k.conflict_why}</p>
            <p class="row">
                {choice(true, k.keep_ours, &conflict.ours)}
                {choice(false, k.keep_theirs, &conflict.theirs)}
            </p>
        </div>
    }
}

/// What a conflict is about: the short name of the statement.
fn conflict_label(conflict: &Conflict, instrument: &Instrument, locale: Locale) -> String {
    let (Name::Answer(id) | Name::Comment(id)) = &conflict.name else { return String::new() };
    let statement = instrument.statement(id).and_then(|index| instrument.statements.get(index));
    statement.map_or(id.as_str(), |s| s.label.get(locale)).to_string()
}

/// One of the two values of a conflict, in words. Long comments are cut to 120 characters.
fn shown(name: &Name, value: &str, instrument: &Instrument, locale: Locale) -> String {
    if matches!(name, Name::Answer(_)) {
        let answer = Answer::from_word(value, instrument.steps()).unwrap_or_default();
        return draft_file::said(instrument, answer, locale);
    }
    let cut: String = value.chars().take(120).collect();
    let rest = if cut.len() < value.len() { "…" } else { "" };
    format!("”{cut}{rest}”")
}

/// Whether everything is saved; where not, why, what is safe and what to do.
#[component]
pub fn SaveState() -> impl IntoView {
    let (draft, store, locale) = (CurrentDraft::get(), DraftStore::get(), use_locale());
    let (w, k) = (words(locale), keeping(locale));
    let newer = Memo::new(move |_| {
        draft.track();
        draft.with(Draft::is_newer) == Some(true)
    });
    let warning = move |text: &'static str| view! { <p class="state warn">{text}" "<SaveFileButton/></p> }.into_any();
    let state = move || {
        let saved = store.saved.get();
        // "Försök igen" and the button for a file go away with the state they belong to.
        page::keep_focus_in("save-state");
        match saved {
            _ if newer.get() => view! { <p class="state warn">{k.newer_draft}</p> }.into_any(),
            Saved::Nothing if store.shared.get() => view! { <p class="state warn">{k.shared_state}</p> }.into_any(),
            Saved::Nothing => view! { <p class="state">{w.save_neutral}</p> }.into_any(),
            Saved::Underway => view! { <p class="state">{w.save_underway}</p> }.into_any(),
            Saved::Quick => warning(w.save_quick),
            Saved::Shared => warning(k.shared_state),
            Saved::At(time) => {
                let saved = saved_at(locale, &intl::time(locale, time));
                view! { <p class="state ok">{saved}" "<span class="where">{w.save_where}</span></p> }.into_any()
            }
            Saved::Failed(error) => view! {
                <div class="state bad">
                    <p><strong>{w.save_failed}</strong>" "{save_failure(locale, error)}</p>
                    <button class="link" type="button" on:click=move |_| store.retry()>{w.save_again}</button>
                    <SaveFileButton/>
                </div>
            }
            .into_any(),
        }
    };
    view! { <div id="save-state" class="saving" tabindex="-1">{state}</div> }
}

/// What is announced to screen readers when the status changes from `before` to `after`: the first save, failures and
/// recoveries, not each answer.
pub fn announcement(before: Saved, after: Saved, locale: Locale) -> Option<String> {
    let w = words(locale);
    match (before, after) {
        (Saved::Nothing | Saved::Failed(_) | Saved::Quick, Saved::At(_)) => Some(w.save_neutral.to_string()),
        (Saved::Shared, Saved::Shared) | (Saved::Quick, Saved::Quick) | (Saved::Failed(_), Saved::Failed(_)) => None,
        (_, Saved::Quick) => Some(w.save_quick.to_string()),
        (_, Saved::Shared) => Some(keeping(locale).shared_state.to_string()),
        (_, Saved::Failed(error)) => Some(format!("{} {}", w.save_failed, save_failure(locale, error))),
        _ => None,
    }
}
