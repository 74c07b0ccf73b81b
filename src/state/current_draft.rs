//! The desk: the draft at hand. Every change is written to it, stored as one record, then told.

use crate::browser::{clock, page, random};
use crate::components::save_bar::announce;
use crate::components::statement::{field_name, show_answer};
use crate::domain::answers::Answer;
use crate::domain::draft::{Draft, DraftId, Field, Name, Record, instrument_word};
use crate::domain::instrument::Instrument;
use crate::domain::merge::DRAFTS;
use crate::pages::results::plan::plan_field;
use crate::pages::sending::contact::field_id;
use crate::state::draft_store::{DraftStore, Saved, draft_prefix, new_draft_id, record_key};
use crate::state::site::Site;
use leptos::prelude::*;

/// An answer or comment that was changed in two tabs at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which.
    pub name: Name,
    /// What this tab said.
    pub ours: String,
    /// What the other tab said.
    pub theirs: String,
}

/// The draft at hand.
#[derive(Clone, Copy)]
pub struct CurrentDraft {
    site: Site,
    tab: StoredValue<String>,
    pub(crate) draft: StoredValue<Option<Draft>>,
    shelf: DraftStore,
    /// Whether another tab has removed what this one shows: then the next change stores all of it again.
    gone: StoredValue<bool>,
    /// What two tabs have said without knowing of each other.
    pub conflicts: RwSignal<Vec<Conflict>>,
    /// The id of the draft at hand.
    pub id: RwSignal<Option<DraftId>>,
    /// Counts changes; read it to be told of any.
    pub changes: RwSignal<u32>,
    /// Whether there is none, nor one to come from the disk. A page must not be written anew because the disk has been read.
    pub absent: Memo<bool>,
    /// Whether the address names one that is not on this computer.
    pub lost: Memo<bool>,
    /// Counts drafts put on the desk; read it to write answers anew.
    pub opened: RwSignal<u32>,
}

impl CurrentDraft {
    /// An empty desk. Call once, under the app's owner.
    pub fn new(site: Site, shelf: DraftStore) -> CurrentDraft {
        let (draft, id, changes) = (StoredValue::new(None::<Draft>), RwSignal::new(None), RwSignal::new(0));
        let here = Memo::new(move |_| {
            changes.track();
            draft.with_value(Option::is_some)
        });
        let lost = Memo::new(move |_| !here.get() && id.with(Option::is_some) && shelf.read.get());
        let absent = Memo::new(move |_| !here.get() && (id.with(Option::is_none) || shelf.read.get()));
        let desk = CurrentDraft {
            site,
            tab: StoredValue::new(if cfg!(feature = "ssr") { String::new() } else { random::name(6) }),
            draft,
            shelf,
            gone: StoredValue::new(false),
            conflicts: RwSignal::new(Vec::new()),
            id,
            changes,
            absent,
            lost,
            opened: RwSignal::new(0),
        };
        shelf.listen(move |key, text| desk.take_in(key, text));
        let mut told = Saved::Nothing;
        Effect::new(move |_| {
            let saved = shelf.saved.get();
            announce(site, told, saved);
            if saved != Saved::Underway {
                told = saved;
            }
        });
        desk
    }

    /// The app's one.
    pub fn get() -> CurrentDraft {
        expect_context()
    }

    /// Puts the draft with this id on the desk, or clears it. Returns whether there was one.
    pub fn open(&self, id: Option<DraftId>) -> bool {
        if self.id.get_untracked() == id {
            return self.draft.with_value(Option::is_some);
        }
        let draft = id.as_ref().and_then(|id| self.shelf.draft(id));
        let found = draft.is_some();
        self.draft.set_value(draft);
        self.id.set(id);
        self.gone.set_value(false);
        self.conflicts.set(Vec::new());
        self.shelf.calm();
        self.fill();
        found
    }

