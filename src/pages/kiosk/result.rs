//! The result, and taking it home.

use super::parts::{BackAndDone, BackButton, Code, EventButton, Heading, Scroll};
use super::result_view::KioskResult;
use super::state::KioskState;
use crate::browser::clock;
use crate::domain::draft::Draft;
use crate::domain::instrument::Instrument;
use crate::domain::kiosk::{Event, View, Visit, draft, fragment};
use crate::domain::measurement::{Advised, Measurement};
use crate::i18n::{kiosk as texts, use_locale, words};
use crate::route::{Assess, Route};
use crate::state::draft_store::new_draft_id;
use leptos::prelude::*;
use std::sync::Arc;

/// The answers of a session as a draft. It is stored nowhere.
pub(super) fn drafted(visit: &Visit, instrument: &Instrument) -> Draft {
    draft(instrument, visit.who.as_slice(), &visit.sheet, new_draft_id(), (clock::now(), "kiosk"))
}

/// The result and the ways on.
#[component]
pub(super) fn ResultScreen(
    /// The session.
    visit: Visit,
) -> impl IntoView {
    let (kiosk, locale) = (KioskState::get(), use_locale());
    let (t, w, instrument) = (texts(locale), words(locale), kiosk.instrument());
    let measurement = Measurement::new(drafted(&visit, &instrument), instrument, Arc::new(Advised::Absent));
    let measurement = Arc::new(measurement);
    let has_answers = visit.sheet.answered() > 0;
    let take_home = move || {
        (has_answers && kiosk.public_site.get().is_some()).then(|| {
            view! { <EventButton event=Event::See(View::TakeHome) class="k-btn">{t.take_home}</EventButton> }
        })
    };
    let (next, next_text) = match (visit.is_complete(), &visit.sent) {
        (false, _) => (Event::Rest, t.rest),
        (true, Some(_)) => (Event::See(View::Sent), w.receipt_title),
        (true, None) => (Event::See(View::Send), w.result_send),
    };
    view! {
        <div class="k-result">
            <Scroll><KioskResult measurement short=!visit.whole heading=kiosk.heading/></Scroll>
            <div class="k-row k-move">
                {take_home}
                <EventButton event=next class="k-btn k-second">{next_text}</EventButton>
                <BackButton/>
                <EventButton event=Event::End class="k-btn k-second">{t.done}</EventButton>
            </div>
        </div>
    }
}

/// The answers as a code, for the visitor's phone.
#[component]
pub(super) fn TakeHome(
    /// The session.
    visit: Visit,
) -> impl IntoView {
    let (kiosk, locale) = (KioskState::get(), use_locale());
    let t = texts(locale);
    let codes: Vec<&str> = visit.who.iter().map(|m| m.code.as_str()).collect();
    let fragment = fragment(&kiosk.instrument(), &codes, &visit.sheet);
    let code = move || match kiosk.public_site.get() {
        Some(site) => {
            let page = format!("{site}{}", Route::Assess(Assess::Start).path(locale));
            view! {
                <p class="lead">{t.take_home_text}</p>
                <Code url=format!("{page}#{fragment}") label=t.take_home_code page/>
                <p>{t.take_home_safe}</p>
            }
            .into_any()
        }
        None => view! { <p class="lead">{t.staff_no_home}</p> }.into_any(),
    };
    view! {
        <div class="k-home">
            <Heading>{t.take_home}</Heading>
            {code}
            <BackAndDone/>
        </div>
    }
}
