//! One statement: a fieldset with native radios, *vet ej*, *ej tillämpligt*, a way to take the answer back, a comment.
//!
//! The radios are native and uncontrolled. An answer given here costs one event handler; only an answer that comes from
//! elsewhere (another tab, IndexedDB, the button that removes it) sets radios, by the statement's one effect.

use crate::browser::dom;
use crate::domain::answers::Answer;
use crate::domain::draft::{MAX_VALUE, Name};
use crate::domain::instrument::{Instrument, Statement};
use crate::domain::text::Locale;
use crate::i18n::{use_locale, words};
use crate::state::current_draft::CurrentDraft;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// The id of a statement's section, and the name of its radios.
pub fn field_name(statement: &str) -> String {
    format!("p-{statement}")
}

/// A statement with what the draft says of it.
#[component]
pub fn StatementField(
    /// The questionnaire.
    instrument: Arc<Instrument>,
    /// The statement.
    statement: Statement,
    /// Called with every change: the name and value of the record.
    on_change: impl Fn(Name, &str) + Clone + 'static,
) -> impl IntoView {
    let (draft, locale) = (CurrentDraft::get(), use_locale());
    let w = words(locale);
    let (id, name, steps) = (statement.id.clone(), field_name(&statement.id), instrument.steps());
    let answer = draft.answer(&id, steps);
    let radios = NodeRef::<html::Fieldset>::new();
    let first = answer.get_untracked();
    Effect::new(move |before: Option<Answer>| {
        let answer = answer.get();
        // Also when notified without a change: a read-only draft shows its answer again.
        if (before.is_some() || answer != first)
            && let Some(radios) = radios.get_untracked()
        {
            dom::check_radio(&radios, answer.word());
        }
        answer
    });
    let set_answer = {
        let (id, on_change) = (id.clone(), on_change.clone());
        move |answer: Answer| on_change(Name::Answer(id.clone()), answer.word())
    };
    let choose = {
        let set_answer = set_answer.clone();
        move |event| {
            let word = dom::checked_value(&event);
            if let Some(answer) = word.and_then(|word| Answer::from_word(&word, steps)).filter(|a| a.is_answered()) {
                set_answer(answer);
            }
        }
    };
    let clear = move |_| {
        set_answer(Answer::Unanswered);
        // The button is hidden with the answer, so the focus moves to the radios.
        if let Some(radios) = radios.get_untracked() {
            dom::focus_first_radio(&radios);
        }
    };
    let help = format!("{name}-hint");
    let choice =
        |choice| view! { <Choice name=name.clone() choice answer=first label=label_of(&instrument, choice, locale)/> };
    view! {
        <section class="statement" id=name.clone() tabindex="-1">
            <fieldset aria-describedby=help.clone() node_ref=radios on:change=choose>
                <legend>{statement.text.get(locale).to_string()}</legend>
                <p class="why" id=help.clone()>{statement.help.get(locale).to_string()}</p>
                <div class="scale" data-steps=steps.to_string()>{(1..=steps).map(Answer::Step).map(choice).collect_view()}</div>
                <div class="aside">
                    {[Answer::DontKnow, Answer::NotApplicable].map(choice).into_iter().collect_view()}
                    <button class="link" type="button" id=format!("{name}-clear") hidden=move || !answer.get().is_answered() on:click=clear>
                        {w.clear}<span class="vh">": "{statement.label.get(locale).to_string()}</span>
                    </button>
                </div>
            </fieldset>
            <CommentField statement name=name.clone() on_change/>
        </section>
    }
    .into_any()
}

/// One answer to choose.
#[component]
fn Choice(
    /// The name of the statement's radios.
    name: String,
    /// The answer.
    choice: Answer,
    /// The answer that is given at first.
    answer: Answer,
    /// What the answer is called.
    label: String,
) -> impl IntoView {
    let word = choice.word();
    let number = matches!(choice, Answer::Step(_)).then(|| view! { <b>{word}</b>" " });
    view! {
        <label class="opt">
            <input type="radio" id=format!("{name}-{word}") name=name value=word checked=choice == answer/>
            <span>{number}{label}</span>
        </label>
    }
}

/// The comment on a statement: folded away while there is none.
#[component]
fn CommentField(
    /// The statement.
    statement: Statement,
    /// The id of the statement's section, which the ids here begin with.
    name: String,
    /// Called with every change: the name and value of the record.
    on_change: impl Fn(Name, &str) + 'static,
) -> impl IntoView {
    let w = words(use_locale());
    let comment = CurrentDraft::get().comment(&statement.id);
    let (field, hint) = (format!("{name}-comment"), format!("{name}-comment-hint"));
    let area = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        let text = comment.get();
        if let Some(area) = area.get() {
            dom::show_text(&area, &text);
        }
    });
    let write = move |event| on_change(Name::Comment(statement.id.clone()), &cut(event_target_value(&event)));
    view! {
        <details class="comment" id=format!("{name}-comment-fold") open=!comment.read_untracked().is_empty()>
            <summary id=format!("{name}-comment-button")>{w.comment}</summary>
            <label class="vh" for=field.clone()>{w.comment_label}</label>
            <p class="hint" id=hint.clone()>{w.comment_hint}</p>
            <textarea id=field rows="3" maxlength="4000" aria-describedby=hint autocomplete="off" node_ref=area on:input=write>
                {comment.get_untracked()}
            </textarea>
        </details>
    }
}

/// What an answer is called.
pub fn label_of(instrument: &Instrument, answer: Answer, locale: Locale) -> String {
    instrument.label(answer).map_or(words(locale).review_none, |l| l.get(locale)).to_string()
}

/// Cuts a text to what a record may hold, in bytes of UTF-8: a replayed text may be longer than the field allows.
pub fn cut(text: String) -> String {
    let mut end = text.len().min(MAX_VALUE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default().to_string()
}
