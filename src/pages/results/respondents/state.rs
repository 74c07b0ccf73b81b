//! What the rows of the list of sheets share.

use crate::browser::{dom, page};
use crate::domain::draft::{Field, Name};
use crate::domain::invitation::groups;
use crate::state::current_draft::CurrentDraft;
use leptos::html;
use leptos::prelude::*;

/// A sheet that was removed last, to be had back as long as the page stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RemovedSheet {
    name: Name,
    value: String,
}

/// What the rows share.
#[derive(Clone, Copy)]
pub struct List {
    /// The measurement.
    pub draft: CurrentDraft,
    /// How many statements there are.
    pub statements: usize,
    /// The groups to choose from.
    pub groups: Memo<Vec<String>>,
    /// The id of the sheet whose group is being chosen.
    pub choosing: RwSignal<Option<String>>,
    /// The field for a group. There is one at a time.
    pub choices: NodeRef<html::Select>,
    /// What was removed last.
    pub removed: RwSignal<Option<RemovedSheet>>,
    /// The heading of the list.
    pub heading: NodeRef<html::H2>,
    /// The button that takes the last removal back.
    pub undo: NodeRef<html::Button>,
}

impl List {
    /// The state of a list that is being built.
    pub fn new(statements: usize) -> List {
        let draft = CurrentDraft::get();
        let lines = draft.field(Field::Groups);
        List {
            draft,
            statements,
            groups: Memo::new(move |_| lines.with(|lines| groups(lines).into_iter().map(str::to_string).collect())),
            removed: RwSignal::new(None),
            choosing: RwSignal::new(None),
            heading: NodeRef::new(),
            undo: NodeRef::new(),
            choices: NodeRef::new(),
        }
    }

    /// Removes a sheet. Its button goes with it: the focus moves to the one that takes that back.
    pub fn remove(self, id: &str) {
        let name = Name::Sheet(id.to_string());
        let value = self.draft.with(|draft| draft.value(&name).to_string()).unwrap_or_default();
        self.draft.write(name.clone(), "");
        self.removed.set(Some(RemovedSheet { name, value }));
        page::after_render(move || {
            if let Some(Some(undo)) = self.undo.try_get_untracked() {
                dom::focus_in_view(&undo);
            }
        });
    }

    /// Takes the last removal back. The button for it goes: the focus moves to the heading of the list.
    pub fn undo(self) {
        if let Some(RemovedSheet { name, value }) = self.removed.try_update(Option::take).flatten() {
            self.draft.write(name, &value);
        }
        if let Some(heading) = self.heading.get_untracked() {
            dom::focus_in_view(&heading);
        }
    }

    /// Shows the field for the group of a sheet in the place of the button that was pressed.
    pub fn choose(self, id: &str) {
        self.choosing.set(Some(id.to_string()));
        page::after_render(move || {
            if let Some(Some(choices)) = self.choices.try_get_untracked() {
                dom::focus(&choices);
            }
        });
    }
}
