//! Links within the site.

use crate::domain::draft::{Draft, Field};
use crate::domain::text::Locale;
use crate::i18n::{keeping, list, use_locale, words};
use crate::route::{Assess, Route};
use crate::state::current_draft::CurrentDraft;
use crate::state::site::Site;
use crate::strings::html::Html;
use leptos::prelude::*;

/// The address of a page of the assessment for the draft at hand.
pub fn assess_href(page: &Assess, locale: Locale) -> String {
    let path = Route::Assess(page.clone()).path(locale);
    match leptos::prelude::Get::get(&CurrentDraft::get().id) {
        Some(id) if *page != Assess::Start => [&path, "?utkast=", id.as_str()].concat(),
        _ => path,
    }
}

/// How the link to a page behaves: `external` where this page does not carry that page's data, so that the browser
/// loads it; nothing where the app can show it at once.
pub fn rel(route: &Route) -> Option<&'static str> {
    (!Site::get().can_show(route)).then_some("external")
}

/// A link to a page of the assessment, for the draft at hand.
pub fn assess_link(h: &mut Html, page: &Assess, locale: Locale, class: &str, text: &str) {
    h.link(class, &assess_href(page, locale), rel(&Route::Assess(page.clone())), text);
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

/// A link to a page.
pub fn page_link(h: &mut Html, route: &Route, locale: Locale, class: &str, text: &str) {
    h.link(class, &route.path(locale), rel(route), text);
}

/// The line above a heading of the assessment: whose it is, as the way to the overview, and what follows it.
pub fn kicker(h: &mut Html, locale: Locale, parts: &[&str]) {
    h.open("p", &[("class", "kicker")]);
    assess_link(h, &Assess::Overview, locale, "", &whose(locale));
    for part in parts {
        h.text(" · ").text(part);
    }
    h.close("p");
}

/// What a draft is called: its name, or else whom it is for.
pub fn name_of(draft: &Draft, locale: Locale) -> String {
    let organisations = draft.organisations();
    let names = list(locale, &organisations.iter().map(|(_, name)| *name).collect::<Vec<_>>());
    match draft.field(Field::Name) {
        "" if names.is_empty() => keeping(locale).unnamed.to_string(),
        "" => names,
        name => name.to_string(),
    }
}

/// Whom the draft is for; where nobody has been chosen, the name of the overview.
pub fn whose(locale: Locale) -> String {
    let names = CurrentDraft::get().with(|d| {
        let organisations = d.organisations();
        list(locale, &organisations.iter().map(|(_, name)| *name).collect::<Vec<_>>())
    });
    names.filter(|n| !n.is_empty()).unwrap_or_else(|| words(locale).overview_title.to_string())
}

/// Writes the way to sending, or, for somebody who was invited, to handing the answer back.
pub fn send_link(h: &mut Html, locale: Locale, text: &str) {
    let invited = CurrentDraft::get().with(|d| !d.field(Field::For).is_empty()) == Some(true);
    assess_link(h, &Assess::Send, locale, "btn", if invited { keeping(locale).hand_back } else { text });
}
