//! One statement at a time: six rising steps to press, *vet ej*, *ej tillämpligt*. To press one is to go on; going back
//! shows what was pressed.

use super::parts::{BackButton, EventButton, Heading};
use super::state::KioskState;
use crate::domain::answers::Answer;
use crate::domain::kiosk::{Event, Visit};
use crate::i18n::{kiosk as texts, pick, use_locale};
use leptos::prelude::*;

/// The statement at a place among those asked.
#[component]
pub(super) fn Statement(
    /// The session.
    visit: Visit,
    /// The place.
    at: usize,
) -> impl IntoView {
    let (instrument, locale) = (KioskState::get().instrument(), use_locale());
    let asked = visit.statement().and_then(|index| Some((index, instrument.statements.get(index)?)));
    let Some((index, statement)) = asked else { return ().into_any() };
    let (given, count) = (visit.sheet.get(index), visit.asked.len());
    let place = format!("{} {} {count}", at + 1, pick(locale, "av", "of"));
    let (text, help) = (statement.text.get(locale).to_string(), statement.help.get(locale).to_string());
    let choice = |answer| {
        let label = instrument.label(answer).map(|label| label.get(locale).to_string()).unwrap_or_default();
        view! { <Choice answer label is_given=answer == given/> }
    };
    let steps = (1..=instrument.steps()).map(Answer::Step).map(choice).collect_view();
    let others = [Answer::DontKnow, Answer::NotApplicable].into_iter().map(choice).collect_view();
    view! {
        <div class="k-statement">
            <div class="k-where">
                <p class="kicker num">{pick(locale, "Påstående ", "Statement ")}{place}</p>
                <div class="k-progress" aria-hidden="true">
                    {(0..count).map(|n| view! { <i class=mark(n, at)></i> }).collect_view()}
                </div>
            </div>
            <Heading>{text}</Heading>
            <p class="meta">{help}</p>
            <div role="group" aria-labelledby="heading">
                <div class="scale k-scale" data-steps=instrument.steps().to_string()>{steps}</div>
                <div class="k-row k-other">{others}</div>
            </div>
            <div class="k-row k-move">
                <BackButton/>
                <EventButton event=Event::Skip class="k-btn k-second">{texts(locale).skip}</EventButton>
            </div>
        </div>
    }
    .into_any()
}

/// The class of the mark for place `n` while `at` is asked.
fn mark(n: usize, at: usize) -> Option<&'static str> {
    match n.cmp(&at) {
        std::cmp::Ordering::Less => Some("on"),
        std::cmp::Ordering::Equal => Some("now"),
        std::cmp::Ordering::Greater => None,
    }
}

/// A button for an answer.
#[component]
fn Choice(
    /// The answer.
    answer: Answer,
    /// Its label.
    label: String,
    /// Whether it is the one given.
    is_given: bool,
) -> impl IntoView {
    let kiosk = KioskState::get();
    let number = matches!(answer, Answer::Step(_)).then(|| view! { <b>{answer.word()}</b>" " });
    view! {
        <button
            type="button"
            class="k-step"
            aria-pressed=if is_given { "true" } else { "false" }
            on:click=move |_| kiosk.dispatch(Event::Answer(answer))
        >
            {number}
            <span>{label}</span>
        </button>
    }
}
