//! Check answers: every answer by category, with a way to change it.

use crate::components::link::{assess_link, kicker, send_link};
use crate::components::statement::label_of;
use crate::domain::answers::Answer;
use crate::domain::instrument::{Instrument, Statement};
use crate::domain::text::Locale;
use crate::i18n::words;
use crate::pages::assessment::category::{count, statement_href};
use crate::route::Assess;
use crate::state::current_draft::CurrentDraft;
use crate::strings::html::Html;
use crate::strings::live::{Page, live};
use leptos::prelude::Track;
use std::sync::Arc;

/// All answers of the draft at hand.
pub fn review(instrument: Arc<Instrument>, locale: Locale) -> Page {
    let mut h = Html::new();
    live(&mut h, "div", "svaren", "flow", move || written(&instrument, locale));
    h.into()
}

fn written(instrument: &Instrument, locale: Locale) -> Html {
    let w = words(locale);
    CurrentDraft::get().changes.track();
    let mut h = Html::new();
    kicker(&mut h, locale, &[]);
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], w.review_title).el("p", &[("class", "lead")], w.review_lead);
    for (index, category) in instrument.categories.iter().enumerate() {
        h.open("section", &[("class", "answers-of")]).open("h2", &[]).text(category.name.get(locale)).text(" ");
        h.el("small", &[("class", "num")], &count(instrument, index, locale)).close("h2");
        h.open("dl", &[("class", "answers")]);
        for (i, statement) in instrument.statements_of(index) {
            row(&mut h, instrument, (i, statement), locale);
        }
        h.close("dl").close("section");
    }
    h.open("p", &[("class", "row actions")]);
    send_link(&mut h, locale, w.review_send);
    assess_link(&mut h, &Assess::Result, locale, "btn quiet", w.overview_result);
    h.close("p");
    h
}

fn row(h: &mut Html, instrument: &Instrument, (index, statement): (usize, &Statement), locale: Locale) {
    let desk = CurrentDraft::get();
    let answer = desk.with(|d| d.answer(&statement.id, instrument.steps())).unwrap_or_default();
    let comment = desk.with(|d| d.comment(&statement.id).to_string()).unwrap_or_default();
    h.open("div", &[]).el("dt", &[], statement.text.get(locale)).open("dd", &[]);
    h.open("span", &[("class", if answer.is_answered() { "" } else { "none" })]);
    if matches!(answer, Answer::Step(_)) {
        h.el("b", &[], answer.word()).text(" ");
    }
    h.text(&label_of(instrument, answer, locale)).close("span");
    if !comment.is_empty() {
        h.el("span", &[("class", "said")], &comment);
    }
    h.close("dd").open("dd", &[("class", "change")]);
    let href = statement_href(instrument, index, locale).unwrap_or_default();
    h.open("a", &[("href", &href)]).text(words(locale).review_change);
    h.el("span", &[("class", "vh")], &[": ", statement.label.get(locale)].concat()).close("a").close("dd").close("div");
}
