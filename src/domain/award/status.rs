//! Where an edition stands on a given day in Europe/Stockholm.

use super::{Edition, Milestone, Nominee, Period, PeriodState, Stage, Step, collation_key};
use crate::domain::order;
use chrono::NaiveDate;

/// Where an edition stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Status<'a> {
    /// The prize has been given. The winner, where the data names one.
    Over(Option<&'a Nominee>),
    /// Under way or still to begin: the next milestone and how many days there are to it (0: today or going on). It has
    /// not opened yet where [`Edition::last_milestone`] is `None`.
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
        if today > self.decided_on() {
            return Status::Over(self.winner(today));
        }
        match self.next_milestone(today) {
            Some(milestone) => Status::Next(milestone, milestone.when().days_until(today)),
            None => Status::Unknown,
        }
    }

    /// The day the winner is made known: the day of the prize, or the last day it may be given, or the last day of the
    /// edition's year where neither is known.
    pub(super) fn decided_on(&self) -> NaiveDate {
        let prize = self.milestones.iter().find(|m| m.step == Step::Prize).map(|m| m.when().last);
        let year_ends = NaiveDate::from_ymd_opt(i32::from(self.year), 12, 31).unwrap_or(NaiveDate::MAX);
        self.awarded.or(prize).unwrap_or(year_ends)
    }

    /// The winner, but never before the day of the prize.
    pub fn winner(&self, today: NaiveDate) -> Option<&Nominee> {
        self.nominees.iter().find(|n| n.stage == Stage::Winner && self.decided_on() <= today)
    }

    /// How far a nominee of this edition is known to have come: before the day of the prize its winner is a finalist.
    pub fn stage_on(&self, nominee: &Nominee, today: NaiveDate) -> Stage {
        match nominee.stage {
            Stage::Winner if today < self.decided_on() => Stage::Finalist,
            stage => stage,
        }
    }

    /// The nominees with how far each is known to have come, in the order to show them in. The order gives no winner away
    /// before the day of the prize, which that of [`Edition::nominees`] does.
    pub fn nominees_on(&self, today: NaiveDate) -> Vec<(&Nominee, Stage)> {
        let mut nominees: Vec<_> = self.nominees.iter().map(|n| (n, self.stage_on(n, today))).collect();
        order::sort(&mut nominees, |(a, x), (b, y)| {
            x < y || (x == y && collation_key(&a.name) < collation_key(&b.name))
        });
        nominees
    }

    /// The milestone that is next or going on. Where several are, the one that ends first.
    pub fn next_milestone(&self, today: NaiveDate) -> Option<&Milestone> {
        self.milestones.iter().find(|m| m.when().state(today) != PeriodState::Past)
    }

    /// The latest milestone that has been. `None`: the edition has not opened yet, or no dates are known.
    pub fn last_milestone(&self, today: NaiveDate) -> Option<&Milestone> {
        self.milestones.iter().rfind(|m| m.when().state(today) == PeriodState::Past)
    }

    /// The milestones with where each stands on `today`.
    pub fn milestones_on(&self, today: NaiveDate) -> impl Iterator<Item = (&Milestone, MilestoneState)> {
        let next = self.next_milestone(today).map(Milestone::when);
        self.milestones.iter().map(move |m| (m, state(m.when(), next, today)))
    }
}

fn state(when: Period, next: Option<Period>, today: NaiveDate) -> MilestoneState {
    match when.state(today) {
        PeriodState::Past => MilestoneState::Past,
        _ if Some(when) == next => MilestoneState::Next,
        _ => MilestoneState::Future,
    }
}

/// The current edition: the latest there is, over or not.
pub fn current(editions: &[Edition]) -> Option<&Edition> {
    editions.iter().max_by_key(|e| e.year)
}

/// A municipality, by its code, through all editions: year, slug and how far the entry is known to have come, in the order
/// of the editions.
pub fn history<'a>(editions: &'a [Edition], code: &str, today: NaiveDate) -> Vec<(u16, &'a str, Stage)> {
    let entries = editions.iter().flat_map(|e| e.nominees.iter().map(move |n| (e, n)));
    entries
        .filter(|(_, n)| n.municipalities.iter().any(|m| m.code == code))
        .map(|(e, n)| (e.year, n.slug.as_str(), e.stage_on(n, today)))
        .collect()
}
