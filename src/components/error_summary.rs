//! The summary of what must be corrected: takes the focus when it appears and links to each place.

use crate::browser::dom;
use crate::i18n::{use_locale, words};
use leptos::html;
use leptos::prelude::*;

/// One problem: what to do, and the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What to do.
    pub text: String,
    /// Where: an address, `#id` for a place on this page.
    pub href: String,
}

/// The summary. Its region is rendered before there are problems. It takes the focus whenever `problems` is set to
/// some, also to the same ones again.
#[component]
pub fn ErrorSummary(
    /// What must be corrected, set when a form is submitted.
    #[prop(into)]
    problems: Signal<Vec<Problem>>,
) -> impl IntoView {
    let title = words(use_locale()).errors_title;
    let (region, heading) = (NodeRef::<html::Div>::new(), NodeRef::<html::H2>::new());
    let exists = move || problems.with(|all| !all.is_empty());
    // While it is empty the region may be hidden and not focusable, so its contents must be mounted too.
    dom::focus_when(region, dom::focus_at_top, move || exists() && heading.get().is_some());
    let contents = move || {
        exists().then(|| {
            view! {
                <h2 id="errors-heading" node_ref=heading>{title}</h2>
                <ul>{problems.get().into_iter().map(|problem| view! { <li><ProblemLink problem/></li> }).collect_view()}</ul>
            }
        })
    };
    view! {
        <div
            id="errors"
            class=move || exists().then_some("error-summary")
            role="alert"
            tabindex="-1"
            aria-labelledby=move || exists().then_some("errors-heading")
            node_ref=region
        >
            {contents}
        </div>
    }
}

/// A link to the place of a problem. To a place on this page it moves the focus; the router would only change the address.
#[component]
fn ProblemLink(problem: Problem) -> impl IntoView {
    let Problem { text, href } = problem;
    let target = href.strip_prefix('#').map(str::to_string);
    let follow = move |event: leptos::ev::MouseEvent| {
        if let Some(target) = &target {
            event.prevent_default();
            dom::focus_target(target);
        }
    };
    view! { <a href=href on:click=follow>{text}</a> }
}
