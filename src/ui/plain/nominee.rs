//! One nominee: how far it came, why, facts with their sources, and its other years.

use super::{PlainData, Sources, block, shown};
use crate::browser::clock;
use crate::domain::award::{Edition, Nominee, Stage};
use crate::domain::text::Locale;
use crate::route::Route;
use crate::ui::components::nominee_card::{counties, stage_tag};
use crate::ui::html::Html;
use crate::ui::i18n::{edition_name, pick, words};
use leptos::prelude::*;

#[component]
pub fn NomineePage(edition: Edition, nominee: Nominee, data: PlainData, locale: Locale) -> impl IntoView {
    let stage = edition.stage_on(&nominee, clock::today_in_stockholm());
    let known = stage == nominee.stage;
    let facts = nominee
        .facts
        .iter()
        .map(|(text, source)| {
            view! {
                <li>
                    {text.get(locale).to_string()} " "
                    <a class="meta" href=source.clone() rel="external">{host(source)}</a>
                </li>
            }
        })
        .collect_view();
    let about = match (&nominee.reason, nominee.facts.is_empty()) {
        (None, true) => view! { <Unknown locale/> }.into_any(),
        (reason, _) => {
            let reason = reason.as_ref().filter(|_| known).map(|r| r.get(locale).to_string());
            view! {
                {reason.map(|r| view! { <p class="lead">{r}</p> })}
                <ul class="facts">{facts}</ul>
            }
            .into_any()
        }
    };
    let place = counties(&nominee, locale);
    let mut tag = Html::new();
    stage_tag(&mut tag, stage, locale);
    view! {
        <p class="kicker">
            <a href=Route::Edition(edition.year).path(locale)>{edition_name(locale, edition.year)}</a>
            " · " {edition.title.clone()}
        </p>
        <h1 id="rubrik" tabindex="-1">{nominee.name.clone()}</h1>
        <div class="row">{block(tag)}<p class="meta">{place}</p></div>
        <div class="split">
            <section class="stack">
                <h2>{pick(locale, "Varför", "Why")}</h2>
                {about}
            </section>
            <Years nominee=nominee.clone() year=edition.year data locale/>
        </div>
        <Sources sources=nominee.sources locale/>
    }
}

/// Where a fact comes from, short.
fn host(url: &str) -> String {
    shown(url).split('/').next().unwrap_or("").to_string()
}

#[component]
fn Unknown(locale: Locale) -> impl IntoView {
    view! {
        <p class="note">
            {pick(
                locale,
                "Vi har inte hittat någon publicerad motivering. Känner du till en källa, hör av dig till arrangören.",
                "We have found no published reason. If you know of a source, please tell the organiser.",
            )}
        </p>
    }
}

/// The other years of the nominee's municipalities.
#[component]
fn Years(nominee: Nominee, year: u16, data: PlainData, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let rows: Vec<_> = data
        .editions
        .iter()
        .rev()
        .filter(|e| e.year != year)
        .flat_map(|e| e.nominees.iter().map(move |n| (e, n)))
        .filter(|(_, n)| n.municipalities.iter().any(|m| nominee.municipalities.contains(m)))
        .map(|(e, n)| {
            let year = e.year;
            let stage = match e.stage_on(n, clock::today_in_stockholm()) {
                Stage::Winner => w.stage_winner,
                Stage::Finalist => w.stage_finalist,
                Stage::Nominated => w.stage_nominated,
            };
            let href = Route::Nominee(year, n.slug.clone()).path(locale);
            view! { <li><a href=href>{n.name.clone()} " " {year}</a> ", " {stage}</li> }
        })
        .collect();
    let none = rows.is_empty().then(|| {
        view! { <p class="meta">{pick(locale, "Inga andra nomineringar är kända.", "No other nominations are known.")}</p> }
    });
    view! {
        <section class="card">
            <h2>{pick(locale, "Andra år", "Other years")}</h2>
            <ul>{rows}</ul>
            {none}
        </section>
    }
}
