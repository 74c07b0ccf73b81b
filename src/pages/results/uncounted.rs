//! The note that the answers of others do not count yet.

use crate::domain::instrument::Instrument;
use crate::domain::measurement::Measurement;
use crate::domain::respondents::are_enough;
use crate::domain::text::Locale;
use crate::i18n::{too_few, use_locale};
use leptos::prelude::*;
use std::sync::Arc;

/// Why the sheets that others have handed in do not count. `None` where they do, or where there are none.
pub fn why_uncounted(handed: usize, instrument: &Instrument, locale: Locale) -> Option<String> {
    let uncounted = handed > 0 && !are_enough(handed, instrument);
    uncounted.then(|| too_few(locale, handed, instrument.rules.minimum_group))
}

/// Says that the answers of others do not count, where they are too few for nobody to be picked out.
#[component]
pub fn Uncounted(
    /// The measurement.
    measurement: Arc<Measurement>,
) -> impl IntoView {
    let why = why_uncounted(measurement.handed.len(), &measurement.instrument, use_locale());
    why.map(|why| view! { <p class="note" id="uncounted">{why}</p> })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::instrument::parse;

    #[test]
    fn fewer_than_the_smallest_group_do_not_count_and_it_is_said() {
        let file = std::fs::read("public/data/instruments/dimios-2023.json").expect("the questionnaire");
        let instrument = parse(&file, "").expect("a good one");
        assert_eq!([0, 5].map(|count| why_uncounted(count, &instrument, Locale::Sv)), [None, None]);
        let why = why_uncounted(4, &instrument, Locale::Sv).expect("four are too few");
        assert!(why.starts_with("4 svar från andra är inlagda men räknas inte än."), "{why}");
    }
}
