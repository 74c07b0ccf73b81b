//! The app's state, as signals in context. A store knows the domain and the browser; it imports no page and no
//! component.

pub mod app_update;
pub mod current_draft;
pub mod draft_store;
pub mod outbox;
pub mod public_clock;
pub mod public_data;
pub mod sending;
pub mod site;
pub mod unsaved_input;
