//! What is seen. One file a page; what pages share is in `components`, what the whole app shares in `site` (what came
//! with the page), `desk` (the assessment at hand), `shelf` (those in storage) and `outbox` (what is to be sent). What is written about a
//! finished measurement is in `results`, which runs in a wasm of its own and is asked by `writer`.

// The component macro makes a struct of every property list; the properties are explained where they are not plain.
#![allow(missing_docs)]

pub mod app;
pub mod charts;
pub mod components;
pub mod desk;
pub mod draft_file;
pub mod html;
pub mod i18n;
pub mod kiosk;
pub mod live;
pub mod outbox;
pub mod pages;
#[cfg(feature = "ssr")]
pub mod plain;
pub mod public;
pub mod results;
pub mod shelf;
pub mod site;
pub mod title;
pub mod writer;
