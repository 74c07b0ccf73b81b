//! The gallery: all editions since 2001 with their nominees, and finding among them by year, stage, county and words. The
//! map is a second way to choose a county.

mod form;
mod found;
mod list;

use super::parts::{GalleryMap, WithAward};
use crate::browser::{dom, page};
use crate::components::heading::PageHeading;
use crate::domain::award::{Filter, Gallery, Map};
use crate::i18n::{found_count, gallery as texts, use_locale};
use crate::state::public_data::PublicData;
use form::FilterForm;
use found::{AT_ONCE, Found, found};
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_url;
use list::FoundList;
use std::sync::Arc;

/// The gallery.
#[component]
pub fn GalleryPage() -> impl IntoView {
    let heading = texts(use_locale()).title;
    view! {
        <WithAward find=PublicData::gallery heading let:data>
            <Finder data/>
        </WithAward>
    }
    .into_any()
}

/// What is looked for, and what of it is shown. The address, the form, the list, the count, the map and the link to the
/// other language all follow from it.
#[derive(Clone, Copy)]
struct Search {
    filter: RwSignal<Filter>,
    /// Whether all that was found is shown, however much it is.
    all: RwSignal<bool>,
}

impl Search {
    fn set(self, filter: Filter) {
        if *self.filter.read_untracked() != filter {
            self.all.set(false);
            self.filter.set(filter);
        }
    }

    fn update(self, change: impl FnOnce(&mut Filter)) {
        let mut filter = self.filter.get_untracked();
        change(&mut filter);
        self.set(filter);
    }
}

#[component]
fn Finder(
    /// All nominees, and the map.
    data: Signal<(Arc<Gallery>, Arc<Map>)>,
) -> impl IntoView {
    let (public, g) = (PublicData::get(), texts(use_locale()));
    let search = Search { filter: RwSignal::new(Filter::default()), all: RwSignal::new(false) };
    follow_address(search);
    keep_address(public, search);
    let gallery = Signal::derive(move || data.get().0);
    let now = public.now();
    let found = Memo::new(move |_| {
        let limit = if search.all.get() { usize::MAX } else { AT_ONCE };
        found(&gallery.read(), &search.filter.read(), now.get(), limit)
    });
    let (field, count) = (NodeRef::<html::Input>::new(), NodeRef::<html::Div>::new());
    let on_clear = move || {
        search.set(Filter::default());
        // The pressed button is unmounted.
        if let Some(field) = field.get_untracked() {
            dom::focus(&field);
        }
    };
    let on_county = move |county: String| {
        // Choosing the chosen county again clears the filter.
        search.update(|filter| filter.county = Some(county).filter(|county| filter.county.as_ref() != Some(county)));
        // On a phone the list is far above the map.
        if let Some(count) = count.get_untracked() {
            count.scroll_into_view();
        }
    };
    let county = Signal::derive(move || search.filter.read().county.clone());
    let map = data.get_untracked().1;
    view! {
        <PageHeading>{g.title}</PageHeading>
        <p class="lead">{g.lead}</p>
        <div class="gallery">
            <div class="stack">
                <FilterForm search gallery field/>
                <div id="count" role="status" node_ref=count>
                    <Count search found gallery on_clear/>
                </div>
                <div id="list">
                    <FoundList found on_more=move || search.all.set(true)/>
                </div>
            </div>
            <aside class="card map-card" aria-labelledby="karta-rubrik">
                <h2 id="karta-rubrik">{g.map}</h2>
                <p class="meta scripted">{g.map_help}</p>
                <GalleryMap gallery map now title=g.map selected=county on_select=Callback::new(on_county)/>
            </aside>
        </div>
    }
}

/// Reads the filter from the address: at first, and whenever a link within the app leads here again.
fn follow_address(search: Search) {
    let url = use_url();
    let read = move || url.with(|url| Filter::parse(|name| url.search_params().get(name)));
    search.filter.set(untrack(read));
    Effect::new(move |before: Option<()>| {
        let filter = read();
        if before.is_some() {
            search.set(filter);
        }
    });
}

/// Writes the filter into the address, without a history entry and without the router: browsers limit how often this
/// may be called, and the router does not expect it to fail.
fn keep_address(public: PublicData, search: Search) {
    let shared = public.query();
    Effect::new(move |before: Option<String>| {
        let query = search.filter.read().query();
        if before.is_some_and(|before| before != query) {
            page::replace_query(&query);
        }
        shared.set(Some(query.clone()));
        query
    });
    on_cleanup(move || {
        shared.try_set(None);
    });
}

/// How many there are, and the way back to all.
#[component]
fn Count(
    /// What is looked for.
    search: Search,
    /// What was found.
    found: Memo<Found>,
    /// All nominees.
    gallery: Signal<Arc<Gallery>>,
    /// Looks for nothing any more.
    on_clear: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <p class="row">
            <span class="num">{move || found_count(locale, found.read().total, gallery.read().count())}</span>
            <Show when=move || !search.filter.read().is_empty()>
                <button class="link" type="button" id="show-all" on:click=move |_| on_clear()>{texts(locale).clear}</button>
            </Show>
        </p>
    }
}
