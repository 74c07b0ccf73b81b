//! Files that the app writes for people to keep.

pub mod draft_file;
