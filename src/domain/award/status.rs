//! Where an edition stands on a given day, or at a given moment, in Europe/Stockholm. A day stands for its start.

use super::{Edition, Milestone, Nominee, Period, PeriodState, Stage, Step, collation_key};
use crate::domain::order;
use chrono::{NaiveDate, NaiveDateTime};
use std::ops::Range;

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

/// What a page that shows the winner of an edition waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// Nothing: the winner is shown, or no moment is set, or it was so long ago that nobody waits any more.
    Nothing,
    /// The moment: so many seconds are left.
    Moment(i64),
    /// The moment has been, and the data does not name the winner yet.
    Data,
}

/// How long a page asks for the winner after the moment, in seconds: a late evening.
const PATIENCE: i64 = 6 * 3600;

impl Edition {
    /// What a page that shows this edition waits for.
    pub fn awaited(&self, now: NaiveDateTime) -> Awaited {
        let Some(moment) = self.revealed else { return Awaited::Nothing };
        match (moment - now).num_seconds() {
            left if left > 0 => Awaited::Moment(left),
            left if left < -PATIENCE || self.winner(now).is_some() => Awaited::Nothing,
            _ => Awaited::Data,
        }
    }

    /// Where the edition stands. It is over from the moment the winner is shown, or, where none is set, the day after the
    /// prize: during the day it is being given.
    pub fn status(&self, now: impl Into<NaiveDateTime>) -> Status<'_> {
        let now = now.into();
        let today = now.date();
        if today > self.decided_on() || self.revealed.is_some_and(|moment| moment <= now) {
            return Status::Over(self.winner(now));
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

    /// The moment from which the winner is shown: the one that is set, or else the start of the day it is made known.
    pub fn reveal(&self) -> NaiveDateTime {
        self.revealed.unwrap_or_else(|| self.decided_on().into())
    }

    /// The winner, but never before its moment.
    pub fn winner(&self, now: impl Into<NaiveDateTime>) -> Option<&Nominee> {
        let shown = self.reveal() <= now.into();
        self.nominees.iter().find(|n| shown && n.stage == Stage::Winner)
    }

    /// How far a nominee of this edition is known to have come: before its moment the winner is a finalist.
    pub fn stage_on(&self, nominee: &Nominee, now: impl Into<NaiveDateTime>) -> Stage {
        nominee.stage.known(self.reveal(), now.into())
    }

    /// The nominees with how far each is known to have come, in the order to show them in. The order gives no winner away
    /// before the day of the prize, which that of [`Edition::nominees`] does.
    pub fn nominees_on(&self, now: impl Into<NaiveDateTime>) -> Vec<(&Nominee, Stage)> {
        let now = now.into();
        let mut nominees: Vec<_> = self.nominees.iter().map(|n| (n, self.stage_on(n, now))).collect();
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

    /// Where among the milestones those nearest to `today` are: at most `most`, from two before the one that is next. Once
    /// all are over, the last ones.
    pub fn milestones_near(&self, today: NaiveDate, most: usize) -> Range<usize> {
        let all = self.milestones.len();
        let next = self.milestones.iter().position(|m| m.when().state(today) != PeriodState::Past).unwrap_or(all);
        let first = next.saturating_sub(2).min(all.saturating_sub(most));
        first..all.min(first + most)
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
pub fn history<'a>(editions: &'a [Edition], code: &str, now: impl Into<NaiveDateTime>) -> Vec<(u16, &'a str, Stage)> {
    let now = now.into();
    let entries = editions.iter().flat_map(|e| e.nominees.iter().map(move |n| (e, n)));
    entries
        .filter(|(_, n)| n.municipalities.iter().any(|m| m.code == code))
        .map(|(e, n)| (e.year, n.slug.as_str(), e.stage_on(n, now)))
        .collect()
}
