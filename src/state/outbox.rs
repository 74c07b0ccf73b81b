//! The outbox: runs the state machine of `domain::submission::outbox` on storage and network.

use crate::browser::lock::lock;
use crate::browser::{clock, http, listen, random};
use crate::domain::journal::StorageError;
use crate::domain::merge::SUBMISSIONS;
use crate::domain::submission::outbox::{self, Effect, Event};
use crate::domain::submission::{Attempt, Delivery, FrozenSubmission, Stored, StoredError};
use crate::state::draft_store::{DraftStore, Saved};
use crate::state::site::Site;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// The outbox.
#[derive(Clone, Copy)]
pub struct Outbox {
    site: Site,
    store: DraftStore,
    state: StoredValue<outbox::Outbox>,
    /// Notified on any change.
    pub changes: Trigger,
}

fn place(key: &str) -> String {
    [SUBMISSIONS, key].concat()
}

impl Outbox {
    /// Loads what is stored, and goes on sending what waits. Call once, in the root component.
    pub fn new(site: Site, store: DraftStore) -> Outbox {
        let state = StoredValue::new(outbox::Outbox::default());
        let outbox = Outbox { site, store, state, changes: Trigger::new() };
        listen::on_online(move || outbox.dispatch(Event::Nudge));
        listen::on_visible(move || outbox.dispatch(Event::Nudge));
        // Re-runs when a value comes from another tab or, a moment later, from IndexedDB.
        leptos::prelude::Effect::new(move |_| {
            store.changes.track();
            for place in store.keys(SUBMISSIONS) {
                let key = place.strip_prefix(SUBMISSIONS).unwrap_or_default();
                // The stored state of a submission that is being sent says only that its attempt has begun.
                let told =
                    |s: &Stored| !s.delivery.is_open() || !outbox.state.with_value(|state| state.is_underway(key));
                if let Some(stored) = outbox.stored(key).filter(told) {
                    outbox.dispatch(Event::There(key.to_string(), stored.delivery));
                }
            }
        });
        outbox
    }

    /// The app's instance, from context.
    pub fn get() -> Outbox {
        expect_context::<Outbox>()
    }

    /// Puts a frozen submission into the outbox, which sends it once it is stored.
    ///
    /// # Errors
    /// If it could not be stored: then nothing is sent.
    pub fn put(&self, frozen: FrozenSubmission, draft: &str) -> Result<(), StorageError> {
        let key = frozen.key();
        self.save(&Stored { frozen, draft: draft.to_string(), delivery: Delivery::NEW });
        match self.store.saved.get_untracked() {
            Saved::Failed(why) => Err(why),
            _ => {
                self.dispatch(Event::There(key, Delivery::NEW));
                Ok(())
            }
        }
    }

    fn save(&self, stored: &Stored) {
        self.store.put(place(&stored.frozen.key()), Some(stored.store()));
    }

    fn stored(&self, key: &str) -> Option<Stored> {
        Stored::read(key, &self.store.text(&place(key))?).ok()
    }

    /// The entry with this key, reactive.
    ///
    /// # Errors
    /// If what is stored is not what was frozen.
    pub fn entry(&self, key: &str) -> Result<Option<Stored>, StoredError> {
        self.changes.track();
        self.store.changes.track();
        self.store.text(&place(key)).map(|text| Stored::read(key, &text)).transpose()
    }

    /// All entries that can be read, reactive.
    pub fn all(&self) -> Vec<Stored> {
        self.changes.track();
        self.store.changes.track();
        let keys = self.store.keys(SUBMISSIONS);
        keys.iter().filter_map(|place| self.stored(place.strip_prefix(SUBMISSIONS)?)).collect()
    }

    /// Whether this one is being sent, reactive.
    pub fn is_sending(&self, key: &str) -> bool {
        self.changes.track();
        self.state.with_value(|state| state.is_underway(key))
    }

    /// Sends this one now.
    pub fn send(&self, key: String) {
        self.dispatch(Event::Now(key));
    }

    fn dispatch(&self, event: Event) {
        let effects = self.state.try_update_value(|s| s.step(event, clock::now(), random::number()));
        let outbox = *self;
        for effect in effects.unwrap_or_default() {
            match effect {
                Effect::Send(key) => spawn_local(async move {
                    let event = match outbox.attempt(&key).await {
                        Some(attempt) => Event::Ended(key, attempt),
                        // Removed meanwhile.
                        None if outbox.stored(&key).is_none() => Event::Gone(key),
                        None => Event::NotTried(key),
                    };
                    outbox.dispatch(event);
                }),
                // If this cannot be stored, the old state stays and the same bytes are sent again, which the receiver
                // stores once.
                Effect::Save(key, delivery) => {
                    if let Some(stored) = outbox.stored(&key) {
                        outbox.save(&Stored { delivery, ..stored });
                    }
                }
                Effect::Remove(key) => outbox.store.put(place(&key), None),
                Effect::Wake(after) => {
                    set_timeout(move || outbox.dispatch(Event::Tick), Duration::from_millis(after));
                }
            }
        }
        self.changes.notify();
    }

    /// One attempt, while no other tab makes one. `None` if it is not stored, gone, or has been sent meanwhile.
    async fn attempt(self, key: &str) -> Option<Attempt> {
        let _alone = lock("dimios-outbox").await;
        if !self.store.settled().await {
            return None;
        }
        let stored = self.stored(key).filter(|s| s.delivery.is_open())?;
        let Some(config) = self.site.fetch_config().await else { return Some(Attempt::NoNetwork) };
        // From here on it may arrive without an answer, as when the browser is killed: that is stored first. The
        // outcome is compared with the state before the attempt.
        let begun = stored.delivery.begun();
        if begun != stored.delivery {
            self.save(&Stored { delivery: begun, ..stored.clone() });
            self.store.settled().await;
        }
        Some(http::send(&config.endpoint, key, stored.frozen.text()).await)
    }
}
