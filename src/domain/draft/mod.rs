//! A measurement in progress. A draft is a set of small [`Record`]s, one per answer, comment or field, and nothing
//! else: each is stored by itself the moment it changes, and copies merge record by record on a logical clock, never
//! by wall clock and never by which store or tab they came from.

mod elsewhere;
mod file;
mod id;
mod name;
mod organisations;
mod record;

pub use file::{FileError, MAX_FILE, mark, read_file, write_file};
pub use id::DraftId;
pub use name::{Field, Name, PlanPart};
pub use organisations::organisations;
pub use record::{Damage, Record};

use super::answers::Answer;
use super::instrument::{Instrument, InstrumentRef};
use super::sheet::Sheet;
use std::collections::BTreeMap;

/// The longest text of one record, in bytes. A comment longer than this is cut by the field that takes it.
pub const MAX_VALUE: usize = 16 * 1024;

/// The longest sheet of a respondent, in bytes: answers and comments are one record.
pub const MAX_SHEET: usize = 256 * 1024;

/// The longest value of a record with this name.
fn limit(name: &Name) -> usize {
    if matches!(name, Name::Sheet(_)) { MAX_SHEET } else { MAX_VALUE }
}

/// The version of this format, for [`Field::Requires`].
const VERSION: u32 = 1;

/// A measurement in progress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    id: DraftId,
    records: BTreeMap<Name, Record>,
    /// The highest logical time seen.
    clock: u64,
}

impl Draft {
    /// A draft with nothing in it.
    pub fn new(id: DraftId) -> Draft {
        Draft { id, records: BTreeMap::new(), clock: 0 }
    }

    /// Its id.
    pub fn id(&self) -> &DraftId {
        &self.id
    }

    /// Takes in one record from any copy. The one with the higher (logical time, tab) stays, so the order in which
    /// copies are read never matters. Returns whether the draft changed.
    pub fn merge(&mut self, name: Name, record: Record) -> bool {
        self.clock = self.clock.max(record.clock);
        match self.records.get(&name) {
            Some(old) if old.rank() >= record.rank() => false,
            _ => {
                self.records.insert(name, record);
                true
            }
        }
    }

    /// Writes one value and returns the record to store; `None` if it says what is already there.
    pub fn write(&mut self, name: Name, value: &str, tab: &str) -> Option<Record> {
        if self.value(&name) == value {
            return None;
        }
        let over = match self.records.get(&name) {
            // Its own, so it knew what that one knew.
            Some(old) if old.tab == tab => old.over,
            old => Some(old.map_or(0, |old| old.clock)),
        };
        Some(self.set(name, value, tab, over))
    }

    /// Writes one value with knowledge of all others, as when somebody has chosen between two of them.
    pub fn settle(&mut self, name: Name, value: &str, tab: &str) -> Record {
        self.set(name, value, tab, Some(self.clock))
    }

    fn set(&mut self, name: Name, value: &str, tab: &str, over: Option<u64>) -> Record {
        let record = Record { value: value.to_string(), clock: self.clock + 1, tab: tab.to_string(), over };
        self.merge(name, record.clone());
        record
    }

    /// What is here, if `other` says something else and neither of the two tabs knew of the other's. One of them wins by
    /// [`merge`](Self::merge); somebody should be asked.
    pub fn conflict(&self, name: &Name, other: &Record) -> Option<&Record> {
        let own = self.records.get(name)?;
        let (won, lost) = if other.rank() > own.rank() { (other, own) } else { (own, other) };
        let unknown = won.over.is_some_and(|over| lost.clock > over);
        (own.tab != other.tab && own.value != other.value && unknown).then_some(own)
    }

    /// A draft of its own with the same contents: not sent, and saved in no file.
    pub fn copy(&self, id: DraftId) -> Draft {
        let mut copy = Draft { id, ..self.clone() };
        for field in [Field::Submission, Field::Backup] {
            copy.records.remove(&Name::Field(field));
        }
        copy
    }

