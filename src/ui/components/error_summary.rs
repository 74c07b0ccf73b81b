//! The summary of what must be put right: takes the focus when it appears and links to each place.

use crate::browser::page;
use crate::domain::text::Locale;
use crate::ui::i18n::words;
use leptos::prelude::*;

/// One problem: what to do, and the id of the place.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// What to do.
    pub text: String,
    /// Where: an address, `#id` for a place on this page.
    pub href: String,
}

/// The summary. Draws nothing while there are no problems.
#[component]
pub fn ErrorSummary(
    /// The problems.
    #[prop(into)]
    problems: Signal<Vec<Problem>>,
    /// The language.
    locale: Locale,
) -> impl IntoView {
    Effect::new(move |_| {
        if problems.with(|p| !p.is_empty()) {
            page::after_render(|| page::focus("fel", true));
        }
    });
    move || {
        let problems = problems.get();
        (!problems.is_empty()).then(|| {
            let items = problems.into_iter().map(|problem| view! { <Item problem/> }).collect_view();
            view! {
                <div class="error-summary" id="fel" role="alert" tabindex="-1" aria-labelledby="fel-rubrik">
                    <h2 id="fel-rubrik">{words(locale).errors_title}</h2>
                    <ul>{items}</ul>
                </div>
            }
        })
    }
}

/// A link to a place on this page moves the focus there; the router would only change the address.
#[component]
fn Item(problem: Problem) -> impl IntoView {
    let place = problem.href.strip_prefix('#').map(str::to_string);
    let go = move |event: leptos::ev::MouseEvent| {
        if let Some(id) = &place {
            event.prevent_default();
            page::scroll_to(id);
            page::focus(id, false);
        }
    };
    view! { <li><a href=problem.href on:click=go>{problem.text}</a></li> }
}
