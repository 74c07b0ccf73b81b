//! The map on the pages that have one, with what explains it.

use crate::charts::map::{CountyMap, MapLegend, Mark, SwedenMap, attribution};
use crate::domain::award::{Edition, Gallery, Map, Nominee};
use crate::i18n::use_locale;
use chrono::NaiveDateTime;
use leptos::prelude::*;
use std::sync::Arc;

/// The marks of a nominee: one for each of its municipalities.
pub fn marks_of(edition: &Edition, nominee: &Nominee, now: NaiveDateTime) -> Vec<Mark> {
    let stage = edition.stage_on(nominee, now);
    let mark = |m: &crate::domain::award::Municipality| Mark { code: m.code.clone(), name: m.name.clone(), stage };
    nominee.municipalities.iter().map(mark).collect()
}

/// Marks on the map as a picture.
#[component]
pub fn MarkedMap(
    /// The land and the places.
    map: Arc<Map>,
    /// What is marked.
    marks: Vec<Mark>,
    /// What it shows, as a sentence.
    #[prop(into)]
    title: String,
) -> impl IntoView {
    // One mark by itself needs no telling apart.
    let legend = (marks.len() > 1).then(|| view! { <MapLegend/> });
    view! {
        <SwedenMap map marks title/>
        {legend}
        <p class="meta">{attribution(use_locale())}</p>
    }
    .into_any()
}

/// All nominees of all editions, as a way to choose a county.
#[component]
pub fn GalleryMap(
    /// The nominees.
    gallery: Signal<Arc<Gallery>>,
    /// The land and the places.
    map: Arc<Map>,
    /// The moment to show them at.
    now: Signal<NaiveDateTime>,
    /// What the links are for.
    title: &'static str,
    /// The code (SCB) of the county that is chosen.
    selected: Signal<Option<String>>,
    /// What is done when a county is chosen, by its code.
    on_select: Callback<String>,
) -> impl IntoView {
    let marks = Memo::new(move |_| gallery_marks(&gallery.read(), now.get()));
    let map = move || view! { <CountyMap map=map.clone() marks=marks.get() title selected on_select/> };
    view! {
        {map}
        <MapLegend/>
        <p class="meta">{attribution(use_locale())}</p>
    }
    .into_any()
}

/// The marks of all nominees. A way to choose a county names the county, so they need no names.
fn gallery_marks(gallery: &Gallery, now: NaiveDateTime) -> Vec<Mark> {
    let entries = gallery.entries_on(now);
    let marks = entries.flat_map(|(entry, stage)| entry.codes.iter().map(move |code| (code, stage)));
    marks.map(|(code, stage)| Mark { code: code.clone(), name: String::new(), stage }).collect()
}
