//! Sending: the contact person, then exactly what will be sent, then the outbox.

use crate::browser::{clock, random};
use crate::domain::draft::{Field, Name};
use crate::domain::instrument::Instrument;
use crate::domain::submission::{FrozenSubmission, MAX_BYTES, Missing, check};
use crate::domain::text::Locale;
use crate::route::{Assess, Route};
use crate::ui::components::error_summary::{ErrorSummary, Problem};
use crate::ui::components::link::{assess_href, kicker};
use crate::ui::components::read::{block, live_block};
use crate::ui::components::save_bar::SaveState;
use crate::ui::desk::Desk;
use crate::ui::html::Html;
use crate::ui::i18n::{missing, words};
use crate::ui::outbox::Outbox;
use crate::ui::pages::category::statement_href;
use crate::ui::pages::receipt::write_contents;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// The sending page. First the form; once everything is there, what will be sent.
#[component]
pub fn Send(instrument: Arc<Instrument>, locale: Locale) -> impl IntoView {
    let desk = Desk::get();
    let problems = RwSignal::new(Vec::<Problem>::new());
    let with_comments = RwSignal::new(false);
    let frozen = RwSignal::new(None::<FrozenSubmission>);
    let go_on = {
        let instrument = instrument.clone();
        move || {
            let Some(checked) = desk.with(|d| check(d, &instrument, with_comments.get_untracked())) else { return };
            match checked {
                Ok(ready) => {
                    problems.set(Vec::new());
                    frozen.set(Some(FrozenSubmission::freeze(ready, &random::uuid(), &clock::utc_stamp(clock::now()))));
                    crate::browser::page::after_render(|| crate::browser::page::focus("rubrik", true));
                }
                Err(all) => problems.set(all.iter().map(|m| problem(&instrument, m, locale)).collect()),
            }
        }
    };
    move || match frozen.get() {
        None => {
            let go_on = go_on.clone();
            view! { <Form problems with_comments go_on locale/> }.into_any()
        }
        Some(ready) => {
            let instrument = instrument.clone();
            view! { <Confirm instrument ready edit=move || frozen.set(None) locale/> }.into_any()
        }
    }
}

fn problem(instrument: &Instrument, what: &Missing, locale: Locale) -> Problem {
    let (label, href) = match what {
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
#[component]
fn Form(
    problems: RwSignal<Vec<Problem>>,
    with_comments: RwSignal<bool>,
    go_on: impl Fn() + Clone + 'static,
    locale: Locale,
) -> impl IntoView {
    let w = words(locale);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        go_on();
    };
    view! {
        {live_block("", move || top(locale))}
        <ErrorSummary problems locale/>
        <h1 id="rubrik" tabindex="-1">{w.send_title}</h1>
        <p class="lead">{w.send_lead}</p>
        <form class="stack" novalidate on:submit=submit autocomplete="on">
            <fieldset class="stack">
                <legend>{w.send_contact}</legend>
                <TextField id="namn" field=Field::ContactName label=w.send_name auto="name" kind="text" problems/>
                <TextField
                    id="roll"
                    field=Field::ContactRole
                    label=w.send_role
                    hint=w.send_role_hint
                    auto="organization-title"
                    kind="text"
                    problems
                />
                <TextField id="epost" field=Field::ContactEmail label=w.send_email auto="email" kind="email" problems/>
            </fieldset>
            <label class="check">
                <input
                    type="checkbox"
                    id="med-kommentarer"
                    prop:checked=move || with_comments.get()
                    on:change=move |event| with_comments.set(event_target_checked(&event))
                />
                <span>{w.send_comments}</span>
            </label>
            <SaveState locale/>
            <p><button class="btn" type="submit">{w.send_preview}</button></p>
        </form>
    }
}

/// One field of the contact person: part of the draft, saved as it is typed.
#[component]
fn TextField(
    id: &'static str,
    field: Field,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    auto: &'static str,
    kind: &'static str,
    problems: RwSignal<Vec<Problem>>,
) -> impl IntoView {
    let desk = Desk::get();
    let error = Memo::new(move |_| {
        problems.with(|all| all.iter().find(|p| p.href.strip_prefix('#') == Some(id)).map(|p| p.text.clone()))
    });
    let invalid = move || error.with(Option::is_some);
    let described = [id, "-h"].concat();
    let note = described.clone();
    view! {
        <div class="field" class:invalid=invalid>
            <label for=id>{label}</label>
            <p class="hint" id=note>
                {hint}
                {move || error.get().map(|e| view! { <span class="field-error">{e}</span> })}
            </p>
            <input
                id=id
                type=kind
                autocomplete=auto
                maxlength="200"
                aria-describedby=described
                aria-invalid=move || invalid().then_some("true")
                prop:value=move || desk.field(field)
                on:input=move |event| desk.write(Name::Field(field), &event_target_value(&event))
            />
        </div>
    }
}

/// What will be sent, to the letter, and the button that sends it.
#[component]
fn Confirm(
    instrument: Arc<Instrument>,
    ready: FrozenSubmission,
    edit: impl Fn() + 'static,
    locale: Locale,
) -> impl IntoView {
    let w = words(locale);
    let outbox = Outbox::get();
    let failure = RwSignal::new(None::<&'static str>);
    let mut contents = Html::new();
    if let Some(submission) = ready.submission() {
        write_contents(&mut contents, &submission, &instrument, locale);
    }
    let text = ready.text().to_string();
    let send = sender(ready, failure, locale);
    view! {
        {live_block("", move || top(locale))}
        <h1 id="rubrik" tabindex="-1">{w.send_check_title}</h1>
        <p class="lead">{w.send_check_lead}</p>
        {move || failure.get().map(|why| view! { <p class="note error" role="alert">{why}</p> })}
        {block("", contents)}
        <details id="exakt">
            <summary>{w.send_exact}</summary>
            <pre class="payload" tabindex="0">{text}</pre>
        </details>
        <p class="row actions">
            <button class="btn" type="button" id="skicka-nu" on:click=move |_| send()>
                {move || if outbox.sending.get() { w.send_sending } else { w.send_now }}
            </button>
            <button class="btn quiet" type="button" on:click=move |_| edit()>{w.send_edit}</button>
        </p>
    }
}

/// Stores first, sends then, and shows the receipt, which tells how it went. Pressing twice sends once.
fn sender(ready: FrozenSubmission, failure: RwSignal<Option<&'static str>>, locale: Locale) -> impl Fn() + 'static {
    let (desk, outbox, navigate) = (Desk::get(), Outbox::get(), use_navigate());
    let w = words(locale);
    let pressed = StoredValue::new(false);
    move || {
        if pressed.get_value() {
            return;
        }
        if ready.text().len() > MAX_BYTES {
            return failure.set(Some(w.send_too_big));
        }
        let Some(id) = desk.id.get_untracked() else { return };
        if outbox.put(ready.clone(), id.as_str()).is_err() {
            return failure.set(Some(w.send_no_store));
        }
        pressed.set_value(true);
        let key = ready.key();
        desk.write(Name::Field(Field::Submission), &key);
        outbox.send(key);
        let address = [&Route::Assess(Assess::Receipt).path(locale), "?utkast=", id.as_str()].concat();
        // Back from the receipt leads to the form, not to a second sending of the same.
        navigate(&address, NavigateOptions { replace: true, ..Default::default() });
    }
}
