//! Being invited to answer: what the link says, a role to choose, and the way to the statements.

use crate::domain::draft::{Draft, DraftId, Field, Name, instrument_word};
use crate::domain::instrument::Instrument;
use crate::domain::invitation::Invitation;
use crate::domain::text::Locale;
use crate::i18n::{list, respondents};
use crate::strings::html::Html;

/// The form. `begun` is the address of an answer that has been begun on this device, empty for none.
pub(super) fn form(fragment: &str, begun: &str, instrument: &Instrument, locale: Locale) -> Html {
    let (r, mut h) = (respondents(locale), Html::new());
    let Some(invitation) = Invitation::parse(fragment) else {
        h.el("p", &[("class", "note warn")], r.not_whole);
        return h;
    };
    h.open("form", &[("class", "card stack new-draft"), ("novalidate", ""), ("autocomplete", "off")]);
    h.open("dl", &[("class", "pairs")]).open("div", &[]).el("dt", &[], r.invited);
    h.el("dd", &[], &whose(&invitation, locale)).close("div").close("dl");
    if invitation.instrument != instrument_word(&instrument.reference) {
        h.el("p", &[("class", "note warn")], r.other_version).close("form");
        return h;
    }
    if !begun.is_empty() {
        h.open("p", &[]).link("btn", begun, None, r.go_on).close("p");
    }
    let groups = invitation.groups();
    if !groups.is_empty() {
        h.open("fieldset", &[("class", "field")]).el("legend", &[], r.your_group);
        for (n, group) in groups.iter().enumerate() {
            let id = ["grupp-", &n.to_string()].concat();
            h.open("label", &[("class", "check")]);
            h.open("input", &[("type", "radio"), ("name", "grupp"), ("id", &id), ("value", group)]);
            h.el("span", &[], group).close("label");
        }
        h.close("fieldset");
    }
    h.open("div", &[("class", "field")]).el("label", &[("for", "ditt-namn")], r.your_name);
    h.el("p", &[("class", "hint"), ("id", "ditt-namn-h")], r.your_name_hint);
    let name = [
        ("id", "ditt-namn"),
        ("type", "text"),
        ("maxlength", "120"),
        ("aria-describedby", "ditt-namn-h"),
        ("placeholder", " "),
        ("data-loose", ""),
    ];
    h.open("input", &name).close("div").open("div", &[("class", "field")]).open("label", &[("class", "check")]);
    h.open("input", &[("type", "checkbox"), ("id", "delad"), ("aria-describedby", "delad-h")]);
    h.el("span", &[], r.shared).close("label").el("p", &[("class", "hint"), ("id", "delad-h")], r.shared_hint);
    h.close("div").open("p", &[]);
    h.el(
        "button",
        &[("class", if begun.is_empty() { "btn" } else { "btn quiet" }), ("type", "submit"), ("id", "borja")],
        r.begin,
    );
    h.close("p").close("form");
    h
}

fn whose(invitation: &Invitation, locale: Locale) -> String {
    // The draft knows how its fields are read.
    let Some(id) = DraftId::parse("inbjuden") else { return String::new() };
    let mut draft = Draft::new(id);
    draft.write(Name::Field(Field::Municipalities), &invitation.municipalities, "");
    draft.write(Name::Field(Field::Organisation), &invitation.organisation, "");
    list(locale, &draft.organisations().iter().map(|(_, name)| *name).collect::<Vec<_>>())
}
