//! What the browser promises about what is stored. By name, because the bindings are heavier than the three calls.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Asks the browser not to remove what is stored when it is short of room. Some browsers ask the visitor; others decide
/// by themselves.
pub fn ask_to_keep() {
    if cfg!(feature = "ssr") {
        return;
    }
    if let Ok(asked) = call("storage", "persist", "") {
        // Whether it promises is asked for where it is shown; that it cannot even be asked is no error of the page.
        spawn_local(async move {
            let _ = JsFuture::from(asked).await;
        });
    }
}

/// Whether the browser has promised to keep what is stored. `None` where it does not say.
pub async fn is_kept() -> Option<bool> {
    JsFuture::from(call("storage", "persisted", "").ok()?).await.ok()?.as_bool()
}

/// Asks the browser's `storage` or `storageBuckets`; what takes no name does not mind one.
pub(super) fn call(of: &str, what: &str, name: &str) -> Result<Promise, JsValue> {
    let navigator = web_sys::window().ok_or(JsValue::NULL)?.navigator();
    let storage = Reflect::get(&navigator, &of.into())?;
    Reflect::get(&storage, &what.into())?.dyn_into::<Function>()?.call1(&storage, &name.into())?.dyn_into()
}
