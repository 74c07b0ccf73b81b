//! One stored value, and the format it is stored in.

use crate::domain::key::{self, or_default};
use serde::{Deserialize, Serialize};

/// One stored value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What it says. Empty means taken back.
    pub value: String,
    /// Logical time, from 1: one more than the highest seen in the draft when it was written.
    pub clock: u64,
    /// The tab that wrote it; decides between two records of the same time.
    pub tab: String,
    /// Logical time of the record that this one overwrote, as far as the writing tab knew; 0 if there was none, `None`
    /// if not stored. It shows whether two tabs wrote without knowing of each other.
    pub over: Option<u64>,
}

/// Why a stored text is not a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It is not the JSON it should be.
    Format,
    /// It is, but its content does not fit its checksum.
    Checksum,
}

/// The stored form, version 1. Version and draft are in the key.
#[derive(Serialize, Deserialize)]
struct RecordV1 {
    #[serde(rename = "v")]
    value: String,
    #[serde(rename = "l")]
    clock: u64,
    #[serde(rename = "t")]
    tab: String,
    /// One that cannot be read counts as left out; the checksum tells.
    #[serde(rename = "o", default, deserialize_with = "or_default", skip_serializing_if = "Option::is_none")]
    over: Option<u64>,
    /// Of 32 bits. A larger one is a wrong one.
    #[serde(rename = "c")]
    checksum: u64,
}

impl Record {
    /// What decides between two records of one value: logical time, then tab.
    pub fn rank(&self) -> (u64, &str) {
        (self.clock, &self.tab)
    }

    /// The text to store under `key`. The checksum covers the key too, so that a record never passes for another.
    pub fn store(&self, key: &str) -> String {
        let Record { value, clock, tab, over } = self.clone();
        let stored = RecordV1 { value, clock, tab, over, checksum: u64::from(self.checksum(key)) };
        // Strings and integers only: this cannot fail.
        serde_json::to_string(&stored).unwrap_or_default()
    }

    /// Reads what [`store`](Self::store) wrote under `key`.
    ///
    /// # Errors
    /// [`Damage`] if it is anything else.
    pub fn read(key: &str, text: &str) -> Result<Record, Damage> {
        // Escaping makes a byte six at the most.
        if text.len() > super::MAX_SHEET * 6 + 200 {
            return Err(Damage::Format);
        }
        let stored: RecordV1 = key::read(text).ok_or(Damage::Format)?;
        let RecordV1 { value, clock, tab, over, checksum } = stored;
        let record = Record { value, clock, tab, over };
        if u64::from(record.checksum(key)) != checksum {
            return Err(Damage::Checksum);
        }
        Ok(record)
    }

    /// FNV-1a over all parts, each ended by a byte that UTF-8 never has. It guards against damage, not against people.
    fn checksum(&self, key: &str) -> u32 {
        let (time, over) = (self.clock.to_le_bytes(), self.over.unwrap_or(0).to_le_bytes());
        // The first records had no such part.
        let over = if self.over.is_some() { over.as_slice() } else { &[] };
        [key.as_bytes(), self.value.as_bytes(), &time, self.tab.as_bytes(), over]
            .iter()
            .take(if self.over.is_some() { 5 } else { 4 })
            .flat_map(|part| part.iter().chain(&[0xff]))
            .fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_stored_is_read_back(value in ".{0,200}", clock in 0u64..1 << 52, tab in "[a-z0-9]{0,8}", over in proptest::option::of(0u64..9)) {
            let record = Record { value, clock, tab, over };
            prop_assert_eq!(Record::read("k", &record.store("k")), Ok(record));
        }

        #[test]
        fn any_change_of_a_stored_byte_is_noticed_or_harmless(at in 0usize..200, byte in 0u8..128) {
            let record = Record { value: "fyra".into(), clock: 7, tab: "t1".into(), over: Some(3) };
            let mut bytes = record.store("k").into_bytes();
            let at = at % bytes.len();
            bytes[at] = byte;
            let text = String::from_utf8(bytes).expect("ascii");
            if let Ok(read) = Record::read("k", &text) { prop_assert_eq!(read, record); }
        }
    }

    #[test]
    fn a_record_does_not_pass_for_another() {
        let record = Record { value: "4".into(), clock: 1, tab: "t".into(), over: None };
        assert_eq!(Record::read("b", &record.store("a")), Err(Damage::Checksum));
        assert_eq!(Record::read("a", "null"), Err(Damage::Format));
        assert_eq!(Record::read("a", ""), Err(Damage::Format));
    }
}
