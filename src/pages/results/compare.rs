//! What a measurement is compared with: measurements that somebody has put in as files. Scores are joined only where they
//! can be followed from one measurement to the other.

use crate::browser::intl;
use crate::charts::dots::{Dots, Kind, Row};
use crate::components::paper::is_on_paper;
use crate::components::table::{Column, FigureTable, Table, TableTwin};
use crate::domain::award::Period;
use crate::domain::baseline::{Baseline, Break, baselines};
use crate::domain::measurement::Measurement;
use crate::domain::scoring::{Measure, Score};
use crate::domain::text::Locale;
use crate::i18n::{compare, list, points, respondents_count, results, score, use_locale};
use crate::pages::results::picture::SaveChart;
use crate::pages::results::published::PublishedComparison;
use leptos::prelude::*;
use leptos::svg::Svg;
use std::sync::Arc;

/// Another measurement beside this one.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The id of the other measurement in the draft.
    pub baseline: String,
    /// Whose it is, and of when: `Värmdö, 17 maj 2025`.
    pub whose: String,
    /// Its figures. `None` where they would give away what single respondents said.
    pub figures: Option<Figures>,
}

/// The figures of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// How much the total has changed since; whose the other measurement is where that cannot be followed.
    pub finding: String,
    /// Whose it is, of when, and how many answered.
    pub source: String,
    /// Why the figures cannot be followed from one to the other. Empty where they can.
    pub breaks: Vec<Break>,
    /// The total, the dimensions and the categories, then and now.
    pub areas: Vec<Area>,
}

/// A score in both measurements.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// What it is a score of.
    pub name: String,
    /// The same for a chart.
    pub kind: Kind,
    /// In the other measurement.
    pub before: Option<Score>,
    /// In this one.
    pub now: Option<Score>,
}

/// Every measurement to compare with, oldest first.
pub fn comparisons(measurement: &Measurement, locale: Locale) -> Vec<Comparison> {
    baselines(&measurement.draft).iter().map(|baseline| comparison(measurement, baseline, locale)).collect()
}

fn comparison(measurement: &Measurement, baseline: &Baseline, locale: Locale) -> Comparison {
    let whose = whose(baseline, locale);
    let figures = measurement.may_show(baseline).then(|| {
        let breaks = measurement.breaks(baseline);
        Figures {
            finding: finding(measurement, baseline, breaks.is_empty(), locale),
            source: format!("{whose} · {}", respondents_count(locale, baseline.sheets)),
            areas: areas(measurement, baseline, locale),
            breaks,
        }
    });
    Comparison { baseline: baseline.id.clone(), whose, figures }
}

/// Whose a measurement is, and of when.
fn whose(baseline: &Baseline, locale: Locale) -> String {
    let organisations: Vec<&str> = baseline.organisations.iter().map(String::as_str).collect();
    let date = Period::parse(&baseline.date).map(|period| intl::date(locale, period.first));
    format!("{}, {}", list(locale, &organisations), date.unwrap_or_else(|| compare(locale).unknown.to_string()))
}

fn finding(measurement: &Measurement, baseline: &Baseline, joined: bool, locale: Locale) -> String {
    let c = compare(locale);
    match baseline.overall.zip(measurement.report.overall.score).filter(|_| joined) {
        None => whose(baseline, locale),
        Some((before, now)) if before.tenths() == now.tenths() => c.unchanged.to_string(),
        Some((before, now)) => {
            let by = intl::tenths(locale, Score(now.0 - before.0).tenths().abs());
            format!("{} {by} {}", if now > before { c.up } else { c.down }, c.points)
        }
    }
}

fn areas(measurement: &Measurement, baseline: &Baseline, locale: Locale) -> Vec<Area> {
    let (instrument, report) = (&measurement.instrument, &measurement.report);
    let total = Area {
        name: results(locale).maturity.to_string(),
        kind: Kind::Total,
        before: baseline.overall,
        now: report.overall.score,
    };
    let area = |name: &str, id: &str, dimension, measure: Measure| Area {
        name: name.to_string(),
        kind: Kind::of(dimension),
        before: baseline.score(id),
        now: measure.score,
    };
    let dimensions = instrument.dimensions.iter().zip(&report.dimensions).enumerate();
    let dimensions = dimensions.map(|(i, (d, measure))| area(d.name.get(locale), &d.id, i, *measure));
    let categories = instrument.categories.iter().zip(&report.categories);
    let categories = categories.map(|(c, counted)| area(c.name.get(locale), &c.id, c.dimension, counted.measure));
    std::iter::once(total).chain(dimensions).chain(categories).collect()
}

impl Figures {
    /// The title of the chart saved as a picture, without its page: the finding, and whose the other measurement is.
    fn picture_title(&self, whose: &str) -> String {
        if self.finding == whose { whose.to_string() } else { format!("{}: {whose}", self.finding) }
    }

    /// The rows of the chart. A line leads from then to now where the figures can be followed.
    fn rows(&self) -> Vec<Row> {
        let joined = self.breaks.is_empty();
        let row = |area: &Area| Row {
            name: area.name.clone(),
            kind: area.kind,
            measure: Measure::at(area.now),
            before: area.before.map(|before| (before, joined)),
            ..Row::default()
        };
        self.areas.iter().map(row).collect()
    }

