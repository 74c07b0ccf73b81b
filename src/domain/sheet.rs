//! The answers of one respondent.

use super::answers::Answer;
use super::instrument::Instrument;

/// The answers of one respondent, aligned with the instrument's statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet(Vec<Answer>);

impl Sheet {
    /// A sheet with nothing answered.
    pub fn empty(instrument: &Instrument) -> Sheet {
        Sheet(vec![Answer::Unanswered; instrument.statements.len()])
    }

    /// The answer to the statement with this index; unanswered where there is none.
    pub fn get(&self, statement: usize) -> Answer {
        self.0.get(statement).copied().unwrap_or_default()
    }

    /// Sets one answer. An index outside the instrument changes nothing.
    pub fn set(&mut self, statement: usize, answer: Answer) {
        if let Some(slot) = self.0.get_mut(statement) {
            *slot = answer;
        }
    }

    /// How many statements there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many statements are answered: a step, *vet ej* or *ej tillämpligt*.
    pub fn answered(&self) -> usize {
        self.0.iter().filter(|a| a.is_answered()).count()
    }
}
