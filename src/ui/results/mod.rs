//! What is written about a finished measurement: the result, who has answered, the plan, documents to take away.
//!
//! All of it is text made from a draft and its questionnaire, and nothing here knows of the page, of storage or of
//! time. So it runs in a wasm of its own (`src/bin/results.rs`), fetched only when it is needed (docs/adr/0014): the app
//! asks by [`Request`], as JSON, and puts what comes back into its page.

mod calculation;
mod page;
mod tables;

use crate::domain::answers::Sheet;
use crate::domain::draft::{Draft, DraftId, read_file};
use crate::domain::instrument::{self, Instrument};
use crate::domain::json::{self, Value};
use crate::domain::scoring::{Report, Score, report};
use crate::domain::text::Locale;
use crate::ui::html::Html;
use crate::ui::i18n::percent;
use serde::Serialize;
use std::cell::RefCell;
use std::rc::Rc;

/// What is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Nothing: here is the questionnaire that all after it are about.
    Instrument,
    /// The heading of the result page: the finding.
    ResultHeading,
    /// The result page below it.
    Result,
}

impl What {
    const ALL: [(What, &'static str); 3] =
        [(What::Instrument, "instrument"), (What::ResultHeading, "result-heading"), (What::Result, "result")];

    /// The word for it in a request.
    pub fn word(self) -> &'static str {
        What::ALL.iter().find(|(w, _)| *w == self).map_or("", |(_, word)| word)
    }

    fn parse(word: &str) -> Option<What> {
        What::ALL.iter().find(|(_, w)| *w == word).map(|(what, _)| *what)
    }
}

/// One request.
#[derive(Serialize)]
pub struct Request<'a> {
    /// The word of a [`What`].
    pub what: &'a str,
    /// The language's tag.
    pub locale: &'a str,
    /// The draft as a file, or the questionnaire's text.
    pub text: &'a str,
    /// The draft's id, or the SHA-256 of the questionnaire.
    pub name: &'a str,
}

thread_local! {
    static INSTRUMENT: RefCell<Option<Rc<Instrument>>> = const { RefCell::new(None) };
}

/// Answers a [`Request`]. Empty where it cannot be read: whoever asks checks first.
pub fn answer(request: &str) -> String {
    json::read(request).and_then(|request| answered(&request)).unwrap_or_default()
}

fn answered(request: &Value) -> Option<String> {
    let what = What::parse(json::text(request, "what")?)?;
    let locale = Locale::ALL.into_iter().find(|l| Some(l.tag()) == json::text(request, "locale"))?;
    let (text, name) = (json::text(request, "text")?, json::text(request, "name")?);
    if what == What::Instrument {
        let read = instrument::parse(text.as_bytes(), name).ok()?;
        INSTRUMENT.with(|i| i.replace(Some(Rc::new(read))));
        return Some(String::new());
    }
    let instrument = INSTRUMENT.with(|i| i.borrow().clone())?;
    let draft = read_file(text, DraftId::parse(name)?).ok()?;
    Some(written(what, &instrument, &draft, locale).finish())
}

fn written(what: What, instrument: &Instrument, draft: &Draft, locale: Locale) -> Html {
    let sheet = draft.sheet(instrument);
    let report = report(instrument, std::slice::from_ref(&sheet));
    let found = Found { instrument, report, sheet, locale };
    match what {
        What::Instrument => Html::new(),
        What::ResultHeading => Html::of(&page::heading(&found)),
        What::Result => page::page(&found),
    }
}

/// What every part is written from.
struct Found<'a> {
    instrument: &'a Instrument,
    report: Report,
    sheet: Sheet,
    locale: Locale,
}

/// `Innovation 62 %`.
fn named(name: &str, score: &str) -> String {
    [name, " ", score].concat()
}

/// A score as it is shown everywhere.
fn shown(locale: Locale, score: Option<Score>) -> String {
    score.map_or_else(|| "–".to_string(), |s| percent(locale, s))
}
