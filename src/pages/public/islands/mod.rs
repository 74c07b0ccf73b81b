//! The public pages that change by themselves or are searched: the start page, the gallery and the key dates.
//!
//! They are documents, written beforehand like all the others (`pages::public::plain`). A small wasm of its own (`src/bin/public.rs`,
//! docs/adr/0019) only awakens those parts of them that the clock or the visitor changes; everything else stays as it came. So nothing
//! moves, a visitor never waits for the assessment's wasm, and that one carries none of this.

pub mod home;
pub mod moment;
pub mod nominees;
pub mod timeline;

use crate::browser::event::{Event, on_event};
use crate::browser::page;
use crate::domain::award::{Edition, Filter, Gallery, carried_edition, carried_gallery};
use crate::domain::text::Locale;
use crate::route::Route;
use crate::strings::html::Html;
use leptos::prelude::*;

/// What these pages show, and what is looked for in them.
#[derive(Clone, Copy)]
pub struct Public {
    /// The language.
    pub locale: Locale,
    /// The current edition, on the start page and with the key dates; changes when its winner is made known.
    pub edition: RwSignal<Option<Edition>>,
    /// How many seconds there are to the moment from which the winner is shown; 0 while its data is awaited.
    pub left: RwSignal<Option<i64>>,
    /// All nominees, in the gallery.
    pub gallery: StoredValue<Gallery>,
    /// What is looked for among them.
    pub filter: RwSignal<Filter>,
    /// Whether all that was found is shown, however much it is.
    pub all: RwSignal<bool>,
    /// How many were found.
    pub found: RwSignal<usize>,
}

/// A part that is written anew when what it was written from changes: the id of its element, and how it is written.
pub type Part = (&'static str, fn(Public) -> Html);

impl Public {
    /// The state of a page with this data.
    pub fn new(locale: Locale, edition: Option<Edition>, gallery: Gallery) -> Public {
        Public {
            locale,
            edition: RwSignal::new(edition),
            left: RwSignal::new(None),
            gallery: StoredValue::new(gallery),
            filter: RwSignal::new(Filter::default()),
            all: RwSignal::new(false),
            found: RwSignal::new(0),
        }
    }

    /// Writes from the edition; nothing where the page has none.
    fn with_edition(self, write: impl FnOnce(&mut Html, &Edition)) -> Html {
        let mut h = Html::new();
        self.edition.with(|edition| {
            if let Some(edition) = edition {
                write(&mut h, edition);
            }
        });
        h
    }
}

/// Awakens the page that stands there.
pub fn awaken() {
    let Some((locale, route)) = Route::parse(&page::path()) else { return };
    let edition = page::data("edition").and_then(|(text, _)| carried_edition(&text));
    let gallery = page::data("gallery").and_then(|(text, _)| carried_gallery(&text));
    let public = Public::new(locale, edition, gallery.unwrap_or_default());
    match route {
        Route::Home => parts(public, &home::PARTS),
        Route::Timeline => parts(public, &timeline::PARTS),
        Route::Nominees => {
            public.filter.set(Filter::parse(page::query));
            nominees::show(public);
            parts(public, &nominees::PARTS);
            on_event(move |event: &Event| nominees::hear(event, public));
        }
        _ => return,
    }
    leptos::task::spawn_local(moment::keep(public));
}

fn parts(public: Public, parts: &[Part]) {
    for (id, write) in parts.iter().copied() {
        let effect = RenderEffect::new(move |before: Option<Html>| {
            let html = write(public);
            match before {
                // What came with the page is compared by what the browser makes of it, once.
                None => page::set_html_if_other(id, html.as_str()),
                Some(before) if before.as_str() != html.as_str() => page::set_html(id, html.as_str()),
                Some(_) => {}
            }
            html
        });
        // It ends with the page.
        StoredValue::new_local(effect);
    }
}
