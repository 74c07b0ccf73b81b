//! The question to an idle visitor.

use super::state::KioskState;
use crate::browser::{dom, page};
use crate::domain::kiosk::Event;
use crate::i18n::kiosk as texts;
use crate::state::site::Site;
use leptos::ev::KeyboardEvent;
use leptos::html::Button;
use leptos::prelude::*;

/// The question, over all else while it is asked. A touch beside its buttons means to stay.
#[component]
pub(super) fn StillThere() -> impl IntoView {
    let kiosk = KioskState::get();
    let is_asking = Memo::new(move |_| kiosk.asks.get().is_some());
    // Announced once, also if a late timer has skipped the tenth second.
    let is_ending = Memo::new(move |_| kiosk.asks.get().is_some_and(|seconds| seconds <= 10));
    let site = Site::get();
    Effect::new(move |_| {
        if is_ending.get() {
            site.say(texts(kiosk.locale.get_untracked()).seconds_left);
        }
    });
    // The pressed button is unmounted, so the focus moves to the heading.
    Effect::new(move |before: Option<bool>| {
        let asks = is_asking.get();
        if before == Some(true) && !asks {
            kiosk.focus_heading();
        }
        asks
    });
    view! {
        <div class="k-ask" hidden=move || !is_asking.get() on:click=move |_| kiosk.dispatch(Event::Continue)>
            <Show when=move || is_asking.get()>
                <Question/>
            </Show>
        </div>
    }
}

/// The dialog. Most keys mean to stay; Tab goes between its two buttons and nowhere else. The seconds are a text that
/// changes by itself, so the button keeps the focus.
#[component]
fn Question() -> impl IntoView {
    let kiosk = KioskState::get();
    let t = move || texts(kiosk.locale.get());
    let (stay, leave) = (NodeRef::<Button>::new(), NodeRef::<Button>::new());
    let focus = |button: NodeRef<Button>| {
        if let Some(Some(button)) = button.try_get_untracked() {
            dom::focus(&button);
        }
    };
    Effect::new(move |_| page::after_render(move || focus(stay)));
    let tab_to = move |ev: &KeyboardEvent, other: NodeRef<Button>| {
        if ev.key() == "Tab" {
            ev.prevent_default();
            focus(other);
        }
    };
    let hear_key = move |ev: KeyboardEvent| {
        if !matches!(ev.key().as_str(), "Tab" | "Shift" | "Enter" | " ") {
            kiosk.dispatch(Event::Continue);
        }
    };
    let end = move |ev: leptos::ev::MouseEvent| {
        // Beside the buttons a click means to stay.
        ev.stop_propagation();
        kiosk.dispatch(Event::End);
    };
    view! {
        <div
            class="k-dialog"
            role="alertdialog"
            aria-modal="true"
            aria-labelledby="kiosk-still-there"
            aria-describedby="kiosk-will-clear"
            on:keydown=hear_key
        >
            <h2 id="kiosk-still-there">{move || t().still_there}</h2>
            <p id="kiosk-will-clear">
                {move || t().will_clear}" "
                <b class="num">{move || kiosk.asks.get().map(|seconds| seconds.to_string())}</b>
            </p>
            <button type="button" class="k-btn" node_ref=stay on:keydown=move |ev| tab_to(&ev, leave)>
                {move || t().stay}
            </button>
            <button
                type="button"
                class="k-btn k-second"
                node_ref=leave
                on:keydown=move |ev| tab_to(&ev, stay)
                on:click=end
            >
                {move || t().leave}
            </button>
        </div>
    }
}
