//! Pages about a finished measurement.

pub mod document;
pub mod plan;
pub mod respondents;
pub mod result;
