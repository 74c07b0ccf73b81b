//! One statement: a fieldset with native radios, *vet ej*, *ej tillämpligt*, a way to take the answer back, a comment.
//!
//! The radios hold what they show; the page that holds the statements hears of every change and passes it on. So an
//! answer costs the same with 3,000 statements on the page as with one.

use crate::browser::page;
use crate::domain::answers::Answer;
use crate::domain::draft::{Draft, MAX_VALUE};
use crate::domain::instrument::{Instrument, Statement};
use crate::domain::text::Locale;
use crate::i18n::words;
use crate::strings::html::Html;

/// The id of a statement's section, and the name of its radios.
pub fn field_name(statement: &str) -> String {
    ["p-", statement].concat()
}

/// Writes a statement with what the draft says of it.
pub fn statement_field(
    h: &mut Html,
    instrument: &Instrument,
    statement: &Statement,
    draft: Option<&Draft>,
    locale: Locale,
) {
    let w = words(locale);
    let name = field_name(&statement.id);
    let answer = draft.map(|d| d.answer(&statement.id, instrument.steps())).unwrap_or_default();
    let help = [&name, "-h"].concat();
    h.open("section", &[("class", "statement"), ("id", &name), ("data-statement", &statement.id), ("tabindex", "-1")]);
    h.open("fieldset", &[("aria-describedby", &help)]);
    h.el("legend", &[], statement.text.get(locale));
    h.el("p", &[("class", "why"), ("id", &help)], statement.help.get(locale));
    h.open("div", &[("class", "scale"), ("data-steps", &instrument.steps().to_string())]);
    for step in (1..=instrument.steps()).map(Answer::Step) {
        choice(h, &name, step, answer, &label_of(instrument, step, locale));
    }
    h.close("div").open("div", &[("class", "aside")]);
    for other in [Answer::DontKnow, Answer::NotApplicable] {
        choice(h, &name, other, answer, &label_of(instrument, other, locale));
    }
    let hidden = (!answer.is_answered()).then_some("");
    let id = [&name, "-bort"].concat();
    h.open_if(
        "button",
        &[
            ("class", Some("link")),
            ("type", Some("button")),
            ("id", Some(&id)),
            ("data-clear", Some("")),
            ("hidden", hidden),
        ],
    );
    h.text(w.clear).el("span", &[("class", "vh")], &[": ", statement.label.get(locale)].concat());
    h.close("button").close("div").close("fieldset");
    comment_field(h, &name, draft.map_or("", |d| d.comment(&statement.id)), locale);
    h.close("section");
}

fn choice(h: &mut Html, name: &str, choice: Answer, answer: Answer, label: &str) {
    let (id, word) = ([name, "-", choice.word()].concat(), choice.word());
    h.open("label", &[("class", "opt")]);
    let checked = (choice == answer).then_some("");
    h.open_if(
        "input",
        &[
            ("type", Some("radio")),
            ("id", Some(&id)),
            ("name", Some(name)),
            ("value", Some(word)),
            // Firefox would put back what was chosen before a reload, over what is stored.
            ("autocomplete", Some("off")),
            ("checked", checked),
        ],
    );
    h.open("span", &[]);
    if matches!(choice, Answer::Step(_)) {
        h.el("b", &[], word).text(" ");
    }
    h.text(label).close("span").close("label");
}

fn comment_field(h: &mut Html, name: &str, comment: &str, locale: Locale) {
    let w = words(locale);
    let [details, summary, field, hint] = ["-k", "-ks", "-kommentar", "-kommentar-h"].map(|end| [name, end].concat());
    let open = (!comment.is_empty()).then_some("");
    h.open_if("details", &[("class", Some("comment")), ("id", Some(&details)), ("open", open)]);
    h.el("summary", &[("id", &summary)], w.comment);
    h.el("label", &[("class", "vh"), ("for", &field)], w.comment_label);
    h.el("p", &[("class", "hint"), ("id", &hint)], w.comment_hint);
    let attributes = [
        ("id", field.as_str()),
        ("rows", "3"),
        ("maxlength", "4000"),
        ("aria-describedby", &hint),
        ("autocomplete", "off"),
        ("data-comment", ""),
    ];
    h.el("textarea", &attributes, comment).close("details");
}

/// The label of an answer.
pub fn label_of(instrument: &Instrument, answer: Answer, locale: Locale) -> String {
    instrument.label(answer).map_or(words(locale).review_none, |l| l.get(locale)).to_string()
}

/// Shows an answer that was not given in this page: taken back by the button, or given in another tab.
pub fn show_answer(statement: &str, answer: Answer, steps: u8) {
    let name = field_name(statement);
    let choices = (1..=steps).map(Answer::Step).chain([Answer::DontKnow, Answer::NotApplicable]);
    for choice in choices {
        page::set_checked(&[&name, "-", choice.word()].concat(), choice == answer);
    }
    show_clear(statement, answer);
}

/// Shows the button that takes an answer back, or hides it where there is none.
pub fn show_clear(statement: &str, answer: Answer) {
    page::set_hidden(&[&field_name(statement), "-bort"].concat(), !answer.is_answered());
}

/// The field allows 4000 characters; a pasted or replayed text might not know.
pub fn cut(text: String) -> String {
    let mut end = text.len().min(MAX_VALUE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default().to_string()
}
