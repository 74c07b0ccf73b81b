//! Parts that public pages share.

mod countdown;
mod map;
mod with_award;

pub use countdown::Countdown;
pub use map::{GalleryMap, MunicipalityMap, NomineeMap};
pub use with_award::{NothingHere, WithAward};
