//! Every answer and comment, in the document.

use crate::charts::bars::Bars;
use crate::domain::measurement::Measurement;
use crate::i18n::{answer_words, export, use_locale};
use crate::pages::results::result::statements::{StatementAnswers, answers_by_category};
use leptos::prelude::*;
use std::sync::Arc;

/// Every statement in full, with what was answered and every comment.
#[component]
pub fn Answers(
    /// The measurement.
    measurement: Arc<Measurement>,
) -> impl IntoView {
    let locale = use_locale();
    let categories = measurement.instrument.categories.iter().enumerate();
    let categories = categories.zip(answers_by_category(&measurement, locale)).map(|((index, category), answers)| {
        let single = measurement.instrument.statements_of(index).map(|(statement, _)| {
            let several = measurement.is_of_several();
            (!several).then(|| answer_words(locale, &measurement.instrument, measurement.only_answer(statement)))
        });
        let statements = answers.statements.into_iter().zip(single);
        let statements = statements.map(|(answers, single)| view! { <Answered answers single/> }).collect_view();
        view! {
            <h3>{category.name.get(locale).to_string()}</h3>
            {statements}
        }
    });
    view! {
        <section class="sheet flow">
            <h2>{export(locale).answers}</h2>
            {categories.collect_view()}
        </section>
    }
    .into_any()
}

/// One statement with its answers.
#[component]
fn Answered(
    /// How the answers fall.
    answers: StatementAnswers,
    /// The answer in words, where one sheet is counted.
    single: Option<String>,
) -> impl IntoView {
    let StatementAnswers { label, text, score, parts, said, comments } = answers;
    let given = match single {
        Some(answer) => {
            let name = format!("{}: ", export(use_locale()).answer);
            view! { <p>{name}<b>{answer}</b></p> }.into_any()
        }
        None => view! {
            <Bars parts title=said.clone()/>
            <p class="meta num">{said}</p>
        }
        .into_any(),
    };
    let comments = comments.into_iter().map(|comment| view! { <p class="said">{comment}</p> });
    view! {
        <div class="answered">
            <p><strong>{label}</strong> " " <span class="num">{score}</span></p>
            <p>{text}</p>
            {given}
            {comments.collect_view()}
        </div>
    }
}
