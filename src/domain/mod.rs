//! What the product is about: the questionnaire, its scoring, drafts, submissions and the award.
//!
//! Pure: `std`, `serde`, `chrono` types and `thiserror`. Time, randomness, storage and network come in as values, so
//! everything here is tested in seconds with `cargo test --no-default-features`.

pub mod advice;
pub mod answers;
pub mod award;
pub mod baseline;
pub mod config;
pub mod csv;
pub mod draft;
pub mod fold;
pub mod hand_in;
pub mod hash;
pub mod instrument;
pub mod invitation;
pub mod journal;
pub mod key;
pub mod kiosk;
pub mod measurement;
pub mod merge;
pub mod order;
pub mod origin;
pub mod pairs;
pub mod plan;
pub mod respondents;
pub mod scoring;
pub mod sheet;
pub mod submission;
pub mod text;
pub mod update;
