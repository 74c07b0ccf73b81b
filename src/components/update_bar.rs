//! The line that says that a new build of the site waits.

use crate::browser::page;
use crate::domain::update::Stage;
use crate::i18n::{new_build, use_locale};
use crate::state::app_update::AppUpdate;
use leptos::prelude::*;

/// The line, if a new build waited when the page was rendered. Whether it is shown is decided once: inserted into a
/// visible page it would shift what somebody is about to press.
#[component]
pub fn UpdateBar() -> impl IntoView {
    let (update, locale) = (AppUpdate::get(), use_locale());
    if matches!(untrack(|| update.stage()), Stage::Current | Stage::Unseen) {
        return None;
    }
    update.announce(locale);
    let line = move || {
        let line = line(update, locale);
        // The pressed button goes away while everything is being saved.
        page::keep_focus_in("new-build");
        line
    };
    Some(view! { <div class="update" role="status"><div id="new-build" class="row" tabindex="-1">{line}</div></div> })
}

fn line(update: AppUpdate, locale: crate::domain::text::Locale) -> Option<AnyView> {
    let t = new_build(locale);
    let (text, more, button) = match update.stage() {
        Stage::Current | Stage::Unseen => return None,
        Stage::Offered => (t.waits, Some(t.will), Some(t.take)),
        Stage::Asking | Stage::Taking | Stage::Going | Stage::Leaving => (t.saving, None, None),
        Stage::UnsavedHere => (t.unsaved_here, None, Some(t.take)),
        Stage::UnsavedElsewhere => (t.unsaved_elsewhere, None, Some(t.take)),
        Stage::Behind => (t.behind, None, Some(t.reload)),
    };
    let more = more.map(|more| view! { " "<span class="meta">{more}</span> });
    let button = button.map(|name| {
        view! { <button class="btn quiet" type="button" on:click=move |_| update.take()>{name}</button> }
    });
    Some(view! { <p>{text}{more}</p>{button} }.into_any())
}
