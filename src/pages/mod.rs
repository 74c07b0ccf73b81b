//! The pages, by who uses them: one file a page.

pub mod assessment;
pub mod dead_end;
pub mod kiosk;
pub mod promised;
pub mod public;
pub mod results;
pub mod sending;

pub use dead_end::{NoSuchCategory, NoSuchDraft, NotFoundPage};
