//! Files that are saved to the visitor's computer and opened from it.

use wasm_bindgen::{JsCast, JsValue};

/// Offers a text as a file to save. Returns whether the browser took it.
pub fn save(name: &str, kind: &str, text: &str) -> bool {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options);
    blob.is_ok_and(|blob| save_blob(name, &blob))
}

/// The same with a blob.
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
    // The browser reads the blob after this task, so its URL is revoked later.
    leptos::prelude::set_timeout(
        move || {
            let _ = web_sys::Url::revoke_object_url(&url);
        },
        std::time::Duration::from_secs(60),
    );
    Ok(())
}

/// Why a chosen file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// It is larger than asked for.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
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

/// Files that somebody has chosen in a field or dropped on the page, not read yet.
pub struct ChosenFiles(Vec<web_sys::File>);

/// A file by its name, with its bytes.
pub struct ChosenFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub content: Result<Vec<u8>, ReadError>,
}

/// The files chosen in the field that a `change` event comes from. The field is emptied, so that the same file can be
/// chosen again.
pub fn chosen(event: &web_sys::Event) -> ChosenFiles {
    let input: Option<web_sys::HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
    // Emptying the field also empties its `FileList`: the files are taken out first.
    let files = list(input.as_ref().and_then(web_sys::HtmlInputElement::files));
    if let Some(input) = input {
        input.set_value("");
    }
    ChosenFiles(files)
}

/// Calls `take` with files that are dropped anywhere on the page, as long as the calling component is mounted. Dragged
/// text is left to the browser.
pub fn on_dropped_anywhere(take: impl Fn(ChosenFiles) + 'static) {
    super::listen::on_window("dragover", |event| accept_drop(&event));
    super::listen::on_window("drop", move |event| {
        let files = dropped(&event);
        if !files.is_empty() {
            take(files);
        }
    });
}

/// The files of a `drop` event. If there are any, the browser's default (navigating to them) is prevented.
fn dropped(event: &web_sys::Event) -> ChosenFiles {
    let files =
        list(dragged(event).and_then(|data| js_sys::Reflect::get(&data, &"files".into()).ok()?.dyn_into().ok()));
    if !files.is_empty() {
        event.prevent_default();
    }
    ChosenFiles(files)
}

/// Allows files to be dropped on the target of a `dragover` event; dragged text is left to the browser.
fn accept_drop(event: &web_sys::Event) {
    let types = dragged(event).and_then(|data| js_sys::Reflect::get(&data, &"types".into()).ok());
    if types.is_some_and(|types| js_sys::Array::from(&types).includes(&"Files".into(), 0)) {
        event.prevent_default();
    }
}

/// What is being dragged. Through `Reflect`: web-sys's bindings would make the wasm larger.
fn dragged(event: &web_sys::Event) -> Option<JsValue> {
    let data = js_sys::Reflect::get(event, &"dataTransfer".into()).ok()?;
    (!data.is_null() && !data.is_undefined()).then_some(data)
}

fn list(files: Option<web_sys::FileList>) -> Vec<web_sys::File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|index| files.get(index)).collect()
}

impl ChosenFiles {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads all of them, each if it is no larger than `limit` bytes.
    pub async fn read(self, limit: usize) -> Vec<ChosenFile> {
        let mut read = Vec::new();
        for some in self.0.chunks(AT_ONCE) {
            // All reads are started before the first is awaited.
            let begun: Vec<_> = some.iter().map(|file| (file.name(), begin(file, limit))).collect();
            for (name, reading) in begun {
                read.push(ChosenFile { name, content: finish(reading).await });
            }
        }
        read
    }

    /// Reads the first of them, if it is no larger than `limit` bytes.
    pub async fn read_first(mut self, limit: usize) -> Option<ChosenFile> {
        self.0.truncate(1);
        self.read(limit).await.pop()
    }
}
