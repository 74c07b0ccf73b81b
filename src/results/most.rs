//! "Det här påverkar mest": which answers move the total most.

use super::tables::{begin_below, end};
use super::{Found, part, shown};
use crate::browser::intl;
use crate::domain::scoring::{effects, widening};
use crate::i18n::{points, results};
use crate::strings::html::Html;

/// How many statements are named.
const FIRST: usize = 5;

/// The statements whose open answers widen the interval most.
pub(super) fn open(h: &mut Html, found: &Found<'_>) {
    let (w, locale) = (results(found.locale), found.locale);
    let widening = widening(found.instrument, found.report);
    if widening.is_empty() || found.report.overall.score.is_none() {
        return;
    }
    part(h, "spannet", w.open).el("p", &[], w.open_lead);
    h.open("div", &[("class", "table-twin"), ("role", "region"), ("aria-label", w.open), ("tabindex", "0")]);
    let columns = [(w.col_statement, false), (dont_know(found), true), (w.unanswered, true), (w.col_width, true)];
    begin_below(h, w.open, &columns);
    for one in widening.iter().take(FIRST) {
        let pair = found.instrument.statements.get(one.statement).zip(found.report.statements.get(one.statement));
        let Some((statement, counted)) = pair else { continue };
        h.open("tr", &[]).el("th", &[("scope", "row")], statement.label.get(locale));
        for n in [counted.counts.dont_know, counted.counts.unanswered] {
            h.el("td", &[("class", "n")], &n.to_string());
        }
        h.el("td", &[("class", "n")], &intl::tenths(locale, one.width.tenths())).close("tr");
    }
    end(h);
    h.close("div").close("section");
}

fn dont_know<'a>(found: &Found<'a>) -> &'a str {
    found.instrument.scale.dont_know.get(found.locale)
}

/// The statements with the most to gain.
pub(super) fn most(h: &mut Html, found: &Found<'_>) {
    let (w, locale) = (results(found.locale), found.locale);
    let effects = effects(found.instrument, found.report);
    if effects.is_empty() {
        return;
    }
    part(h, "paverkar", w.most).el("p", &[], w.most_lead);
    h.open("div", &[("class", "table-twin"), ("role", "region"), ("aria-label", w.most), ("tabindex", "0")]);
    begin_below(h, w.most, &[(w.col_statement, false), (w.col_now, true), (w.col_step_up, true), (w.col_all_up, true)]);
    for effect in effects.iter().take(FIRST) {
        let pair = found.instrument.statements.get(effect.statement).zip(found.report.statements.get(effect.statement));
        let Some((statement, counted)) = pair else { continue };
        h.open("tr", &[]).el("th", &[("scope", "row")], statement.label.get(locale));
        h.el("td", &[("class", "n")], &shown(locale, counted.measure.score));
        for rise in [effect.step, effect.all] {
            h.el("td", &[("class", "n")], &points(locale, rise));
        }
        h.close("tr");
    }
    end(h);
    h.close("div").el("p", &[("class", "meta")], w.most_note).close("section");
}
