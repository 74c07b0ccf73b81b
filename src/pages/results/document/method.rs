//! How it is counted, in the document.

use crate::domain::instrument::DimensionRule;
use crate::domain::measurement::Measurement;
use crate::i18n::{export, pick, results, use_locale};
use crate::pages::results::result::calculation::Calculation;
use leptos::prelude::*;
use std::sync::Arc;

/// How it is counted, and by which file.
#[component]
pub fn Method(
    /// The measurement.
    measurement: Arc<Measurement>,
) -> impl IntoView {
    let locale = use_locale();
    let e = export(locale);
    let mean = match measurement.instrument.rules.dimension {
        DimensionRule::MeanOfCategories => e.method_mean,
        DimensionRule::MeanOfStatements => e.method_mean_statements,
    };
    let texts = [e.method_scale, mean, e.method_interval, results(locale).reconstructed];
    let reference = &measurement.instrument.reference;
    let file = pick(locale, "Frågeformulärets fil", "The questionnaire’s file");
    let file = format!("{file}: {}.json, SHA-256 {}", reference.id, reference.sha256);
    view! {
        <section class="sheet flow">
            <h2>{e.method}</h2>
            {texts.map(|text| view! { <p>{text}</p> }).into_iter().collect_view()}
            <p class="key">{file}</p>
            <Calculation measurement/>
        </section>
    }
    .into_any()
}
