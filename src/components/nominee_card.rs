//! A nominee in a grid: stage, name, where.

use crate::components::link::PageLink;
use crate::domain::award::{Edition, Nominee, Stage, county_name};
use crate::domain::text::Locale;
use crate::i18n::{award, list, use_locale};
use crate::route::Route;
use chrono::NaiveDateTime;
use leptos::prelude::*;
use std::sync::Arc;

/// The stage in words, with a shape of its own beside the colour.
#[component]
pub fn StageTag(
    /// The stage.
    stage: Stage,
) -> impl IntoView {
    let name = stage_name(stage, use_locale());
    view! { <p class=tag_class(stage)><span aria-hidden="true">{stage_shape(stage)}</span>" "{name}</p> }
}

fn tag_class(stage: Stage) -> &'static str {
    match stage {
        Stage::Winner => "tag winner",
        Stage::Finalist => "tag final",
        Stage::Nominated => "tag nom",
    }
}

/// The shape that symbolises a stage.
pub fn stage_shape(stage: Stage) -> &'static str {
    match stage {
        Stage::Winner => "★",
        Stage::Finalist => "◆",
        Stage::Nominated => "○",
    }
}

/// The word for a stage.
pub fn stage_name(stage: Stage, locale: Locale) -> &'static str {
    let a = award(locale);
    match stage {
        Stage::Winner => a.stage_winner,
        Stage::Finalist => a.stage_finalist,
        Stage::Nominated => a.stage_nominated,
    }
}

/// Where a nominee is: the counties of its municipalities, each once.
pub fn counties(nominee: &Nominee, locale: Locale) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in nominee.municipalities.iter().filter_map(|m| county_name(&m.code)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let joint = if nominee.municipalities.len() > 1 { [" · ", award(locale).joint].concat() } else { String::new() };
    [list(locale, &names), joint].concat()
}

/// What a card says of a nominee.
#[derive(Clone, Debug, PartialEq)]
struct Card {
    route: Route,
    name: String,
    stage: Stage,
    /// The reason, for the winner.
    reason: Option<String>,
    place: String,
}

/// The cards of an edition. Before its moment the winner is among the finalists.
fn cards(edition: &Edition, now: NaiveDateTime, locale: Locale) -> Vec<Card> {
    let card = |(nominee, stage): (&Nominee, Stage)| Card {
        route: Route::Nominee(edition.year, nominee.slug.clone()),
        name: nominee.name.clone(),
        stage,
        reason: nominee.reason.as_ref().filter(|_| stage == Stage::Winner).map(|reason| reason.get(locale).to_string()),
        place: counties(nominee, locale),
    };
    edition.nominees_on(now).into_iter().map(card).collect()
}

/// The nominees of an edition as cards.
#[component]
pub fn NomineeCards(
    /// The edition.
    edition: Signal<Arc<Edition>>,
    /// The moment to show them at.
    now: Signal<NaiveDateTime>,
) -> impl IntoView {
    let locale = use_locale();
    let cards = Memo::new(move |_| cards(&edition.read(), now.get(), locale));
    let none = move || view! { <p class="empty">{award(locale).none_yet}</p> };
    view! {
        <Show when=move || !cards.read().is_empty() fallback=none>
            <div class="nominees">
                <For each=move || cards.get() key=|card| (card.name.clone(), card.stage) let:card>
                    <NomineeCard card/>
                </For>
            </div>
        </Show>
    }
    .into_any()
}

#[component]
fn NomineeCard(
    /// What it says.
    card: Card,
) -> impl IntoView {
    view! {
        <article class=if card.stage == Stage::Winner { "card win" } else { "card" }>
            <StageTag stage=card.stage/>
            <h3><PageLink route=card.route>{card.name}</PageLink></h3>
            {card.reason.map(|reason| view! { <p>{reason}</p> })}
            <p class="meta">{card.place}</p>
        </article>
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::domain::award::parse_edition;
    use chrono::NaiveDate;

    #[test]
    fn the_winner_gets_its_reason_from_its_moment_on_and_not_before() {
        let file = std::fs::read("public/data/award/2023.json").expect("the file");
        let edition = parse_edition(&file).expect("an edition");
        let on = |day| cards(&edition, NaiveDate::from_ymd_opt(2023, 11, day).expect("a day").into(), Locale::Sv);
        assert!(on(20).iter().all(|card| card.stage != Stage::Winner && card.reason.is_none()));
        let after = on(21);
        assert!(after.iter().skip(1).all(|card| card.reason.is_none()));
        let winner = after.first().map(|card| (card.name.as_str(), card.stage, card.reason.is_some()));
        assert_eq!(winner, Some(("Värmdö", Stage::Winner, true)));
        let joint = on(20).into_iter().find(|card| card.name.contains("Orsa")).map(|card| card.place);
        assert_eq!(joint.as_deref(), Some("Dalarnas län · gemensamt bidrag"));
    }
}
