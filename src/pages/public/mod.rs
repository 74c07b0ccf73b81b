//! The public pages about the award: static documents that the prerenderer writes, and pages of the app where it shows them.

pub mod about;
pub mod accessibility;
pub mod edition;
pub mod gallery;
pub mod home;
pub mod method;
pub mod municipality;
pub mod nominee;
pub mod open_data;
pub mod parts;
pub mod timeline;
