//! What others read: the events of calendars, the entries of the feed, the collected data and its schemas. How calendars
//! and feeds are written: the tests in `src/bin/prerender`, and `tests/e2e/open-data.test.mjs`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use chrono::NaiveDate;
use digitaliseringskommun::domain::award::calendar::events;
use digitaliseringskommun::domain::award::collected::Collected;
use digitaliseringskommun::domain::award::feed::{self, entries};
use digitaliseringskommun::domain::award::{Edition, Stage, Step, parse};
use digitaliseringskommun::domain::origin::Origin;
use digitaliseringskommun::domain::text::Locale;
use serde_json::Value;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn edition(year: u16) -> Edition {
    parse(&std::fs::read(format!("public/data/award/{year}.json")).unwrap()).unwrap()
}

fn origin() -> Origin {
    Origin::parse("https://pris.example").unwrap()
}

#[test]
fn names_of_events_are_those_that_were_published_in_all_files() {
    let edition = edition(2023);
    let uids = |only| events(&edition, only, &origin()).into_iter().map(|e| e.uid).collect::<Vec<_>>();
    assert_eq!(
        uids(None),
        [
            "2023-application-deadline@pris.example",
            "2023-complete-external@pris.example",
            "2023-nomination@pris.example",
            "2023-announcement@pris.example",
            "2023-dimios@pris.example",
            "2023-shortlist@pris.example",
            "2023-site-visits@pris.example",
            "2023-jury-meeting@pris.example",
            "2023-prize@pris.example",
            "2023-seminars@pris.example",
        ]
    );
    for (milestone, name) in edition.milestones.iter().zip(uids(None)) {
        assert_eq!(uids(Some(milestone.step)), [name]);
    }
    assert!(uids(Some(Step::Publication)).is_empty());
}

#[test]
fn an_event_ends_the_day_before_its_end() {
    let edition = edition(2023);
    let days: Vec<_> = events(&edition, None, &origin()).into_iter().map(|e| (e.start, e.end)).collect();
    // A day, August and September, October, the last day of the fair.
    for expected in [
        (day(2023, 3, 31), day(2023, 4, 1)),
        (day(2023, 8, 1), day(2023, 10, 1)),
        (day(2023, 10, 1), day(2023, 11, 1)),
        (day(2023, 11, 21), day(2023, 11, 24)),
    ] {
        assert!(days.contains(&expected), "{expected:?} in {days:?}");
    }
    let moved =
        events(&self::edition(2021), Some(Step::Prize), &origin()).into_iter().map(|e| e.start).collect::<Vec<_>>();
    assert_eq!(moved, [day(2022, 5, 2)], "the day that it happened on");
}

#[test]
fn changed_data_gives_later_events() {
    let mut edition = edition(2023);
    let stamp = |e: &Edition| events(e, Some(Step::Prize), &origin()).first().map(|e| (e.sequence, e.updated));
    edition.updated = Some(day(2023, 4, 1));
    assert_eq!(stamp(&edition), Some((8491, day(2023, 4, 1))));
    edition.updated = Some(day(2023, 4, 2));
    assert_eq!(stamp(&edition), Some((8492, day(2023, 4, 2))));
    edition.updated = None;
    assert_eq!(stamp(&edition).map(|(_, day)| day), Some(day(2023, 1, 1)));
    edition.updated = Some(day(1999, 1, 1));
    assert_eq!(stamp(&edition).map(|(number, _)| number), Some(0));
}

fn ids(editions: &[Edition], today: NaiveDate, locale: Locale) -> Vec<String> {
    entries(editions, today.into()).iter().map(|entry| entry.id(&origin(), locale)).collect()
}

#[test]
fn entries_have_the_names_that_were_published_the_latest_first() {
    let all: Vec<Edition> = [2015, 2017, 2019, 2021, 2023].map(edition).into();
    assert_eq!(
        ids(&all, day(2026, 11, 24), Locale::En),
        [
            "tag:pris.example,2026:2023/2023-11-21/1/en",
            "tag:pris.example,2026:2023/2023-05-10/1/en",
            "tag:pris.example,2026:2021/2022-05-02/1/en",
            "tag:pris.example,2026:2019/2019-11-12/1/en",
            "tag:pris.example,2026:2019/2019-03-29/1/en",
            "tag:pris.example,2026:2017/2017-11-14/1/en",
            "tag:pris.example,2026:2015/2015-11-16/1/en",
        ]
    );
    assert_eq!(feed::feed_id(&origin(), Locale::En), "tag:pris.example,2026:nyheter/en");
    assert_eq!(feed::updated(&entries(&all, day(2030, 1, 1).into()), &all), day(2023, 11, 21));
    assert_eq!(feed::updated(&[], &all), all.iter().filter_map(|e| e.updated).max().unwrap_or_default());
}

#[test]
fn later_news_of_a_day_leaves_the_earlier_its_name() {
    let mut edition = edition(2023);
    let before = ids(&[edition.clone()], day(2026, 1, 1), Locale::Sv);
    let again = edition.news[0].clone();
    edition.news.insert(1, again);
    let after = ids(&[edition], day(2026, 1, 1), Locale::Sv);
    assert!(before.iter().all(|name| after.contains(name)));
    assert!(after.contains(&"tag:pris.example,2026:2023/2023-05-10/2/sv".to_string()));
}

#[test]
fn nothing_is_told_before_its_day_and_no_winner_before_it_is_made_known() {
    let edition = edition(2023);
    let told = |today: NaiveDate| entries(std::slice::from_ref(&edition), today.into()).len();
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
    let (_, table) = collected(&[edition(2013), edition(2023)], day(2026, 11, 24));
    let text = table.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let begins = |row: &csv::StringRecord, with: &[&str]| row.iter().take(with.len()).eq(with.iter().copied());
    assert!(begins(reader.headers().unwrap(), &["year", "title", "awarded", "nominee", "stage", "municipality_code"]));
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(rows.len(), 3 + 7);
    let award = ["2023", "Sveriges DigitaliseringsKommun", "2023-11-21", "Mora, Orsa och Älvdalen", "finalist"];
    let orsa = [&award[..], &["2034", "Orsa", "20", "Dalarnas län", "yes"]].concat();
    assert!(rows.iter().any(|row| begins(row, &orsa)), "{table}");
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
