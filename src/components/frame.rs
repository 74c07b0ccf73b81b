//! The frame around every page: header with the mark and the menu, and footer.

use crate::components::link::PageLink;
use crate::domain::text::Locale;
use crate::i18n::{keeping, use_locale, words};
use crate::route::{Assess, Route};
use leptos::prelude::*;

/// The current place, as far as the frame shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Here {
    /// The page; `None` for a path that the site does not have.
    pub route: Option<Route>,
    /// The query and fragment of the address, which the other language keeps: `?utkast=…#p-mal`.
    pub rest: String,
}

/// The header.
#[component]
pub fn Header(
    /// Where one is.
    #[prop(into)]
    here: Signal<Here>,
) -> impl IntoView {
    let w = words(use_locale());
    view! {
        <div class="wrap">
            <Mark/>
            <nav class="wide" aria-label=w.nav_label><Menu here language_id="language"/></nav>
            <details class="menu" id="menu">
                <summary id="menu-button">{w.menu}</summary>
                <nav aria-label=w.nav_label><Menu here language_id="menu-language"/></nav>
            </details>
        </div>
    }
}

/// Six rising steps and the award's name: the way home.
#[component]
fn Mark() -> impl IntoView {
    view! {
        <PageLink route=Route::Home class="mark"><MarkContent/></PageLink>
    }
}

/// The steps and the name, without the link.
#[component]
pub fn MarkContent() -> impl IntoView {
    view! {
        <span class="steps" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i><i></i></span>
        <span><span>"Sveriges"</span>" "<span>"Digitaliserings\u{ad}Kommun"</span></span>
    }
}

/// The menu: three pages, and this one in the other language.
#[component]
fn Menu(
    /// Where one is.
    here: Signal<Here>,
    /// The id of the link to the other language.
    language_id: &'static str,
) -> impl IntoView {
    let (locale, w) = (use_locale(), words(use_locale()));
    let items = [
        (Route::Nominees, w.nav_nominees),
        (Route::Timeline, w.nav_timeline),
        (Route::Assess(Assess::Start), w.nav_assess),
    ];
    let item = move |(route, name): (Route, &'static str)| {
        let href = route.path(locale);
        let current = move || here.with(|here| here.route.as_ref().and_then(|here| current(&route, here)));
        view! { <li><a href=href aria-current=current>{name}</a></li> }
    };
    let other = locale.other();
    view! {
        <ul>
            {items.map(item).into_iter().collect_view()}
            <li>
                <a id=language_id href=move || here.with(|here| in_language(here, other)) hreflang=other.tag() lang=other.tag()>
                    {w.other_language}
                </a>
            </li>
        </ul>
    }
}

fn in_language(here: &Here, locale: Locale) -> String {
    let path = here.route.as_ref().unwrap_or(&Route::Home).path(locale);
    format!("{path}{}", here.rest)
}

/// The `aria-current` of a menu item: this page, or one below it.
fn current(item: &Route, here: &Route) -> Option<&'static str> {
    let above = matches!(
        (item, here),
        (Route::Nominees, Route::Edition(_) | Route::Nominee(..) | Route::Municipality(_))
            | (Route::Assess(_), Route::Assess(_))
    );
    if item == here {
        Some("page")
    } else if above {
        Some("true")
    } else {
        None
    }
}

/// The footer.
#[component]
pub fn Footer() -> impl IntoView {
    let (locale, w) = (use_locale(), words(use_locale()));
    let items = [
        (Route::About, w.foot_about),
        (Route::Method, w.foot_method),
        (Route::OpenData, w.foot_data),
        (Route::Stored, w.foot_stored),
        (Route::Check, keeping(locale).check_title),
        (Route::Accessibility, w.foot_accessibility),
    ];
    view! {
        <nav class="wrap" aria-label=w.foot_label>
            <ul>
                {items.into_iter().map(|(route, name)| view! { <li><PageLink route>{name}</PageLink></li> }).collect_view()}
            </ul>
        </nav>
    }
}
