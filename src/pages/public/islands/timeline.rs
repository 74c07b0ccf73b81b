//! The key dates of the current edition: where we are today, planned beside actual, what the sources say.

use super::{Part, Public};
use crate::browser::clock;
use crate::components::dates::{step_name, timeline};
use crate::domain::award::Status;
use crate::i18n::{days_left, pick};
use crate::strings::html::Html;

/// The parts that change.
pub const PARTS: [Part; 2] = [("rubrik", heading), ("tider", steps)];

/// The heading: what is next, or that all has been.
pub fn heading(public: Public) -> Html {
    let locale = public.locale;
    public.with_edition(|h, edition| {
        let year = edition.year.to_string();
        let heading = match edition.status(clock::now_in_stockholm()) {
            Status::Next(milestone, days) => {
                [step_name(locale, milestone.step), " ", &days_left(locale, days)].concat()
            }
            Status::Over(_) => {
                [pick(locale, "Utmärkelsen ", "The award "), &year, pick(locale, " är avgjord", " has been decided")]
                    .concat()
            }
            Status::Unknown => [pick(locale, "Hålltider ", "Key dates "), &year].concat(),
        };
        h.text(&heading);
    })
}

/// The key dates in full.
pub fn steps(public: Public) -> Html {
    public.with_edition(|h, edition| timeline(h, edition, public.locale))
}
