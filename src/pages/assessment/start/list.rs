//! The drafts on this computer: how far each has come, and what can be done with it.

use super::facts::Facts;
use super::listed::{ListedDraft, listed};
use super::state::{Done, DraftListState};
use super::tools::DraftTools;
use crate::browser::dom;
use crate::components::link::assess_href;
use crate::domain::draft::{Draft, DraftId};
use crate::domain::instrument::Instrument;
use crate::i18n::{keeping, save_failure, use_locale};
use crate::route::Assess;
use crate::state::draft_store::DraftStore;
use leptos::either::Either;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// The list of drafts. A prerendered page knows of none.
#[component]
pub fn DraftList(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let (store, locale) = (DraftStore::get(), use_locale());
    let k = keeping(locale);
    let list = DraftListState::new(locale);
    let statements = instrument.statements.len();
    let instrument = StoredValue::new(instrument);
    let drafts = Memo::new(move |_| {
        store.changes.track();
        let drafts: Vec<Draft> = store.drafts().iter().filter_map(|id| store.draft(id)).collect();
        listed(drafts.iter(), statements, locale)
    });
    let newer = Memo::new(move |_| {
        store.changes.track();
        store.newer() > 0
    });
    let is_empty = Memo::new(move |_| drafts.read().is_empty());
    let ids = move || drafts.read().iter().map(|draft| draft.id.clone()).collect::<Vec<_>>();
    let row = move |id: DraftId| {
        let draft = Memo::new({
            let id = id.clone();
            move |_| drafts.read().iter().find(|draft| draft.id == id).cloned()
        });
        view! { <li class="draft"><DraftRow id draft list instrument/></li> }
    };
    let rows = move || match is_empty.get() {
        true => Either::Left(view! { <p class="empty">{k.no_drafts}</p> }),
        false => Either::Right(view! { <ul class="drafts"><For each=ids key=Clone::clone children=row/></ul> }),
    };
    view! {
        <h2>{k.drafts}</h2>
        <LastAction list/>
        <div id="drafts">
            {move || newer.get().then(|| view! { <p class="note warn">{k.newer_drafts}</p> })}
            {rows}
        </div>
    }
    .into_any()
}

/// Says what was done last. Where it can be undone, the button for that takes the focus: the one pressed is gone.
#[component]
fn LastAction(
    /// The list.
    list: DraftListState,
) -> impl IntoView {
    let k = keeping(list.locale);
    let undo = NodeRef::<html::Button>::new();
    dom::focus_when(undo, dom::focus_in_view, move || list.done.with(|done| matches!(done, Done::Removed(..))));
    let note = move || match &*list.done.read() {
        Done::Nothing => ().into_any(),
        Done::Copied => view! { <p class="note">{k.copied}</p> }.into_any(),
        Done::Removed(_, failure) => {
            let failure = failure.map(|why| format!(" {}", save_failure(list.locale, why)));
            view! {
                <p class="note">
                    {k.deleted}{failure}" "
                    <button class="link" type="button" id="undo" node_ref=undo on:click=move |_| list.undo()>{k.undo}</button>
                </p>
            }
            .into_any()
        }
    };
    view! { <div id="removed" role="status">{note}</div> }
}

/// A draft: the way to its overview, what is known of it, and its tools when they are open.
#[component]
fn DraftRow(
    /// Its id.
    id: DraftId,
    /// The draft; none while its row is being removed.
    draft: Memo<Option<ListedDraft>>,
    /// The list.
    list: DraftListState,
    /// The questionnaire.
    instrument: StoredValue<Arc<Instrument>>,
) -> impl IntoView {
    let k = keeping(list.locale);
    let name = Signal::derive(move || draft.read().as_ref().map(|d| d.facts.name.clone()).unwrap_or_default());
    let is_managed = Memo::new({
        let id = id.clone();
        move |_| list.managed.read().as_ref() == Some(&id)
    });
    let link = NodeRef::<html::A>::new();
    focus_link(link, id.clone(), list);
    let facts = move || draft.get().map(|d| view! { <Facts facts=d.facts/><p>{d.file}</p> });
    let toggle = {
        let id = id.clone();
        move |_| list.toggle(&id)
    };
    let row_id = format!("draft-{}", id.as_str());
    let href = assess_href(&Assess::Overview, Some(&id), list.locale);
    view! {
        <a href=href id=row_id node_ref=link>{move || name.get()}</a>
        <div class="meta num">{facts}</div>
        <button class="link" type="button" aria-expanded=move || is_managed.get().to_string() on:click=toggle>
            {k.manage}<span class="vh">" "{move || name.get()}</span>
        </button>
        <Show when=move || is_managed.get()>
            <DraftTools id=id.clone() name=name.get_untracked() list instrument/>
        </Show>
    }
}

/// Moves the focus to the link of a draft when the list's state says so, also if its row has just been mounted.
fn focus_link(link: NodeRef<html::A>, id: DraftId, list: DraftListState) {
    Effect::new(move |_| {
        if list.to_focus.read().as_ref() == Some(&id)
            && let Some(link) = link.get()
        {
            dom::focus_in_view(&link);
            list.to_focus.set(None);
        }
    });
}
