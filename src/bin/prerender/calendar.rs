//! The key dates of an edition as a calendar file (iCalendar, RFC 5545), in the words of the pages.
//!
//! Which events there are, their times and their lasting names: `domain::award::calendar`. Events block nobody's time
//! (`TRANSP`), and the title says where the day is not known.

use chrono::{NaiveDate, NaiveTime};
use digitaliseringskommun::components::dates::{period, step_name};
use digitaliseringskommun::domain::award::calendar::{CalendarEvent, events, updated};
use digitaliseringskommun::domain::award::{Edition, Milestone, Period, Step};
use digitaliseringskommun::domain::origin::Origin;
use digitaliseringskommun::domain::text::Locale;
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};

/// What a calendar is made of.
#[derive(Clone, Copy, Debug)]
pub struct CalendarFile<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// Only this milestone; all of them without it.
    pub only: Option<Step>,
    /// Its language.
    pub locale: Locale,
    /// Where the site stands: part of the names of events.
    pub origin: &'a Origin,
    /// The path of the page about the edition.
    pub page: &'a str,
    /// The path of the calendar's own file, where programs ask for newer versions.
    pub path: &'a str,
}

impl CalendarFile<'_> {
    /// The calendar as a file.
    pub fn write(&self) -> String {
        let (name, locale) = (self.name(), self.locale);
        let typed = |name, kind, value: &str| Property::new(name, value).append_parameter(("VALUE", kind)).done();
        let mut calendar = Calendar::empty();
        calendar.append_property(("VERSION", "2.0"));
        calendar
            .append_property(Property::new("PRODID", format!("-//{}//kalender//{}", self.origin.host(), locale.tag())));
        calendar.append_property(("CALSCALE", "GREGORIAN"));
        calendar.append_property(typed("NAME", "TEXT", &name));
        // What programs knew before RFC 7986.
        calendar.append_property(Property::new("X-WR-CALNAME", &name));
        calendar.append_property(Property::new("LAST-MODIFIED", midnight(updated(self.edition))));
        calendar.append_property(Property::new("URL", self.origin.url(self.page)));
        calendar.append_property(typed("SOURCE", "URI", &self.origin.url(self.path)));
        calendar.append_property(typed("REFRESH-INTERVAL", "DURATION", "P1D"));
        calendar.extend(events(self.edition, self.only, self.origin).iter().map(|event| self.event(&name, event)));
        fold(&calendar.to_string())
    }

    fn name(&self) -> String {
        visible(&format!("{} {}", self.edition.title, self.edition.year))
    }

    fn event(&self, name: &str, of: &CalendarEvent) -> Event {
        let (milestone, updated) = (of.milestone, midnight(of.updated));
        let in_words = |name, text: &str| {
            Property::new(name, visible(text)).append_parameter(("LANGUAGE", self.locale.tag())).done()
        };
        let mut event = Event::with_uid(&of.uid);
        event
            .add_property("DTSTAMP", &updated)
            .add_property("LAST-MODIFIED", &updated)
            .sequence(of.sequence)
            .starts(of.start)
            .ends(of.end)
            .append_property(in_words("SUMMARY", &self.title(name, milestone)))
            .append_property(in_words("DESCRIPTION", &self.about(milestone)))
            .add_property("TRANSP", "TRANSPARENT")
            .add_property("URL", self.origin.url(self.page));
        if let Some(place) = &milestone.place {
            event.location(&visible(place));
        }
        event.status(EventStatus::Confirmed).done()
    }

    fn title(&self, name: &str, milestone: &Milestone) -> String {
        let (when, what) = (milestone.when(), step_name(self.locale, milestone.step));
        match (when.months, self.locale) {
            (false, _) => format!("{name}: {what}"),
            (true, Locale::Sv) => format!("{name}: {what} ({}, dagen är inte känd)", self.in_words(when)),
            (true, Locale::En) => format!("{name}: {what} ({}, the day is not known)", self.in_words(when)),
        }
    }

    /// Planned and actual time, the remark, and where it comes from, a line each.
    fn about(&self, milestone: &Milestone) -> String {
        let (planned, was, source) = match self.locale {
            Locale::Sv => ("Planerat", "Blev", "Källa"),
            Locale::En => ("Planned", "Happened", "Source"),
        };
        let mut lines = vec![format!("{planned}: {}", self.in_words(milestone.planned))];
        lines.extend(milestone.actual.map(|actual| format!("{was}: {}", self.in_words(actual))));
        lines.extend(milestone.note.as_ref().map(|note| note.get(self.locale).to_string()));
        lines.push(format!("{source}: {}", milestone.source));
        lines.join("\n")
    }

    /// A period with its year, whatever the year.
    fn in_words(&self, when: Period) -> String {
        period(self.locale, when, 0)
    }
}

fn midnight(date: NaiveDate) -> String {
    date.and_time(NaiveTime::MIN).format("%Y%m%dT%H%M%SZ").to_string()
}

/// The most bytes that a line may have, its end not counted (RFC 5545, 3.1).
const WIDTH: usize = 75;

/// Folds the lines again: icalendar 0.17 allows the last part of a folded line one byte too many.
fn fold(calendar: &str) -> String {
    let mut folded = String::new();
    for line in calendar.replace("\r\n ", "").split_terminator("\r\n") {
        let mut left = WIDTH;
        for c in line.chars() {
            if c.len_utf8() > left {
                folded.push_str("\r\n ");
                // The blank counts.
                left = WIDTH - 1;
            }
            folded.push(c);
            left -= c.len_utf8();
        }
        folded.push_str("\r\n");
    }
    folded
}

/// A text without signs that only steer, which a value must not hold (RFC 5545, 3.1).
fn visible(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

#[cfg(test)]
#[path = "calendar_tests.rs"]
mod tests;
