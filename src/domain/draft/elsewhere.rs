//! What of a draft is elsewhere too: in a file, or handed over to be sent.

use super::{Draft, Field, Name};

impl Draft {
    /// Whether something has changed since it was last saved as a file, or it never was.
    pub fn lacks_backup(&self) -> bool {
        let time = |field| self.field(field).parse::<u64>().unwrap_or(0);
        time(Field::Backup) < time(Field::Changed)
    }

    /// Whether all of it has been handed over to be sent: nothing that a submission says has been written since.
    pub fn is_sent(&self) -> bool {
        let sent = self.records.get(&Name::Field(Field::Submission)).filter(|r| !r.value.is_empty());
        let is_said = |name: &Name| match name {
            Name::Field(field) => matches!(field, Field::Municipalities | Field::Organisation),
            _ => true,
        };
        let later = |at: u64| self.records.iter().any(|(name, r)| is_said(name) && r.clock > at);
        sent.is_some_and(|sent| !later(sent.clock))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::DraftId;

    #[test]
    fn what_is_written_after_sending_is_not_sent() {
        let mut draft = Draft::new(DraftId::parse("test-1").expect("good id"));
        let answer = Name::Answer("a".into());
        draft.write(answer.clone(), "4", "t");
        assert!(!draft.is_sent());
        // What is noted of the sending itself comes after it.
        for (field, value) in [(Field::Submission, "x"), (Field::Changed, "4"), (Field::Backup, "5")] {
            draft.write(Name::Field(field), value, "t");
        }
        assert!(draft.is_sent());
        let mut other = draft.clone();
        draft.write(answer, "5", "t2");
        assert!(!draft.is_sent());
        other.write(Name::Field(Field::Municipalities), "0182 Nacka", "t2");
        assert!(!other.is_sent());
    }
}
