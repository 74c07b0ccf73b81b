//! Files that the app writes for people to keep.

pub mod draft_file;
pub mod invitation;
pub mod take_away;
