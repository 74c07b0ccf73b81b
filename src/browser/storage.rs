//! localStorage, with an error for each way in which it fails.

use wasm_bindgen::JsCast;

pub use crate::domain::journal::StorageError;

fn store() -> Result<web_sys::Storage, StorageError> {
    if cfg!(feature = "ssr") {
        return Err(StorageError::Blocked);
    }
    let window = web_sys::window().ok_or(StorageError::Blocked)?;
    window.local_storage().ok().flatten().ok_or(StorageError::Blocked)
}

/// Reads one value. `None` where there is none.
///
/// # Errors
/// [`StorageError::Blocked`] without storage.
pub fn get(key: &str) -> Result<Option<String>, StorageError> {
    store()?.get_item(key).map_err(|_| StorageError::Blocked)
}

/// Writes one value and reads it back: some engines drop a write silently.
///
/// # Errors
/// Any [`StorageError`]; what was there before is then still there.
pub fn set(key: &str, value: &str) -> Result<(), StorageError> {
    let store = store()?;
    store.set_item(key, value).map_err(|error| {
        let full = error.dyn_ref::<web_sys::DomException>().is_some_and(|e| e.name() == "QuotaExceededError");
        if full { StorageError::Full } else { StorageError::Blocked }
    })?;
    match store.get_item(key) {
        Ok(Some(kept)) if kept == value => Ok(()),
        _ => Err(StorageError::NotKept),
    }
}

/// Removes one value.
///
/// # Errors
/// [`StorageError::Blocked`] without storage.
pub fn remove(key: &str) -> Result<(), StorageError> {
    store()?.remove_item(key).map_err(|_| StorageError::Blocked)
}

/// All keys that begin with `prefix`, in no order.
///
/// # Errors
/// [`StorageError::Blocked`] without storage.
pub fn keys(prefix: &str) -> Result<Vec<String>, StorageError> {
    let store = store()?;
    let count = store.length().map_err(|_| StorageError::Blocked)?;
    let all = (0..count).filter_map(|i| store.key(i).ok().flatten());
    Ok(all.filter(|key| key.starts_with(prefix)).collect())
}
