//! Drafts in the store: each is many values, one for each record.

use super::{DraftStore, Saved};
use crate::browser::random;
use crate::domain::draft::{Draft, DraftId, Field, Name, Record};
use crate::domain::journal::StorageError;
use crate::domain::merge::DRAFTS;
use leptos::prelude::*;

impl DraftStore {
    /// Reads a draft. Damaged records are left where they are and not read.
    pub fn draft(&self, id: &DraftId) -> Option<Draft> {
        let prefix = draft_prefix(id);
        let mut draft = Draft::new(id.clone());
        let mut found = false;
        self.values.with_value(|values| {
            for (key, text) in values.iter() {
                let Some(name) = key.strip_prefix(&prefix).and_then(Name::parse) else { continue };
                if let Ok(record) = Record::read(key, text) {
                    draft.merge(name, record);
                    found = true;
                }
            }
        });
        found.then_some(draft)
    }

    /// The ids of all drafts, in no order.
    pub fn drafts(&self) -> Vec<DraftId> {
        let mut ids: Vec<DraftId> = Vec::new();
        for (id, _) in self.keys(DRAFTS).iter().filter_map(|k| k.strip_prefix(DRAFTS)?.split_once('/')) {
            if !ids.iter().any(|known| known.as_str() == id) {
                ids.extend(DraftId::parse(id));
            }
        }
        ids
    }

    /// Stores all records of a draft, as when a file has been opened. Returns the error if neither store has them.
    pub fn put_draft(&self, draft: &Draft) -> Result<(), StorageError> {
        for (name, record) in draft.records() {
            let key = record_key(draft.id(), name);
            let text = record.store(&key);
            self.put(key, Some(text));
        }
        self.changes.notify();
        match self.saved.get_untracked() {
            Saved::Failed(why) => Err(why),
            _ => Ok(()),
        }
    }
}

impl DraftStore {
    /// Writes fields of a draft that is not the current one.
    pub fn write_fields(&self, id: &DraftId, fields: &[(Field, &str)], tab: &str) {
        let Some(mut draft) = self.draft(id).filter(|d| !d.is_newer()) else { return };
        for (field, value) in fields {
            let name = Name::Field(*field);
            if let Some(record) = draft.write(name.clone(), value, tab) {
                let key = record_key(id, &name);
                let text = record.store(&key);
                self.put(key, Some(text));
            }
        }
        self.changes.notify();
    }
}

/// A fresh id.
pub fn new_draft_id() -> DraftId {
    loop {
        if let Some(id) = DraftId::parse(&random::name(10)) {
            return id;
        }
    }
}

/// What the keys of a draft begin with.
pub fn draft_prefix(id: &DraftId) -> String {
    [DRAFTS, id.as_str(), "/"].concat()
}

/// The key that a record is stored under.
pub fn record_key(id: &DraftId, name: &Name) -> String {
    [&draft_prefix(id), name.word().as_str()].concat()
}
