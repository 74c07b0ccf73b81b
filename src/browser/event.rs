//! What somebody does in the page, heard in one place.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

/// What is listened for: everything that the pages answer to.
const KINDS: [&str; 9] = ["click", "input", "change", "submit", "keydown", "mousedown", "focusout", "dragover", "drop"];

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something was clicked, or pressed by the keyboard.
    Click,
    /// Something was typed or chosen; told at every change.
    Input,
    /// A change was completed: a radio chosen, a field left.
    Change,
    /// A form was sent.
    Submit,
    /// A key was pressed.
    Key,
    /// A button of the mouse went down, before anything loses the focus by it.
    Press,
    /// An element lost the focus.
    Leave,
    /// Something is dragged over the page.
    Over,
    /// Something was dropped on the page.
    Drop,
}

/// Something done in the page.
pub struct Event(web_sys::Event);

/// The field that an event comes from.
pub struct Field {
    /// Its id.
    pub id: String,
    /// What it holds. For a checkbox or radio its value attribute.
    pub value: String,
    /// Whether a checkbox or radio is on; `false` for other fields.
    pub checked: bool,
}

impl Event {
    /// What was done.
    pub fn kind(&self) -> Option<Kind> {
        Some(match self.0.type_().as_str() {
            "click" => Kind::Click,
            "input" => Kind::Input,
            "change" => Kind::Change,
            "submit" => Kind::Submit,
            "keydown" => Kind::Key,
            "mousedown" => Kind::Press,
            "focusout" => Kind::Leave,
            "dragover" => Kind::Over,
            "drop" => Kind::Drop,
            _ => return None,
        })
    }

    fn target<T: JsCast>(&self) -> Option<T> {
        self.0.target()?.dyn_into().ok()
    }

    /// The value of an attribute on the nearest element around the event that has it.
    pub fn data(&self, attribute: &str) -> Option<String> {
        let holder = self.target::<Element>()?.closest(&["[", attribute, "]"].concat()).ok().flatten()?;
        holder.get_attribute(attribute)
    }

    /// Whether it happened in an element with this attribute, and is of this kind.
    pub fn is(&self, kind: Kind, attribute: &str) -> bool {
        self.kind() == Some(kind) && self.data(attribute).is_some()
    }

    /// The field it happened in.
    pub fn field(&self) -> Option<Field> {
        if let Some(area) = self.target::<HtmlTextAreaElement>() {
            return Some(Field { id: area.id(), value: area.value(), checked: false });
        }
        let Some(input) = self.input() else { return self.chosen() };
        let choice = matches!(input.type_().as_str(), "radio" | "checkbox");
        Some(Field { id: input.id(), value: input.value(), checked: choice && input.checked() })
    }

    /// A list of choices. By name: its bindings would serve this alone.
    fn chosen(&self) -> Option<Field> {
        let list = self.target::<Element>().filter(|e| e.tag_name() == "SELECT")?;
        let value = js_sys::Reflect::get(&list, &"value".into()).ok()?.as_string()?;
        Some(Field { id: list.id(), value, checked: false })
    }

    /// Whether a key is held that asks the browser for something else, such as another tab.
    pub fn is_modified(&self) -> bool {
        let held = |key: &str| js_sys::Reflect::get(&self.0, &key.into()).is_ok_and(|held| held.is_truthy());
        ["ctrlKey", "metaKey", "shiftKey", "altKey"].into_iter().any(held)
    }

    /// The files that were chosen in a field or dropped on the page. What is dropped on a field is not in it yet.
    pub(super) fn files(&self) -> Option<web_sys::FileList> {
        self.dropped().or_else(|| self.input()?.files())
    }

    fn dropped(&self) -> Option<web_sys::FileList> {
        // By name: the bindings of dragging are heavier.
        let data = js_sys::Reflect::get(&self.0, &"dataTransfer".into()).ok()?;
        js_sys::Reflect::get(&data, &"files".into()).ok()?.dyn_into().ok()
    }

    pub(super) fn input(&self) -> Option<HtmlInputElement> {
        self.target()
    }

    /// The name of the key.
    pub fn key(&self) -> String {
        self.0.dyn_ref::<web_sys::KeyboardEvent>().map(web_sys::KeyboardEvent::key).unwrap_or_default()
    }

    /// Keeps the browser from doing what it does by itself.
    pub fn stop(&self) {
        self.0.prevent_default();
    }
}

/// Calls `act` with everything done in the page, before the router hears of it. For the whole life of the page.
pub fn on_event(act: impl Fn(&Event) + Copy + 'static) {
    if cfg!(feature = "ssr") {
        return;
    }
    for kind in KINDS {
        let _ = window_event_listener_untyped(kind, move |event| act(&Event(event)));
    }
}
