//! What pages share.

pub mod combo;
pub mod dates;
pub mod error_summary;
pub mod frame;
pub mod heading;
pub mod link;
pub mod nominee_card;
pub mod save_bar;
pub mod share;
pub mod source;
pub mod statement;
pub mod update_bar;
