//! A page of the app mounted in a real browser, for the tests of components.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use digitaliseringskommun::browser::clock;
use digitaliseringskommun::domain::award::Municipality;
use digitaliseringskommun::domain::instrument::{Instrument, parse};
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::state::current_draft::CurrentDraft;
use digitaliseringskommun::state::draft_store::DraftStore;
use digitaliseringskommun::state::site::{PageData, Questionnaire, Site};
use digitaliseringskommun::state::unsaved_input::UnsavedInput;
use leptos::prelude::*;
use leptos_router::components::Router;
use std::sync::{Arc, Mutex};
use wasm_bindgen::JsCast;

const FILE: &[u8] = include_bytes!("../../public/data/instruments/dimios-2023.json");

/// What a visitor does, for scripts.
const VISITOR: &str = r#"
window.byId = id => document.getElementById(id);
window.button = (name, within = document) =>
  [...within.querySelectorAll('button')].find(button => button.textContent.trim().startsWith(name));
// As with a mouse: the element gets the focus on mousedown, unless that is prevented; then it gets the click.
window.clickOn = element => {
  const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
  if (element.dispatchEvent(down)) {
    const target = element.closest('button, a, input, [tabindex]');
    target ? target.focus() : document.activeElement.blur();
  }
  element.click();
};
window.type = (id, text) => {
  byId(id).focus();
  byId(id).value = text;
  byId(id).dispatchEvent(new Event('input', { bubbles: true }));
};
// Whether the page has answered to the key.
window.key = name => !document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
window.focused = id => document.activeElement === byId(id);
window.dragged = (text, name) => {
  const data = new DataTransfer();
  if (name) data.items.add(new File([text], name));
  else data.setData('text/plain', text);
  return data;
};
// Whether the page takes it, which keeps the browser from doing so.
window.drag = (kind, element, data) =>
  !element.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
"#;

/// Evaluates a script and returns whether its value is true.
pub fn js(script: &str) -> bool {
    js_sys::eval(script).unwrap_or_else(|error| panic!("{script}: {error:?}")).is_truthy()
}

/// Waits until the value of a script is true.
pub async fn until(script: &str) {
    for _ in 0..1000 {
        if js(script) {
            return;
        }
        clock::sleep(10).await;
    }
    let body = js_sys::eval(
        "document.querySelector('.tested')?.innerText + ' | ' + document.activeElement.outerHTML.slice(0, 200)",
    );
    panic!("never: {script}\n{}", body.ok().and_then(|text| text.as_string()).unwrap_or_default());
}

/// The state of the app around a page.
#[derive(Clone, Copy)]
pub struct State {
    pub draft: CurrentDraft,
    pub store: DraftStore,
    pub unsaved: UnsavedInput,
}

/// A mounted page, on the screen as long as a test goes on.
pub struct Page {
    pub state: State,
    element: web_sys::HtmlElement,
}

impl Drop for Page {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// Mounts a page with no current draft, as on a shared computer: what one test enters is not there in the next.
pub fn open(page: impl FnOnce(Arc<Instrument>, State) -> AnyView + Send + 'static) -> Page {
    js(VISITOR);
    let document = web_sys::window().unwrap().document().unwrap();
    let element: web_sys::HtmlElement = document.create_element("main").unwrap().dyn_into().unwrap();
    element.set_class_name("tested");
    document.body().unwrap().append_child(&element).unwrap();
    let state = Arc::new(Mutex::new(None));
    let opened = state.clone();
    let mounted = leptos::mount::mount_to(element.clone(), move || {
        let instrument = Arc::new(parse(FILE, &"a".repeat(64)).expect("a good questionnaire"));
        provide_context(Locale::Sv);
        let site = Site::new(PageData {
            questionnaire: Questionnaire::Good(instrument.clone()),
            instrument_text: String::new(),
            municipalities: municipalities(),
        });
        let (store, unsaved) = (DraftStore::filled(), UnsavedInput::new());
        store.share(true);
        let state = State { draft: CurrentDraft::new(site, store), store, unsaved };
        provide_context(site);
        provide_context(store);
        provide_context(state.draft);
        provide_context(unsaved);
        *opened.lock().unwrap() = Some(state);
        view! { <Router>{page(instrument, state)}</Router> }
    });
    // The state is never disposed, as in the app: its stores have timers.
    mounted.forget();
    let state = state.lock().unwrap().expect("mounted");
    Page { state, element }
}

fn municipalities() -> Vec<Municipality> {
    let named = [("0120", "Värmdö"), ("0683", "Värnamo"), ("1760", "Storfors"), ("2062", "Mora"), ("0583", "Motala")];
    named.map(|(code, name)| Municipality { code: code.into(), name: name.into() }).into()
}
