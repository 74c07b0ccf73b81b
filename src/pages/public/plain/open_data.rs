//! The award's data, to use elsewhere: what there is, in which form, and on which terms.

use super::PlainData;
use crate::charts::map::attribution;
use crate::domain::text::Locale;
use crate::i18n::pick;
use crate::route::{DataFile, data_path, feed_path};
use crate::strings::html::Html;

/// The page.
pub fn open_data(data: &PlainData, locale: Locale) -> Html {
    let p = |sv: &'static str, en: &'static str| pick(locale, sv, en);
    let mut h = Html::new();
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], p("Utmärkelsen som öppna data", "The award as open data"));
    let nominees: usize = data.editions.iter().map(|e| e.nominees.len()).sum();
    let (years, count) = (data.editions.len().to_string(), nominees.to_string());
    let lead = pick(
        locale,
        [years.as_str(), " utgåvor och ", &count, " nomineringar sedan 2001, med källa för varje uppgift."].concat(),
        [years.as_str(), " editions and ", &count, " nominations since 2001, with a source for every entry."].concat(),
    );
    h.el("p", &[("class", "lead")], &lead).open("dl", &[("class", "pairs data-files")]);
    for (file, name, what) in [
        (
            DataFile::Json,
            p("Allt i en fil (JSON)", "All in one file (JSON)"),
            p(
                "Utgåvor, nominerade, hålltider, nyheter och källor.",
                "Editions, nominees, key dates, news and sources.",
            ),
        ),
        (
            DataFile::Csv,
            p("Tabell (CSV)", "Table (CSV)"),
            p(
                "En rad för varje nominering och kommun. Öppnas rätt i kalkylprogram.",
                "A row for each nomination and municipality. Opens right in spreadsheets.",
            ),
        ),
        (
            DataFile::Schema,
            p("Beskrivning (JSON Schema)", "Description (JSON Schema)"),
            p(
                "Vad varje fält betyder och vilka värden det kan ha.",
                "What each field means and which values it may have.",
            ),
        ),
        (
            DataFile::Municipalities,
            p("Kommuner och län (JSON)", "Municipalities and counties (JSON)"),
            p(
                "Kod och namn på landets 290 kommuner och 21 län.",
                "Code and name of the country’s 290 municipalities and 21 counties.",
            ),
        ),
    ] {
        h.open("div", &[]).open("dt", &[]).link("", data_path(file), Some("external"), name).close("dt");
        h.el("dd", &[], what).close("div");
    }
    h.open("div", &[]).open("dt", &[]);
    h.link("", feed_path(locale), Some("external"), p("Nyheter (Atom)", "News (Atom)")).close("dt");
    h.el("dd", &[], p("Ett flöde att prenumerera på.", "A feed to subscribe to.")).close("div").close("dl");
    h.open("div", &[("class", "prose")]).el("h2", &[], p("Villkor", "Terms"));
    let facts = p(
        "Uppgifterna är fakta ur de källor som anges vid var och en. Ange källan när du använder dem, och kontrollera den om något är viktigt för dig. Det som inte är känt är null eller en tom lista, aldrig en gissning.",
        "The entries are facts from the sources named beside each. Name the source when you use them, and check it if something matters to you. What is not known is null or an empty list, never a guess.",
    );
    h.el("p", &[], facts).el("p", &[], attribution(locale));
    let stable = p(
        "Adresserna ändras inte. En ny utgåva får en ny fil, och formatets nummer ändras om något fält får en ny betydelse.",
        "The addresses do not change. A new edition gets a file of its own, and the number of the format changes if a field gets another meaning.",
    );
    h.el("h2", &[], p("Att lita på", "To rely on")).el("p", &[], stable).close("div");
    h
}
