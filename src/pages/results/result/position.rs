//! Where a measurement stands on the two axes, and where its single respondents stand.

use super::summary::field_of;
use crate::charts::field::{Position, PositionField, SinglePosition};
use crate::components::table::{Column, FigureTable, Table, TableTwin};
use crate::domain::instrument::Dimension;
use crate::domain::measurement::Measurement;
use crate::domain::scoring::{Measure, Report, Score};
use crate::domain::text::Locale;
use crate::i18n::{range, results, score, use_locale};
use crate::pages::results::picture::SaveChart;
use leptos::prelude::*;
use leptos::svg::Svg;
use std::sync::Arc;

/// What single respondents say by themselves. Empty lists where one sheet is counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Individuals {
    /// The position of each respondent that has one.
    pub positions: Vec<SinglePosition>,
    /// From where to where most respondents' own scores lie, category by category.
    pub spreads: Vec<Option<(Score, Score)>>,
}

impl Individuals {
    /// Counts each sheet by itself.
    pub fn of(measurement: &Measurement) -> Individuals {
        let reports = measurement.single();
        if reports.is_empty() {
            return Individuals::default();
        }
        let scores = |category: usize| {
            let scores = reports.iter().filter_map(|r| r.categories.get(category)?.measure.score);
            around(&scores.collect::<Vec<_>>())
        };
        Individuals {
            positions: reports.iter().filter_map(position).collect(),
            spreads: (0..measurement.instrument.categories.len()).map(scores).collect(),
        }
    }
}

fn position(report: &Report) -> Option<SinglePosition> {
    let [ability, legacy] = report.dimensions.as_slice() else { return None };
    Some(SinglePosition { ability: ability.score?, legacy: legacy.score? })
}

/// The mean of what single respondents score, less and more one standard deviation.
fn around(scores: &[Score]) -> Option<(Score, Score)> {
    let n = i64::try_from(scores.len()).ok().filter(|n| *n > 1)?;
    let mean = scores.iter().map(|s| s.0).sum::<i64>() / n;
    let squares: f64 = scores.iter().map(|s| (s.0 - mean) as f64).map(|off| off * off).sum();
    let off = (squares / n as f64).sqrt() as i64;
    Some((Score((mean - off).max(0)), Score((mean + off).min(100_000_000))))
}

/// What the position says: the name of its field.
pub fn position_title(measurement: &Measurement, locale: Locale) -> String {
    let standing = results(locale).standing;
    field_of(measurement)
        .map_or_else(|| standing.to_string(), |field| format!("{standing}: {}", field.name.get(locale)))
}

/// The figures of the position.
pub fn position_table(measurement: &Measurement, locale: Locale) -> Table {
    let w = results(locale);
    let dimensions = measurement.instrument.dimensions.iter().zip(&measurement.report.dimensions);
    let row = |(dimension, measure): (&Dimension, &Measure)| {
        let span = range(locale, measure.interval.low, measure.interval.high);
        vec![dimension.name.get(locale).to_string(), score(locale, measure.score), span]
    };
    Table {
        caption: w.standing.to_string(),
        columns: vec![Column::text(w.col_dimension), Column::figures(w.col_score), Column::figures(w.col_interval)],
        rows: dimensions.map(row).collect(),
    }
}

/// The position on the two axes, with its table. Nothing unless there are two dimensions.
#[component]
pub fn PositionFigure(
    /// The measurement.
    measurement: Arc<Measurement>,
    /// Where its respondents stand by themselves.
    individuals: Individuals,
) -> impl IntoView {
    let locale = use_locale();
    let w = results(locale);
    let position = Position::of(&measurement.instrument, &measurement.report, locale)?;
    let title = position_title(&measurement, locale);
    let others = individuals.positions;
    let table = position_table(&measurement, locale);
    let chart = NodeRef::<Svg>::new();
    let points_note = (!others.is_empty()).then(|| view! { <p class="meta">{w.points_note}</p> });
    let cut = format!("{}: {}\u{a0}%", w.threshold, measurement.instrument.rules.threshold_percent);
    let figure = view! {
        <figure class="chart card" id="position">
            <figcaption>
                <h2>{title.clone()}</h2>
            </figcaption>
            <PositionField position others title=title.clone() node_ref=chart/>
            <p class="meta">{w.box_note}</p>
            {points_note}
            <TableTwin id="position-table" label=w.standing>
                <FigureTable table/>
                <p class="meta">{cut}</p>
            </TableTwin>
            <SaveChart measurement name="laget" title chart/>
        </figure>
    };
    Some(figure.into_any())
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
