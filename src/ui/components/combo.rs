//! Choosing municipalities by typing: an input with a list of matches, after the ARIA combobox pattern.

use crate::browser::{intl, page};
use crate::domain::award::Municipality;
use crate::domain::text::Locale;
use crate::ui::html::Html;
use crate::ui::i18n::words;
use crate::ui::site::Site;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The most matches shown: more is not read.
const SHOWN: usize = 8;

/// What the combobox is made of.
#[derive(Clone, Copy)]
struct State {
    typed: RwSignal<String>,
    open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    matches: Memo<Vec<Municipality>>,
    chosen: RwSignal<Vec<Municipality>>,
    site: Site,
}

impl State {
    fn choose(&self, index: usize) {
        let Some(found) = self.matches.with_untracked(|m| m.get(index).cloned()) else { return };
        self.site.say(&found.name);
        self.chosen.update(|c| c.push(found));
        self.typed.set(String::new());
        self.close();
    }

    fn close(&self) {
        self.open.set(false);
        self.active.set(None);
    }

    fn move_by(&self, step: isize) {
        let count = self.matches.with_untracked(Vec::len);
        self.open.set(count > 0);
        if count > 0 {
            let from = self.active.get_untracked().map_or(if step > 0 { -1 } else { 0 }, usize::cast_signed);
            self.active.set(usize::try_from((from + step).rem_euclid(count.cast_signed())).ok());
        }
    }

    fn key(&self, event: &KeyboardEvent) {
        match event.key().as_str() {
            "ArrowDown" => self.move_by(1),
            "ArrowUp" => self.move_by(-1),
            "Enter" => {
                let only = self.matches.with_untracked(|m| (m.len() == 1).then_some(0));
                match self.active.get_untracked().or(only).filter(|_| self.open.get_untracked()) {
                    Some(index) => self.choose(index),
                    None => return,
                }
            }
            "Escape" => self.close(),
            _ => return,
        }
        event.prevent_default();
    }
}

/// The municipalities whose name begins with the text, then those that hold it; none that is chosen already.
fn find(all: &[Municipality], chosen: &[Municipality], text: &str, locale: Locale) -> Vec<Municipality> {
    let text = intl::lower(text.trim());
    if text.is_empty() {
        return Vec::new();
    }
    let free = || all.iter().filter(|m| !chosen.contains(m));
    let first = free().filter(|m| intl::lower(&m.name).starts_with(&text));
    let then = free().filter(|m| {
        let name = intl::lower(&m.name);
        !name.starts_with(&text) && name.contains(&text)
    });
    let mut first: Vec<Municipality> = first.cloned().collect();
    let mut then: Vec<Municipality> = then.cloned().collect();
    intl::sort_by_name(locale, &mut first, |m| &m.name);
    intl::sort_by_name(locale, &mut then, |m| &m.name);
    first.extend(then);
    first.truncate(SHOWN);
    first
}

/// Chooses one or several municipalities.
#[component]
pub fn MunicipalityPicker(
    /// The chosen ones, in the order chosen.
    chosen: RwSignal<Vec<Municipality>>,
    /// The language.
    locale: Locale,
) -> impl IntoView {
    let site = Site::get();
    let typed = RwSignal::new(String::new());
    let matches = Memo::new(move |_| {
        site.municipalities.with_value(|all| chosen.with(|chosen| typed.with(|text| find(all, chosen, text, locale))))
    });
    let state = State { typed, open: RwSignal::new(false), active: RwSignal::new(None), matches, chosen, site };
    let w = words(locale);
    let type_in = move |event| {
        typed.set(event_target_value(&event));
        state.active.set(None);
        state.open.set(typed.with_untracked(|t| !t.trim().is_empty()));
    };
    let active_id = move || state.active.get().map(|i| ["kommun-", &i.to_string()].concat());
    view! {
        <div class="field">
            <label for="kommun">{w.start_who}</label>
            <p class="hint" id="kommun-h">{w.start_who_hint}</p>
            <div class="combo">
                <input
                    id="kommun"
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    autocapitalize="words"
                    spellcheck="false"
                    aria-autocomplete="list"
                    aria-expanded=move || if state.open.get() { "true" } else { "false" }
                    aria-controls="kommun-lista"
                    aria-describedby="kommun-h"
                    aria-activedescendant=active_id
                    prop:value=move || typed.get()
                    on:input=type_in
                    on:keydown=move |event| state.key(&event)
                    on:blur=move |_| state.close()
                />
                <Matches state locale/>
            </div>
            <Chips state locale/>
        </div>
    }
}

#[component]
fn Matches(state: State, locale: Locale) -> impl IntoView {
    let w = words(locale);
    // Before the blur that a click would cause.
    let choose = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        if let Some(index) = page::event_data(&event, "data-index").and_then(|i| i.parse().ok()) {
            state.choose(index);
        }
    };
    let options = move || {
        let mut h = Html::new();
        for (index, municipality) in state.matches.get().iter().enumerate() {
            let (index, active) = (index.to_string(), state.active.get() == Some(index));
            let selected = if active { "true" } else { "false" };
            let id = ["kommun-", &index].concat();
            let attributes =
                [("id", id.as_str()), ("role", "option"), ("aria-selected", selected), ("data-index", &index)];
            h.el("li", &attributes, &municipality.name);
        }
        h.finish()
    };
    let empty = move || state.matches.with(Vec::is_empty);
    // The list is always there, so that what the input controls exists.
    view! {
        <ul
            id="kommun-lista"
            class="options"
            role="listbox"
            aria-label=w.start_who
            hidden=move || !state.open.get() || empty()
            on:mousedown=choose
            inner_html=options
        ></ul>
        <p class="hint" role="status">{move || if state.open.get() && empty() { w.start_no_match } else { "" }}</p>
    }
}

#[component]
fn Chips(state: State, locale: Locale) -> impl IntoView {
    let w = words(locale);
    let remove = move |event: leptos::ev::MouseEvent| {
        let Some(code) = page::event_data(&event, "data-code") else { return };
        state.chosen.update(|c| c.retain(|m| m.code != code));
        page::focus("kommun", false);
    };
    let chips = move || {
        let mut h = Html::new();
        for municipality in state.chosen.get() {
            h.open("li", &[]).open("button", &[("type", "button"), ("data-code", &municipality.code)]);
            h.text(&municipality.name).text(" ").el("span", &[("aria-hidden", "true")], "×");
            h.el("span", &[("class", "vh")], w.start_remove).close("button").close("li");
        }
        h.finish()
    };
    let none = move || state.chosen.with(Vec::is_empty);
    view! { <ul class="chips" aria-label=w.start_chosen hidden=none on:click=remove inner_html=chips></ul> }
}
