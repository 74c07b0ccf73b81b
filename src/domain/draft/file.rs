//! The draft file: all records of a draft as JSON, for the day when storage fails or the work moves to another computer.
//! Opening it always makes a new draft.

use super::{Draft, DraftId, MAX_VALUE, Name, Record};
use crate::domain::json;
use serde::Serialize;

/// The largest file that is read, in bytes.
pub const MAX_FILE: usize = 4 * 1024 * 1024;

const FORMAT: &str = "dimios-draft/1";

/// The file, version 1.
#[derive(Serialize)]
struct FileV1 {
    format: String,
    records: Vec<RecordV1>,
}

#[derive(Serialize)]
struct RecordV1 {
    name: String,
    value: String,
    clock: u64,
    tab: String,
}

/// Writes a draft as a file.
pub fn write_file(draft: &Draft) -> String {
    let records = draft.records().map(|(name, r)| RecordV1 {
        name: name.word(),
        value: r.value.clone(),
        clock: r.clock,
        tab: r.tab.clone(),
    });
    let file = FileV1 { format: FORMAT.into(), records: records.collect() };
    // Strings and integers only: this cannot fail.
    serde_json::to_string(&file).unwrap_or_default()
}

/// Reads a file as a new draft with this id. `None` if it is anything else: foreign, damaged, newer, or too large.
/// Records of a kind that a newer version may have are left out.
pub fn read_file(text: &str, id: DraftId) -> Option<Draft> {
    if text.len() > MAX_FILE {
        return None;
    }
    let file = json::read(text)?;
    if json::text(&file, "format") != Some(FORMAT) {
        return None;
    }
    let mut draft = Draft::new(id);
    for (name, record) in json::list(&file, "records", read_record)? {
        let fits = record.value.len() <= MAX_VALUE && record.tab.len() <= 40 && record.clock < 1 << 52;
        if let Some(name) = Name::parse(&name).filter(|_| fits) {
            draft.merge(name, record);
        }
    }
    Some(draft)
}

fn read_record(record: &json::Value) -> Option<(String, Record)> {
    let (value, tab) = (json::string(record, "value")?, json::string(record, "tab")?);
    Some((json::string(record, "name")?, Record { value, clock: json::number(record, "clock")?, tab }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::Field;
    use proptest::prelude::*;

    fn id(text: &str) -> DraftId {
        DraftId::parse(text).expect("good id")
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_file_gives_the_same_draft_back(values in proptest::collection::vec(("[a-z_]{1,9}", ".{0,60}"), 0..30)) {
            let mut draft = Draft::new(id("draft-1"));
            draft.write(Name::Field(Field::Organisation), "Å", "t");
            for (statement, value) in values {
                draft.write(Name::Comment(statement), &value, "t");
            }
            prop_assert_eq!(read_file(&write_file(&draft), id("draft-1")), Some(draft));
        }

        #[test]
        fn no_damage_makes_it_panic(at in 0usize..400, byte in 0u8..128) {
            let mut draft = Draft::new(id("draft-1"));
            draft.write(Name::Answer("a".into()), "4", "t");
            let mut bytes = write_file(&draft).into_bytes();
            let at = at % bytes.len();
            bytes[at] = byte;
            let _ = read_file(&String::from_utf8_lossy(&bytes), id("draft-2"));
        }
    }

    #[test]
    fn foreign_and_newer_files_are_refused() {
        for text in ["", "{}", "[]", "hej", "{\"format\":\"dimios-draft/2\",\"records\":[]}"] {
            assert_eq!(read_file(text, id("draft-1")), None, "{text}");
        }
    }
}
