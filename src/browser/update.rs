//! Messages about a new build to and from `public/update.js`, which talks to the service worker and the other tabs.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CustomEvent;

/// Calls `hear` with every message about a new build: `waiting`, `alone` (waiting, and no other tab has anything to
/// lose), `ask`, `stored`, `unsaved`, `taken`, and `app`, which asks only whether the app runs. Never removed.
pub fn on_word(hear: impl Fn(&str) + 'static) {
    if cfg!(feature = "ssr") {
        return;
    }
    let _ = window_event_listener_untyped("dimios-update", move |event| {
        let word = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string());
        // Tells the script that the app is running and has received it.
        event.prevent_default();
        hear(&word.unwrap_or_default());
    });
}

/// Sends a message: `ask`, `stored`, `unsaved` or `take`. Without a service worker it has no effect.
pub fn say(word: &str) {
    let said = js_sys::Reflect::get(&js_sys::global(), &"dimiosUpdate".into());
    if let Some(say) = said.ok().and_then(|say| say.dyn_into::<js_sys::Function>().ok()) {
        // Answers arrive at `on_word`.
        let _ = say.call1(&JsValue::NULL, &word.into());
    }
}
