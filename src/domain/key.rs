//! Reading files in which one wrong value should not hide the rest: a deployer's settings, of which the wrong key is to be
//! named, and entries that hold something worth more than their other keys.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// Reads a text. `None` if it is not JSON or not of this type.
///
/// By way of a [`Value`], as [`Key`] does: then serde's code for each type is in the wasm once and not twice (some 10 kB).
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    T::deserialize(serde_json::from_str::<Value>(text).ok()?).ok()
}

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

/// For fields with `#[serde(default, deserialize_with = "or_default")]`: a value of another kind counts as left out.
pub fn or_default<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(deserializer: D) -> Result<T, D::Error> {
    Key::deserialize(deserializer).map(|key| key.held().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize, Debug, PartialEq, Default)]
    #[serde(default)]
    struct Sample {
        a: Key<u64>,
        b: Key<Option<Box<Sample>>>,
        #[serde(deserialize_with = "or_default")]
        c: String,
    }

    fn read(text: &str) -> Option<Sample> {
        super::read(text)
    }

    #[test]
    fn a_value_of_another_kind_is_known_and_does_not_end_the_reading() {
        let text = r#"{"a":7,"b":null,"c":"x","d":{"e":1}}"#;
        assert_eq!(read(text), Some(Sample { a: Key::Holds(7), b: Key::Holds(None), c: "x".into() }));
        assert_eq!(read("{}"), Some(Sample::default()));
        for wrong in [r#"{"a":-1,"b":1,"c":2}"#, r#"{"a":null,"b":[7],"c":null}"#, r#"{"a":[],"b":"x","c":[]}"#] {
            assert_eq!(read(wrong), Some(Sample { a: Key::Wrong, b: Key::Wrong, c: String::new() }), "{wrong}");
        }
        assert_eq!(read(r#"{"a":7"#), None);
    }

    #[test]
    fn only_what_is_not_there_gives_way_to_another_value() {
        assert_eq!([Key::Missing, Key::Wrong, Key::Holds(1)].map(|key| key.held_or(2)), [Some(2), None, Some(1)]);
        assert_eq!([Key::Missing, Key::Wrong, Key::Holds(1)].map(Key::held), [None, None, Some(1)]);
    }
}
