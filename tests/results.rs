//! What is shown of a result: nothing of those who are too few, titles that say the finding, links that lead somewhere, and
//! a document in which nothing has to be pressed.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod written;

use digitaliseringskommun::domain::baseline::{Baseline, NoBaseline, baselines};
use digitaliseringskommun::domain::draft::{Draft, DraftId, Field, Name};
use digitaliseringskommun::domain::instrument::Instrument;
use digitaliseringskommun::domain::respondents::sheet_text;
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::pages::results::compare::Comparisons;
use digitaliseringskommun::pages::results::compare_file::read_baseline;
use digitaliseringskommun::pages::results::export;
use digitaliseringskommun::pages::results::picture::picture_source;
use digitaliseringskommun::pages::results::result::summary::finding;
use leptos::prelude::{Callback, view};
use written::{Page, comparisons, document, example, instrument, measured, read, result, shown};

/// A measurement with answers of its own or not, and what others have handed in: `said` gives the step of a statement.
fn measurement(instrument: &Instrument, own: bool, others: usize, said: impl Fn(usize, usize) -> usize) -> Draft {
    let write = |draft: &mut Draft, who: usize| {
        for (index, statement) in instrument.statements.iter().enumerate() {
            draft.write(Name::Answer(statement.id.clone()), &(1 + said(who, index) % 6).to_string(), "t");
            if index % 7 == who % 7 {
                draft.write(Name::Comment(statement.id.clone()), &format!("Sagt av {who}: {}", said(who, index)), "t");
            }
        }
    };
    let mut all = Draft::new(DraftId::parse("matning").unwrap());
    all.write(Name::Field(Field::Municipalities), "0120 Värmdö", "t");
    if own {
        write(&mut all, 0);
    }
    for who in 1..=others {
        let mut handed = Draft::new(DraftId::parse("svar").unwrap());
        write(&mut handed, who);
        handed.write(Name::Field(Field::Group), ["Skola", "It"][who % 2], "t");
        all.write(Name::Sheet(who.to_string()), &sheet_text(&handed), "t");
    }
    all
}

/// All that can be shown or taken away.
fn all_shown(draft: &Draft) -> Vec<String> {
    let measured = measured(draft);
    vec![
        finding(&measured, Locale::Sv),
        picture_source(&measured, Locale::Sv),
        result(draft),
        comparisons(draft),
        document(draft),
        export::csv(&measured, Locale::Sv),
        export::data(&measured, Locale::Sv),
    ]
}

#[test]
fn markup_with_errors_is_not_read() {
    assert_eq!(read("<div><p>Hej</p></div>").first("div").text(), "Hej");
    for damaged in ["<p><b>Hej</p>", "<div><b>Hej", "<div>Hej</span></div>", "<p>Hej</p></div>"] {
        assert!(std::panic::catch_unwind(|| read(damaged)).is_err(), "{damaged}");
    }
}

#[test]
fn what_fewer_than_the_minimum_said_changes_nothing_that_is_shown() {
    let instrument = instrument();
    for own in [false, true] {
        for others in 1..5 {
            let one = measurement(&instrument, own, others, |who, index| who * 2 + index);
            // The others say something else; who answers here says the same.
            let other = measurement(&instrument, own, others, |who, index| who * 5 + index * (1 + who.min(1)) + who);
            assert_eq!(all_shown(&one), all_shown(&other), "{others}, {own}");
            assert!(result(&one).contains("id=\"uncounted\""));
            assert!(!all_shown(&one).iter().any(|t| t.contains(&format!("Sagt av {others}"))));
            assert_eq!(result(&one).contains("class=\"big\">–"), !own);
        }
        let one = measurement(&instrument, own, 5, |who, index| who * 2 + index);
        let other = measurement(&instrument, own, 5, |who, index| who * 5 + index * (1 + who.min(1)) + who);
        assert_ne!(all_shown(&one), all_shown(&other), "five are enough");
        assert!(!result(&one).contains("uncounted"));
    }
}

