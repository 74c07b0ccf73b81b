//! Sending: the contact person, then exactly what will be sent, then the outbox.

use crate::browser::event::Kind;
use crate::browser::{clock, page, random, seal};
use crate::domain::draft::{Field, Name};
use crate::domain::instrument::Instrument;
use crate::domain::submission::{Along, FrozenSubmission, MAX_BYTES, Missing, check};
use crate::domain::text::Locale;
use crate::route::{Assess, Route};
use crate::ui::components::error_summary::{Problem, error_summary, focus_summary};
use crate::ui::components::link::{assess_href, kicker};
use crate::ui::components::save_bar::save_state;
use crate::ui::desk::Desk;
use crate::ui::html::Html;
use crate::ui::i18n::{keeping, missing, words};
use crate::ui::live::{Local, Page, live};
use crate::ui::outbox::Outbox;
use crate::ui::pages::category::statement_href;
use crate::ui::pages::hand_back;
use crate::ui::results::What;
use crate::ui::shelf::Shelf;
use crate::ui::site::Site;
use crate::ui::writer::Writer;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// What the page knows.
#[derive(Default)]
struct Form {
    problems: Vec<Problem>,
    along: Along,
    /// What will be sent, once everything is there.
    ready: Option<FrozenSubmission>,
    /// Whether it is on its way to the outbox.
    sealing: bool,
    /// Why it could not be handed to the outbox.
    failure: Option<&'static str>,
}

/// The sending page. First the form; once everything is there, what will be sent.
pub fn send(instrument: Arc<Instrument>, locale: Locale) -> Page {
    // Who has been invited hands the answer back to the one who asked.
    if Desk::get().with(|d| !d.field(Field::For).is_empty()) == Some(true) {
        return hand_back::hand_back(instrument, locale);
    }
    let (form, mut h) = (Local::new(Form::default()), Html::new());
    Writer::get().prepare();
    live(&mut h, "div", "vems", "", move || top(locale));
    live(&mut h, "div", "raknas", "", move || {
        Desk::get().opened.track();
        Writer::get().part(What::Uncounted, &[], locale)
    });
    let state = form.clone();
    live(&mut h, "div", "skicka", "flow", move || {
        state.with(|state| match &state.ready {
            None => contact(state, locale),
            Some(ready) => confirm(ready, state.failure, locale),
        })
    });
    let hand_over = sender(locale);
    Page::new(h, move |event| match event.kind() {
        Some(Kind::Input) => {
            if let Some((field, typed)) = event.field().and_then(|f| Some((field_of(&f.id)?, f.value))) {
                Desk::get().write(Name::Field(field), &typed);
            }
        }
        Some(Kind::Change) => {
            if let Some(field) = event.field() {
                // The box shows it already: to write the form anew would take the button from under a finger.
                form.peek_mut(|f| match field.id.as_str() {
                    "med-kommentarer" => f.along.comments = field.checked,
                    "med-plan" => f.along.plan = field.checked,
                    _ => {}
                });
            }
        }
        Some(Kind::Submit) => {
            event.stop();
            go_on(&form, &instrument, locale);
        }
        Some(Kind::Click) => match event.data("data-act").as_deref() {
            Some("send") => hand_over(&form),
            Some("edit") => form.change(|f| (f.ready, f.failure) = (None, None)),
            _ => {}
        },
        _ => {}
    })
}

/// Freezes what will be sent, or tells all that is missing.
fn go_on(form: &Local<Form>, instrument: &Instrument, locale: Locale) {
    let along = form.peek(|f| f.along);
    let Some(checked) = Desk::get().with(|d| check(d, instrument, along)) else { return };
    match checked {
        Ok(ready) => {
            let frozen = FrozenSubmission::freeze(ready, &random::uuid(), &clock::utc_stamp(clock::now()));
            form.change(|f| (f.problems, f.ready) = (Vec::new(), Some(frozen)));
            page::after_render(|| page::focus("rubrik", true));
        }
        Err(all) => {
            form.change(|f| f.problems = all.iter().map(|m| problem(instrument, m, locale)).collect());
            focus_summary();
        }
    }
}

fn problem(instrument: &Instrument, what: &Missing, locale: Locale) -> Problem {
    let (label, href) = match what {
        Missing::Example => (String::new(), assess_href(&Assess::Result, locale)),
        Missing::Organisation => {
            (String::new(), [&assess_href(&Assess::Overview, locale), "#organisation-namn"].concat())
        }
        Missing::ContactName => (String::new(), "#namn".into()),
        Missing::ContactRole => (String::new(), "#roll".into()),
        Missing::ContactEmail | Missing::ContactEmailForm => (String::new(), "#epost".into()),
        Missing::Answer(index) => {
            let label = instrument.statements.get(*index).map(|s| s.label.get(locale).to_string());
            (label.unwrap_or_default(), statement_href(instrument, *index, locale).unwrap_or_default())
        }
    };
    Problem { text: missing(locale, what, &label), href }
}

