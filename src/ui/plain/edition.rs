//! One edition: its nominees, dates and facts.

use super::{PlainData, Sources, block, shown};
use crate::browser::{clock, intl};
use crate::domain::award::Edition;
use crate::domain::text::Locale;
use crate::route::Route;
use crate::ui::components::dates::dates;
use crate::ui::components::nominee_card::nominees;
use crate::ui::html::Html;
use crate::ui::i18n::{compete, edition_name, list, pick, won, words};
use leptos::prelude::*;

#[component]
pub fn EditionPage(edition: Edition, data: PlainData, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let today = clock::today_in_stockholm();
    let winner = edition.winner(today);
    let heading = winner.map_or_else(
        || compete(locale, edition.nominees.len()),
        |n| won(locale, &n.name, &edition.title, edition.year),
    );
    let (mut cards, mut list_of_dates) = (Html::new(), Html::new());
    nominees(&mut cards, &edition, today, locale);
    dates(&mut list_of_dates, &edition, locale);
    let dates = (!edition.milestones.is_empty()).then(|| {
        view! { <section class="card dates-card"><h2>{w.home_dates}</h2>{block(list_of_dates)}</section> }
    });
    let incomplete = (!edition.nominees_complete).then(|| {
        let text = pick(locale, "Fler kan ha varit nominerade.", "There may have been more nominees.");
        view! { <p class="meta">{text}</p> }
    });
    view! {
        <p class="kicker">
            {edition_name(locale, edition.year)} <Neighbours year=edition.year data locale/>
            " · " <a href=Route::Nominees.path(locale)>{w.home_all}</a>
        </p>
        <h1 id="rubrik" tabindex="-1">{heading}</h1>
        <div class="edition-grid">
            <div class="stack">
                <h2 class="vh">{w.home_nominated}</h2>
                {block(cards)}
                {incomplete}
            </div>
            <div class="stack">
                {dates}
                <Facts edition=edition.clone() locale/>
            </div>
        </div>
        <Sources sources=edition.sources locale/>
    }
}

#[component]
fn Neighbours(year: u16, data: PlainData, locale: Locale) -> impl IntoView {
    let near = |e: &&Edition| e.year.abs_diff(year) == 2;
    data.editions
        .iter()
        .rev()
        .filter(near)
        .map(|e| view! { " · " <a class="num" href=Route::Edition(e.year).path(locale)>{e.year}</a> })
        .collect_view()
}

/// What is known of the edition beside its nominees.
#[component]
fn Facts(edition: Edition, locale: Locale) -> impl IntoView {
    let mut rows: Vec<(&str, AnyView)> = Vec::new();
    if let Some(day) = edition.awarded {
        rows.push((pick(locale, "Prisutdelning", "Prize given"), intl::date(locale, day).into_any()));
    }
    if let Some(prize) = &edition.prize {
        let contents: Vec<&str> = prize.contents.iter().map(|c| c.get(locale)).collect();
        rows.push((pick(locale, "Prisutdelare", "Given by"), prize.given_by.clone().into_any()));
        if !contents.is_empty() {
            rows.push((pick(locale, "Pris", "Prize"), list(locale, &contents).into_any()));
        }
    }
    if !edition.basis.is_empty() {
        let basis: Vec<&str> = edition.basis.iter().map(|b| b.get(locale)).collect();
        rows.push((pick(locale, "Underlag", "Basis of decision"), list(locale, &basis).into_any()));
    }
    if !edition.organisers.is_empty() {
        let names: Vec<&str> = edition.organisers.iter().map(String::as_str).collect();
        rows.push((pick(locale, "Arrangörer", "Organisers"), list(locale, &names).into_any()));
    }
    if !edition.jury.is_empty() {
        let jury = edition
            .jury
            .iter()
            .map(|(name, role)| view! { <li lang="sv">{name.clone()} ", " {role.clone()}</li> })
            .collect_view();
        rows.push((pick(locale, "Jury", "Jury"), view! { <ul>{jury}</ul> }.into_any()));
    }
    if let Some((title, source)) = &edition.publication {
        let link = view! { <a href=source.clone() rel="external">{title.clone()}</a> " (" {shown(source)} ")" };
        rows.push((pick(locale, "Publikation", "Publication"), link.into_any()));
    }
    let known = !rows.is_empty();
    let rows =
        rows.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }).collect_view();
    let unknown = (!known).then(|| {
        let text = pick(
            locale,
            "Datum, jury och arrangörer för det här året är inte kända här.",
            "Dates, jury and organisers of this year are not known here.",
        );
        view! { <p class="meta">{text}</p> }
    });
    view! {
        {known.then(|| view! { <dl class="pairs">{rows}</dl> })}
        {unknown}
    }
}
