//! Taking in what respondents hand over: each sheet once, and of several versions of one the newest, whatever the order
//! of the files.

use super::draft::{Draft, Field, MAX_SHEET, Name};
use super::instrument::Instrument;
use super::order;
use super::respondents::{MAX_RESPONDENTS, Respondent, count, sheet_text};

/// The outcome for a file that was handed in.
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

/// A file that holds a sheet for this measurement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// The origin of the draft it came from, which names the respondent.
    pub id: String,
    /// When it last changed: milliseconds since 1970, UTC.
    pub changed: u64,
    /// The record to keep.
    pub text: String,
}

impl Handed {
    /// Whether this version is to be kept rather than the other. Of two that changed in the same millisecond one is
    /// chosen by its text, so that the order in which they come decides nothing.
    fn is_newer(&self, changed: u64, text: &str) -> bool {
        (self.changed, self.text.as_str()) > (changed, text)
    }
}

/// Reads the sheet of a draft that was handed in, with the checks that need no other sheet.
///
/// # Errors
/// Why it is not to be taken in.
pub fn read_handed(measurement: &Draft, draft: &Draft, instrument: &Instrument) -> Result<Handed, Outcome> {
    let id = draft.origin();
    if id == measurement.origin() {
        return Err(Outcome::Itself);
    }
    if draft.made_with(&instrument.reference) == Some(false) {
        return Err(Outcome::OtherInstrument);
    }
    let to = draft.field(Field::For);
    // An example's answers are nobody's.
    if !to.is_empty() && to != measurement.origin() || !draft.field(Field::Example).is_empty() {
        return Err(Outcome::OtherMeasurement);
    }
    if id.is_empty() || draft.sheet(instrument).answered() == 0 {
        return Err(Outcome::Empty);
    }
    let text = sheet_text(draft);
    if text.len() > MAX_SHEET {
        return Err(Outcome::TooLong);
    }
    Ok(Handed { id, changed: draft.field(Field::Changed).parse().unwrap_or(0), text })
}

/// Sorts out what came together, by index: the newest of each respondent, in the order of their ids, and what the others
/// are beside it, [`Outcome::Same`] or [`Outcome::Earlier`].
pub fn sort_out(files: &[Handed]) -> (Vec<usize>, Vec<(usize, Outcome)>) {
    let mut newest: Vec<(usize, &Handed)> = Vec::new();
    let mut others = Vec::new();
    for (index, file) in files.iter().enumerate() {
        match newest.iter_mut().find(|(_, known)| known.id == file.id) {
            Some((_, known)) if known.text == file.text => others.push((index, Outcome::Same)),
            Some((first, known)) if file.is_newer(known.changed, &known.text) => {
                others.push((std::mem::replace(first, index), Outcome::Earlier));
                *known = file;
            }
            Some(_) => others.push((index, Outcome::Earlier)),
            None => newest.push((index, file)),
        }
    }
    order::sort(&mut newest, |a, b| a.1.id < b.1.id);
    (newest.into_iter().map(|(index, _)| index).collect(), others)
}

/// What is to become of the newest sheet of a respondent. [`Outcome::New`] is to be written, under [`Handed::id`].
pub fn place(measurement: &Draft, handed: &Handed, instrument: &Instrument) -> Outcome {
    let known = measurement.value(&Name::Sheet(handed.id.clone()));
    match Respondent::read(&handed.id, known, instrument) {
        Some(_) if known == handed.text => Outcome::Same,
        Some(other) if !handed.is_newer(other.changed, known) => Outcome::Earlier,
        Some(_) => Outcome::Later,
        None if count(measurement) >= MAX_RESPONDENTS => Outcome::TooMany,
        None => Outcome::New,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answers::Answer;
    use crate::domain::draft::DraftId;
    use crate::domain::instrument::parse;
    use crate::domain::respondents::{group_value, respondents, sheets};

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
        let take = |measurement: &mut Draft, draft: &Draft| {
            let handed = read_handed(measurement, draft, &instrument).expect("a sheet for this measurement");
            let outcome = place(measurement, &handed, &instrument);
            if matches!(outcome, Outcome::New | Outcome::Later) {
                measurement.write(Name::Sheet(handed.id), &handed.text, "m");
            }
            outcome
        };
        assert_eq!(take(&mut measurement, &handed), Outcome::New);
        assert_eq!(take(&mut measurement, &handed), Outcome::Same);
        let [one] = respondents(&measurement, &instrument).try_into().expect("one");
        let index = instrument.statement("skugg_it").expect("there");
        assert_eq!((one.sheet.get(index), one.group.as_str(), one.changed), (Answer::Step(5), "Skola", 200));
        assert_eq!(one.comments, [(index, "Två\nrader".to_string())]);
        let earlier = handed.clone();
        handed.write(Name::Answer("skugg_it".into()), "6", "r");
        handed.write(Name::Field(Field::Changed), "300", "r");
        assert_eq!(take(&mut measurement, &handed), Outcome::Later);
        assert_eq!(take(&mut measurement, &earlier), Outcome::Earlier);
        assert_eq!(respondents(&measurement, &instrument).len(), 1);
    }

    #[test]
    fn a_group_given_afterwards_stays_and_the_file_is_known_all_the_same() {
        let instrument = instrument();
        let (mut measurement, mut handed) = (draft("m", &[]), draft("r", &[("skugg_it", "5")]));
        handed.write(Name::Field(Field::Group), "Skola", "r");
        let taken = read_handed(&measurement, &handed, &instrument).expect("a sheet for this measurement");
        measurement.write(Name::Sheet(taken.id.clone()), &taken.text, "m");
        let group = |measurement: &Draft| respondents(measurement, &instrument)[0].group.clone();
        assert_eq!(group(&measurement), "Skola");
        for given in ["Vård", ""] {
            measurement.write(Name::Group(taken.id.clone()), &group_value(given), "m");
            assert_eq!(group(&measurement), given);
            assert_eq!(place(&measurement, &taken, &instrument), Outcome::Same);
        }
        // A later version brings its answers, and does not undo the choice.
        handed.write(Name::Field(Field::Changed), "300", "r");
        let later = read_handed(&measurement, &handed, &instrument).expect("a later one");
        assert_eq!(place(&measurement, &later, &instrument), Outcome::Later);
        measurement.write(Name::Sheet(later.id), &later.text, "m");
        assert_eq!(group(&measurement), "");
        measurement.write(Name::Group(taken.id), "", "m");
        assert_eq!(group(&measurement), "Skola");
    }

    #[test]
    fn what_does_not_belong_is_told_apart() {
        let instrument = instrument();
        let measurement = draft("m", &[("skugg_it", "1")]);
        let weighed = |handed: &Draft| read_handed(&measurement, handed, &instrument);
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

    #[test]
    fn a_measurement_that_holds_only_the_answers_of_others_has_something_to_lose() {
        let mut measurement = draft("m", &[]);
        measurement.write(Name::Field(Field::Groups), "Skola", "m");
        assert!(!measurement.has_content());
        let sheet = crate::domain::respondents::sheet_text(&draft("r", &[("skugg_it", "5")]));
        measurement.write(Name::Sheet("100-r".into()), &sheet, "m");
        assert!(measurement.has_content() && measurement.answered() == 0);
        measurement.write(Name::Sheet("100-r".into()), "", "m");
        assert!(!measurement.has_content());
    }
}
