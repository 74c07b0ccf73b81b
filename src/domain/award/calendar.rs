//! The key dates of an edition as a calendar file (iCalendar, RFC 5545), for any calendar program.
//!
//! - A milestone is an all-day event: `DTEND` is the day after its last (RFC 5545, 3.6.1).
//! - A milestone of which only the month is known covers the whole month, and its title says so: a to-do without a day is
//!   not shown by most programs, and a day picked by us would be a guess.
//! - Events block nobody's time (`TRANSP`), and stand at the actual time where it differs from the planned one; the text
//!   tells both.
//! - The name of an event (`UID`) comes from year, step and host, so a calendar imported again replaces what was there:
//!   the whole edition, a single date or the other language.
//! - `DTSTAMP`, `LAST-MODIFIED` and `SEQUENCE` come from the edition's `updated` (else the first day of its year): the same
//!   data gives the same bytes, and data that was changed later wins.

use super::{Edition, Milestone, Period, Step};
use crate::domain::origin::Origin;
use crate::domain::text::Locale;
use chrono::{Datelike, NaiveDate};

/// The kind of file, for links and downloads.
pub const MEDIA_TYPE: &str = "text/calendar";

/// The words that a calendar takes from the pages, so that both say the same.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    /// What happens at a step.
    pub step: fn(Locale, Step) -> &'static str,
    /// A period in words, without the year where it is the one given.
    pub period: fn(Locale, Period, u16) -> String,
}

/// What a calendar is made of.
#[derive(Clone, Copy, Debug)]
pub struct Calendar<'a> {
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
    pub file: &'a str,
    /// The words.
    pub wording: Wording,
}

impl Calendar<'_> {
    /// The calendar as a file.
    pub fn write(&self) -> String {
        let (e, mut file) = (self.edition, Lines(String::new()));
        let name = [&e.title, " ", &e.year.to_string()].concat();
        file.line("BEGIN:", "VCALENDAR");
        file.line("VERSION:", "2.0");
        file.line("PRODID:", &["-//", self.origin.host(), "//kalender//", self.locale.tag()].concat());
        file.line("CALSCALE:", "GREGORIAN");
        file.line("NAME:", &escape(&name));
        // What programs knew before RFC 7986.
        file.line("X-WR-CALNAME:", &escape(&name));
        file.line("LAST-MODIFIED:", &midnight(self.updated()));
        file.line("URL:", &self.origin.url(self.page));
        file.line("SOURCE;VALUE=URI:", &self.origin.url(self.file));
        file.line("REFRESH-INTERVAL;VALUE=DURATION:", "P1D");
        for milestone in e.milestones.iter().filter(|m| self.only.is_none_or(|step| m.step == step)) {
            self.event(&mut file, &name, milestone);
        }
        file.line("END:", "VCALENDAR");
        file.0
    }

    fn event(&self, file: &mut Lines, name: &str, milestone: &Milestone) {
        let (when, updated) = (milestone.when(), self.updated());
        file.line("BEGIN:", "VEVENT");
        file.line("UID:", &uid(self.edition.year, milestone.step, self.origin));
        file.line("DTSTAMP:", &midnight(updated));
        file.line("LAST-MODIFIED:", &midnight(updated));
        file.line("SEQUENCE:", &sequence(updated).to_string());
        file.line("STATUS:", "CONFIRMED");
        file.line("TRANSP:", "TRANSPARENT");
        file.line("DTSTART;VALUE=DATE:", &day(when.first));
        file.line("DTEND;VALUE=DATE:", &day(when.last.succ_opt().unwrap_or(when.last)));
        let what = (self.wording.step)(self.locale, milestone.step);
        let month = if when.months { self.only_month(when) } else { String::new() };
        let summary = [name, ": ", what, &month].concat();
        file.line(&["SUMMARY;LANGUAGE=", self.locale.tag(), ":"].concat(), &escape(&summary));
        let about = self.about(milestone);
        file.line(&["DESCRIPTION;LANGUAGE=", self.locale.tag(), ":"].concat(), &escape(&about));
        if let Some(place) = &milestone.place {
            file.line("LOCATION:", &escape(place));
        }
        file.line("URL:", &self.origin.url(self.page));
        file.line("END:", "VEVENT");
    }

    fn only_month(&self, when: Period) -> String {
        let unknown = match self.locale {
            Locale::Sv => ", dagen är inte känd)",
            Locale::En => ", the day is not known)",
        };
        [" (", &(self.wording.period)(self.locale, when, 0), unknown].concat()
    }

    /// Planned and actual time, the remark, and where it comes from, a line each.
    fn about(&self, milestone: &Milestone) -> String {
        let (planned, was, source) = match self.locale {
            Locale::Sv => ("Planerat: ", "Blev: ", "Källa: "),
            Locale::En => ("Planned: ", "Happened: ", "Source: "),
        };
        let when = |period| (self.wording.period)(self.locale, period, 0);
        let mut lines = vec![[planned, &when(milestone.planned)].concat()];
        lines.extend(milestone.actual.map(|actual| [was, &when(actual)].concat()));
        lines.extend(milestone.note.as_ref().map(|note| note.get(self.locale).to_string()));
        lines.push([source, &milestone.source].concat());
        lines.join("\n")
    }

    fn updated(&self) -> NaiveDate {
        let year = NaiveDate::from_ymd_opt(i32::from(self.edition.year), 1, 1);
        self.edition.updated.or(year).unwrap_or_default()
    }
}

