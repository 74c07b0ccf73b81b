//! Respondents without a server: each answers on a device of their own and hands over the draft as a file; the
//! measurement keeps each such sheet as one record, under the origin of the draft it came from ([`Draft::origin`]).

use super::answers::{Answer, Sheet};
use super::draft::{Draft, Field, MAX_SHEET, Name};
use super::instrument::Instrument;
use super::json;
use serde::Serialize;

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
#[derive(Serialize)]
struct SheetV1<'a> {
    a: Vec<(&'a str, &'a str)>,
    k: Vec<(&'a str, &'a str)>,
    g: &'a str,
    n: &'a str,
    t: u64,
}

impl Respondent {
    /// Reads the stored form. Answers to statements that the instrument does not have are left out.
    pub fn read(id: &str, text: &str, instrument: &Instrument) -> Option<Respondent> {
        let stored = json::read(text)?;
        let mut sheet = Sheet::empty(instrument);
        for (statement, word) in pairs(&stored, "a")? {
            if let Some(index) = instrument.statement(&statement) {
                sheet.set(index, Answer::from_word(&word, instrument.steps()).unwrap_or_default());
            }
        }
        let comments = pairs(&stored, "k")?;
        let comments = comments.into_iter().filter_map(|(id, text)| Some((instrument.statement(&id)?, text)));
        Some(Respondent {
            id: id.to_string(),
            group: json::string(&stored, "g")?,
            name: json::string(&stored, "n")?,
            changed: json::number(&stored, "t")?,
            sheet,
            comments: comments.collect(),
        })
    }
}

fn pairs(stored: &json::Value, key: &str) -> Option<Vec<(String, String)>> {
    json::list(stored, key, |pair| {
        let [id, text] = pair.as_array()?.as_slice() else { return None };
        Some((id.as_str()?.to_string(), text.as_str()?.to_string()))
    })
}

/// The stored form of a draft's own answers and comments, as a measurement keeps it under [`Name::Sheet`].
pub fn sheet_text(draft: &Draft) -> String {
    let (mut a, mut k) = (Vec::new(), Vec::new());
    for (name, record) in draft.records().filter(|(_, record)| !record.value.is_empty()) {
        match name {
            Name::Answer(id) => a.push((id.as_str(), record.value.as_str())),
            Name::Comment(id) => k.push((id.as_str(), record.value.as_str())),
            _ => {}
        }
    }
    let t = draft.field(Field::Changed).parse().unwrap_or(0);
    let stored = SheetV1 { a, k, g: draft.field(Field::Group), n: draft.field(Field::Respondent), t };
    // Strings, lists and integers only: this cannot fail.
    serde_json::to_string(&stored).unwrap_or_default()
}

/// All sheets that others have handed over, in the order of their ids. A damaged one is left out.
pub fn respondents(draft: &Draft, instrument: &Instrument) -> Vec<Respondent> {
    let sheets = draft.records().filter_map(|(name, record)| match name {
        Name::Sheet(id) if !record.value.is_empty() => Respondent::read(id, &record.value, instrument),
        _ => None,
    });
    sheets.collect()
}

/// How many sheets others have handed over.
pub fn count(draft: &Draft) -> usize {
    draft.records().filter(|(name, record)| matches!(name, Name::Sheet(_)) && !record.value.is_empty()).count()
}

/// All sheets of a measurement: the draft's own, if anything in it is answered, then those handed over.
pub fn sheets(draft: &Draft, instrument: &Instrument) -> Vec<Sheet> {
    let own = Some(draft.sheet(instrument)).filter(|own| own.answered() > 0);
    own.into_iter().chain(respondents(draft, instrument).into_iter().map(|r| r.sheet)).collect()
}

/// What has come of a file handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A sheet that was not there yet.
    New,
    /// A later version of one that is there. Somebody should be asked.
    Later,
    /// A later version that has taken the place of an earlier one.
    Replaced,
    /// An earlier version of one that is there.
    Earlier,
    /// It was there already.
    Same,
    /// It answers another questionnaire, or another version of it.
    OtherInstrument,
    /// It is for another measurement, or an example.
    OtherMeasurement,
    /// It answers nothing.
    Empty,
    /// It is this very measurement.
    Itself,
    /// Its comments are too long together.
    TooLong,
    /// There are as many sheets as there can be.
    TooMany,
}

impl Outcome {
    const ALL: [(Outcome, &'static str); 11] = [
        (Outcome::New, "new"),
        (Outcome::Later, "later"),
        (Outcome::Replaced, "replaced"),
        (Outcome::Earlier, "earlier"),
        (Outcome::Same, "same"),
        (Outcome::OtherInstrument, "instrument"),
        (Outcome::OtherMeasurement, "measurement"),
        (Outcome::Empty, "empty"),
        (Outcome::Itself, "itself"),
        (Outcome::TooLong, "long"),
        (Outcome::TooMany, "many"),
    ];

    /// A word for it.
    pub fn word(self) -> &'static str {
        Outcome::ALL.iter().find(|(o, _)| *o == self).map_or("", |(_, word)| word)
    }

    /// Reads [`word`](Self::word) back.
    pub fn parse(word: &str) -> Option<Outcome> {
        Outcome::ALL.iter().find(|(_, w)| *w == word).map(|(outcome, _)| *outcome)
    }
}

