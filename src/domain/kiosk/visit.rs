//! A visitor's session: what has been chosen and answered, and what is looked at. It lives in memory only.

use super::Event;
use crate::domain::award::Municipality;
use crate::domain::instrument::Instrument;
use crate::domain::sheet::Sheet;

/// What a visitor looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// Choosing a municipality.
    Choose,
    /// The short form, or all.
    Form,
    /// A statement, by its place among those asked.
    Statement(usize),
    /// The result.
    Result,
    /// The answers as a code to take home.
    TakeHome,
    /// Sending the assessment in.
    Send,
    /// What has become of what was sent.
    Sent,
    /// The nominees.
    Nominees,
    /// One of them, by its place.
    Nominee(usize),
    /// The key dates.
    Dates,
}

impl View {
    /// Whether a session can begin with it.
    pub fn is_open(self) -> bool {
        matches!(self, View::Choose | View::Nominees | View::Nominee(_) | View::Dates)
    }
}

/// The forms that can be filled in, as places in the questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Forms {
    pub short: Vec<usize>,
    all: usize,
    empty: Sheet,
}

impl Forms {
    pub fn of(instrument: &Instrument) -> Forms {
        Forms { short: instrument.short(), all: instrument.statements.len(), empty: Sheet::empty(instrument) }
    }

    pub fn visit(&self, view: View) -> Visit {
        Visit { view, who: None, whole: false, asked: Vec::new(), sheet: self.empty.clone(), sent: None }
    }
}

/// Where an event has led.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moved {
    No,
    To,
    Out,
}

/// A visitor's session.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// What is looked at.
    pub view: View,
    /// The municipality chosen, if any.
    pub who: Option<Municipality>,
    /// Whether all statements are asked.
    pub whole: bool,
    /// The statements asked, as places in the questionnaire.
    pub asked: Vec<usize>,
    /// The answers, to every statement of the questionnaire.
    pub sheet: Sheet,
    /// The key of what was sent, if it was.
    pub sent: Option<String>,
}

impl Visit {
    /// The place in the questionnaire of the current statement.
    pub fn statement(&self) -> Option<usize> {
        match self.view {
            View::Statement(at) => self.asked.get(at).copied(),
            _ => None,
        }
    }

    /// Whether nothing has been chosen, answered or sent.
    pub fn is_empty(&self) -> bool {
        matches!(self.view, View::Nominees | View::Nominee(_) | View::Dates)
            && self.who.is_none()
            && self.asked.is_empty()
            && self.sheet.answered() == 0
    }

    /// Whether every statement of the questionnaire has an answer.
    pub fn is_complete(&self) -> bool {
        !self.asked.is_empty() && self.open().is_empty()
    }

    /// The statements without an answer.
    fn open(&self) -> Vec<usize> {
        (0..self.sheet.len()).filter(|index| !self.sheet.get(*index).is_answered()).collect()
    }

    /// Shows what was sent. Only a complete assessment can have been.
    pub(super) fn sent(&mut self, key: String) -> bool {
        let complete = self.is_complete();
        if complete {
            (self.sent, self.view) = (Some(key), View::Sent);
        }
        complete
    }

    pub(super) fn act(&mut self, event: Event, forms: &Forms) -> Moved {
        let view = match (event, self.view) {
            (Event::Choose(who), View::Choose) => {
                self.who = who;
                View::Form
            }
            (Event::Begin { whole }, View::Form) => {
                self.whole = whole || forms.short.is_empty();
                self.asked = if self.whole { (0..forms.all).collect() } else { forms.short.clone() };
                View::Statement(0)
            }
            (Event::Answer(answer), View::Statement(at)) => {
                if let Some(statement) = self.asked.get(at) {
                    self.sheet.set(*statement, answer);
                }
                self.after(at)
            }
            (Event::Skip, View::Statement(at)) => self.after(at),
            (Event::Rest, View::Result) if !self.is_complete() => {
                (self.asked, self.whole) = (self.open(), true);
                View::Statement(0)
            }
            (Event::See(View::TakeHome), View::Result | View::Sent) if self.sheet.answered() > 0 => View::TakeHome,
            (Event::See(View::Send), View::Result) if self.is_complete() && self.sent.is_none() => View::Send,
            (Event::See(View::Sent), View::Result) if self.sent.is_some() => View::Sent,
            (Event::See(view @ View::Nominee(_)), View::Nominees) => view,
            (Event::See(View::Choose), View::Nominees | View::Nominee(_) | View::Dates) => View::Choose,
            (Event::Sent(key), _) => {
                return if self.sent(key) { Moved::To } else { Moved::No };
            }
            (Event::Back, view) => match self.back(view) {
                Some(view) => view,
                None => return Moved::Out,
            },
            _ => return Moved::No,
        };
        self.view = view;
        Moved::To
    }

    /// What follows the statement at this place.
    fn after(&self, at: usize) -> View {
        if at + 1 < self.asked.len() { View::Statement(at + 1) } else { View::Result }
    }

    /// What lies before a view; `None` before the first.
    fn back(&self, view: View) -> Option<View> {
        match view {
            View::Choose | View::Nominees | View::Dates => None,
            View::Form => Some(View::Choose),
            View::Statement(0) => Some(View::Form),
            View::Statement(at) => Some(View::Statement(at - 1)),
            View::Result => Some(View::Statement(self.asked.len().saturating_sub(1))),
            View::TakeHome | View::Send | View::Sent => Some(View::Result),
            View::Nominee(_) => Some(View::Nominees),
        }
    }
}
