//! The wasm of the public pages: it awakens the parts of them that change (`pages::public::islands`). `public/boot.js` calls [`start`]
//! once the page and the wasm are there.

use digitaliseringskommun::browser::page;
use digitaliseringskommun::pages::public::islands;
use wasm_bindgen::prelude::wasm_bindgen;

/// Awakens the page. The framework runs its effects from a mounted view, here an empty one.
#[wasm_bindgen]
pub fn start() {
    if let Some(element) = page::detached() {
        leptos::mount::mount_to(element, islands::awaken).forget();
    }
}

/// `start` is called from outside, after the page is ready.
fn main() {}
