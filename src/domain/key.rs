//! Reading files in which one wrong value should not hide the rest: a deployer's settings, of which the wrong key is to be
//! named, and entries that hold something worth more than their other keys.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// What stands under a key. For fields of structs that derive `Deserialize`, with `#[serde(default)]`: a value of another
/// kind does not end the reading, so whoever validates the file can say which key it is. No key of this kind holds a list.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Key<T> {
    /// The key is not there.
    #[default]
    Missing,
    /// It holds a value of another kind.
    Wrong,
    /// It holds this.
    Holds(T),
}

impl<T> Key<T> {
    /// The value. `None` both for a key that is not there and for a value of another kind.
    pub fn held(self) -> Option<T> {
        match self {
            Key::Holds(value) => Some(value),
            Key::Missing | Key::Wrong => None,
        }
    }

    /// The value, or another one if the key is not there. `None` for a value of another kind.
    pub fn held_or(self, other: T) -> Option<T> {
        match self {
            Key::Missing => Some(other),
            Key::Wrong => None,
            Key::Holds(value) => Some(value),
        }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Key<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Key<T>, D::Error> {
        match Value::deserialize(deserializer)? {
            // Serde would take a list for the fields of a struct, in their order.
            Value::Array(_) => Ok(Key::Wrong),
            value => Ok(T::deserialize(value).map_or(Key::Wrong, Key::Holds)),
        }
    }
}
