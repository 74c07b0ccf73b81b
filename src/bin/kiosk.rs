//! The kiosk in the browser: a wasm of its own, so that no visitor of the site carries it (docs/adr/0018). `public/boot.js`
//! calls [`start`], as it does with the app's.

use digitaliseringskommun::browser::page;
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::pages::kiosk::KioskApp;
use digitaliseringskommun::state::site::PageData;
use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

/// Builds the kiosk beside the prerendered page and puts it in its place.
#[wasm_bindgen]
pub fn start() {
    let locale = if page::is_english() { Locale::En } else { Locale::Sv };
    page::take_over(move |element| {
        leptos::mount::mount_to(element, move || view! { <KioskApp data=PageData::from_page() locale/> }).forget();
    });
}

/// `start` is called from outside, after the page is ready.
fn main() {}
