//! One category: its statements on one page, in any order, saved as they are answered.

use crate::components::heading::PageHeading;
use crate::components::link::{AssessLink, Kicker, assess_href};
use crate::components::progress::{ProgressText, use_progress};
use crate::components::save_bar::SaveBar;
use crate::components::statement::{StatementField, field_name};
use crate::domain::draft::{DraftId, Field, Name};
use crate::domain::instrument::{Category, Instrument, Statement};
use crate::domain::text::Locale;
use crate::i18n::{continue_to, part, use_locale, words};
use crate::pages::NoSuchCategory;
use crate::route::Assess;
use crate::state::current_draft::CurrentDraft;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// The page of the category with this id.
#[component]
pub fn CategoryPage(
    /// The questionnaire.
    instrument: Arc<Instrument>,
    /// The category's id.
    id: String,
) -> impl IntoView {
    let found = instrument.category(&id).and_then(|index| Some((index, instrument.categories.get(index)?.clone())));
    match found {
        Some((index, category)) => Either::Left(view! { <Statements instrument index category/> }),
        None => Either::Right(view! { <NoSuchCategory/> }),
    }
}

/// The statements of a category.
#[component]
fn Statements(
    /// The questionnaire.
    instrument: Arc<Instrument>,
    /// The category's index in it.
    index: usize,
    /// The category.
    category: Category,
) -> impl IntoView {
    let change = use_change(category.id.clone());
    let statements: Vec<Statement> = instrument.statements_of(index).map(|(_, statement)| statement.clone()).collect();
    let fields = statements.into_iter().map(|statement| {
        view! { <StatementField instrument=instrument.clone() statement on_change=change.clone()/> }
    });
    view! {
        <Heading instrument=instrument.clone() index category/>
        // Otherwise Firefox restores the form's state from before a reload over the stored answers.
        <form id="statements" class="category" autocomplete="off" novalidate on:submit=|event| event.prevent_default()>
            {fields.collect_view()}
        </form>
        <SaveBar><WaysOn instrument index/></SaveBar>
    }
    .into_any()
}

/// Heading, progress and introduction.
#[component]
fn Heading(
    /// The questionnaire.
    instrument: Arc<Instrument>,
    /// The category's index in it.
    index: usize,
    /// The category.
    category: Category,
) -> impl IntoView {
    let locale = use_locale();
    let dimension = instrument.dimensions.get(category.dimension);
    let parts = vec![
        dimension.map_or("", |d| d.name.get(locale)).to_string(),
        part(locale, index + 1, instrument.categories.len()),
    ];
    let class = format!("row heading dim-{}", dimension.map_or("", |d| &d.id));
    let progress = use_progress(&instrument, index);
    view! {
        <div id="category" class="flow">
            <Kicker parts/>
            <div class=class>
                <PageHeading>{category.name.get(locale).to_string()}</PageHeading>
                <p class="meta num"><ProgressText progress/></p>
            </div>
            <p class="lead">{category.intro.get(locale).to_string()}</p>
        </div>
    }
}

/// The ways on: the overview, and the next category or, after the last, checking the answers.
#[component]
fn WaysOn(
    /// The questionnaire.
    instrument: Arc<Instrument>,
    /// The index of the category one is on.
    index: usize,
) -> impl IntoView {
    let w = words(use_locale());
    view! {
        <AssessLink page=Assess::Overview class="btn quiet to-overview">{w.to_overview}</AssessLink>
        {match instrument.categories.get(index + 1) {
            Some(next) => Either::Left(view! { <CategoryLink category=next.clone()/> }),
            None => Either::Right(view! { <AssessLink page=Assess::Review class="btn">{w.to_review}</AssessLink> }),
        }}
    }
}

/// The way on to a category.
#[component]
pub fn CategoryLink(
    /// The category.
    category: Category,
) -> impl IntoView {
    let locale = use_locale();
    let text = continue_to(locale, category.name.get(locale));
    view! { <AssessLink page=Assess::Category(category.id) class="btn">{text}</AssessLink> }
}

/// An event handler that writes a change into the draft. The first change begins a draft and puts its id into the
/// address, so that reload and Back find it; the category is stored as the place to come back to.
fn use_change(category: String) -> impl Fn(Name, &str) + Clone + 'static {
    let (draft, locale, navigate) = (CurrentDraft::get(), use_locale(), use_navigate());
    move |name, value: &str| {
        let begun = draft.set(name, value);
        draft.write(Name::Field(Field::Place), &category);
        if let Some(begun) = begun {
            let address = assess_href(&Assess::Category(category.clone()), Some(&begun), locale);
            navigate(&address, NavigateOptions { replace: true, scroll: false, ..Default::default() });
        }
    }
}

/// The address of a statement on its category's page, by its index.
pub fn statement_href(
    instrument: &Instrument,
    statement: usize,
    draft: Option<&DraftId>,
    locale: Locale,
) -> Option<String> {
    let statement = instrument.statements.get(statement)?;
    let category = instrument.categories.get(statement.category)?;
    let page = assess_href(&Assess::Category(category.id.clone()), draft, locale);
    Some(format!("{page}#{}", field_name(&statement.id)))
}
