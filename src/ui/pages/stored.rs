//! What is stored on this device, and the way to remove all of it.

use crate::browser::storage;
use crate::domain::text::Locale;
use crate::ui::desk::{self, Desk};
use crate::ui::i18n::words;
use crate::ui::outbox;
use leptos::prelude::*;

/// The page. Nothing is counted before the app is live: a prerendered page knows no device.
#[component]
pub fn Stored(locale: Locale) -> impl IntoView {
    let w = words(locale);
    let counted = RwSignal::new(0u32);
    let count = move |stored: fn() -> usize| {
        move || {
            counted.track();
            if cfg!(feature = "ssr") { "–".to_string() } else { stored().to_string() }
        }
    };
    view! {
        <h1 id="rubrik" tabindex="-1">{w.stored_title}</h1>
        <p class="lead">{w.stored_lead}</p>
        <dl class="pairs">
            <div><dt>{w.stored_drafts}</dt><dd class="num">{count(|| desk::stored_ids().len())}</dd></div>
            <div><dt>{w.stored_sent}</dt><dd class="num">{count(|| outbox::stored_keys().len())}</dd></div>
        </dl>
        <p>{w.stored_limits}</p>
        <p>{w.stored_durability}</p>
        <ClearAll counted locale/>
    }
}

/// Asks once, in place, before everything is removed.
#[component]
fn ClearAll(counted: RwSignal<u32>, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let sure = RwSignal::new(false);
    let told = RwSignal::new("");
    let clear = move |_| {
        if !sure.get_untracked() {
            sure.set(true);
            told.set(w.stored_clear_sure);
            return;
        }
        Desk::get().open(None);
        let keys = [desk::PREFIX, outbox::PREFIX].into_iter().flat_map(|p| storage::keys(p).unwrap_or_default());
        let left = keys.filter(|key| storage::remove(key).is_err()).count();
        sure.set(false);
        told.set(if left == 0 { w.stored_cleared } else { w.stored_cleared_partly });
        counted.update(|n| *n += 1);
    };
    view! {
        <p role="status">{move || told.get()}</p>
        <p><button class="btn danger" type="button" id="rensa" on:click=clear>{w.stored_clear}</button></p>
    }
}
