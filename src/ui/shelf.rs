//! The shelf: drafts in storage, one record each value.

use crate::browser::random;
use crate::browser::storage::{self, StorageError};
use crate::domain::draft::{Draft, DraftId, Name, Record};

/// The prefix of every stored record: `dk1/<draft>/<name>`.
pub const PREFIX: &str = "dk1/";

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
    [PREFIX, id.as_str(), "/"].concat()
}

/// The key that a record is stored under.
pub fn record_key(id: &DraftId, name: &Name) -> String {
    [&draft_prefix(id), name.word().as_str()].concat()
}

/// Reads a draft from storage. Damaged records are left where they are and not read.
pub fn read_draft(id: &DraftId) -> Option<Draft> {
    let prefix = draft_prefix(id);
    let mut draft = Draft::new(id.clone());
    let mut found = false;
    for key in storage::keys(&prefix).ok()? {
        let Some(name) = key.strip_prefix(&prefix).and_then(Name::parse) else { continue };
        let Ok(Some(text)) = storage::get(&key) else { continue };
        if let Ok(record) = Record::read(&key, &text) {
            draft.merge(name, record);
            found = true;
        }
    }
    found.then_some(draft)
}

/// The ids of all stored drafts, in no order.
pub fn stored_ids() -> Vec<DraftId> {
    let keys = storage::keys(PREFIX).unwrap_or_default();
    let mut ids: Vec<DraftId> = Vec::new();
    for (id, _) in keys.iter().filter_map(|k| k.strip_prefix(PREFIX)?.split_once('/')) {
        if !ids.iter().any(|known| known.as_str() == id) {
            ids.extend(DraftId::parse(id));
        }
    }
    ids
}

/// Stores all records of a draft, as when a file has been opened.
///
/// # Errors
/// The first failure; what was stored before it stays.
pub fn store_draft(draft: &Draft) -> Result<(), StorageError> {
    for (name, record) in draft.records() {
        let key = record_key(draft.id(), name);
        storage::set(&key, &record.store(&key))?;
    }
    Ok(())
}
