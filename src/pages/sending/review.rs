//! Check answers: every answer by category, with a way to change it.

use crate::components::heading::PageHeading;
use crate::components::link::{AssessLink, Kicker, SendLink};
use crate::components::progress::{ProgressText, use_progress};
use crate::components::statement::label_of;
use crate::domain::answers::Answer;
use crate::domain::instrument::{Category, Instrument, Statement};
use crate::i18n::{use_locale, words};
use crate::pages::assessment::category::statement_href;
use crate::route::Assess;
use crate::state::current_draft::CurrentDraft;
use leptos::prelude::*;
use std::sync::Arc;

/// All answers of the current draft.
#[component]
pub fn ReviewPage(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let w = words(use_locale());
    let sections = instrument.categories.iter().cloned().enumerate().map(|(index, category)| {
        view! { <CategoryAnswers instrument=instrument.clone() index category/> }
    });
    view! {
        <div id="answers" class="flow">
            <Kicker/>
            <PageHeading>{w.review_title}</PageHeading>
            <p class="lead">{w.review_lead}</p>
            {sections.collect_view()}
            <p class="row actions">
                <SendLink text=w.review_send/>
                <AssessLink page=Assess::Result class="btn quiet">{w.overview_result}</AssessLink>
            </p>
        </div>
    }
}

/// The answers of one category.
#[component]
fn CategoryAnswers(
    /// The questionnaire.
    instrument: Arc<Instrument>,
    /// The category's index in it.
    index: usize,
    /// The category.
    category: Category,
) -> impl IntoView {
    let progress = use_progress(&instrument, index);
    let statements: Vec<_> = instrument.statements_of(index).map(|(i, s)| (i, s.clone())).collect();
    let rows = statements.into_iter().map(|(index, statement)| {
        view! { <AnswerRow instrument=instrument.clone() index statement/> }
    });
    view! {
        <section class="answers-of">
            <h2>{category.name.get(use_locale()).to_string()}" "<small class="num"><ProgressText progress/></small></h2>
            <dl class="answers">{rows.collect_view()}</dl>
        </section>
    }
}

/// One statement, its answer and comment, and the way to change them.
#[component]
fn AnswerRow(
    /// The questionnaire.
    instrument: Arc<Instrument>,
    /// The statement's index in it.
    index: usize,
    /// The statement.
    statement: Statement,
) -> impl IntoView {
    let (draft, locale) = (CurrentDraft::get(), use_locale());
    let answer = draft.answer(&statement.id, instrument.steps());
    let comment = draft.comment(&statement.id);
    let said = {
        let instrument = instrument.clone();
        move || {
            let answer = answer.get();
            let number = matches!(answer, Answer::Step(_)).then(|| view! { <b>{answer.word()}</b>" " });
            view! { {number}{label_of(&instrument, answer, locale)} }
        }
    };
    let comment = move || (!comment.read().is_empty()).then(|| view! { <span class="said">{comment.get()}</span> });
    let href = move || statement_href(&instrument, index, draft.id.read().as_ref(), locale);
    view! {
        <div>
            <dt>{statement.text.get(locale).to_string()}</dt>
            <dd><span class=move || if answer.get().is_answered() { "" } else { "none" }>{said}</span>{comment}</dd>
            <dd class="change">
                <a href=href>{words(locale).review_change}<span class="vh">": "{statement.label.get(locale).to_string()}</span></a>
            </dd>
        </div>
    }
}
