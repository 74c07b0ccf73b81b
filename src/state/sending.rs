//! The steps from a draft to the outbox, for all pages that send: freeze, seal where the organiser asks for it, hand
//! over.

use crate::browser::{clock, random, seal};
use crate::domain::draft::{Draft, DraftId};
use crate::domain::instrument::Instrument;
use crate::domain::submission::{Along, Delivery, FrozenSubmission, MAX_BYTES, Missing, ReadyToSend, check};
use crate::domain::text::Locale;
use crate::i18n::{keeping, words};
use crate::state::draft_store::DraftStore;
use crate::state::outbox::Outbox;
use crate::state::site::Site;
use leptos::prelude::*;

/// Why a frozen submission is not in the outbox. Nothing of it has been sent then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendingError {
    /// The settings could not be read, so nobody knows where to send and whether to seal.
    NoSettings,
    /// The organiser asks for sealing, and the browser cannot do it on this page.
    NotSealed,
    /// It is larger than a receiver takes.
    TooBig,
    /// The browser could not store it, and only what is stored is sent.
    NotStored,
}

impl SendingError {
    /// What happened and what can be done, in words.
    pub fn text(self, locale: Locale) -> &'static str {
        let w = words(locale);
        match self {
            SendingError::NoSettings => w.send_no_config,
            SendingError::NotSealed => keeping(locale).seal_failed,
            SendingError::TooBig => w.send_too_big,
            SendingError::NotStored => w.send_no_store,
        }
    }
}

/// Freezes a draft under a fresh id, as of now.
///
/// # Errors
/// Everything that the draft lacks.
pub fn freeze(draft: &Draft, instrument: &Instrument, along: Along) -> Result<FrozenSubmission, Vec<Missing>> {
    check(draft, instrument, along).map(freeze_now)
}

/// Freezes what a draft was checked to hold, under a fresh id, as of now.
pub fn freeze_now(ready: ReadyToSend) -> FrozenSubmission {
    FrozenSubmission::freeze(ready, &random::uuid(), &clock::utc_stamp(clock::now()))
}

/// What sending needs of the app. Read it from context at the top of a component; event handlers and futures use the copy.
#[derive(Clone, Copy)]
pub struct Sending {
    site: Site,
    store: DraftStore,
    outbox: Outbox,
}

impl Sending {
    /// The app's parts that sending needs.
    pub fn get() -> Sending {
        Sending { site: Site::get(), store: DraftStore::get(), outbox: Outbox::get() }
    }

    /// Seals a submission where the settings ask for it. One that is sealed already stays as it is.
    ///
    /// # Errors
    /// [`SendingError::NoSettings`], [`SendingError::NotSealed`].
    pub async fn seal(self, frozen: FrozenSubmission) -> Result<FrozenSubmission, SendingError> {
        let config = self.site.fetch_config().await.ok_or(SendingError::NoSettings)?;
        match config.seal {
            Some(key) if !frozen.is_sealed() => {
                let text = seal::seal(frozen.text(), &key).await.ok_or(SendingError::NotSealed)?;
                Ok(frozen.seal(text))
            }
            _ => Ok(frozen),
        }
    }

    /// Puts a submission into the outbox and returns its key. The same bytes a second time change nothing once they are on
    /// their way. The page may note the key in the draft before it waits for [`stored`](Self::stored).
    ///
    /// # Errors
    /// [`SendingError::TooBig`], [`SendingError::NotStored`].
    pub fn hand_over(self, frozen: FrozenSubmission, draft: &DraftId) -> Result<String, SendingError> {
        if frozen.text().len() > MAX_BYTES {
            return Err(SendingError::TooBig);
        }
        let key = frozen.key();
        let known = untrack(|| self.outbox.entry(&key)).ok().flatten();
        let is_underway = untrack(|| self.outbox.is_sending(&key));
        if is_underway || known.is_some_and(|entry| entry.delivery != Delivery::NEW) {
            return Ok(key);
        }
        self.outbox.put(frozen, draft.as_str()).map_err(|_| SendingError::NotStored)?;
        Ok(key)
    }

    /// Waits until everything that was written is stored. A receipt is shown only after that, so that what it proves
    /// cannot be lost.
    ///
    /// # Errors
    /// [`SendingError::NotStored`].
    pub async fn stored(self) -> Result<(), SendingError> {
        if self.store.settled().await { Ok(()) } else { Err(SendingError::NotStored) }
    }
}