    /// Removes a draft, or all of them.
    pub fn forget(&self, id: Option<&DraftId>) {
        self.shelf.clear(&id.map_or_else(|| DRAFTS.to_string(), draft_prefix));
        if id.is_none() || self.id.get_untracked().as_ref() == id {
            self.open(None);
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
        // What the address names may still be on its way from the disk: then this becomes part of it.
        let id = self.id.get_untracked().filter(|_| !self.shelf.read.get_untracked()).unwrap_or_else(new_draft_id);
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
        self.store(name, value, true);
        self.changes.update(|n| *n += 1);
    }

    /// The same for one of many values: [`tell`](Self::tell) after the last.
    pub fn write_untold(&self, name: Name, value: &str) {
        self.store(name, value, false);
    }

    /// Tells of what has been written.
    pub fn tell(&self) {
        self.write(Name::Field(Field::Changed), &clock::now().to_string());
    }

    fn store(&self, name: Name, value: &str, alone: bool) {
        if self.with(Draft::is_newer) == Some(true) {
            // Only read: show again what it says.
            let stored = self.with(|d| d.value(&name).to_string()).unwrap_or_default();
            return self.show(&name, &stored);
        }
        let tab = self.tab.get_value();
        let settles = self.conflicts.with_untracked(|all| all.iter().any(|c| c.name == name));
        if settles {
            self.conflicts.update(|all| all.retain(|c| c.name != name));
        }
        let (now, instrument) = (clock::now().to_string(), self.site.instrument());
        let written = self.draft.try_update_value(|draft| {
            let draft = draft.as_mut()?;
            let settled = settles.then(|| draft.settle(name.clone(), value, &tab));
            let record = settled.or_else(|| draft.write(name.clone(), value, &tab))?;
            let is_content = !matches!(name, Name::Field(Field::Backup | Field::Place | Field::Changed));
            let mut written = vec![(name, record)];
            let mut also = |field, value: &str| {
                let name = Name::Field(field);
                written.extend(draft.write(name.clone(), value, &tab).map(|r| (name, r)));
            };
            if alone && is_content {
                also(Field::Changed, &now);
            }
            if let Some(instrument) = instrument.filter(|_| alone) {
                also(Field::Instrument, &instrument_word(&instrument.reference));
            }
            if self.gone.get_value() {
                written = draft.records().map(|(n, r)| (n.clone(), r.clone())).collect();
            }
            Some((draft.id().clone(), written))
        });
        self.gone.set_value(false);
        let Some((id, written)) = written.flatten() else { return };
        for (name, record) in written {
            let key = record_key(&id, &name);
            let text = record.store(&key);
            self.shelf.put(key, Some(text));
        }
    }

    /// Takes in what another tab has stored, or what the disk had.
    fn take_in(&self, key: Option<&str>, text: Option<&str>) {
        let Some(Some(id)) = self.id.try_get_untracked() else { return };
        // All was cleared.
        let Some(key) = key else { return self.gone.set_value(true) };
        let Some(name) = key.strip_prefix(&draft_prefix(&id)).and_then(Name::parse) else { return };
        let Some(text) = text else { return self.gone.set_value(true) };
        if self.draft.with_value(Option::is_none) {
            self.draft.set_value(Some(Draft::new(id)));
        }
        let Ok(record) = Record::read(key, text) else { return };
        let (told, value) = (name.clone(), record.value.clone());
        let can_conflict = matches!(name, Name::Answer(_) | Name::Comment(_));
        let ours = self.with(|d| d.conflict(&name, &record).map(|own| own.value.clone())).flatten();
        let ours = ours.filter(|_| can_conflict);
        let conflicts = ours.is_some();
        if let Some(ours) = ours {
            let conflict = Conflict { name: name.clone(), ours, theirs: value.clone() };
            self.conflicts.update(|all| {
                all.retain(|c| c.name != conflict.name);
                all.push(conflict);
            });
        }
        let changed = self.draft.try_update_value(|d| d.as_mut().is_some_and(|d| d.merge(name, record)));
        if changed == Some(true) {
            if !conflicts {
                // The other tab has made the choice.
                self.conflicts.update(|all| all.retain(|c| c.name != told));
            }
            self.show(&told, &value);
            self.changes.try_update(|n| *n += 1);
        }
    }

    /// Ends the first conflict with what this tab said, or with the other's.
    pub fn settle(&self, ours: bool) {
        let Some(conflict) = self.conflicts.with_untracked(|all| all.first().cloned()) else { return };
        let value = if ours { &conflict.ours } else { &conflict.theirs };
        self.write(conflict.name.clone(), value);
        self.show(&conflict.name, value);
    }

    /// Notes that a draft has just been saved as a file.
    pub fn note_backup_of(&self, id: &DraftId) {
        self.fields_of(id, &[(Field::Backup, &clock::now().to_string())]);
    }

    /// Names a draft, which makes it the last changed.
    pub fn rename(&self, id: &DraftId, name: &str) {
        self.fields_of(id, &[(Field::Name, name), (Field::Changed, &clock::now().to_string())]);
    }

    fn fields_of(&self, id: &DraftId, fields: &[(Field, &str)]) {
        if self.id.get_untracked().as_ref() == Some(id) && self.draft.with_value(Option::is_some) {
            for (field, value) in fields {
                self.write(Name::Field(*field), value);
            }
            self.shelf.changes.update(|n| *n += 1);
        } else {
            self.shelf.write_fields(id, fields, &self.tab.get_value());
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
            // The lists of these are written anew with the draft.
            Name::Sheet(_) | Name::Group(_) | Name::Baseline(_) => {}
            Name::Plan(part, id) => page::set_text(&plan_field(*part, id), value),
            Name::Field(field) => {
                if let Some(id) = field_id(*field) {
                    page::set_text(id, value);
                }
            }
        }
    }
}
