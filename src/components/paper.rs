//! What differs between a result on the screen and the same result on paper: on paper nothing can be opened or pressed.

use leptos::prelude::*;

/// Context of everything that is laid out for paper. Provide it with `<Provider value=Paper>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper;

/// Whether the component that asks is laid out for paper.
pub fn is_on_paper() -> bool {
    use_context::<Paper>().is_some()
}

/// The level of the heading that a [`Fold`] has on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Below an `h2`.
    H3,
    /// Below an `h3`.
    H4,
}

/// A part of a page with a heading. It can take the focus, so that a link to it moves the keyboard there too.
#[component]
pub fn Section(
    /// The id that links lead to.
    #[prop(into)]
    id: String,
    /// Its classes.
    #[prop(default = "flow")]
    class: &'static str,
    /// The text of its `h2`.
    #[prop(into)]
    heading: String,
    /// The contents below the heading.
    children: Children,
) -> impl IntoView {
    view! {
        <section id=id class=class tabindex="-1">
            <h2>{heading}</h2>
            {children()}
        </section>
    }
}

/// A `<details>` on the screen. On paper it is a section that is always open.
#[component]
pub fn Fold(
    /// Its id.
    #[prop(into)]
    id: String,
    /// Its classes.
    class: &'static str,
    /// The text of its `<summary>`, and of its heading on paper.
    #[prop(into)]
    title: String,
    /// The level of that heading.
    level: Level,
    /// Whether it is open at first.
    #[prop(optional)]
    open: bool,
    /// What is folded.
    children: Children,
) -> impl IntoView {
    if !is_on_paper() {
        return view! {
            <details id=id class=class open=open>
                <summary class="num">{title}</summary>
                {children()}
            </details>
        }
        .into_any();
    }
    let heading = match level {
        Level::H3 => view! { <h3 class="num">{title}</h3> }.into_any(),
        Level::H4 => view! { <h4 class="num">{title}</h4> }.into_any(),
    };
    view! {
        <section id=id class=class>
            {heading}
            {children()}
        </section>
    }
    .into_any()
}
