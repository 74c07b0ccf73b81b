//! What is written about a result, as text: nothing of those who are too few, and the same figures everywhere.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use digitaliseringskommun::domain::draft::{Draft, DraftId, Field, Name};
use digitaliseringskommun::domain::instrument::{Instrument, parse};
use digitaliseringskommun::domain::respondents::sheet_text;
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::ui::results::{Request, What, answer};

const FILE: &str = "public/data/instruments/dimios-2023.json";

fn instrument() -> Instrument {
    parse(&std::fs::read(FILE).unwrap(), "abc").unwrap()
}

/// Asks as the app does, of this draft.
fn ask(draft: &Draft, what: What, more: &[(&str, &str)]) -> String {
    let file = std::fs::read_to_string(FILE).unwrap();
    let put = |what: What, text: &str, name: &str, values: Vec<(String, &str)>, more: &[(String, String)]| {
        let request = Request { what: what.word(), locale: Locale::Sv.tag(), text, name, values, more };
        answer(&serde_json::to_string(&request).unwrap())
    };
    put(What::Instrument, &file, "abc", Vec::new(), &[Default::default()]);
    let values = draft.records().map(|(name, record)| (name.word(), record.value.as_str())).collect();
    let more: Vec<(String, String)> = more.iter().map(|(a, b)| (a.to_string(), b.to_string())).collect();
    put(what, "", draft.id().as_str(), values, &more)
}

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
    let mut all: Vec<String> = [
        What::ResultHeading,
        What::Result,
        What::Uncounted,
        What::PlanFields,
        What::Plan,
        What::Comparisons,
        What::Take,
        What::List,
        What::Document,
    ]
    .map(|what| ask(draft, what, &[("i dag", "")]))
    .into();
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
            assert!(ask(&one, What::Result, &[]).contains("id=\"raknas-inte\""));
            assert!(!all_shown(&one, &instrument).iter().any(|t| t.contains(&format!("Sagt av {others}"))));
            assert_eq!(ask(&one, What::Result, &[]).contains("class=\"big\">–"), !own);
        }
        let one = measurement(&instrument, own, 5, |who, index| who * 2 + index);
        let other = measurement(&instrument, own, 5, |who, index| who * 5 + index * (1 + who.min(1)) + who);
        assert_ne!(all_shown(&one, &instrument), all_shown(&other, &instrument), "five are enough");
        assert!(!ask(&one, What::Result, &[]).contains("raknas-inte"));
    }
}
