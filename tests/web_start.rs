//! The start page of the assessment and the page of what is stored, in a real browser: what is typed, pressed, chosen and
//! dropped, and where the focus goes.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod page;

use digitaliseringskommun::domain::draft::{Draft, DraftId, Field, Name, write_file};
use digitaliseringskommun::pages::assessment::start::StartPage;
use digitaliseringskommun::pages::assessment::stored::StoredPage;
use leptos::prelude::*;
use page::{Page, State, js, open, until};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn draft(id: &str, name: &str, changed: u64) -> Draft {
    let mut draft = Draft::new(DraftId::parse(id).unwrap());
    draft.write(Name::Field(Field::Municipalities), name, "t");
    draft.write(Name::Field(Field::Changed), &changed.to_string(), "t");
    draft.write(Name::Answer("skugg_it".into()), "4", "t");
    draft
}

fn start_page() -> Page {
    open(|instrument, _| view! { <StartPage instrument/> }.into_any())
}

/// The start page with two drafts, the one for Mora first.
async fn with_drafts() -> Page {
    let page = open(|instrument, state: State| {
        for draft in [draft("moras", "2062 Mora", 20), draft("motalas", "0583 Motala", 10)] {
            state.store.put_draft(&draft).unwrap();
        }
        view! { <StartPage instrument/> }.into_any()
    });
    until("document.querySelectorAll('.draft').length === 2").await;
    js("window.rows = () => [...document.querySelectorAll('.draft')]");
    page
}

#[wasm_bindgen_test]
async fn a_municipality_is_chosen_by_the_keys_and_found_without_swedish_letters() {
    let page = start_page();
    assert!(js("byId('municipality').getAttribute('aria-expanded') === 'false' && byId('municipality-list').hidden"));
    js("type('municipality', 'varn')");
    until("byId('municipality-0')?.textContent === 'Värnamo'").await;
    js("type('municipality', 'vär')");
    until("byId('municipality-1') && byId('municipality').getAttribute('aria-expanded') === 'true'").await;
    assert!(js("!byId('municipality').hasAttribute('aria-activedescendant')"));
    assert!(js("key('ArrowDown') && key('ArrowDown')"));
    until("byId('municipality').getAttribute('aria-activedescendant') === 'municipality-1'").await;
    assert!(js(
        "byId('municipality-1').getAttribute('aria-selected') === 'true' && byId('municipality-0').getAttribute('aria-selected') === 'false'"
    ));
    assert!(page.state.unsaved.exists().get_untracked(), "what is typed is not stored");
    assert!(js("key('Enter')"));
    until("byId('municipality-chosen').innerText.includes('Värnamo') && byId('municipality').value === ''").await;
    assert!(js("focused('municipality') && byId('municipality-list').hidden && !byId('municipality-chosen').hidden"));
    assert_eq!(page.state.unsaved.names(), ["chosen municipalities"]);
    // One that is chosen is not suggested again.
    js("type('municipality', 'vär')");
    until("document.querySelectorAll('#municipality-list li').length === 1").await;
    assert!(js("key('Escape') && byId('municipality').value === 'vär'"));
    until("byId('municipality-list').hidden").await;
    assert!(js("!key('Escape') && !key('Enter')"), "both are the browser's where nothing is open");
}

#[wasm_bindgen_test]
async fn a_click_chooses_and_the_focus_stays_in_the_field() {
    let _page = start_page();
    js("type('municipality', 'mo')");
    until("byId('municipality-1')").await;
    js("clickOn(byId('municipality-1'))");
    until("byId('municipality-chosen').innerText.includes('Motala')").await;
    assert!(js("focused('municipality') && byId('municipality').value === ''"));
    js("type('municipality', 'mora'); byId('other').focus()");
    until("byId('municipality-chosen').querySelectorAll('li').length === 2").await;
    // The button that was pressed is gone.
    js("clickOn(button('Motala', byId('municipality-chosen')))");
    until("focused('municipality') && byId('municipality-chosen').innerText.includes('Mora')").await;
    js("type('municipality', 'xyz')");
    until("byId('municipality-none').textContent === 'Ingen kommun heter så.'").await;
    assert!(js("byId('municipality').getAttribute('aria-expanded') === 'false'"));
}

