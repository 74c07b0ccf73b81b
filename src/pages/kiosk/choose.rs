//! Choosing a municipality, and how much to answer.

use super::keyboard::{Key, Keyboard, Letters, TouchField};
use super::parts::{BackButton, EventButton, Heading};
use super::state::KioskState;
use crate::browser::dom;
use crate::domain::award::{Municipality, find_municipalities};
use crate::domain::kiosk::Event;
use crate::i18n::{kiosk as texts, statements, use_locale, words};
use crate::state::site::Site;
use leptos::html::Input;
use leptos::prelude::*;

/// The most that is typed in the search, in characters.
const LONGEST: usize = 60;
/// The most matches shown: more are not read.
const SHOWN: usize = 8;

/// The search for a municipality. What fits is listed as one types; Enter takes the first.
#[component]
pub(super) fn Choose() -> impl IntoView {
    let (kiosk, site, locale) = (KioskState::get(), Site::get(), use_locale());
    let (t, typed, field) = (texts(locale), kiosk.search, NodeRef::<Input>::new());
    let found = Memo::new(move |_| {
        typed.with(|typed| site.municipalities.with_value(|all| find_municipalities(all, &[], typed, SHOWN)))
    });
    let nothing_found = move || found.with(Vec::is_empty) && typed.with(|typed| !typed.trim().is_empty());
    let press = move |key: Key| {
        typed.update(|text| key.press(text, true, LONGEST));
        if let Some(field) = field.get_untracked() {
            dom::focus(&field);
        }
    };
    let choose_first = move || {
        if let Some(first) = found.with_untracked(|found| found.first().cloned()) {
            kiosk.dispatch(Event::Choose(Some(first)));
        }
    };
    view! {
        <div class="k-choose">
            <Heading>{t.who}</Heading>
            <form
                class="k-field"
                novalidate
                autocomplete="off"
                on:submit=move |ev| {
                    ev.prevent_default();
                    choose_first();
                }
            >
                <TouchField id="kiosk-search" label=t.search text=typed field longest=LONGEST described_by="kiosk-search-hint"/>
                <p class="meta" id="kiosk-search-hint">{t.search_hint}</p>
            </form>
            <ul class="k-found">
                <For each=move || found.get() key=|municipality| municipality.code.clone() let:municipality>
                    <li><Match municipality/></li>
                </For>
            </ul>
            <p class="lead" role="status">{move || if nothing_found() { words(locale).start_no_match } else { "" }}</p>
            <div class="k-row">
                <BackButton/>
                <EventButton event=Event::Choose(None) class="k-btn k-second">{t.no_one}</EventButton>
            </div>
            <Keyboard letters=Letters::Names on_key=press/>
        </div>
    }
}

/// A municipality that fits.
#[component]
fn Match(
    /// The municipality.
    municipality: Municipality,
) -> impl IntoView {
    let name = municipality.name.clone();
    view! { <EventButton event=Event::Choose(Some(municipality)) class="k-btn k-second">{name}</EventButton> }
}

/// The short form, or all.
#[component]
pub(super) fn HowMuch(
    /// The municipality chosen, if any.
    who: Option<Municipality>,
) -> impl IntoView {
    let (kiosk, locale) = (KioskState::get(), use_locale());
    let (t, all) = (texts(locale), kiosk.instrument().statements.len());
    let short = move || {
        kiosk.short_form.get().map(|count| view! { <FormCard whole=false count name=t.short text=t.short_text/> })
    };
    view! {
        <div class="k-choose">
            {who.map(|who| view! { <p class="kicker">{who.name}</p> })}
            <Heading>{t.how_much}</Heading>
            <div class="k-cards">
                {short}
                <FormCard whole=true count=all name=t.whole text=t.whole_text/>
            </div>
            <p class="lead">{t.kept}</p>
            <div class="k-row"><BackButton/></div>
        </div>
    }
}

/// One of the forms that can be filled in.
#[component]
fn FormCard(
    /// Whether it has all statements.
    whole: bool,
    /// How many it has.
    count: usize,
    /// Its name.
    name: &'static str,
    /// What it takes and gives.
    text: &'static str,
) -> impl IntoView {
    view! {
        <EventButton event=Event::Begin { whole } class="k-card">
            <b>{name}</b>
            <span class="k-count">{statements(use_locale(), count)}</span>
            <span>{text}</span>
        </EventButton>
    }
}
