//! The plan: targets, actions, roles and dates for categories and statements. Every field is stored on input.

use crate::browser::dom;
use crate::components::heading::PageHeading;
use crate::components::link::{AssessLink, Kicker};
use crate::components::save_bar::SaveBar;
use crate::domain::draft::{Name, PlanPart};
use crate::domain::instrument::{Category, Instrument, Statement};
use crate::domain::measurement::Measurement;
use crate::domain::scoring::Score;
use crate::i18n::{keeping, percent, plan as texts, use_locale};
use crate::pages::results::plan_summary::PlanSummary;
use crate::pages::results::result::coming;
use crate::pages::results::use_measurement;
use crate::route::Assess;
use crate::state::current_draft::CurrentDraft;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// The page.
#[component]
pub fn PlanPage(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let k = keeping(use_locale());
    let measurement = use_measurement(instrument.clone());
    let sections = instrument.categories.iter().cloned().enumerate().map(|(index, category)| {
        view! { <CategoryPlan instrument=instrument.clone() index category measurement/> }
    });
    view! {
        <Kicker/>
        <PageHeading>{k.plan}</PageHeading>
        <p class="lead">{k.plan_lead}</p>
        <div id="fields" class="flow written">{sections.collect_view()}</div>
        <h2 class="part">{k.plan_whole}</h2>
        <div id="whole-plan" class="flow">
            {move || measurement.get().map_or_else(coming, |measurement| view! { <PlanSummary measurement/> }.into_any())}
        </div>
        <SaveBar><AssessLink page=Assess::Result class="btn">{k.respondents_result}</AssessLink></SaveBar>
    }
    .into_any()
}

/// The plan for a category and, folded away, for each of its statements.
#[component]
fn CategoryPlan(
    /// The questionnaire.
    instrument: Arc<Instrument>,
    /// The category's index in it.
    index: usize,
    /// The category.
    category: Category,
    /// The measurement, for the scores of today.
    measurement: Memo<Option<Arc<Measurement>>>,
) -> impl IntoView {
    let locale = use_locale();
    let p = texts(locale);
    let score = move |read: fn(&Measurement, usize) -> Option<Score>, index: usize| {
        let score = measurement.with(|m| m.as_ref().and_then(|m| read(m, index)));
        score.map_or_else(|| "–".to_string(), |score| percent(locale, score))
    };
    let now = move || score(|m, index| m.report.categories.get(index)?.measure.score, index);
    let dimension = instrument.dimensions.get(category.dimension).map_or("", |d| d.id.as_str());
    let name = category.name.get(locale).to_string();
    let single = |(index, statement): (usize, &Statement)| {
        let label = statement.label.get(locale).to_string();
        let now = move || score(|m, index| m.report.statements.get(index)?.measure.score, index);
        view! {
            <div class="planned">
                <h3 class="num">{label.clone()}" "{now}</h3>
                <p class="meta">{statement.text.get(locale).to_string()}</p>
                <PlanFields id=statement.id.clone() name=label/>
            </div>
        }
    };
    view! {
        <section class=format!("dim plan {dimension}") id=format!("plan-{}", category.id)>
            <div>
                <h2>{name.clone()}</h2>
                <p class="meta num">{p.now}": "{now}</p>
            </div>
            <PlanFields id=category.id.clone() name/>
            <details class="calc" id=format!("plan-{}-single", category.id)>
                <summary>{p.single}</summary>
                {instrument.statements_of(index).map(single).collect_view()}
            </details>
        </section>
    }
    .into_any()
}

/// The four fields of the plan for one category or statement.
#[component]
fn PlanFields(
    /// The id of the category or statement.
    id: String,
    /// What it is called.
    name: String,
) -> impl IntoView {
    let p = texts(use_locale());
    view! {
        <fieldset class="plan-fields">
            <legend class="vh">{name}</legend>
            <PlanField part=PlanPart::Target id=id.clone() label=p.target kind="number"/>
            <PlanField part=PlanPart::Date id=id.clone() label=p.date kind="date"/>
            <PlanField part=PlanPart::Owner id=id.clone() label=p.owner kind="text"/>
            <ActionField id label=p.action/>
        </fieldset>
    }
}

/// The word for a part of the plan in ids and classes.
fn word(part: PlanPart) -> &'static str {
    match part {
        PlanPart::Target => "target",
        PlanPart::Action => "action",
        PlanPart::Owner => "owner",
        PlanPart::Date => "date",
    }
}

/// The target, date or role: one line.
#[component]
fn PlanField(
    /// Which.
    part: PlanPart,
    /// The id of the category or statement.
    id: String,
    /// What the field is called.
    label: &'static str,
    /// The type of the input.
    kind: &'static str,
) -> impl IntoView {
    let draft = CurrentDraft::get();
    let name = Name::Plan(part, id.clone());
    let (value, input) = (draft.value(&name), NodeRef::<html::Input>::new());
    Effect::new(move |_| {
        let text = value.get();
        if let Some(input) = input.get() {
            dom::show_text(&input, &text);
        }
    });
    let number = kind == "number";
    let max = if number { Some("100") } else { (kind == "date").then_some("2100-12-31") };
    let field = format!("plan-{}-{id}", word(part));
    view! {
        <div class=format!("field plan-{}", word(part))>
            <label for=field.clone()>{label}</label>
            <input id=field type=kind maxlength=(kind == "text").then_some("200") min=number.then_some("0") max=max
                step=number.then_some("1") inputmode=number.then_some("numeric") autocomplete="off"
                value=value.get_untracked() node_ref=input
                on:input=move |event| draft.write(name.clone(), event_target_value(&event).trim())/>
        </div>
    }
}

/// What is to be done: several lines.
#[component]
fn ActionField(
    /// The id of the category or statement.
    id: String,
    /// What the field is called.
    label: &'static str,
) -> impl IntoView {
    let draft = CurrentDraft::get();
    let name = Name::Plan(PlanPart::Action, id.clone());
    let (value, area) = (draft.value(&name), NodeRef::<html::Textarea>::new());
    Effect::new(move |_| {
        let text = value.get();
        if let Some(area) = area.get() {
            dom::show_text(&area, &text);
        }
    });
    let field = format!("plan-{}-{id}", word(PlanPart::Action));
    view! {
        <div class=format!("field plan-{}", word(PlanPart::Action))>
            <label for=field.clone()>{label}</label>
            <textarea id=field rows="2" maxlength="2000" node_ref=area
                on:input=move |event| draft.write(name.clone(), event_target_value(&event).trim())>
                {value.get_untracked()}
            </textarea>
        </div>
    }
}
