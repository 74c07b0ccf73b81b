//! One municipality through all editions: when it was nominated, how far it came, and when nothing is known of it.

use super::parts::{MarkedMap, WithAward, settled};
use crate::charts::map::Mark;
use crate::components::heading::PageHeading;
use crate::components::link::PageLink;
use crate::components::nominee_card::StageTag;
use crate::components::share::ShareButtons;
use crate::domain::award::{Edition, Municipality, Stage, county_name, slug_of};
use crate::domain::text::Locale;
use crate::i18n::{award, list, pick, use_locale};
use crate::pages::NotFoundPage;
use crate::route::Route;
use crate::state::public_data::{Award, PublicData};
use chrono::NaiveDateTime;
use leptos::prelude::*;

/// The page about a municipality.
#[component]
pub fn MunicipalityPage(
    /// The slug of its name.
    slug: String,
) -> impl IntoView {
    let heading = award(use_locale()).nominated;
    view! {
        <WithAward find=PublicData::award heading let:award>
            <Found slug=slug.clone() award/>
        </WithAward>
    }
    .into_any()
}

/// A municipality through all editions.
#[derive(Clone, Debug, PartialEq)]
pub struct Through {
    /// The municipality.
    pub municipality: Municipality,
    /// Every edition, the latest first.
    pub years: Vec<Year>,
}

/// What an edition says of a municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    /// The year of the edition.
    pub year: u16,
    /// Whether all nominees of the edition are known.
    pub is_complete: bool,
    /// What it was nominated as, and how far that is known to have come.
    pub entries: Vec<Nomination>,
}

/// A nomination of a municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct Nomination {
    /// The segment of the nominee's path.
    pub slug: String,
    /// The name of the nominee.
    pub name: String,
    /// How far it is known to have come.
    pub stage: Stage,
}

/// The municipality of a slug, if it has ever been nominated.
pub fn find_municipality(editions: &[Edition], slug: &str, now: NaiveDateTime) -> Option<Through> {
    let is = |municipality: &&Municipality| slug_of(&municipality.name) == slug;
    let nominees = editions.iter().rev().flat_map(|edition| &edition.nominees);
    let municipality = nominees.flat_map(|nominee| &nominee.municipalities).find(is)?;
    let year = |edition: &Edition| {
        let nominees = edition.nominees.iter().filter(|nominee| nominee.municipalities.iter().any(|m| is(&m)));
        let nomination = |nominee: &crate::domain::award::Nominee| Nomination {
            slug: nominee.slug.clone(),
            name: nominee.name.clone(),
            stage: edition.stage_on(nominee, now),
        };
        Year { year: edition.year, is_complete: edition.nominees_complete, entries: nominees.map(nomination).collect() }
    };
    Some(Through { municipality: municipality.clone(), years: editions.iter().rev().map(year).collect() })
}

