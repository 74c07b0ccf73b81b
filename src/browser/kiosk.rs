//! What only a kiosk asks of the browser. What locks the page and watches over it is in `public/kiosk.js`, which also
//! stands where this wasm has stopped.

use js_sys::{Date, Function, Reflect};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};

/// What `public/kiosk.js` tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The screen was touched or a key pressed.
    Touched,
    /// The key was pressed that stands for holding the mark down.
    Held,
}

/// Milliseconds of a clock that never goes back, and the minute of the local day.
pub fn time() -> (u64, u64) {
    if cfg!(feature = "ssr") {
        return (0, 0);
    }
    let day = Date::new_0();
    (now(), u64::from(day.get_hours() * 60 + day.get_minutes()))
}

/// Milliseconds of a clock that never goes back.
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

/// Calls `act` with what `public/kiosk.js` tells.
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

/// Whether a media query fits, such as `(pointer: coarse)`. By name: the bindings are heavier than the call.
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

/// Loads an address in the place of this page: nothing of this one stays in the history.
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
