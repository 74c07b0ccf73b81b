//! Pages about a finished measurement.

pub mod compare;
pub mod document;
pub mod plan;
pub mod plan_summary;
pub mod published;
pub mod respondents;
pub mod result;
pub mod uncounted;
