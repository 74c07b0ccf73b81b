//! The drafts of the list as plain values, in their order.

use super::facts::DraftFacts;
use crate::browser::intl;
use crate::domain::draft::{Draft, DraftId, Field};
use crate::domain::text::Locale;
use crate::i18n::{file_saved_at, keeping};
use std::cmp::Reverse;

/// A draft as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ListedDraft {
    /// Its id.
    pub id: DraftId,
    /// What is said of it.
    pub facts: DraftFacts,
    /// Whether what is in it is in a file too.
    pub file: String,
    /// When it was changed, in milliseconds since 1970, UTC; 0 where it does not say.
    changed: u64,
}

impl ListedDraft {
    fn of(draft: &Draft, statements: usize, locale: Locale) -> ListedDraft {
        ListedDraft {
            id: draft.id().clone(),
            facts: DraftFacts::of(draft, statements, locale),
            file: file_state(draft, locale),
            changed: time(draft, Field::Changed),
        }
    }
}

/// All drafts, the last changed first.
pub(super) fn listed<'a>(
    drafts: impl Iterator<Item = &'a Draft>,
    statements: usize,
    locale: Locale,
) -> Vec<ListedDraft> {
    let mut listed: Vec<ListedDraft> = drafts.map(|draft| ListedDraft::of(draft, statements, locale)).collect();
    listed.sort_by_key(|draft| Reverse(draft.changed));
    listed
}

fn time(draft: &Draft, field: Field) -> u64 {
    draft.field(field).parse().unwrap_or(0)
}

/// Whether what is in a draft is in a file too.
fn file_state(draft: &Draft, locale: Locale) -> String {
    let k = keeping(locale);
    match time(draft, Field::Backup) {
        0 => k.no_file.to_string(),
        _ if draft.lacks_backup() => k.old_file.to_string(),
        saved => file_saved_at(locale, &intl::moment(locale, saved)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::Name;

    fn draft(id: &str, fields: &[(Field, &str)]) -> Draft {
        let mut draft = Draft::new(DraftId::parse(id).expect("good id"));
        for (field, value) in fields {
            draft.write(Name::Field(*field), value, "t");
        }
        draft
    }

    #[test]
    fn the_last_changed_is_first_and_one_that_does_not_say_is_last() {
        let drafts = [
            draft("gammal", &[(Field::Changed, "5")]),
            draft("okand", &[(Field::Name, "x")]),
            draft("nyast", &[(Field::Changed, "70")]),
        ];
        let ids: Vec<String> =
            listed(drafts.iter(), 30, Locale::Sv).iter().map(|draft| draft.id.as_str().to_string()).collect();
        assert_eq!(ids, ["nyast", "gammal", "okand"]);
    }

    #[test]
    fn whether_it_is_in_a_file_is_said() {
        let k = keeping(Locale::Sv);
        assert_eq!(file_state(&draft("utan", &[]), Locale::Sv), k.no_file);
        assert_eq!(
            file_state(&draft("sparad", &[(Field::Changed, "5"), (Field::Backup, "9")]), Locale::Sv),
            "Fil sparad "
        );
        assert_eq!(
            file_state(&draft("andrad", &[(Field::Backup, "5"), (Field::Changed, "9")]), Locale::Sv),
            k.old_file
        );
    }
}
