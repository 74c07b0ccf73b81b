//! The result for other programs: a table, and data that follows a published schema (`public/data/schemas`).

use super::Found;
use super::compare::may_be_shown;
use super::several::comments;
use crate::domain::answers::Answer;
use crate::domain::csv::{Cell, Table};
use crate::domain::draft::{Name, PlanPart};
use crate::domain::plan::{About, plan};
use crate::domain::scoring::{Counts, Measure, Score, StatementReport};
use crate::i18n::export as texts;
use crate::strings::html::Html;
use serde::Serialize;

/// The name of the format, inside every file.
const SCHEMA: &str = "dimios-result/1";
/// Where it is described.
pub(super) const SCHEMA_FILE: &str = "/data/schemas/dimios-result-1.json";

/// One line of the table.
struct Line<'a> {
    level: &'a str,
    id: &'a str,
    name: &'a str,
    measure: Measure,
    counts: Counts,
    statement: Option<(usize, &'a StatementReport)>,
}

/// One row a score: total, dimensions, categories, statements.
pub(super) fn csv(found: &Found<'_>) -> String {
    let e = texts(found.locale);
    let mut table = Table::new(&[
        e.level,
        e.id,
        e.name,
        e.score,
        e.low,
        e.high,
        e.spread,
        e.steps,
        e.dont_know,
        e.not_applicable,
        e.unanswered,
        e.answer,
        e.comments,
        e.target,
        e.action,
        e.owner,
        e.date,
    ]);
    let comments = comments(found);
    for line in lines(found) {
        let said: Vec<&str> = comments
            .iter()
            .filter(|(of, _)| line.statement.is_some_and(|(index, _)| index == *of))
            .map(|(_, comment)| comment.as_str())
            .collect();
        let said = said.join("\n");
        let answer = line.statement.filter(|_| found.sheets.len() == 1).map(|(index, _)| answer(found, index));
        let part = |part| found.draft.value(&Name::Plan(part, line.id.to_string())).trim();
        let target = crate::domain::plan::target(found.draft, line.id);
        let counts = line.counts;
        table.row([
            Cell::Text(line.level),
            Cell::Text(line.id),
            Cell::Text(line.name),
            Cell::Tenths(line.measure.score.map(Score::tenths)),
            Cell::Tenths(Some(line.measure.interval.low.tenths())),
            Cell::Tenths(Some(line.measure.interval.high.tenths())),
            Cell::Tenths(line.statement.filter(|_| found.sheets.len() > 1).map(|(_, s)| s.spread.tenths())),
            Cell::Number(counts.steps.into()),
            Cell::Number(counts.dont_know.into()),
            Cell::Number(counts.not_applicable.into()),
            Cell::Number(counts.unanswered.into()),
            Cell::Text(answer.as_deref().unwrap_or_default()),
            Cell::Text(&said),
            Cell::Tenths(target.map(Score::tenths)),
            Cell::Text(part(PlanPart::Action)),
            Cell::Text(part(PlanPart::Owner)),
            Cell::Text(part(PlanPart::Date)),
        ]);
    }
    table.finish()
}

fn lines<'a>(found: &'a Found<'_>) -> Vec<Line<'a>> {
    let (e, locale, i, r) = (texts(found.locale), found.locale, found.instrument, found.report);
    let of = |counted: &mut dyn Iterator<Item = Counts>| counted.fold(Counts::default(), |sum, c| sum + c);
    let total = crate::i18n::results(locale).maturity;
    let mut lines =
        vec![Line { level: e.total, id: "", name: total, measure: r.overall, counts: r.counts, statement: None }];
    for (index, (dimension, measure)) in i.dimensions.iter().zip(&r.dimensions).enumerate() {
        let mut counted = i.categories_of(index).filter_map(|(c, _)| r.categories.get(c)).map(|c| c.counts);
        let counts = of(&mut counted);
        let name = dimension.name.get(locale);
        lines.push(Line { level: e.dimension, id: &dimension.id, name, measure: *measure, counts, statement: None });
    }
    for (category, c) in i.categories.iter().zip(&r.categories) {
        let name = category.name.get(locale);
        lines.push(Line {
            level: e.category,
            id: &category.id,
            name,
            measure: c.measure,
            counts: c.counts,
            statement: None,
        });
    }
    for (index, (statement, s)) in i.statements.iter().zip(&r.statements).enumerate() {
        let name = statement.text.get(locale);
        let statement_line = Some((index, s));
        lines.push(Line {
            level: e.statement,
            id: &statement.id,
            name,
            measure: s.measure,
            counts: s.counts,
            statement: statement_line,
        });
    }
    lines
}

fn answer(found: &Found<'_>, index: usize) -> String {
    match found.sheets.first().map(|s| s.get(index)).unwrap_or_default() {
        Answer::Unanswered => String::new(),
        answer => super::calculation::words_of(found, answer),
    }
}

#[derive(Serialize)]
struct ResultV1<'a> {
    schema: &'static str,
    example: bool,
    instrument: InstrumentV1<'a>,
    organisations: Vec<OrganisationV1<'a>>,
    respondents: usize,
    overall: ScoreV1,
    quadrant: Option<&'static str>,
    dimensions: Vec<NamedV1<'a>>,
    categories: Vec<NamedV1<'a>>,
    statements: Vec<StatementV1<'a>>,
    plan: Vec<PlanV1>,
    compared_with: Vec<ComparedV1>,
}

