//! What others read: calendars, the feed, the collected data and its schemas.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use chrono::NaiveDate;
use digitaliseringskommun::domain::award::calendar::{Calendar, Wording, uid};
use digitaliseringskommun::domain::award::collected::Collected;
use digitaliseringskommun::domain::award::feed::{self, Feed};
use digitaliseringskommun::domain::award::{Edition, Milestone, Period, Stage, Step, parse};
use digitaliseringskommun::domain::origin::Origin;
use digitaliseringskommun::domain::text::{Locale, Text};
use {proptest::prelude::*, serde_json::Value};

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn edition(year: u16) -> Edition {
    parse(&std::fs::read(format!("public/data/award/{year}.json")).unwrap()).unwrap()
}

fn origin() -> Origin {
    Origin::parse("https://pris.example").unwrap()
}

fn step_name(locale: Locale, step: Step) -> &'static str {
    if locale == Locale::Sv { "Händer" } else { step.word() }
}

fn period_name(_: Locale, period: Period, _: u16) -> String {
    period.text()
}

/// The lines of a calendar, unfolded.
fn calendar(edition: &Edition, only: Option<Step>, locale: Locale) -> Vec<String> {
    let (page, file) = ("/nominerade/2023", "/kalender/2023.ics");
    let wording = Wording { step: step_name, period: period_name };
    let text = Calendar { edition, only, locale, origin: &origin(), page, file, wording }.write();
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    text.replace("\r\n ", "").lines().map(str::to_string).collect()
}

/// The values of a property, in order.
fn values(lines: &[String], name: &str) -> Vec<String> {
    lines.iter().filter_map(|l| l.strip_prefix(name)).map(str::to_string).collect()
}

#[test]
fn names_of_events_are_those_that_were_published_in_both_languages_and_all_files() {
    let edition = edition(2023);
    let uids = |only, locale| values(&calendar(&edition, only, locale), "UID:");
    let all = uids(None, Locale::Sv);
    assert_eq!(all.len(), 10);
    assert_eq!(all[0], "2023-application-deadline@pris.example");
    assert_eq!(uids(None, Locale::En), all);
    for (milestone, name) in edition.milestones.iter().zip(&all) {
        assert_eq!(uids(Some(milestone.step), Locale::En), std::slice::from_ref(name));
        assert_eq!(uid(2023, milestone.step, &origin()), *name);
    }
    assert!(uids(Some(Step::Publication), Locale::Sv).is_empty());
}

#[test]
fn an_event_ends_the_day_before_its_end() {
    let lines = calendar(&edition(2023), None, Locale::Sv);
    let (starts, ends) = (values(&lines, "DTSTART;VALUE=DATE:"), values(&lines, "DTEND;VALUE=DATE:"));
    let pairs: Vec<(&str, &str)> = starts.iter().map(String::as_str).zip(ends.iter().map(String::as_str)).collect();
    // A day, August and September, October, the last day of the fair.
    for expected in
        [("20230331", "20230401"), ("20230801", "20231001"), ("20231001", "20231101"), ("20231121", "20231124")]
    {
        assert!(pairs.contains(&expected), "{expected:?} in {pairs:?}");
    }
}

#[test]
fn where_only_the_month_is_known_the_title_says_so() {
    for (locale, title) in [
        (Locale::Sv, "SUMMARY;LANGUAGE=sv:Sveriges DigitaliseringsKommun 2023: Händer (2023-10\\, dagen är inte känd)"),
        (
            Locale::En,
            "SUMMARY;LANGUAGE=en:Sveriges DigitaliseringsKommun 2023: jury_meeting (2023-10\\, the day is not known)",
        ),
    ] {
        let lines = calendar(&edition(2023), Some(Step::JuryMeeting), locale);
        assert!(lines.contains(&title.to_string()), "{lines:?}");
    }
    let lines = calendar(&edition(2023), Some(Step::Dimios), Locale::En);
    assert_eq!(values(&lines, "SUMMARY;LANGUAGE=en:"), ["Sveriges DigitaliseringsKommun 2023: dimios"]);
}

