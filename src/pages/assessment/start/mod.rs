//! The start of the assessment: drafts on this computer, a new one, and opening a saved file.

mod example;
mod list;
mod open;
mod taken;

use crate::browser::event::{Event, Kind};
use crate::browser::page;
use crate::components::combo::{Picker, municipality_picker};
use crate::components::error_summary::{Problem, error_summary, focus_summary};
use crate::domain::award::Municipality;
use crate::domain::draft::{DraftId, Field, Name};
use crate::domain::instrument::Instrument;
use crate::domain::text::Locale;
use crate::i18n::{keeping, words};
use crate::route::{Assess, Route};
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::DraftStore;
use crate::strings::html::Html;
use crate::strings::live::{Local, Page, live};
use leptos::prelude::GetUntracked;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// What can be done here.
struct Start {
    picker: Local<Picker>,
    problems: Local<Vec<Problem>>,
    list: list::List,
    file: open::File,
    example: example::Example,
    taken: taken::Taken,
    locale: Locale,
}

/// The start page of the assessment.
pub fn start(instrument: Arc<Instrument>, locale: Locale) -> Page {
    let (w, mut h) = (words(locale), Html::new());
    let start = Start {
        picker: Local::new(Picker::default()),
        problems: Local::new(Vec::new()),
        list: list::List::new(instrument.clone(), locale),
        file: open::File::new(instrument.statements.len(), locale),
        example: example::Example::new(locale),
        taken: taken::Taken::new(locale),
        locale,
    };
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], w.start_title).el("p", &[("class", "lead")], w.start_lead);
    start.taken.write(&mut h);
    h.open("div", &[("class", "split")]);
    start.new_draft(&mut h);
    h.open("section", &[]);
    start.list.write(&mut h);
    start.file.write(&mut h);
    start.example.write(&mut h);
    h.close("section").close("div").el("p", &[("class", "note")], instrument.source_note.get(locale));
    let navigate = use_navigate();
    let go = move |id: &DraftId| navigate(&address(id, locale), NavigateOptions::default());
    Page::new(h, move |event| start.hear(event, &go))
}

impl Start {
    fn hear(&self, event: &Event, go: &impl Fn(&DraftId)) {
        if self.picker.change(|p| p.hear(event, self.locale)) {
            return self.picker.peek(|p| p.show(self.locale));
        }
        if self.list.hear(event) || self.file.hear(event, go) || self.example.hear(event) || self.taken.hear(event, go)
        {
            return;
        }
        match event.kind() {
            Some(Kind::Submit) => {
                event.stop();
                if let Some(id) = self.begin() {
                    go(&id);
                }
            }
            Some(Kind::Change) => {
                if let Some(field) = event.field().filter(|f| f.id == "delad") {
                    DraftStore::get().share(field.checked);
                }
            }
            _ => {}
        }
    }

    /// Begins a draft for whom was chosen, or tells that nobody was.
    fn begin(&self) -> Option<DraftId> {
        let codes = self.picker.peek(|p| stored_form(&p.chosen));
        let name = page::value("annan");
        if codes.is_empty() && name.trim().is_empty() {
            let text = words(self.locale).start_nothing_chosen.into();
            self.problems.change(|p| *p = vec![Problem { text, href: "#kommun".into() }]);
            focus_summary();
            return None;
        }
        let desk = CurrentDraft::get();
        let id = desk.begin();
        desk.write(Name::Field(Field::Municipalities), &codes);
        desk.write(Name::Field(Field::Organisation), name.trim());
        Some(id)
    }

    /// Chooses whom the assessment is for and begins it.
    fn new_draft(&self, h: &mut Html) {
        let (w, locale, problems) = (words(self.locale), self.locale, self.problems.clone());
        let k = keeping(locale);
        h.open("form", &[("class", "card stack new-draft"), ("novalidate", ""), ("autocomplete", "off")]);
        h.el("h2", &[], w.start_new);
        live(h, "div", "fel-plats", "", move || {
            let mut h = Html::new();
            problems.with(|p| error_summary(&mut h, p, locale));
            h
        });
        municipality_picker(h, locale);
        h.open("div", &[("class", "field")]).el("label", &[("for", "annan")], w.start_other);
        h.el("p", &[("class", "hint"), ("id", "annan-h")], w.start_other_hint);
        let other = [
            ("id", "annan"),
            ("type", "text"),
            ("maxlength", "120"),
            ("autocomplete", "off"),
            ("aria-describedby", "annan-h"),
            ("placeholder", " "),
            ("data-loose", ""),
        ];
        h.open("input", &other).close("div").open("div", &[("class", "field")]).open("label", &[("class", "check")]);
        let shared = (!cfg!(feature = "ssr") && DraftStore::get().shared.get_untracked()).then_some("");
        let id = Some("delad-h");
        let check = [("type", Some("checkbox")), ("id", Some("delad")), ("aria-describedby", id), ("checked", shared)];
        h.open_if("input", &check).el("span", &[], k.shared).close("label");
        h.el("p", &[("class", "hint"), ("id", "delad-h")], k.shared_hint).close("div").open("p", &[]);
        h.el("button", &[("class", "btn"), ("type", "submit"), ("id", "borja")], w.start_begin)
            .close("p")
            .close("form");
    }
}

/// The address of a draft's overview.
fn address(id: &DraftId, locale: Locale) -> String {
    [&Route::Assess(Assess::Overview).path(locale), "?utkast=", id.as_str()].concat()
}

fn stored_form(chosen: &[Municipality]) -> String {
    chosen.iter().map(|m| [&m.code, " ", &m.name].concat()).collect::<Vec<_>>().join(";")
}
