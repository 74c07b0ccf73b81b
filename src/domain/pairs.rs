//! A small map from keys to values, in the order of insertion.
//!
//! The standard library's maps add kilobytes to the wasm for each value type. Here are tens or hundreds of short keys,
//! for which a linear search is as fast.

/// Keys and their values. No key is there twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairs<T>(Vec<(String, T)>);

impl<T> Default for Pairs<T> {
    fn default() -> Pairs<T> {
        Pairs(Vec::new())
    }
}

impl<T> Pairs<T> {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// The value of a key, to change it.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut T> {
        self.0.iter_mut().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// Sets the value of a key.
    pub fn set(&mut self, key: &str, value: T) {
        match self.get_mut(key) {
            Some(old) => *old = value,
            None => self.0.push((key.to_string(), value)),
        }
    }

    /// Takes a key away.
    pub fn remove(&mut self, key: &str) {
        self.0.retain(|(known, _)| known != key);
    }

    /// Keeps what `keep` says.
    pub fn retain(&mut self, keep: impl Fn(&str, &T) -> bool) {
        self.0.retain(|(key, value)| keep(key, value));
    }

    /// All keys and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// All keys and values, to change the values.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&str, &mut T)> {
        self.0.iter_mut().map(|(key, value)| (key.as_str(), value))
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn it_holds_what_the_library_would(steps in proptest::collection::vec(("[a-d]", proptest::option::of(0u8..9)), 0..40)) {
            let (mut ours, mut theirs) = (Pairs::default(), BTreeMap::new());
            for (key, value) in steps {
                match value {
                    Some(value) => { ours.set(&key, value); theirs.insert(key, value); }
                    None => { ours.remove(&key); theirs.remove(&key); }
                }
            }
            prop_assert_eq!(ours.is_empty(), theirs.is_empty());
            let all: BTreeMap<String, u8> = ours.iter().map(|(k, v)| (k.to_string(), *v)).collect();
            prop_assert_eq!(&all, &theirs);
            for key in ["a", "d"] { prop_assert_eq!(ours.get(key), theirs.get(key)); }
        }
    }
}
