//! The kiosk at a fair: the loop that invites, a visitor's session, the staff's room. What happens when is decided by
//! `domain::kiosk`; here it is shown and carried out. Four parts stand on the page throughout: the top, the picture of the
//! loop, the view, and the question to one who stands still.

mod attract;
mod choose;
mod keys;
mod nominees;
mod result;
mod room;
mod send;
mod staff;
mod statement;

use crate::browser::event::on_event;
use crate::browser::{kiosk as browser, page};
use crate::domain::award;
use crate::domain::instrument::Instrument;
use crate::domain::kiosk::{Kiosk, Stage, View};
use crate::domain::text::Locale;
use crate::i18n::{kiosk as texts, words};
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::DraftStore;
use crate::state::outbox::Outbox;
use crate::state::site::{PageData, Site};
use crate::strings::html::Html;
use crate::strings::live::{Local, Page, live};
use crate::strings::writer::Writer;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The kiosk as the page knows it. What the app shares is here too: timers and answers from afar have no owner to ask.
#[derive(Clone)]
struct Room {
    site: Site,
    shelf: DraftStore,
    desk: CurrentDraft,
    outbox: Outbox,
    kiosk: Local<Kiosk>,
    instrument: Local<Arc<Instrument>>,
    keys: keys::Keys,
    send: Local<send::Sending>,
    staff: Local<staff::Network>,
    /// The key of the settings that cannot be used.
    wrong: Local<&'static str>,
}

/// The kiosk's app: no router, for it leads nowhere. `data` is what the page carries.
#[component]
pub fn KioskApp(data: PageData, locale: Locale) -> impl IntoView {
    let site = Site::new(data);
    // The whole edition: facts are read here too.
    if let Some(Ok(edition)) = page::data("edition").map(|(text, _)| award::parse_edition(text.as_bytes())) {
        site.edition.set_value(Some(edition));
    }
    provide_context(site);
    let shelf = DraftStore::filled();
    provide_context(shelf);
    let desk = CurrentDraft::new(site, shelf);
    provide_context(desk);
    provide_context(Writer::new(site, desk));
    provide_context(Outbox::new(site, shelf));
    let Page { html, act } = kiosk(locale);
    if let Some(act) = act {
        let (act, busy, owner) =
            (StoredValue::new_local(act), StoredValue::new(false), StoredValue::new(Owner::current()));
        on_event(move |event| {
            // What an answer itself causes, as when it moves the focus, was not done by the visitor.
            if busy.get_value() {
                return;
            }
            busy.set_value(true);
            if let Some(owner) = owner.get_value() {
                owner.with(|| act.with_value(|act| act(event)));
            }
            busy.set_value(false);
        });
    }
    leptos::prelude::Effect::new(move |_| spawn_local(site.refresh()));
    view! {
        <main id="innehall" inner_html=html.finish()></main>
        <p class="live" role="status" inner_html=move || site.said.with(|said| Html::of(said).finish())></p>
    }
}

/// The page. Without a questionnaire there is nothing to show.
fn kiosk(locale: Locale) -> Page {
    let Some(instrument) = Site::get().instrument() else { return Html::new().into() };
    let still = browser::matches("(prefers-reduced-motion: reduce)");
    let room = Room {
        site: Site::get(),
        shelf: DraftStore::get(),
        desk: CurrentDraft::get(),
        outbox: Outbox::get(),
        kiosk: Local::new(Kiosk::new(&instrument, locale, still, browser::time())),
        instrument: Local::new(instrument),
        keys: keys::Keys::default(),
        send: Local::new(send::Sending::default()),
        staff: Local::new(staff::Network::Unknown),
        wrong: Local::new(""),
    };
    let mut h = Html::new();
    h.open("div", &[("class", "kiosk"), ("id", "kiosk"), ("data-stage", "attract")]);
    for (id, class, write) in PARTS {
        let room = room.clone();
        live(&mut h, "div", id, class, move || write(&room));
    }
    h.open("div", &[("class", "k-ask"), ("id", "kiosk-fraga"), ("hidden", ""), ("data-k", "continue")]);
    let asking = room.clone();
    live(&mut h, "div", "kiosk-fragan", "", move || question(&asking));
    h.close("div").close("div");
    room.listen();
    Page::new(h, move |event| room.hear(event))
}

