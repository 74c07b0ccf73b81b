//! What is written about a result, as text: nothing of those who are too few, and the same figures everywhere.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod written;

use digitaliseringskommun::domain::draft::{Draft, DraftId, Field, Name, PlanPart};
use digitaliseringskommun::domain::instrument::Instrument;
use digitaliseringskommun::domain::respondents::sheet_text;
use digitaliseringskommun::domain::submission::{Along, FrozenSubmission, check};
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::pages::results::result::summary::finding;
use digitaliseringskommun::results::What;
use written::{ask, comparisons, document, example, instrument, measured, read, result, shown};

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
fn all_shown(draft: &Draft, instrument: &Instrument) -> Vec<String> {
    let mut all = vec![finding(&measured(draft), Locale::Sv), result(draft), comparisons(draft), document(draft)];
    all.extend([What::PlanFields, What::Take].map(|what| ask(draft, what, &[])));
    all.extend(["csv", "json"].map(|kind| ask(draft, What::File, &[(kind, "")])));
    let distributions = instrument.categories.iter().map(|c| format!("fordelning-{}", c.id));
    let charts = ["laget", "kategorier", "spindel", "publicerat"].map(str::to_string).into_iter().chain(distributions);
    all.extend(charts.map(|chart| ask(draft, What::File, &[("svg", &chart)])));
    all
}

#[test]
fn what_fewer_than_the_minimum_said_changes_nothing_that_is_shown() {
    let instrument = instrument();
    for own in [false, true] {
        for others in 1..5 {
            let one = measurement(&instrument, own, others, |who, index| who * 2 + index);
            // The others say something else; who answers here says the same.
            let other = measurement(&instrument, own, others, |who, index| who * 5 + index * (1 + who.min(1)) + who);
            assert_eq!(all_shown(&one, &instrument), all_shown(&other, &instrument), "{others}, {own}");
            assert!(result(&one).contains("id=\"raknas-inte\""));
            assert!(!all_shown(&one, &instrument).iter().any(|t| t.contains(&format!("Sagt av {others}"))));
            assert_eq!(result(&one).contains("class=\"big\">–"), !own);
        }
        let one = measurement(&instrument, own, 5, |who, index| who * 2 + index);
        let other = measurement(&instrument, own, 5, |who, index| who * 5 + index * (1 + who.min(1)) + who);
        assert_ne!(all_shown(&one, &instrument), all_shown(&other, &instrument), "five are enough");
        assert!(!result(&one).contains("raknas-inte"));
    }
}

/// Every chart says in its title what it shows, in the picture too.
#[test]
fn the_titles_of_spider_chart_and_distributions_say_the_finding() {
    let (instrument, draft) = (instrument(), example());
    let page = read(&result(&draft));
    let spider = page.first("#spindel");
    let mut scores: Vec<(f64, String)> =
        spider.table().iter().map(|row| (shown(&row[1]).unwrap(), format!("{} ({})", row[1], row[0]))).collect();
    scores.sort_by(|a, b| a.0.total_cmp(&b.0));
    let title = format!("Profilen går från {} till {}", scores[0].1, scores[5].1);
    assert_eq!(spider.first("summary").text(), title);
    assert_eq!(spider.first("svg.radar").get("aria-label"), title);
    let picture = read(&ask(&draft, What::File, &[("svg", "spindel")]));
    assert_eq!(picture.first("title").text(), title);
    // How far answers lie apart, from the table: the statement named is the one where they lie farthest.
    let mut widest = (0.0, String::new());
    for category in &instrument.categories {
        let id = format!("fordelning-{}", category.id);
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
        assert_eq!(read(&ask(&draft, What::File, &[("svg", &id)])).first("title").text(), title);
        if most.0 > widest.0 {
            widest = most;
        }
    }
    assert_eq!(page.first("#fordelning h2").text(), format!("Svaren går mest isär om {}", widest.1));
    let even = measurement(&instrument, true, 6, |_, index| if instrument.statements[index].reversed { 2 } else { 3 });
    let page = read(&result(&even));
    assert_eq!(page.first("#spindel summary").text(), "Jämn profil: alla kategorier har 60\u{a0}%");
    assert_eq!(page.first("#fordelning h2").text(), "Svaren går inte isär");
    assert_eq!(page.first("#fordelning-teknik summary").text(), "Teknik: svaren går inte isär");
}

/// The bytes are made in the wasm that has the scores, and are those that the domain makes of the same draft.
#[test]
fn what_is_frozen_there_is_what_the_domain_freezes() {
    const WHEN: [&str; 2] = ["0d9c7a52-4c4e-4f0e-9f3a-1d2c3b4a5968", "2026-05-17T14:32:05Z"];
    let instrument = instrument();
    for (own, others) in [(true, 0), (true, 6), (false, 6)] {
        let mut draft = measurement(&instrument, own, others, |who, index| (who + index) % 6 + 1);
        for (name, value) in [
            (Name::Field(Field::Municipalities), "2062 Mora;2034 Orsa"),
            (Name::Field(Field::ContactName), "Åsa \"Ö\" Berg"),
            (Name::Field(Field::ContactRole), "Nyckelanvändare"),
            (Name::Field(Field::ContactEmail), "namn@exempel.se"),
            (Name::Comment("kultur".into()), "två\nrader"),
            (Name::Plan(PlanPart::Action, "teknik".into()), "Byta ut det äldsta"),
        ] {
            draft.write(name, value, "t");
        }
        for (comments, plan) in [(false, false), (true, false), (false, true), (true, true)] {
            let chosen = |on: bool| if on { "x" } else { "" };
            let there = ask(&draft, What::Frozen, &[(WHEN[0], WHEN[1]), (chosen(comments), chosen(plan))]);
            let here = check(&draft, &instrument, Along { comments, plan }).unwrap();
            assert_eq!(there, FrozenSubmission::freeze(here, WHEN[0], WHEN[1]).text());
        }
        draft.write(Name::Field(Field::ContactName), " ", "t");
        assert_eq!(ask(&draft, What::Frozen, &[(WHEN[0], WHEN[1]), ("", "")]), "", "it lacks a name");
    }
}
