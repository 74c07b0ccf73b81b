//! A database of IndexedDB with strict durability: what it reports as stored is on the disk, also if the browser is
//! killed at once.

use crate::domain::journal::StorageError;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

/// Its name, in the default bucket and in a bucket of its own.
pub const NAME: &str = "dimios";
const TABLE: &str = "records";

/// An open database.
#[derive(Clone)]
pub struct Database(pub IdbDatabase);

impl Database {
    /// Opens it, and creates it where there is none.
    ///
    /// # Errors
    /// Where the browser does not let it.
    pub async fn open(factory: &IdbFactory) -> Result<Database, JsValue> {
        let request: IdbOpenDbRequest = factory.open_with_u32(NAME, 1)?;
        let asked = request.clone();
        let make = Closure::once_into_js(move || {
            // It fails where the object store exists already.
            let _ = database(&asked).and_then(|db| db.create_object_store(TABLE));
            if let Some(transaction) = asked.transaction() {
                all_is_asked(&transaction);
            }
        });
        Reflect::set(&request, &"onupgradeneeded".into(), &make)?;
        finished(&request, "onsuccess", &["onerror", "onblocked"]).await?;
        let db = database(&request)?;
        // Another tab wants to delete or upgrade it (`versionchange`): close at once, or that tab would wait for ever.
        let closing = db.clone();
        Reflect::set(&db, &"onversionchange".into(), &Closure::once_into_js(move || closing.close()))?;
        Ok(Database(db))
    }

    /// Closes it. Transactions under way may still be committed.
    pub fn close(&self) {
        self.0.close();
    }

    /// Every key that begins with `prefix`, with its value.
    ///
    /// # Errors
    /// If it has been closed or cannot be read.
    pub async fn read(&self, prefix: &str) -> Result<Vec<(String, String)>, StorageError> {
        self.try_read(prefix).await.map_err(|e| why(&e))
    }

    /// Stores all of these or none; `None` removes. Answers when they are on the disk.
    ///
    /// # Errors
    /// If it has been closed, is full, or the transaction was aborted: then nothing has changed.
    pub async fn write(&self, items: &[(String, Option<String>)]) -> Result<(), StorageError> {
        self.try_write(items).await.map_err(|e| why(&e))
    }

    async fn try_read(&self, prefix: &str) -> Result<Vec<(String, String)>, JsValue> {
        let transaction = self.0.transaction_with_str(TABLE)?;
        let table = transaction.object_store(TABLE)?;
        let range = IdbKeyRange::bound(&prefix.into(), &[prefix, "\u{ffff}"].concat().into())?;
        let (keys, values) = (table.get_all_keys_with_key(&range)?, table.get_all_with_key(&range)?);
        all_is_asked(&transaction);
        finished(&transaction, "oncomplete", &["onabort", "onerror"]).await?;
        let (keys, values) = (keys.result()?.unchecked_into::<Array>(), values.result()?.unchecked_into::<Array>());
        Ok(keys.iter().zip(values.iter()).filter_map(|(k, v)| k.as_string().zip(v.as_string())).collect())
    }

    async fn try_write(&self, items: &[(String, Option<String>)]) -> Result<(), JsValue> {
        if items.is_empty() {
            return Ok(());
        }
        let transaction = self.strict()?;
        let table: IdbObjectStore = transaction.object_store(TABLE)?;
        let mut kept = Vec::new();
        for (key, text) in items {
            match text {
                Some(text) => table.put_with_key(&text.into(), &key.into())?,
                None => table.delete(&key.into())?,
            };
            kept.push(table.get(&key.into())?);
        }
        all_is_asked(&transaction);
        finished(&transaction, "oncomplete", &["onabort", "onerror"]).await.map_err(|event| {
            // The transaction has the reason, not the event.
            transaction.error().map_or(event, Into::into)
        })?;
        // Some engines drop a write silently.
        for (kept, (_, text)) in kept.iter().zip(items) {
            if kept.result()?.as_string() != *text {
                return Err(JsValue::NULL);
            }
        }
        Ok(())
    }

    /// A transaction that completes only when the disk has it. Called through `Reflect`: web-sys's binding for its
    /// options would make the wasm larger.
    fn strict(&self) -> Result<IdbTransaction, JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let begin: Function = Reflect::get(&self.0, &"transaction".into())?.dyn_into()?;
        begin.call3(&self.0, &TABLE.into(), &"readwrite".into(), &options)?.dyn_into()
    }
}

fn database(request: &IdbRequest) -> Result<IdbDatabase, JsValue> {
    request.result()?.dyn_into()
}

/// Commits explicitly. Otherwise the transaction ends only once the page has handled every success event; WebKit may
/// put a page that is left before that into its back-forward cache, and later transactions wait for ever (test in
/// `tests/e2e/engines.test.mjs`: a page left in mid-writing).
#[expect(deprecated, reason = "web-sys calls it so, IndexedDB 3.0 does not")]
fn all_is_asked(transaction: &IdbTransaction) {
    // Without `commit` the transaction ends by itself.
    let _ = transaction.commit();
}

/// Waits for the event `good`; any of the events in `bad` is an error.
async fn finished(target: &JsValue, good: &str, bad: &[&str]) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        // Setting an event handler property of an event target cannot fail.
        let _ = Reflect::set(target, &good.into(), &resolve);
        for name in bad {
            let _ = Reflect::set(target, &(*name).into(), &reject);
        }
    });
    JsFuture::from(promise).await
}

fn why(error: &JsValue) -> StorageError {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|n| n.as_string());
    match name.as_deref() {
        Some("QuotaExceededError") => StorageError::Full,
        _ => StorageError::NotKept,
    }
}
