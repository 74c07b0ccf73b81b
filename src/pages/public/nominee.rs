//! One nominee: how far it came, why, facts with their sources, where it is, and its other years.

use super::parts::{MarkedMap, WithAward, marks_of, settled};
use crate::components::heading::PageHeading;
use crate::components::link::PageLink;
use crate::components::nominee_card::{StageTag, counties, stage_name};
use crate::components::share::ShareButtons;
use crate::components::source::{HostLink, Sources};
use crate::domain::award::{Edition, Municipality, Nominee, Stage, slug_of};
use crate::domain::text::Locale;
use crate::i18n::{edition_name, pick, use_locale};
use crate::pages::NotFoundPage;
use crate::route::Route;
use crate::state::public_data::{Award, PublicData};
use chrono::NaiveDateTime;
use leptos::prelude::*;
use std::sync::Arc;

/// The page about a nominee.
#[component]
pub fn NomineePage(
    /// The year of its edition.
    year: u16,
    /// Its segment of the path.
    slug: String,
) -> impl IntoView {
    view! {
        <WithAward find=PublicData::award heading=edition_name(use_locale(), year) let:award>
            <Found year slug=slug.clone() award/>
        </WithAward>
    }
    .into_any()
}

/// A nominee and its edition.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    edition: Arc<Edition>,
    nominee: Arc<Nominee>,
}

impl Entry {
    fn find(award: &Award, year: u16, slug: &str) -> Option<Entry> {
        let edition = award.edition(year)?;
        let nominee = edition.nominees.iter().find(|nominee| nominee.slug == slug)?;
        Some(Entry { edition: Arc::new(edition.clone()), nominee: Arc::new(nominee.clone()) })
    }
}

#[component]
fn Found(
    /// The year that is looked for.
    year: u16,
    /// The nominee that is looked for.
    slug: String,
    /// All there is.
    award: Signal<Award>,
) -> impl IntoView {
    match settled(Memo::new(move |_| Entry::find(&award.read(), year, &slug))) {
        Some(entry) => view! { <NomineeOf entry award/> }.into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

#[component]
fn NomineeOf(
    /// The nominee and its edition.
    entry: Signal<Entry>,
    /// All there is, for its other years and the map.
    award: Signal<Award>,
) -> impl IntoView {
    let (now, locale) = (PublicData::get().now(), use_locale());
    let Entry { edition, nominee } = entry.get_untracked();
    let heading = nominee.name.clone();
    let stage = Memo::new(move |_| {
        let entry = entry.read();
        entry.edition.stage_on(&entry.nominee, now.get())
    });
    let years = Memo::new(move |_| other_years(&award.read().editions, &entry.read(), now.get(), locale));
    let map = move || {
        let (entry, now) = (entry.read(), now.get());
        let title = format!("{}, {}", entry.nominee.name, counties(&entry.nominee, locale));
        let marks = marks_of(&entry.edition, &entry.nominee, now);
        view! { <MarkedMap map=award.read().map.clone() marks title/> }
    };
    let (year, route) = (edition.year, Route::Nominee(edition.year, nominee.slug.clone()));
    view! {
        <p class="kicker">
            <PageLink route=Route::Edition(year)>{edition_name(locale, year)}</PageLink>
            " · "
            {edition.title.clone()}
        </p>
        <PageHeading>{heading}</PageHeading>
        <div class="row">
            {move || view! { <StageTag stage=stage.get()/> }}
            <p class="meta">{counties(&nominee, locale)}</p>
        </div>
        <div class="edition-grid">
            <section class="stack">
                <h2>{pick(locale, "Varför", "Why")}</h2>
                {move || {
                    let nominee = entry.read().nominee.clone();
                    view! { <Why is_known=stage.get() == nominee.stage nominee/> }
                }}
                <ShareButtons route title=nominee.name.clone()/>
            </section>
            <div class="stack">
                <section class="card map-card small">
                    <h2>{pick(locale, "Var i landet", "Where in the country")}</h2>
                    {map}
                    <ul>{nominee.municipalities.iter().map(|m| through_all_years(m, locale)).collect_view()}</ul>
                </section>
                <section class="card">
                    <h2>{pick(locale, "Andra år", "Other years")}</h2>
                    {move || view! { <OtherYears years=years.get()/> }}
                </section>
            </div>
        </div>
        <Sources sources=nominee.sources.clone()/>
    }
}

/// The reason and the facts, or that none are known.
#[component]
fn Why(
    /// The nominee.
    nominee: Arc<Nominee>,
    /// Whether the stage that the reason is for is known yet.
    is_known: bool,
) -> impl IntoView {
    let locale = use_locale();
    let reason = nominee.reason.as_ref().filter(|_| is_known).map(|reason| reason.get(locale).to_string());
    if reason.is_none() && nominee.facts.is_empty() {
        return view! { <p class="note">{unknown(locale)}</p> }.into_any();
    }
    let reason = match reason {
        Some(reason) => view! { <p class="lead">{reason}</p> },
        None => view! { <p class="meta">{no_reason(locale).to_string()}</p> },
    };
    let facts = nominee.facts.iter().map(|(text, source)| {
        let text = text.get(locale).to_string();
        view! { <li>{text}" "<HostLink url=source.clone() class="meta"/></li> }
    });
    let facts = facts.collect::<Vec<_>>();
    let facts = (!facts.is_empty()).then(|| view! { <ul class="facts">{facts}</ul> });
    view! {
        {reason}
        {facts}
    }
    .into_any()
}

fn unknown(locale: Locale) -> &'static str {
    pick(
        locale,
        "Vi har inte hittat någon publicerad motivering och inga uppgifter. Känner du till en källa? Skicka den till arrangören, så läggs den in här.",
        "We have found no published reason and no facts. Do you know of a source? Send it to the organiser, and it will be added here.",
    )
}

fn no_reason(locale: Locale) -> &'static str {
    pick(
        locale,
        "Juryns motivering är inte känd. Känner du till en källa? Skicka den till arrangören.",
        "The jury’s reason is not known. Do you know of a source? Send it to the organiser.",
    )
}

