//! One statement: a fieldset with native radios, *vet ej*, *ej tillämpligt*, a way to take the answer back, a comment.

use crate::domain::answers::Answer;
use crate::domain::draft::{DraftId, MAX_VALUE};
use crate::domain::instrument::Instrument;
use crate::domain::text::Locale;
use crate::route::{Assess, Route};
use crate::ui::desk::{Desk, Slot};
use crate::ui::i18n::words;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// One statement with its answer. Draws nothing for an index that the questionnaire does not have.
#[component]
pub fn StatementField(instrument: Arc<Instrument>, index: usize, locale: Locale) -> impl IntoView {
    let desk = Desk::get();
    let (Some(statement), Some(slot)) = (instrument.statements.get(index).cloned(), desk.slot(index)) else {
        return ().into_any();
    };
    let name = ["p-", &statement.id].concat();
    let help_id = [&name, "-h"].concat();
    let steps = (1..=instrument.steps()).map(Answer::Step).map(|answer| {
        let label = label_of(&instrument, answer, locale);
        view! { <Choice name=name.clone() signals=slot answer number=true label/> }
    });
    let aside = [Answer::DontKnow, Answer::NotApplicable].into_iter().map(|answer| {
        let label = label_of(&instrument, answer, locale);
        view! { <Choice name=name.clone() signals=slot answer number=false label/> }
    });
    let (steps, aside) = (steps.collect_view(), aside.collect_view());
    let put = answerer(instrument.clone(), index, locale);
    let choose = {
        let (put, highest) = (put.clone(), instrument.steps());
        move |event| {
            if let Some(answer) = Answer::from_word(&event_target_value(&event), highest) {
                put(answer);
            }
        }
    };
    let first = [&name, "-1"].concat();
    let clear = move |_| {
        put(Answer::Unanswered);
        // The button goes away with the answer: leave the focus where the next answer is given.
        crate::browser::page::focus(&first, false);
    };
    let clear_id = [&name, "-bort"].concat();
    let (section_id, described) = (name.clone(), help_id.clone());
    let w = words(locale);
    view! {
        <section class="statement" id=section_id>
            <fieldset aria-describedby=described>
                <legend>{statement.text.get(locale).to_string()}</legend>
                <p class="why" id=help_id>{statement.help.get(locale).to_string()}</p>
                <div on:change=choose>
                    <div class="scale">{steps}</div>
                    <div class="aside">
                        {aside}
                        <button
                            class="link"
                            type="button"
                            id=clear_id
                            hidden=move || !slot.answer.get().is_answered()
                            on:click=clear
                        >
                            {w.clear}
                            <span class="vh">": " {statement.label.get(locale).to_string()}</span>
                        </button>
                    </div>
                </div>
            </fieldset>
            <CommentField instrument index signals=slot name locale/>
        </section>
    }
    .into_any()
}

/// One choice of a statement.
#[component]
fn Choice(name: String, signals: Slot, answer: Answer, number: bool, label: String) -> impl IntoView {
    let id = [&name, "-", answer.word()].concat();
    view! {
        <label class="opt">
            <input
                type="radio"
                id=id
                name=name
                value=answer.word()
                autocomplete="off"
                prop:checked=move || signals.answer.get() == answer
            />
            <span>{number.then(|| view! { <b>{answer.word()}</b> })} {label}</span>
        </label>
    }
}

#[component]
fn CommentField(
    instrument: Arc<Instrument>,
    index: usize,
    signals: Slot,
    name: String,
    locale: Locale,
) -> impl IntoView {
    let desk = Desk::get();
    let w = words(locale);
    let write = naming_address(locale, instrument.clone());
    let keep = move |event| write(desk.comment(&instrument, index, &cut(event_target_value(&event))));
    let (field, hint) = ([&name, "-kommentar"].concat(), [&name, "-kommentar-h"].concat());
    let open = signals.comment.with_untracked(|c| !c.is_empty());
    let label = field.clone();
    view! {
        <details class="comment" id=[&name, "-k"].concat() open=open>
            <summary id=[&name, "-ks"].concat()>
                {move || if signals.comment.with(String::is_empty) { w.comment } else { w.comment_label }}
            </summary>
            <label class="vh" for=label>{w.comment_label}</label>
            <p class="hint" id=hint.clone()>{w.comment_hint}</p>
            <textarea
                id=field
                rows="3"
                maxlength="4000"
                aria-describedby=hint
                autocomplete="off"
                prop:value=move || signals.comment.get()
                on:input=keep
            ></textarea>
        </details>
    }
}

/// The field allows 4000 characters; a replayed or pasted text might not know.
fn cut(text: String) -> String {
    let mut end = text.len().min(MAX_VALUE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default().to_string()
}

/// The label of an answer.
pub fn label_of(instrument: &Instrument, answer: Answer, locale: Locale) -> String {
    let scale = &instrument.scale;
    let text = match answer {
        Answer::Unanswered => return words(locale).review_none.to_string(),
        Answer::Step(n) => scale.labels.get(usize::from(n).wrapping_sub(1)),
        Answer::DontKnow => Some(&scale.dont_know),
        Answer::NotApplicable => Some(&scale.not_applicable),
    };
    text.map(|t| t.get(locale).to_string()).unwrap_or_default()
}

fn answerer(instrument: Arc<Instrument>, index: usize, locale: Locale) -> impl Fn(Answer) + Clone + 'static {
    let desk = Desk::get();
    let name = naming_address(locale, instrument.clone());
    move |answer| {
        let category = instrument.statements.get(index).and_then(|s| instrument.categories.get(s.category));
        let begun = desk.answer(&instrument, index, answer);
        if let Some(category) = category {
            desk.write(crate::domain::draft::Name::Field(crate::domain::draft::Field::Place), &category.id);
        }
        name(begun);
    }
}

/// The first answer begins a draft: the address then names it, so that reload and back find it again.
fn naming_address(locale: Locale, instrument: Arc<Instrument>) -> impl Fn(Option<DraftId>) + Clone + 'static {
    let navigate = use_navigate();
    let path = leptos_router::hooks::use_location().pathname;
    move |begun: Option<DraftId>| {
        let Some(id) = begun else { return };
        let route = Route::parse(&path.get_untracked()).map(|(_, route)| route);
        let first = || instrument.categories.first().map(|c| Assess::Category(c.id.clone()));
        let route = route.or_else(|| first().map(Route::Assess)).unwrap_or(Route::Home);
        let address = [&route.path(locale), "?utkast=", id.as_str()].concat();
        navigate(&address, NavigateOptions { replace: true, scroll: false, ..Default::default() });
    }
}
