//! Calendars as they are written. `tests/e2e/open-data.test.mjs` reads the built ones with Python's icalendar.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use super::*;
use crate::for_tests::{day, edition, origin};
use digitaliseringskommun::domain::text::Text;
use proptest::prelude::*;

/// The lines of a calendar, unfolded (RFC 5545, 3.1).
fn lines(edition: &Edition, only: Option<Step>, locale: Locale) -> Vec<String> {
    let (page, path) = ("/nominerade/2023", "/kalender/2023.ics");
    let text = CalendarFile { edition, only, locale, origin: &origin(), page, path }.write();
    assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "a line is too long");
    text.replace("\r\n ", "").lines().map(str::to_string).collect()
}

/// The values of a property, in order.
fn values(lines: &[String], name: &str) -> Vec<String> {
    lines.iter().filter_map(|l| l.strip_prefix(name)).map(str::to_string).collect()
}

#[test]
fn every_event_has_its_name_and_its_days() {
    let edition = edition(2023);
    let lines = lines(&edition, None, Locale::Sv);
    let events = events(&edition, None, &origin()).into_iter();
    assert_eq!(values(&lines, "UID:"), events.clone().map(|e| e.uid).collect::<Vec<_>>());
    let day = |date: NaiveDate| date.to_string().replace('-', "");
    assert_eq!(values(&lines, "DTSTART;VALUE=DATE:"), events.clone().map(|e| day(e.start)).collect::<Vec<_>>());
    assert_eq!(values(&lines, "DTEND;VALUE=DATE:"), events.map(|e| day(e.end)).collect::<Vec<_>>());
}

#[test]
fn where_only_the_month_is_known_the_title_says_so() {
    for (locale, title) in [
        (
            Locale::Sv,
            "SUMMARY;LANGUAGE=sv:Sveriges DigitaliseringsKommun 2023: Juryn utser vinnaren (oktober 2023\\, dagen är inte känd)",
        ),
        (
            Locale::En,
            "SUMMARY;LANGUAGE=en:Sveriges DigitaliseringsKommun 2023: The jury decides on the winner (October 2023\\, the \
             day is not known)",
        ),
    ] {
        let lines = lines(&edition(2023), Some(Step::JuryMeeting), locale);
        assert!(lines.contains(&title.to_string()), "{lines:?}");
    }
    let lines = lines(&edition(2023), Some(Step::Dimios), Locale::En);
    let title = "Sveriges DigitaliseringsKommun 2023: The DiMiOS assessments are sent in";
    assert_eq!(values(&lines, "SUMMARY;LANGUAGE=en:"), [title]);
}

#[test]
fn planned_and_actual_time_remark_and_source_stand_in_the_text() {
    let prize = lines(&edition(2021), Some(Step::Prize), Locale::En);
    assert_eq!(values(&prize, "DTSTART;VALUE=DATE:"), ["20220502"]);
    let text = &values(&prize, "DESCRIPTION;LANGUAGE=en:")[0];
    let begin = "Planned: 7 March 2022\\nHappened: 2 May 2022\\nThe fair was postponed";
    assert!(text.starts_with(begin), "{text}");
    assert!(text.ends_with("\\nSource: https://kvalitetsmassan.se/utmarkelser/digitaliseringskommun/"), "{text}");
    let prize = lines(&edition(2019), Some(Step::Prize), Locale::Sv);
    assert_eq!(values(&prize, "LOCATION:"), ["GöteborgsOperan"]);
    assert_eq!(values(&prize, "URL:").len(), 2);
}

#[test]
fn the_same_data_gives_the_same_file_with_its_day() {
    let mut edition = edition(2023);
    edition.updated = Some(day(2023, 4, 1));
    let prize = lines(&edition, Some(Step::Prize), Locale::Sv);
    assert_eq!(prize, lines(&edition, Some(Step::Prize), Locale::Sv));
    assert_eq!(values(&prize, "SEQUENCE:"), ["8491"]);
    assert_eq!(values(&prize, "DTSTAMP:"), ["20230401T000000Z"]);
    assert_eq!(values(&prize, "LAST-MODIFIED:"), ["20230401T000000Z"; 2]);
}

/// A text as a reader has it (RFC 5545, 3.3.11). `None` where it is not written as one.
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

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_milestone_makes_one_whole_event_and_every_text_comes_back(
        first in 0i32..20_000, length in 0u64..400, months: bool, index in 0usize..12,
        note in "[ -~åäö;,\\\\\n\r\t\u{7f}\u{85}\u{feff}\u{2028}]{0,200}|\\PC{0,120}", place in "\\PC{0,80}", title in "\\PC{1,80}",
    ) {
        let first = NaiveDate::from_num_days_from_ce_opt(730_000 + first).expect("a day");
        let last = first + chrono::Days::new(length);
        let mut edition = edition(2023);
        edition.title = title.clone();
        edition.milestones = vec![Milestone {
            step: Step::ALL[index],
            planned: Period { first, last, months },
            actual: None,
            place: Some(place.clone()),
            note: Some(Text { sv: note.clone(), en: note.clone() }),
            source: "https://a.example/".into(),
        }];
        let lines = lines(&edition, None, Locale::Sv);
        for name in ["BEGIN:VEVENT", "END:VEVENT", "UID:", "DTSTAMP:", "SUMMARY;", "DESCRIPTION;", "LOCATION:", "STATUS:CONFIRMED"] {
            prop_assert_eq!(values(&lines, name).len(), 1, "{}", name);
        }
        prop_assert_eq!(lines.len(), 9 + 2 + 14, "nothing in a text begins a line of its own: {:?}", lines);
        let text = |name| unescape(&values(&lines, name)[0]);
        prop_assert_eq!(text("LOCATION:"), Some(visible(&place)));
        prop_assert_eq!(text("NAME;VALUE=TEXT:"), Some(visible(&title) + " 2023"));
        prop_assert!(text("DESCRIPTION;LANGUAGE=sv:").is_some_and(|about| about.contains(&visible(&note))));
        let read = |name| NaiveDate::parse_from_str(&values(&lines, name)[0], "%Y%m%d");
        prop_assert_eq!(read("DTSTART;VALUE=DATE:"), Ok(first));
        prop_assert_eq!(read("DTEND;VALUE=DATE:"), Ok(last + chrono::Days::new(1)));
    }
}
