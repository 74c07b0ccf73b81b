//! The form that says what is looked for in the gallery.

use super::Search;
use crate::components::nominee_card::stage_name;
use crate::domain::award::{COUNTIES, Gallery, Stage};
use crate::i18n::{gallery as texts, use_locale};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// The fields. Shown only where there is a script to answer them.
#[component]
pub fn FilterForm(
    /// What is looked for.
    search: Search,
    /// All nominees, for their years.
    gallery: Signal<Arc<Gallery>>,
    /// The field for words.
    field: NodeRef<html::Input>,
) -> impl IntoView {
    let locale = use_locale();
    let (g, filter) = (texts(locale), search.filter);
    let years = gallery.with_untracked(|gallery| {
        gallery.editions.iter().map(|edition| (edition.year.to_string(), edition.year.to_string())).collect::<Vec<_>>()
    });
    let stages = Stage::ALL.map(|stage| (stage.query_word().to_string(), stage_name(stage, locale).to_string()));
    let counties = COUNTIES.map(|(code, name)| (code.to_string(), name.to_string()));
    let year = Signal::derive(move || filter.read().year.map(|year| year.to_string()).unwrap_or_default());
    let stage = Signal::derive(move || filter.read().stage.map_or("", Stage::query_word).to_string());
    let county = Signal::derive(move || filter.read().county.clone().unwrap_or_default());
    let set_stage = move |word: String| {
        search.update(|filter| filter.stage = Stage::ALL.into_iter().find(|stage| stage.query_word() == word));
    };
    view! {
        <form
            class="filters scripted"
            role="search"
            aria-label=g.filters
            autocomplete="off"
            on:submit=|submit| submit.prevent_default()
        >
            <div class="field wide">
                <label for="search">{g.search}</label>
                <input
                    id="search"
                    type="text"
                    maxlength="60"
                    node_ref=field
                    prop:value=move || filter.read().text.clone()
                    on:input=move |input| search.update(|filter| filter.text = event_target_value(&input))
                />
            </div>
            <Choice
                id="year"
                label=g.year
                all=g.all_years
                options=years
                chosen=year
                on_choose=move |year: String| search.update(|filter| filter.year = year.parse().ok())
            />
            <Choice id="stage" label=g.stage all=g.all_stages options=stages.to_vec() chosen=stage on_choose=set_stage/>
            <Choice
                id="county"
                label=g.county
                all=g.all_counties
                options=counties.to_vec()
                chosen=county
                on_choose=move |code: String| {
                    search.update(|filter| filter.county = Some(code).filter(|code| !code.is_empty()));
                }
            />
            <a class="to-map" href="#karta-rubrik">{g.on_map}</a>
        </form>
    }
}

/// A list to choose one thing from, or all.
#[component]
fn Choice(
    /// The id of the list.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// What choosing nothing is called.
    all: &'static str,
    /// Value and name of each choice.
    options: Vec<(String, String)>,
    /// The value that is chosen; empty for all.
    chosen: Signal<String>,
    /// Takes the value that was chosen.
    on_choose: impl Fn(String) + 'static,
) -> impl IntoView {
    let option = move |(value, name): (String, String)| {
        let own = value.clone();
        view! { <option value=value prop:selected=move || *chosen.read() == own>{name}</option> }
    };
    let options = [(String::new(), all.to_string())].into_iter().chain(options);
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select id=id on:change=move |change| on_choose(event_target_value(&change))>
                {options.map(option).collect_view()}
            </select>
        </div>
    }
}