type Write = fn(&Room) -> Html;

const PARTS: [(&str, &str, Write); 3] =
    [("kiosk-topp", "k-top", top), ("kiosk-bild", "k-slide", attract::picture), ("kiosk-vy", "k-view", view)];

/// The mark, which is also the staff's way in, and what is always at hand.
fn top(room: &Room) -> Html {
    room.kiosk.with(|k| {
        let (t, mut h) = (texts(k.locale), Html::new());
        let attract = matches!(k.stage, Stage::Attract { .. });
        // In the loop the mark is the page's heading; a view has its own.
        let tag = if attract { "h1" } else { "p" };
        let id = attract.then_some("rubrik");
        h.open_if(tag, &[("class", Some("mark")), ("id", id), ("tabindex", id.map(|_| "-1")), ("data-hold", Some(""))]);
        h.open("span", &[("class", "steps"), ("aria-hidden", "true")]);
        for _ in 0..6 {
            h.el("i", &[], "");
        }
        h.close("span").open("span", &[]).el("span", &[], "Sveriges").text(" ");
        h.el("span", &[], "Digitaliserings\u{ad}Kommun").close("span").close(tag);
        h.open("div", &[("class", "k-tools")]);
        if matches!(k.stage, Stage::Attract { .. } | Stage::Visit(_)) {
            let lang = k.locale.other().tag();
            let speak =
                [("type", "button"), ("class", "k-quiet"), ("id", "k-speak"), ("data-k", "speak"), ("lang", lang)];
            h.el("button", &speak, words(k.locale).other_language);
        }
        if matches!(k.stage, Stage::Visit(_) | Stage::Staff) {
            button(&mut h, "k-quiet", "end", t.over);
        }
        h.close("div");
        h
    })
}

/// What is looked at.
fn view(room: &Room) -> Html {
    let instrument = room.instrument.peek(Arc::clone);
    room.kiosk.with(|k| match &k.stage {
        Stage::Attract { paused, .. } => attract::ways(k, *paused, room.wrong.with(|w| *w)),
        Stage::Pin => staff::pin(k),
        Stage::Staff => staff::room(k, room.staff.with(|n| *n)),
        Stage::Over(_) => Html::new(),
        Stage::Visit(visit) => match visit.view {
            View::Choose => choose::choose(k.locale),
            View::Form => choose::form(k, &instrument),
            View::Statement(at) => statement::statement(visit, at, &instrument, k.locale),
            View::Result => result::result(k, visit),
            View::TakeHome => result::take_home(k, visit, &instrument),
            View::Send => room.send.with(|s| send::form(s, visit, k.locale)),
            View::Sent => send::sent(k, visit),
            View::Nominees => nominees::all(k.locale),
            View::Nominee(index) => nominees::one(k, index),
            View::Dates => nominees::key_dates(k.locale),
        },
    })
}

/// The question to one who stands still. The seconds are put in by themselves, so that the button keeps the focus.
fn question(room: &Room) -> Html {
    room.kiosk.with(|k| {
        let (t, mut h) = (texts(k.locale), Html::new());
        if k.asks.is_none() {
            return h;
        }
        let dialog = [
            ("class", "k-dialog"),
            ("role", "alertdialog"),
            ("aria-modal", "true"),
            ("aria-labelledby", "kiosk-kvar"),
            ("aria-describedby", "kiosk-toms"),
        ];
        h.open("div", &dialog).el("h2", &[("id", "kiosk-kvar")], t.still_there);
        h.open("p", &[("id", "kiosk-toms")]).text(t.will_clear).text(" ");
        h.el("b", &[("id", "kiosk-rest"), ("class", "num")], "").close("p");
        let stay = [("type", "button"), ("class", "k-btn"), ("id", "kiosk-fortsatt"), ("data-k", "continue")];
        h.el("button", &stay, t.stay);
        button(&mut h, "k-btn k-second", "end", t.leave);
        h.close("div");
        h
    })
}

/// A button that does `act`, see [`Room::event`].
fn button(h: &mut Html, class: &str, act: &str, text: &str) {
    h.el("button", &[("type", "button"), ("class", class), ("data-k", act)], text);
}

/// The heading of a view.
fn heading(h: &mut Html, text: &str) {
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], text);
}
