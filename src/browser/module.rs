//! The second wasm, which writes results. `public/boot.js` knows where it is and fetches it when it is first asked for.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Its one function.
#[derive(Clone)]
pub struct Module(Function);

impl Module {
    /// Fetches it. `None` where it cannot be had now.
    pub async fn fetch() -> Option<Module> {
        let fetch: Function = Reflect::get(&js_sys::global(), &"dimiosResults".into()).ok()?.dyn_into().ok()?;
        let fetched: Promise = fetch.call0(&JsValue::NULL).ok()?.dyn_into().ok()?;
        Some(Module(JsFuture::from(fetched).await.ok()?.dyn_into().ok()?))
    }

    /// Asks it. `None` if it has stopped.
    pub fn ask(&self, request: &str) -> Option<String> {
        self.0.call1(&JsValue::NULL, &request.into()).ok()?.as_string()
    }
}
