//! What several respondents say together: what to talk about first, and scores by group.

use crate::components::paper::Section;
use crate::components::table::{Column, FigureTable, Table, TableRegion};
use crate::domain::measurement::Measurement;
use crate::domain::scoring::{Group, StatementReport, groups};
use crate::domain::text::Locale;
use crate::i18n::{results, score, steps_from_to, use_locale, withheld_why};
use leptos::prelude::*;

/// How many statements are named first.
const FIRST: usize = 5;

/// A statement that respondents disagree on.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// The label of the statement.
    pub label: String,
    /// From which step to which the answers go.
    pub range: String,
    /// The statement.
    pub text: String,
}

/// The statements that respondents disagree on most. Empty where nobody disagrees.
pub fn topics(measurement: &Measurement, locale: Locale) -> Vec<Topic> {
    let topic = |index: &usize| {
        let statement = measurement.instrument.statements.get(*index)?;
        Some(Topic {
            label: statement.label.get(locale).to_string(),
            range: steps_from_to(locale, ends(measurement.report.statements.get(*index)?)),
            text: statement.text.get(locale).to_string(),
        })
    };
    measurement.report.disagreements.iter().take(FIRST).filter_map(topic).collect()
}

/// The lowest and the highest step that anybody gave.
fn ends(counted: &StatementReport) -> (usize, usize) {
    let given = || counted.steps.iter().enumerate().filter(|(_, n)| **n > 0).map(|(index, _)| index + 1);
    (given().next().unwrap_or(0), given().next_back().unwrap_or(0))
}

/// What to talk about first.
#[component]
pub fn TalkSection(
    /// The statements that respondents disagree on most.
    topics: Vec<Topic>,
) -> impl IntoView {
    let w = results(use_locale());
    let topics = topics.into_iter().map(|topic| {
        view! {
            <li>
                <strong>{topic.label}</strong> " "
                <span class="meta num">{topic.range}</span>
                <p>{topic.text}</p>
            </li>
        }
    });
    let topics = topics.collect_view();
    view! {
        <Section id="talk" heading=w.talk>
            <p>{w.talk_lead}</p>
            <ol class="ranked">{topics}</ol>
        </Section>
    }
    .into_any()
}

/// Scores by group. `None` where nobody has chosen a group. The draft's own sheet is in none: otherwise whoever answers in
/// it could subtract it from its group.
pub fn groups_table(measurement: &Measurement, locale: Locale) -> Option<Table> {
    let (w, counted) = (results(locale), measurement.counted());
    if counted.iter().all(|respondent| respondent.group.is_empty()) {
        return None;
    }
    let members: Vec<_> = counted.iter().map(|r| (r.group.clone(), r.sheet.clone())).collect();
    let categories = measurement.instrument.categories.len();
    let row = |group: Group| {
        let name = if group.name.is_empty() { w.no_group.to_string() } else { group.name };
        let scores = group.scores.map_or_else(
            || vec![None; categories + 1],
            |scores| std::iter::once(scores.overall).chain(scores.categories).collect(),
        );
        // How many a withheld group holds says nothing of what they answered.
        let cells = scores.into_iter().map(|of| score(locale, of));
        [name, group.sheets.to_string()].into_iter().chain(cells).collect()
    };
    let names = measurement.instrument.categories.iter().map(|c| Column::figures(c.name.get(locale)));
    let columns = [Column::text(w.col_group), Column::figures(w.col_n), Column::figures(w.maturity)];
    Some(Table {
        caption: w.groups.to_string(),
        columns: columns.into_iter().chain(names).collect(),
        rows: groups(&measurement.instrument, &members).into_iter().map(row).collect(),
    })
}

/// Scores by group, and why some are withheld.
#[component]
pub fn GroupsSection(
    /// The scores.
    table: Table,
    /// Groups of fewer respondents than this are withheld.
    least: u32,
    /// Whether the draft's own answers count in the total, but in no group.
    with_own: bool,
) -> impl IntoView {
    let locale = use_locale();
    let w = results(locale);
    view! {
        <Section id="group-results" heading=w.groups>
            <p>{withheld_why(locale, least)}</p>
            <TableRegion label=w.groups.to_string()>
                <FigureTable table below_heading=true/>
            </TableRegion>
            {with_own.then(|| view! { <p class="meta">{w.groups_own}</p> })}
        </Section>
    }
    .into_any()
}
