//! One edition: its nominees, where they are, dates and facts.

mod facts;

use super::parts::{MarkedMap, WithAward, marks_of, settled};
use crate::browser::intl;
use crate::components::dates::{CalendarLinks, Timeline};
use crate::components::heading::PageHeading;
use crate::components::link::PageLink;
use crate::components::nominee_card::NomineeCards;
use crate::components::share::ShareButtons;
use crate::components::source::Sources;
use crate::domain::award::{Edition, time_of_day};
use crate::domain::text::Locale;
use crate::i18n::{award, compete, edition_name, pick, use_locale, won};
use crate::pages::NotFoundPage;
use crate::route::Route;
use crate::state::public_data::{Award, PublicData};
use chrono::NaiveDateTime;
use facts::Facts;
use leptos::prelude::*;
use std::sync::Arc;

/// The page about an edition.
#[component]
pub fn EditionPage(
    /// Its year.
    year: u16,
) -> impl IntoView {
    view! {
        <WithAward find=PublicData::award heading=edition_name(use_locale(), year) let:award>
            <Found year award/>
        </WithAward>
    }
    .into_any()
}

#[component]
fn Found(
    /// The year that is looked for.
    year: u16,
    /// All there is.
    award: Signal<Award>,
) -> impl IntoView {
    match settled(Memo::new(move |_| award.read().edition(year).cloned().map(Arc::new))) {
        Some(edition) => view! { <EditionOf edition award/> }.into_any(),
        None => view! { <NotFoundPage/> }.into_any(),
    }
}

#[component]
fn EditionOf(
    /// The edition.
    edition: Signal<Arc<Edition>>,
    /// All there is, for its neighbours and the map.
    award: Signal<Award>,
) -> impl IntoView {
    let (now, locale) = (PublicData::get().now(), use_locale());
    let first = edition.get_untracked();
    let heading = Memo::new(move |_| heading(&edition.read(), now.get(), locale));
    let incomplete = move || {
        let some_are_known = edition.with(|e| !e.nominees_complete && !e.nominees.is_empty());
        some_are_known.then(|| view! { <p class="meta">{incomplete(locale)}</p> })
    };
    let map = move || {
        let (edition, now) = (edition.read(), now.get());
        let marks = edition.nominees.iter().flat_map(|nominee| marks_of(&edition, nominee, now)).collect();
        view! { <MarkedMap map=award.read().map.clone() marks title=heading.get()/> }
    };
    let has_dates = !first.milestones.is_empty();
    view! {
        <Kicker year=first.year award=award.get_untracked()/>
        <PageHeading>{move || heading.get()}</PageHeading>
        <WinnerToCome edition/>
        <ShareButtons route=Route::Edition(first.year) title=heading/>
        <div class="edition-grid">
            <div class="stack">
                <h2 class="vh">{self::award(locale).nominated}</h2>
                <NomineeCards edition now/>
                {incomplete}
                <Facts edition=first.clone()/>
            </div>
            <div class="stack">
                <section class="card map-card">
                    <h2>{pick(locale, "Var i landet", "Where in the country")}</h2>
                    {map}
                </section>
            </div>
        </div>
        <div class="edition-grid">
            <div>{has_dates.then(|| view! { <Dates edition/> })}</div>
            <div class="stack">
                {has_dates.then(|| view! { <section class="card stack calendar"><CalendarLinks year=first.year/></section> })}
            </div>
        </div>
        <Sources sources=first.sources.clone()/>
    }
}

fn heading(edition: &Edition, now: NaiveDateTime, locale: Locale) -> String {
    edition.winner(now).map_or_else(
        || compete(locale, edition.nominees.len()),
        |winner| won(locale, &winner.name, &edition.title, edition.year),
    )
}

fn incomplete(locale: Locale) -> &'static str {
    pick(
        locale,
        "Fler kan ha varit nominerade. Känner du till en källa? Skicka den till arrangören.",
        "There may have been more nominees. Do you know of a source? Send it to the organiser.",
    )
}

/// The editions before and after, and the way to all.
#[component]
fn Kicker(
    /// The year of the edition.
    year: u16,
    /// All editions.
    award: Award,
) -> impl IntoView {
    let locale = use_locale();
    let near = award.editions.iter().rev().map(|edition| edition.year).filter(|near| near.abs_diff(year) == 2);
    let near = near.map(|near| view! { " · "<PageLink route=Route::Edition(near) class="num">{near}</PageLink> });
    view! {
        <p class="kicker">
            {edition_name(locale, year)}
            {near.collect_view()}
            " · "
            <PageLink route=Route::Nominees>{self::award(locale).all}</PageLink>
        </p>
    }
}

/// Before the moment that is set: where the winner will be shown.
#[component]
fn WinnerToCome(
    /// The edition.
    edition: Signal<Arc<Edition>>,
) -> impl IntoView {
    let (now, locale) = (PublicData::get().now(), use_locale());
    let moment = Memo::new(move |_| edition.read().revealed.filter(|moment| *moment > now.get()));
    move || {
        let moment = moment.get()?;
        let (day, time) = (intl::date(locale, moment.date()), time_of_day(moment));
        Some(view! {
            <p class="note">
                {pick(locale, "Vinnaren visas på ", "The winner is shown on ")}
                <PageLink route=Route::Home>{pick(locale, "startsidan", "the start page")}</PageLink>
                {pick(locale, " från den ", " from ")}
                {day}
                {pick(locale, " kl. ", " at ")}
                {time}
                "."
            </p>
        })
    }
}

/// The key dates in full.
#[component]
fn Dates(
    /// The edition.
    edition: Signal<Arc<Edition>>,
) -> impl IntoView {
    let now = PublicData::get().now();
    let today = Memo::new(move |_| now.get().date());
    view! {
        <section class="stack" id="key-dates">
            <h2>{award(use_locale()).dates}</h2>
            {move || view! { <Timeline edition=edition.get() today=today.get()/> }}
        </section>
    }
}
