//! The form for the contact person, before sending.

use super::send::Form;
use crate::components::error_summary::error_summary;
use crate::components::save_bar::save_state;
use crate::domain::draft::{Field, Name};
use crate::domain::text::Locale;
use crate::i18n::words;
use crate::state::current_draft::CurrentDraft;
use crate::strings::html::Html;

/// The contact person and whether comments go along.
pub(super) fn contact(form: &Form, locale: Locale) -> Html {
    let (w, mut h) = (words(locale), Html::new());
    error_summary(&mut h, &form.problems, locale);
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], w.send_title).el("p", &[("class", "lead")], w.send_lead);
    h.open("form", &[("class", "stack"), ("novalidate", ""), ("autocomplete", "on")]);
    h.open("fieldset", &[("class", "stack")]).el("legend", &[], w.send_contact);
    text_field(&mut h, form, ("namn", Field::ContactName), (w.send_name, ""), ("text", "name"));
    text_field(
        &mut h,
        form,
        ("roll", Field::ContactRole),
        (w.send_role, w.send_role_hint),
        ("text", "organization-title"),
    );
    text_field(&mut h, form, ("epost", Field::ContactEmail), (w.send_email, ""), ("email", "email"));
    h.close("fieldset");
    along(&mut h, "med-kommentarer", form.along.comments, w.send_comments);
    if CurrentDraft::get().with(|d| d.records().any(|(name, r)| matches!(name, Name::Plan(..)) && !r.value.is_empty()))
        == Some(true)
    {
        along(&mut h, "med-plan", form.along.plan, w.send_plan);
    }
    save_state(&mut h, locale);
    failed(&mut h, form.failure);
    h.open("p", &[]).el("button", &[("class", "btn"), ("type", "submit")], w.send_preview).close("p").close("form");
    h
}

/// Something that goes along only if it is ticked.
fn along(h: &mut Html, id: &str, on: bool, text: &str) {
    h.open("label", &[("class", "check")]);
    h.open_if("input", &[("type", Some("checkbox")), ("id", Some(id)), ("checked", on.then_some(""))]);
    h.el("span", &[], text).close("label");
}

/// The fields of the contact person, and the ids of their inputs.
const CONTACT: [(Field, &str); 3] =
    [(Field::ContactName, "namn"), (Field::ContactRole, "roll"), (Field::ContactEmail, "epost")];

/// The field of the draft that an input with this id holds.
pub(super) fn field_of(id: &str) -> Option<Field> {
    CONTACT.iter().find(|(_, i)| *i == id).map(|(field, _)| *field)
}

/// The id of the input that holds a field of the draft.
pub fn field_id(field: Field) -> Option<&'static str> {
    CONTACT.iter().find(|(f, _)| *f == field).map(|(_, id)| *id)
}

/// One field of the contact person: part of the draft, saved as it is typed.
fn text_field(
    h: &mut Html,
    form: &Form,
    (id, field): (&'static str, Field),
    (label, hint): (&str, &str),
    (kind, auto): (&str, &str),
) {
    let error = form.problems.iter().find(|p| p.href.strip_prefix('#') == Some(id)).map(|p| p.text.as_str());
    let value = CurrentDraft::get().with(|d| d.field(field).to_string()).unwrap_or_default();
    let note = [id, "-h"].concat();
    h.open("div", &[("class", if error.is_some() { "field invalid" } else { "field" })]).el(
        "label",
        &[("for", id)],
        label,
    );
    h.open("p", &[("class", "hint"), ("id", &note)]).text(hint);
    if let Some(error) = error {
        h.el("span", &[("class", "field-error")], error);
    }
    h.close("p").open_if(
        "input",
        &[
            ("id", Some(id)),
            ("type", Some(kind)),
            ("autocomplete", Some(auto)),
            ("maxlength", Some("200")),
            ("aria-describedby", Some(&note)),
            ("aria-invalid", error.map(|_| "true")),
            ("value", Some(&value)),
        ],
    );
    h.close("div");
}

/// Why it came no further, if it did not.
pub(super) fn failed(h: &mut Html, why: Option<&str>) {
    if let Some(why) = why {
        h.el("p", &[("class", "note error"), ("role", "alert")], why);
    }
}
