//! Pages are written as text; the parts of them that change are written anew.
//!
//! A typed view of the framework costs the wasm its own code for building and rebuilding every element. Here one
//! reactive effect, the same for all parts, sets the text of an element when something it was written from has changed
//! (docs/adr/0009).

use crate::browser::event::Event;
use crate::browser::page;
use crate::strings::html::Html;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// What answers to everything done in a page.
pub type Act = Rc<dyn Fn(&Event)>;

/// A page: its text, and what answers to what is done in it.
pub struct Page {
    /// The text.
    pub html: Html,
    /// The answer to what is done.
    pub act: Option<Act>,
}

impl Page {
    /// A page in which something can be done.
    pub fn new(html: Html, act: impl Fn(&Event) + 'static) -> Page {
        Page { html, act: Some(Rc::new(act)) }
    }
}

impl From<Html> for Page {
    fn from(html: Html) -> Page {
        Page { html, act: None }
    }
}

/// Writes an element with the id `id` whose inside is written anew whenever what `write` has read changes. The same
/// text again touches nothing, so focus and selection stay.
pub fn live(h: &mut Html, tag: &'static str, id: &'static str, class: &str, write: impl Fn() -> Html + 'static) {
    h.open_if(tag, &[("id", Some(id)), ("class", Some(class).filter(|c| !c.is_empty()))]);
    h.add(first(id, Box::new(write))).close(tag);
}

/// A part that says what has changed to those who do not see it.
pub fn live_status(h: &mut Html, id: &'static str, write: impl Fn() -> Html + 'static) {
    h.open("div", &[("id", id), ("role", "status")]).add(first(id, Box::new(write))).close("div");
}

/// The page's heading, where it says what is found: the element stays, and with it the focus.
pub fn live_heading(h: &mut Html, write: impl Fn() -> Html + 'static) {
    h.open("h1", &[("id", "rubrik"), ("tabindex", "-1")]).add(first("rubrik", Box::new(write))).close("h1");
}

fn first(id: &'static str, write: Box<dyn Fn() -> Html>) -> Html {
    // A prerendered page is written once.
    if cfg!(feature = "ssr") {
        return write();
    }
    let written = Rc::new(RefCell::new(Html::new()));
    let first = written.clone();
    let effect = RenderEffect::new(move |before: Option<String>| {
        let html = write();
        match before {
            None => {
                let text = html.as_str().to_string();
                first.replace(html);
                text
            }
            Some(before) => {
                if before != html.as_str() {
                    page::set_html(id, html.as_str());
                }
                html.finish()
            }
        }
    });
    // It ends with the page that it belongs to.
    StoredValue::new_local(effect);
    written.take()
}

/// The state of one page. What is written from it is written anew when it changes.
pub struct Local<T> {
    value: Rc<RefCell<T>>,
    changes: RwSignal<u32>,
}

impl<T> Clone for Local<T> {
    fn clone(&self) -> Local<T> {
        Local { value: self.value.clone(), changes: self.changes }
    }
}

impl<T> Local<T> {
    /// The state at first.
    pub fn new(value: T) -> Local<T> {
        Local { value: Rc::new(RefCell::new(value)), changes: RwSignal::new(0) }
    }

    /// Reads it, and is told of changes.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.changes.track();
        self.peek(read)
    }

    /// Reads it once.
    pub fn peek<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.value.borrow())
    }

    /// Changes it without telling.
    pub fn peek_mut<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        change(&mut self.value.borrow_mut())
    }

    /// Changes it, and tells.
    pub fn change<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        let result = change(&mut self.value.borrow_mut());
        self.changes.try_update(|n| *n += 1);
        result
    }
}
