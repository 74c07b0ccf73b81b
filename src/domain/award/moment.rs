//! A moment on the clock of Europe/Stockholm: `2023-11-21T19:30`.

use super::period::{day, number};
use chrono::{NaiveDateTime, Timelike};

/// Reads a moment. `None` for any other form, and for days and times that do not exist.
pub fn moment(text: &str) -> Option<NaiveDateTime> {
    let form = text.len() == 16 && text.get(10..11) == Some("T") && text.get(13..14) == Some(":");
    let day = day(text.get(..10)?)?;
    day.and_hms_opt(number(text, 11, 13)?, number(text, 14, 16)?, 0).filter(|_| form)
}

/// The time of day: `19:30`.
pub fn time_of_day(moment: NaiveDateTime) -> String {
    format!("{:02}:{:02}", moment.hour(), moment.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_exact_form_is_a_moment() {
        assert_eq!(moment("2023-11-21T19:30").map(|m| m.to_string()), Some("2023-11-21 19:30:00".into()));
        let wrong = ["2023-11-21", "2023-11-21 19:30", "2023-11-21T24:00", "2023-02-29T10:00", "2023-11-21T19:60"];
        for text in wrong.into_iter().chain(["2023-11-21T19:30Z", "2023-11-21T1930", "", "2023-11-21T-1:30", "é"]) {
            assert_eq!(moment(text), None, "{text}");
        }
    }
}
