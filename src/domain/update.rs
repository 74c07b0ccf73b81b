//! Updating to a new build of the site: when it is offered, and when a tab may be reloaded.
//!
//! The service worker installs a new build while the old one is in use, and lets it wait. It takes over when somebody
//! asks for it and every tab has answered that nothing in it is unsaved, or silently where nothing can be lost. Each
//! tab then reloads, unless something in it is unsaved: the files of its own build are kept for it (docs/adr/0017). A
//! state machine without side effects: [`Update::step`] takes what happened and returns what to do.

/// How long other tabs have to answer, in milliseconds: they store what is under way first.
pub const LIMIT: u64 = 4000;

/// What has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A new build waits.
    Waiting {
        /// Whether no other tab has the app open, and nothing is entered on the page of this one.
        unseen: bool,
    },
    /// Somebody asks for it in this tab.
    Wanted,
    /// What [`Effects::settle`] came to: whether everything in this tab is stored.
    Settled(bool),
    /// What [`Effects::ask`] came to: every other tab has answered that all in it is stored, or one that it is not.
    Answered(bool),
    /// Another tab asks this one.
    Questioned,
    /// The timer of [`Effects::wake`] with this number has fired.
    Over(u32),
    /// The new build has taken over.
    Taken,
}

/// What to do, in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// Tell the tab that asks whether everything here is stored.
    pub reply: Option<bool>,
    /// Wait for pending writes, and answer with [`Event::Settled`].
    pub settle: bool,
    /// Ask the other tabs; they answer with [`Event::Answered`], if they do.
    pub ask: bool,
    /// Let the new build take over; it answers with [`Event::Taken`].
    pub take: bool,
    /// Set a timer that sends [`Event::Over`] with this number after [`LIMIT`].
    pub wake: Option<u32>,
    /// Reload this tab.
    pub reload: bool,
}

const NONE: Effects = Effects { reply: None, settle: false, ask: false, take: false, wake: None, reload: false };
const SETTLE: Effects = Effects { settle: true, ..NONE };

/// The stage of an update, as the app shows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Nothing is known of a new build.
    #[default]
    Current,
    /// It takes over silently.
    Unseen,
    /// It waits, and can be asked for.
    Offered,
    /// It has been asked for; the tabs are storing what they have.
    Asking,
    /// It was not taken: something in this tab is not stored.
    UnsavedHere,
    /// It was not taken: something in another tab is not stored, or that tab does not answer.
    UnsavedElsewhere,
    /// It is taking over.
    Taking,
    /// It has taken over; this tab is reloaded if everything in it is stored.
    Going,
    /// It has taken over, but something in this tab is not stored.
    Behind,
    /// The tab is being reloaded.
    Leaving,
}

/// One tab on its way to a new build.
#[derive(Clone, Debug, Default)]
pub struct Update {
    stage: Stage,
    /// The number of the latest request for the update: answers to earlier ones are ignored.
    round: u32,
    settled: bool,
    answered: bool,
    questioned: bool,
}

impl Update {
    /// The present stage.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Takes what happened and returns what to do.
    pub fn step(&mut self, event: Event) -> Effects {
        let asking = self.stage == Stage::Asking;
        match event {
            Event::Waiting { unseen } => self.waiting(unseen),
            Event::Wanted => self.wanted(),
            Event::Settled(stored) => self.settled(stored),
            Event::Answered(true) if asking => {
                self.answered = true;
                self.take_if_all()
            }
            Event::Answered(false) if asking => self.go(Stage::UnsavedElsewhere, NONE),
            Event::Questioned => {
                self.questioned = true;
                SETTLE
            }
            Event::Over(round) if round == self.round => match self.stage {
                Stage::Asking if self.settled => self.go(Stage::UnsavedElsewhere, NONE),
                Stage::Asking => self.go(Stage::UnsavedHere, NONE),
                // The waiting worker became redundant, or another has replaced it.
                Stage::Taking => self.go(Stage::Offered, NONE),
                _ => NONE,
            },
            Event::Taken => match self.stage {
                // The page stays as it is; the next page load gets the new build.
                Stage::Unseen => self.go(Stage::Current, NONE),
                Stage::Going | Stage::Leaving => NONE,
                _ => self.go(Stage::Going, SETTLE),
            },
            Event::Answered(_) | Event::Over(_) => NONE,
        }
    }

    fn go(&mut self, stage: Stage, effects: Effects) -> Effects {
        self.stage = stage;
        effects
    }

    fn waiting(&mut self, unseen: bool) -> Effects {
        match self.stage {
            Stage::Current | Stage::Unseen if unseen => self.go(Stage::Unseen, Effects { take: true, ..NONE }),
            Stage::Current | Stage::Unseen => self.go(Stage::Offered, NONE),
            _ => NONE,
        }
    }

    fn wanted(&mut self) -> Effects {
        match self.stage {
            Stage::Offered | Stage::UnsavedHere | Stage::UnsavedElsewhere => {
                self.round = self.round.wrapping_add(1);
                (self.settled, self.answered) = (false, false);
                self.go(Stage::Asking, Effects { ask: true, wake: Some(self.round), ..SETTLE })
            }
            Stage::Behind => self.go(Stage::Going, SETTLE),
            _ => NONE,
        }
    }

    fn settled(&mut self, stored: bool) -> Effects {
        let effects = match (self.stage, stored) {
            (Stage::Asking, true) => {
                self.settled = true;
                self.take_if_all()
            }
            (Stage::Asking, false) => self.go(Stage::UnsavedHere, NONE),
            (Stage::Going, true) => self.go(Stage::Leaving, Effects { reload: true, ..NONE }),
            (Stage::Going, false) => self.go(Stage::Behind, NONE),
            _ => NONE,
        };
        let reply = std::mem::take(&mut self.questioned).then_some(stored);
        Effects { reply, ..effects }
    }

    fn take_if_all(&mut self) -> Effects {
        if self.settled && self.answered {
            return self.go(Stage::Taking, Effects { take: true, wake: Some(self.round), ..NONE });
        }
        NONE
    }
}
