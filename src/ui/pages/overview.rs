//! The task list: every category with its count, in any order, never locked.

use crate::domain::draft::{Field, Name};
use crate::domain::instrument::{Dimension, Instrument};
use crate::domain::text::Locale;
use crate::route::Assess;
use crate::ui::components::link::{assess_href, assess_link, whose};
use crate::ui::components::read::live_block;
use crate::ui::components::save_bar::SaveBar;
use crate::ui::desk::Desk;
use crate::ui::html::Html;
use crate::ui::i18n::words;
use crate::ui::pages::category::{count, progress, to_category};
use leptos::prelude::*;
use std::sync::Arc;

/// The task list of the draft at hand.
#[component]
pub fn Overview(instrument: Arc<Instrument>, locale: Locale) -> impl IntoView {
    let (top, tasks) = (instrument.clone(), instrument.clone());
    view! {
        {live_block("flow", move || head(&top, locale))}
        <Organisation locale/>
        {live_block("flow", move || task_list(&tasks, locale))}
        <SaveBar locale>{live_block("row ways", move || next_step(&instrument, locale))}</SaveBar>
    }
}

fn head(instrument: &Instrument, locale: Locale) -> Html {
    let (desk, w) = (Desk::get(), words(locale));
    desk.changes.track();
    let mut h = Html::new();
    h.open("p", &[("class", "kicker")]);
    assess_link(&mut h, &Assess::Start, locale, "", w.overview_start);
    h.close("p").el("h1", &[("id", "rubrik"), ("tabindex", "-1")], &whose(locale));
    h.el("p", &[("class", "lead")], w.overview_lead);
    if desk.with(|d| d.made_with(&instrument.reference)).flatten() == Some(false) {
        h.el("p", &[("class", "note warn")], w.changed_instrument);
    }
    h
}

fn task_list(instrument: &Instrument, locale: Locale) -> Html {
    let (desk, w) = (Desk::get(), words(locale));
    desk.changes.track();
    let mut h = Html::new();
    for (index, dimension) in instrument.dimensions.iter().enumerate() {
        tasks_of(&mut h, instrument, index, dimension, locale);
    }
    h.open("p", &[("class", "row after-tasks")]);
    assess_link(&mut h, &Assess::Result, locale, "btn quiet", w.overview_result);
    if !desk.field(Field::Submission).is_empty() {
        assess_link(&mut h, &Assess::Receipt, locale, "btn quiet", w.overview_receipt);
    }
    h.close("p");
    h
}

fn tasks_of(h: &mut Html, instrument: &Instrument, index: usize, dimension: &Dimension, locale: Locale) {
    h.open("section", &[("class", &["dim ", &dimension.id].concat())]);
    h.el("h2", &[], dimension.name.get(locale)).el("p", &[("class", "meta")], dimension.text.get(locale));
    h.open("ul", &[("class", "tasks")]);
    for (i, category) in instrument.categories_of(index) {
        h.open("li", &[]);
        let href = assess_href(&Assess::Category(category.id.clone()), locale);
        h.link("", &href, None, category.name.get(locale));
        h.open("span", &[("class", "count")]).el("span", &[("class", "num")], &count(instrument, i, locale));
        let (done, all) = progress(instrument, i);
        // Above a dozen the marks would wrap and say less than the text.
        if all <= 12 {
            h.open("span", &[("class", "meter"), ("aria-hidden", "true")]);
            for mark in 0..all {
                h.el("i", &[("class", if mark < done { "on" } else { "" })], "");
            }
            h.close("span");
        }
        h.close("span").close("li");
    }
    h.close("ul").close("section");
}

/// The one thing to do next: the first category with something open, or to check the answers.
fn next_step(instrument: &Instrument, locale: Locale) -> Html {
    Desk::get().changes.track();
    let mut h = Html::new();
    let open = (0..).zip(&instrument.categories).find(|(i, _)| {
        let (done, all) = progress(instrument, *i);
        done < all
    });
    match open {
        Some((_, category)) => to_category(&mut h, category, locale),
        None => assess_link(&mut h, &Assess::Review, locale, "btn", words(locale).overview_review),
    }
    h
}

/// A field for the organisation, where no municipality has been chosen.
#[component]
fn Organisation(locale: Locale) -> impl IntoView {
    let desk = Desk::get();
    let w = words(locale);
    let hidden = move || {
        desk.changes.track();
        desk.with(|d| !d.field(Field::Municipalities).is_empty()).unwrap_or(true)
    };
    view! {
        <div class="field" id="organisation" hidden=hidden>
            <label for="organisation-namn">{w.label_organisation}</label>
            <p class="hint" id="organisation-h">{w.overview_no_organisation}</p>
            <input
                id="organisation-namn"
                type="text"
                autocomplete="organization"
                maxlength="120"
                aria-describedby="organisation-h"
                prop:value=move || desk.field(Field::Organisation)
                on:change=move |event| {
                    desk.put(Name::Field(Field::Organisation), &event_target_value(&event));
                }
            />
        </div>
    }
}
