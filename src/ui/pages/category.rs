//! One category: its statements on one page, in any order, saved as they are answered.

use crate::browser::page;
use crate::domain::answers::Answer;
use crate::domain::draft::{DraftId, Field, Name};
use crate::domain::instrument::{Category, Instrument};
use crate::domain::text::Locale;
use crate::route::{Assess, Route};
use crate::ui::components::link::{assess_href, assess_link, kicker};
use crate::ui::components::read::live_block;
use crate::ui::components::save_bar::SaveBar;
use crate::ui::components::statement::{cut, show_answer, show_clear, statement_field};
use crate::ui::desk::Desk;
use crate::ui::html::Html;
use crate::ui::i18n::{answered, continue_to, part, statements, words};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// The statements of the category with this index.
#[component]
pub fn CategoryPage(instrument: Arc<Instrument>, index: usize, locale: Locale) -> impl IntoView {
    let desk = Desk::get();
    let (text, count, onward) = (instrument.clone(), instrument.clone(), instrument.clone());
    let name = naming_address(&instrument, index, locale);
    let (commenting, clearing) = (instrument.clone(), instrument.clone());
    let (name_too, name_also) = (name.clone(), name.clone());
    let choose = move |event: leptos::ev::Event| {
        let statement = page::event_data(&event, "data-statement");
        let Some((statement, (.., word))) = statement.zip(page::event_input(&event)) else { return };
        if let Some(answer) = Answer::from_word(&word, instrument.steps()).filter(|a| a.is_answered()) {
            name(desk.answer(&instrument, &statement, answer));
            show_clear(&statement, answer);
        }
    };
    let comment = move |event: leptos::ev::Event| {
        let statement = page::event_data(&event, "data-statement");
        let Some((statement, (id, _, text))) = statement.zip(page::event_input(&event)) else { return };
        if id.ends_with("-kommentar") && commenting.statement(&statement).is_some() {
            name_too(desk.put(Name::Comment(statement), &cut(text)));
        }
    };
    let clear = move |event: leptos::ev::MouseEvent| {
        let statement = page::event_data(&event, "data-clear").and(page::event_data(&event, "data-statement"));
        let Some(statement) = statement else { return };
        name_also(desk.answer(&clearing, &statement, Answer::Unanswered));
        show_answer(&statement, Answer::Unanswered, clearing.steps());
        // The button goes away with the answer: leave the focus where the next answer is given.
        page::focus(&["p-", &statement, "-1"].concat(), false);
    };
    let fields = move || {
        desk.opened.track();
        written(&text, index, locale).finish()
    };
    view! {
        {live_block("flow", move || head(&count, index, locale))}
        <div class="category" inner_html=fields on:change=choose on:input=comment on:click=clear></div>
        <SaveBar locale>{live_block("row ways", move || ways(&onward, index, locale))}</SaveBar>
    }
}

fn written(instrument: &Instrument, index: usize, locale: Locale) -> Html {
    let desk = Desk::get();
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
    let desk = Desk::get();
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
    if Desk::get().id.with(Option::is_some) { answered(locale, done, all) } else { statements(locale, all) }
}

/// How many statements of a category are answered, and how many there are.
pub fn progress(instrument: &Instrument, index: usize) -> (usize, usize) {
    let desk = Desk::get();
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
fn naming_address(
    instrument: &Instrument,
    index: usize,
    locale: Locale,
) -> impl Fn(Option<DraftId>) + Clone + 'static + use<> {
    let (desk, navigate) = (Desk::get(), use_navigate());
    let id = instrument.categories.get(index).map(|c| c.id.clone()).unwrap_or_default();
    let path = Route::Assess(Assess::Category(id.clone())).path(locale);
    move |begun: Option<DraftId>| {
        desk.write(Name::Field(Field::Place), &id);
        let Some(begun) = begun else { return };
        let address = [&path, "?utkast=", begun.as_str()].concat();
        navigate(&address, NavigateOptions { replace: true, scroll: false, ..Default::default() });
    }
}
