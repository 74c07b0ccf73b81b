//! A kiosk at a fair, as a state machine without screen or clock: the loop that invites, a visitor's session, the question
//! to an idle visitor, and the staff's screen.
//!
//! A session is never cleared away piece by piece. It ends by [`Effect::Reset`], which reloads the page; from then on
//! the machine takes nothing more, and says it again until it is gone.

mod events;
mod pin;
mod settings;
mod slides;
mod take_home;
mod visit;

pub use events::{Effect, Event, Stage};
pub use pin::Pin;
pub use settings::{Keyboard, Settings};
pub use slides::{Slide, slides};
pub use take_home::{TakeHome, TakeHomeError, draft, fragment, is_take_home, parse};
pub use visit::{View, Visit};

use super::instrument::Instrument;
use super::text::Locale;

/// How long a reset may take before its effect is repeated, in milliseconds.
const AGAIN: u64 = 10_000;
/// The first wait after a wrong PIN, in milliseconds. Each wrong one doubles it, up to the longest.
const FIRST_WAIT: u64 = 2_000;
const LONGEST_WAIT: u64 = 300_000;
const DAY: u64 = 24 * 60;

/// A kiosk.
#[derive(Clone, Debug, PartialEq)]
pub struct Kiosk {
    /// Its settings.
    pub settings: Settings,
    /// What it shows.
    pub stage: Stage,
    /// The language shown.
    pub locale: Locale,
    /// How many seconds are left of the question to an idle visitor; `None` where it is not asked.
    pub asks: Option<u64>,
    /// Until when no PIN is taken.
    pub closed_until: u64,
    /// The language of the kiosk.
    home: Locale,
    /// Whether the loop is paused at first (reduced motion).
    still: bool,
    /// The statements, by their places in the questionnaire.
    forms: visit::Forms,
    /// When the screen was last touched.
    touched: u64,
    /// Since when the question has been shown.
    asked: u64,
    wrong: u32,
    /// When this page was loaded, and the minute of the local day then.
    loaded: (u64, u64),
}

impl Kiosk {
    /// A kiosk that begins with the loop. `now` in milliseconds of a monotonic clock, `minute` of the local day;
    /// `still`: whether the loop is paused at first.
    pub fn new(instrument: &Instrument, home: Locale, still: bool, (now, minute): (u64, u64)) -> Kiosk {
        Kiosk {
            settings: Settings::default(),
            stage: Stage::Attract { slide: 0, since: now, paused: false },
            locale: home,
            asks: None,
            closed_until: 0,
            home,
            still,
            forms: visit::Forms::of(instrument),
            touched: now,
            asked: 0,
            wrong: 0,
            loaded: (now, minute % DAY),
        }
    }

    /// The language of the kiosk, which every visitor finds.
    pub fn home(&self) -> Locale {
        self.home
    }

    /// How many statements the short form has.
    pub fn short_length(&self) -> usize {
        self.forms.short.len()
    }

    /// Whether the short form is offered.
    pub fn offers_short(&self) -> bool {
        self.settings.short && !self.forms.short.is_empty()
    }

    /// The session, if there is one.
    pub fn visit(&self) -> Option<&Visit> {
        match &self.stage {
            Stage::Visit(visit) => Some(visit),
            _ => None,
        }
    }

    /// Takes in what has happened at `now`.
    pub fn step(&mut self, event: Event, now: u64) -> Vec<Effect> {
        if let Stage::Over(since) = self.stage {
            if event == Event::Tick && now.saturating_sub(since) >= AGAIN {
                self.stage = Stage::Over(now);
                return vec![Effect::Reset];
            }
            return Vec::new();
        }
        if event == Event::Tick {
            return self.tick(now);
        }
        if !matches!(event, Event::Settings(_) | Event::Sent(_)) {
            self.touched = now;
        }
        if self.asks.is_some() {
            return self.answered(&event, now);
        }
        self.act(event, now)
    }

