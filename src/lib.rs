//! The map of the crate.
//!
//! - [`domain`]: what the product is about, pure. No browser, no Leptos, no clock, no randomness.
//! - [`route`]: every path of the site, made and parsed in one place. Pure.
//! - `browser` (feature `web`): adapters, the only files that name `web_sys`, `js_sys`, `gloo_*` or `wasm_bindgen`.
//! - `state`: what the app remembers, as signals. `components`, `charts`: what pages share. `pages`: one file a page.
//! - `app`: the root component with the table of routes.
//!
//! Imports go one way: `app -> pages -> components -> state -> browser -> domain`; all above `domain` may use `route`
//! and `i18n`.

#![recursion_limit = "256"]
// The component macro makes a public struct of every list of props, whose fields it cannot all document.
#![cfg_attr(feature = "web", allow(missing_docs))]

pub mod domain;
pub mod route;
#[cfg(feature = "web")]
pub mod routing;

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "web")]
pub mod charts;
#[cfg(feature = "web")]
pub mod chunk;
#[cfg(feature = "web")]
pub mod components;
#[cfg(feature = "web")]
pub mod documents;
#[cfg(feature = "web")]
pub mod i18n;
#[cfg(feature = "web")]
pub mod pages;
#[cfg(feature = "web")]
pub mod state;
#[cfg(feature = "web")]
pub mod title;
