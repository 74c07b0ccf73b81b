//! What is wrong with an edition's file, and where.

use super::{Stage, Step};
use crate::domain::text::Locale;

/// One thing that is wrong with an edition's file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The edition's year; `None` where the file could not be read so far.
    pub year: Option<u16>,
    /// From the outermost part inwards: (kind of part, its name). Empty for the edition as a whole.
    pub place: Vec<(Part, String)>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// The problems of a file. The sentences are in [`join`](Self::join), which the app does not call, so its wasm has
/// none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// The problems as English sentences with `between` between them, such as
    /// `Edition 2023: nominee "varmdo" has no Swedish text (reason).`
    pub fn join(&self, between: &str) -> String {
        self.0.iter().map(|p| p.describe(Locale::En)).collect::<Vec<_>>().join(between)
    }
}

/// A kind of part of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A nominee, named by its slug.
    Nominee,
    /// A fact about a nominee, named by its number.
    Fact,
    /// A milestone, named by its step.
    Milestone,
    /// A piece of news, named by its number.
    News,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The file is larger than 256 KiB.
    TooLarge,
    /// It is not the JSON it should be; the reason names line and column.
    Json(String),
    /// This text is missing in this language.
    NoText(&'static str, Locale),
    /// This name is missing.
    NoName(&'static str),
    /// This text is longer than 1000 bytes.
    LongText(&'static str),
    /// The slug is missing, too long, or has other signs than `a-z`, `0-9` and `-`.
    BadSlug,
    /// The slug is used before.
    SameSlug,
    /// This is no municipality's code.
    BadCode(String),
    /// It should hold at least one of these.
    None(&'static str),
    /// There is more than one winner.
    Winners,
    /// The stage is none of the words there are.
    NoStage,
    /// The step is none of the words there are.
    NoStep,
    /// This is not a web address.
    NotWeb(String),
    /// This is not a day.
    NotDay(String),
    /// This is neither a day, nor a month, nor a range of either.
    NotPeriod(String),
    /// The day of the prize lies outside the milestone `prize`.
    PrizeElsewhere,
    /// The step is used before.
    SameStep,
    /// The file's name is not this, that of its year.
    FileName(String),
    /// The register has no municipality of this code and name.
    NotRegistered(String),
    /// One municipality's entry is not called what the register calls it, which is this.
    OtherName(String),
    /// This source is none of those listed for the nominee, or for the edition.
    SourceNotListed(String),
    /// This is not a moment.
    NotMoment(String),
    /// The moment from which the winner is shown is not on the day of the prize.
    RevealElsewhere,
}

impl Problem {
    /// The problem as a sentence with its place.
    pub fn describe(&self, locale: Locale) -> String {
        let mut text = match (self.year, locale) {
            (Some(year), Locale::Sv) => ["Utgåvan ", &year.to_string()].concat(),
            (Some(year), Locale::En) => ["Edition ", &year.to_string()].concat(),
            (None, Locale::Sv) => "Filen".to_string(),
            (None, Locale::En) => "The file".to_string(),
        };
        for (part, name) in &self.place {
            text.push_str(&[": ", part.name(locale), " \"", name, "\""].concat());
        }
        [&text, " ", &self.kind.describe(locale)].concat()
    }
}

impl Part {
    fn name(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Part::Nominee, Locale::Sv) => "den nominerade",
            (Part::Nominee, Locale::En) => "nominee",
            (Part::Fact, Locale::Sv) => "uppgiften",
            (Part::Fact, Locale::En) => "fact",
            (Part::Milestone, Locale::Sv) => "hålltiden",
            (Part::Milestone, Locale::En) => "milestone",
            (Part::News, Locale::Sv) => "nyheten",
            (Part::News, Locale::En) => "news",
        }
    }
}

impl ProblemKind {
    fn describe(&self, locale: Locale) -> String {
        let (swedish, english) = self.pattern();
        let pattern = match locale {
            Locale::Sv => swedish,
            Locale::En => english,
        };
        pattern.replacen('*', &self.detail(), 1)
    }

    /// The sentence in Swedish and English, with a star where [`Self::detail`] goes.
    fn pattern(&self) -> (&'static str, &'static str) {
        match self {
            ProblemKind::TooLarge => ("är större än 256 KiB.", "is larger than 256 KiB."),
            ProblemKind::Json(_) => ("går inte att läsa: *.", "cannot be read: *."),
            ProblemKind::NoText(_, Locale::Sv) => ("saknar svensk text (*).", "has no Swedish text (*)."),
            ProblemKind::NoText(_, Locale::En) => ("saknar engelsk text (*).", "has no English text (*)."),
            ProblemKind::NoName(_) => ("har inget namn (*).", "has no name (*)."),
            ProblemKind::LongText(_) => ("har en för lång text (*).", "has a text that is too long (*)."),
            ProblemKind::BadSlug => (
                "behöver ett kortnamn av a–z, 0–9 och -, högst 60 tecken.",
                "needs a slug of a–z, 0–9 and -, at most 60 signs.",
            ),
            ProblemKind::SameSlug => ("har ett kortnamn som redan är använt.", "has a slug that is already used."),
            ProblemKind::BadCode(_) => {
                ("har en kommunkod som inte finns: \"*\".", "has a municipality code that does not exist: \"*\".")
            }
            ProblemKind::None(_) => ("behöver minst en post (*).", "needs at least one entry (*)."),
            ProblemKind::Winners => ("har mer än en vinnare.", "has more than one winner."),
            ProblemKind::NoStage | ProblemKind::NoStep => ("behöver ett av orden *.", "needs one of the words *."),
            ProblemKind::NotWeb(_) => {
                ("har en källa som inte är en webbadress: \"*\".", "has a source that is no web address: \"*\".")
            }
            ProblemKind::NotDay(_) => ("har en dag som inte finns: \"*\".", "has a day that does not exist: \"*\"."),
            ProblemKind::NotPeriod(_) => (
                "har en tid som varken är dag, månad eller spann: \"*\".",
                "has a time that is neither day, month nor range: \"*\".",
            ),
            ProblemKind::PrizeElsewhere => (
                "har en prisdag (awarded) utanför hålltiden \"prize\".",
                "has a day of the prize (awarded) outside the milestone \"prize\".",
            ),
            ProblemKind::SameStep => ("har ett steg som redan är använt.", "has a step that is already used."),
            ProblemKind::FileName(_) => ("ska ligga i filen *.", "belongs in the file *."),
            ProblemKind::NotRegistered(_) => (
                "har en kommun som inte finns i kommuner.json: *.",
                "has a municipality that is not in kommuner.json: *.",
            ),
            ProblemKind::OtherName(_) => {
                ("ska heta som sin kommun i kommuner.json: \"*\".", "must be called as in kommuner.json: \"*\".")
            }
            ProblemKind::SourceNotListed(_) => (
                "har en källa som inte står bland källorna (sources): \"*\".",
                "has a source that is not among the sources: \"*\".",
            ),
            ProblemKind::NotMoment(_) => (
                "har en tidpunkt som inte har formen 2023-11-21T19:30: \"*\".",
                "has a moment that is not of the form 2023-11-21T19:30: \"*\".",
            ),
            ProblemKind::RevealElsewhere => (
                "visar vinnaren (revealed) en annan dag än prisdagen.",
                "shows the winner (revealed) on another day than that of the prize.",
            ),
        }
    }

    fn detail(&self) -> String {
        match self {
            ProblemKind::TooLarge
            | ProblemKind::BadSlug
            | ProblemKind::SameSlug
            | ProblemKind::Winners
            | ProblemKind::PrizeElsewhere
            | ProblemKind::SameStep
            | ProblemKind::RevealElsewhere => String::new(),
            ProblemKind::NoText(field, _)
            | ProblemKind::NoName(field)
            | ProblemKind::LongText(field)
            | ProblemKind::None(field) => field.to_string(),
            ProblemKind::NoStage => [&Stage::ALL.map(Stage::word).join(", "), " (stage)"].concat(),
            ProblemKind::NoStep => [&Step::ALL.map(Step::word).join(", "), " (step)"].concat(),
            ProblemKind::Json(text)
            | ProblemKind::BadCode(text)
            | ProblemKind::NotWeb(text)
            | ProblemKind::NotDay(text)
            | ProblemKind::NotPeriod(text)
            | ProblemKind::NotMoment(text)
            | ProblemKind::FileName(text)
            | ProblemKind::NotRegistered(text)
            | ProblemKind::OtherName(text)
            | ProblemKind::SourceNotListed(text) => text.clone(),
        }
    }
}
