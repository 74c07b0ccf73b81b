//! The map of the crate.
//!
//! - [`domain`]: what the product is about, pure. No browser, no Leptos, no clock, no randomness.
//! - [`route`]: every path of the site, made and parsed in one place. Pure.
//! - `browser` (feature `web`): adapters, the only files that name `web_sys`, `js_sys`, `gloo_*` or `wasm_bindgen`.
//! - `ui` (feature `web`): the Leptos components.
//!
//! Arrows run one way: `ui -> browser -> domain` and `ui -> route -> domain`. Nothing imports `ui`.

#![recursion_limit = "256"]

pub mod domain;
pub mod route;

#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "web")]
pub mod ui;
