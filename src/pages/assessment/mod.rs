//! The assessment: drafts, the questionnaire, checking the answers.

pub mod bad_instrument;
pub mod category;
pub mod invited;
pub mod overview;
pub mod review;
pub mod start;
pub mod stored;
pub mod take;
