//! The award's data, to use elsewhere: what there is, in which form, and on which terms.

use super::parts::WithAward;
use crate::charts::map::attribution;
use crate::components::heading::PageHeading;
use crate::domain::text::Locale;
use crate::i18n::{pick, use_locale};
use crate::route::{DataFile, data_path, feed_path};
use crate::state::public_data::{Award, PublicData};
use leptos::prelude::*;

/// The page about the data.
#[component]
pub fn OpenDataPage() -> impl IntoView {
    view! {
        <WithAward find=PublicData::award heading=heading(use_locale()) let:award>
            <OpenData award/>
        </WithAward>
    }
    .into_any()
}

fn heading(locale: Locale) -> &'static str {
    pick(locale, "Utmärkelsen som öppna data", "The award as open data")
}

#[component]
fn OpenData(
    /// All there is.
    award: Signal<Award>,
) -> impl IntoView {
    let locale = use_locale();
    let p = |sv: &'static str, en: &'static str| pick(locale, sv, en);
    let file = |(path, name, what): (&'static str, &'static str, &'static str)| {
        view! { <div><dt><a href=path rel="external">{name}</a></dt><dd>{what}</dd></div> }
    };
    view! {
        <PageHeading>{heading(locale)}</PageHeading>
        <p class="lead">{move || lead(&award.read(), locale)}</p>
        <dl class="pairs data-files">{files(locale).map(file).into_iter().collect_view()}</dl>
        <div class="prose">
            <h2>{p("Villkor", "Terms")}</h2>
            <p>{p(
                "Uppgifterna är fakta ur de källor som anges vid var och en. Ange källan när du använder dem, och kontrollera den om något är viktigt för dig. Det som inte är känt är null eller en tom lista, aldrig en gissning.",
                "The entries are facts from the sources named beside each. Name the source when you use them, and check it if something matters to you. What is not known is null or an empty list, never a guess.",
            )}</p>
            <p>{attribution(locale)}</p>
            <h2>{p("Att lita på", "To rely on")}</h2>
            <p>{p(
                "Adresserna ändras inte. En ny utgåva får en ny fil, och formatets nummer ändras om något fält får en ny betydelse.",
                "The addresses do not change. A new edition gets a file of its own, and the number of the format changes if a field gets another meaning.",
            )}</p>
        </div>
    }
}

fn lead(award: &Award, locale: Locale) -> String {
    let (years, count) = (award.editions.len(), award.editions.iter().map(|e| e.nominees.len()).sum::<usize>());
    pick(
        locale,
        format!("{years} utgåvor och {count} nomineringar sedan 2001, med källa för varje uppgift."),
        format!("{years} editions and {count} nominations since 2001, with a source for every entry."),
    )
}

/// Address, name and contents of each file.
fn files(locale: Locale) -> [(&'static str, &'static str, &'static str); 5] {
    let p = |sv: &'static str, en: &'static str| pick(locale, sv, en);
    [
        (
            data_path(DataFile::Json),
            p("Allt i en fil (JSON)", "All in one file (JSON)"),
            p(
                "Utgåvor, nominerade, hålltider, nyheter och källor.",
                "Editions, nominees, key dates, news and sources.",
            ),
        ),
        (
            data_path(DataFile::Csv),
            p("Tabell (CSV)", "Table (CSV)"),
            p(
                "En rad för varje nominering och kommun. Öppnas rätt i kalkylprogram.",
                "A row for each nomination and municipality. Opens right in spreadsheets.",
            ),
        ),
        (
            data_path(DataFile::Schema),
            p("Beskrivning (JSON Schema)", "Description (JSON Schema)"),
            p(
                "Vad varje fält betyder och vilka värden det kan ha.",
                "What each field means and which values it may have.",
            ),
        ),
        (
            data_path(DataFile::Municipalities),
            p("Kommuner och län (JSON)", "Municipalities and counties (JSON)"),
            p(
                "Kod och namn på landets 290 kommuner och 21 län.",
                "Code and name of the country’s 290 municipalities and 21 counties.",
            ),
        ),
        (
            feed_path(locale),
            p("Nyheter (Atom)", "News (Atom)"),
            p("Ett flöde att prenumerera på.", "A feed to subscribe to."),
        ),
    ]
}
