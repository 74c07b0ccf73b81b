//! Links within the site.

use crate::domain::draft::{Draft, DraftId, Field};
use crate::domain::text::Locale;
use crate::i18n::{keeping, list, use_locale, words};
use crate::route::{Assess, Route};
use crate::state::current_draft::CurrentDraft;
use leptos::prelude::*;

/// The address of a page of the assessment for a draft.
pub fn assess_href(page: &Assess, draft: Option<&DraftId>, locale: Locale) -> String {
    let path = Route::Assess(page.clone()).path(locale);
    match draft {
        Some(id) if *page != Assess::Start => format!("{path}?utkast={}", id.as_str()),
        _ => path,
    }
}

/// A link to a page of the assessment, for the current draft.
#[component]
pub fn AssessLink(
    /// The page.
    page: Assess,
    /// Classes of the link.
    #[prop(optional, into)]
    class: Option<&'static str>,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let (draft, locale) = (CurrentDraft::get(), use_locale());
    view! { <a class=class href=move || assess_href(&page, draft.id.read().as_ref(), locale)>{children()}</a> }
}

/// A link to a page of the site.
#[component]
pub fn PageLink(
    /// The page.
    route: Route,
    /// Classes of the link.
    #[prop(optional, into)]
    class: Option<&'static str>,
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! { <a class=class href=route.path(use_locale())>{children()}</a> }
}

/// The line above a heading of the assessment: whose it is, as a link to the overview, and what follows it.
#[component]
pub fn Kicker(
    /// What follows the name, each after a dot.
    #[prop(optional, into)]
    parts: Vec<String>,
) -> impl IntoView {
    let whose = use_whose();
    let parts = parts.into_iter().map(|part| format!(" · {part}")).collect::<String>();
    view! {
        <p class="kicker">
            <AssessLink page=Assess::Overview>{move || whose.get()}</AssessLink>
            {parts}
        </p>
    }
}

/// The way to sending, or, for somebody who was invited, to handing the answer back.
#[component]
pub fn SendLink(
    /// What the way to sending is called.
    text: &'static str,
) -> impl IntoView {
    let locale = use_locale();
    let invited_for = CurrentDraft::get().field(Field::For);
    let text = move || if invited_for.read().is_empty() { text } else { keeping(locale).hand_back };
    view! { <AssessLink page=Assess::Send class="btn">{text}</AssessLink> }
}

/// Whom the current draft is for; where nobody has been chosen, the name of the overview.
pub fn use_whose() -> Memo<String> {
    let (draft, locale) = (CurrentDraft::get(), use_locale());
    Memo::new(move |_| {
        draft.track();
        let names = draft.with(|d| names_of(d, locale)).filter(|names| !names.is_empty());
        names.unwrap_or_else(|| words(locale).overview_title.to_string())
    })
}

/// What a draft is called: its name, or else whom it is for.
pub fn name_of(draft: &Draft, locale: Locale) -> String {
    let names = names_of(draft, locale);
    match draft.field(Field::Name) {
        "" if names.is_empty() => keeping(locale).unnamed.to_string(),
        "" => names,
        name => name.to_string(),
    }
}

fn names_of(draft: &Draft, locale: Locale) -> String {
    let organisations = draft.organisations();
    list(locale, &organisations.iter().map(|(_, name)| *name).collect::<Vec<_>>())
}
