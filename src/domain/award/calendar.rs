//! The key dates of an edition as events for any calendar program. `src/bin/prerender/calendar.rs` writes them.
//!
//! - A milestone is an all-day event: it ends on the day after its last (RFC 5545, 3.6.1).
//! - A milestone of which only the month is known covers the whole month: a to-do without a day is not shown by most
//!   programs, and a day picked by us would be a guess.
//! - Events stand at the actual time where it differs from the planned one.
//! - The name of an event (`UID`) comes from year, step and host, so a calendar taken anew replaces what was there, be it
//!   the whole edition, a single date or the other language.
//! - When it was changed, and the number of the change, come from the edition's `updated` (else the first day of its
//!   year): the same data gives the same events, and data that was changed later wins.

use super::{Edition, Milestone, Step};
use crate::domain::origin::Origin;
use chrono::NaiveDate;

/// A key date as an all-day event.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarEvent<'a> {
    /// Its lasting name: `2023-site-visits@digitaliseringskommun.example`.
    pub uid: String,
    /// What it is made of.
    pub milestone: &'a Milestone,
    /// Its first day.
    pub start: NaiveDate,
    /// The day after its last.
    pub end: NaiveDate,
    /// The day that the data was changed.
    pub updated: NaiveDate,
    /// A number that rises with every day that the data is changed on: days since 2000.
    pub sequence: u32,
}

/// The events of an edition in the order of its key dates; only that of one step where `only` says so.
pub fn events<'a>(edition: &'a Edition, only: Option<Step>, origin: &Origin) -> Vec<CalendarEvent<'a>> {
    let updated = updated(edition);
    let wanted = edition.milestones.iter().filter(|m| only.is_none_or(|step| m.step == step));
    let event = |milestone: &'a Milestone| {
        let when = milestone.when();
        CalendarEvent {
            uid: uid(edition.year, milestone.step, origin),
            milestone,
            start: when.first,
            end: when.last.succ_opt().unwrap_or(when.last),
            updated,
            sequence: sequence(updated),
        }
    };
    wanted.map(event).collect()
}

/// The day that an edition's data was changed, as calendars tell it.
pub fn updated(edition: &Edition) -> NaiveDate {
    let year = NaiveDate::from_ymd_opt(i32::from(edition.year), 1, 1);
    edition.updated.or(year).unwrap_or_default()
}

fn uid(year: u16, step: Step, origin: &Origin) -> String {
    format!("{year}-{}@{}", step.slug(), origin.host())
}

fn sequence(updated: NaiveDate) -> u32 {
    let start = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
    u32::try_from((updated - start).num_days()).unwrap_or(0)
}
