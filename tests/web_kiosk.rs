//! The kiosk in a real browser: what is pressed and typed, what stands meanwhile, and where the focus goes. How a session ends is
//! for `tests/e2e/kiosk*.test.mjs`: it reloads the page.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use digitaliseringskommun::browser::clock;
use digitaliseringskommun::domain::award::Municipality;
use digitaliseringskommun::domain::instrument::parse;
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::pages::kiosk::KioskPage;
use digitaliseringskommun::state::draft_store::DraftStore;
use digitaliseringskommun::state::outbox::Outbox;
use digitaliseringskommun::state::public_data::{AwardData, PublicData};
use digitaliseringskommun::state::site::{PageData, Questionnaire, Site};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const FILE: &[u8] = include_bytes!("../public/data/instruments/dimios-2023.json");

/// What the tests do in the page as a visitor does, the settings (the PIN is 4711), and a clock that can be moved.
const VISITOR: &str = r#"
window.buttons = name => [...document.querySelectorAll('#kiosk button')].filter(button => button.textContent.startsWith(name));
window.press = name => { buttons(name)[0].focus(); buttons(name)[0].click(); };
window.heading = () => document.querySelector('#kiosk h1').textContent;
window.stage = () => document.getElementById('kiosk').dataset.stage;
window.type = (id, text) => {
  document.getElementById(id).value = text;
  document.getElementById(id).dispatchEvent(new Event('input', { bubbles: true }));
};
window.key = (target, key) => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
window.settings = { pin: {
  salt: 'salt', rounds: 1, hash: 'PIN',
} };
window.fetch = async () => new Response(JSON.stringify({ kiosk: settings }), { headers: { 'content-type': 'application/json' } });
window.intervals ??= (() => {
  const all = new Set(), [set, clear] = [window.setInterval.bind(window), window.clearInterval.bind(window)];
  window.setInterval = (...given) => { const id = set(...given); all.add(id); return id; };
  window.clearInterval = id => { all.delete(id); clear(id); };
  return all;
})();
window.ahead = 0;
window.realNow ??= performance.now.bind(performance);
performance.now = () => realNow() + ahead;
"#;
/// PBKDF2 of the PIN.
const HASH: &str = "d67f8649738d62e108f1e3d7e1353d26cb9dc3d98b59e0493e3ee11b52472af5";

/// Evaluates a script and returns whether its value is true.
fn js(script: &str) -> bool {
    js_sys::eval(script).unwrap_or_else(|error| panic!("{script}: {error:?}")).is_truthy()
}

/// Waits until the value of a script is true.
async fn until(script: &str) {
    for _ in 0..1000 {
        if js(script) {
            return;
        }
        clock::sleep(10).await;
    }
    panic!("never: {script}");
}

/// The page, on the screen until it is closed.
struct Page {
    element: web_sys::HtmlElement,
    is_shown: RwSignal<bool>,
}

impl Page {
    /// Takes the page away, as when another one is gone to, and waits until nothing of it ticks.
    async fn close(self) {
        self.is_shown.set(false);
        until("!document.getElementById('kiosk') && intervals.size === 0").await;
        js("ahead = 0");
        self.element.remove();
    }
}

fn municipality(code: &str, name: &str) -> Municipality {
    Municipality { code: code.into(), name: name.into() }
}

/// Mounts the kiosk, and waits for its settings.
async fn open() -> Page {
    js(&VISITOR.replace("PIN", HASH));
    let document = web_sys::window().unwrap().document().unwrap();
    let element: web_sys::HtmlElement = document.create_element("div").unwrap().dyn_into().unwrap();
    document.body().unwrap().append_child(&element).unwrap();
    let is_shown = RwSignal::new(true);
    let mounted = mount_to(element.clone(), move || {
        let instrument = Arc::new(parse(FILE, "abc").expect("a good questionnaire"));
        let site = Site::new(PageData {
            questionnaire: Questionnaire::Good(instrument),
            instrument_text: String::new(),
            municipalities: vec![municipality("0182", "Nacka"), municipality("2062", "Mora")],
        });
        let store = DraftStore::filled();
        provide_context(Locale::Sv);
        provide_context(site);
        provide_context(store);
        provide_context(Outbox::new(site, store));
        provide_context(PublicData::new(AwardData::default()));
        view! {
            <Show when=move || is_shown.get()><KioskPage/></Show>
            <p id="said">{move || site.said.get()}</p>
        }
    });
    // The state is never disposed, as in the app: its stores have timers.
    mounted.forget();
    until("document.querySelector('#kiosk[data-settings]')").await;
    Page { element, is_shown }
}

