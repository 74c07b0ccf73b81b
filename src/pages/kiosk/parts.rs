//! What the screens share.

use super::state::KioskState;
use crate::charts::qr::QrCode;
use crate::domain::kiosk::Event;
use crate::i18n::{kiosk as texts, use_locale};
use leptos::html::H1;
use leptos::prelude::*;

/// The heading of a screen, which takes the focus when that screen comes.
#[component]
pub(super) fn Heading(
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! { <HeadingAt node=KioskState::get().heading>{children()}</HeadingAt> }
}

/// The heading of a screen, by the reference that the focus is moved by.
#[component]
pub(super) fn HeadingAt(
    /// The reference.
    node: NodeRef<H1>,
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! { <h1 id="heading" tabindex="-1" node_ref=node>{children()}</h1> }
}

/// A button that lets something happen. All that lead to another screen are of this kind.
#[component]
pub(super) fn EventButton(
    /// What happens.
    event: Event,
    /// Its classes.
    class: &'static str,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let kiosk = KioskState::get();
    view! {
        <button type="button" class=class on:click=move |_| kiosk.dispatch(event.clone())>
            {children()}
        </button>
    }
}

/// The way back.
#[component]
pub(super) fn BackButton() -> impl IntoView {
    view! { <BackWith text=texts(use_locale()).back/> }
}

/// The way back in other words.
#[component]
pub(super) fn BackWith(
    /// What it says.
    text: &'static str,
) -> impl IntoView {
    view! { <EventButton event=Event::Back class="k-btn k-second">{text}</EventButton> }
}

/// The way back and the end of the session, below what was given to take away.
#[component]
pub(super) fn BackAndDone() -> impl IntoView {
    view! {
        <div class="k-row k-move">
            <BackButton/>
            <EventButton event=Event::End class="k-btn">{texts(use_locale()).done}</EventButton>
        </div>
    }
}

/// A part that scrolls, below its heading.
#[component]
pub(super) fn Scroll(
    /// What stands in it, with the heading.
    children: Children,
) -> impl IntoView {
    view! { <div class="k-scroll" tabindex="0" role="region" aria-labelledby="heading">{children()}</div> }
}

/// The six steps of the mark.
#[component]
pub(super) fn StepBars() -> impl IntoView {
    (0..6).map(|_| view! { <i></i> }).collect_view()
}

/// A code to read with a phone, and its address to read with the eyes. No link: a kiosk leads nowhere.
#[component]
pub(super) fn Code(
    /// What the phone reads.
    url: String,
    /// What it is for, to those who do not see it.
    label: &'static str,
    /// The address that is printed below it.
    page: String,
) -> impl IntoView {
    let printed = page.trim_start_matches("https://").to_string();
    view! {
        <figure class="k-code">
            <QrCode text=url label/>
            <figcaption>{printed}</figcaption>
        </figure>
    }
}
