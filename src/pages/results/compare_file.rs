//! The field for a file to compare with.

use crate::browser::dom;
use crate::browser::files::{self, ChosenFiles};
use crate::domain::baseline::{Baseline, MAX_BASELINES, NoBaseline, baselines};
use crate::domain::draft::{MAX_FILE, Name};
use crate::domain::measurement::Measurement;
use crate::domain::text::Locale;
use crate::i18n::{compare, use_locale};
use crate::state::current_draft::CurrentDraft;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The outcome of the last change of the comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A measurement has been put in.
    Taken,
    /// One has been removed.
    Removed,
    /// The file is nothing to compare with.
    Refused(NoBaseline),
}

impl Outcome {
    /// The sentence, and the class that marks its kind.
    fn told(self, locale: Locale) -> (&'static str, &'static str) {
        let c = compare(locale);
        match self {
            Outcome::Taken => (c.taken, "state ok"),
            Outcome::Removed => (c.removed, "state"),
            Outcome::Refused(NoBaseline::Foreign) => (c.is_foreign, "field-error"),
            Outcome::Refused(NoBaseline::OtherInstrument) => (c.is_other_instrument, "field-error"),
            Outcome::Refused(NoBaseline::Empty) => (c.is_empty, "field-error"),
            Outcome::Refused(NoBaseline::Same) => (c.is_same, "field-error"),
            Outcome::Refused(NoBaseline::TooMany) => (c.is_many, "field-error"),
        }
    }
}

/// Reads a file as something to compare a measurement with.
///
/// # Errors
/// [`NoBaseline`] for a file that is nothing to compare with, or that cannot be put in.
pub fn read_baseline(measurement: &Measurement, text: &str) -> Result<Baseline, NoBaseline> {
    let baseline = Baseline::of_file(text, &measurement.instrument)?;
    let known = baselines(&measurement.draft);
    if known.iter().any(|one| one.id == baseline.id) {
        return Err(NoBaseline::Same);
    }
    if known.len() >= MAX_BASELINES { Err(NoBaseline::TooMany) } else { Ok(baseline) }
}

/// The field for a file to compare with, and its outcome.
#[component]
pub fn CompareFile(
    /// The current measurement.
    #[prop(into)]
    measurement: Signal<Option<Arc<Measurement>>>,
    /// The outcome of the last file or removal.
    outcome: RwSignal<Option<Outcome>>,
    /// The field, which takes the focus when a comparison has been put in or removed.
    input: NodeRef<Input>,
) -> impl IntoView {
    let (draft, locale) = (CurrentDraft::get(), use_locale());
    let c = compare(locale);
    let take = move |files: ChosenFiles| {
        if files.is_empty() {
            return;
        }
        // Cleared first, so that the same sentence is announced again.
        outcome.set(None);
        spawn_local(async move {
            // A file that is too large or cannot be read is not one of this site.
            let file = files.read_first(MAX_FILE).await;
            let bytes = file.and_then(|file| file.content.ok()).unwrap_or_default();
            let Some(Some(measurement)) = measurement.try_get_untracked() else { return };
            let told = match read_baseline(&measurement, &String::from_utf8_lossy(&bytes)) {
                Ok(baseline) => {
                    draft.set(Name::Baseline(baseline.id.clone()), &baseline.store());
                    Outcome::Taken
                }
                Err(why) => Outcome::Refused(why),
            };
            outcome.try_set(Some(told));
            if let Some(Some(field)) = input.try_get_untracked() {
                dom::focus_in_view(&field);
            }
        });
    };
    files::on_dropped_anywhere(take);
    let told = move || outcome.get().map(|outcome| outcome.told(locale));
    view! {
        <section
            id="compare-section"
            class="flow part"
        >
            <h2 id="compare" tabindex="-1">{c.title}</h2>
            <p>{c.lead}</p>
            <div class="field drop">
                <label for="compare-file">{c.file}</label>
                <p class="hint" id="compare-file-hint">{c.file_hint}</p>
                <input
                    node_ref=input
                    id="compare-file"
                    type="file"
                    accept=".html,.json,text/html,application/json"
                    aria-describedby="compare-file-hint"
                    on:change=move |event| take(files::chosen(&event))
                />
                <div role="status">{move || told().map(|(text, class)| view! { <p class=class>{text}</p> })}</div>
            </div>
        </section>
    }
    .into_any()
}
