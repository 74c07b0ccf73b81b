//! The plan: its fields, and what it says beside the scores.

use super::tables::{begin_below, end};
use super::{Found, named, part, shown};
use crate::browser::intl;
use crate::domain::draft::{Name, PlanPart};
use crate::domain::plan::{About, Line, plan, target};
use crate::domain::scoring::Score;
use crate::i18n::plan as texts;
use crate::route::Assess;
use crate::strings::html::Html;

/// Every field of the plan: by category, and folded away for its statements.
pub(super) fn fields(found: &Found<'_>) -> Html {
    let (p, locale, mut h) = (texts(found.locale), found.locale, Html::new());
    for (index, category) in found.instrument.categories.iter().enumerate() {
        let score = found.report.categories.get(index).and_then(|c| c.measure.score);
        let dimension = found.instrument.dimensions.get(category.dimension).map_or("", |d| d.id.as_str());
        let class = ["dim plan ", dimension].concat();
        h.open("section", &[("class", &class), ("id", &["plan-", &category.id].concat())]);
        h.open("div", &[]).el("h2", &[], category.name.get(locale));
        h.el("p", &[("class", "meta num")], &[p.now, ": ", &shown(locale, score)].concat()).close("div");
        parts(&mut h, found, &category.id, category.name.get(locale));
        h.open("details", &[("class", "calc"), ("id", &["plan-", &category.id, "-enskilda"].concat())]);
        h.el("summary", &[], p.single);
        for (i, statement) in found.instrument.statements_of(index) {
            let score = found.report.statements.get(i).and_then(|s| s.measure.score);
            let label = statement.label.get(locale);
            h.open("div", &[("class", "planned")]).el("h3", &[("class", "num")], &named(label, &shown(locale, score)));
            h.el("p", &[("class", "meta")], statement.text.get(locale));
            parts(&mut h, found, &statement.id, label);
            h.close("div");
        }
        h.close("details").close("section");
    }
    h
}

/// The four fields of one category or statement, by the ids that the app listens for: `plan-<part>-<id>`.
fn parts(h: &mut Html, found: &Found<'_>, id: &str, name: &str) {
    let p = texts(found.locale);
    let value = |part| found.draft.value(&Name::Plan(part, id.to_string())).to_string();
    let field_id = |part: PlanPart| ["plan-", part.word(), "-", id].concat();
    h.open("fieldset", &[("class", "plan-fields")]).el("legend", &[("class", "vh")], name);
    for (part, label, kind) in [
        (PlanPart::Target, p.target, "number"),
        (PlanPart::Date, p.date, "date"),
        (PlanPart::Owner, p.owner, "text"),
        (PlanPart::Action, p.action, ""),
    ] {
        let (id, value) = (field_id(part), value(part));
        h.open("div", &[("class", &["field ", part.word()].concat())]).el("label", &[("for", &id)], label);
        if kind.is_empty() {
            h.el("textarea", &[("id", &id), ("rows", "2"), ("maxlength", "2000")], &value);
        } else {
            let number = (kind == "number").then_some(());
            h.open_if(
                "input",
                &[
                    ("id", Some(&id)),
                    ("type", Some(kind)),
                    ("maxlength", (kind == "text").then_some("200")),
                    ("min", number.map(|()| "0")),
                    ("max", number.map(|()| "100").or((kind == "date").then_some("2100-12-31"))),
                    ("step", number.map(|()| "1")),
                    ("inputmode", number.map(|()| "numeric")),
                    ("autocomplete", Some("off")),
                    ("value", Some(&value)),
                ],
            );
        }
        h.close("div");
    }
    h.close("fieldset");
}

/// What the plan says: a line for each target, action, role or date.
pub(super) fn summary(found: &Found<'_>) -> Html {
    let (p, mut h) = (texts(found.locale), Html::new());
    let lines = plan(found.draft, found.instrument);
    if lines.is_empty() {
        h.el("p", &[("class", "empty")], p.empty);
        return h;
    }
    table(&mut h, found, &lines);
    h
}

/// The plan on the result page and on paper.
pub(super) fn section(h: &mut Html, found: &Found<'_>) {
    let p = texts(found.locale);
    let lines = plan(found.draft, found.instrument);
    if found.paper && lines.is_empty() {
        return;
    }
    part(h, "plan", p.title);
    if lines.is_empty() {
        h.el("p", &[], p.empty);
    } else {
        table(h, found, &lines);
    }
    if !found.paper {
        let text = if lines.is_empty() { p.make } else { p.change };
        h.open("p", &[("class", "actions")]).link("btn quiet", &found.href(&Assess::Plan), None, text).close("p");
    }
    h.close("section");
}

fn table(h: &mut Html, found: &Found<'_>, lines: &[Line]) {
    let (p, locale) = (texts(found.locale), found.locale);
    h.open("div", &[("class", "table-twin"), ("role", "region"), ("aria-label", p.title), ("tabindex", "0")]);
    let columns = [(p.now, true), (p.col_target, true), (p.action, false), (p.owner, false), (p.date, false)];
    begin_below(h, p.title, &[&[(p.col_about, false)], columns.as_slice()].concat());
    for line in lines {
        let (name, score) = about(found, line.about);
        h.open("tr", &[]).el("th", &[("scope", "row")], name);
        h.el("td", &[("class", "n")], &shown(locale, score)).el("td", &[("class", "n")], &shown(locale, line.target));
        let date = line.date.map(|date| intl::date(locale, date)).unwrap_or_default();
        for text in [&line.action, &line.owner, &date] {
            h.el("td", &[("class", "lines")], text);
        }
        h.close("tr");
    }
    end(h);
    h.close("div");
}

/// The name of what a line is about, and its score now.
pub(super) fn about<'a>(found: &Found<'a>, about: About) -> (&'a str, Option<Score>) {
    match about {
        About::Category(i) => (
            found.instrument.categories.get(i).map_or("", |c| c.name.get(found.locale)),
            found.report.categories.get(i).and_then(|c| c.measure.score),
        ),
        About::Statement(i) => (
            found.instrument.statements.get(i).map_or("", |s| s.label.get(found.locale)),
            found.report.statements.get(i).and_then(|s| s.measure.score),
        ),
    }
}

/// The scores to reach, of the categories in this order, where the plan has any.
pub(super) fn targets(found: &Found<'_>, order: &[usize]) -> Vec<Option<Score>> {
    let of = |i: &usize| found.instrument.categories.get(*i).and_then(|c| target(found.draft, &c.id));
    order.iter().map(of).collect()
}

/// The word for a target in a table.
pub(super) fn column(found: &Found<'_>) -> &'static str {
    texts(found.locale).col_target
}

/// What the mark of a target is.
pub(super) fn note(found: &Found<'_>) -> &'static str {
    texts(found.locale).target_note
}
