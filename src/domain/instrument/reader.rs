//! Reads a file value by value, keeps track of the place, and collects all problems.
//!
//! By hand, as the only format: whoever writes a questionnaire is told everything that is wrong with it at once, also what
//! is missing, of another kind or misspelt, and each by the name of its category and statement. A derived `Deserialize`
//! ends at the first such problem and knows its line only.

use super::problem::{Part, Problem, ProblemKind};
use crate::domain::text::{Locale, Text};
use serde_json::Value;

/// The longest text, in characters.
const MAX_TEXT: usize = 2000;
/// Returned for a missing value.
static NOTHING: Value = Value::Null;

/// A walk through a file.
#[derive(Default)]
pub struct Reader {
    place: Vec<(Part, String)>,
    ids: Vec<String>,
    /// What is wrong so far.
    pub problems: Vec<Problem>,
}

impl Reader {
    /// Notes a problem at the present place.
    pub fn find(&mut self, kind: ProblemKind) {
        self.problems.push(Problem { place: self.place.clone(), kind });
    }

    /// Notes keys that the part does not have.
    pub fn keys(&mut self, value: &Value, known: &[&str]) {
        for key in value.as_object().into_iter().flat_map(|o| o.keys()) {
            if !known.contains(&key.as_str()) {
                self.find(ProblemKind::UnknownKey(key.clone()));
            }
        }
    }

    /// The object under a key; one without keys where there is none.
    pub fn object<'a>(&mut self, value: &'a Value, key: &'static str) -> &'a Value {
        value.get(key).filter(|v| v.is_object()).unwrap_or_else(|| {
            self.find(ProblemKind::NoKey(key));
            &NOTHING
        })
    }

    /// The list under a key, of at least `low` and at most `high` items.
    pub fn list<'a>(&mut self, value: &'a Value, key: &'static str, low: usize, high: usize) -> &'a [Value] {
        let list = value.get(key).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        if !(low..=high).contains(&list.len()) {
            self.find(ProblemKind::Count(key, low, high));
        }
        list
    }

    /// The text under a key, in both languages.
    pub fn text(&mut self, value: &Value, key: &'static str) -> Text {
        self.whole_text(value.get(key).unwrap_or(&NOTHING), key)
    }

    /// A value that is a text in both languages.
    pub fn whole_text(&mut self, value: &Value, key: &'static str) -> Text {
        self.keys(value, &["sv", "en"]);
        let mut side = |language, locale| {
            let text = plain(value, language);
            if text.trim_ascii().is_empty() {
                self.find(ProblemKind::NoText(key, locale));
            } else if text.chars().count() > MAX_TEXT {
                self.find(ProblemKind::LongText(key, locale));
            }
            text.to_string()
        };
        Text { sv: side("sv", Locale::Sv), en: side("en", Locale::En) }
    }

    /// The whole number under a key, within bounds. `or` stands for one that is left out.
    pub fn number(&mut self, value: &Value, key: &'static str, or: Option<u32>, low: u32, high: u32) -> u32 {
        let number = match value.get(key) {
            None => or,
            Some(number) => number.as_u64().and_then(|n| u32::try_from(n).ok()),
        };
        match number.filter(|n| (low..=high).contains(n)) {
            Some(number) => number,
            None => {
                self.find(ProblemKind::Number(key, low, high));
                low
            }
        }
    }

    /// Which of the allowed words stands under a key; the first where none does.
    pub fn word(&mut self, value: &Value, key: &'static str, words: &[&str], named: &'static str) -> usize {
        let word = plain(value, key);
        words.iter().position(|w| *w == word).unwrap_or_else(|| {
            self.find(ProblemKind::Word(key, named));
            0
        })
    }

    /// Whether the id fits its form.
    pub fn is_id(id: &str) -> bool {
        let plain = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        !id.is_empty() && id.len() <= 60 && plain
    }

    /// Looks at a part that is named by its id, unique in the file, or else by its number.
    pub fn part<T>(
        &mut self,
        part: Part,
        number: usize,
        value: &Value,
        look: impl FnOnce(&mut Reader, String) -> T,
    ) -> T {
        let id = plain(value, "id").to_string();
        let name = if id.is_empty() { ["nr ", &(number + 1).to_string()].concat() } else { id.clone() };
        self.within(part, name, |reader| {
            if !Reader::is_id(&id) {
                reader.find(ProblemKind::BadId);
            } else if reader.ids.contains(&id) {
                reader.find(ProblemKind::SameId);
            } else {
                reader.ids.push(id.clone());
            }
            look(reader, id)
        })
    }

    /// Looks at a part of this name.
    pub fn within<T>(&mut self, part: Part, name: String, look: impl FnOnce(&mut Reader) -> T) -> T {
        // A category's id is unique, so its dimension need not be named.
        let outer = if part == Part::Category { std::mem::take(&mut self.place) } else { self.place.clone() };
        self.place.push((part, name));
        let found = look(self);
        self.place = outer;
        found
    }
}

/// The text under a key; empty where there is none.
pub fn plain<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or("")
}
