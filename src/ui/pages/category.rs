//! One category: its statements on one page, in any order, saved as they are answered.

use crate::domain::instrument::Instrument;
use crate::domain::text::Locale;
use crate::route::{Assess, Route};
use crate::ui::components::link::AssessLink;
use crate::ui::components::save_bar::SaveBar;
use crate::ui::components::statement::StatementField;
use crate::ui::desk::Desk;
use crate::ui::i18n::{answered, continue_to, list, part, statements, words};
use leptos::prelude::*;
use std::sync::Arc;

/// The statements of the category with this index.
#[component]
pub fn CategoryPage(instrument: Arc<Instrument>, index: usize, locale: Locale) -> impl IntoView {
    let Some(category) = instrument.categories.get(index).cloned() else { return ().into_any() };
    let own: Vec<usize> = instrument.statements_of(index).map(|(i, _)| i).collect();
    let fields = own
        .iter()
        .map(|&statement| view! { <StatementField instrument=instrument.clone() index=statement locale/> })
        .collect_view();
    let dimension = instrument.dimensions.get(category.dimension).map(|d| d.name.get(locale).to_string());
    let dimension_id = instrument.dimensions.get(category.dimension).map(|d| d.id.clone());
    let place = part(locale, index + 1, instrument.categories.len());
    view! {
        <div class=["category dim-", &dimension_id.unwrap_or_default()].concat()>
            <p class="kicker">
                <AssessLink page=Assess::Overview locale><Whose locale/></AssessLink>
                " · " {dimension} " · " {place}
            </p>
            <div class="row heading">
                <h1 id="rubrik" tabindex="-1">{category.name.get(locale).to_string()}</h1>
                <Count own=own.clone() locale/>
            </div>
            <p class="lead">{category.intro.get(locale).to_string()}</p>
            {fields}
        </div>
        <SaveBar locale>
            <AssessLink page=Assess::Overview locale class="btn quiet to-overview">{words(locale).to_overview}</AssessLink>
            <Onward instrument index locale/>
        </SaveBar>
    }
    .into_any()
}

/// Whom the draft is for.
#[component]
pub fn Whose(locale: Locale) -> impl IntoView {
    let desk = Desk::get();
    move || {
        desk.changes.track();
        let names = desk.with(|d| {
            let organisations = d.organisations();
            list(locale, &organisations.iter().map(|(_, name)| *name).collect::<Vec<_>>())
        });
        names.filter(|n| !n.is_empty()).unwrap_or_else(|| words(locale).overview_title.to_string())
    }
}

/// How many are answered. Before the app is live only how many there are, in a line of the same height.
#[component]
fn Count(own: Vec<usize>, locale: Locale) -> impl IntoView {
    let desk = Desk::get();
    let all = own.len();
    move || {
        let done = own.iter().filter(|i| desk.slot(**i).is_some_and(|s| s.answer.get().is_answered())).count();
        let text = if desk.id.with(Option::is_some) { answered(locale, done, all) } else { statements(locale, all) };
        view! { <p class="meta num">{text}</p> }
    }
}

/// The way on: the next category, or to check the answers after the last.
#[component]
fn Onward(instrument: Arc<Instrument>, index: usize, locale: Locale) -> impl IntoView {
    match instrument.categories.get(index + 1) {
        Some(next) => {
            let text = continue_to(locale, next.name.get(locale));
            view! { <AssessLink page=Assess::Category(next.id.clone()) locale class="btn">{text}</AssessLink> }
        }
        None => view! { <AssessLink page=Assess::Review locale class="btn">{words(locale).to_review}</AssessLink> },
    }
}

/// The address of a statement on its category's page.
pub fn statement_href(instrument: &Instrument, statement: usize, locale: Locale) -> Option<String> {
    let statement = instrument.statements.get(statement)?;
    let category = instrument.categories.get(statement.category)?;
    let page = crate::ui::components::link::assess_href(&Assess::Category(category.id.clone()), locale);
    debug_assert!(Route::parse(page.split('?').next().unwrap_or("")).is_some());
    Some([&page, "#p-", &statement.id].concat())
}
