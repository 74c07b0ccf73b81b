//! What is stored on this device, and the way to remove all of it.

use crate::browser::files;
use crate::components::heading::PageHeading;
use crate::domain::merge::{OURS, SUBMISSIONS};
use crate::domain::text::Locale;
use crate::i18n::{keeping, use_locale};
use crate::pages::promised::use_promise_to_keep;
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::{DraftStore, Saved};
use leptos::prelude::*;

/// How far removing everything has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clearing {
    /// Nobody has asked for it.
    NotAsked,
    /// It has been asked for once, and is done when it is asked for again.
    Asked,
    /// It has been done, as far as the stores let it.
    Done,
}

impl Clearing {
    /// What is said of it. It is done only when both stores say so.
    fn text(self, saved: Saved, locale: Locale) -> &'static str {
        let k = keeping(locale);
        match (self, saved) {
            (Clearing::NotAsked, _) => "",
            (Clearing::Asked, _) => k.stored_clear_sure,
            (Clearing::Done, Saved::Underway) => k.stored_clearing,
            (Clearing::Done, Saved::Failed(_) | Saved::Quick) => k.stored_cleared_partly,
            (Clearing::Done, Saved::Nothing | Saved::At(_) | Saved::Shared) => k.stored_cleared,
        }
    }
}

/// What is stored, counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stored {
    drafts: usize,
    /// Submissions that were sent or are on their way.
    sent: usize,
    /// In each of the two stores.
    bytes: usize,
}

impl Stored {
    fn count(store: DraftStore) -> Stored {
        let size = |key: &String| key.len() + store.text(key).map_or(0, |text| text.len());
        Stored {
            drafts: store.drafts().len(),
            sent: store.keys(SUBMISSIONS).len(),
            bytes: store.keys("").iter().map(size).sum(),
        }
    }

