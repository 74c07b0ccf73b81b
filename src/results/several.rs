//! What several respondents say together: what to talk about first, how the answers to each statement fall, and groups.

use super::tables::{begin, begin_below, end};
use super::{Found, part, shown};
use crate::charts::bars::{Part, bar};
use crate::domain::answers::Answer;
use crate::domain::scoring::{GroupScores, Score, StatementReport, groups};
use crate::i18n::{results, steps_from_to, withheld_why};
use crate::strings::html::Html;

/// How many statements are named first.
const FIRST: usize = 5;

/// The statements that respondents disagree on most.
pub(super) fn talk(h: &mut Html, found: &Found<'_>) {
    let w = results(found.locale);
    if found.report.disagreements.is_empty() {
        return;
    }
    part(h, "prata", w.talk).el("p", &[], w.talk_lead);
    h.open("ol", &[("class", "ranked")]);
    for index in found.report.disagreements.iter().take(FIRST) {
        let pair = found.instrument.statements.get(*index).zip(found.report.statements.get(*index));
        let Some((statement, counted)) = pair else { continue };
        h.open("li", &[]).el("strong", &[], statement.label.get(found.locale)).text(" ");
        h.el("span", &[("class", "meta num")], &steps_from_to(found.locale, ends(counted)));
        h.el("p", &[], statement.text.get(found.locale)).close("li");
    }
    h.close("ol").close("section");
}

/// The lowest and the highest step that anybody gave.
fn ends(counted: &StatementReport) -> (usize, usize) {
    let given = || counted.steps.iter().enumerate().filter(|(_, n)| **n > 0).map(|(index, _)| index + 1);
    (given().next().unwrap_or(0), given().next_back().unwrap_or(0))
}

/// How the answers to every statement fall, by category, each with its table.
pub(super) fn statements(h: &mut Html, found: &Found<'_>) {
    let (w, locale) = (results(found.locale), found.locale);
    let finding = match found.report.disagreements.first().and_then(|i| found.instrument.statements.get(*i)) {
        Some(statement) => &[w.spread_most, statement.label.get(locale)].concat(),
        None => w.spread_none,
    };
    part(h, "fordelning", finding).el("p", &[], w.spread_lead);
    let comments = comments(found);
    for (index, category) in found.instrument.categories.iter().enumerate() {
        let id = ["fordelning-", &category.id].concat();
        let title = &title_of(found, index);
        found.fold(h, ("calc", &id, "h3"), title, false, |h| {
            for (i, statement) in found.instrument.statements_of(index) {
                let Some(counted) = found.report.statements.get(i) else { continue };
                h.open("div", &[("class", "distribution")]).open("p", &[]);
                h.el("strong", &[], statement.label.get(locale)).text(" ");
                h.el("span", &[("class", "num")], &shown(locale, counted.measure.score)).close("p");
                bar(h, &parts(counted), &said(found, counted));
                for (_, comment) in comments.iter().filter(|(of, _)| *of == i) {
                    h.el("span", &[("class", "said")], comment);
                }
                h.close("div");
            }
            table(h, found, index);
            found.take_picture(h, &id, title);
        });
    }
    h.close("section");
}

/// What the answers in a category say: what they differ most about.
pub(super) fn title_of(found: &Found<'_>, category: usize) -> String {
    let (w, locale) = (results(found.locale), found.locale);
    let name = found.instrument.categories.get(category).map_or("", |c| c.name.get(locale));
    let mut disagreed = found.report.disagreements.iter().filter_map(|i| found.instrument.statements.get(*i));
    match disagreed.find(|statement| statement.category == category) {
        Some(statement) => [name, w.spread_most_in, statement.label.get(locale)].concat(),
        None => [name, w.spread_none_in].concat(),
    }
}

/// Every comment, by the index of its statement: the draft's own, then those of the sheets.
pub(super) fn comments(found: &Found<'_>) -> Vec<(usize, String)> {
    let own = found.instrument.statements.iter().enumerate().map(|(i, s)| (i, found.draft.comment(&s.id).to_string()));
    let mut all: Vec<(usize, String)> = own.filter(|(_, comment)| !comment.is_empty()).collect();
    all.extend(found.counted.iter().flat_map(|r| r.comments.iter().cloned()));
    all
}

/// The parts of a bar. Shades are six: scales of another length take the nearest.
pub(super) fn parts(counted: &StatementReport) -> Vec<Part> {
    let last = counted.steps.len().saturating_sub(1).max(1);
    let shade = |index: usize| ["step-", &(1 + (index * 5 + last / 2) / last).to_string()].concat();
    let step = |(index, n): (usize, &u32)| Part { class: shade(index), step: (index + 1).to_string(), count: *n };
    let counts = counted.counts;
    let open = counts.dont_know + counts.not_applicable + counts.unanswered;
    let open = Part { class: "open".to_string(), step: String::new(), count: open };
    counted.steps.iter().enumerate().map(step).chain([open]).collect()
}

