//! "Så räknades det": from the total down to each answer, with the same figures as everywhere else.

use super::tables::{begin, end, score};
use super::{Found, named};
use crate::domain::answers::Answer;
use crate::domain::instrument::DimensionRule;
use crate::i18n::{list, percent, pick, results};
use crate::strings::html::Html;

/// The whole calculation: the total, then each dimension, category and statement inside it.
pub(super) fn write(h: &mut Html, found: &Found<'_>) {
    let (w, locale) = (results(found.locale), found.locale);
    h.open("section", &[("id", "rakning"), ("class", "calculation"), ("tabindex", "-1")]).el("h2", &[], w.how);
    h.el("p", &[], w.how_lead);
    let dimensions = || found.instrument.dimensions.iter().zip(&found.report.dimensions);
    let parts: Vec<String> =
        dimensions().map(|(d, m)| weighted(&named(d.name.get(locale), &score(locale, *m)), d.weight, found)).collect();
    let total = named(w.maturity, &score(locale, found.report.overall));
    h.open("p", &[("class", "sum num")]).el("strong", &[], &total).text(": ").text(&mean_of(&parts, found)).close("p");
    for index in 0..found.instrument.dimensions.len() {
        dimension(h, found, index);
    }
    h.close("section");
}

/// Names the weight, where it is not 1.
fn weighted(text: &str, weight: u32, found: &Found<'_>) -> String {
    if weight == 1 {
        return text.to_string();
    }
    [text, " (", results(found.locale).col_weight, " ", &weight.to_string(), ")"].concat()
}

fn mean_of(parts: &[String], found: &Found<'_>) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    [pick(found.locale, "medelvärdet av ", "the mean of "), &list(found.locale, &parts), "."].concat()
}

fn dimension(h: &mut Html, found: &Found<'_>, index: usize) {
    let locale = found.locale;
    let (Some(dimension), Some(measure)) = (found.instrument.dimensions.get(index), found.report.dimensions.get(index))
    else {
        return;
    };
    let own =
        || found.instrument.categories_of(index).filter_map(|(i, c)| Some((i, c, found.report.categories.get(i)?)));
    let parts: Vec<String> = own()
        .map(|(_, c, counted)| weighted(&named(c.name.get(locale), &score(locale, counted.measure)), c.weight, found))
        .collect();
    let by = match found.instrument.rules.dimension {
        DimensionRule::MeanOfCategories => mean_of(&parts, found),
        DimensionRule::MeanOfStatements => {
            pick(locale, "medelvärdet av alla dess påståenden.", "the mean of all its statements.").to_string()
        }
    };
    let name = named(dimension.name.get(locale), &score(locale, *measure));
    found.fold(h, ("calc", &["rakning-", &dimension.id].concat(), "h3"), &name, false, |h| {
        h.el("p", &[("class", "num")], &[&name, ": ", &by].concat());
        for (i, c, counted) in own() {
            let summary = named(c.name.get(locale), &score(locale, counted.measure));
            found.fold(h, ("calc", &["rakning-", &c.id].concat(), "h4"), &summary, false, |h| {
                category(h, found, i, counted.counts.steps);
            });
        }
    });
}

fn category(h: &mut Html, found: &Found<'_>, index: usize, n: u32) {
    let (w, locale) = (results(found.locale), found.locale);
    let counting = pick(locale, " svar som räknas", " answers that count");
    let caption = [w.mean_of, " ", &n.to_string(), counting].concat();
    let several = found.sheets.len() > 1;
    let answer = if several { w.col_n } else { w.col_answer };
    begin(h, &caption, &[(w.col_statement, false), (answer, several), (w.col_percent, true)]);
    for (i, statement) in found.instrument.statements_of(index) {
        let Some(counted) = found.report.statements.get(i) else { continue };
        let value = counted.measure.score.map_or_else(|| w.not_counted.to_string(), |s| percent(locale, s));
        let reversed = if statement.reversed { [" (", w.reversed, ")"].concat() } else { String::new() };
        let name = weighted(&[statement.label.get(locale), &reversed].concat(), statement.weight, found);
        h.open("tr", &[]).el("th", &[("scope", "row")], &name);
        if several {
            h.el("td", &[("class", "n")], &counted.counts.steps.to_string());
        } else {
            h.el("td", &[], &the_answer(found, i));
        }
        h.el("td", &[("class", "n")], &value).close("tr");
    }
    end(h);
}

/// The one answer to a statement, in words.
pub(super) fn the_answer(found: &Found<'_>, index: usize) -> String {
    words_of(found, found.sheets.first().map(|s| s.get(index)).unwrap_or_default())
}

/// An answer in words: `4 Stämmer ganska bra`.
pub(super) fn words_of(found: &Found<'_>, answer: Answer) -> String {
    let label = found.instrument.label(answer).map_or(results(found.locale).unanswered, |l| l.get(found.locale));
    let number = if matches!(answer, Answer::Step(_)) { [answer.word(), " "].concat() } else { String::new() };
    [&number, label].concat()
}