    /// Names and values. A prerendered page knows no device: it has a dash for each value.
    fn pairs(stored: Option<Stored>, locale: Locale) -> [(&'static str, String); 4] {
        let k = keeping(locale);
        let shown = |value: fn(Stored) -> String| stored.map_or_else(|| "–".to_string(), value);
        [
            (k.stored_drafts, shown(|stored| stored.drafts.to_string())),
            (k.stored_sent, shown(|stored| stored.sent.to_string())),
            (k.stored_size, shown(|stored| format!("{}\u{a0}kB", stored.bytes.div_ceil(1000)))),
            (k.stored_where, k.stored_where_text.to_string()),
        ]
    }
}

/// The page.
#[component]
pub fn StoredPage() -> impl IntoView {
    let k = keeping(use_locale());
    let promised = use_promise_to_keep();
    view! {
        <PageHeading>{k.title}</PageHeading>
        <p class="lead">{k.stored_lead}</p>
        <Contents/>
        <Damaged/>
        <p id="promise">{move || if promised.get() { k.stored_kept } else { k.stored_not_kept }}</p>
        <p>{k.stored_limits}</p>
        <p>{k.stored_durability}</p>
        <ClearAll/>
    }
    .into_any()
}

/// What is stored, and where.
#[component]
fn Contents() -> impl IntoView {
    let (store, locale) = (DraftStore::get(), use_locale());
    let stored = RwSignal::new(None::<Stored>);
    let newer = RwSignal::new(false);
    // Effects run only in a browser.
    Effect::new(move |_| {
        store.changes.track();
        stored.set(Some(Stored::count(store)));
        newer.set(store.newer() > 0);
    });
    let pairs = move || {
        let pair = |(name, value)| view! { <div><dt>{name}</dt><dd class="num">{value}</dd></div> };
        Stored::pairs(stored.get(), locale).into_iter().map(pair).collect_view()
    };
    view! {
        <div id="counts">
            <dl class="pairs">{pairs}</dl>
            {move || newer.get().then(|| view! { <p class="note warn">{keeping(locale).newer_drafts}</p> })}
        </div>
    }
}

/// What cannot be read, and a way to save it.
#[component]
fn Damaged() -> impl IntoView {
    let (store, k) = (DraftStore::get(), keeping(use_locale()));
    let count = Memo::new(move |_| {
        store.changes.track();
        store.damaged().len()
    });
    let save = move |_| {
        files::save("dimios-skadat.json", "application/json", &damaged_file(&store.damaged()));
    };
    view! {
        <div id="damaged">
            <Show when=move || { count.get() > 0 }>
                <div class="note warn">
                    <h2>{move || format!("{} ({})", k.stored_damaged, count.get())}</h2>
                    <p>{k.stored_damaged_text}</p>
                    <p><button class="btn quiet" type="button" on:click=save>{k.stored_damaged_save}</button></p>
                </div>
            </Show>
        </div>
    }
}

/// A JSON object: each key with its text as it was found.
fn damaged_file(damaged: &[(String, String)]) -> String {
    // A text as JSON cannot fail.
    let json = |text: &str| serde_json::to_string(text).unwrap_or_default();
    let all: Vec<String> = damaged.iter().map(|(key, text)| format!("{}: {}", json(key), json(text))).collect();
    format!("{{{}}}", all.join(",\n"))
}

/// The button that removes everything. It asks once, in place.
#[component]
fn ClearAll() -> impl IntoView {
    let (current, store, locale) = (CurrentDraft::get(), DraftStore::get(), use_locale());
    let clearing = RwSignal::new(Clearing::NotAsked);
    let press = move |_| {
        let next = match clearing.get_untracked() {
            Clearing::NotAsked | Clearing::Done => Clearing::Asked,
            Clearing::Asked => {
                current.forget(None);
                store.clear(OURS);
                Clearing::Done
            }
        };
        clearing.set(next);
    };
    view! {
        <div id="cleared" role="status">{move || clearing.get().text(store.saved.get(), locale)}</div>
        <p><button class="btn danger" type="button" id="clear" on:click=press>{keeping(locale).stored_clear}</button></p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::journal::StorageError;

    #[test]
    fn it_is_called_removed_only_when_the_stores_say_so() {
        let k = keeping(Locale::Sv);
        let text = |clearing: Clearing, saved| clearing.text(saved, Locale::Sv);
        assert_eq!(text(Clearing::NotAsked, Saved::At(5)), "");
        assert_eq!(text(Clearing::Asked, Saved::At(5)), k.stored_clear_sure);
        assert_eq!(text(Clearing::Done, Saved::Underway), k.stored_clearing);
        assert_eq!(text(Clearing::Done, Saved::Failed(StorageError::Blocked)), k.stored_cleared_partly);
        assert_eq!(text(Clearing::Done, Saved::Quick), k.stored_cleared_partly);
        assert_eq!(text(Clearing::Done, Saved::At(5)), k.stored_cleared);
    }

    #[test]
    fn a_prerendered_page_counts_nothing() {
        let values = |stored| Stored::pairs(stored, Locale::Sv).map(|(_, value)| value);
        assert_eq!(values(None)[..3], ["–", "–", "–"]);
        let stored = Stored { drafts: 2, sent: 0, bytes: 1001 };
        assert_eq!(values(Some(stored))[..3], ["2", "0", "2\u{a0}kB"]);
    }

    #[test]
    fn what_is_damaged_is_saved_as_it_was_found() {
        let damaged = [("dk1/a/f/namn".to_string(), "{\"v\":".to_string()), ("b".to_string(), "å\n".to_string())];
        let read: std::collections::BTreeMap<String, String> =
            serde_json::from_str(&damaged_file(&damaged)).expect("JSON");
        assert_eq!(read.into_iter().collect::<Vec<_>>(), [damaged[1].clone(), damaged[0].clone()]);
        assert_eq!(damaged_file(&[]), "{}");
    }
}
