//! The app in the browser. `public/boot.js` calls [`prepare`] once the wasm is there, then [`start`].

use digitaliseringskommun::app::App;
use digitaliseringskommun::browser::page;
use digitaliseringskommun::chunk::{ChunkError, Chunked};
use digitaliseringskommun::chunked;
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::pages::kiosk::KioskApp;
use digitaliseringskommun::pages::public::islands;
use digitaliseringskommun::route::{Chunk, Route};
use digitaliseringskommun::state::site::PageData;
use digitaliseringskommun::strings::writer;
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Makes the kiosk's app, from what its page carries and in the language of the page.
const KIOSK: Chunked<fn(PageData, Locale) -> AnyView> = chunked!(kiosk: fn kiosk_app() -> fn(PageData, Locale) -> AnyView {
    |data, locale| view! { <KioskApp data locale/> }.into_any()
});

/// Awakens the parts of a public page that change.
const PUBLIC: Chunked<fn()> = chunked!(public: fn awaken_public() -> fn() { islands::awaken });

thread_local! {
    /// The data of the page at hand, from [`prepare`] to [`start`].
    static DATA: Cell<Option<PageData>> = const { Cell::new(None) };
}

/// Where the visitor is, and the chunk that the page there needs.
fn place() -> (Locale, Option<Chunk>) {
    let place = Route::parse(&page::path());
    place.map_or((Locale::Sv, None), |(locale, route)| (locale, route.chunk()))
}

/// Fetches the chunk of the page at hand, so that [`start`] can show that page at once.
///
/// # Errors
/// If it cannot be fetched now. It may be tried again.
#[wasm_bindgen]
pub async fn prepare() -> Result<(), JsValue> {
    let loaded = match place().1 {
        Some(Chunk::Results) => writer::ANSWER.load().await,
        Some(Chunk::Public) => PUBLIC.load().await,
        Some(Chunk::Kiosk) => KIOSK.load().await,
        None => Ok(()),
    };
    loaded.map_err(|error: ChunkError| JsValue::from(error.to_string()))?;
    let data = PageData::of_page().await;
    DATA.set(Some(data));
    Ok(())
}

/// Builds the app beside the prerendered page and puts it in its place; a public page is only awakened.
#[wasm_bindgen]
pub fn start() {
    let (locale, chunk) = place();
    let Some(data) = DATA.take() else { return };
    match chunk {
        Some(Chunk::Public) => {
            // The framework runs its effects from a mounted view, here an empty one.
            if let (Ok(awaken), Some(element)) = (PUBLIC.now(), page::detached()) {
                leptos::mount::mount_to(element, awaken).forget();
            }
        }
        Some(Chunk::Kiosk) => page::take_over(move |element| {
            if let Ok(kiosk) = KIOSK.now() {
                leptos::mount::mount_to(element, move || kiosk(data, locale)).forget();
            }
        }),
        Some(Chunk::Results) | None => page::take_over(move |element| {
            leptos::mount::mount_to(element, move || view! { <App data/> }).forget();
        }),
    }
}

/// `prepare` and `start` are called from outside, after the page is ready.
fn main() {}
