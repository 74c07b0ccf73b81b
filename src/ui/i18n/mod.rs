//! Every text of the app, in both languages side by side. A missing one does not compile.
//!
//! Texts of pages that need no app stand in those pages (`ui::plain`), which the wasm does not hold.

mod phrases;
mod words;

pub use phrases::*;
pub use words::Words;

use crate::domain::text::Locale;

/// The fixed texts of a language.
pub fn words(locale: Locale) -> &'static Words {
    match locale {
        Locale::Sv => &words::SV,
        Locale::En => &words::EN,
    }
}
