//! Pages that need no app: documents, written once by the prerenderer and never part of the assessment's wasm. Their texts
//! stand in them, in both languages side by side. Parts of some are awakened by `pages::public::islands`.

mod about;
mod accessibility;
mod edition;
mod gallery;
mod home;
mod map;
mod method;
mod municipality;
mod nominee;
mod open_data;
mod timeline;

pub use municipality::{find as find_municipality, finding};

use crate::domain::award::{Edition, Gallery, Map, Source, current};
use crate::domain::instrument::Instrument;
use crate::domain::text::Locale;
use crate::i18n::pick;
use crate::pages::public::islands::Public;
use crate::route::Route;
use crate::strings::html::{Html, shown};
use leptos::prelude::*;
use std::sync::Arc;

/// What plain pages are written from.
#[derive(Clone)]
pub struct PlainData {
    /// All editions, oldest first.
    pub editions: Arc<Vec<Edition>>,
    /// The first instrument, for the method page.
    pub instrument: Arc<Instrument>,
    /// The map of the country.
    pub map: Arc<Map>,
}

impl PlainData {
    /// What the parts that are awakened are written from.
    fn public(&self, locale: Locale) -> Public {
        Public::new(locale, current(&self.editions).cloned(), Gallery::of(&self.editions))
    }
}

/// A plain page.
pub fn page(route: &Route, locale: Locale) -> Html {
    let data = expect_context::<PlainData>();
    let written = match route {
        Route::Home => home::home(&data, locale),
        Route::Nominees => Some(gallery::gallery(&data, locale)),
        Route::Timeline => timeline::timeline(&data, locale),
        Route::Edition(year) => {
            data.editions.iter().find(|e| e.year == *year).map(|e| edition::edition(e, &data, locale))
        }
        Route::Nominee(year, slug) => data
            .editions
            .iter()
            .find(|e| e.year == *year)
            .and_then(|e| Some((e, e.nominees.iter().find(|n| n.slug == *slug)?)))
            .map(|(e, n)| nominee::nominee(e, n, &data, locale)),
        Route::Municipality(slug) => {
            municipality::find(&data, slug).map(|through| municipality::municipality(&through, &data, locale))
        }
        Route::OpenData => Some(open_data::open_data(&data, locale)),
        Route::Method => Some(Html::of_view(view! { <method::Method data locale/> }.into_any())),
        Route::About => Some(Html::of_view(view! { <about::About locale/> }.into_any())),
        Route::Accessibility => Some(Html::of_view(view! { <accessibility::Accessibility locale/> }.into_any())),
        _ => None,
    };
    written.unwrap_or_default()
}

/// An element whose inside is awakened.
fn part(h: &mut Html, tag: &'static str, attributes: &[(&'static str, &str)], written: Html) {
    h.open(tag, attributes).add(written).close(tag);
}

/// The heading, where it says what is found.
fn heading(h: &mut Html, written: Html) {
    part(h, "h1", &[("id", "rubrik"), ("tabindex", "-1")], written);
}

/// A list of sources, as links to other sites.
fn sources(h: &mut Html, sources: &[Source], locale: Locale) {
    h.open("section", &[("class", "sources")]).el("h2", &[], pick(locale, "Källor", "Sources")).open("ul", &[]);
    for source in sources {
        h.open("li", &[]).link("", &source.url, Some("external"), &shown(&source.url));
        if let Some(note) = &source.note {
            h.text(" (").text(note).text(")");
        }
        h.close("li");
    }
    h.close("ul").close("section");
}
