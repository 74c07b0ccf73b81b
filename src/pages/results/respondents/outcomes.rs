//! The outcomes of files that were put in: the sentence for each file, and the question about later versions.

use crate::domain::draft::FileError;
use crate::domain::hand_in::Outcome;
use crate::domain::text::Locale;
use crate::i18n::{file_failure, files_put_in, keeping, respondents as texts, use_locale};
use leptos::prelude::*;

/// The outcome of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileOutcome {
    /// It holds a draft; whether its sheet was put in.
    Read(Outcome),
    /// It holds no draft that can be opened here.
    NotADraft(FileError),
    /// It is larger than any draft.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// A file that somebody put in, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutIn {
    /// The name of the file.
    pub file: String,
    /// Its outcome.
    pub outcome: FileOutcome,
}

/// What is said about all files that were put in at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many are new; `None` where none is.
    pub new: Option<String>,
    /// The files that are neither new nor asked about, each with why.
    pub others: Vec<(String, &'static str)>,
    /// The files with later versions of sheets that are there already: somebody has to choose.
    pub later: Vec<String>,
}

/// Summarises the outcomes of some files.
pub fn summary(files: &[PutIn], locale: Locale) -> Summary {
    let (mut summary, mut new) = (Summary::default(), 0);
    for PutIn { file, outcome } in files {
        match outcome {
            FileOutcome::Read(Outcome::New) => new += 1,
            FileOutcome::Read(Outcome::Later) => summary.later.push(file.clone()),
            other => summary.others.push((file.clone(), why(*other, locale))),
        }
    }
    summary.new = (new > 0).then(|| files_put_in(locale, new));
    summary
}

/// The outcome of one file, in words.
fn why(outcome: FileOutcome, locale: Locale) -> &'static str {
    let (r, k) = (texts(locale), keeping(locale));
    match outcome {
        FileOutcome::NotADraft(error) => file_failure(locale, error),
        FileOutcome::TooLarge => k.file_large,
        FileOutcome::Unreadable => k.file_unread,
        FileOutcome::Read(outcome) => match outcome {
            Outcome::New => r.is_new,
            Outcome::Later => r.is_later,
            Outcome::Replaced => r.replaced,
            Outcome::Earlier => r.is_earlier,
            Outcome::Same => r.is_same,
            Outcome::OtherInstrument => r.is_other_instrument,
            Outcome::OtherMeasurement => r.is_other,
            Outcome::Empty => r.is_empty,
            Outcome::Itself => r.is_itself,
            Outcome::TooLong => r.is_long,
            Outcome::TooMany => r.is_many,
        },
    }
}

/// Whether later versions take the place of the sheets that are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaterChoice {
    /// They do.
    Replace,
    /// The sheets stay as they are.
    Keep,
}

/// The outcomes of the files, for a status region.
#[component]
pub fn Outcomes(
    /// What is said.
    summary: Summary,
    /// Called with what somebody has chosen about later versions.
    on_choose: impl Fn(LaterChoice) + Copy + 'static,
) -> impl IntoView {
    let r = texts(use_locale());
    let Summary { new, others, later } = summary;
    let others = others.into_iter().map(|(file, why)| view! { <li><b>{file}</b>": "{why}</li> }).collect::<Vec<_>>();
    let choice = move |choice, text| {
        view! { <button class="btn quiet" type="button" on:click=move |_| on_choose(choice)>{text}</button> }
    };
    let question = (!later.is_empty()).then(|| {
        view! {
            <div class="note warn" role="alert">
                <p>{r.later_question}</p>
                <ul class="files">{later.into_iter().map(|file| view! { <li>{file}</li> }).collect_view()}</ul>
                <p class="row">
                    {choice(LaterChoice::Replace, r.replace)}
                    {choice(LaterChoice::Keep, r.keep)}
                </p>
            </div>
        }
    });
    view! {
        {new.map(|new| view! { <p class="state ok">{new}</p> })}
        {(!others.is_empty()).then(|| view! { <ul class="files">{others}</ul> })}
        {question}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put_in(file: &str, outcome: FileOutcome) -> PutIn {
        PutIn { file: file.into(), outcome }
    }

    #[test]
    fn new_sheets_are_counted_later_ones_are_asked_about_and_all_others_are_explained() {
        let files = [
            put_in("a.html", FileOutcome::Read(Outcome::New)),
            put_in("b.html", FileOutcome::Read(Outcome::Later)),
            put_in("c.html", FileOutcome::Read(Outcome::Same)),
            put_in("d.html", FileOutcome::Read(Outcome::New)),
            put_in("e.txt", FileOutcome::NotADraft(FileError::Foreign)),
        ];
        let all = summary(&files, Locale::Sv);
        assert_eq!(all.new.as_deref(), Some("2 svar är inlagda."));
        assert_eq!(all.later, ["b.html"]);
        assert_eq!(all.others[0], ("c.html".to_string(), "fanns redan"));
        assert!(all.others[1].1.starts_with("Filen är inte en sparad bedömning."), "{}", all.others[1].1);
        let one = summary(&files[..1], Locale::En);
        assert_eq!(one, Summary { new: Some("1 answer has been put in.".into()), ..Summary::default() });
        assert_eq!(summary(&[], Locale::Sv), Summary::default());
    }

    #[test]
    fn every_outcome_has_a_sentence_of_its_own() {
        let all = [
            Outcome::Replaced,
            Outcome::Earlier,
            Outcome::Same,
            Outcome::OtherInstrument,
            Outcome::OtherMeasurement,
            Outcome::Empty,
            Outcome::Itself,
            Outcome::TooLong,
            Outcome::TooMany,
        ];
        let all = all.map(FileOutcome::Read).into_iter().chain([FileOutcome::TooLarge, FileOutcome::Unreadable]);
        for locale in Locale::ALL {
            let mut said: Vec<&str> = all.clone().map(|outcome| why(outcome, locale)).collect();
            let count = said.len();
            said.sort_unstable();
            said.dedup();
            assert!(said.len() == count && said.iter().all(|text| !text.is_empty()), "{said:?}");
        }
    }
}