    /// Whether a newer version of the site has made it so that this one may only read it.
    pub fn is_newer(&self) -> bool {
        self.field(Field::Requires).parse::<u32>().is_ok_and(|version| version > VERSION)
    }

    /// What a record says; empty where there is none.
    pub fn value(&self, name: &Name) -> &str {
        self.records.get(name).map_or("", |r| r.value.as_str())
    }

    /// What a field says; empty where there is none.
    pub fn field(&self, field: Field) -> &str {
        self.value(&Name::Field(field))
    }

    /// All records, in the order of their names.
    pub fn records(&self) -> impl Iterator<Item = (&Name, &Record)> {
        self.records.iter()
    }

    /// The answer to a statement. A word that the scale does not have counts as unanswered; its record stays.
    pub fn answer(&self, statement: &str, steps: u8) -> Answer {
        Answer::from_word(self.value(&Name::Answer(statement.into())), steps).unwrap_or_default()
    }

    /// The comment on a statement; empty where there is none.
    pub fn comment(&self, statement: &str) -> &str {
        self.value(&Name::Comment(statement.into()))
    }

    /// The answers as a sheet of this instrument. Answers to statements that it does not have stay in the draft.
    pub fn sheet(&self, instrument: &Instrument) -> Sheet {
        let mut sheet = Sheet::empty(instrument);
        for (index, statement) in instrument.statements.iter().enumerate() {
            sheet.set(index, self.answer(&statement.id, instrument.steps()));
        }
        sheet
    }

    /// How many records answer something, whatever the instrument.
    pub fn answered(&self) -> usize {
        self.records.iter().filter(|(n, r)| matches!(n, Name::Answer(_)) && !r.value.is_empty()).count()
    }

    /// Whether somebody has put anything into it: an answer, a comment, a plan, or the answers of others.
    pub fn has_content(&self) -> bool {
        self.records.iter().any(|(name, r)| !matches!(name, Name::Field(_)) && !r.value.is_empty())
    }

    /// The organisations measured, see [`organisations`]. The name is kept beside the code so that a draft can be read
    /// without the register.
    pub fn organisations(&self) -> Vec<(Option<&str>, &str)> {
        organisations(self.field(Field::Municipalities), self.field(Field::Organisation))
    }

    /// Names the draft wherever copies of it go, also in files: when it was begun, and by which tab. Empty for a draft
    /// that does not say.
    pub fn origin(&self) -> String {
        let begun = self.records.get(&Name::Field(Field::Created));
        begun.map(|r| [&r.value, "-", &r.tab].concat()).unwrap_or_default()
    }

    /// Whether the draft was begun with this very instrument file. `None` while nothing says.
    pub fn made_with(&self, instrument: &InstrumentRef) -> Option<bool> {
        let stored = self.field(Field::Instrument);
        (!stored.is_empty()).then(|| stored == instrument_word(instrument))
    }
}

/// How a draft names its instrument: `<id>/<version>/<sha256>`.
pub fn instrument_word(reference: &InstrumentRef) -> String {
    [&reference.id, "/", &reference.version.to_string(), "/", &reference.sha256].concat()
}

