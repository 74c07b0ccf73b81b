//! The staff's room: what waits to be sent, what is stored, the network, and the ways out.

use super::result::public_site;
use super::{Room, button, heading, keys};
use crate::browser::event::{Event as Done, Kind};
use crate::browser::{http, kiosk as browser, page};
use crate::domain::kiosk::{Event, Kiosk};
use crate::domain::submission::Delivery;
use crate::domain::text::Locale;
use crate::i18n::kiosk as texts;
use crate::route::Route;
use crate::state::draft_store::DraftStore;
use crate::state::outbox::Outbox;
use crate::strings::html::Html;
use leptos::task::spawn_local;

/// What trying the network has come to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Network {
    Unknown,
    Trying,
    Answers,
    Silent,
}

/// The PIN.
pub(super) fn pin(k: &Kiosk) -> Html {
    let (t, mut h) = (texts(k.locale), Html::new());
    h.open("div", &[("class", "k-choose k-staff")]);
    heading(&mut h, t.pin);
    h.open("form", &[("class", "k-field"), ("novalidate", ""), ("autocomplete", "off")]);
    let input = [
        ("id", keys::PIN),
        ("class", "k-pin"),
        ("type", "text"),
        ("autocomplete", "off"),
        ("maxlength", "20"),
        ("aria-labelledby", "rubrik"),
    ];
    h.open("input", &input).close("form").open("div", &[("role", "alert")]);
    if k.closed_until > 0 {
        h.el("p", &[("class", "note error")], t.pin_wrong);
    }
    h.close("div");
    keys::digits(&mut h, k.locale);
    h.open("div", &[("class", "k-row")]);
    button(&mut h, "k-btn k-second", "back", t.cancel);
    h.close("div").close("div");
    h
}

/// The room.
pub(super) fn room(k: &Kiosk, network: Network) -> Html {
    let (t, mut h) = (texts(k.locale), Html::new());
    h.open("div", &[("class", "k-choose k-staff")]);
    heading(&mut h, t.staff);
    h.open("dl", &[("class", "pairs")]);
    pair(&mut h, t.staff_outbox, &outbox(k.locale));
    pair(&mut h, t.staff_stored, &stored());
    pair(
        &mut h,
        t.staff_network,
        match network {
            Network::Unknown => t.staff_unknown,
            Network::Trying => t.staff_trying,
            Network::Answers => t.staff_online,
            Network::Silent => t.staff_offline,
        },
    );
    pair(&mut h, t.staff_build, &browser::build());
    pair(&mut h, t.staff_home, &public_site(k).unwrap_or_else(|| t.staff_no_home.to_string()));
    h.close("dl").open("div", &[("class", "k-cards")]);
    for (act, name) in
        [("send", t.staff_send), ("try", t.staff_test), ("reload", t.staff_reload), ("exit", t.staff_exit)]
    {
        h.el("button", &[("type", "button"), ("class", "k-btn k-second"), ("data-staff", act)], name);
    }
    h.close("div").close("div");
    h
}

fn pair(h: &mut Html, name: &str, said: &str) {
    h.open("div", &[]).el("dt", &[], name).el("dd", &[("class", "num")], said).close("div");
}

/// How many submissions there are in each state.
fn outbox(locale: Locale) -> String {
    let (t, mut counts) = (texts(locale), [0usize; 4]);
    for entry in Outbox::get().all() {
        let place = match entry.delivery {
            Delivery::Waiting { .. } => 0,
            Delivery::Unconfirmed { .. } => 1,
            Delivery::Received { .. } => 2,
            Delivery::Refused { .. } => 3,
        };
        if let Some(count) = counts.get_mut(place) {
            *count += 1;
        }
    }
    let names = [t.staff_waiting, t.staff_unconfirmed, t.staff_received, t.staff_refused];
    names.iter().zip(counts).map(|(name, n)| [name, ": ", &n.to_string()].concat()).collect::<Vec<_>>().join(" · ")
}

/// In each of the two stores.
fn stored() -> String {
    let shelf = DraftStore::get();
    let bytes: usize = shelf.keys("").iter().map(|key| key.len() + shelf.text(key).map_or(0, |text| text.len())).sum();
    [&bytes.div_ceil(1000).to_string(), "\u{a0}kB"].concat()
}

/// Takes in what was done here. Returns whether something was.
pub(super) fn hear(room: &Room, event: &Done, kind: Kind) -> bool {
    let typed = (kind == Kind::Submit && page::focused() == keys::PIN)
        || (kind == Kind::Click && event.data("data-k").as_deref() == Some("pin"));
    if typed {
        let pin = page::value(keys::PIN);
        page::set_text(keys::PIN, "");
        room.step(Event::Pin(pin));
        return true;
    }
    let Some(act) = event.data("data-staff").filter(|_| kind == Kind::Click) else { return false };
    match act.as_str() {
        "send" => {
            let all = Outbox::get().all();
            for entry in all.iter().filter(|e| e.delivery.is_open()) {
                Outbox::get().send(entry.frozen.key());
            }
        }
        "try" => try_network(room),
        "reload" => room.step(Event::End),
        _ => page::load(&Route::Home.path(Locale::Sv)),
    }
    true
}

fn try_network(room: &Room) {
    room.staff.change(|n| *n = Network::Trying);
    let network = room.staff.clone();
    spawn_local(async move {
        // Past every copy on this computer.
        let url = ["/config.json?", &browser::now().to_string()].concat();
        let answers = http::get(&url).await.is_ok();
        network.change(|n| *n = if answers { Network::Answers } else { Network::Silent });
    });
}
