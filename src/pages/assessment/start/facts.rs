//! What the start page says of a draft, in its list and where a file has been read.

use crate::components::link::name_of;
use crate::documents::draft_file;
use crate::domain::draft::{Draft, Field};
use crate::domain::text::Locale;
use crate::i18n::{keeping, use_locale, words};
use leptos::prelude::*;

/// What is said of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DraftFacts {
    /// What it is called.
    pub name: String,
    /// Whom it is for, where it has a name of its own that may not say so.
    organisations: Option<String>,
    is_example: bool,
    /// How far it has come: `3 av 30 besvarade`.
    progress: String,
    is_sent: bool,
    /// When it was changed; empty where it does not say.
    changed: String,
}

impl DraftFacts {
    /// `statements` is how many there are to answer.
    pub fn of(draft: &Draft, statements: usize, locale: Locale) -> DraftFacts {
        let organisations: Vec<&str> = draft.organisations().into_iter().map(|(_, name)| name).collect();
        let has_name = !draft.field(Field::Name).is_empty();
        DraftFacts {
            name: name_of(draft, locale),
            organisations: (has_name && !organisations.is_empty()).then(|| organisations.join(", ")),
            is_example: !draft.field(Field::Example).is_empty(),
            // Answers to statements that are no longer asked count in no progress.
            progress: draft_file::progress(draft, draft.answered().min(statements), statements, locale),
            is_sent: !draft.field(Field::Submission).is_empty(),
            changed: draft_file::changed(draft, locale),
        }
    }
}

/// Whom a draft is for, how far it has come, and when it was changed.
#[component]
pub(super) fn Facts(
    /// What is said.
    facts: DraftFacts,
) -> impl IntoView {
    let locale = use_locale();
    let sent = facts.is_sent.then(|| format!(" · {}", words(locale).overview_sent));
    view! {
        {facts.organisations.map(|names| view! { <p>{names}</p> })}
        {facts.is_example.then(|| view! { <p>{keeping(locale).example_mark}</p> })}
        <p>{facts.progress}{sent}</p>
        <p>{facts.changed}</p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::{DraftId, Name};

    fn draft(fields: &[(Field, &str)]) -> Draft {
        let mut draft = Draft::new(DraftId::parse("draft-1").expect("good id"));
        for (field, value) in fields {
            draft.write(Name::Field(*field), value, "t");
        }
        draft
    }

    #[test]
    fn whom_it_is_for_is_said_beside_a_name_of_its_own() {
        let named = draft(&[(Field::Municipalities, "2062 Mora;2034 Orsa"), (Field::Name, "Våren")]);
        let facts = DraftFacts::of(&named, 30, Locale::Sv);
        assert_eq!((facts.name.as_str(), facts.organisations.as_deref()), ("Våren", Some("Mora, Orsa")));
        let facts = DraftFacts::of(&draft(&[(Field::Municipalities, "2062 Mora;2034 Orsa")]), 30, Locale::Sv);
        assert_eq!((facts.name.as_str(), facts.organisations), ("Mora och Orsa", None));
    }

    #[test]
    fn no_more_are_answered_than_are_asked() {
        let mut draft = draft(&[(Field::Submission, "x")]);
        for statement in ["a", "b", "c"] {
            draft.write(Name::Answer(statement.into()), "4", "t");
        }
        let facts = DraftFacts::of(&draft, 2, Locale::En);
        assert_eq!((facts.progress.as_str(), facts.is_sent, facts.is_example), ("2 of 2 answered", true, false));
    }
}
