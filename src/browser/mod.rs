//! Adapters to the browser: the only files that name `web_sys`, `js_sys`, `gloo_*` or `wasm_bindgen`.
//!
//! Each adapter returns values of the domain, never panics, and does nothing in the prerenderer, which runs the same
//! components natively.

pub mod clipboard;
pub mod clock;
pub mod database;
pub mod dom;
pub mod durable;
pub mod files;
pub mod http;
pub mod intl;
pub mod kiosk;
pub mod listen;
pub mod lock;
pub mod page;
pub mod picture;
pub mod quota;
pub mod random;
pub mod seal;
pub mod share;
pub mod storage;
pub mod update;