#[test]
fn planned_and_actual_time_remark_and_source_stand_in_the_text() {
    let lines = calendar(&edition(2021), Some(Step::Prize), Locale::En);
    assert_eq!(values(&lines, "DTSTART;VALUE=DATE:"), ["20220502"]);
    let text = &values(&lines, "DESCRIPTION;LANGUAGE=en:")[0];
    assert!(text.starts_with("Planned: 2022-03-07\\nHappened: 2022-05-02\\nThe fair was postponed"), "{text}");
    assert!(text.ends_with("\\nSource: https://kvalitetsmassan.se/utmarkelser/digitaliseringskommun/"), "{text}");
    let lines = calendar(&edition(2019), Some(Step::Prize), Locale::Sv);
    assert_eq!(values(&lines, "LOCATION:"), ["GöteborgsOperan"]);
    assert_eq!(values(&lines, "URL:").len(), 2);
}

#[test]
fn the_same_data_gives_the_same_calendar_and_changed_data_a_later_one() {
    let mut edition = edition(2023);
    let stamp = |e: &Edition| {
        let lines = calendar(e, Some(Step::Prize), Locale::Sv);
        let number: i64 = values(&lines, "SEQUENCE:")[0].parse().unwrap();
        (number, values(&lines, "DTSTAMP:")[0].clone(), values(&lines, "LAST-MODIFIED:")[1].clone())
    };
    assert_eq!(calendar(&edition, None, Locale::Sv), calendar(&edition, None, Locale::Sv));
    edition.updated = Some(day(2023, 4, 1));
    let first = stamp(&edition);
    assert_eq!(first, (8491, "20230401T000000Z".into(), "20230401T000000Z".into()));
    edition.updated = Some(day(2023, 4, 2));
    assert!(stamp(&edition).0 > first.0);
    edition.updated = None;
    assert_eq!(stamp(&edition).1, "20230101T000000Z");
}

fn feed(editions: &[Edition], today: NaiveDate, locale: Locale) -> String {
    let page = |year: u16, locale: Locale| format!("/{}/{year}", locale.tag());
    let (file, home) = ("/nyheter.xml", "/");
    Feed {
        editions,
        now: today.into(),
        locale,
        origin: &origin(),
        title: "Nyheter",
        author: "Priset",
        file,
        home,
        page,
    }
    .write()
}

/// What stands between two marks, each time.
fn between<'a>(text: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    text.split(from).skip(1).filter_map(|rest| rest.split(to).next()).collect()
}

#[test]
fn entries_have_the_names_that_were_published_the_latest_first() {
    let all: Vec<Edition> = [2015, 2017, 2019, 2021, 2023].map(edition).into();
    let text = feed(&all, day(2026, 11, 24), Locale::En);
    let names = between(&text, "<id>", "</id>");
    assert_eq!(
        names,
        [
            "tag:pris.example,2026:nyheter/en",
            "tag:pris.example,2026:2023/2023-11-21/1/en",
            "tag:pris.example,2026:2023/2023-05-10/1/en",
            "tag:pris.example,2026:2021/2022-05-02/1/en",
            "tag:pris.example,2026:2019/2019-11-12/1/en",
            "tag:pris.example,2026:2019/2019-03-29/1/en",
            "tag:pris.example,2026:2017/2017-11-14/1/en",
            "tag:pris.example,2026:2015/2015-11-16/1/en",
        ]
    );
    assert_eq!(between(&text, "<updated>", "</updated>")[0], "2023-11-21T00:00:00Z");
    assert_eq!(feed(&all, day(2030, 1, 1), Locale::En), text);
}

