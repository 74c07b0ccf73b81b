//! What pages share.

pub mod combo;
pub mod dates;
pub mod error_summary;
pub mod frame;
pub mod link;
pub mod nominee_card;
pub mod save_bar;
pub mod save_picture;
pub mod share;
pub mod statement;
pub mod update_bar;
