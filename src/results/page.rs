//! The result: overall, dimensions, categories, the position, and how it was counted. One report feeds all of it.

use super::{Found, advice, calculation, most, plan, several, shown, tables};
use crate::browser::intl;
use crate::charts::dots::{Kind, Row, dots};
use crate::charts::field::field;
use crate::charts::radar::{Axis, radar};
use crate::domain::instrument::Category;
use crate::domain::order;
use crate::domain::plan::target;
use crate::domain::scoring::{CategoryReport, Quadrant, Report, Score};
use crate::domain::text::Locale;
use crate::i18n::{
    compare as compare_texts, export, interval_why, list, plan as plan_texts, range, respondents_count, results,
};
use crate::strings::html::Html;

/// The page below its heading.
pub(super) fn page(found: &Found<'_>) -> Html {
    let w = results(found.locale);
    let mut h = super::respondents::uncounted(found);
    if found.report.overall.score.is_none() {
        h.el("p", &[("class", "lead")], w.empty_text);
    }
    let (single, several) = (found.single(), found.sheets.len() > 1);
    h.open("div", &[("class", "split")]).open("div", &[("class", "stack")]);
    if several {
        h.el("p", &[("class", "meta num")], &respondents_count(found.locale, found.sheets.len()));
    }
    total(&mut h, found);
    profile(&mut h, found);
    h.close("div");
    position(&mut h, found, &single);
    h.close("div");
    let mut parts = Html::new();
    categories(&mut parts, found, &single);
    if several {
        several::talk(&mut parts, found);
    }
    advice::advice(&mut parts, found);
    most::most(&mut parts, found);
    most::open(&mut parts, found);
    plan::section(&mut parts, found);
    if several {
        several::by_group(&mut parts, found);
        several::statements(&mut parts, found);
    }
    calculation::write(&mut parts, found);
    contents(&mut h, &parts, found.locale);
    h.add(parts).el("p", &[("class", "note")], w.reconstructed);
    h
}

/// Links to the parts of the page: those of these that have been written, and the two that the page itself adds.
fn contents(h: &mut Html, parts: &Html, locale: Locale) {
    let w = results(locale);
    let written = [
        ("kategorier", w.categories),
        ("prata", w.talk),
        ("rad", w.advice),
        ("paverkar", w.most),
        ("spannet", w.open),
        ("plan", plan_texts(locale).title),
        ("grupper-resultat", w.groups),
        ("fordelning", w.spread_title),
        ("rakning", w.how),
    ];
    let is_there = |id: &str| parts.as_str().contains(&["id=\"", id, "\""].concat());
    let own = [("jamfor", compare_texts(locale).title), ("ta-med", export(locale).take)];
    h.open("nav", &[("class", "contents actions"), ("aria-labelledby", "innehall-rubrik")]);
    h.el("h2", &[("id", "innehall-rubrik")], w.contents).open("ul", &[]);
    for (id, text) in written.into_iter().filter(|(id, _)| is_there(id)).chain(own) {
        h.open("li", &[]).open("a", &[("href", &["#", id].concat()), ("data-go", id)]).text(text);
        h.close("a").close("li");
    }
    h.close("ul").close("nav");
}

/// A heading says the finding.
pub(super) fn heading(found: &Found<'_>) -> String {
    let w = results(found.locale);
    let finding = match found.report.quadrant {
        None => return w.empty.into(),
        Some(Quadrant::BothLow) => w.both_low,
        Some(Quadrant::AbilityHigh) => w.ability_high,
        Some(Quadrant::LegacyHigh) => w.legacy_high,
        Some(Quadrant::BothHigh) => w.both_high,
    };
    // Vet ej is an answer: with those alone the result stands.
    if found.report.counts.unanswered == 0 { finding.into() } else { [w.so_far, ": ", finding].concat() }
}

