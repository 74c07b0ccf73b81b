//! Comparing: with measurements that a file was given of, and with published figures. Nothing is joined that cannot be
//! followed.

use super::tables::{begin, end};
use super::{Found, shown};
use crate::browser::intl;
use crate::domain::award::Period;
use crate::domain::baseline::{Baseline, Break, MAX_BASELINES, NoBaseline, baselines};
use crate::domain::draft::Name;
use crate::domain::json::{self, Value};
use crate::domain::scoring::{Interval, Measure, Score};
use crate::domain::text::Locale;
use crate::ui::charts::dots::{Kind, Row, dots};
use crate::ui::html::Html;
use crate::ui::i18n::{compare as texts, list, points, respondents_count, results};

/// The published figures, as anyone can read them at `/data/benchmarks.json`.
const PUBLISHED: &str = include_str!("../../../public/data/benchmarks.json");

/// Reads a file. The id of the record to keep, and its text; or the word for why it is nothing to compare with.
pub(super) fn take(found: &Found<'_>, text: &str) -> Result<(String, String), NoBaseline> {
    let baseline = Baseline::of_file(text, found.instrument)?;
    let known = baselines(found.draft);
    if known.iter().any(|b| b.id == baseline.id) {
        return Err(NoBaseline::Same);
    }
    if known.len() >= MAX_BASELINES {
        return Err(NoBaseline::TooMany);
    }
    Ok((Name::Baseline(baseline.id.clone()).word(), baseline.store()))
}

/// The field for a file, and what has come of the last one: nothing, `taken`, or the word of a [`NoBaseline`].
pub(super) fn field(outcome: &str, locale: Locale) -> Html {
    let (c, mut h) = (texts(locale), Html::new());
    h.el("h2", &[("id", "jamfor")], c.title).el("p", &[], c.lead);
    h.open("div", &[("class", "field drop")]).el("label", &[("for", "jamfor-fil")], c.file);
    h.el("p", &[("class", "hint"), ("id", "jamfor-fil-h")], c.file_hint);
    let input = [
        ("id", "jamfor-fil"),
        ("type", "file"),
        ("accept", ".html,.json,text/html,application/json"),
        ("aria-describedby", "jamfor-fil-h"),
        ("data-compare", ""),
    ];
    h.open("input", &input).open("div", &[("role", "status")]);
    match NoBaseline::parse(outcome) {
        Some(why) => h.el("p", &[("class", "field-error")], refusal(why, locale)),
        None if outcome == "taken" => h.el("p", &[("class", "state ok")], c.taken),
        None if outcome == "removed" => h.el("p", &[("class", "state")], c.removed),
        None => &mut h,
    };
    h.close("div").close("div");
    h
}

fn refusal(why: NoBaseline, locale: Locale) -> &'static str {
    let c = texts(locale);
    match why {
        NoBaseline::Foreign => c.is_foreign,
        NoBaseline::OtherInstrument => c.is_other_instrument,
        NoBaseline::Empty => c.is_empty,
        NoBaseline::Same => c.is_same,
        NoBaseline::TooMany => c.is_many,
    }
}

/// Every measurement to compare with, then the published figures.
pub(super) fn comparisons(found: &Found<'_>) -> Html {
    let mut h = Html::new();
    if found.report.overall.score.is_none() {
        return h;
    }
    for baseline in baselines(found.draft) {
        comparison(&mut h, found, &baseline);
    }
    published(&mut h, found);
    h
}

/// What a baseline is called: whose it is, when, and how many answered.
pub(super) fn title_of(baseline: &Baseline, locale: Locale) -> String {
    let organisations: Vec<&str> = baseline.organisations.iter().map(String::as_str).collect();
    let date = Period::parse(&baseline.date).map(|p| intl::date(locale, p.first));
    let date = date.unwrap_or_else(|| texts(locale).unknown.to_string());
    [&list(locale, &organisations), ", ", &date].concat()
}