    /// Handles an event while no idle visitor is asked.
    fn act(&mut self, event: Event, now: u64) -> Vec<Effect> {
        match (event, &mut self.stage) {
            (Event::Touch | Event::Tick | Event::Continue, _) => Vec::new(),
            (Event::Settings(settings), _) => {
                self.settings = *settings;
                vec![Effect::Show]
            }
            (Event::Speak, _) => {
                self.locale = self.locale.other();
                vec![Effect::Show]
            }
            (Event::End, Stage::Visit(_) | Stage::Staff) => self.reset(now),
            // Nothing was done, so there is nothing to forget; and the wait after a wrong PIN stays.
            (Event::End | Event::Back, Stage::Pin) => self.attract(now),
            (Event::Slide { forwards }, Stage::Attract { slide, since, .. }) => {
                // Backwards from the first: the view takes it modulo the number of pictures.
                *slide = if forwards { slide.wrapping_add(1) } else { slide.wrapping_sub(1) };
                *since = now;
                vec![Effect::Show]
            }
            (Event::Pause, Stage::Attract { paused, since, .. }) => {
                (*paused, *since) = (!*paused, now);
                vec![Effect::Show]
            }
            (Event::See(view), Stage::Attract { .. }) if view.is_open() => {
                self.stage = Stage::Visit(self.forms.visit(view));
                vec![Effect::Show, Effect::Arrive]
            }
            (Event::Hold, Stage::Attract { .. }) if self.settings.pin.is_some() => {
                self.stage = Stage::Pin;
                vec![Effect::Show, Effect::Arrive]
            }
            (Event::Pin(typed), Stage::Pin) => self.try_pin(&typed, now),
            (event, Stage::Visit(visit)) => match visit.act(event, &self.forms) {
                visit::Moved::No => Vec::new(),
                visit::Moved::To => vec![Effect::Show, Effect::Arrive],
                visit::Moved::Out if visit.is_empty() => self.attract(now),
                visit::Moved::Out => self.reset(now),
            },
            _ => Vec::new(),
        }
    }

    /// Handles an event while an idle visitor is asked. Any touch restarts the countdown; only the two buttons, or a
    /// key that does the same as one of them, answer.
    fn answered(&mut self, event: &Event, now: u64) -> Vec<Effect> {
        match event {
            Event::Continue => {
                self.asks = None;
                vec![Effect::Show]
            }
            Event::End => self.reset(now),
            Event::Settings(settings) => {
                self.settings = (**settings).clone();
                vec![Effect::Show]
            }
            Event::Sent(key) => {
                if let Stage::Visit(visit) = &mut self.stage {
                    visit.sent(key.clone());
                }
                vec![Effect::Show]
            }
            _ => {
                self.asked = now;
                Vec::new()
            }
        }
    }

    fn tick(&mut self, now: u64) -> Vec<Effect> {
        let idle = now.saturating_sub(self.touched);
        if let Stage::Attract { slide, since, paused } = &mut self.stage {
            if self.settings.reload_at.is_some_and(|at| is_due(self.loaded, at, now)) && idle >= self.settings.idle {
                return self.reset(now);
            }
            // Reset for the next visitor: the kiosk's own language, and a loop that is not paused.
            if idle >= self.settings.idle && (*paused || self.locale != self.home) {
                (*paused, *since, self.locale) = (false, now, self.home);
                return vec![Effect::Show];
            }
            if !*paused && !self.still && now.saturating_sub(*since) >= self.settings.slide {
                (*slide, *since) = (slide.wrapping_add(1), now);
                return vec![Effect::Show];
            }
            return Vec::new();
        }
        if self.stage == Stage::Pin {
            return if idle >= self.settings.idle { self.attract(now) } else { Vec::new() };
        }
        if self.asks.is_none() {
            if idle < self.settings.idle {
                return Vec::new();
            }
            self.asked = now;
        }
        let left = self.settings.countdown.saturating_sub(now.saturating_sub(self.asked)).div_ceil(1000);
        if left == 0 {
            return self.reset(now);
        }
        let before = self.asks.replace(left);
        match before {
            None => vec![Effect::Show, Effect::Ask(left)],
            Some(before) if before != left => vec![Effect::Ask(left)],
            Some(_) => Vec::new(),
        }
    }

    fn try_pin(&mut self, typed: &str, now: u64) -> Vec<Effect> {
        if now < self.closed_until {
            return Vec::new();
        }
        if self.settings.pin.as_ref().is_some_and(|pin| pin.fits(typed)) {
            (self.wrong, self.stage) = (0, Stage::Staff);
            return vec![Effect::Show, Effect::Arrive];
        }
        self.closed_until = now + (FIRST_WAIT << self.wrong.min(8)).min(LONGEST_WAIT);
        self.wrong += 1;
        vec![Effect::Show]
    }

    fn attract(&mut self, now: u64) -> Vec<Effect> {
        self.stage = Stage::Attract { slide: 0, since: now, paused: false };
        (self.asks, self.locale) = (None, self.home);
        vec![Effect::Show, Effect::Arrive]
    }

    fn reset(&mut self, now: u64) -> Vec<Effect> {
        self.stage = Stage::Over(now);
        self.asks = None;
        vec![Effect::Show, Effect::Reset]
    }
}

/// Whether the minute `at` of a local day has come since the page was loaded. Where clocks are set to summer time it is an
/// hour off for one night.
fn is_due((loaded, minute): (u64, u64), at: u64, now: u64) -> bool {
    let ahead = (at + DAY - minute) % DAY;
    let minutes = if ahead == 0 { DAY } else { ahead };
    now.saturating_sub(loaded) >= minutes * 60_000
}

#[cfg(test)]
mod tests;
