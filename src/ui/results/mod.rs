//! What is written about a finished measurement: the result, who has answered, the plan, documents to take away.
//!
//! All of it is text made from a draft and its questionnaire, and nothing here knows of the page, of storage or of
//! time. So it runs in a wasm of its own (`src/bin/results.rs`), fetched only when it is needed (docs/adr/0014): the app
//! asks by [`Request`], as JSON, and puts what comes back into its page.

mod advice;
mod calculation;
mod invited;
mod most;
mod page;
mod respondents;
mod sent;
mod several;
mod tables;

use crate::domain::answers::Sheet;
use crate::domain::draft::{Draft, DraftId, Name};
use crate::domain::instrument::{self, Instrument, parse_advice};
use crate::domain::json::{self, Value};
use crate::domain::respondents::sheets;
use crate::domain::scoring::{Report, Score, report};
use crate::domain::text::Locale;
use crate::ui::html::Html;
use crate::ui::i18n::percent;
use advice::Advised;
use serde::Serialize;
use std::cell::RefCell;
use std::rc::Rc;

/// What is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Nothing: here is the questionnaire that all after it are about; more: anything, if it is the whole file.
    Instrument,
    /// The heading of the result page: the finding.
    ResultHeading,
    /// The result page below it.
    Result,
    /// The fields of an invitation.
    Inviting,
    /// The link that invites; more: the address of the page it leads to, and the measurement's
    /// origin.
    Link,
    /// The field for files.
    HandIn,
    /// What has come of files; more: name and outcome of each.
    Outcomes,
    /// Who has answered; more: anything, if one has just been removed.
    List,
    /// Being invited; more: the fragment, and the address of what has been begun.
    Invited,
    /// What a submission holds; more: the text of its bytes, and anything on the receipt of the draft at hand.
    Sent,
    /// The code on a receipt; more: the key, and the origin of this site.
    Proof,
    /// The outcome of a check; more: receipt and name of the file, then SHA-256 and text of it.
    Verdict,
}

impl What {
    const ALL: [(What, &'static str); 12] = [
        (What::Instrument, "instrument"),
        (What::ResultHeading, "result-heading"),
        (What::Result, "result"),
        (What::Inviting, "inviting"),
        (What::Link, "link"),
        (What::HandIn, "hand-in"),
        (What::Outcomes, "outcomes"),
        (What::List, "list"),
        (What::Invited, "invited"),
        (What::Sent, "sent"),
        (What::Proof, "proof"),
        (What::Verdict, "verdict"),
    ];

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
    /// The questionnaire's text; empty where a draft is asked about.
    pub text: &'a str,
    /// The draft's id, or the SHA-256 of the questionnaire.
    pub name: &'a str,
    /// The values of the draft by the words of their names.
    pub values: Vec<(String, &'a str)>,
    /// What else it needs, see [`What`].
    pub more: &'a [(String, String)],
}

thread_local! {
    static INSTRUMENT: RefCell<Option<Rc<(Instrument, Advised)>>> = const { RefCell::new(None) };
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
        let advised = match parse_advice(text, &read) {
            _ if request.get("more")?.as_array()?.is_empty() => Advised::Absent,
            Ok(advice) => Advised::Good(advice),
            Err(problems) => Advised::Bad(problems),
        };
        INSTRUMENT.with(|i| i.replace(Some(Rc::new((read, advised)))));
        return Some(String::new());
    }
    let questionnaire = INSTRUMENT.with(|i| i.borrow().clone())?;
    let (instrument, advised) = &*questionnaire;
    let mut draft = Draft::new(DraftId::parse(name)?);
    for pair in request.get("values")?.as_array()? {
        let [word, value] = pair.as_array()?.as_slice() else { return None };
        draft.write(Name::parse(word.as_str()?)?, value.as_str()?, "");
    }
    let more = json::list(request, "more", |pair| {
        let [one, other] = pair.as_array()?.as_slice() else { return None };
        Some((one.as_str()?.to_string(), other.as_str()?.to_string()))
    })?;
    let sheets = sheets(&draft, instrument);
    let report = report(instrument, &sheets);
    let found = Found { instrument, draft: &draft, report, sheets, locale, advised, paper: false };
    Some(written(what, found, &more).finish())
}

fn written(what: What, found: Found<'_>, more: &[(String, String)]) -> Html {
    let Found { instrument, draft, locale, .. } = found;
    let first = more.first().map(|(one, other)| (one.as_str(), other.as_str())).unwrap_or_default();
    match what {
        What::Instrument => Html::new(),
        What::ResultHeading => Html::of(&page::heading(&found)),
        What::Result => page::page(&found),
        What::Inviting => respondents::fields(&found),
        What::Link => respondents::link(&found, first.0, first.1),
        What::HandIn => respondents::hand_in(locale),
        What::Outcomes => respondents::outcomes(more, locale),
        What::List => respondents::list(&found, !more.is_empty()),
        What::Invited => invited::form(first.0, first.1, instrument, locale),
        What::Sent => sent::sent_text(first.0, (!first.1.is_empty()).then_some(draft), instrument, locale),
        What::Proof => sent::proof(first.0, first.1, locale),
        What::Verdict => {
            let (sha256, text) = more.get(1).map(|(one, other)| (one.as_str(), other.as_str())).unwrap_or_default();
            sent::outcome(first.0, (first.1, sha256, text), instrument, locale)
        }
    }
}

/// What every part is written from.
struct Found<'a> {
    instrument: &'a Instrument,
    draft: &'a Draft,
    report: Report,
    sheets: Vec<Sheet>,
    locale: Locale,
    advised: &'a Advised,
    /// Whether it is for paper, where nothing can be opened.
    paper: bool,
}

impl Found<'_> {
    /// The report of each sheet by itself, where there are enough of them for nobody to be picked out.
    fn single(&self) -> Vec<Report> {
        let least = usize::try_from(self.instrument.rules.minimum_group).unwrap_or(usize::MAX).max(2);
        let all = if self.sheets.len() < least { &[] } else { self.sheets.as_slice() };
        all.iter().map(|sheet| report(self.instrument, std::slice::from_ref(sheet))).collect()
    }
}

impl Found<'_> {
    /// A part that can be folded away on the screen, by class and id; on paper a part with a heading.
    fn fold(&self, h: &mut Html, (class, id): (&str, &str), title: &str, open: bool, write: impl FnOnce(&mut Html)) {
        if self.paper {
            h.open("section", &[("class", class), ("id", id)]).el("h3", &[("class", "num")], title);
            write(h);
            h.close("section");
        } else {
            h.open_if("details", &[("class", Some(class)), ("id", Some(id)), ("open", open.then_some(""))]);
            h.el("summary", &[("class", "num")], title);
            write(h);
            h.close("details");
        }
    }
}

/// `Innovation 62 %`.
fn named(name: &str, score: &str) -> String {
    [name, " ", score].concat()
}

/// A score as it is shown everywhere.
fn shown(locale: Locale, score: Option<Score>) -> String {
    score.map_or_else(|| "–".to_string(), |s| percent(locale, s))
}
