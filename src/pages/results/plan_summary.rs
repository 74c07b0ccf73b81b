//! What the plan of a measurement says, to be read.

use crate::browser::intl;
use crate::components::link::AssessLink;
use crate::components::paper::{Section, is_on_paper};
use crate::components::table::{Column, FigureTable, Table, TableRegion};
use crate::domain::measurement::Measurement;
use crate::domain::plan::{About, Line, plan};
use crate::domain::scoring::Score;
use crate::domain::text::Locale;
use crate::i18n::{plan as texts, score, use_locale};
use crate::route::Assess;
use leptos::prelude::*;
use std::sync::Arc;

/// A line for each target, action, role or date. `None` where the plan is empty.
pub fn plan_table(measurement: &Measurement, locale: Locale) -> Option<Table> {
    let p = texts(locale);
    let lines = plan(&measurement.draft, &measurement.instrument);
    let columns = vec![
        Column::text(p.col_about),
        Column::figures(p.now),
        Column::figures(p.col_target),
        Column::lines(p.action),
        Column::lines(p.owner),
        Column::lines(p.date),
    ];
    let row = |line: Line| {
        let (name, now) = about(measurement, line.about, locale);
        let date = line.date.map(|date| intl::date(locale, date)).unwrap_or_default();
        vec![name, score(locale, now), score(locale, line.target), line.action, line.owner, date]
    };
    let rows: Vec<_> = lines.into_iter().map(row).collect();
    (!rows.is_empty()).then(|| Table { caption: p.title.to_string(), columns, rows })
}

/// The name of what a line is about, and its score now.
fn about(measurement: &Measurement, about: About, locale: Locale) -> (String, Option<Score>) {
    let (instrument, report) = (&measurement.instrument, &measurement.report);
    let (name, now) = match about {
        About::Category(i) => (
            instrument.categories.get(i).map(|category| category.name.get(locale)),
            report.categories.get(i).map(|counted| counted.measure),
        ),
        About::Statement(i) => (
            instrument.statements.get(i).map(|statement| statement.label.get(locale)),
            report.statements.get(i).map(|counted| counted.measure),
        ),
    };
    (name.unwrap_or_default().to_string(), now.and_then(|measure| measure.score))
}

/// The table of the plan below a heading that says so.
#[component]
pub fn PlanTable(
    /// The lines of the plan.
    table: Table,
) -> impl IntoView {
    view! {
        <TableRegion label=table.caption.clone()>
            <FigureTable table below_heading=true/>
        </TableRegion>
    }
}

/// What the whole plan says, below its fields.
#[component]
pub fn PlanSummary(
    /// The measurement.
    measurement: Arc<Measurement>,
) -> impl IntoView {
    let locale = use_locale();
    match plan_table(&measurement, locale) {
        Some(table) => view! { <PlanTable table/> }.into_any(),
        None => view! { <p class="empty">{texts(locale).empty}</p> }.into_any(),
    }
}

/// The plan beside a result, with the way to it. On paper there is none where the plan is empty.
#[component]
pub fn PlanSection(
    /// The measurement.
    measurement: Arc<Measurement>,
) -> impl IntoView {
    let locale = use_locale();
    let p = texts(locale);
    let table = plan_table(&measurement, locale);
    let paper = is_on_paper();
    let way = (!paper).then(|| {
        let text = if table.is_some() { p.change } else { p.make };
        view! { <p class="actions"><AssessLink page=Assess::Plan class="btn quiet">{text}</AssessLink></p> }
    });
    let empty = table.is_none();
    let inside = match table {
        Some(table) => view! { <PlanTable table/> }.into_any(),
        None => view! { <p>{p.empty}</p> }.into_any(),
    };
    (!paper || !empty).then(|| view! { <Section id="plan" heading=p.title>{inside} {way}</Section> }.into_any())
}
