//! The note that the answers of others do not count yet.

use crate::domain::measurement::Measurement;
use crate::domain::text::Locale;
use crate::i18n::{too_few, use_locale};
use leptos::prelude::*;
use std::sync::Arc;

/// Why the answers of others do not count. `None` where they do, or where there are none.
pub fn why_uncounted(measurement: &Measurement, locale: Locale) -> Option<String> {
    let handed = measurement.handed.len();
    let least = measurement.instrument.rules.minimum_group;
    (measurement.counted().len() < handed).then(|| too_few(locale, handed, least))
}

/// Says that the answers of others do not count, where they are too few for nobody to be picked out.
#[component]
pub fn Uncounted(
    /// The measurement.
    measurement: Arc<Measurement>,
) -> impl IntoView {
    let why = why_uncounted(&measurement, use_locale());
    why.map(|why| view! { <p class="note" id="raknas-inte">{why}</p> })
}