fn comparison(h: &mut Html, found: &Found<'_>, baseline: &Baseline) {
    let (c, locale) = (texts(found.locale), found.locale);
    let breaks = baseline.breaks(found.draft, found.instrument, found.sheets.len());
    let id = ["jamfor-", &baseline.id].concat();
    h.open("figure", &[("class", "chart"), ("id", &id)]).open("figcaption", &[]);
    h.el("h3", &[], &title_of(baseline, locale)).close("figcaption");
    h.el("p", &[("class", "meta num")], &respondents_count(locale, baseline.sheets));
    if !breaks.is_empty() {
        let why: Vec<&str> = breaks.iter().map(|b| broken(*b, locale)).collect();
        h.open("div", &[("class", "note warn break")]).open("p", &[]).el("strong", &[], c.break_title).text(". ");
        h.text(&why.join(" ")).text(" ").text(c.break_note).close("p").close("div");
    }
    let rows = rows(found, baseline);
    let drawn = drawn(&rows, breaks.is_empty());
    let threshold = Score::from_percent(found.instrument.rules.threshold_percent);
    dots(h, &drawn, threshold, &title_of(baseline, locale), locale);
    h.el("p", &[("class", "meta")], c.mark_note);
    table(h, found, &rows, baseline, &breaks);
    found.take_picture(h, &id, &title_of(baseline, locale));
    if !found.paper {
        h.open("p", &[("class", "actions")]);
        let button = [("class", "link"), ("type", "button"), ("data-remove-baseline", baseline.id.as_str())];
        h.open("button", &button).text(c.remove).el(
            "span",
            &[("class", "vh")],
            &[": ", &title_of(baseline, locale)].concat(),
        );
        h.close("button").close("p");
    }
    h.close("figure");
}

/// The rows as they are drawn.
fn drawn(rows: &[Both<'_>], joined: bool) -> Vec<Row> {
    let draw = |row: &Both<'_>| Row {
        name: row.name.to_string(),
        kind: row.kind,
        measure: point(row.now),
        before: row.before.map(|score| (score, joined)),
        ..Row::default()
    };
    rows.iter().map(draw).collect()
}

/// A score by itself, without an interval around it.
fn point(score: Option<Score>) -> Measure {
    let at = score.unwrap_or_default();
    Measure { score, interval: Interval { low: at, high: at } }
}

fn broken(why: Break, locale: Locale) -> &'static str {
    let c = texts(locale);
    match why {
        Break::Instrument => c.break_instrument,
        Break::Organisation => c.break_organisation,
        Break::Respondents => c.break_respondents,
    }
}

/// A score in both measurements.
struct Both<'a> {
    name: &'a str,
    kind: Kind,
    before: Option<Score>,
    now: Option<Score>,
}

/// The total, the dimensions and the categories.
fn rows<'a>(found: &Found<'a>, baseline: &Baseline) -> Vec<Both<'a>> {
    let (locale, instrument) = (found.locale, found.instrument);
    let total = Both {
        name: results(locale).maturity,
        kind: Kind::Total,
        before: baseline.overall,
        now: found.report.overall.score,
    };
    let dimensions = instrument.dimensions.iter().zip(&found.report.dimensions).enumerate().map(|(i, (d, m))| Both {
        name: d.name.get(locale),
        kind: Kind::of(i),
        before: baseline.score(&d.id),
        now: m.score,
    });
    let categories = instrument.categories.iter().zip(&found.report.categories).map(|(c, r)| Both {
        name: c.name.get(locale),
        kind: Kind::of(c.dimension),
        before: baseline.score(&c.id),
        now: r.measure.score,
    });
    std::iter::once(total).chain(dimensions).chain(categories).collect()
}

fn table(h: &mut Html, found: &Found<'_>, rows: &[Both<'_>], baseline: &Baseline, breaks: &[Break]) {
    let (c, locale) = (texts(found.locale), found.locale);
    let before = if breaks.contains(&Break::Organisation) { c.theirs } else { c.before };
    let mut columns = vec![("", false), (before, true), (c.now, true)];
    if breaks.is_empty() {
        columns.push((c.change, true));
    }
    let id = ["jamfor-", &baseline.id, "-tabell"].concat();
    found.twin(h, &id, |h| {
        begin(h, &title_of(baseline, locale), &columns);
        for row in rows {
            h.open("tr", &[]).el("th", &[("scope", "row")], row.name);
            for score in [row.before, row.now] {
                h.el("td", &[("class", "n")], &shown(locale, score));
            }
            if breaks.is_empty() {
                let change = row.before.zip(row.now).map(|(before, now)| points(locale, Score(now.0 - before.0)));
                h.el("td", &[("class", "n")], change.as_deref().unwrap_or("–"));
            }
            h.close("tr");
        }
        end(h);
    });
}

/// One published figure.
struct Figure<'a> {
    name: &'a str,
    percent: u32,
    value: &'a Value,
}

