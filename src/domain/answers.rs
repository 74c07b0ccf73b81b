//! One statement's answer.

/// What a respondent has said of one statement. Only a step enters a mean; the other three never count as 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Answer {
    /// Nothing yet.
    #[default]
    Unanswered,
    /// A step of the scale, counted from 1.
    Step(u8),
    /// *Vet ej.*
    DontKnow,
    /// *Ej tillämpligt.*
    NotApplicable,
}

impl Answer {
    /// The word stored and sent: `1`…`10`, `vet_ej`, `ej_tillampligt`, or the empty word for unanswered.
    pub fn word(self) -> &'static str {
        match self {
            Answer::Unanswered => "",
            Answer::Step(n) => {
                const STEPS: [&str; 11] = ["", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
                STEPS.get(usize::from(n)).copied().unwrap_or("")
            }
            Answer::DontKnow => "vet_ej",
            Answer::NotApplicable => "ej_tillampligt",
        }
    }

    /// Reads [`word`](Self::word) back. `None` for any other word and for a step above `steps`.
    pub fn from_word(word: &str, steps: u8) -> Option<Answer> {
        match word {
            "" => Some(Answer::Unanswered),
            "vet_ej" => Some(Answer::DontKnow),
            "ej_tillampligt" => Some(Answer::NotApplicable),
            _ => (1..=steps.min(10)).map(Answer::Step).find(|a| a.word() == word),
        }
    }

    /// Whether the respondent has said anything.
    pub fn is_answered(self) -> bool {
        self != Answer::Unanswered
    }
}
