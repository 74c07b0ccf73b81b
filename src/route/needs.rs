//! What a page needs besides the first wasm: a lazy chunk (docs/adr/0024), and data.

use super::{Assess, Route};

/// A lazy chunk of the app's wasm. Code that is in none is in the first wasm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// Starting an assessment, being invited to one, and what is stored on the device.
    Begin,
    /// The pages about a finished measurement.
    Results,
    /// Checking the answers, sending, the receipt and its check.
    Sending,
    /// The public pages.
    Public,
    /// The kiosk.
    Kiosk,
}

impl Chunk {
    /// All of them.
    pub const ALL: [Chunk; 5] = [Chunk::Begin, Chunk::Results, Chunk::Sending, Chunk::Public, Chunk::Kiosk];

    /// Its name, in `chunked!` and of its file.
    pub fn name(self) -> &'static str {
        match self {
            Chunk::Begin => "begin",
            Chunk::Results => "results",
            Chunk::Sending => "sending",
            Chunk::Public => "public",
            Chunk::Kiosk => "kiosk",
        }
    }
}

impl Route {
    /// The chunk without which the page cannot be shown.
    pub fn chunk(&self) -> Option<Chunk> {
        match self {
            Route::Home | Route::Nominees | Route::Edition(_) | Route::Nominee(..) | Route::Municipality(_) => {
                Some(Chunk::Public)
            }
            Route::Timeline | Route::OpenData | Route::Method | Route::About | Route::Accessibility => {
                Some(Chunk::Public)
            }
            Route::Kiosk => Some(Chunk::Kiosk),
            Route::Check => Some(Chunk::Sending),
            Route::Stored => Some(Chunk::Begin),
            Route::Assess(page) => page.chunk(),
        }
    }

    /// Whether the page needs the questionnaire. A prerendered page carries it.
    pub fn needs_questionnaire(&self) -> bool {
        matches!(self, Route::Assess(_) | Route::Check | Route::Kiosk)
    }

    /// Whether the page needs all municipalities: one is chosen there. A prerendered page carries them.
    pub fn needs_municipalities(&self) -> bool {
        matches!(self, Route::Assess(Assess::Start) | Route::Kiosk)
    }
}

impl Assess {
    fn chunk(&self) -> Option<Chunk> {
        match self {
            Assess::Respondents | Assess::Result | Assess::Plan | Assess::Document => Some(Chunk::Results),
            Assess::Review | Assess::Send | Assess::Receipt => Some(Chunk::Sending),
            Assess::Start | Assess::Invited => Some(Chunk::Begin),
            Assess::Overview | Assess::Category(_) => None,
        }
    }
}
