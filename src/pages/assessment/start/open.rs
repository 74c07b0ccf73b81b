//! Opening a saved file: chosen or dropped, looked at first, then always as a new draft.

use crate::browser::event::{Event, Kind};
use crate::browser::files::{self, ReadError};
use crate::browser::page;
use crate::components::link::name_of;
use crate::domain::draft::{Draft, DraftId, MAX_FILE, read_file};
use crate::domain::text::Locale;
use crate::i18n::{file_failure, keeping, save_failure};
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::{DraftStore, new_draft_id};
use crate::strings::html::Html;
use crate::strings::live::{Local, live};

/// What has come of the file.
enum State {
    Nothing,
    Bad(&'static str),
    Read(Draft),
}

/// The field for a file.
pub struct File {
    state: Local<State>,
    /// How many statements there are, for the progress.
    all: usize,
    locale: Locale,
}

impl File {
    pub fn new(all: usize, locale: Locale) -> File {
        File { state: Local::new(State::Nothing), all, locale }
    }

    /// Writes the field, and what is in the file or wrong with it.
    pub fn write(&self, h: &mut Html) {
        let (k, state, all, locale) = (keeping(self.locale), self.state.clone(), self.all, self.locale);
        h.open("div", &[("class", "field drop")]).el("label", &[("for", "fil")], k.open);
        h.el("p", &[("class", "hint"), ("id", "fil-h")], k.open_hint);
        let file = [
            ("id", "fil"),
            ("type", "file"),
            ("accept", ".html,.json,text/html,application/json"),
            ("aria-describedby", "fil-h"),
            ("data-open", ""),
        ];
        h.open("input", &file);
        live(h, "div", "fil-svar", "", move || state.with(|state| answer(state, all, locale)));
        h.close("div");
    }

    /// Takes in what was done with a file. Returns whether something was.
    pub fn hear(&self, event: &Event, go: &impl Fn(&DraftId)) -> bool {
        match event.kind() {
            // Without this the browser would leave the page and show the file.
            Some(Kind::Over) => event.stop(),
            Some(Kind::Drop) => {
                event.stop();
                self.read(event);
            }
            Some(Kind::Change) if event.data("data-open").is_some() => self.read(event),
            Some(Kind::Click) => match event.data("data-opened").as_deref() {
                Some("yes") => self.open(go),
                Some(_) => {
                    self.state.change(|s| *s = State::Nothing);
                    page::focus("fil", false);
                }
                None => return false,
            },
            _ => return false,
        }
        true
    }

    fn read(&self, event: &Event) {
        let (state, locale) = (self.state.clone(), self.locale);
        files::read_chosen(event, MAX_FILE, move |_, bytes| {
            let k = keeping(locale);
            let read = match bytes {
                // What is not UTF-8 becomes the sign for that, which no checksum takes for what was saved.
                Ok(bytes) => {
                    read_file(&String::from_utf8_lossy(&bytes), new_draft_id()).map_err(|why| file_failure(locale, why))
                }
                Err(ReadError::TooLarge) => Err(k.file_large),
                Err(ReadError::Unreadable) => Err(k.file_unread),
            };
            let good = read.is_ok();
            state.change(|s| *s = read.map_or_else(State::Bad, State::Read));
            page::after_render(move || page::focus(if good { "oppna" } else { "fil" }, good));
        });
    }

    fn open(&self, go: &impl Fn(&DraftId)) {
        let shelf = DraftStore::get();
        let stored = self.state.peek(|state| match state {
            State::Read(draft) => Some((draft.id().clone(), shelf.put_draft(draft))),
            _ => None,
        });
        match stored {
            Some((id, Ok(()))) => {
                // What is in it is in a file, by the way it came.
                CurrentDraft::get().note_backup_of(&id);
                go(&id);
            }
            Some((_, Err(why))) => self.state.change(|s| *s = State::Bad(save_failure(self.locale, why))),
            None => {}
        }
    }
}

fn answer(state: &State, all: usize, locale: Locale) -> Html {
    let (k, mut h) = (keeping(locale), Html::new());
    match state {
        State::Nothing => {}
        State::Bad(why) => {
            h.el("p", &[("class", "field-error"), ("role", "alert")], why);
        }
        State::Read(draft) => {
            h.open("div", &[("class", "card found")]).el("h3", &[], k.preview);
            h.el("p", &[("class", "name")], &name_of(draft, locale)).open("div", &[("class", "meta num")]);
            super::list::facts(&mut h, draft, all, locale);
            h.close("div").open("p", &[("class", "row")]);
            let button = [("class", "btn"), ("type", "button"), ("id", "oppna"), ("data-opened", "yes")];
            h.el("button", &button, k.open_as_new);
            h.el("button", &[("class", "btn quiet"), ("type", "button"), ("data-opened", "no")], k.leave);
            h.close("p").close("div");
        }
    }
    h
}
