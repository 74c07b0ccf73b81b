//! The start page: where the current edition stands by the clock in Stockholm, and its nominees. From the moment set in
//! the data it shows the winner by itself.

use super::{Part, Public};
use crate::browser::{clock, intl};
use crate::components::dates::{nearest_dates, step_name};
use crate::components::nominee_card::nominees;
use crate::domain::award::{Edition, Status, time_of_day};
use crate::domain::text::Locale;
use crate::i18n::{award, compete, days_left, pick, won};
use crate::pages::public::islands::moment::left_in_words;
use crate::strings::html::Html;
use leptos::prelude::Get;

/// The parts that change.
pub const PARTS: [Part; 5] =
    [("rubrik", heading), ("lage", stands), ("nedrakning", countdown), ("nominerade", cards), ("datum", key_dates)];

/// The heading: who has won, or how many compete.
pub fn heading(public: Public) -> Html {
    public.with_edition(|h, edition| {
        h.text(&standing(edition, public.locale).0);
    })
}

/// Where the edition stands, in a sentence.
pub fn stands(public: Public) -> Html {
    public.with_edition(|h, edition| {
        h.text(&standing(edition, public.locale).1);
    })
}

/// The nominees.
pub fn cards(public: Public) -> Html {
    public.with_edition(|h, edition| nominees(h, edition, clock::now_in_stockholm(), public.locale))
}

/// The key dates around today.
pub fn key_dates(public: Public) -> Html {
    public.with_edition(|h, edition| nearest_dates(h, edition, public.locale))
}

/// How long it is to the winner, where a moment is set.
pub fn countdown(public: Public) -> Html {
    let locale = public.locale;
    public.with_edition(|h, edition| {
        let Some((left, moment)) = public.left.get().zip(edition.revealed) else { return };
        if left <= 0 {
            h.text(pick(locale, "Vinnaren visas här när som helst.", "The winner will be shown here any moment."));
            return;
        }
        h.text(pick(locale, "Vinnaren visas här ", "The winner will be shown here "));
        h.el("b", &[("role", "timer")], &left_in_words(locale, left))
            .text(", ")
            .text(&intl::day(locale, moment.date()));
        h.text(pick(locale, " kl. ", " at ")).text(&time_of_day(moment)).text(".");
    })
}

/// The heading, and in a sentence where the edition stands.
fn standing(edition: &Edition, locale: Locale) -> (String, String) {
    match edition.status(clock::now_in_stockholm()) {
        Status::Over(Some(winner)) => (
            won(locale, &winner.name, &edition.title, edition.year),
            pick(
                locale,
                "Utmärkelsen är avgjord. Datum för nästa har inte publicerats här.",
                "The award has been decided. Dates for the next have not been published here.",
            )
            .into(),
        ),
        Status::Over(None) | Status::Unknown => (compete(locale, edition.nominees.len()), String::new()),
        Status::Next(milestone, days) => {
            let next =
                [award(locale).next, ": ", step_name(locale, milestone.step), ", ", &days_left(locale, days), "."];
            (compete(locale, edition.nominees.len()), next.concat())
        }
    }
}
