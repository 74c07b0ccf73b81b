//! The parts of a result in their order, and the links to them.

use super::advice::{Advice, AdviceSection, advice};
use super::calculation::Calculation;
use super::categories::CategoriesFigure;
use super::leverage::{EffectsSection, OpenSection, effects_table, open_table};
use super::position::Individuals;
use super::several::{GroupsSection, TalkSection, Topic, groups_table, topics};
use super::statements::StatementsSection;
use crate::browser::dom;
use crate::components::table::Table;
use crate::domain::measurement::Measurement;
use crate::domain::text::Locale;
use crate::i18n::{compare, export, plan, results, use_locale};
use crate::pages::results::plan_summary::PlanSection;
use leptos::prelude::*;
use std::sync::Arc;

/// A part of the page with what it shows, where that is not all of the measurement.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// The categories.
    Categories,
    /// What to talk about first.
    Talk(Vec<Topic>),
    /// Advice.
    Advice(Advice),
    /// Which answers move the total most.
    Effects(Table),
    /// Which open answers keep its range wide.
    Open(Table),
    /// The plan.
    Plan,
    /// Scores by group.
    Groups(Table),
    /// How the answers to each statement fall.
    Statements,
    /// How it was counted.
    Calculation,
}

/// The parts that a measurement has, in order.
pub fn parts(measurement: &Measurement, locale: Locale) -> Vec<Part> {
    let several = measurement.is_of_several();
    let topics = if several { topics(measurement, locale) } else { Vec::new() };
    let groups = several.then(|| groups_table(measurement, locale)).flatten();
    let parts = [
        Some(Part::Categories),
        (!topics.is_empty()).then_some(Part::Talk(topics)),
        advice(measurement, locale).map(Part::Advice),
        effects_table(measurement, locale).map(Part::Effects),
        open_table(measurement, locale).map(Part::Open),
        Some(Part::Plan),
        groups.map(Part::Groups),
        several.then_some(Part::Statements),
        Some(Part::Calculation),
    ];
    parts.into_iter().flatten().collect()
}

impl Part {
    /// The id that links lead to, and what the links say.
    fn link(&self, locale: Locale) -> (&'static str, &'static str) {
        let w = results(locale);
        match self {
            Part::Categories => ("categories", w.categories),
            Part::Talk(_) => ("talk", w.talk),
            Part::Advice(_) => ("advice", w.advice),
            Part::Effects(_) => ("effects", w.most),
            Part::Open(_) => ("open-answers", w.open),
            Part::Plan => ("plan", plan(locale).title),
            Part::Groups(_) => ("group-results", w.groups),
            Part::Statements => ("distribution", w.spread_title),
            Part::Calculation => ("calculation", w.how),
        }
    }
}

/// Links to the parts of the page, and to the two that follow them on every result.
#[component]
pub fn Contents(
    /// The parts that this result has.
    parts: Vec<Part>,
) -> impl IntoView {
    let locale = use_locale();
    let always = [("compare", compare(locale).title), ("take-away", export(locale).take)];
    let links = parts.iter().map(|part| part.link(locale)).chain(always);
    let links = links.map(|(id, name)| {
        // The router would only change the address; the focus must move too.
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            dom::focus_target(id);
        };
        view! { <li><a href=format!("#{id}") on:click=go>{name}</a></li> }
    });
    view! {
        <nav class="contents actions" aria-labelledby="contents-heading">
            <h2 id="contents-heading">{results(locale).contents}</h2>
            <ul>{links.collect_view()}</ul>
        </nav>
    }
    .into_any()
}

/// One part.
#[component]
pub fn PartView(
    /// Which, with what it shows.
    part: Part,
    /// The measurement.
    measurement: Arc<Measurement>,
    /// What its respondents say by themselves.
    individuals: Individuals,
) -> impl IntoView {
    let least = measurement.instrument.rules.minimum_group;
    let with_own = measurement.counted().len() < measurement.sheets.len();
    match part {
        Part::Categories => view! { <CategoriesFigure measurement individuals/> }.into_any(),
        Part::Talk(topics) => view! { <TalkSection topics/> }.into_any(),
        Part::Advice(advice) => view! { <AdviceSection advice/> }.into_any(),
        Part::Effects(table) => view! { <EffectsSection table/> }.into_any(),
        Part::Open(table) => view! { <OpenSection table/> }.into_any(),
        Part::Plan => view! { <PlanSection measurement/> }.into_any(),
        Part::Groups(table) => view! { <GroupsSection table least with_own/> }.into_any(),
        Part::Statements => view! { <StatementsSection measurement/> }.into_any(),
        Part::Calculation => view! { <Calculation measurement/> }.into_any(),
    }
}
