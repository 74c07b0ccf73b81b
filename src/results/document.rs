//! The result as a document for paper: a front page, a summary, charts, every answer and comment, method, plan, and
//! lines to sign on.

use super::calculation::the_answer;
use super::several::{self, comments, parts, said};
use super::{Found, advice, calculation, compare, most, page, plan, shown};
use crate::browser::intl;
use crate::charts::bars::bar;
use crate::domain::draft::Field;
use crate::domain::instrument::DimensionRule;
use crate::i18n::{export, list, pick, results};
use crate::strings::html::Html;

/// How many can sign.
const SIGNATURES: usize = 3;

/// The document. `today` is the day it is printed, in words.
pub(super) fn document(found: Found<'_>, today: &str) -> Html {
    let found = &Found { paper: true, ..found };
    let (e, mut h) = (export(found.locale), Html::new());
    front(&mut h, found, today);
    let (single, several) = (found.single(), found.sheets.len() > 1);
    h.open("section", &[("class", "sheet flow")]).el("p", &[("class", "kicker")], e.summary);
    h.el("h2", &[("class", "heading")], &page::heading(found));
    h.open("div", &[("class", "beside")]).open("div", &[("class", "stack")]);
    h.add(super::respondents::uncounted(found));
    page::total(&mut h, found);
    page::profile(&mut h, found);
    h.close("div");
    page::position(&mut h, found, &single);
    h.close("div").close("section").open("section", &[("class", "sheet flow")]);
    page::categories(&mut h, found, &single);
    h.close("section");
    if several {
        h.open("section", &[("class", "sheet flow")]);
        several::talk(&mut h, found);
        several::by_group(&mut h, found);
        h.close("section");
    }
    h.open("div", &[("class", "sheet flow")]);
    advice::advice(&mut h, found);
    most::most(&mut h, found);
    most::open(&mut h, found);
    h.close("div").open("div", &[("class", "sheet flow")]).el("h2", &[], crate::i18n::compare(found.locale).title);
    h.add(compare::comparisons(found));
    h.close("div");
    answers(&mut h, found);
    method(&mut h, found);
    h.open("div", &[("class", "sheet flow")]);
    plan::section(&mut h, found);
    signatures(&mut h, found);
    h.close("div");
    h
}

fn front(h: &mut Html, found: &Found<'_>, today: &str) {
    let (e, locale, draft) = (export(found.locale), found.locale, found.draft);
    h.open("header", &[("class", "front")]).open("span", &[("class", "steps"), ("aria-hidden", "true")]);
    for _ in 0..6 {
        h.open("i", &[]).close("i");
    }
    h.close("span").el("p", &[("class", "kicker")], e.subtitle);
    let organisations = draft.organisations();
    let names: Vec<&str> = organisations.iter().map(|(_, name)| *name).collect();
    h.el("h2", &[("class", "front-title")], &list(locale, &names));
    if found.is_example() {
        h.open("p", &[]).el("span", &[("class", "tag")], results(locale).example).close("p");
    }
    let reference = &found.instrument.reference;
    let changed = draft.field(Field::Changed).parse().unwrap_or(0);
    let form = [found.instrument.title.get(locale), ", ", e.version, " ", &reference.version.to_string()].concat();
    h.open("dl", &[("class", "pairs")]);
    for (name, value) in [
        (e.respondents, found.sheets.len().to_string()),
        (e.instrument, form),
        (e.drafted, if changed == 0 { "–".into() } else { intl::moment(locale, changed) }),
        (e.printed, today.to_string()),
    ] {
        h.open("div", &[]).el("dt", &[], name).el("dd", &[("class", "num")], &value).close("div");
    }
    h.close("dl").el("p", &[("class", "meta")], found.instrument.source_note.get(locale)).close("header");
}

/// Every statement in full, with what was answered and every comment.
fn answers(h: &mut Html, found: &Found<'_>) {
    let (e, locale) = (export(found.locale), found.locale);
    let comments = comments(found);
    h.open("section", &[("class", "sheet flow")]).el("h2", &[], e.answers);
    for (index, category) in found.instrument.categories.iter().enumerate() {
        h.el("h3", &[], category.name.get(locale));
        for (i, statement) in found.instrument.statements_of(index) {
            let Some(counted) = found.report.statements.get(i) else { continue };
            h.open("div", &[("class", "answered")]).open("p", &[]).el("strong", &[], statement.label.get(locale));
            h.text(" ").el("span", &[("class", "num")], &shown(locale, counted.measure.score)).close("p");
            h.el("p", &[], statement.text.get(locale));
            if found.sheets.len() > 1 {
                bar(h, &parts(counted), &said(found, counted));
                h.el("p", &[("class", "meta num")], &said(found, counted));
            } else {
                h.open("p", &[]).text(e.answer).text(": ").el("b", &[], &the_answer(found, i)).close("p");
            }
            for (_, comment) in comments.iter().filter(|(of, _)| *of == i) {
                h.el("p", &[("class", "said")], comment);
            }
            h.close("div");
        }
    }
    h.close("section");
}

fn method(h: &mut Html, found: &Found<'_>) {
    let e = export(found.locale);
    let mean = match found.instrument.rules.dimension {
        DimensionRule::MeanOfCategories => e.method_mean,
        DimensionRule::MeanOfStatements => e.method_mean_statements,
    };
    h.open("section", &[("class", "sheet flow")]).el("h2", &[], e.method);
    for text in [e.method_scale, mean, e.method_interval, results(found.locale).reconstructed] {
        h.el("p", &[], text);
    }
    let reference = &found.instrument.reference;
    let name = pick(found.locale, "Frågeformulärets fil", "The questionnaire’s file");
    h.el("p", &[("class", "key")], &[name, ": ", &reference.id, ".json, SHA-256 ", &reference.sha256].concat());
    calculation::write(h, found);
    h.close("section");
}

fn signatures(h: &mut Html, found: &Found<'_>) {
    let e = export(found.locale);
    h.open("section", &[("class", "signatures")]).el("h2", &[], e.signatures);
    for _ in 0..SIGNATURES {
        h.open("div", &[("class", "signature")]);
        for name in [e.signature, e.sign_name, e.sign_role, e.sign_date] {
            h.el("p", &[], name);
        }
        h.close("div");
    }
    h.close("section");
}
