//! A measurement in progress. A draft is a set of small [`Record`]s, one per answer, comment or field, and nothing
//! else: each is stored by itself the moment it changes, and copies merge record by record on a logical clock, never
//! by wall clock and never by which store or tab they came from.

mod file;
mod name;
mod record;

pub use file::{MAX_FILE, read_file, write_file};
pub use name::{Field, Name};
pub use record::{Damage, Record};

use super::answers::{Answer, Sheet};
use super::instrument::{Instrument, InstrumentRef};
use std::collections::BTreeMap;

/// Names a draft: what `?utkast=` holds. 4–40 of `a-z`, `0-9` and `-`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(String);

impl DraftId {
    /// Checks the form of an id that comes from outside.
    pub fn parse(text: &str) -> Option<DraftId> {
        let fits = (4..=40).contains(&text.len());
        let plain = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        (fits && plain).then(|| DraftId(text.to_string()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The longest text of one record, in bytes. A comment longer than this is cut by the field that takes it.
pub const MAX_VALUE: usize = 16 * 1024;

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
        let record = Record { value: value.to_string(), clock: self.clock + 1, tab: tab.to_string() };
        self.merge(name, record.clone());
        Some(record)
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

    /// The organisations measured: code and name of each municipality in the order chosen, and any other organisation
    /// (without a code) last. The name is kept beside the code so that a draft can be read without the register.
    pub fn organisations(&self) -> Vec<(Option<&str>, &str)> {
        let chosen = self.field(Field::Municipalities).split(';').filter_map(|m| m.split_once(' '));
        let other = Some(self.field(Field::Organisation).trim()).filter(|o| !o.is_empty());
        chosen.map(|(code, name)| (Some(code), name)).chain(other.map(|name| (None, name))).collect()
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
    fn ids_from_outside_are_checked() {
        for bad in ["", "abc", "ABCDE", "a/b/c", "åäöåäö", "a b c d", &"x".repeat(41)] {
            assert_eq!(DraftId::parse(bad), None, "{bad}");
        }
        assert!(DraftId::parse("k3f9-x2").is_some());
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

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn copies_merge_to_the_same_draft_in_any_order(
            writes in proptest::collection::vec((0u8..5, 0u8..7, 1u64..9, 0u8..3), 0..40),
            swaps in proptest::collection::vec((0usize..40, 0usize..40), 0..40),
        ) {
            // One tab never writes two values at one logical time, so the value follows from (name, clock, tab).
            let records: Vec<(Name, Record)> = writes.iter().map(|&(n, _, clock, tab)| {
                let value = ((u64::from(n) + clock + u64::from(tab)) % 7).to_string();
                (answer(&n.to_string()), Record { value, clock, tab: tab.to_string() })
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
