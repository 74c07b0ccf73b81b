//! The names of drafts.

/// Names a draft: what `?utkast=` holds. 4–40 of `a-z`, `0-9` and `-`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(String);

impl DraftId {
    /// Checks the form of an id that comes from outside.
    pub fn parse(text: &str) -> Option<DraftId> {
        let fits = (4..=40).contains(&text.len());
        let plain = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        (fits && plain).then(|| DraftId(text.to_string()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_from_outside_are_checked() {
        for bad in ["", "abc", "ABCDE", "a/b/c", "åäöåäö", "a b c d", &"x".repeat(41)] {
            assert_eq!(DraftId::parse(bad), None, "{bad}");
        }
        assert!(DraftId::parse("k3f9-x2").is_some());
    }
}
