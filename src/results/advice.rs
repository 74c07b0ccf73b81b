//! Advice that depends on the answers, and says on which.

use super::calculation::the_answer;
use super::{Found, named, part, shown};
use crate::domain::advice::{Piece, of_categories, of_position};
use crate::domain::instrument::{Advice, Problem};
use crate::domain::scoring::Quadrant;
use crate::i18n::{list, results};
use crate::strings::html::Html;

/// How many categories stand open, lowest first.
const OPEN: usize = 3;

/// What is known of a questionnaire's advice.
pub(super) enum Advised {
    /// The file has not come with its advice yet.
    Absent,
    /// That part of the file has errors.
    Bad(Vec<Problem>),
    /// It can be given, or there is none.
    Good(Advice),
}

/// The advice of a result.
pub(super) fn advice(h: &mut Html, found: &Found<'_>) {
    let (w, locale) = (results(found.locale), found.locale);
    let advice = match found.advised {
        Advised::Good(advice) if advice.is_empty() || found.report.overall.score.is_none() => return,
        Advised::Good(advice) => advice,
        _ if found.report.overall.score.is_none() => return,
        Advised::Absent => {
            part(h, "rad", w.advice);
            h.el("p", &[("class", "note")], w.advice_absent).close("section");
            return;
        }
        Advised::Bad(problems) => {
            part(h, "rad", w.advice);
            h.open("div", &[("class", "note warn")]).el("p", &[], w.advice_bad).open("ul", &[]);
            for problem in problems {
                h.el("li", &[], &problem.describe(locale));
            }
            h.close("ul").close("div").close("section");
            return;
        }
    };
    part(h, "rad", w.advice).el("p", &[], w.advice_lead);
    position(h, found, advice);
    for (rank, piece) in of_categories(advice, found.instrument, found.report).iter().enumerate() {
        category(h, found, piece, rank < OPEN);
    }
    h.close("section");
}

/// The next step for the whole, by the field of the position.
fn position(h: &mut Html, found: &Found<'_>, advice: &Advice) {
    let (w, locale) = (results(found.locale), found.locale);
    let Some(next) = of_position(advice, found.report) else { return };
    let at = found.report.quadrant.and_then(|q| Quadrant::ALL.iter().position(|one| *one == q));
    let field = at.and_then(|at| found.instrument.quadrants.get(at)).map_or("", |q| q.name.get(locale));
    let dimensions = found.instrument.dimensions.iter().zip(&found.report.dimensions);
    let parts: Vec<String> = dimensions.map(|(d, m)| named(d.name.get(locale), &shown(locale, m.score))).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    h.open("div", &[("class", "note")]).open("p", &[]).el("strong", &[], field).text(": ").text(next.get(locale));
    h.close("p").el("p", &[("class", "meta num")], &[w.advice_by, ": ", &list(locale, &parts)].concat()).close("div");
}

fn category(h: &mut Html, found: &Found<'_>, piece: &Piece<'_>, open: bool) {
    let (w, locale) = (results(found.locale), found.locale);
    let pair = found.instrument.categories.get(piece.category).zip(found.report.categories.get(piece.category));
    let Some((category, counted)) = pair else { return };
    let title = named(category.name.get(locale), &shown(locale, counted.measure.score));
    found.fold(h, ("calc advice", &["rad-", &category.id].concat(), "h3"), &title, open, |h| {
        let causes: Vec<String> = piece.causes.iter().map(|i| cause(found, *i)).collect();
        let causes: Vec<&str> = causes.iter().map(String::as_str).collect();
        let enough = piece.level.enough.as_ref().map_or("", |t| t.get(locale));
        h.open("dl", &[("class", "pairs")]);
        for (name, text) in [
            (w.advice_enough, enough),
            (w.advice_next, piece.level.next.get(locale)),
            (w.advice_by, &list(locale, &causes)),
        ] {
            h.open("div", &[]).el("dt", &[], name).el("dd", &[], text).close("div");
        }
        if !piece.single.is_empty() {
            h.open("div", &[]).el("dt", &[], w.advice_single).open("dd", &[]).open("ul", &[("class", "advice-single")]);
            for (index, next) in &piece.single {
                h.open("li", &[]).el("strong", &[], &cause(found, *index)).text(" ").text(next.get(locale)).close("li");
            }
            h.close("ul").close("dd").close("div");
        }
        h.close("dl");
    });
}

/// An answer that advice was chosen by: `Skugg-it (5 Stämmer bra)`, or with several respondents `Skugg-it (20,0 %)`.
fn cause(found: &Found<'_>, index: usize) -> String {
    let label = found.instrument.statements.get(index).map_or("", |s| s.label.get(found.locale));
    let said = if found.sheets.len() > 1 {
        shown(found.locale, found.report.statements.get(index).and_then(|s| s.measure.score))
    } else {
        the_answer(found, index)
    };
    [label, " (", &said, ")"].concat()
}
