//! Persistent storage and its quota. Through `Reflect`: web-sys's bindings would make the wasm larger.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Asks for persistent storage, which the browser does not evict when it is short of space. Some browsers ask the
/// visitor; others decide by themselves.
pub fn ask_to_keep() {
    if cfg!(feature = "ssr") {
        return;
    }
    if let Ok(asked) = call("storage", "persist", "") {
        // The answer is queried where it is shown; a browser that rejects the request is no error of the page.
        spawn_local(async move {
            let _ = JsFuture::from(asked).await;
        });
    }
}

/// Whether the browser has promised to keep what is stored. `None` where it does not say.
pub async fn is_kept() -> Option<bool> {
    JsFuture::from(call("storage", "persisted", "").ok()?).await.ok()?.as_bool()
}

/// Calls a method of `navigator.storage` or `navigator.storageBuckets`; a method without a parameter ignores `name`.
pub(super) fn call(of: &str, what: &str, name: &str) -> Result<Promise, JsValue> {
    let navigator = web_sys::window().ok_or(JsValue::NULL)?.navigator();
    let storage = Reflect::get(&navigator, &of.into())?;
    Reflect::get(&storage, &what.into())?.dyn_into::<Function>()?.call1(&storage, &name.into())?.dyn_into()
}
