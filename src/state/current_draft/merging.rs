//! Merging records from other tabs or from the disk, and the conflicts between them.

use super::{Conflict, CurrentDraft};
use crate::domain::draft::{Draft, Field, Name, Record};
use crate::state::draft_store::draft_prefix;
use leptos::prelude::*;

impl CurrentDraft {
    /// Merges a value that another tab has stored or that IndexedDB had. No key: everything was cleared.
    pub(super) fn merge_incoming(&self, key: Option<&str>, text: Option<&str>) {
        let Some(Some(id)) = self.id.try_get_untracked() else { return };
        let Some(key) = key else { return self.removed_elsewhere.set_value(true) };
        let Some(name) = key.strip_prefix(&draft_prefix(&id)).and_then(Name::parse) else { return };
        let Some(text) = text else { return self.removed_elsewhere.set_value(true) };
        if self.draft.with_value(Option::is_none) {
            self.draft.set_value(Some(Draft::new(id)));
        }
        let Ok(record) = Record::read(key, text) else { return };
        let conflict = self.conflict_with(&name, &record);
        if let Some(conflict) = conflict.clone() {
            self.conflicts.update(|all| {
                all.retain(|c| c.name != conflict.name);
                all.push(conflict);
            });
        }
        let merged = self.draft.try_update_value(|d| d.as_mut().is_some_and(|d| d.merge(name.clone(), record)));
        if merged == Some(true) {
            // Without a conflict the other tab has made the choice, if there was one to make.
            if conflict.is_none() && self.conflicts.with_untracked(|all| all.iter().any(|c| c.name == name)) {
                self.conflicts.update(|all| all.retain(|c| c.name != name));
            }
            self.publish(&name);
            self.changes.notify();
        }
    }

    /// This tab's value of what somebody gives, if another tab's record was written without knowing of it.
    fn conflict_with(&self, name: &Name, record: &Record) -> Option<Conflict> {
        let is_given = match name {
            Name::Answer(_) | Name::Comment(_) | Name::Plan(..) => true,
            Name::Field(field) => matches!(field, Field::Organisation | Field::Groups | Field::Expected),
            _ => false,
        };
        if !is_given {
            return None;
        }
        let ours = self.with(|draft| draft.conflict(name, record).map(|own| own.value.clone())).flatten()?;
        Some(Conflict { name: name.clone(), ours, theirs: record.value.clone() })
    }

    /// Resolves the first conflict, with this tab's value or the other's.
    pub fn settle(&self, ours: bool) {
        let Some(conflict) = self.conflicts.with_untracked(|all| all.first().cloned()) else { return };
        let value = if ours { &conflict.ours } else { &conflict.theirs };
        self.write(conflict.name.clone(), value);
    }
}
