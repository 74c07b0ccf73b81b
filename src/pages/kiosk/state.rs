//! The state machine of `domain::kiosk` as signals. Views read them and dispatch events; the effects are carried out here.

use super::screen::Screen;
use crate::browser::kiosk::{self as browser, Told};
use crate::browser::{dom, http, page};
use crate::domain::instrument::Instrument;
use crate::domain::kiosk::{Effect, Event, Keyboard, Kiosk, Settings, Stage, Visit};
use crate::domain::text::Locale;
use crate::route::Route;
use crate::state::draft_store::DraftStore;
use crate::state::site::Site;
use leptos::html::H1;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The kiosk as its views know it. Each part that changes independently is a memo: a tick changes at most one text, and
/// no button that is being pressed is re-created.
#[derive(Clone, Copy)]
pub(super) struct KioskState {
    site: Site,
    store: DraftStore,
    machine: RwSignal<Kiosk>,
    instrument: StoredValue<Arc<Instrument>>,
    /// The current screen.
    pub(super) screen: Memo<Screen>,
    /// The language shown.
    pub(super) locale: Memo<Locale>,
    /// How many seconds are left of the question to an idle visitor; `None` where it is not asked.
    pub(super) asks: Memo<Option<u64>>,
    /// How many pictures of the loop have gone by, while it is shown.
    pub(super) picture: Memo<Option<usize>>,
    /// Whether a visitor has stopped the loop.
    pub(super) is_paused: Memo<bool>,
    /// How many statements the short form has, where it is offered.
    pub(super) short_form: Memo<Option<usize>>,
    /// The public site, where visitors' phones find it: what the settings say, or this one where others can reach it.
    pub(super) public_site: Memo<Option<String>>,
    /// Whether a wrong PIN was typed.
    pub(super) is_pin_refused: Memo<bool>,
    /// Whether letters to touch are shown. Then the device's own are not wanted.
    pub(super) shows_keyboard: Memo<bool>,
    /// The heading of the screen, which takes the focus when the screen changes.
    pub(super) heading: NodeRef<H1>,
    /// What is typed in the search for a municipality.
    pub(super) search: RwSignal<String>,
    /// The key of the settings that cannot be used, for those who set it up.
    pub(super) wrong_setting: RwSignal<Option<&'static str>>,
    /// Whether the settings have come.
    pub(super) has_settings: RwSignal<bool>,
    /// The time of the last tick, rendered as `data-beat`: the watchdog in `public/kiosk.js` knows by it that the app
    /// runs.
    pub(super) beat: RwSignal<Option<u64>>,
    /// Whether the page is on its way out.
    pub(super) is_leaving: RwSignal<bool>,
    /// Whether a key of a real keyboard has been pressed.
    has_real_keyboard: RwSignal<bool>,
}

impl KioskState {
    /// A kiosk that begins with the loop. Call once, under the page's owner.
    pub(super) fn new(site: Site, store: DraftStore, home: Locale, instrument: Arc<Instrument>) -> KioskState {
        let machine = RwSignal::new(begun(&instrument, home));
        let has_real_keyboard = RwSignal::new(false);
        KioskState {
            site,
            store,
            machine,
            instrument: StoredValue::new(instrument),
            screen: Memo::new(move |_| machine.with(|kiosk| Screen::of(&kiosk.stage))),
            locale: Memo::new(move |_| machine.with(|kiosk| kiosk.locale)),
            asks: Memo::new(move |_| machine.with(|kiosk| kiosk.asks)),
            picture: Memo::new(move |_| machine.with(picture)),
            is_paused: Memo::new(move |_| {
                machine.with(|kiosk| matches!(kiosk.stage, Stage::Attract { paused: true, .. }))
            }),
            short_form: Memo::new(move |_| machine.with(|kiosk| kiosk.offers_short().then(|| kiosk.short_length()))),
            public_site: Memo::new(move |_| machine.with(|kiosk| public_site(&kiosk.settings, page::origin()))),
            is_pin_refused: Memo::new(move |_| machine.with(|kiosk| kiosk.closed_until > 0)),
            shows_keyboard: Memo::new(move |_| {
                let wanted = machine.with(|kiosk| kiosk.settings.keyboard);
                shows_keyboard(wanted, has_real_keyboard.get(), browser::is_touched)
            }),
            heading: NodeRef::new(),
            search: RwSignal::new(String::new()),
            wrong_setting: RwSignal::new(None),
            has_settings: RwSignal::new(false),
            beat: RwSignal::new(None),
            is_leaving: RwSignal::new(false),
            has_real_keyboard,
        }
    }

    /// The page's one, from context.
    pub(super) fn get() -> KioskState {
        expect_context()
    }

    /// The questionnaire that is asked.
    pub(super) fn instrument(self) -> Arc<Instrument> {
        self.instrument.get_value()
    }

    /// The session as it is now, if there is one.
    pub(super) fn visit(self) -> Option<Visit> {
        self.machine.try_with_untracked(|kiosk| kiosk.visit().cloned()).flatten()
    }

