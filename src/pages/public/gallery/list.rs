//! The list of what was found in the gallery.

use super::found::{EditionRow, Found, Listed};
use crate::browser::dom;
use crate::components::link::PageLink;
use crate::components::nominee_card::{stage_name, stage_shape};
use crate::i18n::{gallery as texts, use_locale};
use crate::route::Route;
use leptos::html;
use leptos::prelude::*;

/// What was found, edition by edition.
#[component]
pub fn FoundList(
    /// What was found.
    found: Memo<Found>,
    /// Lists all of it.
    on_more: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let g = texts(use_locale());
    let none = move || view! { <p class="empty">{g.none}</p> };
    view! {
        <Show when=move || found.read().total != 0 fallback=none>
            <ol class="editions" reversed>
                <For each=move || found.read().rows.clone() key=EditionRow::clone let:row>
                    <EditionItem row/>
                </For>
            </ol>
            <Show when=move || found.read().has_more>
                <p><button class="btn quiet" type="button" id="more" on:click=move |_| on_more()>{g.more}</button></p>
            </Show>
        </Show>
    }
    .into_any()
}

/// One edition: its winner and the others.
#[component]
fn EditionItem(
    /// What it says.
    row: EditionRow,
) -> impl IntoView {
    let g = texts(use_locale());
    let EditionRow { year, title, winners, others, others_are_unknown } = row;
    let winners = winners.into_iter().map(|listed| view! { <p class="winner"><Name listed year/></p> });
    let others = (!others.is_empty()).then(|| {
        let others = others.into_iter().map(|listed| view! { <li><Name listed year/></li> });
        view! { <ul class="others">{others.collect_view()}</ul> }
    });
    view! {
        <li>
            <h2><PageLink route=Route::Edition(year) class="num">{year}</PageLink></h2>
            <div>
                <p class="meta">{title}</p>
                {winners.collect_view()}
                {others}
                {others_are_unknown.then(|| view! { <p class="meta">{g.others_unknown}</p> })}
            </div>
        </li>
    }
}

/// A nominee: the stage as a shape, the name as the way to its page, and the stage in words for a screen reader.
#[component]
fn Name(
    /// The nominee.
    listed: Listed,
    /// The year of its edition.
    year: u16,
) -> impl IntoView {
    let locale = use_locale();
    let Listed { slug, name, stage, is_first_of_rest } = listed;
    let link = NodeRef::<html::A>::new();
    if is_first_of_rest {
        // The pressed button is unmounted, so the focus moves to the first new row.
        Effect::new(move |_| {
            if let Some(link) = link.get() {
                dom::focus_in_view(&link);
            }
        });
    }
    view! {
        <span aria-hidden="true">{stage_shape(stage)}" "</span>
        <a href=Route::Nominee(year, slug).path(locale) node_ref=link>{name}</a>
        <span class="vh">" ("{stage_name(stage, locale)}")"</span>
    }
}
