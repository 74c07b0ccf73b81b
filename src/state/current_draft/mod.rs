//! The current draft: one signal for each of its records. Every change is written to it and stored as one record.

mod merging;
mod storing;

use crate::browser::{clock, random};
use crate::domain::answers::Answer;
use crate::domain::draft::{Draft, DraftId, Field, Name};
use crate::domain::merge::DRAFTS;
use crate::state::draft_store::{DraftStore, draft_prefix, new_draft_id};
use crate::state::site::Site;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What somebody gives (an answer, a comment, a part of the plan, a field of the measurement), changed in two tabs at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The record.
    pub name: Name,
    /// This tab's value.
    pub ours: String,
    /// The other tab's value.
    pub theirs: String,
}

/// The current draft, from context.
#[derive(Clone, Copy)]
pub struct CurrentDraft {
    site: Site,
    store: DraftStore,
    /// This tab's id in the records that it writes.
    tab: StoredValue<String>,
    pub(crate) draft: StoredValue<Option<Draft>>,
    /// The signals, one for each record that a component has asked for.
    records: StoredValue<BTreeMap<Name, ArcRwSignal<String>>>,
    /// Notified on any change of the draft, for what depends on all of it.
    changes: Trigger,
    /// Whether another tab has removed this draft: then the next change stores all of it again.
    removed_elsewhere: StoredValue<bool>,
    /// The unresolved conflicts: answers and comments that two tabs changed without knowing of each other.
    pub conflicts: RwSignal<Vec<Conflict>>,
    /// The id of the current draft.
    pub id: RwSignal<Option<DraftId>>,
    absent: Memo<bool>,
    lost: Memo<bool>,
}

impl CurrentDraft {
    /// No draft yet. Call once, in the root component.
    pub fn new(site: Site, store: DraftStore) -> CurrentDraft {
        let (draft, id, changes) = (StoredValue::new(None::<Draft>), RwSignal::new(None), Trigger::new());
        let exists = Memo::new(move |_| {
            changes.track();
            draft.with_value(Option::is_some)
        });
        let current = CurrentDraft {
            site,
            store,
            tab: StoredValue::new(if cfg!(feature = "ssr") { String::new() } else { random::name(6) }),
            draft,
            records: StoredValue::new(BTreeMap::new()),
            changes,
            removed_elsewhere: StoredValue::new(false),
            conflicts: RwSignal::new(Vec::new()),
            id,
            absent: Memo::new(move |_| !exists.get() && (id.with(Option::is_none) || store.read.get())),
            lost: Memo::new(move |_| !exists.get() && id.with(Option::is_some) && store.read.get()),
        };
        store.listen(move |key, text| current.merge_incoming(key, text));
        current
    }

    /// The app's instance, from context.
    pub fn get() -> CurrentDraft {
        expect_context()
    }

    /// Whether there is no draft, and IndexedDB, once read, has none either.
    pub fn is_absent(&self) -> Memo<bool> {
        self.absent
    }

    /// Whether the address names a draft that is not on this device.
    pub fn is_lost(&self) -> Memo<bool> {
        self.lost
    }

    /// The value of one record; empty where the draft has none.
    pub fn value(&self, name: &Name) -> Signal<String> {
        self.signal(name).into()
    }

    fn signal(&self, name: &Name) -> ArcRwSignal<String> {
        let known = self.records.with_value(|records| records.get(name).cloned());
        known.unwrap_or_else(|| {
            let value = self.with(|draft| draft.value(name).to_string()).unwrap_or_default();
            let signal = ArcRwSignal::new(value);
            self.records.update_value(|records| {
                records.insert(name.clone(), signal.clone());
            });
            signal
        })
    }

    /// The value of one field of the draft.
    pub fn field(&self, field: Field) -> Signal<String> {
        self.value(&Name::Field(field))
    }

    /// The answer to a statement, by its id. `steps` is the number of steps of the scale.
    pub fn answer(&self, statement: &str, steps: u8) -> Signal<Answer> {
        let word = self.signal(&Name::Answer(statement.to_string()));
        Signal::derive(move || Answer::from_word(&word.read(), steps).unwrap_or_default())
    }

    /// The comment on a statement, by its id.
    pub fn comment(&self, statement: &str) -> Signal<String> {
        self.value(&Name::Comment(statement.to_string()))
    }

    /// Tracks any change of the draft.
    pub fn track(&self) {
        self.changes.track();
    }

