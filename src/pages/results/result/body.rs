//! The result below its heading.

use super::contents::{Contents, PartView, parts};
use super::position::{Individuals, PositionFigure};
use super::summary::{Profile, Total};
use crate::domain::measurement::Measurement;
use crate::i18n::{respondents_count, results, use_locale};
use crate::pages::results::uncounted::Uncounted;
use leptos::prelude::*;
use std::sync::Arc;

/// The result below its heading: the total and the position, links to the parts, and the parts.
#[component]
pub fn ResultBody(
    /// The measurement.
    measurement: Arc<Measurement>,
) -> impl IntoView {
    let locale = use_locale();
    let w = results(locale);
    let individuals = Individuals::of(&measurement);
    let parts = parts(&measurement, locale);
    let empty = measurement.report.overall.score.is_none();
    let several = measurement.is_of_several().then(|| respondents_count(locale, measurement.sheets.len()));
    let views = parts.clone().into_iter().map(|part| {
        view! { <PartView part measurement=measurement.clone() individuals=individuals.clone()/> }
    });
    let views = views.collect_view();
    view! {
        <Uncounted measurement=measurement.clone()/>
        {empty.then(|| view! { <p class="lead">{w.empty_text}</p> })}
        <div class="split">
            <div class="stack">
                {several.map(|count| view! { <p class="meta num">{count}</p> })}
                <Total measurement=measurement.clone()/>
                <Profile measurement=measurement.clone()/>
            </div>
            <PositionFigure measurement individuals/>
        </div>
        <Contents parts/>
        {views}
        <p class="note">{w.reconstructed}</p>
    }
    .into_any()
}
