//! What stands around every page: header with the mark and the menu, and footer.

use crate::domain::text::Locale;
use crate::route::{Assess, Route};
use crate::ui::app::Place;
use crate::ui::components::link::rel;
use crate::ui::i18n::words;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The header.
#[component]
pub fn Header(place: Memo<Place>) -> impl IntoView {
    let locale = move || place.with(|p| p.locale);
    view! {
        <header class="site">
            <div class="wrap">
                {move || view! { <Mark locale=locale()/> }}
                <nav class="wide" aria-label=move || words(locale()).nav_label>
                    {move || view! { <MenuItems place=place.get() id="sprak"/> }}
                </nav>
                <details class="menu" id="meny">
                    <summary id="meny-knapp">{move || words(locale()).menu}</summary>
                    <nav aria-label=move || words(locale()).nav_label>
                        {move || view! { <MenuItems place=place.get() id="sprak-meny"/> }}
                    </nav>
                </details>
            </div>
        </header>
    }
}

/// Six rising steps and the award's name: the way home.
#[component]
fn Mark(locale: Locale) -> impl IntoView {
    view! {
        <a class="mark" href=Route::Home.path(locale) rel=rel(&Route::Home)>
            <span class="steps" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i><i></i></span>
            <span>"Sveriges"<br/>"Digitaliserings\u{ad}Kommun"</span>
        </a>
    }
}

#[component]
fn MenuItems(place: Place, id: &'static str) -> impl IntoView {
    let locale = place.locale;
    let w = words(locale);
    let items = [
        (Route::Nominees, w.nav_nominees),
        (Route::Assess(Assess::Start), w.nav_assess),
        (Route::Method, w.nav_method),
    ];
    let search = use_location().search;
    let hash = use_location().hash;
    let here = place.route.clone();
    let other = here.clone().unwrap_or(Route::Home);
    let other_path = other.path(locale.other());
    let other_rel = rel(&other);
    let other_href = move || {
        let query = search.get();
        let mark = if query.is_empty() { "" } else { "?" };
        [&other_path, mark, &query, &hash.get()].concat()
    };
    view! {
        <ul>
            {items
                .into_iter()
                .map(|(route, name)| {
                    let current = here.as_ref().and_then(|h| current(&route, h));
                    let rel = rel(&route);
                    view! { <li><a href=route.path(locale) rel=rel aria-current=current>{name}</a></li> }
                })
                .collect_view()}
            <li>
                <a id=id href=other_href rel=other_rel hreflang=locale.other().tag() lang=locale.other().tag()>
                    {w.other_language}
                </a>
            </li>
        </ul>
    }
}

/// Whether a menu item is the page one is on, or one above it.
fn current(item: &Route, here: &Route) -> Option<&'static str> {
    let above = matches!(
        (item, here),
        (Route::Nominees, Route::Edition(_) | Route::Nominee(..)) | (Route::Assess(_), Route::Assess(_))
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
pub fn Footer(place: Memo<Place>) -> impl IntoView {
    let items = move || {
        let locale = place.with(|p| p.locale);
        let w = words(locale);
        [
            (Route::About, w.foot_about),
            (Route::Method, w.foot_method),
            (Route::Stored, w.foot_stored),
            (Route::Accessibility, w.foot_accessibility),
        ]
        .into_iter()
        .map(|(route, name)| view! { <li><a href=route.path(locale) rel=rel(&route)>{name}</a></li> })
        .collect_view()
    };
    view! {
        <footer class="site">
            <nav class="wrap" aria-label=move || words(place.with(|p| p.locale)).foot_label><ul>{items}</ul></nav>
        </footer>
    }
}
