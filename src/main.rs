//! The app in the browser. `public/boot.js` calls [`start`] once the page and the wasm are there.

use digitaliseringskommun::app::App;
use digitaliseringskommun::browser::page;
use digitaliseringskommun::state::site::PageData;
use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

/// Builds the app beside the prerendered page and puts it in its place.
#[wasm_bindgen]
pub fn start() {
    page::take_over(|element| {
        leptos::mount::mount_to(element, || view! { <App data=PageData::from_page()/> }).forget();
    });
}

/// `start` is called from outside, after the page is ready.
fn main() {}
