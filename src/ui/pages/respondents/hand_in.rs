//! Putting in the files that respondents hand back: many at once, each once.

use crate::browser::clock;
use crate::browser::event::{Event, Kind};
use crate::browser::files::{self, ReadError};
use crate::domain::draft::{MAX_FILE, Name, read_file};
use crate::domain::instrument::Instrument;
use crate::domain::respondents::{Outcome, weigh};
use crate::domain::text::Locale;
use crate::ui::desk::Desk;
use crate::ui::html::Html;
use crate::ui::i18n::{file_failure, keeping};
use crate::ui::live::{Local, live, live_status};
use crate::ui::results::What;
use crate::ui::shelf::new_draft_id;
use crate::ui::site::Site;
use crate::ui::writer::Writer;
use leptos::task::spawn_local;

/// How long files are put in before the page gets a turn, in milliseconds.
const TURN: u64 = 30;

/// What has come of the files.
#[derive(Default)]
struct State {
    /// Each by its name, with the word of its outcome or a sentence.
    files: Vec<(String, String)>,
    /// The records of later versions, until somebody has chosen.
    later: Vec<(Name, String)>,
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
        let (desk, locale, state) = (Desk::get(), self.locale, self.state.clone());
        let Some(instrument) = Site::get().instrument() else { return };
        files::read_all(event, MAX_FILE, move |chosen| {
            spawn_local(async move {
                let mut new = State::default();
                let mut turn = clock::now();
                for (file, bytes) in chosen {
                    if clock::now() - turn >= TURN {
                        clock::sleep(0).await;
                        turn = clock::now();
                    }
                    let said = take(desk, &mut new.later, bytes, &instrument, locale);
                    new.files.push((file, said.to_string()));
                }
                desk.tell();
                state.change(|s| *s = new);
            });
        });
    }

    fn replace(&self, yes: bool) {
        let desk = Desk::get();
        self.state.change(|state| {
            for (name, text) in std::mem::take(&mut state.later).into_iter().filter(|_| yes) {
                desk.write_untold(name, &text);
            }
            desk.tell();
            let later = state.files.iter_mut().filter(|(_, word)| word == Outcome::Later.word());
            later.for_each(|(_, word)| {
                *word = if yes { Outcome::Replaced } else { Outcome::Same }.word().to_string();
            });
        });
    }
}

/// Takes one file, or says why not: the word of the outcome, or a sentence.
fn take(
    desk: Desk,
    later: &mut Vec<(Name, String)>,
    bytes: Result<Vec<u8>, ReadError>,
    instrument: &Instrument,
    locale: Locale,
) -> &'static str {
    let handed = match bytes {
        Ok(bytes) => read_file(&String::from_utf8_lossy(&bytes), new_draft_id()),
        Err(ReadError::TooLarge) => return keeping(locale).file_large,
        Err(ReadError::Unreadable) => return keeping(locale).file_unread,
    };
    let handed = match handed {
        Ok(handed) => handed,
        Err(why) => return file_failure(locale, why),
    };
    match desk.with(|measurement| weigh(measurement, &handed, instrument)) {
        Some(Ok((outcome, name, text))) => {
            if outcome == Outcome::New {
                desk.write_untold(name, &text);
            } else {
                later.push((name, text));
            }
            outcome.word()
        }
        Some(Err(why)) => why.word(),
        None => Outcome::OtherMeasurement.word(),
    }
}