/// Weighs a draft that somebody has handed over. A new or later one comes with its record.
///
/// # Errors
/// Why it is not to be taken in.
pub fn weigh(measurement: &Draft, handed: &Draft, instrument: &Instrument) -> Result<(Outcome, Name, String), Outcome> {
    let origin = handed.origin();
    if origin == measurement.origin() {
        return Err(Outcome::Itself);
    }
    if handed.made_with(&instrument.reference) == Some(false) {
        return Err(Outcome::OtherInstrument);
    }
    let to = handed.field(Field::For);
    // An example's answers are nobody's.
    if !to.is_empty() && to != measurement.origin() || !handed.field(Field::Example).is_empty() {
        return Err(Outcome::OtherMeasurement);
    }
    if origin.is_empty() || handed.sheet(instrument).answered() == 0 {
        return Err(Outcome::Empty);
    }
    let text = sheet_text(handed);
    if text.len() > MAX_SHEET {
        return Err(Outcome::TooLong);
    }
    let name = Name::Sheet(origin.clone());
    match Respondent::read(&origin, measurement.value(&name), instrument) {
        Some(_) if measurement.value(&name) == text => Err(Outcome::Same),
        Some(known) if known.changed > handed.field(Field::Changed).parse().unwrap_or(0) => Err(Outcome::Earlier),
        Some(_) => Ok((Outcome::Later, name, text)),
        None if count(measurement) >= MAX_RESPONDENTS => Err(Outcome::TooMany),
        None => Ok((Outcome::New, name, text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::DraftId;
    use crate::domain::instrument::parse;

    fn instrument() -> Instrument {
        let file = std::fs::read("public/data/instruments/dimios-2023.json").expect("the instrument");
        parse(&file, "").expect("a good one")
    }

    fn draft(tab: &str, answers: &[(&str, &str)]) -> Draft {
        let mut draft = Draft::new(DraftId::parse("test-1").expect("good id"));
        draft.write(Name::Field(Field::Created), "100", tab);
        for (statement, word) in answers {
            draft.write(Name::Answer((*statement).into()), word, tab);
        }
        draft
    }

    #[test]
    fn each_file_is_taken_once_and_a_later_one_is_told_apart() {
        let instrument = instrument();
        let (mut measurement, mut handed) = (draft("m", &[]), draft("r", &[("skugg_it", "5"), ("okant", "3")]));
        handed.write(Name::Comment("skugg_it".into()), "Två\nrader", "r");
        handed.write(Name::Field(Field::Group), "Skola", "r");
        handed.write(Name::Field(Field::Changed), "200", "r");
        let (outcome, name, text) = weigh(&measurement, &handed, &instrument).expect("new");
        assert_eq!(outcome, Outcome::New);
        measurement.write(name, &text, "m");
        assert_eq!(weigh(&measurement, &handed, &instrument), Err(Outcome::Same));
        let [one] = respondents(&measurement, &instrument).try_into().expect("one");
        let index = instrument.statement("skugg_it").expect("there");
        assert_eq!((one.sheet.get(index), one.group.as_str(), one.changed), (Answer::Step(5), "Skola", 200));
        assert_eq!(one.comments, [(index, "Två\nrader".to_string())]);
        let earlier = handed.clone();
        handed.write(Name::Answer("skugg_it".into()), "6", "r");
        handed.write(Name::Field(Field::Changed), "300", "r");
        let (outcome, name, text) = weigh(&measurement, &handed, &instrument).expect("later");
        assert_eq!(outcome, Outcome::Later);
        measurement.write(name, &text, "m");
        assert_eq!(weigh(&measurement, &earlier, &instrument), Err(Outcome::Earlier));
        assert_eq!(sheets(&measurement, &instrument).len(), 1);
    }

    #[test]
    fn a_measurement_that_holds_only_the_answers_of_others_has_something_to_lose() {
        let mut measurement = draft("m", &[]);
        measurement.write(Name::Field(Field::Groups), "Skola", "m");
        assert!(!measurement.has_content());
        let sheet = sheet_text(&draft("r", &[("skugg_it", "5")]));
        measurement.write(Name::Sheet("100-r".into()), &sheet, "m");
        assert!(measurement.has_content() && measurement.answered() == 0);
        measurement.write(Name::Sheet("100-r".into()), "", "m");
        assert!(!measurement.has_content());
    }

    #[test]
    fn what_does_not_belong_is_told_apart() {
        let instrument = instrument();
        let measurement = draft("m", &[("skugg_it", "1")]);
        let weighed = |handed: &Draft| weigh(&measurement, handed, &instrument);
        assert_eq!(weighed(&measurement), Err(Outcome::Itself));
        assert_eq!(weighed(&draft("r", &[])), Err(Outcome::Empty));
        let mut handed = draft("r", &[("skugg_it", "2")]);
        handed.write(Name::Field(Field::For), "100-m", "r");
        assert!(weighed(&handed).is_ok());
        handed.write(Name::Field(Field::For), "100-annan", "r");
        assert_eq!(weighed(&handed), Err(Outcome::OtherMeasurement));
        handed.write(Name::Field(Field::Instrument), "annat/1/x", "r");
        assert_eq!(weighed(&handed), Err(Outcome::OtherInstrument));
        let mut long = draft("l", &[("skugg_it", "2")]);
        for n in 0..20 {
            long.write(Name::Comment(n.to_string()), &"x".repeat(16 * 1024), "l");
        }
        assert_eq!(weighed(&long), Err(Outcome::TooLong));
        assert_eq!(sheets(&measurement, &instrument).len(), 1);
    }
}
