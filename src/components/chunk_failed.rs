//! The page that is shown when a chunk could not be fetched.

use crate::components::heading::PageHeading;
use crate::i18n::{use_locale, words};
use leptos::prelude::*;

/// Says that a part of the app could not be fetched, that the answers are safe, and lets the visitor retry.
#[component]
pub fn ChunkFailed(
    /// Whether it is being fetched again.
    #[prop(into)]
    busy: Signal<bool>,
    /// Fetches it again.
    on_retry: impl Fn() + 'static,
) -> impl IntoView {
    let w = words(use_locale());
    view! {
        <div class="flow">
            <PageHeading>{w.chunk_failed_title}</PageHeading>
            <div class="note warn" role="alert">
                <p>{w.chunk_failed}</p>
                <p>
                    <button class="btn quiet" type="button" aria-disabled=move || busy.get().to_string() on:click=move |_| on_retry()>
                        {w.result_again}
                    </button>
                </p>
            </div>
        </div>
    }
}
