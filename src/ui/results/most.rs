//! "Det här påverkar mest": which answers move the total most.

use super::tables::{begin, end};
use super::{Found, shown};
use crate::domain::scoring::effects;
use crate::ui::html::Html;
use crate::ui::i18n::{points, results};

/// How many statements are named.
const FIRST: usize = 5;

/// The statements with the most to gain.
pub(super) fn most(h: &mut Html, found: &Found<'_>) {
    let (w, locale) = (results(found.locale), found.locale);
    let effects = effects(found.instrument, &found.report);
    if effects.is_empty() {
        return;
    }
    h.open("section", &[("id", "paverkar"), ("class", "flow")]).el("h2", &[], w.most).el("p", &[], w.most_lead);
    h.open("div", &[("class", "table-twin"), ("role", "region"), ("aria-label", w.most), ("tabindex", "0")]);
    begin(h, w.most, &[(w.col_statement, false), (w.col_now, true), (w.col_step_up, true), (w.col_all_up, true)]);
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
