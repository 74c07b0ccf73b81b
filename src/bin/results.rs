//! The pages about a finished measurement, as text: a wasm of its own, fetched when one of them is opened
//! (docs/adr/0014). `strings::writer` asks, this answers.

use wasm_bindgen::prelude::wasm_bindgen;

/// Answers one request, see `results::answer`.
#[wasm_bindgen]
pub fn write(request: &str) -> String {
    digitaliseringskommun::results::answer(request)
}

/// `write` is called from outside.
fn main() {}