/// The overall figure, its interval and the dimensions.
pub(super) fn total(h: &mut Html, found: &Found<'_>) {
    let (w, locale) = (results(found.locale), found.locale);
    let overall = found.report.overall;
    h.open("div", &[("class", "total")]).open("div", &[]).el("p", &[("class", "meta")], w.maturity);
    let figure = overall.score.map_or_else(|| "–".to_string(), |s| intl::tenths(locale, s.tenths()));
    h.open("p", &[("class", "big")]).text(&figure).text(" ").el("sup", &[], "%").close("p").close("div");
    h.open("div", &[]).open("ul", &[("class", "legend-dims num")]);
    for (dimension, measure) in found.instrument.dimensions.iter().zip(&found.report.dimensions) {
        h.open("li", &[("class", &["dim ", &dimension.id].concat())]).text(dimension.name.get(locale)).text(" ");
        h.el("b", &[], &tables::score(locale, *measure)).close("li");
    }
    h.close("ul");
    if overall.interval.low != overall.interval.high {
        let span = range(locale, overall.interval.low, overall.interval.high);
        let why = interval_why(locale, found.report.counts.unanswered, found.report.counts.dont_know);
        h.el("p", &[("class", "meta num")], &[w.col_interval, " ", &span, ": ", &why].concat());
    }
    h.close("div").close("div");
}

/// The words of the field that the position lies in.
pub(super) fn field_words<'a>(found: &Found<'a>) -> Option<&'a crate::domain::instrument::QuadrantText> {
    let quadrant = found.report.quadrant?;
    found.instrument.quadrants.get(Quadrant::ALL.iter().position(|q| *q == quadrant)?)
}

/// What the field means, and the strongest and weakest of the own profile.
pub(super) fn profile(h: &mut Html, found: &Found<'_>) {
    let (w, locale) = (results(found.locale), found.locale);
    if let Some(field) = field_words(found) {
        h.el("p", &[("class", "lead")], field.text.get(locale));
    }
    if found.report.strengths.is_empty() {
        return;
    }
    h.open("dl", &[("class", "pairs")]);
    for (name, indexes) in [(w.strengths, &found.report.strengths), (w.weaknesses, &found.report.weaknesses)] {
        let of = indexes.iter().filter_map(|i| found.instrument.categories.get(*i)).map(|c| c.name.get(locale));
        let names = list(locale, &of.collect::<Vec<_>>());
        h.open("div", &[]).el("dt", &[], name).el("dd", &[], &names).close("div");
    }
    h.close("dl").el("p", &[("class", "meta")], w.relative);
}

/// The positions of single respondents, by ability and legacy.
pub(super) fn others(single: &[Report]) -> Vec<(Score, Score)> {
    let position = |r: &Report| match r.dimensions.as_slice() {
        [ability, legacy] => ability.score.zip(legacy.score),
        _ => None,
    };
    single.iter().filter_map(position).collect()
}

/// What the position says.
pub(super) fn position_title(found: &Found<'_>) -> String {
    let w = results(found.locale);
    let field_name = field_words(found).map(|f| [w.standing, ": ", f.name.get(found.locale)].concat());
    field_name.unwrap_or_else(|| w.standing.to_string())
}

/// The position on the two axes, with its table.
pub(super) fn position(h: &mut Html, found: &Found<'_>, single: &[Report]) {
    let w = results(found.locale);
    if found.report.dimensions.len() != 2 {
        return;
    }
    let (title, others) = (position_title(found), others(single));
    h.open("figure", &[("class", "chart card"), ("id", "laget")]);
    h.open("figcaption", &[]).el("h2", &[], &title).close("figcaption");
    field(h, found.instrument, found.report, &others, (&title, found.locale));
    h.el("p", &[("class", "meta")], w.box_note);
    if !others.is_empty() {
        h.el("p", &[("class", "meta")], w.points_note);
    }
    tables::dimensions(h, found);
    found.take_picture(h, "laget", &title);
    h.close("figure");
}

/// The categories by index, highest first; those without a score last.
pub(super) fn ranked(found: &Found<'_>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..found.instrument.categories.len()).collect();
    let score = |i: &usize| found.report.categories.get(*i).and_then(|c| c.measure.score);
    order::sort(&mut order, |a, b| score(a) > score(b));
    order
}