#[derive(Serialize)]
struct InstrumentV1<'a> {
    id: &'a str,
    version: u32,
    sha256: &'a str,
}

#[derive(Serialize)]
struct OrganisationV1<'a> {
    code: Option<&'a str>,
    name: &'a str,
}

/// Scores in percent with at most two decimals.
#[derive(Serialize)]
struct ScoreV1 {
    score: Option<f64>,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct NamedV1<'a> {
    id: &'a str,
    name: &'a str,
    score: ScoreV1,
}

#[derive(Serialize)]
struct StatementV1<'a> {
    id: &'a str,
    category: &'a str,
    text: &'a str,
    score: ScoreV1,
    steps: &'a [u32],
    dont_know: u32,
    not_applicable: u32,
    unanswered: u32,
    comments: Vec<&'a str>,
}

#[derive(Serialize)]
struct PlanV1 {
    about: &'static str,
    id: String,
    target: Option<f64>,
    action: String,
    owner: String,
    date: Option<String>,
}

#[derive(Serialize)]
struct ComparedV1 {
    organisations: Vec<String>,
    date: String,
    instrument: String,
    respondents: usize,
    overall: Option<f64>,
    comparable: bool,
}

/// The data, as `dimios-result/1`.
pub(super) fn data(found: &Found<'_>) -> String {
    let (i, r, locale) = (found.instrument, found.report, found.locale);
    let comments = comments(found);
    let quadrant = r.quadrant.map(|q| match q {
        crate::domain::scoring::Quadrant::BothLow => "both_low",
        crate::domain::scoring::Quadrant::AbilityHigh => "ability_high",
        crate::domain::scoring::Quadrant::LegacyHigh => "legacy_high",
        crate::domain::scoring::Quadrant::BothHigh => "both_high",
    });
    let statements = i.statements.iter().zip(&r.statements).enumerate().map(|(index, (s, counted))| StatementV1 {
        id: &s.id,
        category: i.categories.get(s.category).map_or("", |c| c.id.as_str()),
        text: s.text.get(locale),
        score: score(counted.measure),
        steps: &counted.steps,
        dont_know: counted.counts.dont_know,
        not_applicable: counted.counts.not_applicable,
        unanswered: counted.counts.unanswered,
        comments: comments.iter().filter(|(of, _)| *of == index).map(|(_, c)| c.as_str()).collect(),
    });
    let plan = plan(found.draft, i).into_iter().map(|line| PlanV1 {
        about: if matches!(line.about, About::Category(_)) { "category" } else { "statement" },
        target: line.target.map(percent),
        action: line.action,
        owner: line.owner,
        date: line.date.map(|_| found.draft.value(&Name::Plan(PlanPart::Date, line.id.clone())).trim().to_string()),
        id: line.id,
    });
    let compared = may_be_shown(found).into_iter().map(|b| ComparedV1 {
        comparable: b.breaks(found.draft, i, found.sheets.len()).is_empty(),
        organisations: b.organisations,
        date: b.date,
        instrument: b.instrument,
        respondents: b.sheets,
        overall: b.overall.map(percent),
    });
    let organisations = found.draft.organisations();
    let result = ResultV1 {
        schema: SCHEMA,
        example: found.is_example(),
        instrument: InstrumentV1 { id: &i.reference.id, version: i.reference.version, sha256: &i.reference.sha256 },
        organisations: organisations.iter().map(|(code, name)| OrganisationV1 { code: *code, name }).collect(),
        respondents: found.sheets.len(),
        overall: score(r.overall),
        quadrant,
        dimensions: i
            .dimensions
            .iter()
            .zip(&r.dimensions)
            .map(|(d, m)| NamedV1 { id: &d.id, name: d.name.get(locale), score: score(*m) })
            .collect(),
        categories: i
            .categories
            .iter()
            .zip(&r.categories)
            .map(|(c, m)| NamedV1 { id: &c.id, name: c.name.get(locale), score: score(m.measure) })
            .collect(),
        statements: statements.collect(),
        plan: plan.collect(),
        compared_with: compared.collect(),
    };
    // Nothing in it can fail: names are texts, and scores are finite.
    serde_json::to_string_pretty(&result).unwrap_or_default()
}

fn score(m: Measure) -> ScoreV1 {
    ScoreV1 { score: m.score.map(percent), low: percent(m.interval.low), high: percent(m.interval.high) }
}

fn percent(score: Score) -> f64 {
    score.hundredths() as f64 / 100.0
}

/// The ways to take the result away.
pub(super) fn take(found: &Found<'_>) -> Html {
    let (e, mut h) = (texts(found.locale), Html::new());
    h.el("h2", &[("id", "ta-med"), ("tabindex", "-1")], e.take).el("p", &[], e.take_lead);
    h.open("ul", &[("class", "takes")]).open("li", &[]);
    h.link("btn quiet", &found.href(&crate::route::Assess::Document), None, e.paper);
    h.el("p", &[("class", "meta")], e.paper_hint).close("li");
    for (kind, text) in [("csv", e.csv), ("json", e.json)] {
        h.open("li", &[]).el("button", &[("class", "btn quiet"), ("type", "button"), ("data-take", kind)], text);
        if kind == "json" {
            h.open("p", &[("class", "meta")]).text(e.json_hint).text(" ");
            h.link("", SCHEMA_FILE, Some("external"), SCHEMA).text(".").close("p");
        }
        h.close("li");
    }
    h.close("ul");
    h
}