/// The bar in words: `4 Stämmer ganska bra: 3`.
pub(super) fn said(found: &Found<'_>, counted: &StatementReport) -> String {
    let label = |answer: Answer| found.instrument.label(answer).map_or("", |l| l.get(found.locale));
    let counts = counted.counts;
    let steps = (1u8..).zip(&counted.steps).map(|(step, n)| (label(Answer::Step(step)), *n));
    let others = [
        (label(Answer::DontKnow), counts.dont_know),
        (label(Answer::NotApplicable), counts.not_applicable),
        (results(found.locale).unanswered, counts.unanswered),
    ];
    let all: Vec<String> = steps
        .chain(others)
        .filter(|(_, count)| *count > 0)
        .map(|(label, count)| [label, ": ", &count.to_string()].concat())
        .collect();
    all.join(", ")
}

fn table(h: &mut Html, found: &Found<'_>, category: usize) {
    let (w, locale) = (results(found.locale), found.locale);
    let steps: Vec<String> = (1..=found.instrument.steps()).map(|step| step.to_string()).collect();
    let mut columns = vec![(w.col_statement, false)];
    columns.extend(steps.iter().map(|step| (step.as_str(), true)));
    let scale = &found.instrument.scale;
    columns.extend([(scale.dont_know.get(locale), true), (scale.not_applicable.get(locale), true)]);
    columns.extend([(w.unanswered, true), (w.col_percent, true)]);
    let name = found.instrument.categories.get(category).map_or("", |c| c.name.get(locale));
    let caption = [w.spread_title, ": ", name].concat();
    h.open("div", &[("class", "table-twin"), ("role", "region"), ("aria-label", &caption), ("tabindex", "0")]);
    begin(h, &caption, &columns);
    for (i, statement) in found.instrument.statements_of(category) {
        let Some(counted) = found.report.statements.get(i) else { continue };
        h.open("tr", &[]).el("th", &[("scope", "row")], statement.label.get(locale));
        let counts = counted.counts;
        for n in counted.steps.iter().chain(&[counts.dont_know, counts.not_applicable, counts.unanswered]) {
            h.el("td", &[("class", "n")], &n.to_string());
        }
        h.el("td", &[("class", "n")], &shown(locale, counted.measure.score)).close("tr");
    }
    end(h);
    h.close("div");
}

/// Scores by group, where respondents have chosen between some.
pub(super) fn by_group(h: &mut Html, found: &Found<'_>) {
    let (w, locale) = (results(found.locale), found.locale);
    if found.counted.iter().all(|r| r.group.is_empty()) {
        return;
    }
    // One's own sheet is in no group: whoever answers here could take it from one.
    let members: Vec<_> = found.counted.iter().map(|r| (r.group.clone(), r.sheet.clone())).collect();
    part(h, "grupper-resultat", w.groups).el("p", &[], &withheld_why(locale, found.instrument.rules.minimum_group));
    let mut columns = vec![(w.col_group, false), (w.col_n, true), (w.maturity, true)];
    columns.extend(found.instrument.categories.iter().map(|c| (c.name.get(locale), true)));
    h.open("div", &[("class", "table-twin"), ("role", "region"), ("aria-label", w.groups), ("tabindex", "0")]);
    begin_below(h, w.groups, &columns);
    for group in groups(found.instrument, &members) {
        let name = if group.name.is_empty() { w.no_group } else { &group.name };
        h.open("tr", &[]).el("th", &[("scope", "row")], name);
        // How many a small group holds says nothing of what they answered.
        h.el("td", &[("class", "n")], &group.sheets.to_string());
        let cells = |scores: &GroupScores| [&[scores.overall], scores.categories.as_slice()].concat();
        let withheld = vec![None; found.instrument.categories.len() + 1];
        for cell in group.scores.as_ref().map_or(withheld, cells) {
            h.el("td", &[("class", "n")], &shown(locale, cell));
        }
        h.close("tr");
    }
    end(h);
    h.close("div");
    if members.len() < found.sheets.len() {
        h.el("p", &[("class", "meta")], w.groups_own);
    }
    h.close("section");
}

/// The mean of what single respondents score, less and more one standard deviation.
pub(super) fn around(scores: &[Score]) -> Option<(Score, Score)> {
    let n = i64::try_from(scores.len()).ok().filter(|n| *n > 1)?;
    let mean = scores.iter().map(|s| s.0).sum::<i64>() / n;
    let squares: f64 = scores.iter().map(|s| (s.0 - mean) as f64).map(|off| off * off).sum();
    let off = (squares / n as f64).sqrt() as i64;
    Some((Score((mean - off).max(0)), Score((mean + off).min(100_000_000))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_lie_around_the_mean() {
        let scores = [20, 40, 60, 80].map(Score::from_percent);
        let (from, to) = around(&scores).expect("several");
        assert_eq!((from.tenths(), to.tenths()), (276, 724));
        assert_eq!(around(&scores[..1]), None);
    }
}
