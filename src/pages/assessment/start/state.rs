//! The state of the list of drafts.

use crate::components::link::name_of;
use crate::domain::draft::{Draft, DraftId};
use crate::domain::journal::StorageError;
use crate::domain::text::Locale;
use crate::i18n::keeping;
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::{DraftStore, new_draft_id};
use leptos::prelude::*;

/// What was done last with a draft, so that it can be said and perhaps undone.
#[derive(Clone, Debug)]
pub(super) enum Done {
    /// Nothing yet.
    Nothing,
    /// It was removed, and can be restored while the page is mounted. With the error, if restoring has failed.
    Removed(Draft, Option<StorageError>),
    /// It was copied.
    Copied,
}

/// The state of the list, and what can be done with its drafts.
#[derive(Clone, Copy)]
pub(super) struct DraftListState {
    current: CurrentDraft,
    store: DraftStore,
    /// The language of the page.
    pub locale: Locale,
    /// The draft whose tools are open.
    pub managed: RwSignal<Option<DraftId>>,
    /// What was done last.
    pub done: RwSignal<Done>,
    /// The draft whose link is to take the focus, until it has.
    pub to_focus: RwSignal<Option<DraftId>>,
}

impl DraftListState {
    /// The state of a list that is being built.
    pub fn new(locale: Locale) -> DraftListState {
        DraftListState {
            current: CurrentDraft::get(),
            store: DraftStore::get(),
            locale,
            managed: RwSignal::new(None),
            done: RwSignal::new(Done::Nothing),
            to_focus: RwSignal::new(None),
        }
    }

    /// The draft as it is stored now.
    pub fn draft(self, id: &DraftId) -> Option<Draft> {
        self.store.draft(id)
    }

    /// Opens the tools of a draft, or closes them.
    pub fn toggle(self, id: &DraftId) {
        self.managed.update(|managed| *managed = (managed.as_ref() != Some(id)).then(|| id.clone()));
    }

    /// Names a draft.
    pub fn rename(self, id: &DraftId, name: &str) {
        self.current.rename(id, name);
        self.close_tools_and_focus(id);
    }

    /// Copies a draft under a name that says so.
    pub fn copy(self, id: &DraftId) {
        let Some(copy) = self.store.draft(id).map(|draft| draft.copy(new_draft_id())) else { return };
        if self.store.put_draft(&copy).is_ok() {
            let name = format!("{}{}", name_of(&copy, self.locale), keeping(self.locale).copy_suffix);
            self.current.rename(copy.id(), &name);
            self.done.set(Done::Copied);
            self.close_tools_and_focus(copy.id());
        }
    }

    /// Removes a draft, which can be undone.
    pub fn remove(self, id: &DraftId) {
        let draft = self.store.draft(id);
        self.current.forget(Some(id));
        self.managed.set(None);
        self.done.set(draft.map_or(Done::Nothing, |draft| Done::Removed(draft, None)));
    }

    /// Puts back the draft that was removed last.
    pub fn undo(self) {
        let Done::Removed(draft, _) = self.done.get_untracked() else { return };
        match self.store.put_draft(&draft) {
            Ok(()) => {
                self.done.set(Done::Nothing);
                self.close_tools_and_focus(draft.id());
            }
            Err(why) => self.done.set(Done::Removed(draft, Some(why))),
        }
    }

    /// The control that was pressed goes away, so the focus moves to the draft that it was about.
    fn close_tools_and_focus(self, id: &DraftId) {
        self.managed.set(None);
        self.to_focus.set(Some(id.clone()));
    }
}
