//! When what is shown of the award changes by the clock alone. All times are on the clock of Europe/Stockholm.
//!
//! A public page is a static document. It is as true as on the day of its build until the first of these moments; from
//! then on the app has to show it.

use super::{Awaited, Edition, Gallery, PeriodState};
use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};

/// So long before the winner is shown a page counts down to it. Before that it names the moment.
pub const COUNTDOWN: TimeDelta = TimeDelta::days(7);

impl Edition {
    /// Until when what is shown of this edition at `now` stays as it is: `now` itself while a countdown runs or the winner
    /// is awaited. `None`: for ever, as far as the data says.
    pub fn shown_until(&self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        if self.countdown(now).is_some() { Some(now) } else { self.next_change(now) }
    }

    /// The next moment after `now` at which something shown of this edition changes, the ticking of a countdown aside: a
    /// date comes nearer or has passed, the countdown begins, the winner is shown, the edition is over.
    pub fn next_change(&self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        let over = day_after(self.decided_on());
        let countdown = self.revealed.map(|moment| moment - COUNTDOWN);
        let moments = [Some(self.reveal()), Some(over), countdown, self.next_date_change(now.date())];
        moments.into_iter().flatten().filter(|moment| *moment > now).min()
    }

    /// The midnight at which the key dates change: each one while a date lies ahead, because the days left are told, else
    /// the one after the last day of what is going on.
    fn next_date_change(&self, today: NaiveDate) -> Option<NaiveDateTime> {
        let when = self.next_milestone(today)?.when();
        Some(day_after(if when.state(today) == PeriodState::Future { today } else { when.last }))
    }

    /// How many seconds are left to the winner, within [`COUNTDOWN`]; 0 while the data that names it is awaited.
    pub fn countdown(&self, now: NaiveDateTime) -> Option<i64> {
        match self.awaited(now) {
            Awaited::Moment(left) => Some(left).filter(|left| *left <= COUNTDOWN.num_seconds()),
            Awaited::Data => Some(0),
            Awaited::Nothing => None,
        }
    }
}

/// The next moment after `now` from which a winner of these editions is shown.
pub fn next_reveal(editions: &[Edition], now: NaiveDateTime) -> Option<NaiveDateTime> {
    editions.iter().map(Edition::reveal).filter(|reveal| *reveal > now).min()
}

impl Gallery {
    /// The next moment after `now` from which a winner in it is shown.
    pub fn next_change(&self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        self.editions.iter().map(|edition| edition.reveal).filter(|reveal| *reveal > now).min()
    }
}

fn day_after(day: NaiveDate) -> NaiveDateTime {
    day.checked_add_days(Days::new(1)).unwrap_or(day).into()
}
