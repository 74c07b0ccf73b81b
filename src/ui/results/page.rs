//! The result: overall, dimensions, categories, the position, and how it was counted. One report feeds all of it.

mod calculation;
mod tables;

use crate::browser::intl;
use crate::domain::answers::Sheet;
use crate::domain::instrument::Instrument;
use crate::domain::order;
use crate::domain::scoring::{Quadrant, Report, Score, report};
use crate::domain::text::Locale;
use crate::route::Assess;
use crate::ui::charts::dots::{Row, dots};
use crate::ui::charts::field::field;
use crate::ui::components::link::{assess_link, kicker};
use crate::ui::desk::Desk;
use crate::ui::html::Html;
use crate::ui::i18n::{interval_why, list, percent, range, words};
use crate::ui::live::{Page, live};
use leptos::prelude::Track;
use std::sync::Arc;

/// What every part of the page is written from.
struct Found<'a> {
    instrument: &'a Instrument,
    report: Report,
    sheet: Sheet,
    locale: Locale,
}

/// The result of the draft at hand.
pub fn result(instrument: Arc<Instrument>, locale: Locale) -> Page {
    let (desk, mut h) = (Desk::get(), Html::new());
    live(&mut h, "div", "resultat", "flow", move || {
        desk.changes.track();
        let sheet = desk.with(|d| d.sheet(&instrument)).unwrap_or_else(|| Sheet::empty(&instrument));
        let report = report(&instrument, std::slice::from_ref(&sheet));
        page(&Found { instrument: &instrument, report, sheet, locale })
    });
    h.into()
}

fn page(found: &Found<'_>) -> Html {
    let w = words(found.locale);
    let mut h = Html::new();
    kicker(&mut h, found.locale, &[w.label_result]);
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], &heading(found));
    if found.report.overall.score.is_none() {
        h.el("p", &[("class", "lead")], w.result_empty_text);
    }
    h.open("div", &[("class", "split")]).open("div", &[("class", "stack")]);
    total(&mut h, found);
    profile(&mut h, found);
    h.close("div");
    position(&mut h, found);
    h.close("div");
    categories(&mut h, found);
    calculation::write(&mut h, found);
    h.el("p", &[("class", "note")], w.result_reconstructed);
    h.open("p", &[("class", "row actions")]);
    assess_link(&mut h, &Assess::Send, found.locale, "btn", w.result_send);
    h.el("button", &[("class", "btn quiet"), ("type", "button"), ("data-print", "")], w.result_print);
    h.close("p");
    h
}

/// A heading says the finding.
fn heading(found: &Found<'_>) -> String {
    let w = words(found.locale);
    let finding = match found.report.quadrant {
        None => return w.result_empty.into(),
        Some(Quadrant::BothLow) => w.result_both_low,
        Some(Quadrant::AbilityHigh) => w.result_ability_high,
        Some(Quadrant::LegacyHigh) => w.result_legacy_high,
        Some(Quadrant::BothHigh) => w.result_both_high,
    };
    let interval = found.report.overall.interval;
    if interval.low == interval.high { finding.into() } else { [w.result_so_far, ": ", finding].concat() }
}

/// The overall figure, its interval and the dimensions.
fn total(h: &mut Html, found: &Found<'_>) {
    let (w, locale) = (words(found.locale), found.locale);
    let overall = found.report.overall;
    h.open("div", &[("class", "total")]).open("div", &[]).el("p", &[("class", "meta")], w.result_maturity);
    let figure = overall.score.map_or_else(|| "–".to_string(), |s| intl::tenths(locale, s.tenths()));
    h.open("p", &[("class", "big")]).text(&figure).text(" ").el("sup", &[], "%").close("p").close("div");
    h.open("div", &[]).open("ul", &[("class", "legend-dims num")]);
    for (dimension, measure) in found.instrument.dimensions.iter().zip(&found.report.dimensions) {
        h.open("li", &[("class", &["dim ", &dimension.id].concat())]).text(dimension.name.get(locale)).text(" ");
        h.el("b", &[], &tables::score(locale, *measure)).close("li");
    }
    h.close("ul");
    if overall.interval.low != overall.interval.high {
        let span = range(locale, overall.interval.low, overall.interval.high);
        let why = interval_why(locale, found.report.counts.unanswered, found.report.counts.dont_know);
        h.el("p", &[("class", "meta num")], &[w.col_interval, " ", &span, ": ", &why].concat());
    }
    h.close("div").close("div");
}

