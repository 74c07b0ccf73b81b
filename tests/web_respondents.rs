//! The pages of respondents and of being invited in a real browser: what is dropped, pressed and chosen, and where the focus goes.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use digitaliseringskommun::browser::clock;
use digitaliseringskommun::domain::draft::{Field, Name, instrument_word};
use digitaliseringskommun::domain::instrument::{Instrument, parse};
use digitaliseringskommun::domain::invitation::Invitation;
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::pages::assessment::invited::InvitedPage;
use digitaliseringskommun::pages::results::respondents::RespondentsPage;
use digitaliseringskommun::state::current_draft::CurrentDraft;
use digitaliseringskommun::state::draft_store::DraftStore;
use digitaliseringskommun::state::site::{PageData, Questionnaire, Site};
use digitaliseringskommun::state::unsaved_input::UnsavedInput;
use leptos::prelude::*;
use leptos_router::components::Router;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const FILE: &[u8] = include_bytes!("../public/data/instruments/dimios-2023.json");

/// What the tests do in the page as a visitor does.
const VISITOR: &str = r#"
window.rows = () => [...document.querySelectorAll('#handed-in tbody tr')];
window.press = (name, within = document) =>
  [...within.querySelectorAll('button')].find(button => button.textContent.startsWith(name)).click();
window.file = (n, changed = 0) => new File([JSON.stringify({ format: 'dimios-draft/1', records: [
  { name: 'f/skapad', value: String(10000 + n), clock: 1, tab: `t${n}` },
  { name: 'f/andrad', value: String(changed), clock: 2, tab: `t${n}` },
  { name: 'f/svarande', value: `Svarande ${n}`, clock: 3, tab: `t${n}` },
  { name: 'a/skugg_it', value: String(n % 6 + 1), clock: 4, tab: `t${n}` },
] })], `${n}.json`, { type: 'application/json' });
window.drag = (kind, data) => {
  const event = new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });
  document.querySelector('#hand-in label').dispatchEvent(event);
  return event.defaultPrevented;
};
window.dropFiles = files => {
  const data = new DataTransfer();
  files.forEach(file => data.items.add(file));
  return drag('dragover', data) && drag('drop', data);
};
window.enter = (id, value, kind) => {
  document.getElementById(id).value = value;
  document.getElementById(id).dispatchEvent(new Event(kind, { bubbles: true }));
};
"#;

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

/// The page, on the screen as long as a test goes on.
struct Page {
    draft: CurrentDraft,
    element: web_sys::HtmlElement,
}