/// The way to a municipality of the nominee.
fn through_all_years(municipality: &Municipality, locale: Locale) -> impl IntoView + use<> {
    let name = &municipality.name;
    let text = pick(locale, format!("{name} genom alla år"), format!("{name} through all years"));
    view! { <li><PageLink route=Route::Municipality(slug_of(name))>{text}</PageLink></li> }
}

/// Another year in which a municipality of the nominee was nominated.
#[derive(Clone, Debug, PartialEq)]
struct OtherYear {
    route: Route,
    name: String,
    stage: &'static str,
}

/// The other years of a nominee's municipalities, the latest first.
fn other_years(editions: &[Edition], entry: &Entry, now: NaiveDateTime, locale: Locale) -> Vec<OtherYear> {
    let others = editions.iter().rev().filter(|edition| edition.year != entry.edition.year);
    let all = others.flat_map(|edition| edition.nominees.iter().map(move |nominee| (edition, nominee)));
    let is_shared = |municipality: &Municipality| entry.nominee.municipalities.contains(municipality);
    let shared = all.filter(|(_, nominee)| nominee.municipalities.iter().any(is_shared));
    let other = |(edition, nominee): (&Edition, &Nominee)| {
        let stage: Stage = edition.stage_on(nominee, now);
        OtherYear {
            route: Route::Nominee(edition.year, nominee.slug.clone()),
            name: format!("{} {}", nominee.name, edition.year),
            stage: stage_name(stage, locale),
        }
    };
    shared.map(other).collect()
}

#[component]
fn OtherYears(
    /// The other years.
    years: Vec<OtherYear>,
) -> impl IntoView {
    let locale = use_locale();
    if years.is_empty() {
        let none = pick(locale, "Inga andra nomineringar är kända.", "No other nominations are known.");
        return view! { <p class="meta">{none}</p> }.into_any();
    }
    let row = |year: OtherYear| view! { <li><PageLink route=year.route>{year.name}</PageLink>", "{year.stage}</li> };
    view! { <ul>{years.into_iter().map(row).collect_view()}</ul> }.into_any()
}
