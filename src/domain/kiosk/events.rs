//! What a kiosk shows, what happens at it, and what is then to be done.

use super::{Settings, View, Visit};
use crate::domain::answers::Answer;
use crate::domain::award::Municipality;

/// The stage of a kiosk: what its screen shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// The loop: how many pictures have been shown, when the last came, and whether it is paused.
    Attract {
        /// Counts pictures; what is shown is this, modulo how many there are.
        slide: usize,
        /// When it came.
        since: u64,
        /// Whether a visitor has stopped it.
        paused: bool,
    },
    /// A visitor's session.
    Visit(Visit),
    /// The staff's PIN is asked for.
    Pin,
    /// The staff's screen.
    Staff,
    /// All is forgotten; the page is being reloaded since this time.
    Over(u64),
}

/// The events.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Time has passed.
    Tick,
    /// The screen was touched or a key pressed, with or without another event.
    Touch,
    /// Another picture of the loop: forwards or back.
    Slide {
        /// Whether forwards.
        forwards: bool,
    },
    /// The loop is stopped, or goes on.
    Pause,
    /// The other language.
    Speak,
    /// Something else is looked at.
    See(View),
    /// A municipality is chosen, or none.
    Choose(Option<Municipality>),
    /// The questions begin: the short form, or all.
    Begin {
        /// Whether all.
        whole: bool,
    },
    /// The current statement is answered.
    Answer(Answer),
    /// The current statement is left out.
    Skip,
    /// One step back.
    Back,
    /// What is unanswered after the short form.
    Rest,
    /// A submission is in the outbox under this key.
    Sent(String),
    /// A visitor who was asked is still there.
    Continue,
    /// The visitor is done.
    End,
    /// The mark was held down.
    Hold,
    /// A PIN was typed.
    Pin(String),
    /// The settings have come.
    Settings(Box<Settings>),
}

/// The effects, for the app to run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// What is shown has changed.
    Show,
    /// It is another view: its heading takes the focus.
    Arrive,
    /// The visitor is asked; so many seconds are left.
    Ask(u64),
    /// Forget everything and reload the page, in the language of the kiosk.
    Reset,
}
