//! What is said of bad files.

use super::{file, files};
use digitaliseringskommun::domain::award::{Period, parse, parse_edition, parse_folder, parse_register};
use digitaliseringskommun::domain::text::Locale;
use proptest::prelude::*;

fn sentences(file: &str, locale: Locale) -> Vec<String> {
    parse(file.as_bytes()).expect_err("a bad file").iter().map(|p| p.describe(locale)).collect()
}

#[test]
fn a_missing_text_is_named_with_edition_nominee_and_language() {
    let mut bad: serde_json::Value = serde_json::from_str(&file(2023)).unwrap();
    bad["nominees"][0]["reason"]["sv"] = " ".into();
    bad["nominees"][0]["facts"][1]["text"]["en"] = "".into();
    bad["milestones"][2]["note"]["en"] = "".into();
    let bad = bad.to_string();
    let english = [
        "Edition 2023: nominee \"varmdo\" has no Swedish text (reason).",
        "Edition 2023: nominee \"varmdo\": fact \"2\" has no English text (text).",
        "Edition 2023: milestone \"nomination\" has no English text (note).",
    ];
    assert_eq!(sentences(&bad, Locale::En), english);
    assert_eq!(parse_edition(bad.as_bytes()).unwrap_err().join("\n"), english.join("\n"));
    assert_eq!(
        sentences(&bad, Locale::Sv),
        [
            "Utgåvan 2023: den nominerade \"varmdo\" saknar svensk text (reason).",
            "Utgåvan 2023: den nominerade \"varmdo\": uppgiften \"2\" saknar engelsk text (text).",
            "Utgåvan 2023: hålltiden \"nomination\" saknar engelsk text (note).",
        ]
    );
}

#[test]
fn all_problems_are_told_at_once() {
    let bad = file(2023)
        .replace("\"slug\": \"nacka\"", "\"slug\": \"varmdo\"")
        .replace("\"slug\": \"ostersund\"", "\"slug\": \"Östersund\"")
        .replace("\"stage\": \"nominated\"", "\"stage\": \"second\"")
        .replace("\"code\": \"2062\"", "\"code\": \"9962\"")
        .replace("\"step\": \"dimios\"", "\"step\": \"quiz\"")
        .replace("2023-05-31", "2023-02-29")
        .replace("\"given_by\": \"Erik Slottner\"", "\"given_by\": \"\"");
    assert_eq!(
        sentences(&bad, Locale::En),
        [
            "Edition 2023: nominee \"varmdo\" has a slug that is already used.",
            "Edition 2023: nominee \"mora-orsa-alvdalen\" has a municipality code that does not exist: \"9962\".",
            "Edition 2023: nominee \"staffanstorp\" needs one of the words winner, finalist, nominated (stage).",
            "Edition 2023: nominee \"Östersund\" needs a slug of a–z, 0–9 and -, at most 60 signs.",
            "Edition 2023: nominee \"Östersund\" needs one of the words winner, finalist, nominated (stage).",
            "Edition 2023: milestone \"quiz\" needs one of the words application_deadline, complete_external, nomination, \
             announcement, dimios, shortlist, publication, site_visits, meetings, jury_meeting, prize, seminars (step).",
            "Edition 2023: milestone \"shortlist\" has a time that is neither day, month nor range: \"2023-02-29\".",
            "Edition 2023 has no name (prize.given_by).",
        ]
    );
}

#[test]
fn the_day_of_the_prize_is_told_the_same_twice() {
    let bad = file(2023).replace("\"awarded\": \"2023-11-21\"", "\"awarded\": \"2023-11-22\"");
    let told = ["Edition 2023 has a day of the prize (awarded) outside the milestone \"prize\"."];
    assert_eq!(sentences(&bad, Locale::En), told);
    let bad = file(2023).replace("\"awarded\": \"2023-11-21\"", "\"awarded\": \"2023-11\"");
    assert_eq!(sentences(&bad, Locale::En), ["Edition 2023 has a day that does not exist: \"2023-11\"."]);
}

#[test]
fn an_edition_has_one_winner() {
    let bad = file(2023).replace("\"stage\": \"finalist\"", "\"stage\": \"winner\"");
    assert_eq!(sentences(&bad, Locale::En), ["Edition 2023 has more than one winner."]);
}

#[test]
fn only_web_addresses_become_links() {
    for bad in
        ["javascript:alert(1)//", "https:///x.se", "https://", "ftp://x.se", "https://x.se/a b", "HTTPS://x.se/å"]
    {
        let mut file: serde_json::Value = serde_json::from_str(&file(2001)).unwrap();
        file["nominees"][0]["sources"][0]["url"] = bad.into();
        let told = [format!("Edition 2001: nominee \"kalix\" has a source that is no web address: \"{bad}\".")];
        assert_eq!(sentences(&file.to_string(), Locale::En), told);
    }
}

#[test]
fn a_nominee_without_source_or_municipality_is_refused() {
    let mut bad: serde_json::Value = serde_json::from_str(&file(2001)).unwrap();
    bad["nominees"][0]["sources"] = serde_json::json!([]);
    bad["nominees"][0]["municipalities"] = serde_json::json!([]);
    assert_eq!(
        sentences(&bad.to_string(), Locale::En),
        [
            "Edition 2001: nominee \"kalix\" needs at least one entry (municipalities).",
            "Edition 2001: nominee \"kalix\" needs at least one entry (sources)."
        ]
    );
}

