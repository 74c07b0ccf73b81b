//! The result: overall, dimensions, categories, the position, and how it was counted. One report feeds all of it.

mod calculation;
mod tables;

use crate::domain::instrument::Instrument;
use crate::domain::scoring::{Quadrant, Report, Score, report};
use crate::domain::text::Locale;
use crate::route::Assess;
use crate::ui::charts::dots::{Dots, Row};
use crate::ui::charts::field::Field;
use crate::ui::components::link::AssessLink;
use crate::ui::desk::Desk;
use crate::ui::i18n::{interval_why, list, percent, range, words};
use crate::ui::pages::category::Whose;
use leptos::prelude::*;
use std::sync::Arc;

/// The result of the draft at hand.
#[component]
pub fn ResultPage(instrument: Arc<Instrument>, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let sheet = Desk::get()
        .with(|d| d.sheet(&instrument))
        .unwrap_or_else(|| crate::domain::answers::Sheet::empty(&instrument));
    let report = Arc::new(report(&instrument, &[sheet]));
    let heading = heading(&report, locale);
    view! {
        <p class="kicker">
            <AssessLink page=Assess::Overview locale><Whose locale/></AssessLink> " · " {w.label_result}
        </p>
        <h1 id="rubrik" tabindex="-1">{heading}</h1>
        <Body instrument report locale/>
    }
}

/// A heading says the finding.
fn heading(report: &Report, locale: Locale) -> String {
    let w = words(locale);
    let Some(quadrant) = report.quadrant else { return w.result_empty.into() };
    let finding = match quadrant {
        Quadrant::BothLow => w.result_both_low,
        Quadrant::AbilityHigh => w.result_ability_high,
        Quadrant::LegacyHigh => w.result_legacy_high,
        Quadrant::BothHigh => w.result_both_high,
    };
    match report.overall.interval {
        i if i.low == i.high => finding.into(),
        _ => [w.result_so_far, ": ", &crate::ui::pages::result::lower_first(finding)].concat(),
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| crate::browser::intl::lower(&c.to_string())).unwrap_or_default();
    [&first, chars.as_str()].concat()
}

#[component]
fn Body(instrument: Arc<Instrument>, report: Arc<Report>, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let empty = report.overall.score.is_none();
    view! {
        {empty.then(|| view! { <p class="lead">{w.result_empty_text}</p> })}
        <div class="split">
            <div class="stack">
                <Total instrument=instrument.clone() report=report.clone() locale/>
                <Profile instrument=instrument.clone() report=report.clone() locale/>
            </div>
            <Position instrument=instrument.clone() report=report.clone() locale/>
        </div>
        <Categories instrument=instrument.clone() report=report.clone() locale/>
        <calculation::Calculation instrument=instrument.clone() report locale/>
        <p class="note">{w.result_reconstructed}</p>
        <p class="row actions">
            <AssessLink page=Assess::Send locale class="btn">{w.result_send}</AssessLink>
            <button class="btn quiet" type="button" on:click=move |_| crate::browser::page::print()>
                {w.result_print}
            </button>
        </p>
    }
}

/// The overall figure, its interval and the dimensions.
#[component]
fn Total(instrument: Arc<Instrument>, report: Arc<Report>, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let overall = report.overall;
    let figure = overall.score.map_or_else(|| "–".to_string(), |s| crate::browser::intl::tenths(locale, s.tenths()));
    let dimensions = instrument
        .dimensions
        .iter()
        .zip(&report.dimensions)
        .map(|(dimension, measure)| {
            let score = measure.score.map_or_else(|| "–".to_string(), |s| percent(locale, s));
            view! {
                <li class=["dim ", &dimension.id].concat()>{dimension.name.get(locale).to_string()} " " <b>{score}</b></li>
            }
        })
        .collect_view();
    let why = interval_why(locale, report.counts.unanswered, report.counts.dont_know);
    let span = (overall.interval.low != overall.interval.high).then(|| {
        let range = range(locale, overall.interval.low, overall.interval.high);
        view! { <p class="meta num">{w.col_interval} " " {range} ": " {why}</p> }
    });
    view! {
        <div class="total">
            <div>
                <p class="meta">{w.result_maturity}</p>
                <p class="big">{figure} <sup>"%"</sup></p>
            </div>
            <div>
                <ul class="legend-dims num">{dimensions}</ul>
                {span}
            </div>
        </div>
    }
}

/// What the field means, and the strongest and weakest of the own profile.
#[component]
fn Profile(instrument: Arc<Instrument>, report: Arc<Report>, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let meaning = report.quadrant.and_then(|q| {
        let index = Quadrant::ALL.iter().position(|x| *x == q)?;
        instrument.quadrants.get(index).map(|t| t.text.get(locale).to_string())
    });
    let names = |indexes: &[usize]| {
        let names: Vec<&str> =
            indexes.iter().filter_map(|i| instrument.categories.get(*i)).map(|c| c.name.get(locale)).collect();
        list(locale, &names)
    };
    let (strong, weak) = (names(&report.strengths), names(&report.weaknesses));
    let profile = (!strong.is_empty()).then(|| {
        view! {
            <dl class="pairs">
                <div><dt>{w.result_strengths}</dt><dd>{strong}</dd></div>
                <div><dt>{w.result_weaknesses}</dt><dd>{weak}</dd></div>
            </dl>
            <p class="meta">{w.result_relative}</p>
        }
    });
    view! {
        {meaning.map(|m| view! { <p class="lead">{m}</p> })}
        {profile}
    }
}

/// The position on the two axes. Only for an instrument of two dimensions.
#[component]
fn Position(instrument: Arc<Instrument>, report: Arc<Report>, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let (Some(&ability), Some(&legacy), 2) =
        (report.dimensions.first(), report.dimensions.get(1), report.dimensions.len())
    else {
        return ().into_any();
    };
    let field = report.quadrant.and_then(|q| {
        let index = Quadrant::ALL.iter().position(|x| *x == q)?;
        instrument.quadrants.get(index).map(|t| t.name.get(locale))
    });
    let title = field.map_or(w.result_empty.to_string(), |f| [w.result_where, ": ", f].concat());
    view! {
        <figure class="chart card" id="laget">
            <figcaption><h2>{title.clone()}</h2></figcaption>
            <Field instrument=instrument.clone() ability legacy quadrant=report.quadrant title locale/>
            <tables::Dimensions instrument report locale/>
        </figure>
    }
    .into_any()
}

/// The categories, highest first; those without a score last.
#[component]
fn Categories(instrument: Arc<Instrument>, report: Arc<Report>, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let mut order: Vec<usize> = (0..instrument.categories.len()).collect();
    let score = |i: &usize| report.categories.get(*i).and_then(|c| c.measure.score);
    order.sort_by_key(|i| std::cmp::Reverse(score(i)));
    let rows = order
        .iter()
        .filter_map(|i| instrument.categories.get(*i).zip(report.categories.get(*i)))
        .map(|(category, counted)| Row {
            name: category.name.get(locale).to_string(),
            dimension: instrument.dimensions.get(category.dimension).map(|d| d.id.clone()).unwrap_or_default(),
            measure: counted.measure,
        })
        .collect();
    let title = if instrument.categories.len() == 6 { w.result_categories } else { w.result_categories_any };
    let threshold = Score::from_percent(instrument.rules.threshold_percent);
    view! {
        <figure class="chart" id="kategorier">
            <figcaption><h2>{title}</h2></figcaption>
            <Dots rows threshold title=title.to_string() locale/>
            <p class="meta">{w.result_band_note}</p>
            <tables::Categories order instrument report locale/>
        </figure>
    }
}
