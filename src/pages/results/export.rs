//! The result for other programs: a table, and data that follows a published schema (`public/data/schemas`).

use crate::components::file_failure::FileFailure;
use crate::components::link::AssessLink;
use crate::documents::take_away::{Contents, save};
use crate::domain::answers::Answer;
use crate::domain::csv::{Cell, Table};
use crate::domain::draft::{Name, PlanPart};
use crate::domain::measurement::Measurement;
use crate::domain::plan::{About, plan};
use crate::domain::scoring::{Counts, Measure, Score, StatementReport};
use crate::domain::text::Locale;
use crate::i18n::{export as texts, results, use_locale};
use crate::route::Assess;
use leptos::prelude::*;
use serde::Serialize;
use std::sync::Arc;

/// The name of the format, inside every file.
const SCHEMA: &str = "dimios-result/1";
/// Where it is described.
pub const SCHEMA_FILE: &str = "/data/schemas/dimios-result-1.json";

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
pub fn csv(measurement: &Measurement, locale: Locale) -> String {
    let e = texts(locale);
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
    let comments = measurement.comments();
    for line in lines(measurement, locale) {
        let said: Vec<&str> = comments
            .iter()
            .filter(|(of, _)| line.statement.is_some_and(|(index, _)| index == *of))
            .map(|(_, comment)| *comment)
            .collect();
        let said = said.join("\n");
        let answer = line
            .statement
            .filter(|_| measurement.sheets.len() == 1)
            .map(|(index, _)| answer(measurement, index, locale));
        let part = |part| measurement.draft.value(&Name::Plan(part, line.id.to_string())).trim();
        let target = crate::domain::plan::target(&measurement.draft, line.id);
        let counts = line.counts;
        table.row([
            Cell::Text(line.level),
            Cell::Text(line.id),
            Cell::Text(line.name),
            Cell::Tenths(line.measure.score.map(Score::tenths)),
            Cell::Tenths(Some(line.measure.interval.low.tenths())),
            Cell::Tenths(Some(line.measure.interval.high.tenths())),
            Cell::Tenths(line.statement.filter(|_| measurement.sheets.len() > 1).map(|(_, s)| s.spread.tenths())),
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

fn lines<'a>(measurement: &'a Measurement, locale: Locale) -> Vec<Line<'a>> {
    let (e, i, r) = (texts(locale), &measurement.instrument, &measurement.report);
    let of = |counted: &mut dyn Iterator<Item = Counts>| counted.fold(Counts::default(), |sum, c| sum + c);
    let total = results(locale).maturity;
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

fn answer(measurement: &Measurement, index: usize, locale: Locale) -> String {
    match measurement.sheets.first().map(|s| s.get(index)).unwrap_or_default() {
        Answer::Unanswered => String::new(),
        answer => answer_in_words(measurement, answer, locale),
    }
}

fn answer_in_words(measurement: &Measurement, answer: Answer, locale: Locale) -> String {
    let label = measurement.instrument.label(answer).map_or(results(locale).unanswered, |l| l.get(locale));
    if matches!(answer, Answer::Step(_)) { format!("{} {label}", answer.word()) } else { label.to_string() }
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
pub fn data(measurement: &Measurement, locale: Locale) -> String {
    let (i, r) = (&*measurement.instrument, &measurement.report);
    let comments = measurement.comments();
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

/// The ways to take the result away: the document for paper, a table, and data.
#[component]
pub fn TakeAway(
    /// The measurement.
    measurement: Arc<Measurement>,
) -> impl IntoView {
    let locale = use_locale();
    let e = texts(locale);
    let failed = RwSignal::new(false);
    let save = move |write: fn(&Measurement, Locale) -> Contents| {
        let measurement = measurement.clone();
        move |_| failed.set(!save(&measurement.draft, "resultat", &write(&measurement, locale)))
    };
    view! {
        <h2 id="ta-med" tabindex="-1">{e.take}</h2>
        <p>{e.take_lead}</p>
        <ul class="takes">
            <li>
                <AssessLink page=Assess::Document class="btn quiet">{e.paper}</AssessLink>
                <p class="meta">{e.paper_hint}</p>
            </li>
            <li>
                <button class="btn quiet" type="button" on:click=save(|m, locale| Contents::Table(csv(m, locale)))>{e.csv}</button>
            </li>
            <li>
                <button class="btn quiet" type="button" on:click=save(|m, locale| Contents::Data(data(m, locale)))>{e.json}</button>
                <p class="meta">{e.json_hint}" "<a href=SCHEMA_FILE rel="external">{SCHEMA}</a>"."</p>
            </li>
        </ul>
        <FileFailure id="fil-fel" failed/>
    }
}
