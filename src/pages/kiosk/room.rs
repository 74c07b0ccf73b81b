//! What happens at the kiosk, heard and carried out.

use super::{PARTS, Room, choose, keys, result, send, staff};
use crate::browser::event::{Event as Done, Kind};
use crate::browser::{http, kiosk as browser, page};
use crate::domain::answers::Answer;
use crate::domain::kiosk::{Effect, Event, Kiosk, Settings, Stage, View};
use crate::domain::text::Locale;
use crate::i18n::kiosk as texts;
use crate::route::Route;
use crate::state::draft_store::DraftStore;
use crate::strings::html::Html;
use crate::strings::writer::Writer;
use leptos::prelude::Track;
use leptos::task::spawn_local;

impl Room {
    /// Begins to hear of time, of the screen and of what is fetched.
    pub(super) fn listen(&self) {
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
            page::set_attribute("kiosk", "data-settings", Some(""));
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
    pub(super) fn hear(&self, event: &Done) {
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
    pub(super) fn step(&self, event: Event) {
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
        page::set_title(crate::title::AWARD, locale.tag());
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
fn leave(shelf: DraftStore, home: Locale) {
    // Whoever watches over the page sees by this that it is on its way out.
    page::set_attribute("kiosk", "data-leaving", Some(""));
    spawn_local(async move {
        shelf.settled().await;
        browser::replace(&Route::Kiosk.path(home));
    });
}
