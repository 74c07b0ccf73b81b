//! Listeners on the window and the document. Each is removed when the reactive owner that added it is disposed.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Calls `act` on each storage event, with the key of the value that another tab stored, or `None` when all are
/// cleared.
pub fn on_storage(act: impl Fn(Option<String>) + 'static) {
    on_window("storage", move |event| {
        if let Some(event) = event.dyn_ref::<web_sys::StorageEvent>() {
            act(event.key());
        }
    });
}

/// Calls `act` when the browser reports that the network is back.
pub fn on_online(act: impl Fn() + 'static) {
    on_window("online", move |_| act());
}

/// Calls `act` when the page becomes visible again.
pub fn on_visible(act: impl Fn() + 'static) {
    on_window("visibilitychange", move |_| {
        let document = web_sys::window().and_then(|w| w.document());
        if document.is_some_and(|d| d.visibility_state() == web_sys::VisibilityState::Visible) {
            act();
        }
    });
}

/// Calls `act` when the page is restored from the back-forward cache, with state that may be stale.
pub fn on_restored(act: impl Fn() + 'static) {
    on_window("pageshow", move |event| {
        let persisted = js_sys::Reflect::get(&event, &"persisted".into());
        if persisted.is_ok_and(|p| p.is_truthy()) {
            act();
        }
    });
}

pub(super) fn on_window(name: &'static str, act: impl Fn(web_sys::Event) + 'static) {
    if cfg!(feature = "ssr") {
        return;
    }
    let handle = window_event_listener_untyped(name, act);
    on_cleanup(move || handle.remove());
}

/// Makes the browser ask for confirmation before the page is left (`beforeunload`), while `is_dirty` gives true.
pub fn on_leaving(is_dirty: impl Fn() -> bool + 'static) {
    on_window("beforeunload", move |event| {
        if is_dirty() {
            event.prevent_default();
        }
    });
}