fn figures(file: &Value, locale: Locale) -> Vec<Figure<'_>> {
    let all = file.get("figures").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let figure = |value| {
        let percent = u32::try_from(json::number(value, "percent")?).ok()?;
        Some(Figure { name: json::text(value.get("name")?, locale.tag())?, percent, value })
    };
    all.iter().filter_map(figure).collect()
}

/// Your own total first, then the figures.
fn published_rows(found: &Found<'_>, figures: &[Figure<'_>]) -> Vec<Row> {
    let row = |name: &str, score| Row { name: name.to_string(), measure: point(score), ..Row::default() };
    let own = std::iter::once(row(texts(found.locale).you, found.report.overall.score));
    own.chain(figures.iter().map(|f| row(f.name, Some(Score::from_percent(f.percent))))).collect()
}

/// A chart of this part by what the buttons name it, with its title.
pub(super) fn chart(found: &Found<'_>, name: &str) -> Option<(String, Vec<Row>)> {
    if name == "publicerat" {
        let file = json::read(PUBLISHED).unwrap_or_default();
        return Some((texts(found.locale).national.into(), published_rows(found, &figures(&file, found.locale))));
    }
    let id = name.strip_prefix("jamfor-")?;
    let baseline = baselines(found.draft).into_iter().find(|b| b.id == id)?;
    let joined = baseline.breaks(found.draft, found.instrument, found.sheets.len()).is_empty();
    Some((title_of(&baseline, found.locale), drawn(&rows(found, &baseline), joined)))
}

/// The published figures, each by itself.
fn published(h: &mut Html, found: &Found<'_>) {
    let (c, w, locale) = (texts(found.locale), results(found.locale), found.locale);
    let file = json::read(PUBLISHED).unwrap_or_default();
    let figures = figures(&file, locale);
    h.open("figure", &[("class", "chart"), ("id", "publicerat")]).open("figcaption", &[]);
    h.el("h3", &[], c.national).close("figcaption").el("p", &[], c.national_lead);
    let rows = published_rows(found, &figures);
    dots(h, &rows, Score::from_percent(found.instrument.rules.threshold_percent), c.national, locale);
    found.twin(h, "publicerat-tabell", |h| {
        let columns = [(c.col_population, false), (c.col_period, false), (c.col_n, true), (c.col_source, false)];
        begin(h, c.national, &[&[(c.col_figure, false), (w.maturity, true)], columns.as_slice()].concat());
        h.open("tr", &[]).el("th", &[("scope", "row")], c.you);
        h.el("td", &[("class", "n")], &shown(locale, found.report.overall.score)).el("td", &[], "").el("td", &[], "");
        h.el("td", &[("class", "n")], &found.sheets.len().to_string()).el("td", &[], "").close("tr");
        for figure in &figures {
            published_row(h, figure, locale);
        }
        end(h);
    });
    found.take_picture(h, "publicerat", c.national);
    h.close("figure");
}

fn published_row(h: &mut Html, figure: &Figure<'_>, locale: Locale) {
    let (c, value) = (texts(locale), figure.value);
    let text = |key| value.get(key).and_then(|t| json::text(t, locale.tag())).unwrap_or_default();
    let number = |key| json::number(value, key).map_or_else(|| c.unknown.to_string(), |n| n.to_string());
    h.open("tr", &[]).el("th", &[("scope", "row")], figure.name);
    h.el("td", &[("class", "n")], &shown(locale, Some(Score::from_percent(figure.percent))));
    h.open("td", &[]).text(text("population"));
    for (word, class) in [
        (text("note"), "said"),
        (if value.get("confirmed") == Some(&Value::Bool(false)) { c.inferred } else { "" }, "tag"),
    ] {
        if !word.is_empty() {
            h.el("span", &[("class", class)], word);
        }
    }
    h.close("td").el("td", &[], text("period"));
    h.el("td", &[("class", "n")], &[&number("organisations"), " / ", &number("respondents")].concat());
    h.open("td", &[]);
    let sources = value.get("sources").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    for (index, source) in sources.iter().filter_map(Value::as_str).enumerate() {
        h.text(if index == 0 { "" } else { ", " }).link("", source, Some("external noopener"), &host(source));
    }
    h.close("td").close("tr");
}

/// The name of the site that an address leads to.
fn host(address: &str) -> String {
    let rest = address.split_once("//").map_or(address, |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host).to_string()
}
