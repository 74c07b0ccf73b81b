//! One category: its statements on one page, in any order, saved as they are answered.

use crate::browser::event::{Event, Kind};
use crate::browser::page;
use crate::components::link::{assess_href, assess_link, kicker};
use crate::components::save_bar::save_bar;
use crate::components::statement::{cut, show_answer, show_clear, statement_field};
use crate::domain::answers::Answer;
use crate::domain::draft::{DraftId, Field, Name};
use crate::domain::instrument::{Category, Instrument};
use crate::domain::text::Locale;
use crate::i18n::{answered, continue_to, part, statements, words};
use crate::route::{Assess, Route};
use crate::state::current_draft::CurrentDraft;
use crate::strings::html::Html;
use crate::strings::live::{Page, live};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// The statements of the category with this index.
pub fn category(instrument: Arc<Instrument>, index: usize, locale: Locale) -> Page {
    let (desk, mut h) = (CurrentDraft::get(), Html::new());
    let (top, text, onward) = (instrument.clone(), instrument.clone(), instrument.clone());
    live(&mut h, "div", "kategori", "flow", move || head(&top, index, locale));
    live(&mut h, "div", "pastaenden", "category", move || {
        desk.opened.track();
        untrack(|| written(&text, index, locale))
    });
    save_bar(&mut h, locale, move || ways(&onward, index, locale));
    let name = naming_address(&instrument, index, locale);
    Page::new(h, move |event| {
        if let Some(statement) = event.data("data-statement") {
            name(hear(event, &statement, &instrument));
        }
    })
}

/// Takes in what was done with a statement. `Some` where something was: the id of the draft that it began, if any.
fn hear(event: &Event, statement: &str, instrument: &Instrument) -> Option<Option<DraftId>> {
    let desk = CurrentDraft::get();
    instrument.statement(statement)?;
    match event.kind()? {
        Kind::Change => {
            let field = event.field().filter(|f| f.checked)?;
            let answer = Answer::from_word(&field.value, instrument.steps()).filter(|a| a.is_answered())?;
            let begun = desk.answer(instrument, statement, answer);
            show_clear(statement, answer);
            Some(begun)
        }
        Kind::Input => {
            let field = event.field().filter(|f| f.id.ends_with("-kommentar"))?;
            Some(desk.put(Name::Comment(statement.to_string()), &cut(field.value)))
        }
        Kind::Click => {
            event.data("data-clear")?;
            let begun = desk.answer(instrument, statement, Answer::Unanswered);
            show_answer(statement, Answer::Unanswered, instrument.steps());
            // The button goes away with the answer: leave the focus where the next answer is given.
            page::focus(&["p-", statement, "-1"].concat(), false);
            Some(begun)
        }
        _ => None,
    }
}

fn written(instrument: &Instrument, index: usize, locale: Locale) -> Html {
    let desk = CurrentDraft::get();
    let mut h = Html::new();
    for (_, statement) in instrument.statements_of(index) {
        let written = desk.with(|d| statement_field(&mut h, instrument, statement, Some(d), locale));
        if written.is_none() {
            statement_field(&mut h, instrument, statement, None, locale);
        }
    }
    h
}

/// Heading and count. Before the app is live the count says only how many there are, in a line of the same height.
fn head(instrument: &Instrument, index: usize, locale: Locale) -> Html {
    let desk = CurrentDraft::get();
    desk.changes.track();
    let mut h = Html::new();
    let Some(category) = instrument.categories.get(index) else { return h };
    let dimension = instrument.dimensions.get(category.dimension);
    let place = part(locale, index + 1, instrument.categories.len());
    kicker(&mut h, locale, &[dimension.map_or("", |d| d.name.get(locale)), &place]);
    h.open("div", &[("class", &["row heading dim-", dimension.map_or("", |d| &d.id)].concat())]);
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], category.name.get(locale));
    h.el("p", &[("class", "meta num")], &count(instrument, index, locale)).close("div");
    h.el("p", &[("class", "lead")], category.intro.get(locale));
    h
}

/// How many statements of a category are answered; without a draft only how many there are.
pub fn count(instrument: &Instrument, index: usize, locale: Locale) -> String {
    let (done, all) = progress(instrument, index);
    if CurrentDraft::get().id.with(Option::is_some) { answered(locale, done, all) } else { statements(locale, all) }
}

/// How many statements of a category are answered, and how many there are.
pub fn progress(instrument: &Instrument, index: usize) -> (usize, usize) {
    let desk = CurrentDraft::get();
    let own = || instrument.statements_of(index);
    let done = desk.with(|d| own().filter(|(_, s)| d.answer(&s.id, instrument.steps()).is_answered()).count());
    (done.unwrap_or(0), own().count())
}

/// The ways on: the overview, and the next category or, after the last, checking the answers.
fn ways(instrument: &Instrument, index: usize, locale: Locale) -> Html {
    let w = words(locale);
    let mut h = Html::new();
    assess_link(&mut h, &Assess::Overview, locale, "btn quiet to-overview", w.to_overview);
    match instrument.categories.get(index + 1) {
        Some(next) => to_category(&mut h, next, locale),
        None => assess_link(&mut h, &Assess::Review, locale, "btn", w.to_review),
    }
    h
}

/// The way on to a category.
pub fn to_category(h: &mut Html, category: &Category, locale: Locale) {
    let text = continue_to(locale, category.name.get(locale));
    assess_link(h, &Assess::Category(category.id.clone()), locale, "btn", &text);
}

/// The address of a statement on its category's page.
pub fn statement_href(instrument: &Instrument, statement: usize, locale: Locale) -> Option<String> {
    let statement = instrument.statements.get(statement)?;
    let category = instrument.categories.get(statement.category)?;
    let page = assess_href(&Assess::Category(category.id.clone()), locale);
    Some([&page, "#p-", &statement.id].concat())
}

/// The first answer begins a draft: the address then names it, so that reload and back find it again. The category is
/// remembered as the place to come back to.
fn naming_address(instrument: &Instrument, index: usize, locale: Locale) -> impl Fn(Option<Option<DraftId>>) + use<> {
    let (desk, navigate) = (CurrentDraft::get(), use_navigate());
    let id = instrument.categories.get(index).map(|c| c.id.clone()).unwrap_or_default();
    let path = Route::Assess(Assess::Category(id.clone())).path(locale);
    move |done: Option<Option<DraftId>>| {
        let Some(begun) = done else { return };
        desk.write(Name::Field(Field::Place), &id);
        let Some(begun) = begun else { return };
        let address = [&path, "?utkast=", begun.as_str()].concat();
        navigate(&address, NavigateOptions { replace: true, scroll: false, ..Default::default() });
    }
}
