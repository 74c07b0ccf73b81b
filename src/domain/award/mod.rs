//! The award: its editions, milestones and nominees, and the register of municipalities.
//!
//! One file an edition (`public/data/award/<year>.json`), checked by [`parse`]. How to write one: `docs/data.md`.

pub mod calendar;
mod change;
mod check;
pub mod collected;
pub mod feed;
mod file;
mod find;
mod folder;
mod gallery;
mod map;
mod moment;
mod names;
mod parse;
mod period;
mod problem;
mod read;
mod status;

pub use change::{COUNTDOWN, next_reveal};
pub use find::{Place, Rank, find_municipalities, matches_name, named_municipality};
pub use folder::parse_folder;
pub use gallery::{Entry, Filter, Found, Gallery, GalleryEdition, carried_gallery, gallery_text};
pub use map::{Map, carried_map};
pub use moment::{moment, time_of_day};
pub use names::{
    COUNTIES, Municipality, Register, carried_municipalities, collation_key, county_name, parse_municipalities,
    parse_register, slug_of,
};
pub use parse::{parse, parse_edition};
pub use period::{Period, PeriodState};
pub use problem::{Part, Problem, ProblemKind, Problems};
pub use read::{read_edition, read_editions};
pub use status::{Awaited, MilestoneState, Status, current, history};

use super::order;
use super::text::Text;
use chrono::{NaiveDate, NaiveDateTime};

/// One edition of the award.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// Its year; the prize may be given in another.
    pub year: u16,
    /// The award's name that year.
    pub title: String,
    /// The day the prize was or will be given, where known.
    pub awarded: Option<NaiveDate>,
    /// The day its file was last changed, where it says so: calendars tell by it which of two copies is the newer.
    pub updated: Option<NaiveDate>,
    /// The moment in Europe/Stockholm from which the winner is shown, where one is set. Without it: the start of the day
    /// of the prize.
    pub revealed: Option<NaiveDateTime>,
    /// The nominees: winner, finalists, nominated, each in alphabetical order.
    pub nominees: Vec<Nominee>,
    /// Whether these are known to be all.
    pub nominees_complete: bool,
    /// The key dates, in the order they end.
    pub milestones: Vec<Milestone>,
    /// The bodies behind it.
    pub organisers: Vec<String>,
    /// The jury: name and role.
    pub jury: Vec<(String, String)>,
    /// The prize, where known.
    pub prize: Option<Prize>,
    /// What the decision was based on.
    pub basis: Vec<Text>,
    /// A publication: title and address.
    pub publication: Option<(String, String)>,
    /// What has been announced, in the order of the days.
    pub news: Vec<News>,
    /// Where all this comes from.
    pub sources: Vec<Source>,
}

impl Edition {
    /// Winner, finalists, nominated, each by name; milestones by their end, so that "12 May" comes before "in May", and
    /// what ends together keeps the order of the file.
    fn put_in_order(&mut self) {
        let key = |n: &Nominee| (n.stage, collation_key(&n.name));
        order::sort(&mut self.nominees, |a, b| key(a) < key(b));
        let key = |m: &Milestone| (m.when().last, m.when().first);
        order::sort(&mut self.milestones, |a, b| key(a) < key(b));
        order::sort(&mut self.news, |a, b| a.date < b.date);
    }
}

/// A nominee: one municipality, or several with a joint entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Nominee {
    /// Its segment of the path.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The municipalities.
    pub municipalities: Vec<Municipality>,
    /// How far it came, by the sources.
    pub stage: Stage,
    /// The published reason in a sentence of our own; `None` where none was found.
    pub reason: Option<Text>,
    /// Facts, each with the address of its source.
    pub facts: Vec<(Text, String)>,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

/// How far a nominee came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Won.
    Winner,
    /// *Slutnominerad.*
    Finalist,
    /// Nominated.
    Nominated,
}

impl Stage {
    /// Every stage, the furthest first.
    pub const ALL: [Stage; 3] = [Stage::Winner, Stage::Finalist, Stage::Nominated];

    /// Its word in the file.
    pub const fn word(self) -> &'static str {
        match self {
            Stage::Winner => "winner",
            Stage::Finalist => "finalist",
            Stage::Nominated => "nominated",
        }
    }

    /// How far somebody at this stage is known to have come at `now`: until the moment `reveal` a winner is a finalist.
    pub(super) fn known(self, reveal: NaiveDateTime, now: NaiveDateTime) -> Stage {
        if self == Stage::Winner && now < reveal { Stage::Finalist } else { self }
    }
}

/// A key date.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    /// What happens.
    pub step: Step,
    /// When it was to happen.
    pub planned: Period,
    /// When it did, where that is another time.
    pub actual: Option<Period>,
    /// Where it happens, by its source.
    pub place: Option<String>,
    /// A remark, such as a contradiction between sources.
    pub note: Option<Text>,
    /// The address of the source.
    pub source: String,
}

impl Milestone {
    /// When it happens: the actual time if there is one.
    pub fn when(&self) -> Period {
        self.actual.unwrap_or(self.planned)
    }
}

/// What happens at a milestone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Last day to apply.
    ApplicationDeadline,
    /// Last day for municipalities nominated by others to complete their text.
    CompleteExternal,
    /// The jury nominates 5–10.
    Nomination,
    /// The nominees are made public.
    Announcement,
    /// The nominees send in DiMiOS.
    Dimios,
    /// The jury chooses 3–5 finalists.
    Shortlist,
    /// A publication comes out.
    Publication,
    /// The jury visits the finalists.
    SiteVisits,
    /// The jury meets them digitally.
    Meetings,
    /// The jury decides.
    JuryMeeting,
    /// The prize is given.
    Prize,
    /// The nominees hold seminars.
    Seminars,
}

impl Step {
    /// Every step, in the order of an edition.
    pub const ALL: [Step; 12] = [
        Step::ApplicationDeadline,
        Step::CompleteExternal,
        Step::Nomination,
        Step::Announcement,
        Step::Dimios,
        Step::Shortlist,
        Step::Publication,
        Step::SiteVisits,
        Step::Meetings,
        Step::JuryMeeting,
        Step::Prize,
        Step::Seminars,
    ];

    /// Its word in the file.
    pub const fn word(self) -> &'static str {
        match self {
            Step::ApplicationDeadline => "application_deadline",
            Step::CompleteExternal => "complete_external",
            Step::Nomination => "nomination",
            Step::Announcement => "announcement",
            Step::Dimios => "dimios",
            Step::Shortlist => "shortlist",
            Step::Publication => "publication",
            Step::SiteVisits => "site_visits",
            Step::Meetings => "meetings",
            Step::JuryMeeting => "jury_meeting",
            Step::Prize => "prize",
            Step::Seminars => "seminars",
        }
    }

    /// Its word in addresses and in names that programs keep: `site-visits`.
    pub fn slug(self) -> String {
        self.word().replace('_', "-")
    }
}

/// What the winner got, and from whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Prize {
    /// Who handed it over.
    pub given_by: String,
    /// What it was.
    pub contents: Vec<Text>,
}

/// Something that was announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// The day.
    pub date: NaiveDate,
    /// What, in a sentence or two of our own.
    pub text: Text,
    /// The address of the source.
    pub source: String,
}

/// Where something comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its address.
    pub url: String,
    /// Which version, for a page that is overwritten.
    pub note: Option<String>,
}
