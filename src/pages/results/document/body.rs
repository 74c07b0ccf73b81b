//! The document from its front page to the lines to sign on.

use super::answers::Answers;
use super::front::Front;
use super::method::Method;
use crate::domain::measurement::Measurement;
use crate::i18n::{compare, export, use_locale};
use crate::pages::results::compare::Comparisons;
use crate::pages::results::plan_summary::PlanSection;
use crate::pages::results::result::advice::{AdviceSection, advice};
use crate::pages::results::result::categories::CategoriesFigure;
use crate::pages::results::result::leverage::{EffectsSection, OpenSection, effects_table, open_table};
use crate::pages::results::result::position::{Individuals, PositionFigure};
use crate::pages::results::result::several::{GroupsSection, TalkSection, groups_table, topics};
use crate::pages::results::result::summary::{Profile, Total, finding};
use crate::pages::results::uncounted::Uncounted;
use leptos::prelude::*;
use std::sync::Arc;

/// How many can sign.
const SIGNATURES: usize = 3;

/// The document. Render it inside `<Provider value=Paper>`, so that nothing in it folds.
#[component]
pub fn DocumentBody(
    /// The measurement.
    measurement: Arc<Measurement>,
    /// The day it is printed, in words.
    #[prop(into)]
    today: String,
) -> impl IntoView {
    let locale = use_locale();
    let individuals = Individuals::of(&measurement);
    let m = || measurement.clone();
    view! {
        <Front measurement=m() today/>
        <section class="sheet flow">
            <p class="kicker">{export(locale).summary}</p>
            <h2 class="heading">{finding(&measurement, locale)}</h2>
            <div class="beside">
                <div class="stack">
                    <Uncounted measurement=m()/>
                    <Total measurement=m()/>
                    <Profile measurement=m()/>
                </div>
                <PositionFigure measurement=m() individuals=individuals.clone()/>
            </div>
        </section>
        <section class="sheet flow">
            <CategoriesFigure measurement=m() individuals/>
        </section>
        <Several measurement=m()/>
        <Leads measurement=m()/>
        <div class="sheet flow">
            <h2>{compare(locale).title}</h2>
            <Comparisons measurement=m()/>
        </div>
        <Answers measurement=m()/>
        <Method measurement=m()/>
        <div class="sheet flow">
            <PlanSection measurement/>
            <Signatures/>
        </div>
    }
    .into_any()
}

/// What several respondents say together. Nothing where one sheet is counted.
#[component]
fn Several(
    /// The measurement.
    measurement: Arc<Measurement>,
) -> impl IntoView {
    let locale = use_locale();
    let least = measurement.instrument.rules.minimum_group;
    let with_own = measurement.counted().len() < measurement.sheets.len();
    measurement.is_of_several().then(|| {
        let topics = topics(&measurement, locale);
        let groups = groups_table(&measurement, locale);
        view! {
            <section class="sheet flow">
                {(!topics.is_empty()).then(|| view! { <TalkSection topics/> })}
                {groups.map(|table| view! { <GroupsSection table least with_own/> })}
            </section>
        }
    })
}

/// What to do about the result: advice, and which answers move the total.
#[component]
fn Leads(
    /// The measurement.
    measurement: Arc<Measurement>,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <div class="sheet flow">
            {advice(&measurement, locale).map(|advice| view! { <AdviceSection advice/> })}
            {effects_table(&measurement, locale).map(|table| view! { <EffectsSection table/> })}
            {open_table(&measurement, locale).map(|table| view! { <OpenSection table/> })}
        </div>
    }
}

/// Lines to sign on.
#[component]
fn Signatures() -> impl IntoView {
    let e = export(use_locale());
    let line = || {
        let names = [e.signature, e.sign_name, e.sign_role, e.sign_date].map(|name| view! { <p>{name}</p> });
        view! { <div class="signature">{names.into_iter().collect_view()}</div> }
    };
    view! {
        <section class="signatures">
            <h2>{e.signatures}</h2>
            {(0..SIGNATURES).map(|_| line()).collect_view()}
        </section>
    }
}
