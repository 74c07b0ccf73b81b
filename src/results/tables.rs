//! The table twins of the charts: the same figures, for those who read them better as a table.

use super::{Found, plan, shown};
use crate::domain::scoring::{Measure, Score};
use crate::domain::text::Locale;
use crate::i18n::{range, results};
use crate::strings::html::Html;

/// The score of a measure, as it is shown everywhere.
pub(super) fn score(locale: Locale, measure: Measure) -> String {
    shown(locale, measure.score)
}

fn span(locale: Locale, measure: Measure) -> String {
    range(locale, measure.interval.low, measure.interval.high)
}

/// Opens a table. Columns with figures are marked.
pub(super) fn begin(h: &mut Html, caption: &str, columns: &[(&str, bool)]) {
    h.open("table", &[("class", "data")]).el("caption", &[], caption);
    head(h, columns);
}

/// The same right below the heading that names it: the caption is only read aloud.
pub(super) fn begin_below(h: &mut Html, heading: &str, columns: &[(&str, bool)]) {
    h.open("table", &[("class", "data")]).open("caption", &[]).el("span", &[("class", "vh")], heading).close("caption");
    head(h, columns);
}

fn head(h: &mut Html, columns: &[(&str, bool)]) {
    h.open("thead", &[]).open("tr", &[]);
    for (name, figures) in columns {
        h.el("th", &[("scope", "col"), ("class", if *figures { "n" } else { "" })], name);
    }
    h.close("tr").close("thead").open("tbody", &[]);
}

/// Closes a table.
pub(super) fn end(h: &mut Html) {
    h.close("tbody").close("table");
}

/// The twin of the position.
pub(super) fn dimensions(h: &mut Html, found: &Found<'_>) {
    let (w, locale) = (results(found.locale), found.locale);
    found.twin(h, "laget-tabell", w.standing, |h| {
        begin(h, w.standing, &[(w.col_dimension, false), (w.col_score, true), (w.col_interval, true)]);
        for (dimension, measure) in found.instrument.dimensions.iter().zip(&found.report.dimensions) {
            h.open("tr", &[]).el("th", &[("scope", "row")], dimension.name.get(locale));
            h.el("td", &[("class", "n")], &score(locale, *measure));
            h.el("td", &[("class", "n")], &span(locale, *measure)).close("tr");
        }
        end(h);
        let cut = [w.threshold, ": ", &found.instrument.rules.threshold_percent.to_string(), "\u{a0}%"];
        h.el("p", &[("class", "meta")], &cut.concat());
    });
}

/// The twin of the spider chart, in the order of its corners.
pub(super) fn radar(h: &mut Html, found: &Found<'_>, title: &str) {
    let (w, locale) = (results(found.locale), found.locale);
    found.twin(h, "spindel-tabell", title, |h| {
        begin(h, title, &[(w.col_category, false), (w.col_score, true)]);
        for (category, counted) in found.instrument.categories.iter().zip(&found.report.categories) {
            h.open("tr", &[]).el("th", &[("scope", "row")], category.name.get(locale));
            h.el("td", &[("class", "n")], &score(locale, counted.measure)).close("tr");
        }
        end(h);
    });
}

/// The twin of the ranked dots, in the same order.
pub(super) fn categories(h: &mut Html, found: &Found<'_>, order: &[usize], spreads: &[Option<(Score, Score)>]) {
    let (w, locale) = (results(found.locale), found.locale);
    let spreads: &[_] = if spreads.iter().any(Option::is_some) { spreads } else { &[] };
    let mut columns = vec![
        (w.col_category, false),
        (w.col_dimension, false),
        (w.col_score, true),
        (w.col_interval, true),
        (w.col_answers, true),
    ];
    let targets = plan::targets(found, order);
    let targets: &[_] = if targets.iter().any(Option::is_some) { &targets } else { &[] };
    if !targets.is_empty() {
        columns.push((plan::column(found), true));
    }
    if !spreads.is_empty() {
        columns.push((w.col_spread, true));
    }
    found.twin(h, "kategorier-tabell", w.categories_any, |h| {
        begin(h, w.categories_any, &columns);
        let both = |i: &usize| found.instrument.categories.get(*i).zip(found.report.categories.get(*i));
        for (at, (category, counted)) in order.iter().filter_map(both).enumerate() {
            let dimension = found.instrument.dimensions.get(category.dimension).map_or("", |d| d.name.get(locale));
            let c = counted.counts;
            let all = c.steps + c.dont_know + c.not_applicable + c.unanswered;
            h.open("tr", &[]).el("th", &[("scope", "row")], category.name.get(locale)).el("td", &[], dimension);
            for figure in [
                score(locale, counted.measure),
                span(locale, counted.measure),
                [&c.steps.to_string(), "/", &all.to_string()].concat(),
            ] {
                h.el("td", &[("class", "n")], &figure);
            }
            if let Some(target) = targets.get(at) {
                h.el("td", &[("class", "n")], &shown(locale, *target));
            }
            if let Some(spread) = spreads.get(at) {
                let text = spread.map_or_else(|| "–".to_string(), |(from, to)| range(locale, from, to));
                h.el("td", &[("class", "n")], &text);
            }
            h.close("tr");
        }
        end(h);
    });
}
