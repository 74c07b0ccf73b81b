//! Check answers: every answer by category, with a way to change it.

use crate::domain::instrument::Instrument;
use crate::domain::text::Locale;
use crate::route::Assess;
use crate::ui::components::link::AssessLink;
use crate::ui::components::statement::label_of;
use crate::ui::desk::Desk;
use crate::ui::i18n::{answered, words};
use crate::ui::pages::category::{Whose, statement_href};
use leptos::prelude::*;
use std::sync::Arc;

/// All answers of the draft at hand.
#[component]
pub fn Review(instrument: Arc<Instrument>, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let categories = (0..instrument.categories.len())
        .map(|index| view! { <CategoryAnswers instrument=instrument.clone() index locale/> })
        .collect_view();
    view! {
        <p class="kicker"><AssessLink page=Assess::Overview locale><Whose locale/></AssessLink></p>
        <h1 id="rubrik" tabindex="-1">{w.review_title}</h1>
        <p class="lead">{w.review_lead}</p>
        {categories}
        <p class="row actions">
            <AssessLink page=Assess::Send locale class="btn">{w.review_send}</AssessLink>
            <AssessLink page=Assess::Result locale class="btn quiet">{w.overview_result}</AssessLink>
        </p>
    }
}

#[component]
fn CategoryAnswers(instrument: Arc<Instrument>, index: usize, locale: Locale) -> impl IntoView {
    let desk = Desk::get();
    let Some(category) = instrument.categories.get(index).cloned() else { return ().into_any() };
    let own: Vec<usize> = instrument.statements_of(index).map(|(i, _)| i).collect();
    let done = own.iter().filter(|i| desk.slot(**i).is_some_and(|s| s.answer.get_untracked().is_answered())).count();
    let count = answered(locale, done, own.len());
    let rows = own
        .into_iter()
        .map(|statement| view! { <AnswerRow instrument=instrument.clone() statement locale/> })
        .collect_view();
    view! {
        <section class="answers-of">
            <h2>{category.name.get(locale).to_string()} " " <small class="num">{count}</small></h2>
            <dl class="answers">{rows}</dl>
        </section>
    }
    .into_any()
}

#[component]
fn AnswerRow(instrument: Arc<Instrument>, statement: usize, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let desk = Desk::get();
    let (Some(item), Some(slot)) = (instrument.statements.get(statement).cloned(), desk.slot(statement)) else {
        return ().into_any();
    };
    let href = {
        let instrument = instrument.clone();
        move || statement_href(&instrument, statement, locale)
    };
    let answer = move || {
        let answer = slot.answer.get();
        let number = if matches!(answer, crate::domain::answers::Answer::Step(_)) { answer.word() } else { "" };
        let label = label_of(&instrument, answer, locale);
        view! { <span class:none=!answer.is_answered()><b>{number}</b> " " {label}</span> }
    };
    let comment = move || {
        let comment = slot.comment.get();
        (!comment.is_empty()).then(|| view! { <span class="said">{comment}</span> })
    };
    view! {
        <div>
            <dt>{item.text.get(locale).to_string()}</dt>
            <dd>{answer} {comment}</dd>
            <dd class="change">
                <a href=href>
                    {w.review_change} <span class="vh">": " {item.label.get(locale).to_string()}</span>
                </a>
            </dd>
        </div>
    }
    .into_any()
}
