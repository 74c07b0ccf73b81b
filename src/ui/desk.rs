//! The desk: the draft at hand, and whether all of it is saved.
//!
//! Every change is written to the draft, then stored as one record, then told. What could not be stored stays in
//! memory and is tried again with the next change, by the button, and when the page asks before it is left.

use crate::browser::storage::{self, StorageError};
use crate::browser::{clock, listen, page, random};
use crate::domain::answers::Answer;
use crate::domain::draft::{Draft, DraftId, Field, Name, Record, instrument_word};
use crate::domain::instrument::Instrument;
use crate::ui::components::statement::{field_name, show_answer};
use crate::ui::pages::send::field_id;
use crate::ui::shelf::{PREFIX, draft_prefix, new_draft_id, read_draft, record_key};
use crate::ui::site::Site;
use leptos::prelude::*;

/// Whether all is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Nothing has been written yet.
    Nothing,
    /// Everything was stored, at this time in milliseconds since 1970.
    At(u64),
    /// Something could not be stored.
    Failed(StorageError),
}

/// The draft at hand.
#[derive(Clone, Copy)]
pub struct Desk {
    site: Site,
    tab: StoredValue<String>,
    draft: StoredValue<Option<Draft>>,
    unsaved: StoredValue<Vec<(String, String)>>,
    /// Whether another tab has removed what this one shows: then the next change stores all of it again.
    gone: StoredValue<bool>,
    /// The id of the draft at hand.
    pub id: RwSignal<Option<DraftId>>,
    /// Whether all is stored.
    pub saved: RwSignal<Saved>,
    /// Counts changes; read it to be told of any.
    pub changes: RwSignal<u32>,
    /// Whether there is one.
    pub here: Memo<bool>,
    /// Whether the address names one that is not on this computer.
    pub lost: Memo<bool>,
    /// Counts drafts put on the desk; read it to write their answers anew.
    pub opened: RwSignal<u32>,
}

impl Desk {
    /// An empty desk. Call once, under the app's owner.
    pub fn new(site: Site) -> Desk {
        let (draft, id, changes) = (StoredValue::new(None::<Draft>), RwSignal::new(None), RwSignal::new(0));
        let here = Memo::new(move |_| {
            changes.track();
            draft.with_value(Option::is_some)
        });
        let lost = Memo::new(move |_| !here.get() && id.with(Option::is_some));
        let desk = Desk {
            site,
            tab: StoredValue::new(if cfg!(feature = "ssr") { String::new() } else { random::name(6) }),
            draft,
            unsaved: StoredValue::new(Vec::new()),
            gone: StoredValue::new(false),
            id,
            saved: RwSignal::new(Saved::Nothing),
            changes,
            here,
            lost,
            opened: RwSignal::new(0),
        };
        listen::on_storage(move |key| desk.take_in(key));
        listen::on_leaving(move || desk.unsaved.with_value(|u| !u.is_empty()));
        desk
    }

    /// The app's one.
    pub fn get() -> Desk {
        expect_context::<Desk>()
    }

    /// Puts the draft with this id on the desk, or clears it. Returns whether there was one.
    pub fn open(&self, id: Option<DraftId>) -> bool {
        if self.id.get_untracked() == id {
            return self.draft.with_value(Option::is_some);
        }
        let draft = id.as_ref().and_then(|id| self.with_unsaved(id, read_draft(id)));
        let found = draft.is_some();
        self.draft.set_value(draft);
        self.id.set(id);
        self.gone.set_value(false);
        // What could not be stored is still not stored, whichever draft lies on the desk.
        if self.unsaved.with_value(Vec::is_empty) {
            self.saved.set(Saved::Nothing);
        }
        self.fill();
        found
    }

    /// A stored draft with what could not be stored of it.
    fn with_unsaved(&self, id: &DraftId, stored: Option<Draft>) -> Option<Draft> {
        let prefix = draft_prefix(id);
        self.unsaved.with_value(|unsaved| {
            let own = unsaved.iter().filter_map(|(key, text)| {
                let name = key.strip_prefix(&prefix).and_then(Name::parse)?;
                Some((name, Record::read(key, text).ok()?))
            });
            own.fold(stored, |draft, (name, record)| {
                let mut draft = draft.unwrap_or_else(|| Draft::new(id.clone()));
                draft.merge(name, record);
                Some(draft)
            })
        })
    }

    /// Removes a draft from storage and memory, or all of them.
    pub fn forget(&self, id: Option<&DraftId>) {
        let prefix = id.map_or_else(|| PREFIX.to_string(), draft_prefix);
        self.unsaved.update_value(|unsaved| unsaved.retain(|(key, _)| !key.starts_with(&prefix)));
        for key in storage::keys(&prefix).unwrap_or_default() {
            // Without storage there is nothing to remove.
            let _ = storage::remove(&key);
        }
        if id.is_none() || self.id.get_untracked().as_ref() == id {
            self.open(None);
        }
        if self.unsaved.with_value(Vec::is_empty) {
            self.saved.set(Saved::Nothing);
        }
    }

    fn fill(&self) {
        self.opened.update(|n| *n += 1);
        self.changes.update(|n| *n += 1);
    }

