//! The register of municipalities and counties, and the order of Swedish names.

use crate::domain::fold::{fold, swedish};
use crate::domain::key;
use serde::Deserialize;

/// A municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipality {
    /// Its code (SCB): four digits, the first two are the county's.
    pub code: String,
    /// Its name without "kommun" or "stad".
    pub name: String,
}

/// The register file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// Where it comes from.
    pub source: String,
    /// Code and name of each county.
    pub counties: Vec<(String, String)>,
    /// Code and name of each municipality.
    pub municipalities: Vec<(String, String)>,
}

/// Reads the register file.
///
/// # Errors
/// What is wrong, with line and column.
pub fn parse_register(bytes: &[u8]) -> Result<Register, String> {
    let register: Register = serde_json::from_slice(bytes).map_err(|e| e.to_string())?;
    let codes = register.municipalities.iter().map(|(code, _)| code);
    match codes.into_iter().find(|c| c.len() != 4 || !c.bytes().all(|b| b.is_ascii_digit())) {
        Some(bad) => Err(["municipality code \"", bad, "\" is not four digits"].concat()),
        None => Ok(register),
    }
}

/// Reads the municipalities of the register file.
///
/// # Errors
/// As [`parse_register`].
pub fn parse_municipalities(bytes: &[u8]) -> Result<Vec<Municipality>, String> {
    let register = parse_register(bytes)?;
    Ok(register.municipalities.into_iter().map(|(code, name)| Municipality { code, name }).collect())
}

/// The register file, as far as a page needs it.
#[derive(Deserialize)]
struct Carried {
    municipalities: Vec<(String, String)>,
}

/// Reads the municipalities that a page carries. The register was checked when the page was made.
pub fn carried_municipalities(text: &str) -> Option<Vec<Municipality>> {
    let carried: Carried = key::read(text)?;
    Some(carried.municipalities.into_iter().map(|(code, name)| Municipality { code, name }).collect())
}

/// The counties (SCB), as in the register file: few and stable enough to be known without it.
pub const COUNTIES: [(&str, &str); 21] = [
    ("01", "Stockholms län"),
    ("03", "Uppsala län"),
    ("04", "Södermanlands län"),
    ("05", "Östergötlands län"),
    ("06", "Jönköpings län"),
    ("07", "Kronobergs län"),
    ("08", "Kalmar län"),
    ("09", "Gotlands län"),
    ("10", "Blekinge län"),
    ("12", "Skåne län"),
    ("13", "Hallands län"),
    ("14", "Västra Götalands län"),
    ("17", "Värmlands län"),
    ("18", "Örebro län"),
    ("19", "Västmanlands län"),
    ("20", "Dalarnas län"),
    ("21", "Gävleborgs län"),
    ("22", "Västernorrlands län"),
    ("23", "Jämtlands län"),
    ("24", "Västerbottens län"),
    ("25", "Norrbottens län"),
];

/// The name of a municipality's county, by its code.
pub fn county_name(municipality: &str) -> Option<&'static str> {
    let county = municipality.get(..2)?;
    COUNTIES.iter().find(|(code, _)| *code == county).map(|(_, name)| *name)
}

/// A key that sorts Swedish names: a–z, then å ä ö; other marks, case and signs aside.
pub fn collation_key(name: &str) -> Vec<u8> {
    let place = |c: char| match c {
        'å' => Some(b'z' + 1),
        'ä' => Some(b'z' + 2),
        'ö' => Some(b'z' + 3),
        c if c.is_ascii() => Some(c as u8),
        _ => None,
    };
    swedish(name).chars().filter_map(place).collect()
}

/// The segment of the path that stands for a municipality's name: `upplands-vasby`. Names are few and known, and no two
/// give the same (`tests/gallery.rs`).
pub fn slug_of(name: &str) -> String {
    // There is a Habo too.
    if name == "Håbo" {
        return "haabo".into();
    }
    fold(name).replace(' ', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_letters_sort_last() {
        let mut names = ["Östersund", "Ånge", "Älvdalen", "Zorn", "Åre", "Upplands-Bro", "Uppsala", "Upplands Väsby"];
        names.sort_by_key(|n| collation_key(n));
        let expected = ["Upplands-Bro", "Upplands Väsby", "Uppsala", "Zorn", "Ånge", "Åre", "Älvdalen", "Östersund"];
        assert_eq!(names, expected);
    }
}