/// Every chart says in its title what it shows, in the picture too.
#[test]
fn the_titles_of_spider_chart_and_distributions_say_the_finding() {
    let (instrument, draft) = (instrument(), example());
    let page = read(&result(&draft));
    let spider = page.first("#radar");
    let mut scores: Vec<(f64, String)> =
        spider.table().iter().map(|row| (shown(&row[1]).unwrap(), format!("{} ({})", row[1], row[0]))).collect();
    scores.sort_by(|a, b| a.0.total_cmp(&b.0));
    let title = format!("Profilen går från {} till {}", scores[0].1, scores[5].1);
    assert_eq!(spider.first("summary").text(), title);
    assert_eq!(spider.first("svg.radar").get("aria-label"), title);
    assert_eq!(spider.first(".take .vh").text(), format!(": {title}"));
    // How far answers lie apart, from the table: the statement named is the one where they lie farthest.
    let mut widest = (0.0, String::new());
    for category in &instrument.categories {
        let id = format!("distribution-{}", category.id);
        let part = page.first(&format!("#{id}"));
        let spread = |row: &Vec<String>| {
            let counts: Vec<f64> = row[1..7].iter().map(|n| n.parse().unwrap()).collect();
            let all: f64 = counts.iter().sum();
            let mean = counts.iter().enumerate().map(|(step, n)| step as f64 * n).sum::<f64>() / all;
            (counts.iter().enumerate().map(|(step, n)| (step as f64 - mean).powi(2) * n).sum::<f64>() / all).sqrt()
        };
        let table = part.table();
        let most = table.iter().map(|row| (spread(row), row[0].clone())).max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
        let title = format!("{}: svaren går mest isär om {}", category.name.sv, most.1);
        assert_eq!(part.first("summary").text(), title);
        assert_eq!(part.first(".take .vh").text(), format!(": {title}"));
        if most.0 > widest.0 {
            widest = most;
        }
    }
    assert_eq!(page.first("#distribution h2").text(), format!("Svaren går mest isär om {}", widest.1));
    let even = measurement(&instrument, true, 6, |_, index| if instrument.statements[index].reversed { 2 } else { 3 });
    let page = read(&result(&even));
    assert_eq!(page.first("#radar summary").text(), "Jämn profil: alla kategorier har 60\u{a0}%");
    assert_eq!(page.first("#distribution h2").text(), "Svaren går inte isär");
    assert_eq!(page.first("#distribution-teknik summary").text(), "Teknik: svaren går inte isär");
}

/// Each id that a page has, so that one that is there twice is found.
fn ids(page: &Page) -> Vec<String> {
    page.all("[id]").into_iter().map(|e| e.get("id").to_string()).collect()
}

#[test]
fn every_link_of_the_contents_leads_to_a_part_and_every_part_has_one() {
    let instrument = instrument();
    let alone = measurement(&instrument, true, 0, |_, index| index);
    let nothing = Draft::new(DraftId::parse("tomt").unwrap());
    for draft in [example(), alone, nothing] {
        let page = read(&result(&draft));
        let links: Vec<String> = page.all(".contents a").into_iter().map(|a| a.get("href")[1..].to_string()).collect();
        let parts = page.all("*").into_iter().filter(|e| e.get("tabindex") == "-1" && !e.get("id").is_empty());
        let parts: Vec<String> = parts.map(|e| e.get("id").to_string()).collect();
        assert_eq!(links[..links.len() - 2], parts, "in the order of the page");
        // These two stand below, in parts of their own.
        assert_eq!(links[links.len() - 2..], ["compare", "take-away"]);
        let mut all = ids(&page);
        all.sort();
        assert!(all.windows(2).all(|pair| pair[0] != pair[1]), "{all:?}");
    }
    assert_eq!(read(&result(&example())).all(".contents a").len(), 11);
}

