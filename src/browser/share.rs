//! Passing a page on: the browser's own share sheet, or else the clipboard.

use super::clipboard;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// The outcome of sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The share sheet was shown; the visitor may have closed it.
    Shown,
    /// The address is on the clipboard.
    Copied,
    /// Neither could be done.
    Refused,
}

/// Shares an address.
pub async fn share(title: &str, url: &str) -> Shared {
    match sheet(title, url) {
        Some(shown) => match JsFuture::from(shown).await {
            Err(error) if !is_closed(&error) => Shared::Refused,
            _ => Shared::Shown,
        },
        None if clipboard::copy(url).await => Shared::Copied,
        None => Shared::Refused,
    }
}

/// The share sheet. Through `Reflect`: not every browser has one.
fn sheet(title: &str, url: &str) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let share: Function = Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()?;
    let data = Object::new();
    for (key, value) in [("title", title), ("url", url)] {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&data, &key.into(), &value.into());
    }
    share.call1(&navigator, &data).ok()?.dyn_into().ok()
}

/// Whether the visitor has closed the sheet.
fn is_closed(error: &wasm_bindgen::JsValue) -> bool {
    Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).as_deref() == Some("AbortError")
}
