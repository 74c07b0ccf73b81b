//! Choosing municipalities by typing: an input with a list of matches, after the ARIA combobox pattern.

use crate::browser::event::{Event, Kind};
use crate::browser::{intl, page};
use crate::domain::award::Municipality;
use crate::domain::text::Locale;
use crate::i18n::words;
use crate::state::site::Site;
use crate::strings::html::Html;
use leptos::prelude::WithValue;

/// The most matches shown: more is not read.
const SHOWN: usize = 8;

/// What is typed, found and chosen.
#[derive(Default)]
pub struct Picker {
    typed: String,
    matches: Vec<Municipality>,
    /// The match that the arrow keys have come to.
    active: Option<usize>,
    open: bool,
    /// The chosen ones, in the order chosen.
    pub chosen: Vec<Municipality>,
}

impl Picker {
    /// Answers to what was done. Returns whether it had to do with the picker; then it is to be shown.
    pub fn hear(&mut self, event: &Event, locale: Locale) -> bool {
        match event.kind() {
            Some(Kind::Input) => match event.field().filter(|f| f.id == "kommun") {
                Some(field) => self.type_in(field.value, locale),
                None => return false,
            },
            Some(Kind::Key) if event.data("data-combo").is_some() => return self.key(event),
            Some(Kind::Leave) if event.data("data-combo").is_some() => self.leave(),
            Some(Kind::Press) => match event.data("data-index").and_then(|i| i.parse().ok()) {
                Some(index) => {
                    // The input keeps the focus.
                    event.stop();
                    self.choose(index);
                }
                None => return false,
            },
            Some(Kind::Click) => match event.data("data-code") {
                Some(code) => {
                    self.chosen.retain(|m| m.code != code);
                    page::focus("kommun", false);
                }
                None => return false,
            },
            _ => return false,
        }
        true
    }

    fn type_in(&mut self, typed: String, locale: Locale) {
        self.matches = Site::get().municipalities.with_value(|all| find(all, &self.chosen, &typed, locale));
        self.open = !typed.trim().is_empty();
        self.active = None;
        self.typed = typed;
    }

    fn choose(&mut self, index: usize) {
        if index < self.matches.len() {
            let found = self.matches.swap_remove(index);
            Site::get().say(&found.name);
            self.chosen.push(found);
            self.typed.clear();
            self.matches.clear();
        }
        self.close();
    }

    fn close(&mut self) {
        self.open = false;
        self.active = None;
    }

    /// A name that was typed in full is chosen, whether or not the list was used.
    fn leave(&mut self) {
        let typed = intl::lower(self.typed.trim());
        if self.matches.first().is_some_and(|m| intl::lower(&m.name) == typed) {
            self.choose(0);
        }
        self.close();
    }

    fn move_by(&mut self, step: isize) {
        let count = self.matches.len();
        self.open = count > 0;
        if count > 0 {
            let from = self.active.map_or(if step > 0 { -1 } else { 0 }, usize::cast_signed);
            self.active = usize::try_from((from + step).rem_euclid(count.cast_signed())).ok();
        }
    }

    fn key(&mut self, event: &Event) -> bool {
        match event.key().as_str() {
            "ArrowDown" => self.move_by(1),
            "ArrowUp" => self.move_by(-1),
            "Enter" => {
                let only = (self.matches.len() == 1).then_some(0);
                match self.active.or(only).filter(|_| self.open) {
                    Some(index) => self.choose(index),
                    None => return false,
                }
            }
            "Escape" => self.close(),
            _ => return false,
        }
        event.stop();
        true
    }

    /// Shows what has changed. The input itself stays, and with it the focus.
    pub fn show(&self, locale: Locale) {
        page::set_text("kommun", &self.typed);
        page::set_attribute("kommun", "aria-expanded", Some(if self.open { "true" } else { "false" }));
        let active = self.active.map(|i| ["kommun-", &i.to_string()].concat());
        page::set_attribute("kommun", "aria-activedescendant", active.as_deref());
        page::set_html("kommun-lista", self.options().as_str());
        page::set_hidden("kommun-lista", !self.open || self.matches.is_empty());
        let none = self.open && self.matches.is_empty();
        let none = if none { words(locale).start_no_match } else { "" };
        page::set_html("kommun-inga", Html::of(none).as_str());
        page::set_html("kommun-valda", self.chips(locale).as_str());
        page::set_hidden("kommun-valda", self.chosen.is_empty());
    }

    fn options(&self) -> Html {
        let mut h = Html::new();
        for (index, municipality) in self.matches.iter().enumerate() {
            let selected = if self.active == Some(index) { "true" } else { "false" };
            let index = index.to_string();
            let id = ["kommun-", &index].concat();
            let attributes =
                [("id", id.as_str()), ("role", "option"), ("aria-selected", selected), ("data-index", &index)];
            h.el("li", &attributes, &municipality.name);
        }
        h
    }

    fn chips(&self, locale: Locale) -> Html {
        let mut h = Html::new();
        for municipality in &self.chosen {
            h.open("li", &[]).open("button", &[("type", "button"), ("data-code", &municipality.code)]);
            h.text(&municipality.name).text(" ").el("span", &[("aria-hidden", "true")], "×");
            h.el("span", &[("class", "vh")], words(locale).start_remove).close("button").close("li");
        }
        h
    }
}

/// The municipalities whose name begins with the text, then those that hold it; none that is chosen already.
pub fn find(all: &[Municipality], chosen: &[Municipality], text: &str, locale: Locale) -> Vec<Municipality> {
    let text = intl::lower(text.trim());
    if text.is_empty() {
        return Vec::new();
    }
    let (mut first, mut then) = (Vec::new(), Vec::new());
    for municipality in all.iter().filter(|m| !chosen.contains(m)) {
        match intl::lower(&municipality.name).find(&text) {
            Some(0) => first.push(municipality.clone()),
            Some(_) => then.push(municipality.clone()),
            None => {}
        }
    }
    for found in [&mut first, &mut then] {
        intl::sort_by_name(locale, found, |m| &m.name);
    }
    first.extend(then);
    first.truncate(SHOWN);
    first
}

/// Writes the field, with nothing typed or chosen. The list is always there, so that what the input controls exists.
pub fn municipality_picker(h: &mut Html, locale: Locale) {
    let w = words(locale);
    h.open("div", &[("class", "field")]).el("label", &[("for", "kommun")], w.start_who);
    h.el("p", &[("class", "hint"), ("id", "kommun-h")], w.start_who_hint).open("div", &[("class", "combo")]);
    let input = [
        ("id", "kommun"),
        ("type", "text"),
        ("role", "combobox"),
        ("autocomplete", "off"),
        ("autocapitalize", "words"),
        ("spellcheck", "false"),
        ("aria-autocomplete", "list"),
        ("aria-expanded", "false"),
        ("aria-controls", "kommun-lista"),
        ("aria-describedby", "kommun-h"),
        ("data-combo", ""),
        ("placeholder", " "),
        ("data-loose", ""),
    ];
    h.open("input", &input);
    let list = [
        ("id", "kommun-lista"),
        ("class", "options"),
        ("role", "listbox"),
        ("aria-label", w.start_who),
        ("hidden", ""),
    ];
    h.el("ul", &list, "").el("p", &[("class", "hint"), ("id", "kommun-inga"), ("role", "status")], "").close("div");
    let chips = [
        ("id", "kommun-valda"),
        ("class", "chips"),
        ("aria-label", w.start_chosen),
        ("hidden", ""),
        ("data-loose", ""),
    ];
    h.el("ul", &chips, "").close("div");
}
