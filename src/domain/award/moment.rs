//! A moment on the clock of Europe/Stockholm: `2023-11-21T19:30`.

use super::period::{day, number};
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Timelike};

/// Reads a moment. `None` for any other form, and for days and times that do not exist.
pub fn moment(text: &str) -> Option<NaiveDateTime> {
    let form = text.len() == 16 && text.get(10..11) == Some("T") && text.get(13..14) == Some(":");
    let day = day(text.get(..10)?)?;
    day.and_hms_opt(number(text, 11, 13)?, number(text, 14, 16)?, 0).filter(|_| form)
}

/// The clock of Europe/Stockholm at a moment in UTC, without a browser: two hours ahead from the last Sunday of March
/// to the last of October, changed at 01:00 UTC (directive 2000/84/EC), one hour otherwise.
pub fn stockholm(utc: NaiveDateTime) -> NaiveDateTime {
    let change = |month: u32| {
        let last = NaiveDate::from_ymd_opt(utc.year(), month, 31)?;
        let sunday = last - TimeDelta::days(i64::from(last.weekday().num_days_from_sunday()));
        sunday.and_hms_opt(1, 0, 0)
    };
    let summer = change(3).zip(change(10)).is_some_and(|(from, to)| from <= utc && utc < to);
    utc + TimeDelta::hours(if summer { 2 } else { 1 })
}

/// The time of day: `19:30`. By hand, because the library's formats would weigh more than this page.
pub fn time_of_day(moment: NaiveDateTime) -> String {
    let two = |n: u32| if n < 10 { ["0", &n.to_string()].concat() } else { n.to_string() };
    [&two(moment.hour()), ":", &two(moment.minute())].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_in_stockholm_changes_on_the_last_sundays_of_march_and_october() {
        for (utc, there) in [
            ("2023-11-21T18:29", "2023-11-21T19:29"),
            ("2025-03-30T00:59", "2025-03-30T01:59"),
            ("2025-03-30T01:00", "2025-03-30T03:00"),
            ("2025-10-26T00:59", "2025-10-26T02:59"),
            ("2025-10-26T01:00", "2025-10-26T02:00"),
            ("2026-12-31T23:30", "2027-01-01T00:30"),
            ("2024-03-31T01:00", "2024-03-31T03:00"),
        ] {
            assert_eq!(moment(utc).map(stockholm), moment(there), "{utc}");
        }
    }

    #[test]
    fn only_the_exact_form_is_a_moment() {
        assert_eq!(moment("2023-11-21T19:30").map(|m| m.to_string()), Some("2023-11-21 19:30:00".into()));
        let wrong = ["2023-11-21", "2023-11-21 19:30", "2023-11-21T24:00", "2023-02-29T10:00", "2023-11-21T19:60"];
        for text in wrong.into_iter().chain(["2023-11-21T19:30Z", "2023-11-21T1930", "", "2023-11-21T-1:30", "é"]) {
            assert_eq!(moment(text), None, "{text}");
        }
    }
}