#[test]
fn later_news_of_a_day_leaves_the_earlier_its_name() {
    let mut edition = edition(2023);
    let before = feed(&[edition.clone()], day(2026, 1, 1), Locale::Sv);
    let again = edition.news[0].clone();
    edition.news.insert(1, again);
    let after = feed(&[edition], day(2026, 1, 1), Locale::Sv);
    let names = between(&after, "<id>", "</id>");
    assert!(between(&before, "<id>", "</id>").iter().all(|name| names.contains(name)));
    assert!(names.contains(&"tag:pris.example,2026:2023/2023-05-10/2/sv"));
}

#[test]
fn nothing_is_told_before_its_day_and_no_winner_before_it_is_made_known() {
    let edition = edition(2023);
    let told = |today| feed(std::slice::from_ref(&edition), today, Locale::Sv).matches("<entry>").count();
    assert_eq!([told(day(2023, 5, 9)), told(day(2023, 5, 10)), told(day(2023, 11, 20))], [0, 1, 1]);
    assert_eq!(told(day(2023, 11, 21)), 2);
    // On the day itself it waits for the moment.
    let mut later = edition.clone();
    let at = |hour, minute| day(2023, 11, 21).and_hms_opt(hour, minute, 0).unwrap();
    later.revealed = Some(at(19, 30));
    assert!(!feed::is_told(&later, &later.news[1], at(19, 29)));
    assert!(feed::is_told(&later, &later.news[1], at(19, 30)));
    assert!(feed::is_told(&later, &later.news[0], at(19, 29)));
}

fn collected(editions: &[Edition], today: NaiveDate) -> (Value, String) {
    let page = |year: u16, slug: &str, locale: Locale| format!("/{}/{year}/{slug}", locale.tag());
    let (schema, origin) = ("/data/schemas/award-1.json", origin());
    let collected = Collected { editions, now: today.into(), origin: &origin, schema, page };
    assert_eq!(collected.json(), collected.json());
    (serde_json::from_str(&collected.json()).unwrap(), collected.csv())
}

#[test]
fn collected_files_keep_the_winner_back_too() {
    let all = [edition(2023)];
    let (json, csv) = collected(&all, day(2023, 11, 20));
    let nominees = json["editions"][0]["nominees"].as_array().unwrap();
    let slugs: Vec<&str> = nominees.iter().map(|n| n["slug"].as_str().unwrap()).collect();
    assert_eq!(slugs, ["mora-orsa-alvdalen", "nacka", "varmdo", "staffanstorp", "ostersund"]);
    assert_eq!((&nominees[2]["stage"], &nominees[2]["reason"]), (&"finalist".into(), &Value::Null));
    assert_eq!(json["editions"][0]["news"].as_array().unwrap().len(), 1);
    for text in [json.to_string(), csv] {
        assert!(!text.contains("winner") && !text.contains("Juryn prisar"), "{text}");
    }
    let (json, csv) = collected(&all, day(2023, 11, 21));
    assert_eq!(json["editions"][0]["nominees"][0]["stage"], "winner");
    assert!(csv.contains("winner") && csv.contains("Juryn prisar"));
}

#[test]
fn nothing_is_lost_in_the_collected_file() {
    let years = [2001, 2003, 2005, 2007, 2009, 2011, 2013, 2015, 2017, 2019, 2021, 2023];
    let mut all: Vec<Edition> = years.map(edition).into();
    all[11].revealed = day(2023, 11, 21).and_hms_opt(19, 5, 0);
    let (mut json, _) = collected(&all, day(2026, 11, 24));
    assert_eq!(json["updated"], "2026-11-24");
    for (edition, value) in all.iter().zip(json["editions"].as_array_mut().unwrap()) {
        // What the collected file adds is taken away; then it is an edition's file again.
        for nominee in value["nominees"].as_array_mut().unwrap() {
            assert!(nominee.as_object_mut().unwrap().remove("page").is_some());
            for municipality in nominee["municipalities"].as_array_mut().unwrap() {
                assert!(municipality.as_object_mut().unwrap().remove("county").is_some());
            }
        }
        let text = value.to_string().replacen('{', "{\"format\":1,", 1);
        assert_eq!(parse(text.as_bytes()).as_ref(), Ok(edition));
    }
}