    /// The same figures as a table, with the difference where they can be followed.
    fn table(&self, caption: &str, locale: Locale) -> Table {
        let (c, joined) = (compare(locale), self.breaks.is_empty());
        let before = if self.breaks.contains(&Break::Organisation) { c.theirs } else { c.before };
        let mut columns = vec![Column::text(c.area), Column::figures(before), Column::figures(c.now)];
        columns.extend(joined.then(|| Column::figures(c.change)));
        let row = |area: &Area| {
            let change = area.before.zip(area.now).map(|(before, now)| points(locale, Score(now.0 - before.0)));
            let mut cells = vec![area.name.clone(), score(locale, area.before), score(locale, area.now)];
            cells.extend(joined.then(|| change.unwrap_or_else(|| "–".to_string())));
            cells
        };
        Table { caption: caption.to_string(), columns, rows: self.areas.iter().map(row).collect() }
    }

    /// Why the figures cannot be followed, in words.
    fn why_broken(&self, locale: Locale) -> String {
        let c = compare(locale);
        let why = self.breaks.iter().map(|one| match one {
            Break::Instrument => c.break_instrument,
            Break::Organisation => c.break_organisation,
            Break::Respondents => c.break_respondents,
        });
        why.chain([c.break_note]).collect::<Vec<_>>().join(" ")
    }
}

/// Every measurement to compare with, then the published figures. Nothing while there is no total.
#[component]
pub fn Comparisons(
    /// The measurement.
    measurement: Arc<Measurement>,
    /// Called with the id of a comparison that is to be removed. Without it, as on paper, none can be.
    #[prop(optional, into)]
    on_remove: Option<Callback<String>>,
) -> impl IntoView {
    let locale = use_locale();
    measurement.report.overall.score.map(|_| {
        let threshold = Score::from_percent(measurement.instrument.rules.threshold_percent);
        let all = comparisons(&measurement, locale).into_iter();
        let all = all.map(|comparison| {
            view! { <ComparisonFigure measurement=measurement.clone() comparison threshold on_remove/> }
        });
        let all = all.collect_view();
        view! {
            {all}
            <PublishedComparison measurement/>
        }
        .into_any()
    })
}

/// One measurement to compare with.
#[component]
fn ComparisonFigure(
    /// The measurement.
    measurement: Arc<Measurement>,
    /// Both measurements.
    comparison: Comparison,
    /// Where scores are cut into low and high.
    threshold: Score,
    /// Called with the id of the comparison when it is to be removed.
    on_remove: Option<Callback<String>>,
) -> impl IntoView {
    let c = compare(use_locale());
    let Comparison { baseline, whose, figures } = comparison;
    let id = format!("comparison-{baseline}");
    let remove = on_remove.filter(|_| !is_on_paper());
    let remove =
        remove.map(|remove| view! { <RemoveComparison baseline=baseline.clone() whose=whose.clone() remove/> });
    let heading = figures.as_ref().map_or(&whose, |figures| &figures.finding).clone();
    let inside = match figures {
        None => view! { <p class="note">{c.too_near}</p> }.into_any(),
        Some(figures) => view! { <ComparisonFigures measurement baseline whose figures threshold/> }.into_any(),
    };
    view! {
        <figure class="chart" id=id>
            <figcaption>
                <h3>{heading}</h3>
            </figcaption>
            {inside}
            {remove}
        </figure>
    }
    .into_any()
}

/// The chart of a comparison with its table.
#[component]
fn ComparisonFigures(
    /// The measurement.
    measurement: Arc<Measurement>,
    /// The id of the other measurement in the draft.
    baseline: String,
    /// Whose the other measurement is, and of when.
    whose: String,
    /// The figures.
    figures: Figures,
    /// Where scores are cut into low and high.
    threshold: Score,
) -> impl IntoView {
    let locale = use_locale();
    let c = compare(locale);
    let chart = NodeRef::<Svg>::new();
    let table = figures.table(&whose, locale);
    let picture_title = figures.picture_title(&whose);
    let broken = (!figures.breaks.is_empty()).then(|| {
        let why = format!(". {}", figures.why_broken(locale));
        view! { <div class="note warn break"><p><strong>{c.break_title}</strong>{why}</p></div> }
    });
    view! {
        <p class="meta num">{figures.source.clone()}</p>
        {broken}
        <Dots rows=figures.rows() threshold title=whose.clone() node_ref=chart/>
        <p class="meta">{c.mark_note}</p>
        <TableTwin id=format!("comparison-{baseline}-table") label=whose>
            <FigureTable table/>
        </TableTwin>
        <SaveChart measurement name=format!("jamfor-{baseline}") title=picture_title chart/>
    }
}

/// Takes a comparison out.
#[component]
fn RemoveComparison(
    /// The id of the other measurement in the draft.
    baseline: String,
    /// Whose it is, for the accessible name of the button.
    whose: String,
    /// Called when it is pressed.
    remove: Callback<String>,
) -> impl IntoView {
    let whose = format!(": {whose}");
    view! {
        <p class="actions">
            <button class="link" type="button" on:click=move |_| remove.run(baseline.clone())>
                {compare(use_locale()).remove}
                <span class="vh">{whose}</span>
            </button>
        </p>
    }
}
