//! Parts that public pages share.

mod countdown;
mod map;
mod with_award;

pub use countdown::Countdown;
pub use map::{GalleryMap, MarkedMap, marks_of};
pub use with_award::{Waiting, WithAward, settled};
