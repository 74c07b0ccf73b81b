//! Updating to a new build of the site: runs the state machine of `domain::update` on the service worker and the other
//! tabs.

use crate::browser::{page, update as adapter};
use crate::domain::text::Locale;
use crate::domain::update::{self, Event, LIMIT, Stage};
use crate::i18n::new_build;
use crate::route::Route;
use crate::state::draft_store::{DraftStore, Saved};
use crate::state::site::Site;
use crate::state::unsaved_input::UnsavedInput;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// The update to a new build, from context.
#[derive(Clone, Copy)]
pub struct AppUpdate {
    site: Site,
    store: DraftStore,
    unsaved: UnsavedInput,
    state: StoredValue<update::Update, LocalStorage>,
    /// Whether screen readers have been told that a new build waits.
    said: StoredValue<bool>,
    /// Notifies of any change.
    changes: Trigger,
}

impl AppUpdate {
    /// Listens for a new build. Call once, in the root component.
    pub fn new(site: Site, store: DraftStore, unsaved: UnsavedInput) -> AppUpdate {
        let update = AppUpdate {
            site,
            store,
            unsaved,
            state: StoredValue::new_local(update::Update::default()),
            said: StoredValue::new(false),
            changes: Trigger::new(),
        };
        adapter::on_word(move |word| {
            if let Some(event) = update.event(word) {
                update.dispatch(event);
            }
        });
        update
    }

    /// The stage of the update. Reactive.
    pub fn stage(self) -> Stage {
        self.changes.track();
        self.state.with_value(update::Update::stage)
    }

    fn event(self, word: &str) -> Option<Event> {
        Some(match word {
            "waiting" => Event::Waiting { unseen: false },
            "alone" => Event::Waiting { unseen: self.is_idle() },
            "ask" => Event::Questioned,
            "stored" => Event::Answered(true),
            "unsaved" => Event::Answered(false),
            "taken" => Event::Taken,
            _ => return None,
        })
    }

    /// The app's instance, from context.
    pub fn get() -> AppUpdate {
        expect_context()
    }

    /// Starts the update: "Uppdatera" was pressed.
    pub fn take(self) {
        self.dispatch(Event::Wanted);
    }

    /// Announces once to screen readers that a new build waits.
    pub fn announce(self, locale: Locale) {
        if !self.said.get_value() {
            self.said.set_value(true);
            self.site.say(new_build(locale).waits);
        }
    }

    /// Whether this is a page on which no assessment is made, and nothing has been entered.
    fn is_idle(self) -> bool {
        let assesses = matches!(Route::parse(&page::path()), Some((_, Route::Assess(_))));
        !assesses && self.store.saved.get_untracked() == Saved::Nothing
    }

    /// Waits until pending writes are stored. Returns whether nothing is lost if the page is reloaded.
    async fn settle(self) -> bool {
        self.store.settled().await
            && !self.store.shared.get_untracked()
            && !self.unsaved.exists().try_get_untracked().unwrap_or_default()
    }

    fn dispatch(self, event: Event) {
        let Some(effects) = self.state.try_update_value(|state| state.step(event)) else { return };
        self.changes.notify();
        if let Some(stored) = effects.reply {
            adapter::say(if stored { "stored" } else { "unsaved" });
        }
        if effects.settle {
            spawn_local(async move { self.dispatch(Event::Settled(self.settle().await)) });
        }
        if effects.ask {
            adapter::say("ask");
        }
        if effects.take {
            adapter::say("take");
        }
        if let Some(round) = effects.wake {
            set_timeout(move || self.dispatch(Event::Over(round)), Duration::from_millis(LIMIT));
        }
        if effects.reload {
            page::reload();
        }
    }
}
