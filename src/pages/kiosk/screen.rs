//! The current screen: a view is re-created only when this changes.

use crate::domain::kiosk::{Stage, View};

/// A screen of the kiosk. What changes within one (a picture of the loop, the seconds of the question) is no other screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Screen {
    /// The loop that invites.
    Attract,
    /// A view of a visitor's session.
    Visit(View),
    /// The staff's PIN is asked for.
    Pin,
    /// The staff's screen.
    Staff,
    /// All is forgotten; the page is being reloaded.
    Over,
}

impl Screen {
    /// The screen of a stage.
    pub(super) fn of(stage: &Stage) -> Screen {
        match stage {
            Stage::Attract { .. } => Screen::Attract,
            Stage::Visit(visit) => Screen::Visit(visit.view),
            Stage::Pin => Screen::Pin,
            Stage::Staff => Screen::Staff,
            Stage::Over(_) => Screen::Over,
        }
    }

    /// The word in `data-stage`, for the style sheet and for tests.
    pub(super) fn word(self) -> &'static str {
        match self {
            Screen::Attract => "attract",
            Screen::Pin => "pin",
            Screen::Staff => "staff",
            Screen::Over => "over",
            Screen::Visit(view) => match view {
                View::Choose => "choose",
                View::Form => "form",
                View::Statement(_) => "statement",
                View::Result => "result",
                View::TakeHome => "take-home",
                View::Send => "send",
                View::Sent => "sent",
                View::Nominees => "nominees",
                View::Nominee(_) => "nominee",
                View::Dates => "dates",
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_picture_is_the_same_screen_and_another_statement_is_not() {
        let attract = |slide, paused| Screen::of(&Stage::Attract { slide, since: 7, paused });
        assert_eq!(attract(0, false), attract(3, true));
        assert_ne!(Screen::Visit(View::Statement(0)), Screen::Visit(View::Statement(1)));
        assert_eq!(Screen::of(&Stage::Over(1)).word(), "over");
    }
}
