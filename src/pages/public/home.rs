//! The start page: what the award is, where the current edition stands by the clock in Stockholm, and its nominees. From
//! the moment set in the data it shows the winner by itself.

use super::parts::{Countdown, WithAward};
use crate::components::dates::{NearestDates, step_name};
use crate::components::heading::PageHeading;
use crate::components::link::PageLink;
use crate::components::nominee_card::NomineeCards;
use crate::components::share::ShareButtons;
use crate::domain::award::{Edition, Status};
use crate::domain::text::Locale;
use crate::i18n::{award, compete, days_left, edition_name, pick, use_locale, won};
use crate::route::{Assess, Route};
use crate::state::public_data::PublicData;
use crate::title::AWARD;
use chrono::NaiveDateTime;
use leptos::prelude::*;
use std::sync::Arc;

/// The start page.
#[component]
pub fn HomePage() -> impl IntoView {
    view! {
        <WithAward find=PublicData::current heading=AWARD let:edition>
            <Home edition/>
        </WithAward>
    }
    .into_any()
}

#[component]
fn Home(
    /// The current edition.
    edition: Signal<Arc<Edition>>,
) -> impl IntoView {
    let (now, locale) = (PublicData::get().now(), use_locale());
    let a = award(locale);
    let standing = Memo::new(move |_| standing(&edition.read(), now.get(), locale));
    let year = edition.read_untracked().year;
    let dates = (!edition.read_untracked().milestones.is_empty()).then(|| view! { <Dates edition/> });
    view! {
        <div class="flow">
            <div class="hero split">
                <div class="stack">
                    <p class="kicker">{edition_name(locale, year)}</p>
                    <PageHeading>{move || standing.read().heading.clone()}</PageHeading>
                    <p class="lead">{a.lead}</p>
                    <p class="stands" id="standing">{move || standing.read().sentence.clone()}</p>
                    <Countdown edition/>
                    <p class="row">
                        <PageLink route=Route::Assess(Assess::Start) class="btn">{a.assess}</PageLink>
                        <PageLink route=Route::Edition(year) class="btn quiet">{a.nominees}</PageLink>
                    </p>
                    <ShareButtons route=Route::Home title=AWARD/>
                </div>
                {dates}
            </div>
            <section class="stack">
                <h2>{format!("{} {year}", a.nominated)}</h2>
                <div id="nominees"><NomineeCards edition now/></div>
                <p><PageLink route=Route::Nominees>{a.all}</PageLink></p>
            </section>
        </div>
        <WinnerNews edition/>
    }
}

/// The key dates around today.
#[component]
fn Dates(
    /// The current edition.
    edition: Signal<Arc<Edition>>,
) -> impl IntoView {
    let (now, a) = (PublicData::get().now(), award(use_locale()));
    let today = Memo::new(move |_| now.get().date());
    view! {
        <aside class="card dates-card">
            <h2>{a.dates}</h2>
            <div id="nearest-dates">{move || view! { <NearestDates edition=edition.get() today=today.get()/> }}</div>
            <p><PageLink route=Route::Timeline>{a.timeline}</PageLink></p>
        </aside>
    }
}

/// Announces the winner to screen readers when it becomes known while the page is open.
#[component]
fn WinnerNews(
    /// The current edition.
    edition: Signal<Arc<Edition>>,
) -> impl IntoView {
    let (now, locale) = (PublicData::get().now(), use_locale());
    let said = RwSignal::new(None::<String>);
    Effect::new(move |before: Option<bool>| {
        let edition = edition.read();
        let winner = edition.winner(now.get());
        if let (Some(false), Some(winner)) = (before, winner) {
            said.set(Some(won(locale, &winner.name, &edition.title, edition.year)));
        }
        winner.is_some()
    });
    view! { <p class="live" role="status" id="announcement">{move || said.get()}</p> }
}

/// Where an edition stands.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Standing {
    /// Who has won, or how many compete.
    heading: String,
    /// What is next, or that the award has been decided.
    sentence: Option<String>,
}

fn standing(edition: &Edition, now: NaiveDateTime, locale: Locale) -> Standing {
    let competing = || compete(locale, edition.nominees.len());
    match edition.status(now) {
        Status::Over(Some(winner)) => Standing {
            heading: won(locale, &winner.name, &edition.title, edition.year),
            sentence: Some(
                pick(
                    locale,
                    "Utmärkelsen är avgjord. Datum för nästa har inte publicerats här.",
                    "The award has been decided. Dates for the next have not been published here.",
                )
                .into(),
            ),
        },
        Status::Over(None) | Status::Unknown => Standing { heading: competing(), sentence: None },
        Status::Next(milestone, days) => {
            let (next, step) = (award(locale).next, step_name(locale, milestone.step));
            Standing { heading: competing(), sentence: Some(format!("{next}: {step}, {}.", days_left(locale, days))) }
        }
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::domain::award::{moment, parse_edition};

    #[test]
    fn before_the_prize_the_next_date_is_told_and_after_it_the_winner() {
        let edition = parse_edition(&std::fs::read("public/data/award/2023.json").expect("the file")).expect("one");
        let at = |text| standing(&edition, moment(text).expect("a moment"), Locale::Sv);
        let before = at("2023-05-11T09:00");
        assert_eq!(before.heading, "5 nominerade. En blir Sveriges Digitaliserings\u{ad}Kommun.");
        let sentence = before.sentence.as_deref();
        assert_eq!(sentence, Some("Nästa: Bedömningen i DiMiOS lämnas in, om 6 dagar."));
        let after = at("2023-12-01T09:00");
        assert_eq!(after.heading, "Värmdö är Sveriges Digitaliserings\u{ad}Kommun 2023");
        assert!(after.sentence.is_some_and(|s| s.starts_with("Utmärkelsen är avgjord")));
    }
}
