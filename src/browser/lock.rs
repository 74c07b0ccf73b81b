//! Mutual exclusion across all tabs (Web Locks).

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A lock that is held until it is dropped.
pub struct Lock(Option<Function>);

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(release) = self.0.take() {
            // `resolve` cannot fail.
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

/// Waits until no other tab holds the lock of this name. Where the browser has no locks (not a secure context) it
/// returns at once.
pub async fn lock(name: &str) -> Lock {
    Lock(request(name).await.ok())
}

/// Through `Reflect`: web-sys's bindings for locks are unstable.
async fn request(name: &str) -> Result<Function, JsValue> {
    let navigator = web_sys::window().ok_or(JsValue::NULL)?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into())?;
    let ask: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
    let mut release = None;
    // The lock is held until this promise is resolved.
    let held = Promise::new(&mut |resolve, _| release = Some(resolve));
    let mut asked = Err(JsValue::NULL);
    let granted = Promise::new(&mut |resolve, _| {
        let held = held.clone();
        let grant = Closure::once_into_js(move || {
            let _ = resolve.call0(&JsValue::NULL);
            held
        });
        asked = ask.call2(&locks, &name.into(), &grant);
    });
    asked?;
    JsFuture::from(granted).await?;
    release.ok_or(JsValue::NULL)
}
