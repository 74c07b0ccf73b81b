//! Sending a whole assessment in from the kiosk, if the visitor chooses to. It goes into the outbox, the only thing of a
//! session that is stored, and from there like any other.

use super::keyboard::{Key, Keyboard, Letters, TouchField};
use super::parts::{BackAndDone, BackButton, Code, Heading};
use super::result::drafted;
use super::state::KioskState;
use crate::browser::dom;
use crate::components::delivery_state::DeliveryState;
use crate::domain::draft::{Draft, DraftId, Field, Name};
use crate::domain::kiosk::{Event, Visit};
use crate::domain::submission::{Along, Delivery, FrozenSubmission, Missing, ReadyToSend, check, short_code};
use crate::i18n::{kiosk as texts, missing, use_locale, words};
use crate::route::Route;
use crate::state::outbox::Outbox;
use crate::state::sending::{Sending, SendingError, freeze_now};
use leptos::html::Input;
use leptos::prelude::*;

/// The most that a field of the contact person takes, in characters.
const LONGEST: usize = 200;
/// The contact person: each field with the id of its element.
const CONTACT: [(Field, &str); 3] =
    [(Field::ContactName, "kiosk-name"), (Field::ContactRole, "kiosk-role"), (Field::ContactEmail, "kiosk-email")];

/// What a visitor has typed, and the outcome of sending. It belongs to the session, so that a change of language or
/// screen loses nothing of it.
#[derive(Clone, Copy)]
pub(super) struct SendState {
    kiosk: KioskState,
    /// What is typed in the fields of [`CONTACT`].
    contact: [RwSignal<String>; 3],
    /// What must be put right before it can be sent.
    problems: RwSignal<Vec<Missing>>,
    hand_over: Action<(ReadyToSend, DraftId), Result<(), SendingError>>,
}

impl SendState {
    /// Nothing typed and nothing sent. Call once, under the page's owner.
    pub(super) fn new(kiosk: KioskState) -> SendState {
        let sending = Sending::get();
        // What was frozen last, with what it says: the same contents a second time are the same submission.
        let frozen = StoredValue::new(None::<(ReadyToSend, FrozenSubmission)>);
        let hand_over = Action::new_local(move |(ready, draft): &(ReadyToSend, DraftId)| {
            let (ready, draft) = (ready.clone(), draft.clone());
            async move {
                let known = frozen.try_get_value().flatten().filter(|(contents, _)| *contents == ready);
                let fresh = known.map_or_else(|| freeze_now(ready.clone()), |(_, frozen)| frozen);
                let sealed = sending.seal(fresh).await?;
                frozen.try_set_value(Some((ready, sealed.clone())));
                let key = sending.hand_over(sealed, &draft)?;
                sending.stored().await?;
                kiosk.dispatch(Event::Sent(key));
                Ok(())
            }
        });
        let problems = RwSignal::new(Vec::new());
        // They may have been put right on another screen.
        Effect::new(move |_| {
            kiosk.screen.track();
            problems.set(Vec::new());
        });
        let contact = CONTACT.map(|_| RwSignal::new(String::new()));
        SendState { kiosk, contact, problems, hand_over }
    }

    /// Freezes, stores, and goes on to the receipt; or says what is missing. A second press meanwhile does nothing.
    fn send(self) {
        let Some(visit) = self.kiosk.visit().filter(|_| !self.hand_over.pending().get_untracked()) else { return };
        let instrument = self.kiosk.instrument();
        let mut draft: Draft = drafted(&visit, &instrument);
        for ((field, _), typed) in CONTACT.into_iter().zip(self.contact) {
            draft.write(Name::Field(field), typed.get_untracked().trim(), "kiosk");
        }
        self.hand_over.clear();
        match check(&draft, &instrument, Along::default()) {
            Ok(ready) => {
                self.problems.set(Vec::new());
                self.hand_over.dispatch_local((ready, draft.id().clone()));
            }
            Err(missing) => self.problems.set(missing),
        }
    }
}

