//! Which of two copies of a stored value to keep. Both stores and all tabs converge, in whatever order they are read.

use super::draft::Record;
use super::submission::{Delivery, Stored};

/// The prefix of a stored record of a draft: `dk1/<draft>/<name>`.
pub const DRAFTS: &str = "dk1/";
/// The prefix of a stored submission: `dku1/<key of the submission>`.
pub const SUBMISSIONS: &str = "dku1/";
/// The prefix of quarantined values, which were damaged and have been overwritten: `dkq1/<its key>`.
pub const QUARANTINE: &str = "dkq1/";
/// What every key of ours begins with, also those of a newer version of the site.
pub const OURS: &str = "dk";

/// Whether this version knows what is stored under a key.
pub fn is_known(key: &str) -> bool {
    [DRAFTS, SUBMISSIONS, QUARANTINE].iter().any(|prefix| key.starts_with(prefix))
}

/// Whether what is stored under a key is damaged. What this version does not know is not for it to say.
pub fn is_damaged(key: &str, text: &str) -> bool {
    match key.strip_prefix(SUBMISSIONS) {
        Some(submission) => Stored::read(submission, text).is_err(),
        None => key.starts_with(DRAFTS) && Record::read(key, text).is_err(),
    }
}

/// Whether `other` is to be kept rather than `one`, both stored under `key`. A damaged copy never replaces a good one.
pub fn is_better(key: &str, one: &str, other: &str) -> bool {
    if key.starts_with(SUBMISSIONS) {
        return matches!(sides(key, one, other), (one, Some(other)) if one.is_none_or(|one| other > one));
    }
    if !key.starts_with(DRAFTS) {
        return false;
    }
    match (Record::read(key, one), Record::read(key, other)) {
        (Ok(one), Ok(other)) => other.rank() > one.rank(),
        (Err(_), Ok(_)) => true,
        _ => false,
    }
}

/// Whether `other`, which another tab has stored just now, is to be kept rather than `one`: it is better, or the later
/// word on a submission that is still on its way.
pub fn is_later(key: &str, one: &str, other: &str) -> bool {
    is_better(key, one, other) || matches!(sides(key, one, other), (Some(0 | 1), Some(0 | 1)))
}

/// What `one` of two stores lacks, or has worse, and `other` has: to be written to it. Both are in the order of their keys,
/// as a database tells them: there may be thousands.
pub fn lacking(one: &[(String, String)], other: &[(String, String)]) -> Vec<(String, Option<String>)> {
    let lacks = |key: &String, text: &String| match one.binary_search_by(|(known, _)| known.cmp(key)) {
        Ok(at) => one.get(at).is_some_and(|(_, known)| known != text && is_better(key, known, text)),
        Err(_) => true,
    };
    other.iter().filter(|(key, text)| lacks(key, text)).map(|(key, text)| (key.clone(), Some(text.clone()))).collect()
}