#[test]
fn in_the_document_nothing_folds_and_nothing_is_pressed() {
    let paper = document(&example());
    for what in ["<details", "<summary", "<button", "<input", "href=\"/bedomning"] {
        assert!(!paper.contains(what), "{what}");
    }
    let paper = read(&paper);
    for part in
        ["#position-table", "#categories-table", "#radar", "#advice-teknik", "#calculation-teknik", "#plan table"]
    {
        assert_eq!(paper.all(part).len(), 1, "{part}");
    }
    assert_eq!(paper.all(".answered").len(), instrument().statements.len());
    assert_eq!(paper.all(".signature").len(), 3);
    // An empty plan is left out of paper, and asked for on the screen.
    let alone = measurement(&instrument(), true, 0, |_, index| index);
    assert!(read(&document(&alone)).all("#plan").is_empty());
    assert!(read(&result(&alone)).first("#plan a").get("href").contains("/bedomning/plan"));
}

#[test]
fn a_comparison_can_be_removed_on_the_page_alone_and_says_so_by_whose_it_is() {
    let draft = example();
    let measurement = measured(&draft);
    let shown = written::markup(move || view! { <Comparisons measurement on_remove=Callback::new(|_| ())/> });
    let page = read(&shown);
    let button = page.all("button").into_iter().find(|b| b.text().starts_with("Ta bort jämförelsen: ")).unwrap();
    assert!(button.text().contains("Exempelkommunen"), "{}", button.text());
    assert!(!comparisons(&draft).contains("Ta bort jämförelsen"), "nobody would hear it");
    let figure = page.first("figure");
    let finding = figure.first("h3").text();
    assert!(finding.starts_with("Digital mognad upp "), "{finding}");
    // The picture stands without the page, so it says whose it is, too.
    let whose = figure.first("svg.wide").get("aria-label");
    assert_eq!(figure.first(".take .vh").text(), format!(": {finding}: {whose}"));
    assert!(
        picture_source(&measured(&draft), Locale::Sv).starts_with("Exempel med påhittade svar · Exempelkommunen · ")
    );
}

#[test]
fn a_file_is_put_in_once_and_six_are_the_most() {
    let instrument = instrument();
    let mut now = measurement(&instrument, true, 0, |_, index| index);
    let saved = |n: u64| {
        let mut before = measurement(&instrument, true, 0, |_, _| 2);
        before.write(Name::Field(Field::Created), &n.to_string(), "t");
        let records = before.records().map(
            |(name, record)| serde_json::json!({"name": name.word(), "value": record.value, "clock": 1, "tab": "t"}),
        );
        serde_json::json!({"format": "dimios-draft/1", "records": records.collect::<Vec<_>>()}).to_string()
    };
    let take = |now: &mut Draft, text: &str| {
        let taken: Result<Baseline, NoBaseline> = read_baseline(&measured(now), text);
        taken.map(|one| now.write(Name::Baseline(one.id.clone()), &one.store(), "t")).map(|_| ())
    };
    assert_eq!(take(&mut now, "{}"), Err(NoBaseline::Foreign));
    for n in 1..=6 {
        assert_eq!(take(&mut now, &saved(n)), Ok(()), "{n}");
        assert_eq!(take(&mut now, &saved(n)), Err(NoBaseline::Same));
    }
    assert_eq!(take(&mut now, &saved(7)), Err(NoBaseline::TooMany));
    assert_eq!(baselines(&now).len(), 6);
    assert_eq!(read(&comparisons(&now)).all("figure").len(), 7, "and the published figures");
}

#[test]
fn the_finding_says_that_it_is_so_far_until_every_statement_has_an_answer() {
    let instrument = instrument();
    let mut draft =
        measurement(&instrument, true, 0, |_, index| usize::from(!instrument.statements[index].reversed) * 5);
    assert_eq!(finding(&measured(&draft), Locale::Sv), "Stark förmåga på ett arv som bär");
    draft.write(Name::Answer("kultur".into()), "", "t");
    assert_eq!(finding(&measured(&draft), Locale::Sv), "Hittills: Stark förmåga på ett arv som bär");
    draft.write(Name::Answer("kultur".into()), "vet_ej", "t");
    assert_eq!(finding(&measured(&draft), Locale::En), "Strong ability on a legacy that carries");
    let nothing = Draft::new(DraftId::parse("tomt").unwrap());
    assert_eq!(finding(&measured(&nothing), Locale::Sv), "Det finns inget resultat ännu");
    assert!(result(&nothing).contains("Resultatet visas när"));
}
