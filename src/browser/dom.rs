//! Imperative operations on elements that components hold by `NodeRef`: focus, selection, radio groups.

use leptos::html::ElementType;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// Checks the radio button with this value among those in `group`, and unchecks the others. No value: unchecks all.
pub fn check_radio(group: &Element, value: &str) {
    for radio in radios(group) {
        radio.set_checked(radio.value() == value);
    }
}

/// Moves the focus to the first radio button in `group`.
pub fn focus_first_radio(group: &Element) {
    if let Some(radio) = radios(group).next() {
        focus(&radio);
    }
}

fn radios(group: &Element) -> impl Iterator<Item = HtmlInputElement> + use<> {
    // The selector is valid, so this cannot fail.
    let found = group.query_selector_all("input[type=radio]").ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |index| found.as_ref()?.item(index)?.dyn_into().ok())
}

/// The value of the radio button or checkbox that an event comes from, if it is checked.
pub fn checked_value(event: &Event) -> Option<String> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    input.checked().then(|| input.value())
}

/// Whether an element has the focus.
pub fn has_focus(element: &Element) -> bool {
    element.owner_document().and_then(|document| document.active_element()).as_ref() == Some(element)
}

/// Moves the focus to an element without scrolling.
pub fn focus(element: &Element) {
    give_focus(element, false);
}

/// Moves the focus to an element, which is brought into view where it is out of it.
pub fn focus_in_view(element: &Element) {
    give_focus(element, true);
}

/// Brings an element to the top of the screen and moves the focus to it.
pub fn focus_at_top(element: &Element) {
    element.scroll_into_view();
    give_focus(element, false);
}

/// Moves the focus to an element each time `when`, which is tracked, runs and gives true, and as soon as the element is
/// mounted: it may be rendered only by the same change. `focus` is one of the functions above.
pub fn focus_when<E>(element: NodeRef<E>, focus: fn(&Element), when: impl Fn() -> bool + 'static)
where
    E: ElementType + 'static,
    E::Output: JsCast + Clone + AsRef<Element> + 'static,
{
    Effect::new(move |_| {
        if when()
            && let Some(element) = element.get()
        {
            focus(element.as_ref());
        }
    });
}

/// Brings the element with this id to the top of the screen and moves the focus to it, as a link within the page does.
pub fn focus_target(id: &str) {
    if let Some(element) = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(id)) {
        focus_at_top(&element);
    }
}

fn give_focus(element: &Element, scroll: bool) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(!scroll);
        // It has no effect on an element that is not focusable.
        let _ = element.focus_with_options(&options);
    }
}

/// Sets the text of an input or textarea, unless it has it already. If all of it was selected, all of the new text is:
/// whoever was about to type over the old text types over the new.
pub fn show_text(field: &Element, text: &str) {
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        let before = input.value();
        if before != text {
            // An input of type `email` does not report its selection.
            let selected = (input.selection_start().ok().flatten(), input.selection_end().ok().flatten());
            input.set_value(text);
            if is_all(field, selected, &before) {
                input.select();
            }
        }
    } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        let before = area.value();
        if before != text {
            let selected = (area.selection_start().ok().flatten(), area.selection_end().ok().flatten());
            area.set_value(text);
            if is_all(field, selected, &before) {
                area.select();
            }
        }
    }
}

/// Whether a field has the focus and all of its text, which is not empty, is selected.
fn is_all(field: &Element, selected: (Option<u32>, Option<u32>), text: &str) -> bool {
    has_focus(field) && !text.is_empty() && selected == (Some(0), u32::try_from(text.encode_utf16().count()).ok())
}
