//! Links within the site.

use crate::domain::text::Locale;
use crate::route::{Assess, Route};
use crate::ui::desk::Desk;
use crate::ui::site::Site;
use leptos::prelude::*;

/// The address of a page of the assessment for the draft at hand.
pub fn assess_href(page: &Assess, locale: Locale) -> String {
    let path = Route::Assess(page.clone()).path(locale);
    match Desk::get().id.get() {
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
#[component]
pub fn AssessLink(
    /// The page.
    page: Assess,
    /// The language.
    locale: Locale,
    /// The class.
    #[prop(default = "")]
    class: &'static str,
    /// Something on the page to go to: `#…`, or nothing.
    #[prop(optional, into)]
    fragment: String,
    /// The id of the link.
    #[prop(optional, into)]
    id: Option<String>,
    children: Children,
) -> impl IntoView {
    let rel = rel(&Route::Assess(page.clone()));
    let href = move || [assess_href(&page, locale), fragment.clone()].concat();
    view! { <a class=class href=href rel=rel id=id>{children()}</a> }
}
