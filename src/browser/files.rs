//! Files that are saved to the visitor's computer and opened from it.

use super::event::Event;
use wasm_bindgen::{JsCast, JsValue};

/// Offers a text as a file to save. Returns whether the browser took it.
pub fn save(name: &str, kind: &str, text: &str) -> bool {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options);
    blob.is_ok_and(|blob| save_blob(name, &blob))
}

/// The same with what is no text.
pub(super) fn save_blob(name: &str, blob: &web_sys::Blob) -> bool {
    try_save(name, blob).is_ok()
}

fn try_save(name: &str, blob: &web_sys::Blob) -> Result<(), JsValue> {
    let url = web_sys::Url::create_object_url_with_blob(blob)?;
    let document = web_sys::window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into().map_err(|_| JsValue::NULL)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser reads the blob after this task: give it the time.
    leptos::prelude::set_timeout(
        move || {
            let _ = web_sys::Url::revoke_object_url(&url);
        },
        std::time::Duration::from_secs(60),
    );
    Ok(())
}

/// Draws a picture given as SVG, and offers it as PNG to save. Returns whether that has begun.
pub fn save_picture(name: &str, svg: &str) -> bool {
    use js_sys::{Function, Reflect};
    let draw = Reflect::get(&js_sys::global(), &"dimiosPicture".into()).and_then(|f| f.dyn_into::<Function>());
    draw.and_then(|draw| draw.call2(&JsValue::NULL, &svg.into(), &name.into())).is_ok()
}

/// Why a chosen file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// It is larger than asked for.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// Reads the file that was chosen in a field or dropped on the page, and hands over its name and its bytes, if it is no
/// larger than `limit` bytes. The field is emptied, so that the same file can be chosen again.
pub fn read_chosen(event: &Event, limit: usize, take: impl FnOnce(String, Result<Vec<u8>, ReadError>) + 'static) {
    read_all(event, limit, move |files| {
        if let Some((name, bytes)) = files.into_iter().next() {
            take(name, bytes);
        }
    });
}

/// A file by its name, with its bytes.
pub type Chosen = (String, Result<Vec<u8>, ReadError>);

/// The same with all the files that were chosen or dropped, in one go.
pub fn read_all(event: &Event, limit: usize, take: impl FnOnce(Vec<Chosen>) + 'static) {
    let Some(files) = event.files().filter(|files| files.length() > 0) else { return };
    // The list of a field is emptied with it.
    let files: Vec<web_sys::File> = (0..files.length()).filter_map(|i| files.get(i)).collect();
    let input = event.input();
    leptos::task::spawn_local(async move {
        let mut read = Vec::new();
        for some in files.chunks(AT_ONCE) {
            // All are asked for before the first is waited for.
            let begun: Vec<_> = some.iter().map(|file| (file.name(), begin(file, limit))).collect();
            for (name, reading) in begun {
                read.push((name, finish(reading).await));
            }
        }
        if let Some(input) = input {
            input.set_value("");
        }
        take(read);
    });
}

/// How many files are read at once.
const AT_ONCE: usize = 50;

type Reading = Result<wasm_bindgen_futures::JsFuture, ReadError>;

fn begin(file: &web_sys::File, limit: usize) -> Reading {
    if file.size() > limit as f64 { Err(ReadError::TooLarge) } else { Ok(file.array_buffer().into()) }
}

async fn finish(reading: Reading) -> Result<Vec<u8>, ReadError> {
    let buffer = reading?.await;
    buffer.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec()).map_err(|_| ReadError::Unreadable)
}
