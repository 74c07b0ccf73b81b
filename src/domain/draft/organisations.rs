//! Whom a measurement is about.

/// The organisations that two fields name: code and name of each municipality in the order chosen, and any other
/// organisation (without a code) last. `municipalities` is as in [`Field::Municipalities`](super::Field::Municipalities).
pub fn organisations<'a>(municipalities: &'a str, organisation: &'a str) -> Vec<(Option<&'a str>, &'a str)> {
    let chosen = municipalities.split(';').filter_map(|m| m.split_once(' '));
    let other = Some(organisation.trim()).filter(|o| !o.is_empty());
    chosen.map(|(code, name)| (Some(code), name)).chain(other.map(|name| (None, name))).collect()
}
