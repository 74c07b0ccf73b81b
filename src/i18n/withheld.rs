//! What is not shown, and why.

use super::pick;
use crate::domain::text::Locale;

/// Why some groups are not shown.
pub fn withheld_why(locale: Locale, least: u32) -> String {
    let n = least.to_string();
    pick(
        locale,
        [
            "En grupp med färre än ",
            &n,
            " svarande visas inte för sig. Ibland döljs en grupp till, så att ingen kan räknas fram ur resten.",
        ]
        .concat(),
        [
            "A group of fewer than ",
            &n,
            " respondents is not shown by itself. Sometimes one more is hidden, so that nobody can be worked out from the rest.",
        ]
        .concat(),
    )
}

/// Why the answers of others do not count yet.
pub fn too_few(locale: Locale, handed: usize, least: u32) -> String {
    let (n, least) = (handed.to_string(), least.to_string());
    pick(
        locale,
        [
            &n,
            " svar från andra är inlagda men räknas inte än. De räknas när de är minst ",
            &least,
            ", så att ingen kan pekas ut. Blir ni färre: kom överens och svara tillsammans i den här bedömningen.",
        ]
        .concat(),
        [
            "Answers from others put in: ",
            &n,
            ". They do not count yet, but will when they are at least ",
            &least,
            ", so that nobody can be picked out. If you are fewer: agree and answer together in this assessment.",
        ]
        .concat(),
    )
}
