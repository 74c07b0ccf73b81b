//! What is written about a finished measurement: the result, who has answered, the plan, documents to take away.
//!
//! All of it is text made from a draft and its questionnaire, and nothing here knows of the page, of storage or of
//! time. So it runs in a wasm of its own (`src/bin/results.rs`), fetched only when it is needed (docs/adr/0014): the app
//! asks by [`Request`], as JSON, and puts what comes back into its page.

mod advice;
mod calculation;
mod compare;
mod document;
mod export;
mod most;
mod page;
mod pictures;
mod plan;
mod published;
mod request;
mod respondents;
mod sent;
mod several;
mod tables;

use crate::domain::answers::Sheet;
use crate::domain::draft::{Draft, DraftId, Field, Name};
use crate::domain::instrument::{self, Instrument, parse_advice};
use crate::domain::json::{self, Value};
use crate::domain::respondents::{Respondent, are_enough, respondents as handed_over};
use crate::domain::scoring::{Report, Score, report};
use crate::domain::text::Locale;
use crate::i18n::{percent, results};
use crate::route::{Assess, Route};
use crate::strings::html::Html;
use advice::Advised;
use std::cell::RefCell;
use std::rc::Rc;

pub use request::{Request, SAME, What};

thread_local! {
    /// The draft last asked about, counted once for all that is asked of it.
    static COUNTED: RefCell<Option<Rc<Counted>>> = const { RefCell::new(None) };
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
    if text != SAME {
        let counted = Rc::new(count(request, name, instrument)?);
        COUNTED.with(|c| c.replace(Some(counted)));
    }
    let counted = COUNTED.with(|c| c.borrow().clone())?;
    let Counted { draft, handed, sheets, report } = &*counted;
    let more = json::list(request, "more", |pair| {
        let [one, other] = pair.as_array()?.as_slice() else { return None };
        Some((one.as_str()?.to_string(), other.as_str()?.to_string()))
    })?;
    let counted = if are_enough(handed.len(), instrument) { handed.as_slice() } else { &[] };
    let found = Found { instrument, draft, handed, counted, report, sheets, locale, advised, paper: false };
    let first = more.first().map(|(one, other)| (one.as_str(), other.as_str())).unwrap_or_default();
    Some(match what {
        What::Baseline => match compare::take(&found, first.0) {
            Ok((name, value)) => [&name, "\n", &value].concat(),
            Err(why) => why.word().to_string(),
        },
        What::File => match first.0 {
            "csv" => export::csv(&found),
            "json" => export::data(&found),
            _ => pictures::picture(&found, first.1)?,
        },
        What::Frozen => sent::frozen(&found, &more)?,
        _ => written(what, found, &more).finish(),
    })
}

/// Reads the draft of a request and counts it.
fn count(request: &Value, name: &str, instrument: &Instrument) -> Option<Counted> {
    let mut draft = Draft::new(DraftId::parse(name)?);
    for pair in request.get("values")?.as_array()? {
        let [word, value] = pair.as_array()?.as_slice() else { return None };
        draft.write(Name::parse(word.as_str()?)?, value.as_str()?, "");
    }
    let handed = handed_over(&draft, instrument);
    let own = Some(draft.sheet(instrument)).filter(|own| own.answered() > 0);
    let counted = if are_enough(handed.len(), instrument) { handed.as_slice() } else { &[] };
    let sheets: Vec<Sheet> = own.into_iter().chain(counted.iter().map(|r| r.sheet.clone())).collect();
    let report = report(instrument, &sheets);
    Some(Counted { draft, handed, sheets, report })
}

