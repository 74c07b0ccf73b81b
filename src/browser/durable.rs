//! IndexedDB as the app uses it: two databases, each in a folder of its own, so that what one has lost the other still
//! has.
//!
//! Chromium keeps a site's IndexedDB as one LevelDB. If it is killed in the middle of writing there, the torn end of the
//! log is written on after the next start, and the start after that finds the log damaged and throws all of it away
//! (measured: docs/reliability.md). A storage bucket has a LevelDB of its own. One is written after the other, so a kill
//! tears one of them at most. Where a browser has no buckets there is no copy.

use super::database::{Database, NAME};
use super::quota;
use crate::domain::journal::StorageError;
use crate::domain::merge::lacking;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The open store.
#[derive(Clone)]
pub struct Durable {
    first: Database,
    copy: Option<Database>,
}

impl Durable {
    /// Opens it, and creates it where there is none; without its copy if that may be why opening failed before.
    ///
    /// # Errors
    /// [`StorageError::Blocked`] where the browser gives none.
    pub async fn open(with_copy: bool) -> Result<Durable, StorageError> {
        let first = open_first().await.map_err(|_| StorageError::Blocked)?;
        let copy = if with_copy { open_copy().await.ok() } else { None };
        Ok(Durable { first, copy })
    }

    /// Closes it. Transactions under way may still be committed.
    pub fn close(&self) {
        self.first.close();
        if let Some(copy) = &self.copy {
            copy.close();
        }
    }

    /// Every key that begins with `prefix`, with its value; of two copies of a key the later one counts. What either
    /// database lacks, or has older or damaged, is written to it.
    ///
    /// # Errors
    /// If it has been closed, cannot be read, or cannot take what it lacks.
    pub async fn read(&self, prefix: &str) -> Result<Vec<(String, String)>, StorageError> {
        let mut all = self.first.read(prefix).await?;
        // A copy that cannot be read is left as it is: the next start may read it.
        if let Some(copy) = &self.copy
            && let Ok(copied) = copy.read(prefix).await
        {
            let (ahead, behind) = (lacking(&all, &copied), lacking(&copied, &all));
            self.first.write(&ahead).await?;
            self.copy(&behind).await;
            all.extend(ahead.into_iter().filter_map(|(key, text)| Some((key, text?))));
        }
        Ok(all)
    }

    /// Stores all of these or none; `None` removes. Answers when they are on the disk.
    ///
    /// # Errors
    /// If it has been closed, is full, or the transaction was aborted: then nothing has changed.
    pub async fn write(&self, items: &[(String, Option<String>)]) -> Result<(), StorageError> {
        self.first.write(items).await?;
        self.copy(items).await;
        Ok(())
    }

    /// Writes to the copy. One that cannot be written, or is not open when something is removed, is deleted whole: it
    /// would bring removed values back.
    async fn copy(&self, items: &[(String, Option<String>)]) {
        let follows = match &self.copy {
            Some(copy) => copy.write(items).await.is_ok(),
            None => items.iter().all(|(_, text)| text.is_some()),
        };
        if !follows {
            forget_copy();
        }
    }
}

async fn open_first() -> Result<Database, JsValue> {
    Database::open(&web_sys::window().ok_or(JsValue::NULL)?.indexed_db()?.ok_or(JsValue::NULL)?).await
}

async fn open_copy() -> Result<Database, JsValue> {
    let bucket = JsFuture::from(quota::call("storageBuckets", "open", NAME)?).await?;
    Database::open(&Reflect::get(&bucket, &"indexedDB".into())?.unchecked_into()).await
}

/// Deletes the copy. The next start makes a new one from the first database.
fn forget_copy() {
    if let Ok(removed) = quota::call("storageBuckets", "delete", NAME) {
        spawn_local(async move {
            // If even this fails, the copy cannot be read either.
            let _ = JsFuture::from(removed).await;
        });
    }
}
