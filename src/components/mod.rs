//! What pages share.

pub mod combo;
pub mod dates;
pub mod error_summary;
pub mod frame;
pub mod link;
pub mod nominee_card;
pub mod paper;
pub mod save_bar;
pub mod share;
pub mod statement;
pub mod table;
pub mod update_bar;
