//! Published figures to compare with, each by itself: they are from different populations and never form a series.

use super::compare::point;
use super::tables::{begin, end};
use super::{Found, shown};
use crate::charts::dots::{Row, dots};
use crate::domain::json::{self, Value};
use crate::domain::scoring::Score;
use crate::domain::text::Locale;
use crate::i18n::{compare as texts, range, results};
use crate::strings::html::Html;

/// The published figures, as anyone can read them at `/data/benchmarks.json`.
const PUBLISHED: &str = include_str!("../../public/data/benchmarks.json");

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

/// `Publicerade siffror ligger mellan 41 och 53 %`.
fn title(figures: &[Figure<'_>], locale: Locale) -> String {
    let (c, all) = (texts(locale), || figures.iter().map(|f| Score::from_percent(f.percent)));
    match all().min().zip(all().max()) {
        Some((low, high)) => [c.national_between, " ", &range(locale, low, high)].concat(),
        None => c.national.to_string(),
    }
}

/// The chart with its title.
pub(super) fn chart(found: &Found<'_>) -> (String, Vec<Row>) {
    let file = json::read(PUBLISHED).unwrap_or_default();
    let figures = figures(&file, found.locale);
    (title(&figures, found.locale), published_rows(found, &figures))
}

/// The published figures, each by itself.
pub(super) fn published(h: &mut Html, found: &Found<'_>) {
    let (c, w, locale) = (texts(found.locale), results(found.locale), found.locale);
    let file = json::read(PUBLISHED).unwrap_or_default();
    let figures = figures(&file, locale);
    h.open("figure", &[("class", "chart"), ("id", "publicerat")]).open("figcaption", &[]);
    h.el("h3", &[], &title(&figures, locale)).close("figcaption").el("p", &[], c.national_lead);
    let rows = published_rows(found, &figures);
    dots(h, &rows, Score::from_percent(found.instrument.rules.threshold_percent), c.national, locale);
    found.twin(h, "publicerat-tabell", c.national, |h| {
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
