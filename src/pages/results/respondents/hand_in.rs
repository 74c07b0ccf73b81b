//! Putting in the files that respondents hand back: many at once, each once.

use super::outcomes::{FileOutcome, LaterChoice, Outcomes, PutIn, summary};
use crate::browser::files::{self, ChosenFile, ChosenFiles, ReadError};
use crate::browser::{clock, dom};
use crate::domain::draft::{Draft, MAX_FILE, Name, read_file};
use crate::domain::hand_in::{Handed, Outcome, place, read_handed, sort_out};
use crate::domain::instrument::Instrument;
use crate::i18n::{respondents as texts, use_locale};
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::new_draft_id;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How long files are read before yielding to the event loop, in milliseconds.
const TURN: u64 = 30;

/// How many sheets are stored and listed before yielding to the event loop.
const BATCH: usize = 100;

/// The progress of the files that were put in last.
#[derive(Clone, Debug, Default, PartialEq)]
enum Progress {
    /// None have been put in.
    #[default]
    Idle,
    /// They are being read.
    Reading,
    /// All have been read.
    Done(Batch),
}

/// The outcome of files that were put in together.
#[derive(Clone, Debug, Default, PartialEq)]
struct Batch {
    files: Vec<PutIn>,
    /// Later versions of sheets that are there, until somebody has chosen.
    later: Vec<Handed>,
}

/// The field for files, on which they can be dropped too, and their outcomes.
#[component]
pub fn HandIn(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let (draft, locale) = (CurrentDraft::get(), use_locale());
    let r = texts(locale);
    let (progress, instrument) = (RwSignal::new(Progress::Idle), StoredValue::new(instrument));
    let field = NodeRef::<html::Input>::new();
    let take = move |files: ChosenFiles| {
        if files.is_empty() {
            return;
        }
        let instrument = instrument.get_value();
        progress.set(Progress::Reading);
        spawn_local(async move {
            let files = files.read(MAX_FILE).await;
            let batch = put_in(draft, files, &instrument).await;
            progress.try_set(Progress::Done(batch));
        });
    };
    let choose = move |choice| {
        progress.update(|progress| {
            if let Progress::Done(batch) = progress {
                settle(draft, batch, choice);
            }
        });
        // The pressed button is unmounted.
        if let Some(field) = field.get_untracked() {
            dom::focus_in_view(&field);
        }
    };
    let outcomes = move || match &*progress.read() {
        Progress::Idle => ().into_any(),
        Progress::Reading => view! { <p>{r.working}</p> }.into_any(),
        Progress::Done(batch) => {
            view! { <Outcomes summary=summary(&batch.files, locale) on_choose=choose/> }.into_any()
        }
    };
    files::on_dropped_anywhere(take);
    view! {
        <div id="hand-in" class="stack respondents">
            <h2>{r.hand_in}</h2>
            <div class="field drop">
                <label for="files">{r.files}</label>
                <p class="hint" id="files-hint">{r.files_hint}</p>
                <input
                    id="files"
                    type="file"
                    multiple
                    accept=".html,.json,text/html,application/json"
                    aria-describedby="files-hint"
                    node_ref=field
                    on:change=move |event| take(files::chosen(&event))
                />
            </div>
        </div>
        <div id="files-outcome" role="status">{outcomes}</div>
    }
    .into_any()
}

/// Puts in the later versions of sheets, or leaves the earlier ones, as somebody has chosen.
fn settle(draft: CurrentDraft, batch: &mut Batch, choice: LaterChoice) {
    let later = std::mem::take(&mut batch.later);
    let outcome = match choice {
        LaterChoice::Replace => {
            draft.write_all(later.into_iter().map(|handed| (Name::Sheet(handed.id), handed.text)));
            Outcome::Replaced
        }
        LaterChoice::Keep => Outcome::Same,
    };
    let asked = |file: &&mut PutIn| file.outcome == FileOutcome::Read(Outcome::Later);
    batch.files.iter_mut().filter(asked).for_each(|file| file.outcome = FileOutcome::Read(outcome));
}

/// Yields to the event loop, if the last time is long ago.
async fn rest(turn: &mut u64) {
    if clock::now() - *turn >= TURN {
        clock::sleep(0).await;
        *turn = clock::now();
    }
}

/// Puts in the newest sheet of each respondent. All files are read before the first is put in: their order says nothing.
async fn put_in(draft: CurrentDraft, chosen: Vec<ChosenFile>, instrument: &Instrument) -> Batch {
    let measurement = draft.id.try_get_untracked();
    let (mut turn, mut batch) = (clock::now(), Batch::default());
    let (mut sheets, mut places) = (Vec::new(), Vec::new());
    for ChosenFile { name, content } in chosen {
        rest(&mut turn).await;
        let read = draft.with(|measurement| open(measurement, content, instrument));
        let outcome = match read.unwrap_or(Err(FileOutcome::Read(Outcome::OtherMeasurement))) {
            Ok(handed) => {
                places.push(batch.files.len());
                sheets.push(handed);
                FileOutcome::Read(Outcome::New)
            }
            Err(outcome) => outcome,
        };
        batch.files.push(PutIn { file: name, outcome });
    }
    let (newest, others) = sort_out(&sheets);
    let mut outcomes = others;
    for some in newest.chunks(BATCH) {
        clock::sleep(0).await;
        // The visitor may have navigated to another measurement meanwhile.
        if draft.id.try_get_untracked() != measurement {
            outcomes.extend(some.iter().map(|index| (*index, Outcome::OtherMeasurement)));
            continue;
        }
        put_in_some(draft, some, &sheets, instrument, |index, outcome| outcomes.push((index, outcome)));
    }
    batch.later = later(&outcomes, &sheets);
    for (index, outcome) in outcomes {
        if let Some(file) = places.get(index).and_then(|place| batch.files.get_mut(*place)) {
            file.outcome = FileOutcome::Read(outcome);
        }
    }
    batch
}

/// Stores the new ones among some sheets, and returns the outcome of each.
fn put_in_some(
    draft: CurrentDraft,
    some: &[usize],
    sheets: &[Handed],
    instrument: &Instrument,
    mut tell: impl FnMut(usize, Outcome),
) {
    // Each is weighed when those before it are stored.
    let new = some.iter().filter_map(|index| {
        let handed = sheets.get(*index)?;
        let outcome = draft.with(|measurement| place(measurement, handed, instrument));
        let outcome = outcome.unwrap_or(Outcome::OtherMeasurement);
        tell(*index, outcome);
        (outcome == Outcome::New).then(|| (Name::Sheet(handed.id.clone()), handed.text.clone()))
    });
    let mut new = new.peekable();
    if new.peek().is_some() {
        draft.write_all(new);
    }
}

fn later(outcomes: &[(usize, Outcome)], sheets: &[Handed]) -> Vec<Handed> {
    let later = outcomes.iter().filter(|(_, outcome)| *outcome == Outcome::Later);
    later.filter_map(|(index, _)| sheets.get(*index).cloned()).collect()
}

/// Reads one file, or says why not.
fn open(
    measurement: &Draft,
    content: Result<Vec<u8>, ReadError>,
    instrument: &Instrument,
) -> Result<Handed, FileOutcome> {
    let bytes = content.map_err(|error| match error {
        ReadError::TooLarge => FileOutcome::TooLarge,
        ReadError::Unreadable => FileOutcome::Unreadable,
    })?;
    let draft = read_file(&String::from_utf8_lossy(&bytes), new_draft_id()).map_err(FileOutcome::NotADraft)?;
    read_handed(measurement, &draft, instrument).map_err(FileOutcome::Read)
}