/// What is found, in a sentence: `Nacka vann 2003 och var nominerad 2023.`
pub fn finding(through: &Through, locale: Locale) -> String {
    let years = |wanted: &dyn Fn(Stage) -> bool| {
        let entries = through.years.iter().rev().flat_map(|year| year.entries.iter().map(|entry| (year.year, entry)));
        let years: Vec<String> =
            entries.filter(|(_, entry)| wanted(entry.stage)).map(|(year, _)| year.to_string()).collect();
        list(locale, &years.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let (won, other) = (years(&|stage| stage == Stage::Winner), years(&|stage| stage != Stage::Winner));
    let name = through.municipality.name.as_str();
    match (won.is_empty(), other.is_empty()) {
        (false, true) => pick(locale, format!("{name} vann {won}."), format!("{name} won in {won}.")),
        (false, false) => pick(
            locale,
            format!("{name} vann {won} och var nominerad {other}."),
            format!("{name} won in {won} and was nominated in {other}."),
        ),
        _ => pick(locale, format!("{name} var nominerad {other}."), format!("{name} was nominated in {other}.")),
    }
}

#[component]
fn Found(
    /// The municipality that is looked for.
    slug: String,
    /// All there is.
    award: Signal<Award>,
) -> impl IntoView {
    let now = PublicData::get().now();
    match settled(Memo::new(move |_| find_municipality(&award.read().editions, &slug, now.get()))) {
        Some(through) => view! { <MunicipalityOf through award/> }.into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

#[component]
fn MunicipalityOf(
    /// The municipality.
    through: Signal<Through>,
    /// All there is, for the map.
    award: Signal<Award>,
) -> impl IntoView {
    let locale = use_locale();
    let municipality = through.read_untracked().municipality.clone();
    let (name, county) = (municipality.name, county_name(&municipality.code).unwrap_or_default());
    let heading = name.clone();
    let map = move || {
        let through = through.read();
        let Municipality { code, name } = &through.municipality;
        let stages = through.years.iter().flat_map(|year| &year.entries).map(|entry| entry.stage);
        let marks = stages.map(|stage| Mark { code: code.clone(), name: name.clone(), stage }).collect();
        view! { <MarkedMap map=award.read().map.clone() marks title=name.clone()/> }
    };
    let rows = move || through.get().years.into_iter().map(|year| view! { <YearRow year/> }).collect_view();
    view! {
        <p class="kicker">
            <PageLink route=Route::Nominees>{self::award(locale).all}</PageLink>
            " · "
            {county}
        </p>
        <PageHeading>{heading}</PageHeading>
        <p class="lead">{move || finding(&through.read(), locale)}</p>
        <div class="edition-grid">
            <section class="stack">
                <h2>{pick(locale, "Genom alla utgåvor", "Through all editions")}</h2>
                <ol class="through" reversed>{rows}</ol>
                <ShareButtons route=Route::Municipality(slug_of(&name)) title=name.clone()/>
            </section>
            <aside class="card map-card small">
                <h2>{pick(locale, "Var i landet", "Where in the country")}</h2>
                {map}
            </aside>
        </div>
    }
}

/// What an edition says of the municipality.
#[component]
fn YearRow(
    /// The edition.
    year: Year,
) -> impl IntoView {
    let locale = use_locale();
    let Year { year, is_complete, entries } = year;
    let none = entries.is_empty().then(|| {
        let text = if is_complete {
            pick(locale, "Inte nominerad", "Not nominated")
        } else {
            pick(locale, "Inte känt", "Not known")
        };
        view! { <span class="meta">{text}</span> }
    });
    let entry = |entry: Nomination| {
        view! {
            <StageTag stage=entry.stage/>
            <PageLink route=Route::Nominee(year, entry.slug)>{entry.name}" "{year}</PageLink>
        }
    };
    view! {
        <li>
            <PageLink route=Route::Edition(year) class="num">{year}</PageLink>
            <div>
                {none}
                {entries.into_iter().map(entry).collect_view()}
            </div>
        </li>
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::domain::award::{moment, parse_edition};

    fn found(slug: &str, now: &str) -> Option<Through> {
        let read = |year| std::fs::read(format!("public/data/award/{year}.json")).expect("the file");
        let editions = [2001, 2003, 2011, 2023].map(|year| parse_edition(&read(year)).expect("an edition"));
        find_municipality(&editions, slug, moment(now).expect("a moment"))
    }

    #[test]
    fn a_municipality_is_followed_through_every_edition() {
        let nacka = found("nacka", "2026-01-01T00:00").expect("nominated");
        let years: Vec<_> = nacka.years.iter().map(|year| (year.year, year.entries.len())).collect();
        assert_eq!(years, [(2023, 1), (2011, 0), (2003, 1), (2001, 0)]);
        assert_eq!(finding(&nacka, Locale::Sv), "Nacka vann 2003 och var nominerad 2023.");
        let joint = found("orsa", "2026-01-01T00:00").expect("nominated");
        assert_eq!(finding(&joint, Locale::En), "Orsa was nominated in 2023.");
        assert_eq!(found("ingen", "2026-01-01T00:00"), None);
    }

    #[test]
    fn a_winner_is_kept_until_its_moment() {
        let at = |now| found("varmdo", now).map(|through| finding(&through, Locale::Sv));
        assert_eq!(at("2023-11-20T23:59").as_deref(), Some("Värmdö var nominerad 2023."));
        assert_eq!(at("2023-11-21T00:00").as_deref(), Some("Värmdö vann 2023."));
    }
}