    /// Reads the current draft without tracking it.
    pub fn with<T>(&self, read: impl FnOnce(&Draft) -> T) -> Option<T> {
        self.draft.try_with_value(|draft| draft.as_ref().map(read)).flatten()
    }

    /// Opens the draft with this id, or none. Returns whether there is one.
    pub fn open(&self, id: Option<DraftId>) -> bool {
        if self.id.get_untracked() == id {
            return self.draft.with_value(Option::is_some);
        }
        let draft = id.as_ref().and_then(|id| self.store.draft(id));
        let found = draft.is_some();
        self.draft.set_value(draft);
        self.id.set(id);
        self.removed_elsewhere.set_value(false);
        self.conflicts.set(Vec::new());
        self.store.reset_status();
        self.refresh_signals();
        self.changes.notify();
        found
    }

    /// Removes a draft, or all of them.
    pub fn forget(&self, id: Option<&DraftId>) {
        self.store.clear(&id.map_or_else(|| DRAFTS.to_string(), draft_prefix));
        if id.is_none() || self.id.get_untracked().as_ref() == id {
            self.open(None);
        }
    }

    /// Begins a new draft, which becomes the current one.
    pub fn begin(&self) -> DraftId {
        let id = self.start();
        self.refresh_signals();
        self.changes.notify();
        id
    }

    /// Begins a draft for a value that was entered on a page without one.
    fn start(&self) -> DraftId {
        // The draft that the address names may not have been read from IndexedDB yet: then this becomes part of it.
        let id = self.id.get_untracked().filter(|_| !self.store.read.get_untracked()).unwrap_or_else(new_draft_id);
        self.draft.set_value(Some(Draft::new(id.clone())));
        self.id.set(Some(id.clone()));
        self.store_value(Name::Field(Field::Created), &clock::now().to_string(), true);
        id
    }

    /// Updates all signals from the draft.
    fn refresh_signals(&self) {
        let signals: Vec<_> = self
            .records
            .with_value(|records| records.iter().map(|(name, signal)| (name.clone(), signal.clone())).collect());
        for (name, signal) in signals {
            let value = self.with(|draft| draft.value(&name).to_string()).unwrap_or_default();
            set_if_other(&signal, value);
        }
    }

    /// Updates the signal of one record, if a component has asked for it.
    fn publish(&self, name: &Name) {
        if let Some(signal) = self.records.with_value(|records| records.get(name).cloned()) {
            let value = self.with(|draft| draft.value(name).to_string()).unwrap_or_default();
            set_if_other(&signal, value);
        }
    }

    /// Writes one value of the draft and stores it at once. Begins a draft where there is none; then its id is returned.
    pub fn set(&self, name: Name, value: &str) -> Option<DraftId> {
        let begun = if self.draft.with_value(Option::is_some) { None } else { Some(self.start()) };
        self.write(name, value);
        begun
    }

    /// Writes one value of the draft, if there is one, and stores it at once.
    pub fn write(&self, name: Name, value: &str) {
        self.store_value(name, value, true);
        self.changes.notify();
    }

    /// Writes many values at once, which is one change of the draft.
    pub fn write_all(&self, values: impl IntoIterator<Item = (Name, String)>) {
        for (name, value) in values {
            self.store_value(name, &value, false);
        }
        self.write(Name::Field(Field::Changed), &clock::now().to_string());
    }

    /// Notes that a draft has just been saved as a file.
    pub fn note_backup_of(&self, id: &DraftId) {
        self.write_fields_of(id, &[(Field::Backup, &clock::now().to_string())]);
    }

    /// Names a draft, which makes it the last changed.
    pub fn rename(&self, id: &DraftId, name: &str) {
        self.write_fields_of(id, &[(Field::Name, name), (Field::Changed, &clock::now().to_string())]);
    }

    fn write_fields_of(&self, id: &DraftId, fields: &[(Field, &str)]) {
        if self.id.get_untracked().as_ref() == Some(id) && self.draft.with_value(Option::is_some) {
            for (field, value) in fields {
                self.write(Name::Field(*field), value);
            }
            self.store.changes.notify();
        } else {
            self.store.write_fields(id, fields, &self.tab.get_value());
        }
    }
}

/// Sets a signal only if the value differs, so that nothing re-renders without need.
fn set_if_other(signal: &ArcRwSignal<String>, value: String) {
    if signal.with_untracked(|before| *before != value) {
        signal.set(value);
    }
}