#[wasm_bindgen_test]
async fn problems_take_the_focus_in_a_region_that_stands_and_lead_to_their_place() {
    let _page = start_page();
    assert!(js("window.region = byId('errors'); region.getAttribute('role') === 'alert' && region.textContent === ''"));
    js("byId('begin').click()");
    until("focused('errors') && byId('errors').innerText.includes('Välj en kommun')").await;
    assert!(js("byId('errors') === region && region.className === 'error-summary'"));
    js("byId('errors').querySelector('a').click()");
    assert!(js("focused('municipality')"));
    js("byId('begin').click()");
    until("focused('errors')").await;
}

#[wasm_bindgen_test]
async fn a_draft_is_begun_for_whom_was_chosen() {
    let page = start_page();
    js("window.before = location.href; type('other', '  Ett förbund ')");
    assert_eq!(page.state.unsaved.names(), ["organisation"]);
    js("type('municipality', 'mora'); key('Enter'); byId('begin').click()");
    until("location.pathname === '/bedomning/oversikt'").await;
    assert!(js("/[?]utkast=[a-z0-9]+$/.test(location.search)"));
    let organisations = page.state.draft.with(|d| format!("{:?}", d.organisations()));
    assert_eq!(organisations.as_deref(), Some("[(Some(\"2062\"), \"Mora\"), (None, \"Ett förbund\")]"));
    js("history.replaceState(null, '', before)");
}

#[wasm_bindgen_test]
async fn managing_a_draft_leaves_the_focus_on_the_button_that_was_pressed() {
    let page = with_drafts().await;
    assert!(js("rows().map(row => row.querySelector('a').textContent).join() === 'Mora,Motala'"));
    js("window.manage = button('Hantera', rows()[1]); clickOn(manage)");
    until("byId('new-name')?.value === 'Motala'").await;
    assert!(js(
        "document.activeElement === manage && manage.isConnected && manage.getAttribute('aria-expanded') === 'true'"
    ));
    assert!(js("button('Hantera', rows()[0]).getAttribute('aria-expanded') === 'false'"));
    js("type('new-name', 'Våren')");
    assert_eq!(page.state.unsaved.names(), ["name of a draft"]);
    js("clickOn(manage)");
    until("!byId('new-name')").await;
    assert!(js("document.activeElement === manage && manage.getAttribute('aria-expanded') === 'false'"));
    assert!(page.state.unsaved.names().is_empty(), "its field is gone");
}

#[wasm_bindgen_test]
async fn a_draft_is_renamed_and_copied_and_the_focus_follows_it() {
    let _page = with_drafts().await;
    js("window.other = rows()[0]; clickOn(button('Hantera', rows()[1]))");
    until("byId('new-name')").await;
    js("type('new-name', ' Våren <1> '); byId('new-name').form.requestSubmit()");
    until("rows()[0].querySelector('a').textContent === 'Våren <1>' && focused('draft-motalas')").await;
    assert!(js("!byId('new-name') && rows()[1] === other && rows()[0].innerText.includes('Motala')"));
    js("clickOn(button('Hantera', rows()[0]))");
    until("byId('new-name')").await;
    js("clickOn(button('Gör en kopia'))");
    until("rows().length === 3 && document.activeElement.textContent === 'Våren <1> (kopia)'").await;
    assert!(js("document.activeElement === rows()[0].querySelector('a')"));
    assert!(js("byId('removed').innerText === 'Kopian ligger överst i listan.'"));
}

#[wasm_bindgen_test]
async fn a_draft_that_is_removed_can_be_had_back() {
    let page = with_drafts().await;
    js("window.told = byId('removed')");
    assert!(js("told.getAttribute('role') === 'status' && told.textContent.trim() === ''"));
    for (index, id) in [(1, "motalas"), (0, "moras")] {
        js(&format!("clickOn(button('Hantera', rows()[{index}]))"));
        until("button('Ta bort')").await;
        js("clickOn(button('Ta bort'))");
        until("focused('undo')").await;
        assert!(js(&format!("byId('removed') === told && !byId('draft-{id}')")));
        js("clickOn(byId('undo'))");
        until(&format!("focused('draft-{id}') && rows().length === 2 && !byId('undo')")).await;
    }
    // Two after each other: the second is the one to be had back.
    for (id, left) in [("moras", 1), ("motalas", 0)] {
        js(&format!("clickOn(button('Hantera', byId('draft-{id}').parentElement))"));
        until("button('Ta bort')").await;
        js("clickOn(button('Ta bort'))");
        until(&format!("rows().length === {left} && focused('undo')")).await;
    }
    assert!(js("document.querySelector('#drafts .empty') && !document.querySelector('.drafts')"));
    assert!(page.state.store.drafts().is_empty());
    js("clickOn(byId('undo'))");
    until("focused('draft-motalas') && rows().length === 1").await;
}

