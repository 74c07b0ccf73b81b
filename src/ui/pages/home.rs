//! The start page: where the current edition stands by the clock in Stockholm, its nominees and dates, the ways in.

use crate::browser::clock;
use crate::domain::award::{Edition, Status};
use crate::domain::text::Locale;
use crate::route::{Assess, Route};
use crate::ui::components::dates::{Dates, step_name};
use crate::ui::components::link::rel;
use crate::ui::components::nominee_card::Nominees;
use crate::ui::i18n::{compete, days_left, edition_name, pick, won, words};
use crate::ui::site::Site;
use leptos::prelude::*;

/// The start page.
#[component]
pub fn Home(locale: Locale) -> impl IntoView {
    let Some(edition) = Site::get().edition.get_value() else { return super::not_here(locale) };
    let w = words(locale);
    let today = clock::today_in_stockholm();
    let hidden_winner = edition.winner(today).is_none();
    let nominees = edition.nominees.clone();
    let has_dates = !edition.milestones.is_empty();
    view! {
        <div class="hero split">
            <Intro edition=edition.clone() locale/>
            {has_dates.then(|| view! {
                <aside class="card dates-card">
                    <h2>{w.home_dates}</h2>
                    <Dates edition=edition.clone() locale/>
                </aside>
            })}
        </div>
        <section class="stack">
            <h2>{w.home_nominated} " " {edition.year}</h2>
            <Nominees nominees year=edition.year hidden_winner locale/>
            <p><a href=Route::Nominees.path(locale) rel=rel(&Route::Nominees)>{w.home_all}</a></p>
        </section>
    }
    .into_any()
}

/// What the award is and where it stands.
#[component]
fn Intro(edition: Edition, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let today = clock::today_in_stockholm();
    let (heading, stands) = standing(&edition, locale, edition.status(today));
    let assess = Route::Assess(Assess::Start);
    let nominees = Route::Edition(edition.year);
    view! {
        <div class="stack">
            <p class="kicker">{edition_name(locale, edition.year)}</p>
            <h1 id="rubrik" tabindex="-1">{heading}</h1>
            <p class="lead">{w.home_lead}</p>
            <p class="stands">{stands}</p>
            <p class="row">
                <a class="btn" href=assess.path(locale) rel=rel(&assess)>{w.home_assess}</a>
                <a class="btn quiet" href=nominees.path(locale) rel=rel(&nominees)>{w.home_nominees}</a>
            </p>
        </div>
    }
}

/// The heading, and in a sentence where the edition stands.
fn standing(edition: &Edition, locale: Locale, status: Status<'_>) -> (String, String) {
    match status {
        Status::Over(Some(winner)) => (
            won(locale, &winner.name, &edition.title, edition.year),
            pick(
                locale,
                "Utmärkelsen är avgjord. Datum för nästa har inte publicerats här.",
                "The award has been decided. Dates for the next have not been published here.",
            )
            .into(),
        ),
        Status::Over(None) | Status::Unknown => (compete(locale, edition.nominees.len()), String::new()),
        Status::Next(milestone, days) => {
            let next = [words(locale).home_next, ": ", step_name(locale, milestone.step), ", ", &days_left(locale, days), "."];
            (compete(locale, edition.nominees.len()), next.concat())
        }
    }
}
