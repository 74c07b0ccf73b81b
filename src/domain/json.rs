//! Reading small JSON values by hand.
//!
//! A derived `Deserialize` adds kilobytes to the wasm for each type. Records, the outbox, submissions and settings are
//! parsed into a [`Value`] and read by these accessors instead.

pub use serde_json::Value;

/// Reads a text. `None` if it is not JSON.
pub fn read(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

/// The text under a key.
pub fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str()
}

/// The owned text under a key.
pub fn string(value: &Value, key: &str) -> Option<String> {
    text(value, key).map(str::to_string)
}

/// The whole number under a key, 0 or more.
pub fn number(value: &Value, key: &str) -> Option<u64> {
    value.get(key)?.as_u64()
}

/// The list under a key, each item read by `item`. `None` if any of them cannot be.
pub fn list<T>(value: &Value, key: &str, item: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    value.get(key)?.as_array()?.iter().map(item).collect()
}