/// How far each of two copies of a submission has come: 0 waits, 1 may have arrived, 2 has been received or refused and
/// stays so. `None` for a damaged one.
fn sides(key: &str, one: &str, other: &str) -> (Option<u8>, Option<u8>) {
    let far = |text| match Stored::read(key.strip_prefix(SUBMISSIONS)?, text).ok()?.delivery {
        Delivery::Waiting { .. } => Some(0),
        Delivery::Unconfirmed { .. } => Some(1),
        Delivery::Received { .. } | Delivery::Refused { .. } => Some(2),
    };
    (far(one), far(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn record(value: &str, clock: u64, tab: &str) -> String {
        Record { value: value.into(), clock, tab: tab.into(), over: None }.store("dk1/d/a/x")
    }

    /// Every cut of a record and of an entry of the outbox is damage, and never replaces the whole one.
    #[test]
    fn a_copy_cut_at_any_byte_never_replaces_the_whole_one() {
        let entry = std::fs::read_to_string("tests/data/outbox-1.json").expect("fixture");
        let submission = std::fs::read_to_string("tests/data/submission-1.json").expect("fixture");
        let key = ["id.", &crate::domain::hash::sha256_hex(submission.trim_end().as_bytes())].concat();
        for (key, whole) in [("dk1/d/a/x".to_string(), record("å4", 7, "t")), ([SUBMISSIONS, &key].concat(), entry)] {
            let whole = whole.trim_end();
            assert!(!is_damaged(&key, whole));
            for cut in (0..whole.len()).filter(|at| whole.is_char_boundary(*at)) {
                let short = whole.get(..cut).unwrap_or_default();
                assert!(is_damaged(&key, short), "{cut}");
                assert!(!is_better(&key, whole, short) && is_better(&key, short, whole), "{cut}");
            }
        }
    }

    #[test]
    fn of_two_copies_of_a_submission_the_one_that_has_come_further_stays() {
        let entry = std::fs::read_to_string("tests/data/outbox-1.json").expect("fixture");
        let submission = std::fs::read_to_string("tests/data/submission-1.json").expect("fixture");
        let id = ["id.", &crate::domain::hash::sha256_hex(submission.trim_end().as_bytes())].concat();
        let key = [SUBMISSIONS, &id].concat();
        let at = |words: &str| entry.replace("unconfirmed busy 503", words);
        // A browser that is killed while sending has the first in one store and the second in the other.
        let way = ["waiting", "unconfirmed timed_out", "received 7 x"].map(at);
        for (n, one) in way.iter().enumerate() {
            for (m, other) in way.iter().enumerate() {
                assert_eq!(is_better(&key, one, other), m > n, "{n} {m}");
                // Another tab's newer state is taken, unless the one here is final.
                assert_eq!(is_later(&key, one, other), m > n || n < 2 && m < 2, "{n} {m}");
            }
        }
        assert!(is_later("dk1/d/a/x", &record("4", 1, "t"), &record("5", 2, "t")));
        assert!(!is_later("dk1/d/a/x", &record("5", 2, "t"), &record("4", 1, "t")));
    }

    /// What a store may hold: records of a few places, and something of a newer version, which is there or not.
    fn stores() -> impl Strategy<Value = Vec<(String, String)>> {
        let held = proptest::collection::btree_map("[a-d]", (0u64..4, "[ab]"), 0..5);
        (held, proptest::bool::ANY).prop_map(|(held, newer)| {
            let one = |(place, (clock, tab)): (String, (u64, String))| {
                let key = ["dk1/d/a/", &place].concat();
                let text =
                    Record { value: [&clock.to_string(), tab.as_str()].concat(), clock, tab, over: None }.store(&key);
                (key, text)
            };
            let newer = newer.then(|| ("dk2/d".to_string(), "?".to_string()));
            held.into_iter().map(one).chain(newer).collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_order_of_copies_never_matters(copies in proptest::collection::vec((0u64..4, "[ab]"), 1..6)) {
            // One tab says one thing at one time.
            let texts: Vec<String> = copies.iter().map(|(c, t)| record(&format!("{c}{t}"), *c, t)).collect();
            let key = "dk1/d/a/x";
            let fold = |texts: &mut dyn Iterator<Item = &String>| {
                texts.cloned().reduce(|one, other| if is_better(key, &one, &other) { other } else { one })
            };
            prop_assert_eq!(fold(&mut texts.iter()), fold(&mut texts.iter().rev()));
        }

        #[test]
        fn two_stores_that_give_each_other_what_is_lacking_hold_the_same(
            (one, other) in (stores(), stores()),
        ) {
            let (mut first, mut second) = (one.clone(), other.clone());
            let give = |to: &mut Vec<(String, String)>, what: Vec<(String, Option<String>)>| {
                for (key, text) in what {
                    to.retain(|(known, _)| *known != key);
                    to.extend(text.map(|text| (key, text)));
                }
                to.sort();
            };
            give(&mut first, lacking(&one, &other));
            give(&mut second, lacking(&other, &one));
            prop_assert_eq!(&first, &second);
            // Nothing that was there is gone, and nothing good has become worse.
            for (key, text) in one.iter().chain(&other) {
                let kept = first.iter().find(|(known, _)| known == key).map(|(_, text)| text.as_str());
                prop_assert!(kept.is_some_and(|kept| kept == text || is_better(key, text, kept)));
            }
            prop_assert!(lacking(&first, &second).is_empty() && lacking(&second, &first).is_empty());
        }

        #[test]
        fn no_mutation_of_a_copy_replaces_the_good_one(at in 0usize..200, byte in 0u8..128, cut in 0usize..80) {
            let good = record("4", 7, "t");
            let mut bytes = good.clone().into_bytes();
            let at = at % bytes.len();
            bytes[at] = byte;
            let mutated = String::from_utf8(bytes).expect("ascii");
            let short = good.get(..cut.min(good.len())).unwrap_or_default();
            for bad in [mutated.as_str(), short] {
                let kept = if is_better("dk1/d/a/x", &good, bad) { bad } else { &good };
                prop_assert_eq!(Record::read("dk1/d/a/x", kept).expect("good").value, "4");
                if bad != good && Record::read("dk1/d/a/x", bad).is_err() {
                    prop_assert!(is_better("dk1/d/a/x", bad, &good));
                }
            }
        }
    }
}
