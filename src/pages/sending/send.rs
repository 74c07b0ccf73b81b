//! Sending: the contact person, then exactly what will be sent, then the outbox.

use crate::browser::event::Kind;
use crate::browser::{clock, page, random, seal};
use crate::components::error_summary::{Problem, focus_summary};
use crate::components::link::{assess_href, kicker};
use crate::domain::draft::{Field, Name};
use crate::domain::instrument::Instrument;
use crate::domain::submission::{self, Along, FrozenSubmission, MAX_BYTES, Missing};
use crate::domain::text::Locale;
use crate::i18n::{keeping, missing, words};
use crate::pages::assessment::category::statement_href;
use crate::pages::sending::contact::{contact, failed, field_of};
use crate::pages::sending::hand_back;
use crate::results::What;
use crate::route::{Assess, Route};
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::DraftStore;
use crate::state::outbox::Outbox;
use crate::state::site::Site;
use crate::strings::html::Html;
use crate::strings::live::{Local, Page, live};
use crate::strings::writer::Writer;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// What the page knows.
#[derive(Default)]
pub(super) struct Form {
    pub(super) problems: Vec<Problem>,
    pub(super) along: Along,
    /// What will be sent, once everything is there.
    ready: Option<FrozenSubmission>,
    /// Whether it is being frozen, or is on its way to the outbox.
    busy: bool,
    /// Why it could not be frozen or handed to the outbox.
    pub(super) failure: Option<&'static str>,
}

/// The sending page. First the form; once everything is there, what will be sent.
pub fn send(instrument: Arc<Instrument>, locale: Locale) -> Page {
    // Who has been invited hands the answer back to the one who asked.
    if CurrentDraft::get().with(|d| !d.field(Field::For).is_empty()) == Some(true) {
        return hand_back::hand_back(instrument, locale);
    }
    let (form, mut h) = (Local::new(Form::default()), Html::new());
    Writer::get().prepare();
    live(&mut h, "div", "vems", "", move || top(locale));
    live(&mut h, "div", "raknas", "", move || {
        CurrentDraft::get().opened.track();
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
                CurrentDraft::get().write(Name::Field(field), &typed);
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
    let Some(missing) = CurrentDraft::get().with(|d| submission::missing(d, instrument)) else { return };
    if !missing.is_empty() {
        form.change(|f| f.problems = missing.iter().map(|m| problem(instrument, m, locale)).collect());
        return focus_summary();
    }
    if form.peek(|f| f.busy) {
        return;
    }
    form.peek_mut(|f| f.busy = true);
    let (form, writer) = (form.clone(), Writer::get());
    spawn_local(async move {
        writer.fetched().await;
        let (id, along) = (random::uuid(), form.peek(|f| f.along));
        let chosen = |on: bool| if on { "x".to_string() } else { String::new() };
        let more = [(id.clone(), clock::utc_stamp(clock::now())), (chosen(along.comments), chosen(along.plan))];
        let frozen = writer.text(What::Frozen, &more, locale).map(|text| FrozenSubmission::of(&id, text));
        let failure = frozen.is_none().then_some(words(locale).send_not_frozen);
        form.change(|f| (f.busy, f.problems, f.ready, f.failure) = (false, Vec::new(), frozen, failure));
        page::after_render(|| page::focus("rubrik", true));
    });
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
    CurrentDraft::get().changes.track();
    kicker(&mut h, locale, &[]);
    h
}

/// What will be sent, to the letter, and the button that sends it.
fn confirm(ready: &FrozenSubmission, failure: Option<&str>, locale: Locale) -> Html {
    let (w, mut h) = (words(locale), Html::new());
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], w.send_check_title);
    h.el("p", &[("class", "lead")], w.send_check_lead);
    failed(&mut h, failure);
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
    let (desk, outbox, navigate, site) = (CurrentDraft::get(), Outbox::get(), use_navigate(), Site::get());
    let shelf = DraftStore::get();
    move |form| {
        let form = form.clone();
        let Some(ready) = form.peek(|f| f.ready.clone()).filter(|_| !form.peek(|f| f.busy)) else { return };
        form.peek_mut(|f| f.busy = true);
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
            form.change(|f| (f.busy, f.failure) = (false, failure));
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
fn hand_over(
    desk: CurrentDraft,
    outbox: Outbox,
    ready: FrozenSubmission,
    locale: Locale,
) -> Result<String, &'static str> {
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