#[wasm_bindgen_test]
async fn a_file_is_opened_from_its_field_or_where_it_is_dropped_and_text_is_left_alone() {
    let page = start_page();
    let file = write_file(&draft("sparad", "2062 Mora", 30));
    js(&format!("window.saved = {}", serde_json::to_string(&file).unwrap()));
    js("window.zone = document.querySelector('.drop label')");
    assert!(js("!drag('dragover', zone, dragged('hej')) && !drag('drop', zone, dragged('hej'))"));
    assert!(js("!drag('dragover', byId('other'), dragged('hej'))"));
    assert!(js(
        "drag('dragover', zone, dragged(saved, 'dimios.json')) && drag('drop', zone, dragged('hej', 'x.html'))"
    ));
    until("focused('file') && document.querySelector('#file-outcome [role=alert]').innerText.includes('inte en sparad bedömning')").await;
    js("drag('drop', zone, dragged(saved, 'dimios.json'))");
    until("focused('open') && document.querySelector('.found').innerText.includes('1 av 30 besvarade')").await;
    assert!(js("document.querySelector('#file-outcome [role=alert]').innerText === ''"));
    js("clickOn(button('Avbryt'))");
    until("focused('file') && !byId('open')").await;
    assert!(page.state.store.drafts().is_empty());
    js(
        "byId('file').files = dragged(saved, 'dimios.json').files; byId('file').dispatchEvent(new Event('change', { bubbles: true }))",
    );
    until("byId('open')").await;
    js("window.before = location.href; clickOn(byId('open'))");
    until("location.pathname === '/bedomning/oversikt'").await;
    js("history.replaceState(null, '', before)");
    let drafts = page.state.store.drafts();
    let opened = page.state.store.draft(drafts.first().unwrap()).unwrap();
    assert!(drafts.len() == 1 && opened.id().as_str() != "sparad" && !opened.lacks_backup());
}

#[wasm_bindgen_test]
async fn answers_taken_home_are_previewed_and_when_discarded_are_gone_from_the_address() {
    js("window.before = location.href; history.replaceState(null, '', '/bedomning#svar=1.x.y.z')");
    let page = start_page();
    until("document.querySelector('#taken .field-error')?.innerText.includes('Länken är inte hel')").await;
    js("clickOn(button('Kasta svaren'))");
    until("byId('taken').innerText === '' && location.hash === '' && focused('heading')").await;
    assert!(page.state.store.drafts().is_empty());
    js("history.replaceState(null, '', before)");
}

#[wasm_bindgen_test]
async fn the_example_is_a_draft_of_its_own() {
    let page = start_page();
    js("window.before = location.href; clickOn(byId('example'))");
    until("location.pathname === '/bedomning/resultat'").await;
    js("history.replaceState(null, '', before)");
    assert_eq!(page.state.draft.with(|d| d.field(Field::Example).to_string()).as_deref(), Some("1"));
    let sheets = |draft: &Draft| draft.records().filter(|(name, _)| matches!(name, Name::Sheet(_))).count();
    assert_eq!(page.state.draft.with(sheets), Some(17));
}

#[wasm_bindgen_test]
async fn everything_is_removed_only_when_asked_twice() {
    let page = open(|_, state: State| {
        state.store.put_draft(&draft("moras", "2062 Mora", 20)).unwrap();
        view! { <StoredPage/> }.into_any()
    });
    until("document.querySelector('#counts dd').textContent === '1'").await;
    js("window.told = byId('cleared'); clickOn(byId('clear'))");
    until("told.textContent.includes('Tryck igen')").await;
    assert_eq!(page.state.store.drafts().len(), 1);
    js("clickOn(byId('clear'))");
    until("document.querySelector('#counts dd').textContent === '0' && told.textContent.includes('borttaget')").await;
    assert!(js("byId('cleared') === told && focused('clear')"));
    assert!(page.state.store.drafts().is_empty());
}
