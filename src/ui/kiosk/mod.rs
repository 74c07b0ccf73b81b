//! The kiosk at a fair: the loop that invites, a visitor's session, the staff's room. What happens when is decided by
//! `domain::kiosk`; here it is shown and carried out. Four parts stand on the page throughout: the top, the picture of the
//! loop, the view, and the question to one who stands still.

mod attract;
mod choose;
mod keys;
mod nominees;
mod result;
mod send;
mod staff;
mod statement;

use crate::browser::event::{Event as Done, Kind, on_event};
use crate::browser::{http, kiosk as browser, page};
use crate::domain::answers::Answer;
use crate::domain::award;
use crate::domain::instrument::Instrument;
use crate::domain::kiosk::{Effect, Event, Kiosk, Settings, Stage, View};
use crate::domain::text::Locale;
use crate::route::Route;
use crate::ui::desk::Desk;
use crate::ui::html::Html;
use crate::ui::i18n::{kiosk as texts, words};
use crate::ui::live::{Local, Page, live};
use crate::ui::outbox::Outbox;
use crate::ui::shelf::Shelf;
use crate::ui::site::{PageData, Site};
use crate::ui::writer::Writer;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The kiosk as the page knows it. What the app shares is here too: timers and answers from afar have no owner to ask.
#[derive(Clone)]
struct Room {
    site: Site,
    shelf: Shelf,
    desk: Desk,
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
    let shelf = Shelf::filled();
    provide_context(shelf);
    let desk = Desk::new(site, shelf);
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
        shelf: Shelf::get(),
        desk: Desk::get(),
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

impl Room {
    /// Begins to hear of time, of the screen and of what is fetched.
    fn listen(&self) {
        if cfg!(feature = "ssr") {
            return;
        }
        let (ticks, told, settings, newer) = (self.clone(), self.clone(), self.clone(), self.clone());
        browser::every_second(move || {
            // Whoever watches over the page sees by this that it lives.
            page::set_attribute("kiosk", "data-beat", Some(&browser::now().to_string()));
            ticks.step(Event::Tick);
        });
        browser::on_told(move |what| match what {
            browser::TOUCHED => told.step(Event::Touch),
            browser::HELD => told.step(Event::Hold),
            _ => {}
        });
        spawn_local(async move {
            let Ok(bytes) = http::get("/config.json").await else { return };
            match Settings::parse(&bytes) {
                Ok(read) => settings.step(Event::Settings(Box::new(read))),
                Err(key) => settings.wrong.change(|w| *w = key),
            }
        });
        let site = self.site;
        // A newer questionnaire is taken while nobody is there.
        leptos::prelude::Effect::new(move |before: Option<()>| {
            site.questionnaire.track();
            if before.is_some() && newer.kiosk.peek(|k| matches!(k.stage, Stage::Attract { .. })) {
                newer.renew();
            }
        });
        Writer::get().prepare();
    }

    /// Begins anew with the questionnaire that is there now.
    fn renew(&self) {
        let Some(instrument) = self.site.instrument() else { return };
        self.kiosk.change(|k| {
            let settings = k.settings.clone();
            let still = browser::matches("(prefers-reduced-motion: reduce)");
            *k = Kiosk::new(&instrument, k.locale, still, browser::time());
            k.settings = settings;
        });
        self.instrument.change(|i| *i = instrument);
    }

    /// Takes in what was done.
    fn hear(&self, event: &Done) {
        let Some(kind) = event.kind() else { return };
        if matches!(kind, Kind::Click | Kind::Key | Kind::Input) {
            self.step(Event::Touch);
        }
        if kind == Kind::Submit {
            event.stop();
        }
        if self.kiosk.peek(|k| k.asks.is_some()) {
            return self.asked(event, kind);
        }
        if let Some(field) = self.keys.hear(event, kind) {
            if field == keys::SEARCH {
                choose::search(self.kiosk.peek(|k| k.locale));
            }
            return;
        }
        if choose::hear(self, event, kind) || send::hear(self, event, kind) {
            return;
        }
        if staff::hear(self, event, kind) || Writer::get().hear(event) || kind != Kind::Click {
            return;
        }
        if let Some(event) = event.data("data-k").and_then(|act| self.event(&act)) {
            self.step(event);
        }
    }

