//! Putting in the files that respondents hand back: many at once, each once.

use crate::browser::clock;
use crate::browser::event::{Event, Kind};
use crate::browser::files::{self, Chosen, ReadError};
use crate::domain::draft::{MAX_FILE, Name, read_file};
use crate::domain::hand_in::{Handed, Outcome, place, read_handed, sort_out};
use crate::domain::instrument::Instrument;
use crate::domain::text::Locale;
use crate::i18n::{file_failure, keeping};
use crate::results::What;
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::new_draft_id;
use crate::state::site::Site;
use crate::strings::html::Html;
use crate::strings::live::{Local, live, live_status};
use crate::strings::writer::Writer;
use leptos::prelude::GetUntracked;
use leptos::task::spawn_local;

/// How long files are put in before the page gets a turn, in milliseconds.
const TURN: u64 = 30;

/// What has come of the files.
#[derive(Default)]
struct State {
    /// Each by its name, with the word of its outcome or a sentence.
    files: Vec<(String, String)>,
    /// Later versions, until somebody has chosen.
    later: Vec<Handed>,
}

/// The field for files.
pub struct HandIn {
    state: Local<State>,
    locale: Locale,
}

impl HandIn {
    pub fn new(locale: Locale) -> HandIn {
        HandIn { state: Local::new(State::default()), locale }
    }

    /// Writes the field, and what has come of the files.
    pub fn write(&self, h: &mut Html) {
        let (locale, writer, state) = (self.locale, Writer::get(), self.state.clone());
        live(h, "div", "lagg-in", "stack respondents", move || writer.part(What::HandIn, &[], locale));
        live_status(h, "filer-svar", move || {
            state.with(|s| if s.files.is_empty() { Html::new() } else { writer.part(What::Outcomes, &s.files, locale) })
        });
    }

    /// Takes in what was done. Returns whether it was about files.
    pub fn hear(&self, event: &Event) -> bool {
        match event.kind() {
            // Without this the browser would leave the page and show the file.
            Some(Kind::Over) => event.stop(),
            Some(Kind::Drop) => {
                event.stop();
                self.read(event);
            }
            Some(Kind::Change) if event.data("data-hand-in").is_some() => self.read(event),
            Some(Kind::Click) => match event.data("data-later").as_deref() {
                Some(choice) => self.replace(choice == "yes"),
                None => return false,
            },
            _ => return false,
        }
        true
    }

    fn read(&self, event: &Event) {
        let (desk, locale, state) = (CurrentDraft::get(), self.locale, self.state.clone());
        let Some(instrument) = Site::get().instrument() else { return };
        files::read_all(event, MAX_FILE, move |chosen| {
            spawn_local(async move {
                let new = put_in(desk, chosen, &instrument, locale).await;
                state.change(|s| *s = new);
            });
        });
    }

    fn replace(&self, yes: bool) {
        let desk = CurrentDraft::get();
        self.state.change(|state| {
            for handed in std::mem::take(&mut state.later).into_iter().filter(|_| yes) {
                desk.write_untold(Name::Sheet(handed.id), &handed.text);
            }
            desk.tell();
            let later = state.files.iter_mut().filter(|(_, word)| word == Outcome::Later.word());
            later.for_each(|(_, word)| {
                *word = if yes { Outcome::Replaced } else { Outcome::Same }.word().to_string();
            });
        });
    }
}

/// Gives the page a turn, once the last one is long ago.
async fn rest(turn: &mut u64) {
    if clock::now() - *turn >= TURN {
        clock::sleep(0).await;
        *turn = clock::now();
    }
}

/// Puts in the newest sheet of each respondent. All files are read before the first is put in: their order says nothing.
async fn put_in(desk: CurrentDraft, chosen: Vec<Chosen>, instrument: &Instrument, locale: Locale) -> State {
    let (measurement, mut turn, mut new) = (desk.id.get_untracked(), clock::now(), State::default());
    let (mut sheets, mut places) = (Vec::new(), Vec::new());
    for (file, bytes) in chosen {
        rest(&mut turn).await;
        let said = match open(desk, bytes, instrument, locale) {
            Ok(handed) => {
                places.push(new.files.len());
                sheets.push(handed);
                ""
            }
            Err(why) => why,
        };
        new.files.push((file, said.to_string()));
    }
    let (newest, others) = sort_out(&sheets);
    let mut say = |index: usize, outcome: Outcome| {
        if let Some((_, word)) = places.get(index).and_then(|place| new.files.get_mut(*place)) {
            *word = outcome.word().to_string();
        }
    };
    others.into_iter().for_each(|(index, outcome)| say(index, outcome));
    for index in newest {
        rest(&mut turn).await;
        // Somebody may have gone on to another measurement meanwhile.
        let Some(handed) = sheets.get(index).filter(|_| desk.id.get_untracked() == measurement) else { continue };
        let outcome = desk.with(|m| place(m, handed, instrument)).unwrap_or(Outcome::OtherMeasurement);
        match outcome {
            Outcome::New => desk.write_untold(Name::Sheet(handed.id.clone()), &handed.text),
            Outcome::Later => new.later.push(handed.clone()),
            _ => {}
        }
        say(index, outcome);
    }
    desk.tell();
    new
}

/// Reads one file, or says why not: the word of the outcome, or a sentence.
fn open(
    desk: CurrentDraft,
    bytes: Result<Vec<u8>, ReadError>,
    instrument: &Instrument,
    locale: Locale,
) -> Result<Handed, &'static str> {
    let bytes = bytes.map_err(|why| match why {
        ReadError::TooLarge => keeping(locale).file_large,
        ReadError::Unreadable => keeping(locale).file_unread,
    })?;
    let draft = read_file(&String::from_utf8_lossy(&bytes), new_draft_id()).map_err(|why| file_failure(locale, why))?;
    let read = desk.with(|measurement| read_handed(measurement, &draft, instrument));
    read.unwrap_or(Err(Outcome::OtherMeasurement)).map_err(Outcome::word)
}
