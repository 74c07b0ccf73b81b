//! Respondents without a server: each answers on a device of their own and hands over the draft as a file; the
//! measurement keeps each such sheet as one record, under the origin of the draft it came from ([`Draft::origin`]).

use super::answers::Answer;
use super::draft::{Draft, Field, Name};
use super::instrument::Instrument;
use super::sheet::Sheet;
use crate::domain::key;
use serde::{Deserialize, Serialize};

/// The most sheets in one measurement.
pub const MAX_RESPONDENTS: usize = 2000;

/// One respondent's sheet in a measurement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Respondent {
    /// The origin of the draft it came from.
    pub id: String,
    /// The group chosen; empty for none.
    pub group: String,
    /// The name given; empty for an anonymous respondent.
    pub name: String,
    /// When it last changed: milliseconds since 1970, UTC.
    pub changed: u64,
    /// The answers.
    pub sheet: Sheet,
    /// Comments with the index of their statement.
    pub comments: Vec<(usize, String)>,
}

/// The stored form, version 1. Pairs of statement and word, so that any instrument fits.
#[derive(Serialize, Deserialize)]
struct SheetV1 {
    #[serde(rename = "a")]
    answers: Vec<(String, String)>,
    #[serde(rename = "k")]
    comments: Vec<(String, String)>,
    #[serde(rename = "g")]
    group: String,
    #[serde(rename = "n")]
    name: String,
    #[serde(rename = "t")]
    changed: u64,
}

impl Respondent {
    /// Reads the stored form. Answers to statements that the instrument does not have are left out.
    pub fn read(id: &str, text: &str, instrument: &Instrument) -> Option<Respondent> {
        let stored: SheetV1 = key::read(text)?;
        let mut sheet = Sheet::empty(instrument);
        for (statement, word) in stored.answers {
            if let Some(index) = instrument.statement(&statement) {
                sheet.set(index, Answer::from_word(&word, instrument.steps()).unwrap_or_default());
            }
        }
        let comments = stored.comments.into_iter();
        let comments = comments.filter_map(|(id, text)| Some((instrument.statement(&id)?, text))).collect();
        let SheetV1 { group, name, changed, .. } = stored;
        Some(Respondent { id: id.to_string(), group, name, changed, sheet, comments })
    }
}

/// What a respondent hands over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandedSheet<'a> {
    /// Ids of statements with the words of their answers.
    pub answers: Vec<(&'a str, &'a str)>,
    /// Ids of statements with comments on them.
    pub comments: Vec<(&'a str, &'a str)>,
    /// The group chosen; empty for none.
    pub group: &'a str,
    /// The name given; empty for none.
    pub name: &'a str,
    /// When it last changed: milliseconds since 1970, UTC; 0 where that is not known.
    pub changed: u64,
}

impl HandedSheet<'_> {
    /// The stored form, as a measurement keeps it under [`Name::Sheet`].
    pub fn store(self) -> String {
        let owned = |pairs: Vec<(&str, &str)>| pairs.into_iter().map(|(id, text)| (id.into(), text.into())).collect();
        let stored = SheetV1 {
            answers: owned(self.answers),
            comments: owned(self.comments),
            group: self.group.into(),
            name: self.name.into(),
            changed: self.changed,
        };
        // Strings, lists and integers only: this cannot fail.
        serde_json::to_string(&stored).unwrap_or_default()
    }
}

/// The stored form of a draft's own answers and comments, as a measurement keeps it under [`Name::Sheet`].
pub fn sheet_text(draft: &Draft) -> String {
    let mut sheet = HandedSheet {
        group: draft.field(Field::Group),
        name: draft.field(Field::Respondent),
        changed: draft.field(Field::Changed).parse().unwrap_or(0),
        ..HandedSheet::default()
    };
    for (name, record) in draft.records().filter(|(_, record)| !record.value.is_empty()) {
        match name {
            Name::Answer(id) => sheet.answers.push((id, &record.value)),
            Name::Comment(id) => sheet.comments.push((id, &record.value)),
            _ => {}
        }
    }
    sheet.store()
}

/// All sheets that others have handed over, in the order of their ids. A damaged one is left out.
pub fn respondents(draft: &Draft, instrument: &Instrument) -> Vec<Respondent> {
    let sheets = draft.records().filter_map(|(name, record)| match name {
        Name::Sheet(id) if !record.value.is_empty() => {
            let mut one = Respondent::read(id, &record.value, instrument)?;
            if let Some(group) = given_group(draft, id) {
                one.group = group.to_string();
            }
            Some(one)
        }
        _ => None,
    });
    sheets.collect()
}

/// The group that whoever measures has put a sheet in; empty for none at all. `None` if that is left to the respondent,
/// who chose one or did not. It has a record of its own, so that the sheet stays as it was handed over: the same file
/// again is known again, and a later one does not undo the choice.
pub fn given_group<'a>(draft: &'a Draft, id: &str) -> Option<&'a str> {
    read_group(draft.value(&Name::Group(id.to_string())))
}

/// Reads the value of the record that [`group_value`] makes. `None` for a record without one.
pub fn read_group(value: &str) -> Option<&str> {
    value.strip_prefix('=')
}

/// The record's value for [`given_group`].
pub fn group_value(group: &str) -> String {
    ["=", group].concat()
}

/// How many sheets others have handed over.
pub fn count(draft: &Draft) -> usize {
    draft.records().filter(|(name, record)| matches!(name, Name::Sheet(_)) && !record.value.is_empty()).count()
}

/// Whether this many sheets handed over count. Fewer than the smallest group that may be shown do not: any figure would
/// be about so few, and what is shown less one's own sheet, which whoever answers here knows, is what they said.
pub fn are_enough(handed: usize, instrument: &Instrument) -> bool {
    usize::try_from(instrument.rules.minimum_group).is_ok_and(|least| handed >= least)
}

/// Those of the sheets handed over that count: all of them, or none while they are too few.
pub fn counted(mut handed: Vec<Respondent>, instrument: &Instrument) -> Vec<Respondent> {
    if !are_enough(handed.len(), instrument) {
        handed.clear();
    }
    handed
}

/// All sheets of a measurement that count: the draft's own, if anything in it is answered, then those handed over.
pub fn sheets(draft: &Draft, instrument: &Instrument) -> Vec<Sheet> {
    let own = Some(draft.sheet(instrument)).filter(|own| own.answered() > 0);
    let handed = counted(respondents(draft, instrument), instrument);
    own.into_iter().chain(handed.into_iter().map(|r| r.sheet)).collect()
}
