//! What only the kiosk needs of the browser. Locking the page and the watchdog are in `public/kiosk.js`, which also
//! works after this wasm has panicked.

use js_sys::{Date, Function, Reflect};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};

/// The events of `public/kiosk.js`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The screen was touched or a key pressed.
    Touched,
    /// The key was pressed that does what holding the mark down does.
    Held,
}

/// Milliseconds of a monotonic clock, and the minute of the local day.
pub fn time() -> (u64, u64) {
    if cfg!(feature = "ssr") {
        return (0, 0);
    }
    let day = Date::new_0();
    (now(), u64::from(day.get_hours() * 60 + day.get_minutes()))
}

/// Milliseconds of a monotonic clock.
pub fn now() -> u64 {
    let performance = if cfg!(feature = "ssr") { None } else { web_sys::window().and_then(|w| w.performance()) };
    performance.map_or(0, |p| p.now() as u64)
}

/// Calls `act` once a second, as long as the owner lives.
pub fn every_second(act: impl Fn() + 'static) {
    if !cfg!(feature = "ssr")
        && let Ok(handle) = set_interval_with_handle(act, Duration::from_secs(1))
    {
        on_cleanup(move || handle.clear());
    }
}

/// Calls `act` with the events of `public/kiosk.js`.
pub fn on_told(act: impl Fn(Told) + 'static) {
    if cfg!(feature = "ssr") {
        return;
    }
    let handle = window_event_listener_untyped("kiosk", move |event| {
        let told = event.dyn_ref::<web_sys::CustomEvent>().and_then(|event| event.detail().as_string());
        match told.as_deref() {
            Some("touch") => act(Told::Touched),
            Some("hold") => act(Told::Held),
            _ => {}
        }
    });
    on_cleanup(move || handle.remove());
}

/// Whether a media query matches, such as `(pointer: coarse)`. Through `Reflect`: web-sys's bindings would make the
/// wasm larger.
pub fn matches(query: &str) -> bool {
    let asked = || -> Result<JsValue, JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let ask: Function = Reflect::get(&window, &"matchMedia".into())?.dyn_into()?;
        Reflect::get(&ask.call1(&window, &query.into())?, &"matches".into())
    };
    !cfg!(feature = "ssr") && asked().is_ok_and(|fits| fits.is_truthy())
}

/// Whether the screen is touched rather than pointed at.
pub fn is_touched() -> bool {
    matches("(pointer: coarse)")
}

/// Loads an address with `location.replace`: this page leaves no history entry.
pub fn replace(url: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(url);
    }
}

/// The name of the app's folder (under `trunk serve` its file), which says which build this is.
pub fn build() -> String {
    let document = if cfg!(feature = "ssr") { None } else { web_sys::window().and_then(|w| w.document()) };
    let link = document.and_then(|d| d.query_selector("link[rel=modulepreload]").ok().flatten());
    let address = link.and_then(|l| l.get_attribute("href")).unwrap_or_default();
    let name = address.trim_start_matches("/assets").trim_start_matches('/');
    name.split('/').next().unwrap_or_default().to_string()
}
