//! Advice that depends on the answers, and says on which.

use super::summary::field_of;
use crate::components::paper::{Fold, Level, Section};
use crate::domain::advice::{Piece, of_categories, of_position};
use crate::domain::instrument;
use crate::domain::measurement::{Advised, Measurement};
use crate::domain::text::{Locale, Text};
use crate::i18n::{answer_words, list, results, score, scored, use_locale};
use leptos::prelude::*;

/// How many categories are open at first, from the lowest.
const OPEN: usize = 3;

/// What is said under the heading of the advice.
#[derive(Clone, Debug, PartialEq)]
pub enum Advice {
    /// The questionnaire has come without its advice so far.
    Absent,
    /// The questionnaire's advice has these errors.
    Bad(Vec<String>),
    /// The advice.
    Given {
        /// For the whole, where there is a position.
        whole: Option<ForWhole>,
        /// For each category with a score, lowest first.
        categories: Vec<ForCategory>,
    },
}

/// The next step for the whole, by the field of the position.
#[derive(Clone, Debug, PartialEq)]
pub struct ForWhole {
    /// The name of the field.
    pub field: String,
    /// The next step.
    pub next: String,
    /// The scores that it was chosen by.
    pub by: String,
}

/// Advice for one category.
#[derive(Clone, Debug, PartialEq)]
pub struct ForCategory {
    /// The id of the category.
    pub id: String,
    /// Its name and score.
    pub title: String,
    /// Whether it is open at first.
    pub open: bool,
    /// Whether what there is is enough; empty where the questionnaire does not say.
    pub enough: String,
    /// The next step.
    pub next: String,
    /// The answers that it was chosen by.
    pub by: String,
    /// Single answers to begin with: which, and the next step.
    pub single: Vec<(String, String)>,
}

/// The advice of a measurement. `None` where there is no total, or the questionnaire has none.
pub fn advice(measurement: &Measurement, locale: Locale) -> Option<Advice> {
    measurement.report.overall.score?;
    match &*measurement.advised {
        Advised::Absent => Some(Advice::Absent),
        Advised::Bad(problems) => Some(Advice::Bad(problems.iter().map(|p| p.describe(locale)).collect())),
        Advised::Good(advice) if advice.is_empty() => None,
        Advised::Good(advice) => {
            let pieces = of_categories(advice, &measurement.instrument, &measurement.report);
            let pieces = pieces.iter().enumerate();
            let categories = pieces.filter_map(|(rank, piece)| for_category(measurement, piece, rank < OPEN, locale));
            Some(Advice::Given { whole: for_whole(measurement, advice, locale), categories: categories.collect() })
        }
    }
}

fn for_whole(measurement: &Measurement, advice: &instrument::Advice, locale: Locale) -> Option<ForWhole> {
    let next = of_position(advice, &measurement.report)?;
    let dimensions = measurement.instrument.dimensions.iter().zip(&measurement.report.dimensions);
    let by: Vec<String> = dimensions.map(|(d, m)| scored(locale, d.name.get(locale), m.score)).collect();
    Some(ForWhole {
        field: field_of(measurement).map_or("", |field| field.name.get(locale)).to_string(),
        next: next.get(locale).to_string(),
        by: join(&by, locale),
    })
}

fn for_category(measurement: &Measurement, piece: &Piece<'_>, open: bool, locale: Locale) -> Option<ForCategory> {
    let category = measurement.instrument.categories.get(piece.category)?;
    let counted = measurement.report.categories.get(piece.category)?;
    let by: Vec<String> = piece.causes.iter().map(|index| cause(measurement, *index, locale)).collect();
    let single = |(index, next): &(usize, &Text)| (cause(measurement, *index, locale), next.get(locale).to_string());
    Some(ForCategory {
        id: category.id.clone(),
        title: scored(locale, category.name.get(locale), counted.measure.score),
        open,
        enough: piece.level.enough.as_ref().map_or("", |text| text.get(locale)).to_string(),
        next: piece.level.next.get(locale).to_string(),
        by: join(&by, locale),
        single: piece.single.iter().map(single).collect(),
    })
}

fn join(parts: &[String], locale: Locale) -> String {
    list(locale, &parts.iter().map(String::as_str).collect::<Vec<_>>())
}

/// An answer that advice was chosen by: `Skugg-it (5 Stämmer bra)`, or with several respondents `Skugg-it (20,0 %)`.
fn cause(measurement: &Measurement, statement: usize, locale: Locale) -> String {
    let label = measurement.instrument.statements.get(statement).map_or("", |s| s.label.get(locale));
    let said = if measurement.is_of_several() {
        score(locale, measurement.report.statements.get(statement).and_then(|s| s.measure.score))
    } else {
        answer_words(locale, &measurement.instrument, measurement.only_answer(statement))
    };
    format!("{label} ({said})")
}

/// The part of the page with the advice.
#[component]
pub fn AdviceSection(
    /// The advice.
    advice: Advice,
) -> impl IntoView {
    let w = results(use_locale());
    let inside = match advice {
        Advice::Absent => view! { <p class="note">{w.advice_absent}</p> }.into_any(),
        Advice::Bad(problems) => {
            let problems = problems.into_iter().map(|problem| view! { <li>{problem}</li> }).collect_view();
            view! {
                <div class="note warn">
                    <p>{w.advice_bad}</p>
                    <ul>{problems}</ul>
                </div>
            }
            .into_any()
        }
        Advice::Given { whole, categories } => view! {
            <p>{w.advice_lead}</p>
            {whole.map(|whole| view! { <WholeAdvice whole/> })}
            {categories.into_iter().map(|category| view! { <CategoryAdvice category/> }).collect_view()}
        }
        .into_any(),
    };
    view! { <Section id="advice" heading=w.advice>{inside}</Section> }.into_any()
}

/// The next step for the whole.
#[component]
fn WholeAdvice(
    /// What is advised.
    whole: ForWhole,
) -> impl IntoView {
    let by = format!("{}: {}", results(use_locale()).advice_by, whole.by);
    view! {
        <div class="note">
            <p><strong>{whole.field}</strong> ": " {whole.next}</p>
            <p class="meta num">{by}</p>
        </div>
    }
}

/// The advice for one category, folded away unless it is one of the lowest.
#[component]
fn CategoryAdvice(
    /// What is advised.
    category: ForCategory,
) -> impl IntoView {
    let w = results(use_locale());
    let ForCategory { id, title, open, enough, next, by, single } = category;
    let single = (!single.is_empty()).then(|| {
        let single = single.into_iter().map(|(cause, next)| view! { <li><strong>{cause}</strong> " " {next}</li> });
        view! {
            <div>
                <dt>{w.advice_single}</dt>
                <dd><ul class="advice-single">{single.collect_view()}</ul></dd>
            </div>
        }
    });
    view! {
        <Fold id=format!("advice-{id}") class="calc advice" title level=Level::H3 open>
            <dl class="pairs">
                <div><dt>{w.advice_enough}</dt><dd>{enough}</dd></div>
                <div><dt>{w.advice_next}</dt><dd>{next}</dd></div>
                <div><dt>{w.advice_by}</dt><dd>{by}</dd></div>
                {single}
            </dl>
        </Fold>
    }
}
