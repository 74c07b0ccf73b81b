//! What a submission holds, in words: on the page that shows what will be sent, on the receipt, and at a check.

use crate::domain::answers::Answer;
use crate::domain::draft::Draft;
use crate::domain::instrument::Instrument;
use crate::domain::scoring::Score;
use crate::domain::submission::{Along, PlanV1, SubmissionV1, check, short_code};
use crate::domain::text::Locale;
use crate::i18n::{list, percent, plan as plan_texts, respondents, results, sent, use_locale};
use leptos::prelude::*;
use std::sync::Arc;

/// Whether the draft no longer says what was sent. A comment or the plan counts only where it went along.
pub fn has_changed(sent: &SubmissionV1, draft: &Draft, instrument: &Instrument) -> bool {
    let commented = sent.sheets.iter().flat_map(|s| &s.answers).any(|a| a.comment.is_some());
    match check(draft, instrument, Along { comments: commented, plan: !sent.plan.is_empty() }) {
        Ok(now) => {
            let now = now.preview();
            now.contact != sent.contact
                || now.organisations != sent.organisations
                || now.sheets != sent.sheets
                || now.tally != sent.tally
                || now.plan != sent.plan
        }
        Err(_) => true,
    }
}

/// A name with its value, in a list of such.
#[component]
pub fn Pair(
    /// The name.
    name: &'static str,
    /// The class of the value.
    #[prop(optional)]
    class: &'static str,
    /// The value.
    #[prop(into)]
    value: String,
) -> impl IntoView {
    let class = Some(class).filter(|class| !class.is_empty());
    view! { <div><dt>{name}</dt><dd class=class>{value}</dd></div> }
}

/// What a submission holds.
#[component]
pub fn SubmissionContents(
    /// The submission.
    submission: SubmissionV1,
    /// The questionnaire that its answers are shown by.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let locale = use_locale();
    let (s, w) = (sent(locale), results(locale));
    let organisations = submission.organisations.iter().map(|o| o.name.as_str()).collect::<Vec<_>>();
    let contact = &submission.contact;
    let contact = [contact.name.as_str(), contact.role.as_str(), contact.email.as_str()].join(", ");
    let score = submission.scores.overall.value.map(|value| percent(locale, Score(value * 10_000)));
    let form = format!("{}, version {}", submission.instrument.id, submission.instrument.version);
    let sheets = submission.sheets();
    let several =
        (sheets > 1).then(|| view! { <Pair name=respondents(locale).col_who class="num" value=sheets.to_string()/> });
    let tally = (!submission.tally.is_empty()).then(|| view! { <Pair name=s.answers value=s.tally/> });
    let replaces =
        submission.supersedes.as_ref().map(|key| view! { <Pair name=s.replaces class="code" value=short_code(key)/> });
    let rows = instrument.statements.iter().map(|statement| {
        let (given, comments) = given(&submission, &statement.id, &instrument, locale);
        let comments = comments.into_iter().map(|comment| view! { <span class="said">{comment}</span> });
        view! { <tr><th scope="row">{statement.label.get(locale).to_string()}</th><td>{given}{comments.collect_view()}</td></tr> }
    });
    let plan = (!submission.plan.is_empty())
        .then(|| view! { <SentPlan lines=submission.plan.clone() instrument=instrument.clone()/> });
    view! {
        <dl class="pairs">
            <Pair name=s.organisation value=list(locale, &organisations)/>
            <Pair name=s.contact value=contact/>
            <Pair name=w.maturity class="num" value=score.unwrap_or_else(|| "–".to_string())/>
            <Pair name=s.instrument value=form/>
            {several}{tally}{replaces}
        </dl>
        <details id="answers">
            <summary>{s.answers}</summary>
            <table class="data">
                <thead><tr><th scope="col">{w.col_statement}</th><th scope="col">{w.col_answer}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
        {plan}
    }
    .into_any()
}

/// The plan, where it was sent.
#[component]
fn SentPlan(
    /// Its lines.
    lines: Vec<PlanV1>,
    /// The questionnaire, for the names of what they are about.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let locale = use_locale();
    let line = |line: PlanV1| {
        let category = instrument.category(&line.id).and_then(|i| instrument.categories.get(i)).map(|c| &c.name);
        let statement = instrument.statement(&line.id).and_then(|i| instrument.statements.get(i)).map(|s| &s.label);
        let name = category.or(statement).map_or(line.id.as_str(), |n| n.get(locale)).to_string();
        let target = line.target.map(|t| percent(locale, Score::from_percent(t))).unwrap_or_default();
        let parts = [target.as_str(), &line.action, &line.owner, &line.date];
        let said = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        view! { <div><dt>{name}</dt><dd>{said}</dd></div> }
    };
    view! {
        <details id="sent-plan">
            <summary>{plan_texts(locale).title}</summary>
            <dl class="pairs">{lines.into_iter().map(line).collect_view()}</dl>
        </details>
    }
}

/// All answers to a statement, one in words, several by how many gave each; and every comment.
fn given(sent: &SubmissionV1, statement: &str, instrument: &Instrument, locale: Locale) -> (String, Vec<String>) {
    let answers = instrument.answers().filter_map(|answer| {
        let count = sent.count(statement, answer.word());
        let number = if matches!(answer, Answer::Step(_)) { format!("{} ", answer.word()) } else { String::new() };
        let label = instrument.label(answer).map_or("", |l| l.get(locale));
        let how_many = if sent.sheets() > 1 { format!(" ({count})") } else { String::new() };
        (count > 0).then(|| format!("{number}{label}{how_many}"))
    });
    let own = sent.sheets.iter().flat_map(|s| &s.answers).filter(|a| a.statement == statement);
    (answers.collect::<Vec<_>>().join(", "), own.filter_map(|a| a.comment.clone()).collect())
}
