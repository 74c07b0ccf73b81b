//! The page itself: its data, title, focus, scrolling, printing, and files to save.

use wasm_bindgen::{JsCast, JsValue};
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

/// Moves the focus to the element with this id. `scroll`: whether it is also brought into view.
pub fn focus(id: &str, scroll: bool) {
    let Some(element) = by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok()) else { return };
    if scroll {
        element.scroll_into_view();
    }
    // By `call` rather than FocusOptions, which would add a binding for one flag.
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"preventScroll".into(), &true.into());
    if let Ok(focus) = js_sys::Reflect::get(&element, &"focus".into())
        && let Ok(focus) = focus.dyn_into::<js_sys::Function>()
    {
        let _ = focus.call1(&element, &options);
    }
}

/// Brings the element with this id into view.
pub fn scroll_to(id: &str) {
    if let Some(element) = by_id(id) {
        element.scroll_into_view();
    }
}

/// Runs `act` after the page has been changed by what is under way now.
pub fn after_render(act: impl FnOnce() + 'static) {
    if !cfg!(feature = "ssr") {
        leptos::prelude::request_animation_frame(act);
    }
}

/// Opens the print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A browser without a print dialogue has nothing to say about it either.
        let _ = window.print();
    }
}

/// Offers a text as a file to save. Returns whether the browser took it.
pub fn save_file(name: &str, kind: &str, text: &str) -> bool {
    try_save(name, kind, text).is_ok()
}

fn try_save(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement =
        document().ok_or(JsValue::NULL)?.create_element("a")?.dyn_into().map_err(|_| JsValue::NULL)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser reads the blob after this task: give it the time.
    leptos::prelude::set_timeout(
        move || {
            let _ = web_sys::Url::revoke_object_url(&url);
        },
        std::time::Duration::from_secs(60),
    );
    Ok(())
}

/// Loads an address as a new page.
pub fn load(url: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_href(url);
    }
}

/// Replaces `#app` with what `build` puts into a detached element, in one task, so that nothing between is painted.
/// A panic in `build` leaves the prerendered page whole.
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
        None => focus("rubrik", false),
    }
}

/// Reads the file that was chosen in an input and hands its text over; `None` if it is larger than `limit` bytes or
/// cannot be read. The input is emptied, so that the same file can be chosen again.
pub fn read_chosen_file(event: &web_sys::Event, limit: usize, take: impl FnOnce(Option<String>) + 'static) {
    let input = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(input) = input else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    if file.size() > limit as f64 {
        return take(None);
    }
    leptos::task::spawn_local(async move {
        let text = wasm_bindgen_futures::JsFuture::from(file.text()).await;
        input.set_value("");
        take(text.ok().and_then(|t| t.as_string()));
    });
}

/// The input that an event comes from: its id, name and value; for a checkbox or radio only if it is checked.
pub fn event_input(event: &web_sys::Event) -> Option<(String, String, String)> {
    let target = event.target()?;
    if let Some(area) = target.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        return Some((area.id(), area.name(), area.value()));
    }
    let input = target.dyn_ref::<web_sys::HtmlInputElement>()?;
    let off = matches!(input.type_().as_str(), "radio" | "checkbox") && !input.checked();
    (!off).then(|| (input.id(), input.name(), input.value()))
}

/// The value of an attribute on the nearest element around an event's target that has it.
pub fn event_data(event: &web_sys::Event, attribute: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let holder = target.closest(&["[", attribute, "]"].concat()).ok().flatten()?;
    holder.get_attribute(attribute)
}

/// Sets a radio or checkbox without telling anyone.
pub fn set_checked(id: &str, checked: bool) {
    if let Some(input) = by_id(id).and_then(|e| e.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        input.set_checked(checked);
    }
}

/// Hides or shows an element.
pub fn set_hidden(id: &str, hidden: bool) {
    if let Some(element) = by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        element.set_hidden(hidden);
    }
}

/// Sets the text of a textarea.
pub fn set_text(id: &str, text: &str) {
    if let Some(area) = by_id(id).and_then(|e| e.dyn_into::<web_sys::HtmlTextAreaElement>().ok())
        && area.value() != text
    {
        area.set_value(text);
    }
}
