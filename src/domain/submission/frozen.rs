//! Frozen bytes, their key, and how an entry of the outbox is stored.

use super::check::{Along, Missing, ReadyToSend, check};
use super::delivery::Delivery;
use crate::domain::draft::Draft;
use crate::domain::hash::sha256_hex;
use crate::domain::instrument::Instrument;
use crate::domain::key::{self, or_default};
use serde::{Deserialize, Serialize};

/// Bytes that never change again, with the key that names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenSubmission {
    id: String,
    sha256: String,
    text: String,
    /// What the bytes say, where they are sealed.
    plain: Option<String>,
}

impl FrozenSubmission {
    /// Freezes a submission: `id` is a fresh random UUID, `created` the time in UTC as `2026-05-17T14:32:05Z`.
    pub fn freeze(ready: ReadyToSend, id: &str, created: &str) -> FrozenSubmission {
        let mut submission = ready.into_submission();
        submission.id = id.to_string();
        submission.created = created.to_string();
        // Strings, lists and integers only: this cannot fail.
        FrozenSubmission::of(id, serde_json::to_string(&submission).unwrap_or_default())
    }

    /// What was frozen elsewhere: `text` is its bytes, and `id` the UUID that they name.
    pub fn of(id: &str, text: String) -> FrozenSubmission {
        FrozenSubmission { id: id.to_string(), sha256: sha256_hex(text.as_bytes()), text, plain: None }
    }

    /// The same, sealed for the organiser: what is sent is `sealed`, and what it says stays here to be shown.
    pub fn seal(self, sealed: String) -> FrozenSubmission {
        FrozenSubmission { id: self.id, sha256: sha256_hex(sealed.as_bytes()), text: sealed, plain: Some(self.text) }
    }

    /// The bytes to send, canonical JSON.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// `<uuid>.<sha256 of the bytes>`: the name it is stored under everywhere.
    pub fn key(&self) -> String {
        [&self.id, ".", &self.sha256].concat()
    }

    /// Whether only the organiser can read what is sent.
    pub fn is_sealed(&self) -> bool {
        self.plain.is_some()
    }

    /// What the bytes say, as text that [`SubmissionV1::read`](super::SubmissionV1::read) reads.
    pub fn plain(&self) -> &str {
        self.plain.as_ref().unwrap_or(&self.text)
    }
}

/// Checks a draft and freezes it: `id` is a fresh random UUID, `created` the time in UTC as `2026-05-17T14:32:05Z`.
///
/// # Errors
/// Everything that the draft lacks, see [`missing`](super::missing).
pub fn freeze(
    draft: &Draft,
    instrument: &Instrument,
    along: Along,
    id: &str,
    created: &str,
) -> Result<FrozenSubmission, Vec<Missing>> {
    Ok(FrozenSubmission::freeze(check(draft, instrument, along)?, id, created))
}

/// The short code of a receipt: the first eight digits of the hash, in two groups. Read aloud, not trusted.
pub fn short_code(key: &str) -> String {
    let hash = key.split_once('.').map_or("", |(_, hash)| hash);
    let (a, b) = (hash.get(0..4).unwrap_or(""), hash.get(4..8).unwrap_or(""));
    [a, "-", b].concat().to_ascii_uppercase()
}

/// One entry of the outbox: frozen bytes and how far they have come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The bytes.
    pub frozen: FrozenSubmission,
    /// The draft they were frozen from.
    pub draft: String,
    /// How far they have come.
    pub delivery: Delivery,
}

/// Why a stored entry cannot be used. Its bytes are left as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoredError {
    /// It is not the JSON it should be.
    Format,
    /// The bytes do not fit the hash in their key: something has changed them.
    Altered,
}

/// The stored form, version 1. The bytes matter more than the rest: whatever else cannot be read counts as left out.
#[derive(Serialize, Deserialize)]
struct StoredV1 {
    text: String,
    #[serde(default, deserialize_with = "or_default")]
    draft: String,
    #[serde(default, deserialize_with = "or_default")]
    delivery: String,
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "Option::is_none")]
    plain: Option<String>,
}

impl Stored {
    /// The text to store under the submission's key.
    pub fn store(&self) -> String {
        let stored = StoredV1 {
            text: self.frozen.text.clone(),
            draft: self.draft.clone(),
            delivery: self.delivery.words(),
            plain: self.frozen.plain.clone(),
        };
        // Strings and integers only: this cannot fail.
        serde_json::to_string(&stored).unwrap_or_default()
    }

    /// Reads what [`store`](Self::store) wrote, and proves the bytes by their key.
    ///
    /// # Errors
    /// [`StoredError`] if it is anything else.
    pub fn read(key: &str, text: &str) -> Result<Stored, StoredError> {
        let stored: StoredV1 = key::read(text).ok_or(StoredError::Format)?;
        let (id, sha256) = key.split_once('.').ok_or(StoredError::Format)?;
        if sha256_hex(stored.text.as_bytes()) != sha256 {
            return Err(StoredError::Altered);
        }
        let (id, sha256) = (id.to_string(), sha256.to_string());
        let frozen = FrozenSubmission { id, sha256, text: stored.text, plain: stored.plain };
        // If it is not known how far they have come, they are sent again.
        let delivery = Delivery::parse(&stored.delivery).unwrap_or(Delivery::NEW);
        Ok(Stored { frozen, draft: stored.draft, delivery })
    }
}