/// The words of the field that the position lies in.
fn field_words<'a>(found: &Found<'a>) -> Option<&'a crate::domain::instrument::QuadrantText> {
    let quadrant = found.report.quadrant?;
    found.instrument.quadrants.get(Quadrant::ALL.iter().position(|q| *q == quadrant)?)
}

/// What the field means, and the strongest and weakest of the own profile.
fn profile(h: &mut Html, found: &Found<'_>) {
    let (w, locale) = (words(found.locale), found.locale);
    if let Some(field) = field_words(found) {
        h.el("p", &[("class", "lead")], field.text.get(locale));
    }
    if found.report.strengths.is_empty() {
        return;
    }
    h.open("dl", &[("class", "pairs")]);
    for (name, indexes) in
        [(w.result_strengths, &found.report.strengths), (w.result_weaknesses, &found.report.weaknesses)]
    {
        let of = indexes.iter().filter_map(|i| found.instrument.categories.get(*i)).map(|c| c.name.get(locale));
        let names = list(locale, &of.collect::<Vec<_>>());
        h.open("div", &[]).el("dt", &[], name).el("dd", &[], &names).close("div");
    }
    h.close("dl").el("p", &[("class", "meta")], w.result_relative);
}

/// The position on the two axes, with its table.
fn position(h: &mut Html, found: &Found<'_>) {
    let w = words(found.locale);
    if found.report.dimensions.len() != 2 {
        return;
    }
    let field_name = field_words(found).map(|f| [w.result_where, ": ", f.name.get(found.locale)].concat());
    let title = field_name.unwrap_or_else(|| w.result_where.to_string());
    h.open("figure", &[("class", "chart card"), ("id", "laget")]);
    h.open("figcaption", &[]).el("h2", &[], &title).close("figcaption");
    field(h, found.instrument, &found.report, &title, found.locale);
    h.el("p", &[("class", "meta")], w.result_box_note);
    tables::dimensions(h, found);
    h.close("figure");
}

/// The categories, highest first; those without a score last.
fn categories(h: &mut Html, found: &Found<'_>) {
    let w = words(found.locale);
    let mut order: Vec<usize> = (0..found.instrument.categories.len()).collect();
    let score = |i: &usize| found.report.categories.get(*i).and_then(|c| c.measure.score);
    order::sort(&mut order, |a, b| score(a) > score(b));
    let rows: Vec<Row> = order
        .iter()
        .filter_map(|i| found.instrument.categories.get(*i).zip(found.report.categories.get(*i)))
        .map(|(category, counted)| Row {
            name: category.name.get(found.locale).to_string(),
            legacy: category.dimension == 1,
            measure: counted.measure,
        })
        .collect();
    let title = if rows.len() == 6 { w.result_categories } else { w.result_categories_any };
    let threshold = Score::from_percent(found.instrument.rules.threshold_percent);
    h.open("figure", &[("class", "chart"), ("id", "kategorier")]);
    h.open("figcaption", &[]).el("h2", &[], title).close("figcaption");
    dots(h, &rows, threshold, title, found.locale);
    h.el("p", &[("class", "meta")], w.result_band_note);
    tables::categories(h, found, &order);
    h.close("figure");
}

/// `Innovation 62 %`.
fn named(name: &str, score: &str) -> String {
    [name, " ", score].concat()
}

/// A score as it is shown everywhere.
fn shown(locale: Locale, score: Option<Score>) -> String {
    score.map_or_else(|| "–".to_string(), |s| percent(locale, s))
}
