//! Where an edition stands on a given day in Europe/Stockholm.

use super::{Edition, Milestone, Nominee, Period, Stage};
use chrono::NaiveDate;

/// Where an edition stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Status<'a> {
    /// The prize has been given. The winner, where the data names one.
    Over(Option<&'a Nominee>),
    /// Under way or still to begin: the next milestone and how many days there are to it (0: today or going on).
    Next(&'a Milestone, i64),
    /// No dates are known ahead and the prize has not been given.
    Unknown,
}

/// Where a milestone stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MilestoneState {
    /// It has been.
    Past,
    /// It is the next one, or going on.
    Next,
    /// It lies further ahead.
    Future,
}

impl Edition {
    /// Where the edition stands on `today`. It is over the day after the prize: during the day it is being given.
    pub fn status(&self, today: NaiveDate) -> Status<'_> {
        if self.is_over(today) {
            return Status::Over(self.winner(today));
        }
        match self.next(today) {
            Some(milestone) => {
                Status::Next(milestone, (milestone.when().first - today).num_days().max(0))
            }
            None => Status::Unknown,
        }
    }

    /// An edition without a known day is over when its year is: then only history is known of it.
    fn is_over(&self, today: NaiveDate) -> bool {
        let year_ends = NaiveDate::from_ymd_opt(i32::from(self.year), 12, 31).unwrap_or(NaiveDate::MAX);
        today > self.awarded.unwrap_or(year_ends)
    }

    /// The winner, but never before the day of the prize.
    pub fn winner(&self, today: NaiveDate) -> Option<&Nominee> {
        let known = self.awarded.is_none_or(|day| day <= today);
        self.nominees.iter().find(|n| n.stage == Stage::Winner && known)
    }

    fn next(&self, today: NaiveDate) -> Option<&Milestone> {
        self.milestones.iter().find(|m| m.when().last >= today)
    }

    /// The milestones with where each stands on `today`.
    pub fn milestones_on(&self, today: NaiveDate) -> impl Iterator<Item = (&Milestone, MilestoneState)> {
        let next = self.next(today).map(Milestone::when);
        self.milestones.iter().map(move |m| (m, state(m.when(), next, today)))
    }
}

fn state(when: Period, next: Option<Period>, today: NaiveDate) -> MilestoneState {
    if when.last < today {
        MilestoneState::Past
    } else if Some(when) == next {
        MilestoneState::Next
    } else {
        MilestoneState::Future
    }
}

/// The current edition: the latest there is, over or not.
pub fn current(editions: &[Edition]) -> Option<&Edition> {
    editions.iter().max_by_key(|e| e.year)
}
