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
    assert!(js("byId('kommun').getAttribute('aria-expanded') === 'false' && byId('kommun-lista').hidden"));
    js("type('kommun', 'varn')");
    until("byId('kommun-0')?.textContent === 'Värnamo'").await;
    js("type('kommun', 'vär')");
    until("byId('kommun-1') && byId('kommun').getAttribute('aria-expanded') === 'true'").await;
    assert!(js("!byId('kommun').hasAttribute('aria-activedescendant')"));
    assert!(js("key('ArrowDown') && key('ArrowDown')"));
    until("byId('kommun').getAttribute('aria-activedescendant') === 'kommun-1'").await;
    assert!(js(
        "byId('kommun-1').getAttribute('aria-selected') === 'true' && byId('kommun-0').getAttribute('aria-selected') === 'false'"
    ));
    assert!(page.state.unsaved.exists().get_untracked(), "what is typed is not stored");
    assert!(js("key('Enter')"));
    until("byId('kommun-valda').innerText.includes('Värnamo') && byId('kommun').value === ''").await;
    assert!(js("focused('kommun') && byId('kommun-lista').hidden && !byId('kommun-valda').hidden"));
    assert_eq!(page.state.unsaved.names(), ["chosen municipalities"]);
    // One that is chosen is not suggested again.
    js("type('kommun', 'vär')");
    until("document.querySelectorAll('#kommun-lista li').length === 1").await;
    assert!(js("key('Escape') && byId('kommun').value === 'vär'"));
    until("byId('kommun-lista').hidden").await;
    assert!(js("!key('Escape') && !key('Enter')"), "both are the browser's where nothing is open");
}

#[wasm_bindgen_test]
async fn a_click_chooses_and_the_focus_stays_in_the_field() {
    let _page = start_page();
    js("type('kommun', 'mo')");
    until("byId('kommun-1')").await;
    js("clickOn(byId('kommun-1'))");
    until("byId('kommun-valda').innerText.includes('Motala')").await;
    assert!(js("focused('kommun') && byId('kommun').value === ''"));
    js("type('kommun', 'mora'); byId('annan').focus()");
    until("byId('kommun-valda').querySelectorAll('li').length === 2").await;
    // The button that was pressed is gone.
    js("clickOn(button('Motala', byId('kommun-valda')))");
    until("focused('kommun') && byId('kommun-valda').innerText.includes('Mora')").await;
    js("type('kommun', 'xyz')");
    until("byId('kommun-inga').textContent === 'Ingen kommun heter så.'").await;
    assert!(js("byId('kommun').getAttribute('aria-expanded') === 'false'"));
}

#[wasm_bindgen_test]
async fn problems_take_the_focus_in_a_region_that_stands_and_lead_to_their_place() {
    let _page = start_page();
    assert!(js("window.region = byId('fel'); region.getAttribute('role') === 'alert' && region.textContent === ''"));
    js("byId('borja').click()");
    until("focused('fel') && byId('fel').innerText.includes('Välj en kommun')").await;
    assert!(js("byId('fel') === region && region.className === 'error-summary'"));
    js("byId('fel').querySelector('a').click()");
    assert!(js("focused('kommun')"));
    js("byId('borja').click()");
    until("focused('fel')").await;
}

#[wasm_bindgen_test]
async fn a_draft_is_begun_for_whom_was_chosen() {
    let page = start_page();
    js("window.before = location.href; type('annan', '  Ett förbund ')");
    assert_eq!(page.state.unsaved.names(), ["organisation"]);
    js("type('kommun', 'mora'); key('Enter'); byId('borja').click()");
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
    until("byId('nytt-namn')?.value === 'Motala'").await;
    assert!(js(
        "document.activeElement === manage && manage.isConnected && manage.getAttribute('aria-expanded') === 'true'"
    ));
    assert!(js("button('Hantera', rows()[0]).getAttribute('aria-expanded') === 'false'"));
    js("type('nytt-namn', 'Våren')");
    assert_eq!(page.state.unsaved.names(), ["name of a draft"]);
    js("clickOn(manage)");
    until("!byId('nytt-namn')").await;
    assert!(js("document.activeElement === manage && manage.getAttribute('aria-expanded') === 'false'"));
    assert!(page.state.unsaved.names().is_empty(), "its field is gone");
}

