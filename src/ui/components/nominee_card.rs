//! A nominee in a grid: stage, name, where.

use crate::domain::award::{Nominee, Stage, county_name};
use crate::domain::text::Locale;
use crate::route::Route;
use crate::ui::components::link::rel;
use crate::ui::i18n::{list, words};
use leptos::prelude::*;

/// The stage in words, with a shape of its own beside the colour.
#[component]
pub fn StageTag(stage: Stage, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let (class, shape, name) = match stage {
        Stage::Winner => ("tag winner", "★", w.stage_winner),
        Stage::Finalist => ("tag final", "◆", w.stage_finalist),
        Stage::Nominated => ("tag nom", "○", w.stage_nominated),
    };
    view! { <p class=class><span aria-hidden="true">{shape}</span> " " {name}</p> }
}

/// Where a nominee is: the counties of its municipalities, each once.
pub fn counties(nominee: &Nominee, locale: Locale) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in nominee.municipalities.iter().filter_map(|m| county_name(&m.code)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let joint = if nominee.municipalities.len() > 1 { [" · ", words(locale).joint].concat() } else { String::new() };
    [list(locale, &names), joint].concat()
}

/// The nominees of an edition. `hidden_winner`: show the winner among the others, as before the day of the prize.
#[component]
pub fn Nominees(nominees: Vec<Nominee>, year: u16, hidden_winner: bool, locale: Locale) -> impl IntoView {
    let cards = nominees.into_iter().map(|nominee| {
        let won = nominee.stage == Stage::Winner && !hidden_winner;
        let stage = if nominee.stage == Stage::Winner && hidden_winner { Stage::Finalist } else { nominee.stage };
        let route = Route::Nominee(year, nominee.slug.clone());
        let reason = if won { nominee.reason.as_ref().map(|r| r.get(locale).to_string()) } else { None };
        let place = counties(&nominee, locale);
        view! {
            <article class="card" class:win=won>
                <StageTag stage locale/>
                <h3><a href=route.path(locale) rel=rel(&route)>{nominee.name}</a></h3>
                {reason.map(|r| view! { <p>{r}</p> })}
                <p class="meta">{place}</p>
            </article>
        }
    });
    view! { <div class="nominees">{cards.collect_view()}</div> }
}