fn written(what: What, found: Found<'_>, more: &[(String, String)]) -> Html {
    let Found { instrument, draft, locale, .. } = found;
    let first = more.first().map(|(one, other)| (one.as_str(), other.as_str())).unwrap_or_default();
    match what {
        What::Instrument => Html::new(),
        What::ResultHeading => Html::of(&page::heading(&found)),
        What::Result => page::page(&found),
        What::Sent => sent::sent_text(first.0, (!first.1.is_empty()).then_some(draft), instrument, locale),
        What::CompareField => compare::field(first.0, locale),
        What::Comparisons => compare::comparisons(&found),
        What::Take => export::take(&found),
        What::Document => document::document(found, first.0),
        What::Baseline | What::File | What::Frozen => Html::new(),
        What::Qr => {
            let mut h = Html::new();
            crate::charts::qr::qr(&mut h, first.0, first.1);
            h
        }
        What::PlanFields => plan::fields(&found),
        What::Plan => plan::summary(&found),
        What::Proof => sent::proof(first.0, first.1, locale),
        What::Verdict => {
            let (sha256, text) = more.get(1).map(|(one, other)| (one.as_str(), other.as_str())).unwrap_or_default();
            sent::outcome(first.0, (first.1, sha256, text), instrument, locale)
        }
    }
}

/// A draft, its sheets, and what they say together.
struct Counted {
    draft: Draft,
    handed: Vec<Respondent>,
    sheets: Vec<Sheet>,
    report: Report,
}

/// What every part is written from.
struct Found<'a> {
    instrument: &'a Instrument,
    draft: &'a Draft,
    /// The sheets of others, as they are listed.
    handed: &'a [Respondent],
    /// Those of them that count.
    counted: &'a [Respondent],
    report: &'a Report,
    sheets: &'a [Sheet],
    locale: Locale,
    advised: &'a Advised,
    /// Whether it is for paper, where nothing can be opened.
    paper: bool,
}

impl Found<'_> {
    /// The report of each sheet by itself, where there are several: those of others count only where they are enough for
    /// nobody to be picked out.
    fn single(&self) -> Vec<Report> {
        let all = if self.sheets.len() < 2 { &[] } else { self.sheets };
        all.iter().map(|sheet| report(self.instrument, std::slice::from_ref(sheet))).collect()
    }
}

impl Found<'_> {
    /// Whether its answers are invented.
    fn is_example(&self) -> bool {
        !self.draft.field(Field::Example).is_empty()
    }

    /// The address of another page of the assessment, for this draft.
    fn href(&self, page: &Assess) -> String {
        [&Route::Assess(page.clone()).path(self.locale), "?utkast=", self.draft.id().as_str()].concat()
    }

    /// The buttons that save a chart as a picture, see `pictures`.
    fn take_picture(&self, h: &mut Html, chart: &str, title: &str) {
        if self.paper {
            return;
        }
        h.open("p", &[("class", "take actions")]).text(results(self.locale).take_picture).text(" ");
        for (kind, name) in [("svg", "SVG"), ("png", "PNG")] {
            h.open("button", &[("class", "link"), ("type", "button"), ("data-take", kind), ("data-chart", chart)]);
            h.text(name).el("span", &[("class", "vh")], &[": ", title].concat()).close("button");
        }
        h.close("p");
    }

    /// The table of a chart with this caption: folded away on the screen, below the chart on paper.
    fn twin(&self, h: &mut Html, id: &str, caption: &str, write: impl FnOnce(&mut Html)) {
        if !self.paper {
            return self.fold(h, ("table-twin", id, "h4"), results(self.locale).as_table, false, write);
        }
        let region =
            [("class", "table-twin"), ("id", id), ("role", "region"), ("aria-label", caption), ("tabindex", "0")];
        h.open("div", &region);
        write(h);
        h.close("div");
    }

    /// A part that can be folded away on the screen, by class and id; on paper a part with a heading of this level.
    fn fold(
        &self,
        h: &mut Html,
        (class, id, level): (&str, &str, &'static str),
        title: &str,
        open: bool,
        write: impl FnOnce(&mut Html),
    ) {
        if self.paper {
            h.open("section", &[("class", class), ("id", id)]).el(level, &[("class", "num")], title);
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

/// Opens a part of the page with its heading, which links to it give the focus.
fn part<'h>(h: &'h mut Html, id: &str, heading: &str) -> &'h mut Html {
    h.open("section", &[("id", id), ("class", "flow"), ("tabindex", "-1")]).el("h2", &[], heading)
}

/// `Innovation 62 %`.
fn named(name: &str, score: &str) -> String {
    [name, " ", score].concat()
}

/// A score as it is shown everywhere.
fn shown(locale: Locale, score: Option<Score>) -> String {
    score.map_or_else(|| "–".to_string(), |s| percent(locale, s))
}
