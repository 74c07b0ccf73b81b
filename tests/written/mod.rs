//! Renders the views of a measurement natively, and parses the markup as browsers do.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use digitaliseringskommun::components::paper::Paper;
use digitaliseringskommun::domain::draft::{Draft, DraftId};
use digitaliseringskommun::domain::instrument::{Instrument, parse, parse_advice};
use digitaliseringskommun::domain::measurement::{Advised, Measurement};
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::pages::assessment::example_records::example_records;
use digitaliseringskommun::pages::results::compare::Comparisons;
use digitaliseringskommun::pages::results::document::body::DocumentBody;
use digitaliseringskommun::pages::results::result::body::ResultBody;
use digitaliseringskommun::state::current_draft::CurrentDraft;
use digitaliseringskommun::state::draft_store::DraftStore;
use digitaliseringskommun::state::site::{PageData, Questionnaire, Site};
use leptos::context::Provider;
use leptos::prelude::*;
use scraper::{ElementRef, Html, Selector};
use std::sync::Arc;

const FILE: &str = "public/data/instruments/dimios-2023.json";

/// The first questionnaire.
pub fn instrument() -> Instrument {
    parse(&std::fs::read(FILE).unwrap(), "abc").unwrap()
}

/// A draft counted with the advice of its questionnaire.
pub fn measured(draft: &Draft) -> Arc<Measurement> {
    let instrument = instrument();
    let advice = parse_advice(&std::fs::read_to_string(FILE).unwrap(), &instrument).unwrap();
    Arc::new(Measurement::new(draft.clone(), Arc::new(instrument), Arc::new(Advised::Good(advice))))
}

/// The markup of a view in Swedish, in the contexts of the app, without the marks that the framework leaves between texts.
pub fn markup<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    owner.with(|| {
        provide_context(Locale::Sv);
        let site = Site::new(PageData {
            questionnaire: Questionnaire::Absent,
            instrument_text: String::new(),
            municipalities: Vec::new(),
        });
        let store = DraftStore::filled();
        provide_context(site);
        provide_context(store);
        provide_context(CurrentDraft::new(site, store));
        view().into_view().to_html().replace("<!>", "")
    })
}

/// The page of a result below its heading.
pub fn result(draft: &Draft) -> String {
    let measurement = measured(draft);
    markup(move || view! { <ResultBody measurement/> })
}

/// What a result is compared with.
pub fn comparisons(draft: &Draft) -> String {
    let measurement = measured(draft);
    markup(move || view! { <Comparisons measurement/> })
}

/// The document of a result.
pub fn document(draft: &Draft) -> String {
    let measurement = measured(draft);
    markup(move || {
        view! {
            <Provider value=Paper>
                <DocumentBody measurement today="i dag"/>
            </Provider>
        }
    })
}

/// The invented example.
pub fn example() -> Draft {
    let mut draft = Draft::new(DraftId::parse("exempel").unwrap());
    for (name, value) in example_records(&instrument(), 1_779_000_000_000, Locale::Sv) {
        draft.write(name, &value, "t");
    }
    draft
}

/// A page or a part of one, as browsers read it.
#[derive(Debug)]
pub struct Page(Html);

/// An element of it.
#[derive(Clone, Copy, Debug)]
pub struct Element<'a>(ElementRef<'a>);

/// Reads the markup of a view, which must have no errors.
pub fn read(html: &str) -> Page {
    let page = Html::parse_fragment(html);
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    Page(page)
}

impl Page {
    /// Everything in it that a selector names.
    pub fn all(&self, selector: &str) -> Vec<Element<'_>> {
        Element(self.0.root_element()).all(selector)
    }

    /// The first of them.
    pub fn first(&self, selector: &str) -> Element<'_> {
        Element(self.0.root_element()).first(selector)
    }
}

impl<'a> Element<'a> {
    /// An attribute; nothing where there is none.
    pub fn get(self, name: &str) -> &'a str {
        self.0.attr(name).unwrap_or_default()
    }

    /// An attribute that is a whole number.
    pub fn number(self, name: &str) -> f64 {
        self.get(name).parse().unwrap_or_else(|_| panic!("{name}={} in {}", self.get(name), self.0.value().name()))
    }

    /// All text in it.
    pub fn text(self) -> String {
        self.0.text().collect()
    }

    /// Everything in it that a selector names.
    pub fn all(self, selector: &str) -> Vec<Element<'a>> {
        self.0.select(&Selector::parse(selector).expect(selector)).map(Element).collect()
    }

    /// The first of them.
    pub fn first(self, selector: &str) -> Element<'a> {
        self.all(selector).into_iter().next().unwrap_or_else(|| panic!("no {selector}"))
    }

    /// The cells of the body of the first table in it.
    pub fn table(self) -> Vec<Vec<String>> {
        let cells = |row: Element| row.0.child_elements().map(|cell| Element(cell).text()).collect();
        self.first("tbody").all("tr").into_iter().map(cells).collect()
    }
}

/// A score as it is shown, in percent: `53,3 %`; `None` for `–`.
pub fn shown(text: &str) -> Option<f64> {
    let number = text.trim().trim_end_matches('%').trim_end_matches('\u{a0}').replace(',', ".");
    (number != "–").then(|| number.parse().unwrap_or_else(|_| panic!("no score: {text}")))
}

/// The ends of an interval as it is shown: `52–61 %`, or one value.
pub fn ends(text: &str) -> (f64, f64) {
    let (low, high) = text.split_once('–').unwrap_or((text, text));
    (shown(low).unwrap(), shown(high).unwrap())
}

/// The rows of a table in CSV with semicolons.
pub fn csv(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let mut reader = ::csv::ReaderBuilder::new();
    let reader = reader.delimiter(b';').has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.into_deserialize().collect::<Result<_, _>>().unwrap()
}

/// A mark is drawn at whole units, of a value that is shown with one decimal.
pub fn is_at(drawn: f64, value: f64, start: f64, length: f64, what: &str) {
    let expected = start + value * length / 100.0;
    let rounding = 0.5 + 0.05 * length.abs() / 100.0 + 0.01;
    assert!((drawn - expected).abs() <= rounding, "{what}: drawn at {drawn}, {value} % is at {expected}");
}
