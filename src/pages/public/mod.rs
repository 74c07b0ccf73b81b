//! The public pages about the award.

pub mod islands;
#[cfg(feature = "ssr")]
pub mod plain;
