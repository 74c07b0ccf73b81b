//! The front page of the document.

use crate::browser::intl;
use crate::domain::draft::Field;
use crate::domain::measurement::Measurement;
use crate::domain::text::Locale;
use crate::i18n::{export, list, results, use_locale};
use leptos::prelude::*;
use std::sync::Arc;

/// What the front page says of the measurement: each by its name.
fn particulars(measurement: &Measurement, today: &str, locale: Locale) -> Vec<(&'static str, String)> {
    let (e, instrument) = (export(locale), &measurement.instrument);
    let changed = measurement.draft.field(Field::Changed).parse().unwrap_or(0);
    let form = format!("{}, {} {}", instrument.title.get(locale), e.version, instrument.reference.version);
    vec![
        (e.respondents, measurement.sheets.len().to_string()),
        (e.instrument, form),
        (e.drafted, if changed == 0 { "–".into() } else { intl::moment(locale, changed) }),
        (e.printed, today.to_string()),
    ]
}

/// Whose result it is, of when, and from which questionnaire.
#[component]
pub fn Front(
    /// The measurement.
    measurement: Arc<Measurement>,
    /// The day it is printed, in words.
    today: String,
) -> impl IntoView {
    let locale = use_locale();
    let organisations = measurement.draft.organisations();
    let names = list(locale, &organisations.iter().map(|(_, name)| *name).collect::<Vec<_>>());
    let example = measurement.is_example().then_some(results(locale).example);
    let pairs = particulars(&measurement, &today, locale).into_iter();
    let pairs = pairs.map(|(name, value)| view! { <div><dt>{name}</dt><dd class="num">{value}</dd></div> });
    view! {
        <header class="front">
            <span class="steps" aria-hidden="true">
                <i></i>
                <i></i>
                <i></i>
                <i></i>
                <i></i>
                <i></i>
            </span>
            <p class="kicker">{export(locale).subtitle}</p>
            <h2 class="front-title">{names}</h2>
            {example.map(|example| view! { <p><span class="tag">{example}</span></p> })}
            <dl class="pairs">{pairs.collect_view()}</dl>
            <p class="meta">{measurement.instrument.source_note.get(locale).to_string()}</p>
        </header>
    }
    .into_any()
}
