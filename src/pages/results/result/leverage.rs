//! Which answers move the total most, and which open answers keep its range wide.

use crate::browser::intl;
use crate::components::paper::Section;
use crate::components::table::{Column, FigureTable, Table, TableRegion};
use crate::domain::measurement::Measurement;
use crate::domain::scoring::{Effect, Widening, effects, widening};
use crate::domain::text::Locale;
use crate::i18n::{points, results, score, use_locale};
use leptos::prelude::*;

/// How many statements are named.
const FIRST: usize = 5;

/// The statements with the most to gain. `None` where there is nothing to gain, or no total.
pub fn effects_table(measurement: &Measurement, locale: Locale) -> Option<Table> {
    let w = results(locale);
    let effects = effects(&measurement.instrument, &measurement.report);
    let row = |effect: &Effect| {
        let statement = measurement.instrument.statements.get(effect.statement)?;
        let counted = measurement.report.statements.get(effect.statement)?;
        let now = score(locale, counted.measure.score);
        let rises = [effect.step, effect.all].map(|rise| points(locale, rise));
        Some([vec![statement.label.get(locale).to_string(), now], rises.to_vec()].concat())
    };
    let rows: Vec<_> = effects.iter().take(FIRST).filter_map(row).collect();
    let columns = [w.col_now, w.col_step_up, w.col_all_up].map(Column::figures);
    (!rows.is_empty()).then(|| Table {
        caption: w.most.to_string(),
        columns: [vec![Column::text(w.col_statement)], columns.to_vec()].concat(),
        rows,
    })
}

/// The statements whose open answers widen the range most. `None` where there are none, or no total.
pub fn open_table(measurement: &Measurement, locale: Locale) -> Option<Table> {
    let w = results(locale);
    measurement.report.overall.score?;
    let row = |one: &Widening| {
        let statement = measurement.instrument.statements.get(one.statement)?;
        let counts = measurement.report.statements.get(one.statement)?.counts;
        let open = [counts.dont_know, counts.unanswered].map(|n| n.to_string());
        let width = intl::tenths(locale, one.width.tenths());
        Some([vec![statement.label.get(locale).to_string()], open.to_vec(), vec![width]].concat())
    };
    let widening = widening(&measurement.instrument, &measurement.report);
    let rows: Vec<_> = widening.iter().take(FIRST).filter_map(row).collect();
    let dont_know = measurement.instrument.scale.dont_know.get(locale);
    let columns = [dont_know, w.unanswered, w.col_width].map(Column::figures);
    (!rows.is_empty()).then(|| Table {
        caption: w.open.to_string(),
        columns: [vec![Column::text(w.col_statement)], columns.to_vec()].concat(),
        rows,
    })
}

/// The statements with the most to gain.
#[component]
pub fn EffectsSection(
    /// How much the total would rise.
    table: Table,
) -> impl IntoView {
    let w = results(use_locale());
    view! {
        <Section id="effects" heading=w.most>
            <p>{w.most_lead}</p>
            <TableRegion label=w.most.to_string()>
                <FigureTable table below_heading=true/>
            </TableRegion>
            <p class="meta">{w.most_note}</p>
        </Section>
    }
    .into_any()
}

/// The statements whose open answers widen the range most.
#[component]
pub fn OpenSection(
    /// How much the range would narrow.
    table: Table,
) -> impl IntoView {
    let w = results(use_locale());
    view! {
        <Section id="open-answers" heading=w.open>
            <p>{w.open_lead}</p>
            <TableRegion label=w.open.to_string()>
                <FigureTable table below_heading=true/>
            </TableRegion>
        </Section>
    }
    .into_any()
}
