//! The sheets that others have handed in, as they are listed.

use crate::browser::intl;
use crate::domain::draft::{Draft, Name};
use crate::domain::instrument::Instrument;
use crate::domain::respondents::{Respondent, read_group};
use crate::domain::text::Locale;
use crate::i18n::{answered_of, pick, respondents as texts};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A sheet that somebody else has handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedSheet {
    /// Which, and which version of it.
    pub key: SheetKey,
    /// The name of the respondent; empty for an anonymous one.
    name: String,
    /// The group that the respondent has chosen; empty for none.
    group: String,
    /// How many statements are answered.
    answered: usize,
    /// When it last changed: milliseconds since 1970, UTC; 0 where the file does not say.
    changed: u64,
}

/// The key of a row: the sheet and its version.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SheetKey {
    /// The origin of the draft it came from.
    pub id: String,
    /// Logical time and tab of the record that holds it.
    version: (u64, String),
}

/// The sheets of a measurement in the order of their ids, without damaged ones. `before` is the previous result:
/// unchanged sheets are taken from it, because parsing a thousand sheets takes long.
pub fn listed(measurement: &Draft, instrument: &Instrument, before: &[Arc<ListedSheet>]) -> Vec<Arc<ListedSheet>> {
    let before: BTreeMap<&str, &Arc<ListedSheet>> = before.iter().map(|one| (one.key.id.as_str(), one)).collect();
    let sheets = measurement.records().filter_map(|(name, record)| match name {
        Name::Sheet(id) if !record.value.is_empty() => {
            let same = before.get(id.as_str()).filter(|one| one.key.is_of(record.rank()));
            match same {
                Some(same) => Some(Arc::clone(same)),
                None => Some(Arc::new(ListedSheet::read(id, &record.value, record.rank(), instrument)?)),
            }
        }
        _ => None,
    });
    sheets.collect()
}

impl SheetKey {
    fn is_of(&self, (clock, tab): (u64, &str)) -> bool {
        self.version.0 == clock && self.version.1 == tab
    }
}

impl ListedSheet {
    fn read(id: &str, text: &str, (clock, tab): (u64, &str), instrument: &Instrument) -> Option<ListedSheet> {
        let read = Respondent::read(id, text, instrument)?;
        Some(ListedSheet {
            key: SheetKey { id: read.id, version: (clock, tab.to_string()) },
            name: read.name,
            group: read.group,
            answered: read.sheet.answered(),
            changed: read.changed,
        })
    }

    /// The group that it counts in; empty for none. `given` is the value of the record by which whoever measures has put
    /// it in another.
    pub fn group_by(&self, given: &str) -> String {
        read_group(given).unwrap_or(&self.group).to_string()
    }

    /// The cells of its row.
    pub fn row(&self, statements: usize, locale: Locale) -> SheetRow {
        let r = texts(locale);
        SheetRow {
            name: if self.name.is_empty() { r.anonymous.to_string() } else { self.name.clone() },
            answered: answered_of(self.answered, statements),
            changed: if self.changed == 0 { "–".to_string() } else { intl::moment(locale, self.changed) },
        }
    }
}

/// The cells of a sheet's row that stay as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// Whose it is.
    pub name: String,
    /// How many statements are answered: `12/30`.
    pub answered: String,
    /// When it last changed.
    pub changed: String,
}

impl SheetRow {
    /// Completes the accessible names of this row's buttons.
    pub fn description(&self, group: &str, locale: Locale) -> String {
        format!(": {}, {}, {}", self.name, shown_group(group, locale), self.answered)
    }
}

/// A group as it is shown.
pub fn shown_group(group: &str, locale: Locale) -> String {
    if group.is_empty() { texts(locale).no_group.to_string() } else { group.to_string() }
}

/// The groups to choose from for a sheet: none, those of the measurement, and the one it has if that is another.
pub fn group_choices(known: &[String], own: &str) -> Vec<String> {
    let other = Some(own).filter(|own| !own.is_empty() && !known.iter().any(|group| group == own));
    [""].into_iter().chain(known.iter().map(String::as_str)).chain(other).map(str::to_string).collect()
}

/// `Visa 40 till`.
pub fn more_sheets(count: usize, locale: Locale) -> String {
    pick(locale, format!("Visa {count} till"), format!("Show {count} more"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::{DraftId, Field};
    use crate::domain::instrument::parse;
    use crate::domain::respondents::sheet_text;

    fn instrument() -> Instrument {
        let file = std::fs::read("public/data/instruments/dimios-2023.json").expect("the instrument");
        parse(&file, "").expect("a good one")
    }

    fn draft() -> Draft {
        Draft::new(DraftId::parse("test-1").expect("an id"))
    }

    fn sheet(name: &str, step: &str) -> String {
        let mut handed = draft();
        handed.write(Name::Answer("skugg_it".into()), step, "r");
        handed.write(Name::Field(Field::Respondent), name, "r");
        handed.write(Name::Field(Field::Group), "Skola", "r");
        sheet_text(&handed)
    }

    #[test]
    fn an_unchanged_sheet_is_not_read_again_and_a_later_version_has_another_key() {
        let (instrument, mut all) = (instrument(), draft());
        for id in ["2-b", "1-a"] {
            all.write(Name::Sheet(id.into()), &sheet("Åsa", "2"), "m");
        }
        all.write(Name::Sheet("3-c".into()), "damaged", "m");
        let first = listed(&all, &instrument, &[]);
        assert_eq!(first.iter().map(|one| one.key.id.as_str()).collect::<Vec<_>>(), ["1-a", "2-b"]);
        all.write(Name::Sheet("2-b".into()), &sheet("Bo", "3"), "m");
        let second = listed(&all, &instrument, &first);
        assert!(Arc::ptr_eq(&first[0], &second[0]));
        assert_ne!(first[1].key, second[1].key);
        assert_eq!(second[1].row(30, Locale::Sv).name, "Bo");
        all.write(Name::Sheet("1-a".into()), "", "m");
        assert_eq!(listed(&all, &instrument, &second).len(), 1);
    }

    #[test]
    fn a_row_says_whose_it_is_and_the_group_given_afterwards_counts() {
        let (instrument, mut all) = (instrument(), draft());
        all.write(Name::Sheet("1-a".into()), &sheet("", "2"), "m");
        let one = Arc::clone(&listed(&all, &instrument, &[])[0]);
        let row = one.row(30, Locale::Sv);
        assert_eq!((row.name.as_str(), row.answered.as_str(), row.changed.as_str()), ("Anonym", "1/30", "–"));
        assert_eq!([one.group_by(""), one.group_by("=Vård"), one.group_by("=")], ["Skola", "Vård", ""]);
        assert_eq!(row.description("", Locale::En), ": Anonym, –, 1/30");
    }

    #[test]
    fn a_sheet_may_keep_a_group_that_is_no_longer_offered() {
        let known = ["Skola".to_string(), "Vård".to_string()];
        assert_eq!(group_choices(&known, "Skola"), ["", "Skola", "Vård"]);
        assert_eq!(group_choices(&known, ""), ["", "Skola", "Vård"]);
        assert_eq!(group_choices(&known, "Kansli"), ["", "Skola", "Vård", "Kansli"]);
    }
}
