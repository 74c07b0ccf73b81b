//! Writing to localStorage and IndexedDB: runs the journal's effects and updates the status.

use super::{DraftStore, Saved};
use crate::browser::clock;
use crate::browser::durable::Durable;
use crate::browser::storage::{self, StorageError};
use crate::domain::journal::{Effect, Event, Journal, PATIENCE, Safety, UNANSWERED};
use futures::channel::oneshot;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

impl DraftStore {
    /// Waits until everything written is on the disk, or until only localStorage can have it, which loses it if the
    /// browser is killed within a minute. Returns whether at least one store has it.
    pub async fn settled(self) -> bool {
        let late = clock::now() + UNANSWERED + PATIENCE;
        loop {
            let waits = match self.saved.try_get_untracked() {
                Some(Saved::Underway) => true,
                Some(Saved::Quick) => clock::now() < late && self.journal.with_value(Journal::may_become_sure),
                _ => false,
            };
            if !waits {
                break;
            }
            let (done, changed) = oneshot::channel();
            self.waiting.update_value(|waiting| waiting.push(done));
            let rest = late.saturating_sub(clock::now()).max(1);
            // Until the status changes, or the timeout.
            futures::future::select(changed, Box::pin(clock::sleep(rest))).await;
        }
        !matches!(self.saved.try_get_untracked(), Some(Saved::Failed(_)) | None)
    }

    /// Retries what could not be stored.
    pub fn retry(&self) {
        let effects = self.journal.try_update_value(|j| j.hurry(clock::now())).unwrap_or_default();
        self.run_effects(effects);
        self.update_status();
    }

    pub(super) fn dispatch(&self, event: Event) {
        let effects = self.journal.try_update_value(|j| j.step(event, clock::now()));
        self.run_effects(effects.unwrap_or_default());
        self.update_status();
    }

    fn run_effects(&self, effects: Vec<Effect>) {
        let store = *self;
        for effect in effects {
            match effect {
                Effect::Quick { key, text } => {
                    let result = match text {
                        Some(text) => storage::set(&key, &text),
                        None => storage::remove(&key),
                    };
                    store.dispatch(Event::Quick { key, result });
                }
                Effect::Wake(after) => {
                    set_timeout(move || store.dispatch(Event::Again), Duration::from_millis(after));
                }
                Effect::Open { number } => spawn_local(store.open(number)),
                Effect::Sure { number, items } => spawn_local(async move {
                    let result = match store.durable.get_value() {
                        Some(durable) => durable.write(&items).await,
                        None => Err(StorageError::NotKept),
                    };
                    store.dispatch(Event::Sure { number, result });
                }),
            }
        }
    }

    async fn open(self, number: u32) {
        // After a failed attempt pages no longer wait for IndexedDB.
        if number > 1 {
            self.read.try_set(true);
        }
        if let Some(Some(silent)) = self.durable.try_update_value(Option::take) {
            silent.close();
        }
        let opened = match Durable::open(self.journal.with_value(Journal::hopes)).await {
            Ok(durable) => self.sync_stores(&durable).await.map(|()| durable),
            Err(why) => Err(why),
        };
        // Opened after its timeout: another attempt has been started, so this connection is closed again.
        let awaited = self.journal.try_with_value(|j| j.awaits(number)) == Some(true);
        let result =
            opened.map(|durable| if awaited { self.durable.set_value(Some(durable)) } else { durable.close() });
        self.dispatch(Event::Opened { number, result });
        self.read.try_set(true);
    }

    pub(super) fn update_status(&self) {
        // Also if the status is unchanged: the journal may have given up on IndexedDB.
        for waiting in self.waiting.try_update_value(std::mem::take).unwrap_or_default() {
            // It fails only if the receiver was dropped.
            let _ = waiting.send(());
        }
        if !self.wrote.get_value() {
            return;
        }
        let now = clock::now();
        let before = self.saved.get_untracked();
        let safety = self.journal.with_value(|j| j.safety(now));
        let after = match safety {
            _ if self.shared.get_untracked() => Saved::Shared,
            Safety::Sure if matches!(before, Saved::At(_)) => before,
            Safety::Sure => Saved::At(now),
            Safety::Underway => Saved::Underway,
            Safety::Quick => Saved::Quick,
            Safety::Nowhere(why) => Saved::Failed(why),
        };
        if before != after {
            self.saved.set(after);
        }
    }
}