#[wasm_bindgen_test]
async fn a_draft_is_renamed_and_copied_and_the_focus_follows_it() {
    let _page = with_drafts().await;
    js("window.other = rows()[0]; clickOn(button('Hantera', rows()[1]))");
    until("byId('nytt-namn')").await;
    js("type('nytt-namn', ' Våren <1> '); byId('nytt-namn').form.requestSubmit()");
    until("rows()[0].querySelector('a').textContent === 'Våren <1>' && focused('u-motalas')").await;
    assert!(js("!byId('nytt-namn') && rows()[1] === other && rows()[0].innerText.includes('Motala')"));
    js("clickOn(button('Hantera', rows()[0]))");
    until("byId('nytt-namn')").await;
    js("clickOn(button('Gör en kopia'))");
    until("rows().length === 3 && document.activeElement.textContent === 'Våren <1> (kopia)'").await;
    assert!(js("document.activeElement === rows()[0].querySelector('a')"));
    assert!(js("byId('borttagen').innerText === 'Kopian ligger överst i listan.'"));
}

#[wasm_bindgen_test]
async fn a_draft_that_is_removed_can_be_had_back() {
    let page = with_drafts().await;
    js("window.told = byId('borttagen')");
    assert!(js("told.getAttribute('role') === 'status' && told.textContent.trim() === ''"));
    for (index, id) in [(1, "motalas"), (0, "moras")] {
        js(&format!("clickOn(button('Hantera', rows()[{index}]))"));
        until("button('Ta bort')").await;
        js("clickOn(button('Ta bort'))");
        until("focused('angra')").await;
        assert!(js(&format!("byId('borttagen') === told && !byId('u-{id}')")));
        js("clickOn(byId('angra'))");
        until(&format!("focused('u-{id}') && rows().length === 2 && !byId('angra')")).await;
    }
    // Two after each other: the second is the one to be had back.
    for (id, left) in [("moras", 1), ("motalas", 0)] {
        js(&format!("clickOn(button('Hantera', byId('u-{id}').parentElement))"));
        until("button('Ta bort')").await;
        js("clickOn(button('Ta bort'))");
        until(&format!("rows().length === {left} && focused('angra')")).await;
    }
    assert!(js("document.querySelector('#utkast .empty') && !document.querySelector('.drafts')"));
    assert!(page.state.store.drafts().is_empty());
    js("clickOn(byId('angra'))");
    until("focused('u-motalas') && rows().length === 1").await;
}

#[wasm_bindgen_test]
async fn a_file_is_opened_from_its_field_or_where_it_is_dropped_and_text_is_left_alone() {
    let page = start_page();
    let file = write_file(&draft("sparad", "2062 Mora", 30));
    js(&format!("window.saved = {}", serde_json::to_string(&file).unwrap()));
    js("window.zone = document.querySelector('.drop label')");
    assert!(js("!drag('dragover', zone, dragged('hej')) && !drag('drop', zone, dragged('hej'))"));
    assert!(js("!drag('dragover', byId('annan'), dragged('hej'))"));
    assert!(js(
        "drag('dragover', zone, dragged(saved, 'dimios.json')) && drag('drop', zone, dragged('hej', 'x.html'))"
    ));
    until("focused('fil') && document.querySelector('#fil-svar [role=alert]').innerText.includes('inte en sparad bedömning')").await;
    js("drag('drop', zone, dragged(saved, 'dimios.json'))");
    until("focused('oppna') && document.querySelector('.found').innerText.includes('1 av 30 besvarade')").await;
    assert!(js("document.querySelector('#fil-svar [role=alert]').innerText === ''"));
    js("clickOn(button('Avbryt'))");
    until("focused('fil') && !byId('oppna')").await;
    assert!(page.state.store.drafts().is_empty());
    js(
        "byId('fil').files = dragged(saved, 'dimios.json').files; byId('fil').dispatchEvent(new Event('change', { bubbles: true }))",
    );
    until("byId('oppna')").await;
    js("window.before = location.href; clickOn(byId('oppna'))");
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
    until("document.querySelector('#hamtat .field-error')?.innerText.includes('Länken är inte hel')").await;
    js("clickOn(button('Kasta svaren'))");
    until("byId('hamtat').innerText === '' && location.hash === '' && focused('rubrik')").await;
    assert!(page.state.store.drafts().is_empty());
    js("history.replaceState(null, '', before)");
}

#[wasm_bindgen_test]
async fn the_example_is_a_draft_of_its_own() {
    let page = start_page();
    js("window.before = location.href; clickOn(byId('exempel'))");
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
    until("document.querySelector('#antal dd').textContent === '1'").await;
    js("window.told = byId('rensat'); clickOn(byId('rensa'))");
    until("told.textContent.includes('Tryck igen')").await;
    assert_eq!(page.state.store.drafts().len(), 1);
    js("clickOn(byId('rensa'))");
    until("document.querySelector('#antal dd').textContent === '0' && told.textContent.includes('borttaget')").await;
    assert!(js("byId('rensat') === told && focused('rensa')"));
    assert!(page.state.store.drafts().is_empty());
}