#[test]
fn the_table_has_a_row_for_every_nominee_and_municipality() {
    let (_, csv) = collected(&[edition(2013), edition(2023)], day(2026, 11, 24));
    let rows: Vec<&str> = csv.lines().collect();
    assert_eq!(rows.len(), 1 + 3 + 7);
    assert!(rows[0].starts_with("\u{feff}\"year\";\"title\";\"awarded\";\"nominee\";\"stage\";\"municipality_code\""));
    let orsa = "2023;\"Sveriges DigitaliseringsKommun\";\"2023-11-21\";\"Mora, Orsa och Älvdalen\";\"finalist\";\"2034\";\"Orsa\";\
        \"20\";\"Dalarnas län\";\"yes\";";
    assert!(rows.iter().any(|row| row.starts_with(orsa)), "{csv}");
}

#[test]
fn the_schema_knows_the_words_that_the_reader_knows() {
    let schema: Value =
        serde_json::from_slice(&std::fs::read("public/data/schemas/award-edition-1.json").unwrap()).unwrap();
    let words = |value: &Value| -> Vec<String> {
        value["enum"].as_array().unwrap().iter().map(|w| w.as_str().unwrap().to_string()).collect()
    };
    assert_eq!(words(&schema["$defs"]["milestone"]["properties"]["step"]), Step::ALL.map(|s| s.word().to_string()));
    assert_eq!(words(&schema["$defs"]["stage"]), Stage::ALL.map(|s| s.word().to_string()));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_milestone_makes_one_whole_event(
        first in 0i32..20_000, length in 0u64..400, months: bool, note in "\\PC{0,200}", place in "\\PC{0,80}", index in 0usize..12,
    ) {
        let first = NaiveDate::from_num_days_from_ce_opt(730_000 + first).unwrap();
        let last = first + chrono::Days::new(length);
        let mut edition = edition(2023);
        edition.milestones = vec![Milestone {
            step: Step::ALL[index],
            planned: Period { first, last, months },
            actual: None,
            place: Some(place),
            note: Some(Text { sv: note.clone(), en: note }),
            source: "https://a.example/".into(),
        }];
        let lines = calendar(&edition, None, Locale::Sv);
        for name in ["BEGIN:VEVENT", "END:VEVENT", "UID:", "DTSTAMP:", "SUMMARY;", "DESCRIPTION;", "LOCATION:", "STATUS:CONFIRMED"] {
            prop_assert_eq!(values(&lines, name).len(), 1, "{}", name);
        }
        let read = |name| NaiveDate::parse_from_str(&values(&lines, name)[0], "%Y%m%d").unwrap();
        prop_assert_eq!(read("DTSTART;VALUE=DATE:"), first);
        prop_assert_eq!((read("DTEND;VALUE=DATE:") - last).num_days(), 1);
    }

    #[test]
    fn any_news_makes_one_whole_entry(text in "\\PC{1,200}|[<>&\"' -~\n]{1,80}") {
        let mut edition = edition(2023);
        edition.news.truncate(1);
        edition.news[0].text = Text { sv: text.clone(), en: text.clone() };
        let xml = feed(&[edition], day(2026, 1, 1), Locale::Sv);
        for tag in ["<entry>", "</entry>", "<content type=\"html\">", "</content>"] {
            prop_assert_eq!(xml.matches(tag).count(), 1, "{}", tag);
        }
        let plain = |t: &str| t.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        prop_assert_eq!(plain(between(&xml, "<title>", "</title>")[1]), text.clone());
        let html = plain(between(&xml, "<content type=\"html\">", "</content>")[0]);
        prop_assert_eq!(plain(between(&html, "<p>", "</p>")[0]), text);
    }
}
