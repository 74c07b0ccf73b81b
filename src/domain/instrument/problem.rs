//! What can be wrong with an instrument file, in sentences.

use crate::domain::text::Locale;

/// One thing that is wrong with an instrument file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// From the outermost part inwards: the kind of part, and its id or, without one, its number. Empty for the file.
    pub place: Vec<(Part, String)>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// A kind of part of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A dimension.
    Dimension,
    /// A category.
    Category,
    /// A statement.
    Statement,
    /// A step of the scale.
    Step,
    /// One of the four fields, named by its key.
    Quadrant,
}

/// What is wrong. Keys are those of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The file is larger than 4 MiB.
    TooLarge,
    /// It is not JSON; reading stopped at this line and column.
    Json(usize, usize),
    /// It has a format that this version does not read.
    Format(u64),
    /// This key is missing or holds a value of another kind.
    NoKey(&'static str),
    /// This key is not one of the file's: most often a slip.
    UnknownKey(String),
    /// This text is missing in this language.
    NoText(&'static str, Locale),
    /// This text is longer than 2000 characters in this language.
    LongText(&'static str, Locale),
    /// The id is missing, too long, or has other signs than `a-z`, `0-9` and `_`.
    BadId,
    /// The id is used before.
    SameId,
    /// The id is a word that a page of the assessment has.
    ReservedId,
    /// This list should hold at least and at most so many.
    Count(&'static str, usize, usize),
    /// This number lies outside the two bounds.
    Number(&'static str, u32, u32),
    /// This word is none of the allowed ones.
    Word(&'static str, &'static str),
}

impl Problem {
    /// The problem as a sentence with its place: `Kategorin "teknik": påståendet "skugg_it" saknar svensk text (text).`
    pub fn describe(&self, locale: Locale) -> String {
        let mut text = String::new();
        for (index, (part, id)) in self.place.iter().enumerate() {
            let name = part.name(locale);
            let (first, rest) = name.split_at_checked(1).unwrap_or((name, ""));
            text.push_str(&if index == 0 { first.to_ascii_uppercase() } else { first.to_string() });
            text.push_str(&[rest, " \"", id, "\""].concat());
            text.push_str(if index + 1 == self.place.len() { " " } else { ": " });
        }
        if self.place.is_empty() {
            text.push_str(if locale == Locale::Sv { "Filen " } else { "The file " });
        }
        text.push_str(&if locale == Locale::Sv { self.kind.swedish() } else { self.kind.english() });
        text
    }
}

impl Part {
    fn name(self, locale: Locale) -> &'static str {
        let (sv, en) = match self {
            Part::Dimension => ("dimensionen", "dimension"),
            Part::Category => ("kategorin", "category"),
            Part::Statement => ("påståendet", "statement"),
            Part::Step => ("skalsteget", "scale step"),
            Part::Quadrant => ("fältet", "field"),
        };
        if locale == Locale::Sv { sv } else { en }
    }
}

impl ProblemKind {
    fn swedish(&self) -> String {
        match self {
            ProblemKind::TooLarge => "är större än 4 MiB.".into(),
            ProblemKind::Json(line, column) => {
                ["är inte JSON: läsningen stannade på rad ", &line.to_string(), ", kolumn ", &column.to_string(), "."]
                    .concat()
            }
            ProblemKind::Format(format) => ["har format ", &format.to_string(), ", men format 1 behövs."].concat(),
            ProblemKind::NoKey(key) => ["saknar \"", key, "\", eller så är värdet av fel slag."].concat(),
            ProblemKind::UnknownKey(key) => ["har en okänd nyckel \"", key, "\"."].concat(),
            ProblemKind::NoText(key, Locale::Sv) => ["saknar svensk text (", key, ")."].concat(),
            ProblemKind::NoText(key, Locale::En) => ["saknar engelsk text (", key, ")."].concat(),
            ProblemKind::LongText(key, Locale::Sv) => ["har en för lång svensk text (", key, ")."].concat(),
            ProblemKind::LongText(key, Locale::En) => ["har en för lång engelsk text (", key, ")."].concat(),
            ProblemKind::BadId => "behöver ett id av a–z, 0–9 och _, högst 60 tecken.".into(),
            ProblemKind::SameId => "har ett id som redan är använt.".into(),
            ProblemKind::ReservedId => "har ett id som en sida redan heter.".into(),
            ProblemKind::Count(key, low, high) => ["behöver ", &span(*low, *high), " poster i \"", key, "\"."].concat(),
            ProblemKind::Number(key, low, high) => {
                ["behöver ett helt tal ", &span(*low, *high), " (", key, ")."].concat()
            }
            ProblemKind::Word(key, allowed) => ["behöver ett av orden ", allowed, " (", key, ")."].concat(),
        }
    }

    fn english(&self) -> String {
        match self {
            ProblemKind::TooLarge => "is larger than 4 MiB.".into(),
            ProblemKind::Json(line, column) => {
                ["is not JSON: reading stopped at line ", &line.to_string(), ", column ", &column.to_string(), "."]
                    .concat()
            }
            ProblemKind::Format(format) => ["has format ", &format.to_string(), ", but format 1 is needed."].concat(),
            ProblemKind::NoKey(key) => ["has no \"", key, "\", or its value is of the wrong kind."].concat(),
            ProblemKind::UnknownKey(key) => ["has an unknown key \"", key, "\"."].concat(),
            ProblemKind::NoText(key, Locale::Sv) => ["has no Swedish text (", key, ")."].concat(),
            ProblemKind::NoText(key, Locale::En) => ["has no English text (", key, ")."].concat(),
            ProblemKind::LongText(key, Locale::Sv) => ["has a Swedish text that is too long (", key, ")."].concat(),
            ProblemKind::LongText(key, Locale::En) => ["has an English text that is too long (", key, ")."].concat(),
            ProblemKind::BadId => "needs an id of a–z, 0–9 and _, at most 60 signs.".into(),
            ProblemKind::SameId => "has an id that is already used.".into(),
            ProblemKind::ReservedId => "has an id that a page already has.".into(),
            ProblemKind::Count(key, low, high) => ["needs ", &span(*low, *high), " items in \"", key, "\"."].concat(),
            ProblemKind::Number(key, low, high) => {
                ["needs a whole number ", &span(*low, *high), " (", key, ")."].concat()
            }
            ProblemKind::Word(key, allowed) => ["needs one of the words ", allowed, " (", key, ")."].concat(),
        }
    }
}

fn span(low: impl ToString, high: impl ToString) -> String {
    [&low.to_string(), "–", &high.to_string()].concat()
}