    /// Starts the timer and the listeners, which end with the owner.
    pub(super) fn listen(self) {
        browser::every_second(move || {
            self.beat.try_set(Some(browser::now()));
            self.dispatch(Event::Tick);
        });
        browser::on_told(move |told| {
            self.dispatch(match told {
                Told::Touched => Event::Touch,
                Told::Held => Event::Hold,
            });
        });
    }

    /// Fetches the settings. Without them the kiosk has its defaults.
    pub(super) async fn read_settings(self) {
        let Ok(bytes) = http::get("/config.json").await else { return };
        match Settings::parse(&bytes) {
            Ok(settings) => self.dispatch(Event::Settings(Box::new(settings))),
            Err(key) => {
                self.wrong_setting.try_set(Some(key));
            }
        }
        self.has_settings.try_set(true);
    }

    /// Restarts with the current questionnaire, unless a visitor is answering the old one.
    pub(super) fn renew(self) {
        let Some(instrument) = self.site.instrument() else { return };
        if self.screen.try_get_untracked() != Some(Screen::Attract) {
            return;
        }
        self.machine.try_update(|kiosk| {
            let mut renewed = begun(&instrument, kiosk.home());
            (renewed.settings, renewed.locale) = (kiosk.settings.clone(), kiosk.locale);
            *kiosk = renewed;
        });
        self.instrument.try_set_value(instrument);
    }

    /// Handles a key press. Keys of the device's on-screen keyboard have no name.
    pub(super) fn hear_key(self, key: &str) {
        if !matches!(key, "" | "Unidentified" | "Process") {
            self.has_real_keyboard.set(true);
        }
        self.dispatch(Event::Touch);
    }

    /// Dispatches an event to the state machine and runs its effects. Most ticks and touches change nothing that is
    /// shown: then no signal is notified.
    pub(super) fn dispatch(self, event: Event) {
        let now = browser::now();
        let effects = self.machine.try_maybe_update(|kiosk| {
            let effects = kiosk.step(event, now);
            (!effects.is_empty(), effects)
        });
        for effect in effects.unwrap_or_default() {
            match effect {
                // The memos re-render.
                Effect::Show | Effect::Ask(_) => {}
                Effect::Arrive => self.focus_heading(),
                Effect::Reset => self.leave(),
            }
        }
    }

    /// Moves the focus to the heading of the screen, once that is there.
    pub(super) fn focus_heading(self) {
        page::after_render(move || {
            if let Some(Some(heading)) = self.heading.try_get_untracked() {
                dom::focus(&heading);
            }
        });
    }

    /// Forgets everything by reloading the page, once what was sent is on the disk.
    fn leave(self) {
        self.is_leaving.try_set(true);
        self.focus_heading();
        let home = self.machine.try_with_untracked(Kiosk::home).unwrap_or_default();
        spawn_local(async move {
            self.store.settled().await;
            browser::replace(&Route::Kiosk.path(home));
        });
    }
}

/// A kiosk at its beginning.
fn begun(instrument: &Instrument, home: Locale) -> Kiosk {
    Kiosk::new(instrument, home, browser::matches("(prefers-reduced-motion: reduce)"), browser::time())
}

fn picture(kiosk: &Kiosk) -> Option<usize> {
    match kiosk.stage {
        Stage::Attract { slide, .. } => Some(slide),
        _ => None,
    }
}

/// The public site by the settings; else the one at `origin`, if phones can trust it.
fn public_site(settings: &Settings, origin: String) -> Option<String> {
    settings.take_home.clone().or_else(|| Some(origin).filter(|origin| origin.starts_with("https://")))
}

fn shows_keyboard(wanted: Keyboard, has_real_one: bool, is_touched: impl FnOnce() -> bool) -> bool {
    match wanted {
        Keyboard::Shown => true,
        Keyboard::Hidden => false,
        Keyboard::Auto => !has_real_one && is_touched(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_led_to_the_site_of_the_settings_and_never_to_one_without_https() {
        let set = Settings { take_home: Some("https://exempel.se".into()), ..Settings::default() };
        let own = |origin: &str| public_site(&Settings::default(), origin.into());
        assert_eq!(public_site(&set, "http://127.0.0.1:8787".into()).as_deref(), Some("https://exempel.se"));
        assert_eq!(own("https://egen.se").as_deref(), Some("https://egen.se"));
        assert_eq!(own("http://127.0.0.1:8787"), None);
    }

    #[test]
    fn letters_to_touch_are_shown_on_a_touched_screen_until_a_real_key_is_pressed() {
        let auto = |real, touched| shows_keyboard(Keyboard::Auto, real, || touched);
        assert_eq!((auto(false, true), auto(true, true), auto(false, false)), (true, false, false));
        assert!(shows_keyboard(Keyboard::Shown, true, || false));
        assert!(!shows_keyboard(Keyboard::Hidden, false, || true));
    }
}
