//! Passing a page on: the browser's own share sheet, or the address on the clipboard; and printing it.
//!
//! Before take-over `public/page.js` handles the clicks, by the attributes that begin with `data-`. Without script the
//! buttons are hidden.

use crate::browser::page;
use crate::browser::share::{Shared, share};
use crate::i18n::{pick, use_locale};
use crate::route::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A button that shares a page, one that prints it, and the status region for the outcome of sharing.
#[component]
pub fn ShareButtons(
    /// The page.
    route: Route,
    /// Its title.
    #[prop(into)]
    title: Signal<String>,
) -> impl IntoView {
    let locale = use_locale();
    let path = StoredValue::new(route.path(locale));
    let copied = pick(locale, "Adressen är kopierad.", "The address has been copied.");
    let said = RwSignal::new(None::<String>);
    let on_share = move |_| {
        let url = format!("{}{}", page::origin(), path.get_value());
        let title = title.get_untracked();
        spawn_local(async move {
            let text = match share(&title, &url).await {
                Shared::Shown => None,
                Shared::Copied => Some(copied.to_string()),
                // The address is there to copy by hand.
                Shared::Refused => Some(url),
            };
            said.try_set(text);
        });
    };
    view! {
        <p class="share row">
            <button
                class="link"
                type="button"
                data-share=path.get_value()
                data-title=move || title.get()
                data-copied=copied
                on:click=on_share
            >
                {pick(locale, "Dela sidan", "Share this page")}
            </button>
            <button class="link" type="button" data-print="" on:click=|_| page::print()>
                {pick(locale, "Skriv ut", "Print")}
            </button>
            <span class="meta" role="status">{move || said.get()}</span>
        </p>
    }
}