/// The contact person, and the button that sends.
#[component]
pub(super) fn Form(
    /// The session.
    visit: Visit,
) -> impl IntoView {
    let (state, locale) = (expect_context::<SendState>(), use_locale());
    let (t, w) = (texts(locale), words(locale));
    let fields = CONTACT.map(|_| NodeRef::<Input>::new());
    // Which field the letters on the screen are for: the one that had the focus last.
    let active = RwSignal::new(0usize);
    let labels = [w.send_name, w.send_role, w.send_email];
    let inputs = CONTACT.into_iter().zip(labels).zip(fields).zip(state.contact).enumerate();
    let inputs = inputs.map(|(index, ((((_, id), label), field), text))| {
        let on_focus = Callback::new(move |()| active.set(index));
        view! { <TouchField id label text field longest=LONGEST on_focus/> }
    });
    let press = move |key: Key| {
        let at = active.get_untracked();
        if let (Some((field, _)), Some(text), Some(element)) = (CONTACT.get(at), state.contact.get(at), fields.get(at))
        {
            text.update(|text| key.press(text, *field != Field::ContactEmail, LONGEST));
            if let Some(element) = element.get_untracked() {
                dom::focus(&element);
            }
        }
    };
    let problems = move || {
        let problems = state.problems.read();
        let said = problems.iter().map(|what| view! { <p class="note error">{missing(locale, what, "")}</p> });
        said.collect_view()
    };
    let failure = move || {
        let failed = state.hand_over.value().with(|ended| ended.and_then(Result::err));
        failed.map(|why| view! { <p class="note error">{why.text(locale)}</p> })
    };
    view! {
        <div class="k-choose">
            <Heading>{w.send_title}</Heading>
            <p>{t.sent_what}</p>
            {visit.who.is_none().then(|| view! { <p class="note warn">{t.need_who}</p> })}
            <div role="alert">{problems}{failure}</div>
            <form
                class="k-field"
                id="kiosk-contact"
                novalidate
                autocomplete="off"
                on:submit=move |ev| {
                    ev.prevent_default();
                    state.send();
                }
            >
                {inputs.collect_view()}
            </form>
            <div class="k-row">
                <BackButton/>
                // Of the form, so that Enter in a field sends too.
                <button type="submit" class="k-btn" form="kiosk-contact">{w.send_now}</button>
            </div>
            <Keyboard letters=Letters::Addresses on_key=press/>
        </div>
    }
}

/// What has become of it, in one of three truths, and the receipt to take home.
#[component]
pub(super) fn Sent(
    /// The key of the submission.
    key: Option<String>,
) -> impl IntoView {
    let t = words(use_locale());
    view! {
        <div class="k-home">
            <Heading>{t.receipt_title}</Heading>
            {key.map(|key| view! { <Receipt key/> })}
            <BackAndDone/>
        </div>
    }
}

#[component]
fn Receipt(
    /// The key of the submission.
    key: String,
) -> impl IntoView {
    let (kiosk, outbox, locale) = (KioskState::get(), Outbox::get(), use_locale());
    let (t, w) = (texts(locale), words(locale));
    let delivery = {
        let key = key.clone();
        // What cannot be read any more stays as it was last known.
        Memo::new(move |before: Option<&Delivery>| {
            let stored = outbox.entry(&key).ok().flatten().map(|stored| stored.delivery);
            stored.or_else(|| before.cloned()).unwrap_or(Delivery::NEW)
        })
    };
    let (code, of) = (short_code(&key), key.clone());
    let check = move || {
        kiosk.public_site.get().map(|site| {
            let page = format!("{site}{}", Route::Check.path(locale));
            view! {
                <p>{t.sent_keep}</p>
                <Code url=format!("{page}#{key}") label=t.sent_code page/>
            }
        })
    };
    view! {
        <DeliveryState delivery key=of/>
        <p>{w.receipt_code}": "<span class="code">{code}</span></p>
        {check}
    }
}
