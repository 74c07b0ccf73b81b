//! The start of the assessment: drafts on this computer, a new one, and opening a saved file.

use crate::browser::{intl, page};
use crate::domain::award::Municipality;
use crate::domain::draft::{Draft, DraftId, Field, MAX_FILE, Name, read_file};
use crate::domain::instrument::Instrument;
use crate::domain::order;
use crate::domain::text::Locale;
use crate::route::{Assess, Route};
use crate::ui::components::combo::MunicipalityPicker;
use crate::ui::components::error_summary::{ErrorSummary, Problem};
use crate::ui::desk::{Desk, new_draft_id, read_draft, remove_draft, store_draft, stored_ids};
use crate::ui::html::Html;
use crate::ui::i18n::{answered, changed_at, list, save_failure, words};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// The start page of the assessment.
#[component]
pub fn Start(instrument: Arc<Instrument>, locale: Locale) -> impl IntoView {
    let w = words(locale);
    view! {
        <h1 id="rubrik" tabindex="-1">{w.start_title}</h1>
        <p class="lead">{w.start_lead}</p>
        <div class="split">
            <NewDraft locale/>
            <section>
                <Drafts instrument=instrument.clone() locale/>
                <OpenFile locale/>
            </section>
        </div>
        <p class="note">{instrument.source_note.get(locale).to_string()}</p>
    }
}

fn address(id: &DraftId, locale: Locale) -> String {
    [&Route::Assess(Assess::Overview).path(locale), "?utkast=", id.as_str()].concat()
}

/// Chooses whom the assessment is for and begins it.
#[component]
fn NewDraft(locale: Locale) -> impl IntoView {
    let w = words(locale);
    let desk = Desk::get();
    let chosen = RwSignal::new(Vec::<Municipality>::new());
    let other = RwSignal::new(String::new());
    let problems = RwSignal::new(Vec::<Problem>::new());
    let navigate = use_navigate();
    let begin = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (codes, name) = (chosen.with_untracked(|c| stored_form(c)), other.get_untracked());
        if codes.is_empty() && name.trim().is_empty() {
            problems.set(vec![Problem { text: w.start_nothing_chosen.into(), href: "#kommun".into() }]);
            return;
        }
        let id = desk.begin();
        desk.write(Name::Field(Field::Municipalities), &codes);
        desk.write(Name::Field(Field::Organisation), name.trim());
        navigate(&address(&id, locale), NavigateOptions::default());
    };
    view! {
        <form class="card stack new-draft" novalidate on:submit=begin autocomplete="off">
            <h2>{w.start_new}</h2>
            <ErrorSummary problems locale/>
            <MunicipalityPicker chosen locale/>
            <div class="field">
                <label for="annan">{w.start_other}</label>
                <p class="hint" id="annan-h">{w.start_other_hint}</p>
                <input
                    id="annan"
                    type="text"
                    maxlength="120"
                    autocomplete="off"
                    aria-describedby="annan-h"
                    prop:value=move || other.get()
                    on:input=move |event| other.set(event_target_value(&event))
                />
            </div>
            <p><button class="btn" type="submit" id="borja">{w.start_begin}</button></p>
        </form>
    }
}

fn stored_form(chosen: &[Municipality]) -> String {
    chosen.iter().map(|m| [&m.code, " ", &m.name].concat()).collect::<Vec<_>>().join(";")
}

/// The drafts on this computer, the last changed first. Empty until the app is live.
#[component]
fn Drafts(instrument: Arc<Instrument>, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let counted = RwSignal::new(0u32);
    let removed = RwSignal::new(None::<Draft>);
    let act = move |event: leptos::ev::MouseEvent| {
        let Some(id) = page::event_data(&event, "data-delete").and_then(|id| DraftId::parse(&id)) else { return };
        removed.set(read_draft(&id));
        remove_draft(&id);
        counted.update(|n| *n += 1);
        page::after_render(|| page::focus("angra", false));
    };
    let undo = move |_| {
        // If it cannot be stored again, it stays here to try once more.
        if removed.with_untracked(|d| d.as_ref().is_some_and(|d| store_draft(d).is_ok())) {
            removed.set(None);
        }
        counted.update(|n| *n += 1);
    };
    let rows = move || {
        counted.track();
        drafts(instrument.statements.len(), locale).finish()
    };
    view! {
        <h2>{w.start_drafts}</h2>
        <div role="status">
            <p class="note" hidden=move || removed.with(Option::is_none)>
                {w.start_deleted} " " <button class="link" type="button" id="angra" on:click=undo>{w.start_undo}</button>
            </p>
        </div>
        <div inner_html=rows on:click=act></div>
    }
}

fn changed(draft: &Draft) -> u64 {
    draft.field(Field::Changed).parse().unwrap_or(0)
}

fn drafts(all: usize, locale: Locale) -> Html {
    let w = words(locale);
    let mut h = Html::new();
    let mut drafts: Vec<Draft> =
        if cfg!(feature = "ssr") { Vec::new() } else { stored_ids().iter().filter_map(read_draft).collect() };
    order::sort(&mut drafts, |a, b| changed(a) > changed(b));
    if drafts.is_empty() {
        h.el("p", &[("class", "empty")], w.start_no_drafts);
        return h;
    }
    h.open("ul", &[("class", "drafts")]);
    for draft in &drafts {
        row(&mut h, draft, all, locale);
    }
    h.close("ul");
    h
}

fn row(h: &mut Html, draft: &Draft, all: usize, locale: Locale) {
    let w = words(locale);
    let organisations = draft.organisations();
    let name = list(locale, &organisations.iter().map(|(_, n)| *n).collect::<Vec<_>>());
    let name = if name.is_empty() { w.start_unnamed.to_string() } else { name };
    let progress = answered(locale, draft.answered().min(all), all);
    let sent = if draft.field(Field::Submission).is_empty() { "" } else { w.overview_sent };
    let dot = if sent.is_empty() { "" } else { " · " };
    h.open("li", &[("class", "draft")]).link("", &address(draft.id(), locale), None, &name);
    h.open("p", &[("class", "meta num")]).text(&[&progress, dot, sent].concat()).text(" · ");
    h.text(&changed_at(locale, &intl::moment(locale, changed(draft)))).close("p");
    h.open("button", &[("class", "link"), ("type", "button"), ("data-delete", draft.id().as_str())])
        .text(w.start_delete);
    h.el("span", &[("class", "vh")], &[" ", &name].concat()).close("button").close("li");
}

/// Opens a saved file as a new draft.
#[component]
fn OpenFile(locale: Locale) -> impl IntoView {
    let w = words(locale);
    let problem = RwSignal::new("");
    let navigate = use_navigate();
    let open = move |event: leptos::ev::Event| {
        let navigate = navigate.clone();
        page::read_chosen_file(&event, MAX_FILE, move |text| {
            let Some(text) = text else { return problem.set(w.start_file_big) };
            let Some(draft) = read_file(&text, new_draft_id()) else { return problem.set(w.start_file_bad) };
            match store_draft(&draft) {
                Ok(()) => navigate(&address(draft.id(), locale), NavigateOptions::default()),
                Err(error) => problem.set(save_failure(locale, error)),
            }
        });
    };
    let bad = move || problem.with(|p| !p.is_empty());
    view! {
        <div class="field" class:invalid=bad>
            <label for="fil">{w.start_open}</label>
            <p class="hint" id="fil-h">{w.start_open_hint}</p>
            <p class="field-error" role="alert">{move || problem.get()}</p>
            <input id="fil" type="file" accept=".json,application/json" aria-describedby="fil-h" on:change=open/>
        </div>
    }
}
