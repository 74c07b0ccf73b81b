//! Comparing: with measurements that a file was given of, and with published figures. Nothing is joined that cannot be
//! followed.

use super::tables::{begin, end};
use super::{Found, published, shown};
use crate::browser::intl;
use crate::charts::dots::{Kind, Row, dots};
use crate::domain::award::Period;
use crate::domain::baseline::{Baseline, Break, MAX_BASELINES, NoBaseline, baselines};
use crate::domain::draft::Name;
use crate::domain::scoring::{Interval, Measure, Score};
use crate::domain::text::Locale;
use crate::i18n::{compare as texts, list, points, respondents_count, results};
use crate::strings::html::Html;

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
    h.el("h2", &[("id", "jamfor"), ("tabindex", "-1")], c.title).el("p", &[], c.lead);
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
    published::published(&mut h, found);
    h
}

/// What a baseline is called: whose it is, when, and how many answered.
pub(super) fn title_of(baseline: &Baseline, locale: Locale) -> String {
    let organisations: Vec<&str> = baseline.organisations.iter().map(String::as_str).collect();
    let date = Period::parse(&baseline.date).map(|p| intl::date(locale, p.first));
    let date = date.unwrap_or_else(|| texts(locale).unknown.to_string());
    [&list(locale, &organisations), ", ", &date].concat()
}

/// What the comparison says: how much the total has changed since, or whose it is where that cannot be followed.
fn finding(found: &Found<'_>, baseline: &Baseline, joined: bool) -> String {
    let (c, locale) = (texts(found.locale), found.locale);
    match baseline.overall.zip(found.report.overall.score).filter(|_| joined) {
        None => title_of(baseline, locale),
        Some((before, now)) if before.tenths() == now.tenths() => c.unchanged.to_string(),
        Some((before, now)) => {
            let by = intl::tenths(locale, Score(now.0 - before.0).tenths().abs());
            let way = if now > before { c.up } else { c.down };
            [way, " ", &by, " ", c.points].concat()
        }
    }
}

fn comparison(h: &mut Html, found: &Found<'_>, baseline: &Baseline) {
    let (c, locale) = (texts(found.locale), found.locale);
    let breaks = baseline.breaks(found.draft, found.instrument, found.sheets.len());
    let id = ["jamfor-", &baseline.id].concat();
    h.open("figure", &[("class", "chart"), ("id", &id)]).open("figcaption", &[]);
    if !may_show(found, baseline) {
        h.el("h3", &[], &title_of(baseline, locale)).close("figcaption").el("p", &[("class", "note")], c.too_near);
        remove(h, found, baseline);
        h.close("figure");
        return;
    }
    h.el("h3", &[], &finding(found, baseline, breaks.is_empty())).close("figcaption");
    let whose = [&title_of(baseline, locale), " · ", &respondents_count(locale, baseline.sheets)].concat();
    h.el("p", &[("class", "meta num")], &whose);
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
    remove(h, found, baseline);
    h.close("figure");
}

/// Whether the figures of a baseline can stand beside these without giving away what single respondents said.
fn may_show(found: &Found<'_>, baseline: &Baseline) -> bool {
    !baseline.is_too_near(found.draft, found.instrument, found.sheets.len())
}

/// All that may be shown.
pub(super) fn may_be_shown(found: &Found<'_>) -> Vec<Baseline> {
    baselines(found.draft).into_iter().filter(|b| may_show(found, b)).collect()
}

fn remove(h: &mut Html, found: &Found<'_>, baseline: &Baseline) {
    if found.paper {
        return;
    }
    let button = [("class", "link"), ("type", "button"), ("data-remove-baseline", baseline.id.as_str())];
    h.open("p", &[("class", "actions")]).open("button", &button).text(texts(found.locale).remove);
    h.el("span", &[("class", "vh")], &[": ", &title_of(baseline, found.locale)].concat()).close("button").close("p");
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
pub(super) fn point(score: Option<Score>) -> Measure {
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
    let mut columns = vec![(c.area, false), (before, true), (c.now, true)];
    if breaks.is_empty() {
        columns.push((c.change, true));
    }
    let id = ["jamfor-", &baseline.id, "-tabell"].concat();
    found.twin(h, &id, &title_of(baseline, locale), |h| {
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

/// A chart of this part by what the buttons name it, with its title.
pub(super) fn chart(found: &Found<'_>, name: &str) -> Option<(String, Vec<Row>)> {
    if name == "publicerat" {
        return Some(published::chart(found));
    }
    let id = name.strip_prefix("jamfor-")?;
    let baseline = may_be_shown(found).into_iter().find(|b| b.id == id)?;
    let joined = baseline.breaks(found.draft, found.instrument, found.sheets.len()).is_empty();
    let (whose, finding) = (title_of(&baseline, found.locale), finding(found, &baseline, joined));
    let title = if finding == whose { whose } else { [&finding, ": ", &whose].concat() };
    Some((title, drawn(&rows(found, &baseline), joined)))
}
