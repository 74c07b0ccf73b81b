//! All editions since 2001, the latest first, with their nominees.

use super::PlainData;
use crate::browser::clock;
use crate::domain::award::{Edition, Stage};
use crate::domain::text::Locale;
use crate::route::Route;
use crate::ui::i18n::{pick, words};
use leptos::prelude::*;

#[component]
pub fn Nominees(data: PlainData, locale: Locale) -> impl IntoView {
    let rows = data.editions.iter().rev().map(|edition| view! { <Row edition=edition.clone() locale/> }).collect_view();
    view! {
        <h1 id="rubrik" tabindex="-1">{pick(locale, "Nominerade och vinnare sedan 2001", "Nominees and winners since 2001")}</h1>
        <p class="lead">
            {pick(
                locale,
                "Utmärkelsen delas ut vartannat år på Kvalitetsmässan. Till och med 2015 hette den Sveriges IT-kommun.",
                "The award is given every second year at the fair Kvalitetsmässan. Until 2015 its name was Sveriges IT-kommun.",
            )}
        </p>
        <ol class="editions" reversed>{rows}</ol>
    }
}

#[component]
fn Row(edition: Edition, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let winner = edition.winner(clock::today_in_stockholm()).cloned();
    let rest = edition.nominees_on(clock::today_in_stockholm());
    let rest: Vec<_> = rest.into_iter().filter(|(_, stage)| *stage != Stage::Winner).collect();
    let others = rest
        .iter()
        .map(|(n, stage)| {
            let finalist = *stage == Stage::Finalist;
            let (stage, name) = if finalist { ("◆ ", w.stage_finalist) } else { ("○ ", w.stage_nominated) };
            let href = Route::Nominee(edition.year, n.slug.clone()).path(locale);
            view! {
                <li><span aria-hidden="true">{stage}</span><a href=href>{n.name.clone()}</a>
                <span class="vh">" ("{name}")"</span></li>
            }
        })
        .collect_view();
    let winner = winner.map(|n| {
        let href = Route::Nominee(edition.year, n.slug.clone()).path(locale);
        view! {
            <p class="winner">
                <span aria-hidden="true">"★ "</span><span class="vh">{w.stage_winner} ": "</span>
                <a href=href>{n.name}</a>
            </p>
        }
    });
    let none = rest.is_empty().then(|| {
        view! { <p class="meta">{pick(locale, "Övriga nominerade är inte kända.", "The other nominees are not known.")}</p> }
    });
    view! {
        <li>
            <h2><a class="num" href=Route::Edition(edition.year).path(locale)>{edition.year}</a></h2>
            <div>
                <p class="meta">{edition.title.clone()}</p>
                {winner}
                <ul class="others">{others}</ul>
                {none}
            </div>
        </li>
    }
}