/// A row for each category in this order.
pub(super) fn rows(found: &Found<'_>, order: &[usize], single: &[Report]) -> Vec<Row> {
    let spread = |i: usize| {
        let scores: Vec<Score> = single.iter().filter_map(|r| r.categories.get(i)?.measure.score).collect();
        several::around(&scores)
    };
    order
        .iter()
        .filter_map(|i| Some((*i, found.instrument.categories.get(*i)?, found.report.categories.get(*i)?)))
        .map(|(i, category, counted)| Row {
            name: category.name.get(found.locale).to_string(),
            kind: Kind::of(category.dimension),
            measure: counted.measure,
            target: target(found.draft, &category.id),
            spread: spread(i),
            ..Row::default()
        })
        .collect()
}

/// A category by name, with its score.
type Scored<'a> = (&'a str, Score);

/// The lowest and the highest category.
fn ends<'a>(found: &Found<'a>) -> Option<(Scored<'a>, Scored<'a>)> {
    let scored = |i: usize| {
        let name = found.instrument.categories.get(i)?.name.get(found.locale);
        Some((name, found.report.categories.get(i)?.measure.score?))
    };
    let all: Vec<Scored<'_>> = ranked(found).into_iter().filter_map(scored).collect();
    Some((*all.last()?, *all.first()?))
}

/// What the categories say: which is highest and which lowest.
pub(super) fn categories_title(found: &Found<'_>) -> String {
    let w = results(found.locale);
    match ends(found) {
        Some(((low, bottom), (high, top))) if top > bottom => [high, w.is_highest, low, w.is_lowest].concat(),
        _ => w.categories_any.to_string(),
    }
}

/// What the spider chart says: how far it is from its lowest to its highest corner.
pub(super) fn radar_title(found: &Found<'_>) -> String {
    let w = results(found.locale);
    let corner = |name: &str, score| [&shown(found.locale, Some(score)), " (", name, ")"].concat();
    match ends(found) {
        Some(((_, bottom), (_, top))) if top.tenths() == bottom.tenths() => {
            [w.radar_even, &shown(found.locale, Some(top))].concat()
        }
        Some(((low, bottom), (high, top))) => {
            [w.radar_from, &corner(low, bottom), w.radar_to, &corner(high, top)].concat()
        }
        None => w.radar.to_string(),
    }
}

/// The axes of the spider chart; none where there are too few categories or too many to read.
pub(super) fn axes(found: &Found<'_>) -> Vec<Axis> {
    let axes = found.instrument.categories.iter().zip(&found.report.categories);
    let axis = |(category, counted): (&Category, &CategoryReport)| Axis {
        name: category.name.get(found.locale).to_string(),
        score: counted.measure.score,
    };
    let axes: Vec<Axis> = axes.map(axis).collect();
    if (3..=12).contains(&axes.len()) { axes } else { Vec::new() }
}

/// The categories, highest first.
pub(super) fn categories(h: &mut Html, found: &Found<'_>, single: &[Report]) {
    let w = results(found.locale);
    let order = ranked(found);
    let rows = rows(found, &order, single);
    let title = &categories_title(found);
    let threshold = Score::from_percent(found.instrument.rules.threshold_percent);
    h.open("figure", &[("class", "chart"), ("id", "kategorier"), ("tabindex", "-1")]);
    h.open("figcaption", &[]).el("h2", &[], title).close("figcaption");
    dots(h, &rows, threshold, title, found.locale);
    h.el("p", &[("class", "meta")], w.band_note);
    if rows.iter().any(|row| row.spread.is_some()) {
        h.el("p", &[("class", "meta")], w.spread_note);
    }
    if rows.iter().any(|row| row.target.is_some()) {
        h.el("p", &[("class", "meta")], plan::note(found));
    }
    let spreads: Vec<Option<(Score, Score)>> = rows.iter().map(|row| row.spread).collect();
    tables::categories(h, found, &order, &spreads);
    found.take_picture(h, "kategorier", title);
    h.close("figure");
    let axes = axes(found);
    if !axes.is_empty() {
        let title = &radar_title(found);
        found.fold(h, ("table-twin chart", "spindel", "h3"), title, false, |h| {
            radar(h, &axes, threshold, title);
            h.el("p", &[("class", "meta")], w.radar_note);
            tables::radar(h, found, title);
            found.take_picture(h, "spindel", title);
        });
    }
}