fn top(locale: Locale) -> Html {
    let mut h = Html::new();
    Desk::get().changes.track();
    kicker(&mut h, locale, &[]);
    h
}

/// The contact person and whether comments go along.
fn contact(form: &Form, locale: Locale) -> Html {
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
    if Desk::get().with(|d| d.records().any(|(name, r)| matches!(name, Name::Plan(..)) && !r.value.is_empty()))
        == Some(true)
    {
        along(&mut h, "med-plan", form.along.plan, w.send_plan);
    }
    save_state(&mut h, locale);
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
fn field_of(id: &str) -> Option<Field> {
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
    let value = Desk::get().with(|d| d.field(field).to_string()).unwrap_or_default();
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

/// What will be sent, to the letter, and the button that sends it.
fn confirm(ready: &FrozenSubmission, failure: Option<&str>, locale: Locale) -> Html {
    let (w, mut h) = (words(locale), Html::new());
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], w.send_check_title);
    h.el("p", &[("class", "lead")], w.send_check_lead);
    if let Some(why) = failure {
        h.el("p", &[("class", "note error"), ("role", "alert")], why);
    }
    h.add(Writer::get().write(What::Sent, &[(ready.plain().to_string(), String::new())], locale));
    if Site::get().config.with(|c| c.as_ref().is_some_and(|c| c.seal.is_some())) {
        h.el("p", &[("class", "note")], keeping(locale).seal_will);
    }
    h.open("details", &[("id", "exakt")]).el("summary", &[], w.send_exact);
    h.el("pre", &[("class", "payload"), ("tabindex", "0")], ready.text()).close("details");
    h.open("p", &[("class", "row actions")]);
    h.el("button", &[("class", "btn"), ("type", "button"), ("id", "skicka-nu"), ("data-act", "send")], w.send_now);
    h.el("button", &[("class", "btn quiet"), ("type", "button"), ("data-act", "edit")], w.send_edit).close("p");
    h
}

/// Seals where the organiser asks for it, stores, sends then, and shows the receipt, which tells how it went. Pressing
/// twice sends once.
fn sender(locale: Locale) -> impl Fn(&Local<Form>) + 'static {
    let (desk, outbox, navigate, site) = (Desk::get(), Outbox::get(), use_navigate(), Site::get());
    let shelf = Shelf::get();
    move |form| {
        let form = form.clone();
        let Some(ready) = form.peek(|f| f.ready.clone()).filter(|_| !form.peek(|f| f.sealing)) else { return };
        form.peek_mut(|f| f.sealing = true);
        let navigate = navigate.clone();
        spawn_local(async move {
            let failure = match sealed(site, ready, locale).await {
                Err(why) => Some(why),
                Ok(ready) => {
                    // Another press hands over the very same.
                    form.peek_mut(|f| f.ready = Some(ready.clone()));
                    match hand_over(desk, outbox, ready, locale) {
                        Err(why) => Some(why),
                        // The receipt is shown once what it is for is stored, so that nothing can take it any more.
                        Ok(_) if !shelf.settled().await => Some(words(locale).send_no_store),
                        Ok(address) => {
                            // Back from the receipt leads to the form, not to a second sending of the same.
                            navigate(&address, NavigateOptions { replace: true, ..Default::default() });
                            None
                        }
                    }
                }
            };
            form.change(|f| (f.sealing, f.failure) = (false, failure));
        });
    }
}

/// What is to be sent, sealed where the settings ask for it. Without the settings nothing is known, so nothing is sent.
pub async fn sealed(site: Site, ready: FrozenSubmission, locale: Locale) -> Result<FrozenSubmission, &'static str> {
    let config = site.fetch_config().await.ok_or(words(locale).send_no_config)?;
    match config.seal {
        _ if ready.is_sealed() => Ok(ready),
        None => Ok(ready),
        Some(key) => match seal::seal(ready.text(), &key).await {
            Some(text) => Ok(ready.seal(text)),
            None => Err(keeping(locale).seal_failed),
        },
    }
}

/// Puts it into the outbox. Returns the address of its receipt, or why it could not be put there.
fn hand_over(desk: Desk, outbox: Outbox, ready: FrozenSubmission, locale: Locale) -> Result<String, &'static str> {
    let w = words(locale);
    if ready.text().len() > MAX_BYTES {
        return Err(w.send_too_big);
    }
    let (id, key) = (desk.id.get_untracked().ok_or(w.no_such_draft)?, ready.key());
    // Unless it was pressed before.
    if desk.with(|d| d.field(Field::Submission) == key) != Some(true) {
        outbox.put(ready, id.as_str()).map_err(|_| w.send_no_store)?;
        desk.write(Name::Field(Field::Submission), &key);
    }
    Ok([&Route::Assess(Assess::Receipt).path(locale), "?utkast=", id.as_str()].concat())
}
