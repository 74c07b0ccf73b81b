//! A page that waits for the award's data if it is not loaded.

use crate::browser::page;
use crate::components::heading::PageHeading;
use crate::i18n::{award, use_locale};
use crate::state::public_clock::follow_clock;
use crate::state::public_data::{AwardError, Fetching, PublicData};
use leptos::prelude::*;

/// A page made of the award's data. If the data is loaded the page is rendered at once. Otherwise a polite status says
/// that it is being fetched, or, after a failure, why it was not, with a button to retry.
#[component]
pub fn WithAward<T, V>(
    /// What the page needs; `None` while it is not loaded.
    find: impl Fn(PublicData) -> Option<T> + Send + Sync + 'static,
    /// The heading as long as the page waits.
    #[prop(into)]
    heading: String,
    /// The page. What it needs may change under it, as when the winner becomes known.
    children: impl Fn(Signal<T>) -> V + Send + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let data = PublicData::get();
    let found = Memo::new(move |_| find(data));
    let page = move |found| {
        follow_clock(data);
        children(found).into_any()
    };
    match settled(found) {
        Some(found) => page(found),
        None => {
            Effect::new(move |_| data.fetch());
            view! { <Waiting found page heading fetching=data.fetching() on_retry=move || data.fetch()/> }.into_any()
        }
    }
}

/// The latest value of what is there, from the moment it is.
pub fn settled<T: Clone + PartialEq + Send + Sync + 'static>(found: Memo<Option<T>>) -> Option<Signal<T>> {
    let first = StoredValue::new(found.get_untracked()?);
    Some(Signal::derive(move || found.get().unwrap_or_else(|| first.get_value())))
}

/// The status while data is fetched, or the failure with a button to retry; then the page.
#[component]
pub fn Waiting<T>(
    /// What is waited for.
    found: Memo<Option<T>>,
    /// The page that is made of it.
    page: impl Fn(Signal<T>) -> AnyView + Send + 'static,
    /// The heading meanwhile.
    heading: String,
    /// How the fetching goes.
    fetching: Signal<Fetching>,
    /// Fetches again.
    on_retry: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let a = award(use_locale());
    let has_come = Memo::new(move |_| found.with(Option::is_some));
    let failure = Memo::new(move |_| match fetching.get() {
        Fetching::Failed(AwardError::NotFetched) => Some(a.not_fetched),
        Fetching::Failed(AwardError::Damaged) => Some(a.damaged),
        Fetching::Idle | Fetching::Underway => None,
    });
    let coming = move || (!has_come.get() && failure.read().is_none()).then_some(a.coming);
    let heading = StoredValue::new(heading);
    let when_come = move || {
        has_come.get();
        let found = untrack(|| settled(found))?;
        // The placeholder's heading, which had the focus, is replaced by the page's own.
        if page_has_no_other_focus() {
            page::after_render(page::focus_heading);
        }
        Some(page(found))
    };
    view! {
        <Show when=move || !has_come.get()>
            <PageHeading>{heading.get_value()}</PageHeading>
        </Show>
        <p role="status">{coming}</p>
        <div role="alert">
            {move || {
                failure.get().map(|why| view! {
                    <div class="note warn">
                        <p>{why}</p>
                        <p><button class="btn quiet" type="button" on:click=move |_| on_retry()>{a.again}</button></p>
                    </div>
                })
            }}
        </div>
        {when_come}
    }
}

/// Whether the focus is on the page's heading or nowhere.
fn page_has_no_other_focus() -> bool {
    matches!(page::focused().as_str(), "heading" | "")
}
