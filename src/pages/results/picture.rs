//! The charts of a result saved as pictures.

use crate::browser::picture::Panels;
use crate::components::paper::is_on_paper;
use crate::components::save_picture::SavePicture;
use crate::documents::take_away::file_stem;
use crate::domain::measurement::Measurement;
use crate::domain::text::Locale;
use crate::i18n::{list, respondents_count, results, use_locale};
use leptos::prelude::*;
use std::sync::Arc;

/// Whose figures a picture shows: the organisations, the questionnaire, and how many answered. It says where they are
/// invented, for a picture is passed on without its page.
pub fn picture_source(measurement: &Measurement, locale: Locale) -> String {
    let organisations = measurement.draft.organisations();
    let names = list(locale, &organisations.iter().map(|(_, name)| *name).collect::<Vec<_>>());
    let example = measurement.is_example().then(|| results(locale).example.to_string());
    let title = measurement.instrument.title.get(locale).to_string();
    let count = respondents_count(locale, measurement.sheets.len());
    example.into_iter().chain([names, title, count]).collect::<Vec<_>>().join(" · ")
}

/// The buttons that save a chart of a result as a picture. On paper there are none.
#[component]
pub fn SaveChart(
    /// The measurement.
    measurement: Arc<Measurement>,
    /// What the file is called, after whose it is. Part of its name, so it does not follow the ids.
    #[prop(into)]
    name: String,
    /// What the chart shows, as a sentence.
    #[prop(into)]
    title: String,
    /// The drawing, or several of them.
    #[prop(into)]
    chart: Panels,
) -> impl IntoView {
    (!is_on_paper()).then(|| {
        let name = file_stem(&measurement.draft, &name);
        let source = picture_source(&measurement, use_locale());
        view! { <SavePicture chart name title source/> }
    })
}
