//! The nominees and the key dates, to read.

use super::parts::{BackButton, Code, EventButton, Heading, Scroll};
use super::state::KioskState;
use crate::browser::clock;
use crate::components::dates;
use crate::components::nominee_card::{StageTag, counties, stage_name, stage_shape};
use crate::domain::award::{Edition, Nominee, Stage};
use crate::domain::kiosk::{Event, View};
use crate::i18n::{award, kiosk as texts, use_locale, words};
use crate::route::Route;
use crate::state::public_data::PublicData;
use leptos::prelude::*;
use std::sync::Arc;

/// A screen with a part that scrolls and the ways on below it.
#[component]
fn Framed(
    /// What stands in it, with the heading.
    children: Children,
) -> impl IntoView {
    let t = texts(use_locale());
    view! {
        <div class="k-result">
            <Scroll>{children()}</Scroll>
            <div class="k-row k-move">
                <BackButton/>
                <EventButton event=Event::See(View::Choose) class="k-btn">{t.start_whole}</EventButton>
            </div>
        </div>
    }
}

/// What `view` makes of the current edition, or that there is none.
fn of_edition(view: impl FnOnce(&Arc<Edition>) -> AnyView) -> AnyView {
    let edition = untrack(|| PublicData::get().current());
    edition.map_or_else(not_found, |edition| view(&edition))
}

fn not_found() -> AnyView {
    view! { <Heading>{words(use_locale()).not_found_title}</Heading> }.into_any()
}

/// All nominees, each a button.
#[component]
pub(super) fn All() -> impl IntoView {
    let all = of_edition(|edition| {
        let nominees = edition.nominees_on(clock::now_in_stockholm()).into_iter().enumerate();
        let cards = nominees.map(|(index, (nominee, stage))| view! { <li>{card(index, nominee, stage)}</li> });
        let title = format!("{} {}", award(use_locale()).nominated, edition.year);
        view! {
            <Heading>{title}</Heading>
            <ul class="k-nominees">{cards.collect_view()}</ul>
        }
        .into_any()
    });
    view! { <Framed>{all}</Framed> }
}

/// The button that leads to the nominee at this place. Its stage is no paragraph: none may stand in a button.
fn card(index: usize, nominee: &Nominee, stage: Stage) -> impl IntoView + use<> {
    let (locale, name) = (use_locale(), nominee.name.clone());
    let (place, said) = (counties(nominee, locale), format!("{} {}", stage_shape(stage), stage_name(stage, locale)));
    let class = match stage {
        Stage::Winner => "tag winner",
        Stage::Finalist => "tag final",
        Stage::Nominated => "tag nom",
    };
    view! {
        <EventButton event=Event::See(View::Nominee(index)) class="k-card">
            <b>{name}</b>
            <span>{place}</span>
            <span class=class>{said}</span>
        </EventButton>
    }
}

/// One nominee: why, what is known, and where to read more.
#[component]
pub(super) fn One(
    /// The place among all.
    index: usize,
) -> impl IntoView {
    let one = of_edition(|edition| {
        let nominees = edition.nominees_on(clock::now_in_stockholm());
        let nominee = nominees.get(index);
        nominee.map_or_else(not_found, |(nominee, stage)| about(nominee, *stage, edition.year).into_any())
    });
    view! { <Framed>{one}</Framed> }
}

/// What is known of a nominee.
fn about(nominee: &Nominee, stage: Stage, year: u16) -> impl IntoView + use<> {
    let (kiosk, locale) = (KioskState::get(), use_locale());
    let t = texts(locale);
    let reason =
        nominee.reason.as_ref().filter(|_| stage == nominee.stage).map(|reason| reason.get(locale).to_string());
    let fact = |(text, source): &(crate::domain::text::Text, String)| {
        view! { <li>{text.get(locale).to_string()}" "<small>{host(source).to_string()}</small></li> }
    };
    let facts = nominee.facts.iter().map(fact).collect::<Vec<_>>();
    let facts = (!facts.is_empty()).then(|| view! { <h2>{t.facts}</h2><ul class="k-facts">{facts}</ul> });
    let (name, place) = (nominee.name.clone(), counties(nominee, locale));
    let path = Route::Nominee(year, nominee.slug.clone()).path(locale);
    let more = move || {
        kiosk.public_site.get().map(|site| {
            let page = format!("{site}{path}");
            view! { <h2>{t.read_more}</h2><Code url=page.clone() label=t.read_more page/> }
        })
    };
    view! {
        <StageTag stage/>
        <Heading>{name}</Heading>
        <p class="meta">{place}</p>
        {reason.map(|reason| view! { <p class="lead">{reason}</p> })}
        {facts}
        {more}
    }
}

/// Where a fact comes from, short.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest).trim_start_matches("www.")
}

/// The key dates.
#[component]
pub(super) fn KeyDates() -> impl IntoView {
    let dates = of_edition(|edition| {
        let title = format!("{} {}", award(use_locale()).dates, edition.year);
        view! {
            <Heading>{title}</Heading>
            <dates::KeyDates edition=edition.clone() today=clock::today_in_stockholm()/>
        }
        .into_any()
    });
    view! { <Framed>{dates}</Framed> }
}