/// Goes from the loop to the first statement.
async fn begin(form: &str) {
    js("press('Testa din kommun')");
    until("stage() === 'choose'").await;
    js("type('kiosk-search', 'nac')");
    until("buttons('Nacka').length === 1").await;
    js("press('Nacka')");
    until("stage() === 'form'").await;
    js(&format!("press('{form}')"));
    until("stage() === 'statement'").await;
}

#[wasm_bindgen_test]
async fn each_screen_has_a_heading_of_its_own_with_the_focus_and_the_top_stands() {
    let page = open().await;
    begin("Kort test").await;
    until("document.activeElement.id === 'heading' && document.activeElement.matches('.k-statement h1')").await;
    js("window.over = buttons('Börja om')[0]; window.first = document.activeElement");
    js("press('4 ')");
    until("document.querySelector('.k-where .kicker').textContent === 'Påstående 2 av 10'").await;
    until("document.activeElement.id === 'heading'").await;
    assert!(js("document.activeElement !== first && !first.isConnected"), "elements of another screen are other ones");
    assert!(js("buttons('Börja om')[0] === over"), "the top is not built again");
    js("press('Tillbaka')");
    until("document.querySelector('[aria-pressed=true]')").await;
    assert!(js("document.querySelector('[aria-pressed=true]').textContent.startsWith('4 ')"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn letters_are_touched_into_the_field_and_enter_takes_the_first_match() {
    let page = open().await;
    js("press('Testa din kommun')");
    until("stage() === 'choose'").await;
    js("document.querySelectorAll('.k-keys button').forEach(b => b.textContent === 'm' && b.click())");
    until("document.getElementById('kiosk-search').value === 'M'").await;
    assert!(js("document.activeElement.id === 'kiosk-search'"));
    until("buttons('Mora').length === 1").await;
    js("press('Mellanslag'); press('x')");
    until("document.querySelector('.k-choose [role=status]').textContent !== ''").await;
    js("press('Sudda'); press('Sudda')");
    until("document.querySelector('.k-choose [role=status]').textContent === ''").await;
    js("document.querySelector('.k-choose form').requestSubmit()");
    until("stage() === 'form'").await;
    assert!(js("document.querySelector('.k-choose .kicker').textContent === 'Mora'"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_other_language_keeps_what_was_typed_and_the_button_with_the_focus() {
    let page = open().await;
    js("press('Testa din kommun')");
    until("stage() === 'choose'").await;
    js("type('kiosk-search', 'nac'); window.speak = buttons('English')[0]; press('English')");
    until("heading().startsWith('Which municipality')").await;
    assert!(js("document.getElementById('kiosk-search').value === 'nac' && buttons('Nacka').length === 1"));
    assert!(js("document.activeElement === speak && speak.textContent === 'Svenska' && speak.lang === 'sv'"));
    until("document.documentElement.lang === 'en'").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn who_stands_still_is_asked_in_a_dialog_that_keeps_the_focus_while_its_seconds_change() {
    let page = open().await;
    begin("Kort test").await;
    js("ahead += 60_000");
    until("document.querySelector('.k-dialog')").await;
    until("document.activeElement.textContent === 'Fortsätt'").await;
    assert!(js("document.querySelector('.k-view').inert && document.querySelector('.k-top').inert"));
    js("window.left = document.querySelector('.k-dialog b'); window.text = left.textContent; ahead += 2000");
    until("left.isConnected && left.textContent !== text && Number(left.textContent) > 0").await;
    assert!(js("document.activeElement.textContent === 'Fortsätt'"));
    js("key(document.activeElement, 'Tab')");
    assert!(js("document.activeElement.textContent === 'Jag är klar'"));
    js("key(document.activeElement, 'Tab')");
    assert!(js("document.activeElement.textContent === 'Fortsätt'"));
    js("document.activeElement.click()");
    until("!document.querySelector('.k-dialog') && !document.querySelector('.k-view').inert").await;
    until("document.activeElement.id === 'heading'").await;
    assert!(js("stage() === 'statement'"));
    // Ten seconds before the end it is said, and any other key means to stay.
    js("ahead += 60_000");
    until("document.querySelector('.k-dialog')").await;
    js("ahead += Math.max(0, Number(document.querySelector('.k-dialog b').textContent) - 10) * 1000");
    until("document.getElementById('said').textContent === 'Tio sekunder kvar'").await;
    js("key(document.activeElement, 'a')");
    until("!document.querySelector('.k-dialog')").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_is_missing_is_said_in_a_region_that_stands_and_the_contact_person_is_kept() {
    let page = open().await;
    begin("Hela bedömningen").await;
    for n in 1..=30 {
        until(&format!("document.querySelector('.k-where .kicker')?.textContent === 'Påstående {n} av 30'")).await;
        js("press('Vet ej')");
    }
    until("stage() === 'result'").await;
    js("press('Skicka in')");
    until("stage() === 'send'").await;
    js("window.region = document.querySelector('[role=alert]'); type('kiosk-name', 'Åsa'); press('Skicka in')");
    until("region.isConnected && region.querySelectorAll('.note.error').length === 2").await;
    assert!(js("document.activeElement.textContent === 'Skicka in'"));
    js("press('Tillbaka')");
    until("stage() === 'result'").await;
    js("press('Skicka in')");
    until("stage() === 'send'").await;
    assert!(js("document.getElementById('kiosk-name').value === 'Åsa'"));
    assert!(js("!document.querySelector('[role=alert] .note')"), "what was missing may have been put right elsewhere");
    js("document.getElementById('kiosk-email').focus()");
    js("document.querySelectorAll('.k-keys button').forEach(b => 'a@'.includes(b.textContent) && b.click())");
    until("document.getElementById('kiosk-email').value.length === 2").await;
    assert!(js("document.getElementById('kiosk-email').value.includes('a')"), "an address has no capital");
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_mark_held_down_leads_to_the_pin_and_the_pin_to_the_room() {
    let page = open().await;
    let point = |kind: &str| {
        js(&format!(
            "document.querySelector('.k-top h1').dispatchEvent(new PointerEvent('{kind}', {{ bubbles: true }}))"
        ))
    };
    // The timers of three seconds, which is how long the mark is held, run when the test says so.
    js("window.held = []; window.wait = window.setTimeout;
        window.setTimeout = (act, after, ...rest) => after === 3000 ? held.push(act) : wait.call(window, act, after, ...rest)");
    point("pointerdown");
    point("pointerup");
    assert!(js("held.length === 1"));
    js("held.shift()()");
    // After everything that this has set off.
    clock::sleep(0).await;
    assert!(js("stage() === 'attract'"), "let go too early");
    point("pointerdown");
    js("held.shift()(); window.setTimeout = wait");
    until("stage() === 'pin'").await;
    until("document.activeElement.id === 'heading' && heading() === 'Personalens PIN'").await;
    js("window.region = document.querySelector('[role=alert]'); press('1'); press('Öppna')");
    until("region.isConnected && region.textContent.startsWith('Fel PIN')").await;
    assert!(js("document.querySelector('.k-pin').value === '' && document.activeElement.textContent === 'Öppna'"));
    js("ahead += 3000; '4711'.split('').forEach(press); press('Öppna')");
    until("stage() === 'staff'").await;
    until("document.querySelector('.k-staff').textContent.includes('Väntar: 0')").await;
    js("press('Prova nätet')");
    until("document.querySelector('.k-staff').textContent.includes('Servern svarar')").await;
    page.close().await;
}
