//! The result as data that follows the published schema `dimios-result/1`.

use crate::domain::draft::{Name, PlanPart};
use crate::domain::measurement::Measurement;
use crate::domain::plan::{About, plan};
use crate::domain::scoring::{Measure, Quadrant, Score};
use crate::domain::text::Locale;
use serde::Serialize;

/// The name of the format, inside every file.
pub(super) const SCHEMA: &str = "dimios-result/1";

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
pub fn data(measurement: &Measurement, locale: Locale) -> String {
    let (i, r) = (&*measurement.instrument, &measurement.report);
    let comments = measurement.comments();
    let quadrant = r.quadrant.map(|q| match q {
        Quadrant::BothLow => "both_low",
        Quadrant::AbilityHigh => "ability_high",
        Quadrant::LegacyHigh => "legacy_high",
        Quadrant::BothHigh => "both_high",
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
        comments: comments.iter().filter(|(of, _)| *of == index).map(|(_, c)| *c).collect(),
    });
    let plan = plan(&measurement.draft, i).into_iter().map(|line| PlanV1 {
        about: if matches!(line.about, About::Category(_)) { "category" } else { "statement" },
        target: line.target.map(percent),
        action: line.action,
        owner: line.owner,
        date: line
            .date
            .map(|_| measurement.draft.value(&Name::Plan(PlanPart::Date, line.id.clone())).trim().to_string()),
        id: line.id,
    });
    let compared = measurement.shown_baselines().into_iter().map(|b| ComparedV1 {
        comparable: measurement.breaks(&b).is_empty(),
        organisations: b.organisations,
        date: b.date,
        instrument: b.instrument,
        respondents: b.sheets,
        overall: b.overall.map(percent),
    });
    let organisations = measurement.draft.organisations();
    let result = ResultV1 {
        schema: SCHEMA,
        example: measurement.is_example(),
        instrument: InstrumentV1 { id: &i.reference.id, version: i.reference.version, sha256: &i.reference.sha256 },
        organisations: organisations.iter().map(|(code, name)| OrganisationV1 { code: *code, name }).collect(),
        respondents: measurement.sheets.len(),
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
