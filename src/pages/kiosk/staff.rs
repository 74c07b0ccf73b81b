//! The staff's PIN and their room: what waits to be sent, what is stored, the network, and the ways out.

use super::keyboard::{Key, PinPad};
use super::parts::{BackWith, Heading};
use super::state::KioskState;
use crate::browser::{dom, http, kiosk as browser, page};
use crate::domain::kiosk::Event;
use crate::domain::submission::{Delivery, Stored};
use crate::domain::text::Locale;
use crate::i18n::{kiosk as texts, use_locale};
use crate::route::Route;
use crate::state::draft_store::DraftStore;
use crate::state::outbox::Outbox;
use leptos::html::Input;
use leptos::prelude::*;

/// The longest PIN that is typed.
const LONGEST: usize = 20;

/// The PIN is asked for.
#[component]
pub(super) fn AskPin() -> impl IntoView {
    let (kiosk, t) = (KioskState::get(), texts(use_locale()));
    let (typed, field) = (RwSignal::new(String::new()), NodeRef::<Input>::new());
    let open = move || {
        let pin = typed.get_untracked();
        typed.set(String::new());
        kiosk.dispatch(Event::Pin(pin));
    };
    let press = move |key: Key| {
        typed.update(|text| key.press(text, false, LONGEST));
        if let Some(field) = field.get_untracked() {
            dom::focus(&field);
        }
    };
    let refused = move || kiosk.is_pin_refused.get().then(|| view! { <p class="note error">{t.pin_wrong}</p> });
    view! {
        <div class="k-choose k-staff">
            <Heading>{t.pin}</Heading>
            <form
                class="k-field"
                novalidate
                autocomplete="off"
                on:submit=move |ev| {
                    ev.prevent_default();
                    open();
                }
            >
                <input
                    class="k-pin"
                    type="text"
                    autocomplete="off"
                    maxlength=LONGEST.to_string()
                    aria-labelledby="heading"
                    inputmode=move || kiosk.shows_keyboard.get().then_some("none")
                    node_ref=field
                    prop:value=move || typed.get()
                    on:input:target=move |ev| typed.set(ev.target().value())
                />
            </form>
            <div role="alert">{refused}</div>
            <PinPad on_key=press on_open=open/>
            <div class="k-row"><BackWith text=t.cancel/></div>
        </div>
    }
}

/// The staff's screen.
#[component]
pub(super) fn Room() -> impl IntoView {
    let (kiosk, outbox, store, locale) = (KioskState::get(), Outbox::get(), DraftStore::get(), use_locale());
    let t = texts(locale);
    // Past every copy on this computer.
    let probe =
        Action::new_local(|(): &()| async { http::get(&format!("/config.json?{}", browser::now())).await.is_ok() });
    let network = move || match (probe.pending().get(), probe.value().get()) {
        (true, _) => t.staff_trying,
        (false, None) => t.staff_unknown,
        (false, Some(true)) => t.staff_online,
        (false, Some(false)) => t.staff_offline,
    };
    let stored = move || {
        outbox.changes.track();
        format!("{}\u{a0}kB", stored_bytes(store).div_ceil(1000))
    };
    let home = move || kiosk.public_site.get().unwrap_or_else(|| t.staff_no_home.to_string());
    let send_all = move || {
        for entry in untrack(|| outbox.all()).iter().filter(|entry| entry.delivery.is_open()) {
            outbox.send(entry.frozen.key());
        }
    };
    view! {
        <div class="k-choose k-staff">
            <Heading>{t.staff}</Heading>
            <dl class="pairs">
                <Fact name=t.staff_outbox>{move || counts(&outbox.all(), locale)}</Fact>
                <Fact name=t.staff_stored>{stored}</Fact>
                <Fact name=t.staff_network>{network}</Fact>
                <Fact name=t.staff_build>{browser::build()}</Fact>
                <Fact name=t.staff_home>{home}</Fact>
            </dl>
            <div class="k-cards">
                <StaffButton text=t.staff_send on_press=send_all/>
                <StaffButton text=t.staff_test on_press=move || { probe.dispatch(()); }/>
                <StaffButton text=t.staff_reload on_press=move || kiosk.dispatch(Event::End)/>
                <StaffButton text=t.staff_exit on_press=|| page::load(&Route::Home.path(Locale::Sv))/>
            </div>
        </div>
    }
}

#[component]
fn Fact(
    /// What it is.
    name: &'static str,
    /// What it comes to.
    children: Children,
) -> impl IntoView {
    view! { <div><dt>{name}</dt><dd class="num">{children()}</dd></div> }
}

#[component]
fn StaffButton(
    /// What it says.
    text: &'static str,
    /// What it does.
    on_press: impl Fn() + 'static,
) -> impl IntoView {
    view! { <button type="button" class="k-btn k-second" on:click=move |_| on_press()>{text}</button> }
}

/// How many submissions there are in each state.
fn counts(entries: &[Stored], locale: Locale) -> String {
    let t = texts(locale);
    let count = |is: fn(&Delivery) -> bool| entries.iter().filter(|entry| is(&entry.delivery)).count();
    [
        (t.staff_waiting, count(|delivery| matches!(delivery, Delivery::Waiting { .. }))),
        (t.staff_unconfirmed, count(|delivery| matches!(delivery, Delivery::Unconfirmed { .. }))),
        (t.staff_received, count(|delivery| matches!(delivery, Delivery::Received { .. }))),
        (t.staff_refused, count(|delivery| matches!(delivery, Delivery::Refused { .. }))),
    ]
    .map(|(name, count)| format!("{name}: {count}"))
    .join(" · ")
}

/// How many bytes are stored, in each of the two stores.
fn stored_bytes(store: DraftStore) -> usize {
    store.keys("").iter().map(|key| key.len() + store.text(key).map_or(0, |text| text.len())).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::submission::FrozenSubmission;

    #[test]
    fn submissions_are_counted_by_how_far_they_have_come() {
        let entry = |delivery| Stored {
            frozen: FrozenSubmission::of("0d9c7a52-4c4e-4f0e-9f3a-1d2c3b4a5968", "{}".into()),
            draft: "kiosk-1".into(),
            delivery,
        };
        let received = Delivery::Received { server_date: String::new(), at: 7 };
        let all = [Delivery::NEW, received.clone(), received].map(entry);
        assert_eq!(counts(&all, Locale::Sv), "Väntar: 1 · Skickat, inte bekräftat: 0 · Mottaget: 2 · Inte godtaget: 0");
    }
}
