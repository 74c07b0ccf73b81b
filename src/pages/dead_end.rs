//! Pages that say what is not there, and lead on.

use crate::components::heading::PageHeading;
use crate::components::link::{AssessLink, PageLink};
use crate::i18n::{use_locale, words};
use crate::route::{Assess, Route};
use leptos::prelude::*;

/// A page that says what is not there, and leads on.
#[component]
fn DeadEnd(
    /// What is not there.
    title: &'static str,
    /// Why, or what to do.
    #[prop(optional)]
    help: Option<&'static str>,
    /// The way on: a link.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="flow">
            <PageHeading>{title}</PageHeading>
            {help.map(|help| view! { <p class="lead">{help}</p> })}
            <p>{children()}</p>
        </div>
    }
}

/// The questionnaire has no such category.
#[component]
pub fn NoSuchCategory() -> impl IntoView {
    let w = words(use_locale());
    view! {
        <DeadEnd title=w.no_such_category>
            <AssessLink page=Assess::Overview class="btn">{w.to_overview}</AssessLink>
        </DeadEnd>
    }
}

/// The draft that a page was to show is not on this computer.
#[component]
pub fn NoSuchDraft() -> impl IntoView {
    let w = words(use_locale());
    view! {
        <DeadEnd title=w.no_such_draft help=w.no_such_draft_help>
            <PageLink route=Route::Assess(Assess::Start) class="btn">{w.overview_start}</PageLink>
        </DeadEnd>
    }
}

/// A path that the site does not have.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let w = words(use_locale());
    view! {
        <DeadEnd title=w.not_found_title help=w.not_found_help>
            <PageLink route=Route::Home class="btn">{w.not_found_home}</PageLink>
        </DeadEnd>
        <ul class="ways-on">
            <li><PageLink route=Route::Nominees>{w.home_all}</PageLink></li>
            <li><PageLink route=Route::Assess(Assess::Start)>{w.home_assess}</PageLink></li>
        </ul>
    }
}
