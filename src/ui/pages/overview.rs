//! The task list: every category with its count, in any order, never locked.

use crate::domain::draft::{Field, Name};
use crate::domain::instrument::Instrument;
use crate::domain::text::Locale;
use crate::route::Assess;
use crate::ui::components::link::AssessLink;
use crate::ui::components::save_bar::SaveBar;
use crate::ui::desk::Desk;
use crate::ui::i18n::{answered, continue_to, statements, words};
use crate::ui::pages::category::Whose;
use leptos::prelude::*;
use std::sync::Arc;

/// The task list of the draft at hand.
#[component]
pub fn Overview(instrument: Arc<Instrument>, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let dimensions = (0..instrument.dimensions.len())
        .map(|index| view! { <DimensionTasks instrument=instrument.clone() index locale/> })
        .collect_view();
    view! {
        <p class="kicker"><AssessLink page=Assess::Start locale>{w.overview_start}</AssessLink></p>
        <h1 id="rubrik" tabindex="-1"><Whose locale/></h1>
        <p class="lead">{w.overview_lead}</p>
        <ChangedInstrument instrument=instrument.clone() locale/>
        <Organisation locale/>
        {dimensions}
        <p class="row after-tasks">
            <AssessLink page=Assess::Result locale class="btn quiet">{w.overview_result}</AssessLink>
            <SentLink locale/>
        </p>
        <SaveBar locale>
            <NextStep instrument locale/>
        </SaveBar>
    }
}

/// Says when the questionnaire is another than the draft was begun with.
#[component]
fn ChangedInstrument(instrument: Arc<Instrument>, locale: Locale) -> impl IntoView {
    let desk = Desk::get();
    move || {
        desk.changes.track();
        let other = desk.with(|d| d.made_with(&instrument.reference)).flatten() == Some(false);
        other.then(|| view! { <p class="note warn">{words(locale).changed_instrument}</p> })
    }
}

#[component]
fn DimensionTasks(instrument: Arc<Instrument>, index: usize, locale: Locale) -> impl IntoView {
    let Some(dimension) = instrument.dimensions.get(index).cloned() else { return ().into_any() };
    let tasks = instrument
        .categories_of(index)
        .map(|(i, category)| {
            let own: Vec<usize> = instrument.statements_of(i).map(|(s, _)| s).collect();
            let name = category.name.get(locale).to_string();
            view! {
                <li>
                    <AssessLink page=Assess::Category(category.id.clone()) locale>{name}</AssessLink>
                    <TaskCount own locale/>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class=["dim ", &dimension.id].concat()>
            <h2>{dimension.name.get(locale).to_string()}</h2>
            <p class="meta">{dimension.text.get(locale).to_string()}</p>
            <ul class="tasks">{tasks}</ul>
        </section>
    }
    .into_any()
}

/// The count as text, with a meter of one mark a statement beside it.
#[component]
fn TaskCount(own: Vec<usize>, locale: Locale) -> impl IntoView {
    let desk = Desk::get();
    let all = own.len();
    move || {
        let done = own.iter().filter(|i| desk.slot(**i).is_some_and(|s| s.answer.get().is_answered())).count();
        let text = if desk.id.with(Option::is_some) { answered(locale, done, all) } else { statements(locale, all) };
        // Above a dozen the marks would wrap and say less than the text.
        let meter = (all <= 12).then(|| {
            let marks = (0..all).map(|i| view! { <i class:on=move || i < done></i> }).collect_view();
            view! { <span class="meter" aria-hidden="true">{marks}</span> }
        });
        view! { <span class="count"><span class="num">{text}</span> {meter}</span> }
    }
}

/// Whom the draft is for, with a field for another organisation where none has been chosen.
#[component]
fn Organisation(locale: Locale) -> impl IntoView {
    let desk = Desk::get();
    let w = words(locale);
    let without = Memo::new(move |_| {
        desk.changes.track();
        desk.with(|d| d.field(Field::Municipalities).is_empty()).unwrap_or(true)
    });
    let keep = move |event| {
        if desk.with(|_| ()).is_none() {
            return;
        }
        desk.write(Name::Field(Field::Organisation), &event_target_value(&event));
    };
    move || {
        let named = desk.id.with(Option::is_some);
        (without.get() && named).then(|| {
            view! {
                <div class="field" id="organisation">
                    <label for="organisation-namn">{w.label_organisation}</label>
                    <p class="hint" id="organisation-h">{w.overview_no_organisation}</p>
                    <input
                        id="organisation-namn"
                        type="text"
                        autocomplete="organization"
                        maxlength="120"
                        aria-describedby="organisation-h"
                        prop:value=desk.with(|d| d.field(Field::Organisation).to_string()).unwrap_or_default()
                        on:change=keep
                    />
                </div>
            }
        })
    }
}

/// The one thing to do next: the first category with something open, or to check the answers.
#[component]
fn NextStep(instrument: Arc<Instrument>, locale: Locale) -> impl IntoView {
    let desk = Desk::get();
    move || {
        let open = instrument
            .statements
            .iter()
            .enumerate()
            .find(|(i, _)| desk.slot(*i).is_some_and(|s| !s.answer.get().is_answered()))
            .and_then(|(_, s)| instrument.categories.get(s.category));
        match open {
            Some(category) => {
                let text = continue_to(locale, category.name.get(locale));
                view! { <AssessLink page=Assess::Category(category.id.clone()) locale class="btn">{text}</AssessLink> }
            }
            None => {
                view! { <AssessLink page=Assess::Review locale class="btn">{words(locale).overview_review}</AssessLink> }
            }
        }
    }
}

/// The way to the receipt, where something has been sent.
#[component]
fn SentLink(locale: Locale) -> impl IntoView {
    let desk = Desk::get();
    move || {
        (!desk.field(Field::Submission).is_empty()).then(|| {
            view! {
                <AssessLink page=Assess::Receipt locale class="btn quiet">{words(locale).overview_receipt}</AssessLink>
            }
        })
    }
}
