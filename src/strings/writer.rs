//! Asks the chunk that writes about a finished measurement (`results`), once it is there.

use crate::browser::clock;
use crate::browser::event::{Event, Kind};
use crate::chunk::Chunked;
use crate::chunked;
use crate::domain::draft::DraftId;
use crate::domain::text::Locale;
use crate::i18n::words;
use crate::results::{self, Request, SAME, What};
use crate::state::current_draft::CurrentDraft;
use crate::state::site::Site;
use crate::strings::html::Html;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The one function of the results: it answers a request, see `results::answer`.
pub const ANSWER: Chunked<fn(&str) -> String> =
    chunked!(results: fn answer() -> fn(&str) -> String { results::answer });

/// Whether it can be asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Absent,
    Underway,
    Here,
    Failed,
}

/// The way to that chunk.
#[derive(Clone, Copy)]
pub struct Writer {
    site: Site,
    desk: CurrentDraft,
    module: StoredValue<Option<fn(&str) -> String>>,
    stage: RwSignal<Stage>,
    /// The draft that it has been told, and the count of changes then.
    draft: StoredValue<Option<(DraftId, u32)>>,
    /// The SHA-256 of the questionnaire that it has been told, and whether that was the whole file.
    told: StoredValue<(String, bool)>,
}

impl Writer {
    /// Nothing is fetched before it is needed. Call once, under the app's owner.
    pub fn new(site: Site, desk: CurrentDraft) -> Writer {
        let told = StoredValue::new((String::new(), false));
        Writer {
            site,
            desk,
            module: StoredValue::new(None),
            stage: RwSignal::new(Stage::Absent),
            draft: StoredValue::new(None),
            told,
        }
    }

    /// The app's one.
    pub fn get() -> Writer {
        expect_context::<Writer>()
    }

    /// Fetches the chunk, if that has not been done.
    pub fn prepare(self) {
        if cfg!(feature = "ssr") || matches!(self.stage.get_untracked(), Stage::Underway | Stage::Here) {
            return;
        }
        let here = move |answer| {
            self.module.set_value(Some(answer));
            self.stage.try_set(Stage::Here);
        };
        match ANSWER.now() {
            Ok(answer) => here(answer),
            Err(coming) => {
                self.stage.set(Stage::Underway);
                spawn_local(async move {
                    match coming.await {
                        Ok(answer) => here(answer),
                        Err(_) => {
                            self.stage.try_set(Stage::Failed);
                        }
                    }
                });
            }
        }
    }

    /// Fetches the chunk and waits for it. Returns whether it can be asked.
    pub async fn fetched(self) -> bool {
        self.prepare();
        while self.stage.try_get_untracked() == Some(Stage::Underway) {
            clock::sleep(20).await;
        }
        self.stage.try_get_untracked() == Some(Stage::Here)
    }

    /// What it writes of the draft at hand; why it cannot, where it cannot. Told again when it can.
    pub fn write(self, what: What, more: &[(String, String)], locale: Locale) -> Html {
        match self.stage.get() {
            Stage::Here => self.ask(what, more, locale).map_or_else(|| failed(locale), Html::written),
            Stage::Failed => failed(locale),
            Stage::Absent | Stage::Underway => {
                let mut h = Html::new();
                h.el("p", &[("class", "coming"), ("role", "status")], words(locale).result_coming);
                h
            }
        }
    }

    /// The same for a lesser part of a page: nothing, where it cannot.
    pub fn part(self, what: What, more: &[(String, String)], locale: Locale) -> Html {
        let written = (self.stage.get() == Stage::Here).then(|| self.ask(what, more, locale)).flatten();
        written.map(Html::written).unwrap_or_default()
    }

    /// A text of another kind that it writes. `None` where it cannot.
    pub fn text(self, what: What, more: &[(String, String)], locale: Locale) -> Option<String> {
        (self.stage.get_untracked() == Stage::Here).then(|| self.ask(what, more, locale)).flatten()
    }

    /// Tries again to fetch it, if that was asked for. Returns whether it was.
    pub fn hear(self, event: &Event) -> bool {
        let again = event.is(Kind::Click, "data-fetch-results");
        if again {
            self.prepare();
        }
        again
    }

    /// The heading that it writes, or the one `before` it can.
    pub fn heading(self, what: What, before: &str, locale: Locale) -> Html {
        let written = (self.stage.get() == Stage::Here).then(|| self.ask(what, &[], locale)).flatten();
        written.map_or_else(|| Html::of(before), Html::written)
    }

    /// What it answers about the draft at hand, if there is one. `None` if it cannot be asked now.
    fn ask(self, what: What, more: &[(String, String)], locale: Locale) -> Option<String> {
        let module = self.module.get_value()?;
        let instrument = self.site.instrument()?;
        let questionnaire = (instrument.reference.sha256.clone(), self.site.instrument_whole.get());
        if self.told.with_value(|told| *told != questionnaire) {
            let text = self.site.instrument_text.get_value();
            let whole = if questionnaire.1 { vec![Default::default()] } else { Vec::new() };
            module(&request(What::Instrument, locale, &text, (&questionnaire.0, Vec::new()), &whole));
            self.told.set_value(questionnaire);
            self.draft.set_value(None);
        }
        let version = self.desk.changes.get_untracked();
        let asked = self.desk.with(|d| {
            let now = Some((d.id().clone(), version));
            // A thousand sheets are a megabyte: told once for all that is asked of them.
            let same = self.draft.with_value(|told| *told == now);
            self.draft.set_value(now);
            let values = d.records().filter(|_| !same).map(|(name, record)| (name.word(), record.value.as_str()));
            request(what, locale, if same { SAME } else { "" }, (d.id().as_str(), values.collect()), more)
        });
        if asked.is_none() {
            self.draft.set_value(None);
        }
        // Some pages are about no draft.
        let asked = asked.unwrap_or_else(|| request(what, locale, "", ("inget", Vec::new()), more));
        let answer = Some(module(&asked)).filter(|answer| !answer.is_empty());
        if answer.is_none() {
            self.draft.set_value(None);
        }
        answer
    }
}

fn request(
    what: What,
    locale: Locale,
    text: &str,
    (name, values): (&str, Vec<(String, &str)>),
    more: &[(String, String)],
) -> String {
    // Strings and lists only: this cannot fail.
    serde_json::to_string(&Request { what: what.word(), locale: locale.tag(), text, name, values, more })
        .unwrap_or_default()
}

fn failed(locale: Locale) -> Html {
    let (w, mut h) = (words(locale), Html::new());
    h.open("div", &[("class", "note warn"), ("role", "alert")]).el("p", &[], w.result_failed).open("p", &[]);
    h.el("button", &[("class", "btn quiet"), ("type", "button"), ("data-fetch-results", "")], w.result_again);
    h.close("p").close("div");
    h
}
