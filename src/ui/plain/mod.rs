//! Pages that need no app: documents, written once by the prerenderer and never part of the wasm. Their texts stand in
//! them, in both languages side by side.

mod about;
mod accessibility;
mod edition;
mod method;
mod nominee;
mod nominees;

use crate::domain::award::{Edition, Source};
use crate::domain::instrument::Instrument;
use crate::domain::text::Locale;
use crate::route::Route;
use crate::ui::html::Html;
use crate::ui::i18n::pick;
use leptos::prelude::*;
use std::sync::Arc;

/// What plain pages are written from.
#[derive(Clone)]
pub struct PlainData {
    /// All editions, oldest first.
    pub editions: Arc<Vec<Edition>>,
    /// The first instrument, for the method page.
    pub instrument: Arc<Instrument>,
}

/// A plain page.
pub fn page(route: &Route, locale: Locale) -> Html {
    let data = expect_context::<PlainData>();
    let view = match route {
        Route::Nominees => view! { <nominees::Nominees data locale/> }.into_any(),
        Route::Edition(year) => match data.editions.iter().find(|e| e.year == *year).cloned() {
            Some(edition) => view! { <edition::EditionPage edition data locale/> }.into_any(),
            None => return crate::ui::pages::not_here(locale),
        },
        Route::Nominee(year, slug) => {
            let edition = data.editions.iter().find(|e| e.year == *year).cloned();
            let nominee = edition.as_ref().and_then(|e| e.nominees.iter().find(|n| n.slug == *slug).cloned());
            match edition.zip(nominee) {
                Some((edition, nominee)) => view! { <nominee::NomineePage edition nominee data locale/> }.into_any(),
                None => return crate::ui::pages::not_here(locale),
            }
        }
        Route::Method => view! { <method::Method data locale/> }.into_any(),
        Route::About => view! { <about::About locale/> }.into_any(),
        Route::Accessibility => view! { <accessibility::Accessibility locale/> }.into_any(),
        _ => return crate::ui::pages::not_here(locale),
    };
    Html::of_view(view)
}

/// A part that the app writes too.
fn block(html: Html) -> impl IntoView {
    view! { <div inner_html=html.finish()></div> }
}

/// A list of sources, as links to other sites.
#[component]
fn Sources(sources: Vec<Source>, locale: Locale) -> impl IntoView {
    let items = sources
        .into_iter()
        .map(|s| {
            let note = s.note.map(|n| [" (", &n, ")"].concat());
            view! { <li><a href=s.url.clone() rel="external">{shown(&s.url)}</a>{note}</li> }
        })
        .collect_view();
    view! {
        <section class="sources">
            <h2>{pick(locale, "Källor", "Sources")}</h2>
            <ul>{items}</ul>
        </section>
    }
}

/// An address as it is read: without scheme and final slash.
fn shown(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.trim_start_matches("www.").trim_end_matches('/').to_string()
}
