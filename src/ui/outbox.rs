//! The outbox as the pages see it: frozen submissions in storage, one attempt at a time.

use crate::browser::storage::{self, StorageError};
use crate::browser::{clock, http};
use crate::domain::submission::{Attempt, Delivery, FrozenSubmission, Stored, StoredError, Trouble};
use crate::ui::site::Site;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The prefix of every entry: `dku1/<key of the submission>`.
pub const PREFIX: &str = "dku1/";

/// The outbox.
#[derive(Clone, Copy)]
pub struct Outbox {
    site: Site,
    /// The keys of the submissions that are being sent.
    sending: RwSignal<Vec<String>>,
    /// Counts changes; read it to be told of any.
    pub changes: RwSignal<u32>,
}

impl Outbox {
    /// Call once, under the app's owner.
    pub fn new(site: Site) -> Outbox {
        Outbox { site, sending: RwSignal::new(Vec::new()), changes: RwSignal::new(0) }
    }

    /// The app's one.
    pub fn get() -> Outbox {
        expect_context::<Outbox>()
    }

    /// Puts a frozen submission into the outbox.
    ///
    /// # Errors
    /// If it could not be stored: then nothing may be sent.
    pub fn put(&self, frozen: FrozenSubmission, draft: &str) -> Result<(), StorageError> {
        save(&Stored { frozen, draft: draft.to_string(), delivery: Delivery::NEW })
    }

    /// The entry with this key, told again when it changes.
    ///
    /// # Errors
    /// If what is stored is not what was frozen.
    pub fn entry(&self, key: &str) -> Result<Option<Stored>, StoredError> {
        self.changes.track();
        match storage::get(&[PREFIX, key].concat()) {
            Ok(Some(text)) => Stored::read(key, &text).map(Some),
            _ => Ok(None),
        }
    }

    /// Whether this one is being sent, told again when that changes.
    pub fn is_sending(&self, key: &str) -> bool {
        self.sending.with(|keys| keys.iter().any(|k| k == key))
    }

    /// Makes one attempt to send the entry with this key, unless one is under way.
    pub fn send(self, key: String) {
        if self.sending.with_untracked(|keys| keys.contains(&key)) {
            return;
        }
        self.sending.update(|keys| keys.push(key.clone()));
        spawn_local(async move {
            self.attempt(&key).await;
            self.sending.try_update(|keys| keys.retain(|k| *k != key));
            self.changes.try_update(|n| *n += 1);
        });
    }

    async fn attempt(self, key: &str) {
        let Ok(Some(text)) = storage::get(&[PREFIX, key].concat()) else { return };
        let Ok(mut stored) = Stored::read(key, &text) else { return };
        for _ in 0..2 {
            if !stored.delivery.is_open() {
                return;
            }
            let attempt = match self.site.fetch_config().await {
                Some(config) => http::post(&config.endpoint.url, key, stored.frozen.text()).await,
                None => Attempt::NoNetwork,
            };
            stored.delivery = stored.delivery.after(attempt, clock::now());
            // If this cannot be stored, the old state stands and the same bytes go again: that does no harm.
            let _ = save(&stored);
            // 409 may mean a race of two attempts: ask once more, now.
            if stored.delivery.last() != Some(Trouble::Busy(409)) {
                return;
            }
        }
    }
}

fn save(stored: &Stored) -> Result<(), StorageError> {
    storage::set(&[PREFIX, &stored.frozen.key()].concat(), &stored.store())
}

/// The keys of all submissions in the outbox.
pub fn stored_keys() -> Vec<String> {
    let keys = storage::keys(PREFIX).unwrap_or_default();
    keys.iter().filter_map(|k| k.strip_prefix(PREFIX)).map(str::to_string).collect()
}
