//! Figures and answers in words, the same wherever they are shown.

use super::{percent, pick, results};
use crate::domain::answers::Answer;
use crate::domain::instrument::Instrument;
use crate::domain::scoring::Score;
use crate::domain::text::Locale;

/// A score, or a dash where there is none.
pub fn score(locale: Locale, score: Option<Score>) -> String {
    score.map_or_else(|| "–".to_string(), |score| percent(locale, score))
}

/// Something by its name and what it scores: `Innovation 62 %`.
pub fn scored(locale: Locale, name: &str, of: Option<Score>) -> String {
    format!("{name} {}", score(locale, of))
}

/// An answer with the number of its step: `4 Stämmer ganska bra`.
pub fn answer_words(locale: Locale, instrument: &Instrument, answer: Answer) -> String {
    let label = instrument.label(answer).map_or(results(locale).unanswered, |label| label.get(locale));
    match answer {
        Answer::Step(step) => format!("{step} {label}"),
        _ => label.to_string(),
    }
}

/// `medelvärdet av Organisation 60 % och Innovation 62 %.`
pub fn mean_of(locale: Locale, parts: &[String]) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    format!("{} {}.", pick(locale, "medelvärdet av", "the mean of"), super::list(locale, &parts))
}

/// `medelvärdet av alla dess påståenden.`
pub fn mean_of_statements(locale: Locale) -> &'static str {
    pick(locale, "medelvärdet av alla dess påståenden.", "the mean of all its statements.")
}

/// `Medelvärde av 7 svar som räknas`
pub fn mean_of_answers(locale: Locale, count: u32) -> String {
    let counting = pick(locale, "svar som räknas", "answers that count");
    format!("{} {count} {counting}", results(locale).mean_of)
}