    /// Begins a draft and puts it on the desk.
    pub fn begin(&self) -> DraftId {
        let id = self.start();
        self.fill();
        id
    }

    /// A draft for what stands on the page already, so nothing is written anew.
    fn start(&self) -> DraftId {
        let id = new_draft_id();
        self.draft.set_value(Some(Draft::new(id.clone())));
        self.id.set(Some(id.clone()));
        self.write(Name::Field(Field::Created), &clock::now().to_string());
        id
    }

    /// Reads the draft at hand.
    pub fn with<T>(&self, read: impl FnOnce(&Draft) -> T) -> Option<T> {
        self.draft.with_value(|draft| draft.as_ref().map(read))
    }

    /// What a field of the draft says, told again when anything changes.
    pub fn field(&self, field: Field) -> String {
        self.changes.track();
        self.with(|d| d.field(field).to_string()).unwrap_or_default()
    }

    /// Answers a statement. The first answer without a draft begins one; then its id is returned.
    pub fn answer(&self, instrument: &Instrument, statement: &str, answer: Answer) -> Option<DraftId> {
        instrument.statement(statement)?;
        self.put(Name::Answer(statement.to_string()), answer.word())
    }

    /// Writes one value, and begins a draft for it if there is none; then its id is returned.
    pub fn put(&self, name: Name, value: &str) -> Option<DraftId> {
        let begun = if self.draft.with_value(Option::is_some) { None } else { Some(self.start()) };
        self.write(name, value);
        begun
    }

    /// Writes one value of the draft and stores it at once.
    pub fn write(&self, name: Name, value: &str) {
        let tab = self.tab.get_value();
        let (now, instrument) = (clock::now().to_string(), self.site.instrument());
        let written = self.draft.try_update_value(|draft| {
            let draft = draft.as_mut()?;
            let record = draft.write(name.clone(), value, &tab)?;
            let mut written = vec![(name, record)];
            let mut also = |field, value: &str| {
                let name = Name::Field(field);
                written.extend(draft.write(name.clone(), value, &tab).map(|r| (name, r)));
            };
            also(Field::Changed, &now);
            if let Some(instrument) = instrument {
                also(Field::Instrument, &instrument_word(&instrument.reference));
            }
            if self.gone.get_value() {
                written = draft.records().map(|(n, r)| (n.clone(), r.clone())).collect();
            }
            Some((draft.id().clone(), written))
        });
        self.gone.set_value(false);
        let Some(Some((id, written))) = written else { return };
        for (name, record) in written {
            self.store(&id, &name, &record);
        }
        self.tell();
        self.changes.update(|n| *n += 1);
    }

    fn store(&self, id: &DraftId, name: &Name, record: &Record) {
        let key = record_key(id, name);
        let text = record.store(&key);
        self.unsaved.update_value(|unsaved| {
            unsaved.retain(|(known, _)| *known != key);
            unsaved.push((key, text));
        });
    }

    /// Stores everything that is not, and tells how it went.
    pub fn tell(&self) {
        let mut failure = None;
        self.unsaved.update_value(|unsaved| {
            unsaved.retain(|(key, text)| match storage::set(key, text) {
                Ok(()) => false,
                Err(error) => {
                    failure = Some(error);
                    true
                }
            });
        });
        let before = self.saved.get_untracked();
        let after = failure.map_or_else(|| Saved::At(clock::now()), Saved::Failed);
        self.saved.set(after);
        // Heard at the first save and at every turn for the worse or better, not at each answer.
        let turned = matches!((before, after), (Saved::At(_), Saved::Failed(_)) | (Saved::Failed(_), Saved::At(_)));
        if turned || before == Saved::Nothing {
            crate::ui::components::save_bar::announce(self.site, after);
        }
    }

    /// Takes in what another tab has stored.
    fn take_in(&self, key: Option<String>) {
        let Some(Some(id)) = self.id.try_get_untracked() else { return };
        // All was cleared.
        let Some(key) = key else { return self.gone.set_value(true) };
        let Some(name) = key.strip_prefix(PREFIX).and_then(|k| k.strip_prefix(id.as_str())) else { return };
        let Some(name) = name.strip_prefix('/').and_then(Name::parse) else { return };
        let text = match storage::get(&key) {
            Ok(Some(text)) => text,
            Ok(None) => return self.gone.set_value(true),
            Err(_) => return,
        };
        let Ok(record) = Record::read(&key, &text) else { return };
        let (told, value) = (name.clone(), record.value.clone());
        let changed = self.draft.try_update_value(|d| d.as_mut().is_some_and(|d| d.merge(name, record)));
        if changed == Some(true) {
            self.show(&told, &value);
            self.changes.try_update(|n| *n += 1);
        }
    }

    /// Shows what came from another tab in the fields of this one.
    fn show(&self, name: &Name, value: &str) {
        let Some(instrument) = self.site.instrument() else { return };
        match name {
            Name::Answer(statement) => {
                let answer = Answer::from_word(value, instrument.steps()).unwrap_or_default();
                show_answer(statement, answer, instrument.steps());
            }
            Name::Comment(statement) => page::set_text(&[&field_name(statement), "-kommentar"].concat(), value),
            Name::Field(field) => {
                if let Some(id) = field_id(*field) {
                    page::set_text(id, value);
                }
            }
        }
    }
}
