//! That a file could not be made.

use crate::i18n::{keeping, use_locale};
use leptos::prelude::*;

/// A status region that says when a file could not be made.
#[component]
pub fn FileFailure(
    /// Its id.
    id: &'static str,
    /// Whether the last file could not be made.
    #[prop(into)]
    failed: Signal<bool>,
) -> impl IntoView {
    let text = keeping(use_locale()).take_failed;
    let note = move || failed.get().then(|| view! { <p class="note error">{text}</p> });
    view! { <div id=id role="status">{note}</div> }
}