impl Drop for Page {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// Mounts a page with a new current draft, and waits for the element with this id.
async fn open(id: &str, page: impl FnOnce(Arc<Instrument>) -> AnyView + 'static) -> Page {
    js(VISITOR);
    let document = web_sys::window().unwrap().document().unwrap();
    let element: web_sys::HtmlElement = document.create_element("div").unwrap().dyn_into().unwrap();
    document.body().unwrap().append_child(&element).unwrap();
    let current = Arc::new(std::sync::Mutex::new(None));
    let opened = current.clone();
    let mounted = mount_to(element.clone(), move || {
        let instrument = instrument();
        provide_context(Locale::Sv);
        let site = Site::new(PageData {
            questionnaire: Questionnaire::Good(instrument.clone()),
            instrument_text: String::new(),
            municipalities: Vec::new(),
        });
        let store = DraftStore::filled();
        let draft = CurrentDraft::new(site, store);
        provide_context(site);
        provide_context(store);
        provide_context(draft);
        provide_context(UnsavedInput::new());
        draft.begin();
        *opened.lock().unwrap() = Some(draft);
        page(instrument)
    });
    // The state is never disposed, as in the app: its stores have timers.
    mounted.forget();
    let draft = current.lock().unwrap().expect("mounted");
    until(&format!("document.getElementById('{id}')")).await;
    Page { draft, element }
}

fn instrument() -> Arc<Instrument> {
    Arc::new(parse(FILE, "abc").expect("a good questionnaire"))
}

/// The page of respondents.
async fn respondents() -> Page {
    open("files", |instrument| view! { <RespondentsPage instrument/> }.into_any()).await
}

#[wasm_bindgen_test]
async fn files_that_are_dropped_are_listed_and_text_that_is_dragged_is_left_alone() {
    let _page = respondents().await;
    assert!(js("dropFiles([file(1), file(2), file(1)])"), "the browser does not leave the page for the file");
    until("rows().length === 2").await;
    until("document.getElementById('files-outcome').textContent === '2 svar är inlagda.1.json: fanns redan'").await;
    assert!(!js("const text = new DataTransfer(); text.setData('text/plain', 'x'); drag('dragover', text)"));
}

#[wasm_bindgen_test]
async fn a_sheet_that_is_removed_can_be_had_back_the_focus_is_never_lost_and_other_rows_stay() {
    let _page = respondents().await;
    js("dropFiles([1, 2, 3].map(n => file(n)))");
    until("rows().length === 3").await;
    js(
        "window.third = rows()[2]; rows()[1].querySelector('td:last-child button').focus(); press('Ta bort', rows()[1])",
    );
    until("rows().length === 2 && document.activeElement.id === 'undo'").await;
    assert!(js("rows()[1] === third"), "it was not built again");
    js("press('Ångra')");
    until("rows().length === 3 && document.activeElement.id === 'handed-in-heading'").await;
    assert!(js("rows()[2] === third && !document.getElementById('undo')"));
}

#[wasm_bindgen_test]
async fn a_later_version_is_asked_about_and_the_focus_moves_on() {
    let _page = respondents().await;
    js("dropFiles([file(1, 100)])");
    until("rows().length === 1").await;
    js("window.before = rows()[0].textContent; dropFiles([file(1, 864e5)])");
    until("document.querySelector('#files-outcome [role=alert]')").await;
    js("press('Byt ut')");
    until("document.getElementById('files-outcome').textContent.includes('utbytt mot den nyare')").await;
    assert!(js("document.activeElement.id === 'files'"));
    assert!(js("rows().length === 1 && rows()[0].textContent !== before"));
    js("dropFiles([file(1, 100)])");
    until("document.getElementById('files-outcome').textContent.includes('en äldre version')").await;
}

#[wasm_bindgen_test]
async fn a_group_is_chosen_in_a_field_that_keeps_the_focus() {
    let page = respondents().await;
    js("dropFiles([1, 2].map(n => file(n)))");
    until("rows().length === 2").await;
    assert!(!js("rows()[0].textContent.includes('Ändra')"));
    js("enter('groups', 'Skola\\nVård', 'input')");
    until("rows()[0].textContent.includes('Ändra')").await;
    js("press('Ändra', rows()[0])");
    until("document.activeElement.id === 'chosen-group'").await;
    assert!(js("document.activeElement.value === '' && document.activeElement.options.length === 3"));
    js("enter('chosen-group', 'Vård', 'change')");
    until("rows()[0].querySelector('td:last-child').textContent.includes(': Svarande 1, Vård, 1/30')").await;
    assert!(js("document.activeElement.id === 'chosen-group' && document.activeElement.value === 'Vård'"));
    // A group that is no longer offered stays until another is chosen.
    js("enter('groups', 'Skola', 'input')");
    until("document.getElementById('chosen-group').options.length === 3").await;
    assert!(js("document.getElementById('chosen-group').value === 'Vård'"));
    // The field moves to another row.
    js("press('Ändra', rows()[1])");
    until("rows()[1].querySelector('select') === document.activeElement && !rows()[0].querySelector('select')").await;
    assert_eq!(page.draft.with(|d| d.value(&Name::Group("10001-t1".into())).to_string()).as_deref(), Some("=Vård"));
}

#[wasm_bindgen_test]
async fn a_line_that_is_begun_stays_what_comes_from_elsewhere_shows_and_the_link_says_it() {
    let page = respondents().await;
    js("enter('groups', 'Skola\\nVård', 'input'); enter('groups', 'Skola\\n', 'input')");
    until("document.getElementById('link-text').value.includes('grupper=Skola&')").await;
    assert!(js("document.getElementById('groups').value === 'Skola\\n'"));
    page.draft.set(Name::Field(Field::Groups), "Kansli");
    page.draft.set(Name::Field(Field::Expected), "8");
    until("document.getElementById('groups').value === 'Kansli' && document.getElementById('expected').value === '8'")
        .await;
    until("document.querySelector('#handed-in .num').textContent.startsWith('0 har lämnat svar, av 8 väntade')").await;
}

#[wasm_bindgen_test]
async fn a_thousand_files_are_taken_in_while_the_page_goes_on() {
    let _page = respondents().await;
    js(
        "window.long = []; window.watched = new PerformanceObserver(l => window.long.push(...l.getEntries().map(e => e.duration))); watched.observe({ type: 'longtask' })",
    );
    js(
        "window.all = Array.from({ length: 1000 }, (_, n) => file(n)); window.began = performance.now(); dropFiles(all)",
    );
    for _ in 0..3000 {
        if js(
            "rows().length === 1000 && document.getElementById('files-outcome').textContent === '1000 svar är inlagda.'",
        ) {
            break;
        }
        clock::sleep(10).await;
    }
    let told = js_sys::eval(
        "`${rows().length} rows after ${Math.round(performance.now() - began)} ms, longest task ${Math.round(Math.max(0, ...long))} ms`",
    );
    wasm_bindgen_test::console_log!("{}", told.unwrap().as_string().unwrap());
    assert!(js("rows().length === 1000 && document.querySelectorAll('#more-answers tbody tr').length === 900"));
}

#[wasm_bindgen_test]
async fn who_is_invited_chooses_a_group_and_begins_and_is_led_back_to_what_was_begun() {
    let invitation = Invitation {
        to: "100-m".into(),
        municipalities: "0120 Värmdö".into(),
        groups: "Skola\nVård".into(),
        instrument: instrument_word(&instrument().reference),
        ..Invitation::default()
    };
    js(&format!("location.hash = '{}'", invitation.fragment()));
    let page = open("begin", |instrument| {
        view! {
            <Router>
                <InvitedPage instrument/>
            </Router>
        }
        .into_any()
    })
    .await;
    assert!(js(
        "document.querySelector('.pairs dd').textContent === 'Värmdö' && !document.querySelector('#invitation a')"
    ));
    js(
        "document.getElementById('group-1').click(); enter('your-name', ' Åsa ', 'input'); document.getElementById('begin').click()",
    );
    until("location.pathname === '/bedomning/oversikt' && location.search.startsWith('?utkast=')").await;
    let field = |field| page.draft.with(|draft| draft.field(field).to_string()).unwrap();
    let fields = [Field::For, Field::Municipalities, Field::Group, Field::Respondent].map(field);
    assert_eq!(fields, ["100-m", "0120 Värmdö", "Vård", "Åsa"]);
    drop(page);
    // The link again, and then one of which a part is missing.
    js(&format!("history.replaceState(null, '', '/#{}')", invitation.fragment()));
    let _page = open("begin", |instrument| {
        view! {
            <Router>
                <InvitedPage instrument/>
            </Router>
        }
        .into_any()
    })
    .await;
    until("document.querySelector('#invitation a.btn')?.textContent === 'Fortsätt på ditt svar'").await;
    js("location.hash = 'bjud-in&till='");
    until("document.querySelector('#invitation .note.warn')?.textContent.startsWith('Det finns ingen inbjudan')").await;
}
