//! Files that somebody chooses in a field, or drags onto an element.

use super::files::ReadError;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, FileList, HtmlInputElement};

/// A file that somebody has chosen or dropped.
pub struct ChosenFile(web_sys::File);

impl ChosenFile {
    /// Its name.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its bytes.
    ///
    /// # Errors
    /// [`ReadError::TooLarge`] for more than `limit` bytes, [`ReadError::Unreadable`] where the browser cannot read it.
    pub async fn read(&self, limit: usize) -> Result<Vec<u8>, ReadError> {
        if self.0.size() > limit as f64 {
            return Err(ReadError::TooLarge);
        }
        let buffer: wasm_bindgen_futures::JsFuture = self.0.array_buffer().into();
        let buffer = buffer.await.map_err(|_| ReadError::Unreadable)?;
        Ok(js_sys::Uint8Array::new(&buffer).to_vec())
    }
}

/// For `dragover`: lets files be dropped on the element. Text that is dragged is left to the browser, which may put it
/// into a field.
pub fn accept_files(drag: &Event) {
    if holds_files(drag) {
        drag.prevent_default();
    }
}

/// For `drop`: the files that were dropped; none where it was something else. Without this the browser would leave the
/// page and show the file.
pub fn dropped_files(drop: &Event) -> Vec<ChosenFile> {
    if !holds_files(drop) {
        return Vec::new();
    }
    drop.prevent_default();
    let files = data_transfer(drop).and_then(|data| Reflect::get(&data, &"files".into()).ok());
    files.and_then(|files| files.dyn_into().ok()).map(all).unwrap_or_default()
}

/// For `change` of a field for files: the files that were chosen. The field is emptied, so that the same file can be chosen
/// again.
pub fn chosen_files(change: &Event) -> Vec<ChosenFile> {
    let input = change.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let files = input.files().map(all).unwrap_or_default();
    input.set_value("");
    files
}

fn all(files: FileList) -> Vec<ChosenFile> {
    (0..files.length()).filter_map(|index| files.get(index)).map(ChosenFile).collect()
}

fn data_transfer(event: &Event) -> Option<JsValue> {
    // By name: the bindings of dragging would recompile the tree for two properties.
    Reflect::get(event, &"dataTransfer".into()).ok().filter(JsValue::is_object)
}

fn holds_files(event: &Event) -> bool {
    let types = data_transfer(event).and_then(|data| Reflect::get(&data, &"types".into()).ok());
    types.is_some_and(|types| js_sys::Array::from(&types).includes(&"Files".into(), 0))
}
