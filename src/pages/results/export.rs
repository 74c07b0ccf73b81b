//! The result for other programs: a table, and data that follows a published schema (`public/data/schemas`).

mod data;
mod table;

pub use data::data;
pub use table::csv;

use crate::components::file_failure::FileFailure;
use crate::components::link::AssessLink;
use crate::documents::take_away::{Contents, save};
use crate::domain::measurement::Measurement;
use crate::domain::text::Locale;
use crate::i18n::{export as texts, use_locale};
use crate::route::Assess;
use data::SCHEMA;
use leptos::prelude::*;
use std::sync::Arc;

/// Where the format of the data is described.
pub const SCHEMA_FILE: &str = "/data/schemas/dimios-result-1.json";

/// The ways to take the result away: the document for paper, a table, and data.
#[component]
pub fn TakeAway(
    /// The measurement.
    measurement: Arc<Measurement>,
) -> impl IntoView {
    let locale = use_locale();
    let e = texts(locale);
    let failed = RwSignal::new(false);
    let save = move |write: fn(&Measurement, Locale) -> Contents| {
        let measurement = measurement.clone();
        move |_| failed.set(!save(&measurement.draft, "resultat", &write(&measurement, locale)))
    };
    view! {
        <h2 id="take-away" tabindex="-1">{e.take}</h2>
        <p>{e.take_lead}</p>
        <ul class="takes">
            <li>
                <AssessLink page=Assess::Document class="btn quiet">{e.paper}</AssessLink>
                <p class="meta">{e.paper_hint}</p>
            </li>
            <li>
                <button class="btn quiet" type="button" on:click=save(|m, locale| Contents::Table(csv(m, locale)))>{e.csv}</button>
            </li>
            <li>
                <button class="btn quiet" type="button" on:click=save(|m, locale| Contents::Data(data(m, locale)))>{e.json}</button>
                <p class="meta">{e.json_hint}" "<a href=SCHEMA_FILE rel="external">{SCHEMA}</a>"."</p>
            </li>
        </ul>
        <FileFailure id="file-error" failed/>
    }
}
