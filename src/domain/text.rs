//! Text in the two languages of the site.

use serde::{Deserialize, Serialize};

/// The languages of the site. Swedish is the first; English is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Locale {
    /// Swedish, `sv`.
    #[default]
    Sv,
    /// English, `en`.
    En,
}

impl Locale {
    /// Every language, the first one first.
    pub const ALL: [Locale; 2] = [Locale::Sv, Locale::En];

    /// The BCP 47 tag, as in `<html lang>`.
    pub const fn tag(self) -> &'static str {
        match self {
            Locale::Sv => "sv",
            Locale::En => "en",
        }
    }

    /// The language to switch to.
    pub const fn other(self) -> Locale {
        match self {
            Locale::Sv => Locale::En,
            Locale::En => Locale::Sv,
        }
    }
}

/// One text in both languages. Files that hold it are checked when they are read: neither side is empty.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Swedish.
    #[serde(default)]
    pub sv: String,
    /// English.
    #[serde(default)]
    pub en: String,
}

impl Text {
    /// The text in one language.
    pub fn get(&self, locale: Locale) -> &str {
        match locale {
            Locale::Sv => &self.sv,
            Locale::En => &self.en,
        }
    }
}