    /// What is done while the question stands: the two buttons answer it, as do a touch beside them and most keys.
    fn asked(&self, event: &Done, kind: Kind) {
        let stays = match kind {
            Kind::Click => event.data("data-k").as_deref() != Some("end"),
            Kind::Key => !matches!(event.key().as_str(), "Tab" | "Shift" | "Enter" | " "),
            _ => return,
        };
        if stays {
            self.step(Event::Continue);
        } else if kind == Kind::Click {
            self.step(Event::End);
        }
    }

    /// What the `data-k` of a button means: a word, and after a colon what it is about.
    fn event(&self, act: &str) -> Option<Event> {
        let (word, value) = act.split_once(':').unwrap_or((act, ""));
        Some(match word {
            "slide" => Event::Slide { forwards: value == "1" },
            "pause" => Event::Pause,
            "speak" => Event::Speak,
            "begin" => Event::Begin { whole: value == "1" },
            "answer" => Event::Answer(Answer::from_word(value, self.instrument.peek(|i| i.steps()))?),
            "choose" => Event::Choose(choose::municipality(value)),
            "skip" => Event::Skip,
            "back" => Event::Back,
            "rest" => Event::Rest,
            "continue" => Event::Continue,
            "end" => Event::End,
            "nominee" => Event::See(View::Nominee(value.parse().ok()?)),
            "test" => Event::See(View::Choose),
            "nominees" => Event::See(View::Nominees),
            "dates" => Event::See(View::Dates),
            "home" => Event::See(View::TakeHome),
            "send" => Event::See(View::Send),
            "sent" => Event::See(View::Sent),
            _ => return None,
        })
    }

    /// Lets it happen, and carries out what comes of it.
    fn step(&self, event: Event) {
        let focused = page::focused();
        // Told only where something has changed: most ticks and touches change nothing that is seen.
        let effects = self.kiosk.peek_mut(|k| k.step(event, browser::now()));
        if effects.is_empty() {
            return;
        }
        if effects.contains(&Effect::Arrive) {
            result::hold(self);
        }
        self.kiosk.change(|_| ());
        let room = self.clone();
        page::after_render(move || room.settle(&effects, &focused));
    }

    /// What follows once the page shows it.
    fn settle(&self, effects: &[Effect], focused: &str) {
        let (stage, asks, locale) = self.kiosk.peek(|k| (stage_word(&k.stage), k.asks, k.locale));
        page::set_attribute("kiosk", "data-stage", Some(stage));
        page::set_title(crate::ui::title::AWARD, locale.tag());
        page::set_hidden("kiosk-fraga", asks.is_none());
        for (id, ..) in PARTS {
            page::set_attribute(id, "inert", asks.map(|_| ""));
        }
        self.keys.show(self.kiosk.peek(|k| k.settings.keyboard));
        for effect in effects {
            match effect {
                Effect::Show if asks.is_none() && !effects.contains(&Effect::Arrive) => {
                    // What was written anew has lost the focus.
                    let back = if focused == "kiosk-fortsatt" { "rubrik" } else { focused };
                    if page::focused().is_empty() {
                        page::focus(back, false);
                    }
                }
                Effect::Show => {}
                Effect::Arrive => page::focus("rubrik", false),
                Effect::Ask(seconds) => {
                    page::set_html("kiosk-rest", Html::of(&seconds.to_string()).as_str());
                    if page::focused() != "kiosk-fortsatt" && effects.contains(&Effect::Show) {
                        page::focus("kiosk-fortsatt", false);
                    }
                    if *seconds == 10 {
                        self.site.say(texts(locale).seconds_left);
                    }
                }
                Effect::Reset => leave(self.shelf, self.kiosk.peek(Kiosk::home)),
            }
        }
    }
}

/// The word for what is shown, for the style sheet and for tests.
fn stage_word(stage: &Stage) -> &'static str {
    match stage {
        Stage::Attract { .. } => "attract",
        Stage::Pin => "pin",
        Stage::Staff => "staff",
        Stage::Over(_) => "over",
        Stage::Visit(visit) => match visit.view {
            View::Choose => "choose",
            View::Form => "form",
            View::Statement(_) => "statement",
            View::Result => "result",
            View::TakeHome => "take-home",
            View::Send => "send",
            View::Sent => "sent",
            View::Nominees => "nominees",
            View::Nominee(_) => "nominee",
            View::Dates => "dates",
        },
    }
}

/// Forgets everything by loading the page anew, once what was sent is on the disk.
fn leave(shelf: Shelf, home: Locale) {
    spawn_local(async move {
        shelf.settled().await;
        browser::replace(&Route::Kiosk.path(home));
    });
}
