//! The app in the browser. `public/boot.js` calls [`prepare`] once the wasm is loaded, then [`start`].

use digitaliseringskommun::app::{App, award_of, load_chunk};
use digitaliseringskommun::browser::page;
use digitaliseringskommun::route::Route;
use digitaliseringskommun::state::public_data::AwardData;
use digitaliseringskommun::state::site::PageData;
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    /// The data of the current page, kept from [`prepare`] to [`start`].
    static DATA: Cell<Option<(PageData, AwardData)>> = const { Cell::new(None) };
}

/// Fetches the current page's chunk and the data that it does not carry, so that [`start`] can render it synchronously.
///
/// # Errors
/// If something cannot be fetched now. May be retried.
#[wasm_bindgen]
pub async fn prepare() -> Result<(), JsValue> {
    let failed = |error: String| JsValue::from(error);
    let mut award = AwardData::default();
    if let Some((_, route)) = Route::parse(&page::path()) {
        if let Some(chunk) = route.chunk() {
            load_chunk(chunk).await.map_err(|error| failed(error.to_string()))?;
        }
        award = award_of(route).await.map_err(|error| failed(format!("{error:?}")))?;
    }
    DATA.set(Some((PageData::of_page().await, award)));
    Ok(())
}

/// Takes the prerendered page over: renders the app into a detached element and replaces the page with it.
#[wasm_bindgen]
pub fn start() {
    let Some((data, award)) = DATA.take() else { return };
    page::take_over(move |element| {
        leptos::mount::mount_to(element, move || view! { <App data award/> }).forget();
    });
}

/// Empty: `public/boot.js` calls `prepare` and `start`.
fn main() {}