#[cfg(test)]
pub use name::generated;
#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn draft() -> Draft {
        Draft::new(DraftId::parse("test-1").expect("good id"))
    }

    fn answer(statement: &str) -> Name {
        Name::Answer(statement.into())
    }

    #[test]
    fn a_later_write_wins_and_the_same_value_writes_nothing() {
        let mut draft = draft();
        assert!(draft.write(answer("a"), "4", "t1").is_some());
        assert_eq!(draft.write(answer("a"), "4", "t1"), None);
        assert_eq!(draft.write(answer("a"), "5", "t1").map(|r| r.clock), Some(2));
        assert_eq!(draft.answer("a", 6), Answer::Step(5));
    }

    #[test]
    fn a_copy_has_the_answers_but_is_neither_sent_nor_saved() {
        let mut draft = draft();
        draft.write(answer("a"), "4", "t");
        for (field, value) in [(Field::Submission, "x"), (Field::Backup, "5"), (Field::Changed, "4")] {
            draft.write(Name::Field(field), value, "t");
        }
        assert!(!draft.lacks_backup());
        let copy = draft.copy(DraftId::parse("test-2").expect("good id"));
        assert_eq!((copy.answer("a", 6), copy.field(Field::Submission)), (Answer::Step(4), ""));
        assert!(copy.lacks_backup());
    }

    #[test]
    fn organisations_are_read_from_their_fields() {
        let mut draft = draft();
        assert!(draft.organisations().is_empty());
        draft.write(Name::Field(Field::Municipalities), "2062 Mora;0114 Upplands Väsby", "t");
        draft.write(Name::Field(Field::Organisation), " Ett förbund ", "t");
        let expected = [(Some("2062"), "Mora"), (Some("0114"), "Upplands Väsby"), (None, "Ett förbund")];
        assert_eq!(draft.organisations(), expected);
    }

    #[test]
    fn taking_an_answer_back_is_a_record_too() {
        let mut draft = draft();
        draft.write(answer("a"), "4", "t1");
        draft.write(answer("a"), "", "t1");
        assert_eq!(draft.answer("a", 6), Answer::Unanswered);
        assert_eq!(draft.answered(), 0);
    }

    #[test]
    fn two_tabs_that_did_not_know_of_each_other_are_in_conflict_and_a_choice_ends_it() {
        let (mut one, mut two) = (draft(), draft());
        let first = one.write(answer("a"), "1", "t1").expect("new");
        assert_eq!(two.conflict(&answer("a"), &first), None);
        two.merge(answer("a"), first);
        let ours = one.write(answer("a"), "2", "t1").expect("new");
        let theirs = two.write(answer("a"), "3", "t2").expect("new");
        assert_eq!(one.conflict(&answer("a"), &theirs).map(|r| r.value.as_str()), Some("2"));
        assert_eq!(two.conflict(&answer("a"), &ours).map(|r| r.value.as_str()), Some("3"));
        one.merge(answer("a"), theirs);
        two.merge(answer("a"), ours);
        let chosen = one.settle(answer("a"), "2", "t1");
        assert_eq!(two.conflict(&answer("a"), &chosen), None);
        two.merge(answer("a"), chosen);
        assert_eq!((one.answer("a", 6), two.answer("a", 6)), (Answer::Step(2), Answer::Step(2)));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn tabs_that_take_turns_are_never_in_conflict(turns in proptest::collection::vec((0u8..2, 1u8..7, 0u8..2), 0..30)) {
            let mut tabs = [draft(), draft()];
            for (tab, value, statement) in turns {
                let (own, other) = (usize::from(tab), usize::from(1 - tab));
                let name = answer(&statement.to_string());
                if let Some(record) = tabs[own].write(name.clone(), &value.to_string(), &tab.to_string()) {
                    prop_assert_eq!(tabs[other].conflict(&name, &record), None);
                    tabs[other].merge(name, record);
                }
            }
        }

        #[test]
        fn copies_merge_to_the_same_draft_in_any_order(
            writes in proptest::collection::vec((0u8..5, 0u8..7, 1u64..9, 0u8..3), 0..40),
            swaps in proptest::collection::vec((0usize..40, 0usize..40), 0..40),
        ) {
            // One tab never writes two values at one logical time, so the value follows from (name, clock, tab).
            let records: Vec<(Name, Record)> = writes.iter().map(|&(n, _, clock, tab)| {
                let value = ((u64::from(n) + clock + u64::from(tab)) % 7).to_string();
                (answer(&n.to_string()), Record { value, clock, tab: tab.to_string(), over: None })
            }).collect();
            let mut shuffled = records.clone();
            for (a, b) in swaps {
                if a < shuffled.len() && b < shuffled.len() { shuffled.swap(a, b); }
            }
            let (mut one, mut other) = (draft(), draft());
            for (n, r) in records.iter().chain(&records) { one.merge(n.clone(), r.clone()); }
            for (n, r) in shuffled { other.merge(n, r); }
            prop_assert_eq!(one, other);
        }
    }
}
