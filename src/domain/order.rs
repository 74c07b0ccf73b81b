//! Sorting short lists.
//!
//! The standard library's sort adds several kilobytes to the wasm for each type it sorts. Lists here have tens of
//! items, for which an insertion sort is as fast.

/// Sorts by `before`, which says whether its first argument must stand before its second. Equal items keep their order.
pub fn sort<T>(items: &mut [T], before: impl Fn(&T, &T) -> bool) {
    for end in 1..items.len() {
        let mut at = end;
        while let Some([left, right]) = at.checked_sub(1).and_then(|start| items.get(start..=at)) {
            if !before(right, left) {
                break;
            }
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn it_sorts_as_the_library_does(items in proptest::collection::vec((0u8..9, any::<u8>()), 0..40)) {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort(&mut ours, |a, b| a.0 < b.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
