//! The heading of a page.

use leptos::prelude::*;

/// The page's `<h1>`. It takes the focus after a navigation within the app, so that a screen reader announces the page.
#[component]
pub fn PageHeading(
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! { <h1 id="heading" tabindex="-1">{children()}</h1> }
}
