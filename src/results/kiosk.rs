//! What a kiosk shows of a result: the finding, the total with its interval, the position, and the categories. Nothing of it
//! is pressed, opened or printed.

use super::{Found, named, page, shown};
use crate::charts::dots::dots;
use crate::charts::field::field;
use crate::domain::scoring::Score;
use crate::i18n::{pick, results, statements};
use crate::strings::html::Html;

/// The result. `short`: of the short form only.
pub(super) fn result(found: &Found<'_>, short: bool) -> Html {
    let (locale, w, mut h) = (found.locale, results(found.locale), Html::new());
    h.open("div", &[("class", "k-finding")]);
    if short {
        let counted = statements(locale, found.draft.answered());
        let said = pick(locale, "En fingervisning utifrån ", "An indication from ");
        h.el("p", &[("class", "kicker")], &[said, &counted].concat());
    }
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], &page::heading(found));
    if found.report.overall.score.is_none() {
        h.el("p", &[("class", "lead")], w.empty_text);
    }
    page::total(&mut h, found);
    if let Some(field) = page::field_words(found) {
        h.el("p", &[("class", "lead")], field.text.get(locale));
    }
    h.close("div").open("div", &[("class", "k-charts")]);
    if found.report.dimensions.len() == 2 {
        h.open("figure", &[("class", "chart")]);
        field(&mut h, found.instrument, found.report, &[], (&page::position_title(found), locale));
        h.close("figure");
    }
    let order = page::ranked(found);
    let rows = page::rows(found, &order, &[]);
    // The figures are in the picture's name, for those who do not see it: here is no table to open.
    let figures: Vec<String> = rows.iter().map(|r| named(&r.name, &shown(locale, r.measure.score))).collect();
    let title = [&page::categories_title(found), ". ", &figures.join(", ")].concat();
    let cut = Score::from_percent(found.instrument.rules.threshold_percent);
    h.open("figure", &[("class", "chart")]);
    dots(&mut h, &rows, cut, &title, locale);
    h.el("p", &[("class", "meta")], w.band_note).close("figure").close("div");
    h
}