/// The lasting name of an event: `2023-site-visits@digitaliseringskommun.example`.
pub fn uid(year: u16, step: Step, origin: &Origin) -> String {
    [&year.to_string(), "-", &step.slug(), "@", origin.host()].concat()
}

/// A number that rises with every day that the data is changed on: days since 2000.
fn sequence(updated: NaiveDate) -> i64 {
    let start = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
    (updated - start).num_days().max(0)
}

fn day(date: NaiveDate) -> String {
    // Four, two and two digits. `format!` would cost the wasm more than this.
    let number = date.year().unsigned_abs() * 10_000 + date.month() * 100 + date.day();
    let digits = number.to_string();
    ["0".repeat(8_usize.saturating_sub(digits.len())).as_str(), &digits].concat()
}

fn midnight(date: NaiveDate) -> String {
    [&day(date), "T000000Z"].concat()
}

/// A text as the value of a property (RFC 5545, 3.3.11). Signs that only steer are left out.
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// The most bytes that a line may have, its end not counted (RFC 5545, 3.1).
const WIDTH: usize = 75;

/// Lines as the format wants them: ended by CRLF, and long ones folded, never within a sign.
struct Lines(String);

impl Lines {
    fn line(&mut self, name: &str, value: &str) {
        let mut left = WIDTH;
        for c in name.chars().chain(value.chars()) {
            if c.len_utf8() > left {
                self.0.push_str("\r\n ");
                // The blank counts.
                left = WIDTH - 1;
            }
            self.0.push(c);
            left -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The lines of a file, unfolded, by RFC 5545 3.1.
    fn unfold(file: &str) -> Vec<String> {
        let whole = file.replace("\r\n ", "");
        whole.split_terminator("\r\n").map(str::to_string).collect()
    }

    /// A text as a reader has it, by RFC 5545 3.3.11. `None` where it is not written as one.
    fn unescape(value: &str) -> Option<String> {
        let (mut text, mut chars) = (String::new(), value.chars());
        while let Some(c) = chars.next() {
            text.push(match c {
                '\\' => match chars.next()? {
                    'n' | 'N' => '\n',
                    c @ ('\\' | ';' | ',') => c,
                    _ => return None,
                },
                ';' | ',' => return None,
                c => c,
            });
        }
        Some(text)
    }

    #[test]
    fn a_long_line_is_folded_before_its_76th_byte_and_within_no_sign() {
        let mut lines = Lines(String::new());
        lines.line("SUMMARY:", &"å".repeat(80));
        // 8 + 33 · 2 = 74 bytes; then a blank and 37 · 2 = 75.
        let folded = ["SUMMARY:", &"å".repeat(33), "\r\n ", &"å".repeat(37), "\r\n ", &"å".repeat(10), "\r\n"];
        assert_eq!(lines.0, folded.concat());
    }

    #[test]
    fn a_day_has_eight_digits_and_a_later_one_a_higher_number() {
        let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap_or_default();
        assert_eq!([day(date(2023, 5, 7)), day(date(987, 1, 1))], ["20230507", "09870101"]);
        assert_eq!([sequence(date(2000, 1, 2)), sequence(date(1999, 1, 1))], [1, 0]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_text_comes_back(text in "[ -~åäö;,\\\\\n\r\t\u{7f}\u{85}\u{feff}\u{2028}]{0,200}|\\PC{0,120}") {
            let kept: String = text.chars().filter(|c| !c.is_control() || *c == '\n').collect();
            let mut lines = Lines(String::new());
            lines.line("DESCRIPTION:", &escape(&text));
            lines.line("END:", "VEVENT");
            prop_assert!(lines.0.split("\r\n").all(|l| l.len() <= 75 && !l.contains(['\r', '\n'])));
            // Nothing in a text begins a line of its own.
            let read = unfold(&lines.0);
            prop_assert_eq!(read.len(), 2);
            let value = read.first().and_then(|l| l.strip_prefix("DESCRIPTION:")).unwrap_or_default();
            prop_assert_eq!(unescape(value), Some(kept));
            prop_assert_eq!(read.get(1).map(String::as_str), Some("END:VEVENT"));
        }
    }
}
