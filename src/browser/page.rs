//! The page itself: its data, title, focus, scrolling, printing, and files to save.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

fn document() -> Option<Document> {
    if cfg!(feature = "ssr") { None } else { web_sys::window()?.document() }
}

fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// A block of data that came with the page: `<script type="application/json" id="data-<name>">`. Returns its text, and
/// the attribute `data-sha256` where the block has one.
pub fn data(name: &str) -> Option<(String, String)> {
    let block = by_id(&["data-", name].concat())?;
    Some((block.text_content()?, block.get_attribute("data-sha256").unwrap_or_default()))
}

/// Sets the title and the language of the document.
pub fn set_title(title: &str, lang: &str) {
    let Some(document) = document() else { return };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        // Setting an attribute with a constant name cannot fail.
        let _ = root.set_attribute("lang", lang);
    }
}

/// Moves the focus to the element with this id. `scroll`: whether it is also brought to the top of the screen.
pub fn focus(id: &str, scroll: bool) {
    let Some(element) = by_id(id) else { return };
    if scroll {
        element.scroll_into_view();
    }
    give_focus(&element, false);
}

/// Moves the focus to an element. `shown`: whether the browser scrolls it into view.
fn give_focus(element: &Element, shown: bool) {
    // Through `Reflect`: `FocusOptions` would add a binding for one flag.
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"preventScroll".into(), &(!shown).into());
    if let Ok(focus) = property(element, "focus").dyn_into::<js_sys::Function>() {
        let _ = focus.call1(element, &options);
    }
}

/// Waits until the focus is in no field to type in.
pub async fn typing_ended() {
    while has(":is(textarea, input:not([type=radio], [type=checkbox])):focus") {
        let (left, leaving) = futures::channel::oneshot::channel();
        let left = std::cell::Cell::new(Some(left));
        let listener = leptos::prelude::window_event_listener_untyped("focusout", move |_| {
            if let Some(left) = left.take() {
                // It fails only if the receiver was dropped.
                let _ = left.send(());
            }
        });
        let _ = leaving.await;
        listener.remove();
        // At `focusout` the next element does not have the focus yet.
        super::clock::sleep(0).await;
    }
}

fn has(selector: &str) -> bool {
    document().and_then(|d| d.query_selector(selector).ok().flatten()).is_some()
}

/// Call this before the content of the element with this id is replaced: if an element in it has the focus and is removed,
/// the focus moves to the element itself, which must have a `tabindex`.
pub fn keep_focus_in(id: &'static str) {
    let selector = ["#", id, " :focus"].concat();
    if !has(&selector) {
        return;
    }
    after_render(move || {
        if !has("body :focus") {
            focus(id, false);
        }
    });
}

/// The id of the element that has the focus; empty for one without.
pub fn focused() -> String {
    document().and_then(|d| d.active_element()).map(|e| e.id()).unwrap_or_default()
}

/// Brings the element with this id into view.
pub fn scroll_to(id: &str) {
    if let Some(element) = by_id(id) {
        element.scroll_into_view();
    }
}

/// Runs `act` after pending effects have rendered.
pub fn after_render(act: impl FnOnce() + 'static) {
    if !cfg!(feature = "ssr") {
        leptos::prelude::request_animation_frame(act);
    }
}

/// The path of the address.
pub fn path() -> String {
    let window = if cfg!(feature = "ssr") { None } else { web_sys::window() };
    window.and_then(|w| w.location().pathname().ok()).unwrap_or_default()
}

/// Changes the query of the address without a new history entry.
pub fn replace_query(query: &str) {
    let Some(history) = web_sys::window().and_then(|w| w.history().ok()) else { return };
    // Browsers limit how often this may be called; then the address is stale until the next change.
    let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&[&path(), query].concat()));
}

/// What the address says after `#`. The browser never sends that to a server.
pub fn fragment() -> String {
    let hash = if cfg!(feature = "ssr") { None } else { web_sys::window().and_then(|w| w.location().hash().ok()) };
    hash.and_then(|hash| hash.strip_prefix('#').map(str::to_string)).unwrap_or_default()
}

/// Where the site is: `https://exempel.se`.
pub fn origin() -> String {
    let window = if cfg!(feature = "ssr") { None } else { web_sys::window() };
    window.and_then(|w| w.location().origin().ok()).unwrap_or_default()
}

/// Opens the print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Nothing can be done in a browser without a print dialogue.
        let _ = window.print();
    }
}

/// Loads an address as a new page.
pub fn load(url: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_href(url);
    }
}

/// Reloads this page.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Replaces `#app` with what `build` renders into a detached element, in one task, so that no intermediate state is
/// painted. If `build` panics the prerendered page stays as it is.
pub fn take_over(build: impl FnOnce(HtmlElement)) {
    let Some(document) = document() else { return };
    let Some(old) = document.get_element_by_id("app") else { return };
    let Ok(new) = document.create_element("div") else { return };
    new.set_id("app");
    let Ok(new) = new.dyn_into::<HtmlElement>() else { return };
    build(new.clone());
    // Both are elements of this document: this cannot fail.
    let _ = old.replace_with_with_node_1(&new);
}

/// Whether the document is in English.
pub fn is_english() -> bool {
    document().and_then(|d| d.document_element()).and_then(|e| e.get_attribute("lang")).as_deref() == Some("en")
}

/// Moves the focus to what the address names, or else to the page's heading.
pub fn focus_heading() {
    let hash = web_sys::window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    match hash.strip_prefix('#').filter(|id| by_id(id).is_some()) {
        Some(id) => focus(id, true),
        None => focus("heading", false),
    }
}

/// Moves the focus to the element with this id, or else to the page's heading.
pub fn focus_or_heading(id: &str) {
    match by_id(id) {
        Some(_) => focus(id, true),
        None => focus_heading(),
    }
}

fn property(element: &Element, name: &str) -> wasm_bindgen::JsValue {
    js_sys::Reflect::get(element, &name.into()).unwrap_or_default()
}
