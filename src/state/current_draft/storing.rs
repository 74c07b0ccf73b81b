//! Writing into the draft and storing what changed, record by record.

use super::CurrentDraft;
use crate::browser::clock;
use crate::domain::draft::{Draft, DraftId, Field, Name, Record, instrument_word};
use crate::state::draft_store::record_key;
use leptos::prelude::*;

impl CurrentDraft {
    /// Writes and stores one value. `alone`: not part of a batch, so the time of the change and the questionnaire are
    /// stored with it.
    pub(super) fn store_value(&self, name: Name, value: &str, alone: bool) {
        if self.with(Draft::is_newer) == Some(true) {
            // Read-only: notify, so that a field that was typed into shows the stored value again.
            if let Some(signal) = self.records.with_value(|records| records.get(&name).cloned()) {
                signal.notify();
            }
            return;
        }
        let settles = self.conflicts.with_untracked(|all| all.iter().any(|c| c.name == name));
        if settles {
            self.conflicts.update(|all| all.retain(|c| c.name != name));
        }
        let written = self.records_to_write(name, value, alone, settles);
        self.removed_elsewhere.set_value(false);
        let Some((id, written)) = written else { return };
        for (name, record) in written {
            let key = record_key(&id, &name);
            let text = record.store(&key);
            self.store.put(key, Some(text));
            self.publish(&name);
        }
    }

    /// Writes a value into the draft. Returns the draft's id and every record that changes with it.
    fn records_to_write(
        &self,
        name: Name,
        value: &str,
        alone: bool,
        settles: bool,
    ) -> Option<(DraftId, Vec<(Name, Record)>)> {
        let (now, instrument) = (clock::now().to_string(), self.site.instrument());
        let (tab, removed) = (self.tab.get_value(), self.removed_elsewhere.get_value());
        let written = self.draft.try_update_value(|draft| {
            let draft = draft.as_mut()?;
            let settled = settles.then(|| draft.settle(name.clone(), value, &tab));
            let record = settled.or_else(|| draft.write(name.clone(), value, &tab))?;
            let is_content = !matches!(name, Name::Field(Field::Backup | Field::Place | Field::Changed));
            let mut written = vec![(name, record)];
            let mut also = |field, value: &str| {
                let name = Name::Field(field);
                written.extend(draft.write(name.clone(), value, &tab).map(|record| (name, record)));
            };
            if alone && is_content {
                also(Field::Changed, &now);
            }
            if let Some(instrument) = instrument.filter(|_| alone) {
                also(Field::Instrument, &instrument_word(&instrument.reference));
            }
            if removed {
                written = draft.records().map(|(name, record)| (name.clone(), record.clone())).collect();
            }
            Some((draft.id().clone(), written))
        });
        written.flatten()
    }
}