#[test]
fn a_file_that_is_not_an_edition_is_refused_as_a_whole() {
    let newer = file(2023).replace("\"format\": 1", "\"format\": 2");
    let newer = newer.replace("\"year\"", "\"years\"");
    assert_eq!(sentences(&newer, Locale::En), ["The file cannot be read: the format is not 1 at line 2 column 12."]);
    let long = format!("{}{}", file(2023), " ".repeat(256 * 1024));
    assert_eq!(sentences(&long, Locale::Sv), ["Filen är större än 256 KiB."]);
    let unknown = file(2023).replace("\"awarded\"", "\"prized\"");
    assert!(sentences(&unknown, Locale::En)[0].starts_with("The file cannot be read: unknown field `prized`"));
    let inside = file(2023).replacen("\"given_by\"", "\"givenby\"", 1);
    let line = inside.lines().position(|line| line.contains("givenby")).unwrap() + 1;
    let told = format!("The file cannot be read: unknown field `prize.givenby` at line {line} column 11.");
    assert_eq!(sentences(&inside, Locale::En), [told]);
    assert!(sentences("{", Locale::Sv)[0].starts_with("Filen går inte att läsa: "));
}

#[test]
fn a_step_stands_once_and_news_has_day_text_and_source() {
    let mut bad: serde_json::Value = serde_json::from_str(&file(2023)).unwrap();
    bad["milestones"][1]["step"] = "application_deadline".into();
    bad["milestones"][2]["place"] = "".into();
    bad["updated"] = "2026-11-31".into();
    bad["news"][0]["date"] = "2023-05".into();
    bad["news"][0]["text"]["en"] = "".into();
    bad["news"][1]["source"] = "kvalitetsmassan.se".into();
    assert_eq!(
        sentences(&bad.to_string(), Locale::En),
        [
            "Edition 2023 has a day that does not exist: \"2026-11-31\".",
            "Edition 2023: milestone \"nomination\" has no name (place).",
            "Edition 2023: milestone \"application_deadline\" has a step that is already used.",
            "Edition 2023: news \"1\" has a day that does not exist: \"2023-05\".",
            "Edition 2023: news \"1\" has no English text (text).",
            "Edition 2023: news \"2\" has a source that is no web address: \"kvalitetsmassan.se\".",
        ]
    );
}

#[test]
fn what_one_file_cannot_tell_is_told_of_the_folder_with_each_file() {
    let register = parse_register(&std::fs::read("public/data/kommuner.json").unwrap()).unwrap();
    let bad = file(2023).replace("\"name\": \"Nacka\"\n    }", "\"name\": \"Nackta\"\n    }").replace(
        "\"slug\": \"ostersund\",\n   \"name\": \"Östersund\"",
        "\"slug\": \"ostersund\",\n   \"name\": \"Östersunds kommun\"",
    );
    let mut bad: serde_json::Value = serde_json::from_str(&bad).unwrap();
    bad["nominees"][0]["facts"][0]["source"] = "https://a.example/".into();
    bad["milestones"][9]["source"] = "https://b.example/".into();
    bad["news"][1]["source"] = "https://c.example/".into();
    let files = [
        ("award/2024.json".to_string(), bad.to_string().into_bytes()),
        ("award/2019.json".to_string(), b"{".to_vec()),
        ("award/2021.json".to_string(), file(2021).into_bytes()),
    ];
    assert_eq!(
        parse_folder(&files, &register).unwrap_err(),
        [
            "award/2024.json: Edition 2023 belongs in the file 2023.json.",
            "award/2024.json: Edition 2023: nominee \"varmdo\": fact \"1\" has a source that is not among the sources: \"https://a.example/\".",
            "award/2024.json: Edition 2023: nominee \"nacka\" has a municipality that is not in kommuner.json: 0182 Nackta.",
            "award/2024.json: Edition 2023: nominee \"nacka\" must be called as in kommuner.json: \"Nackta\".",
            "award/2024.json: Edition 2023: nominee \"ostersund\" must be called as in kommuner.json: \"Östersund\".",
            "award/2024.json: Edition 2023: milestone \"seminars\" has a source that is not among the sources: \"https://b.example/\".",
            "award/2024.json: Edition 2023: news \"2\" has a source that is not among the sources: \"https://c.example/\".",
            "award/2019.json: The file cannot be read: EOF while parsing an object at line 1 column 1.",
        ]
    );
}

/// A change to a file: at a place, some bytes give way to others.
fn damage() -> impl Strategy<Value = (prop::sample::Index, usize, Vec<u8>)> {
    (any::<prop::sample::Index>(), 0usize..40, prop::collection::vec(any::<u8>(), 0..6))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_makes_the_reader_panic(which in any::<prop::sample::Index>(), damages in prop::collection::vec(damage(), 1..4)) {
        let files = files();
        let mut bytes = which.get(&files).1.clone();
        for (place, length, new) in damages {
            let from = place.index(bytes.len());
            let to = (from + length).min(bytes.len());
            bytes.splice(from..to, new);
        }
        if let Err(problems) = parse(&bytes) {
            prop_assert!(!problems.is_empty());
            prop_assert!(problems.iter().all(|p| Locale::ALL.iter().all(|l| p.describe(*l).ends_with('.'))));
        }
    }

    #[test]
    fn a_period_is_read_only_if_it_is_written_so(text in "[0-9]{4}-[0-9]{2}(-[0-9]{2})?(/[0-9]{4}-[0-9]{2}(-[0-9]{2})?)?") {
        if let Some(period) = Period::parse(&text) {
            let form = if period.months { "%Y-%m" } else { "%Y-%m-%d" };
            let (first, last) = (period.first.format(form).to_string(), period.last.format(form).to_string());
            let range = [first.as_str(), "/", &last].concat();
            prop_assert!(text == range || (text == first && first == last));
        }
    }
}
