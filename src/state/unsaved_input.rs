//! Unsaved input: text in a form that is stored only when the form is submitted.
//!
//! Every answer is stored as it is given, so only a few fields hold such input. The component that owns a field registers
//! it by [`use_unsaved`]. Whoever would reload the page or replace its questionnaire asks [`UnsavedInput`] first.

use futures::channel::oneshot;
use leptos::prelude::*;
use std::cell::Cell;

/// The fields that may hold unsaved input. Each is a name and a signal that is true while the field holds some.
#[derive(Clone, Copy, Debug)]
pub struct UnsavedInput {
    fields: RwSignal<Vec<(&'static str, Signal<bool>)>>,
    exists: Memo<bool>,
}

impl UnsavedInput {
    /// With no fields. Call once, in the root component.
    pub fn new() -> UnsavedInput {
        let fields = RwSignal::new(Vec::<(&'static str, Signal<bool>)>::new());
        // All are read, so that a change of any one is noticed.
        let exists = Memo::new(move |_| fields.with(|all| all.iter().filter(|(_, holds)| holds.get()).count() > 0));
        UnsavedInput { fields, exists }
    }

    /// The app's instance, from context.
    pub fn get() -> UnsavedInput {
        expect_context()
    }

    /// Whether any field holds unsaved input. Reactive.
    pub fn exists(self) -> Signal<bool> {
        self.exists.into()
    }

    /// The names of the fields that hold unsaved input now. Not reactive.
    pub fn names(self) -> Vec<&'static str> {
        let holding = |all: &Vec<(&'static str, Signal<bool>)>| {
            all.iter().filter(|(_, holds)| holds.get_untracked()).map(|(name, _)| *name).collect()
        };
        self.fields.try_with_untracked(holding).unwrap_or_default()
    }

    /// Waits until no field holds unsaved input, also when the components that held it are gone.
    pub async fn cleared(self) {
        let (sender, receiver) = oneshot::channel();
        let sender = Cell::new(Some(sender));
        let watch = Effect::new(move |_| {
            if !self.exists.get()
                && let Some(sender) = sender.take()
            {
                // It fails only if the receiver was dropped.
                let _ = sender.send(());
            }
        });
        // The sender is dropped unused only when the app itself ends.
        let _ = receiver.await;
        watch.stop();
    }

    fn register(self, name: &'static str, holds: Signal<bool>) {
        self.fields.update(|all| all.push((name, holds)));
        on_cleanup(move || {
            // The next page may have registered the same name already: its signal differs.
            self.fields.try_update(|all| all.retain(|field| *field != (name, holds)));
        });
    }
}

impl Default for UnsavedInput {
    fn default() -> UnsavedInput {
        UnsavedInput::new()
    }
}

/// Registers a field for as long as the calling component is mounted. `holds`: whether its input is unsaved; a signal
/// of the calling component or of one around it.
pub fn use_unsaved(name: &'static str, holds: impl Into<Signal<bool>>) {
    UnsavedInput::get().register(name, holds.into());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs a test under an owner that has an [`UnsavedInput`] in its context.
    fn with_store(test: impl FnOnce(UnsavedInput)) {
        Owner::new().with(|| {
            let unsaved = UnsavedInput::new();
            provide_context(unsaved);
            test(unsaved);
        });
    }

    #[test]
    fn it_exists_while_a_field_holds_something_and_its_component_lives() {
        with_store(|unsaved| {
            assert!(!unsaved.exists().get_untracked());
            let (page, text) = (Owner::new(), RwSignal::new(String::new()));
            page.with(|| use_unsaved("organisation", Signal::derive(move || text.with(|t| !t.is_empty()))));
            assert!(!unsaved.exists().get_untracked());
            text.set("Ett förbund".into());
            assert!(unsaved.exists().get_untracked());
            assert_eq!(unsaved.names(), ["organisation"]);
            text.set(String::new());
            assert!(!unsaved.exists().get_untracked());
            text.set("Ett förbund".into());
            page.cleanup();
            assert!(!unsaved.exists().get_untracked());
            assert!(unsaved.names().is_empty());
        });
    }

    #[test]
    fn the_page_that_goes_takes_only_its_own_fields_along() {
        with_store(|unsaved| {
            let (old, new) = (Owner::new(), Owner::new());
            old.with(|| use_unsaved("municipality", Signal::derive(|| true)));
            new.with(|| use_unsaved("municipality", Signal::derive(|| true)));
            old.cleanup();
            assert_eq!(unsaved.names(), ["municipality"]);
            new.cleanup();
            assert!(!unsaved.exists().get_untracked());
        });
    }
}
