//! What pages share.

pub mod chunk_failed;
pub mod combo;
pub mod dates;
pub mod delivery_state;
pub mod error_summary;
pub mod file_failure;
pub mod frame;
pub mod heading;
pub mod link;
pub mod nominee_card;
pub mod paper;
pub mod progress;
pub mod save_bar;
pub mod save_file;
pub mod save_picture;
pub mod share;
pub mod source;
pub mod statement;
pub mod table;
pub mod update_bar;
