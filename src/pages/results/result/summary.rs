//! What a result says first: the finding, the total with what it can still become, the dimensions, and the own profile.

use crate::browser::intl;
use crate::domain::instrument::QuadrantText;
use crate::domain::measurement::Measurement;
use crate::domain::scoring::Quadrant;
use crate::domain::text::Locale;
use crate::i18n::{interval_why, list, range, results, score, use_locale};
use leptos::prelude::*;
use std::sync::Arc;

/// The finding, which is the heading of the page.
pub fn finding(measurement: &Measurement, locale: Locale) -> String {
    let w = results(locale);
    let finding = match measurement.report.quadrant {
        None => return w.empty.into(),
        Some(Quadrant::BothLow) => w.both_low,
        Some(Quadrant::AbilityHigh) => w.ability_high,
        Some(Quadrant::LegacyHigh) => w.legacy_high,
        Some(Quadrant::BothHigh) => w.both_high,
    };
    // "Don't know" is an answer: with those alone the result stands.
    match measurement.report.counts.unanswered {
        0 => finding.to_string(),
        _ => format!("{}: {finding}", w.so_far),
    }
}

/// What the questionnaire says of the field that the position lies in.
pub fn field_of(measurement: &Measurement) -> Option<&QuadrantText> {
    let quadrant = measurement.report.quadrant?;
    measurement.instrument.quadrants.get(Quadrant::ALL.iter().position(|one| *one == quadrant)?)
}

/// What the total can still become and why. `None` where it cannot change any more.
fn interval(measurement: &Measurement, locale: Locale) -> Option<String> {
    let report = &measurement.report;
    let interval = report.overall.interval;
    let why = interval_why(locale, report.counts.unanswered, report.counts.dont_know);
    let span = range(locale, interval.low, interval.high);
    (interval.low != interval.high).then(|| format!("{} {span}: {why}", results(locale).col_interval))
}

/// The total as a large figure, with what it can still become and the dimensions beside it.
#[component]
pub fn Total(
    /// The measurement.
    measurement: Arc<Measurement>,
) -> impl IntoView {
    let locale = use_locale();
    let overall = measurement.report.overall.score;
    let figure = overall.map_or_else(|| "–".to_string(), |score| intl::tenths(locale, score.tenths()));
    let dimensions = measurement.instrument.dimensions.iter().zip(&measurement.report.dimensions);
    let dimensions = dimensions.map(|(dimension, measure)| {
        view! {
            <li class=format!("dim {}", dimension.id)>
                {dimension.name.get(locale).to_string()} " " <b>{score(locale, measure.score)}</b>
            </li>
        }
    });
    view! {
        <div class="total">
            <div>
                <p class="meta">{results(locale).maturity}</p>
                <p class="big">{figure} " " <sup>"%"</sup></p>
            </div>
            <div>
                <ul class="legend-dims num">{dimensions.collect_view()}</ul>
                {interval(&measurement, locale).map(|interval| view! { <p class="meta num">{interval}</p> })}
            </div>
        </div>
    }
    .into_any()
}

/// The categories of these indexes in one sentence.
fn names(measurement: &Measurement, indexes: &[usize], locale: Locale) -> String {
    let categories = indexes.iter().filter_map(|index| measurement.instrument.categories.get(*index));
    list(locale, &categories.map(|category| category.name.get(locale)).collect::<Vec<_>>())
}

/// The strongest and weakest of the own profile, each by its name.
pub fn profile(measurement: &Measurement, locale: Locale) -> Vec<(&'static str, String)> {
    let (w, report) = (results(locale), &measurement.report);
    if report.strengths.is_empty() {
        return Vec::new();
    }
    vec![
        (w.strengths, names(measurement, &report.strengths, locale)),
        (w.weaknesses, names(measurement, &report.weaknesses, locale)),
    ]
}

/// What the field means, and the strongest and weakest of the own profile.
#[component]
pub fn Profile(
    /// The measurement.
    measurement: Arc<Measurement>,
) -> impl IntoView {
    let locale = use_locale();
    let meaning = field_of(&measurement).map(|field| field.text.get(locale).to_string());
    let profile = profile(&measurement, locale);
    let pairs = (!profile.is_empty()).then(|| {
        let pairs = profile.into_iter().map(|(name, text)| view! { <div><dt>{name}</dt><dd>{text}</dd></div> });
        view! {
            <dl class="pairs">{pairs.collect_view()}</dl>
            <p class="meta">{results(locale).relative}</p>
        }
    });
    view! {
        {meaning.map(|meaning| view! { <p class="lead">{meaning}</p> })}
        {pairs}
    }
    .into_any()
}
