//! The start of the assessment: drafts on this computer, a new one, and opening a saved file.

use crate::browser::event::{Event, Kind};
use crate::browser::{files, intl, page};
use crate::domain::award::Municipality;
use crate::domain::draft::{Draft, DraftId, Field, MAX_FILE, Name, read_file};
use crate::domain::instrument::Instrument;
use crate::domain::order;
use crate::domain::text::Locale;
use crate::route::{Assess, Route};
use crate::ui::components::combo::{Picker, municipality_picker};
use crate::ui::components::error_summary::{Problem, error_summary, focus_summary};
use crate::ui::desk::Desk;
use crate::ui::html::Html;
use crate::ui::i18n::{answered, changed_at, list, save_failure, words};
use crate::ui::live::{Local, Page, live, live_status};
use crate::ui::shelf::{Shelf, new_draft_id};
use leptos::prelude::Track;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// What can be done here.
struct Start {
    picker: Local<Picker>,
    problems: Local<Vec<Problem>>,
    /// The draft that was removed last: it can be had back as long as one stays on the page.
    removed: Local<Option<Draft>>,
    /// What is wrong with the file that was to be opened.
    bad_file: Local<&'static str>,
    locale: Locale,
}

/// The start page of the assessment.
pub fn start(instrument: &Instrument, locale: Locale) -> Page {
    let (w, mut h) = (words(locale), Html::new());
    let start = Start {
        picker: Local::new(Picker::default()),
        problems: Local::new(Vec::new()),
        removed: Local::new(None),
        bad_file: Local::new(""),
        locale,
    };
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], w.start_title).el("p", &[("class", "lead")], w.start_lead);
    h.open("div", &[("class", "split")]);
    start.new_draft(&mut h);
    h.open("section", &[]);
    start.drafts(&mut h, instrument.statements.len());
    start.open_file(&mut h);
    h.close("section").close("div").el("p", &[("class", "note")], instrument.source_note.get(locale));
    let navigate = use_navigate();
    Page::new(h, move |event| start.hear(event, &navigate))
}

impl Start {
    fn hear(&self, event: &Event, navigate: &(impl Fn(&str, NavigateOptions) + Clone + 'static)) {
        if self.picker.change(|p| p.hear(event, self.locale)) {
            return self.picker.peek(|p| p.show(self.locale));
        }
        match event.kind() {
            Some(Kind::Submit) => {
                event.stop();
                if let Some(id) = self.begin() {
                    navigate(&address(&id, self.locale), NavigateOptions::default());
                }
            }
            Some(Kind::Change) if event.data("data-file").is_some() => {
                let (bad_file, locale, navigate) = (self.bad_file.clone(), self.locale, navigate.clone());
                // What comes later finds no context.
                let shelf = Shelf::get();
                files::read_chosen(event, MAX_FILE, move |text| match opened(text, shelf, locale) {
                    Ok(id) => navigate(&address(&id, locale), NavigateOptions::default()),
                    Err(why) => bad_file.change(|b| *b = why),
                });
            }
            Some(Kind::Click) if event.data("data-undo").is_some() => self.undo(),
            Some(Kind::Click) => {
                if let Some(id) = event.data("data-delete").and_then(|id| DraftId::parse(&id)) {
                    self.remove(&id);
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
        let desk = Desk::get();
        let id = desk.begin();
        desk.write(Name::Field(Field::Municipalities), &codes);
        desk.write(Name::Field(Field::Organisation), name.trim());
        Some(id)
    }

    fn remove(&self, id: &DraftId) {
        let draft = Shelf::get().draft(id);
        Desk::get().forget(Some(id));
        self.removed.change(|r| *r = draft);
        page::after_render(|| page::focus("angra", false));
    }

    fn undo(&self) {
        // If it cannot be stored again, it stays here to try once more.
        if self.removed.peek(|d| d.as_ref().is_some_and(|d| Shelf::get().put_draft(d).is_ok())) {
            self.removed.change(|r| *r = None);
            page::focus("rubrik", false);
        }
    }

    /// Chooses whom the assessment is for and begins it.
    fn new_draft(&self, h: &mut Html) {
        let (w, locale, problems) = (words(self.locale), self.locale, self.problems.clone());
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
        ];
        h.open("input", &other).close("div").open("p", &[]);
        h.el("button", &[("class", "btn"), ("type", "submit"), ("id", "borja")], w.start_begin)
            .close("p")
            .close("form");
    }

    /// The drafts on this computer, the last changed first. Empty until the app is live.
    fn drafts(&self, h: &mut Html, all: usize) {
        let (w, locale) = (words(self.locale), self.locale);
        let (removed, counted) = (self.removed.clone(), self.removed.clone());
        h.el("h2", &[], w.start_drafts);
        live_status(h, "borttagen", move || {
            let mut h = Html::new();
            if removed.with(Option::is_some) {
                h.open("p", &[("class", "note")]).text(w.start_deleted).text(" ");
                let undo = [("class", "link"), ("type", "button"), ("id", "angra"), ("data-undo", "")];
                h.el("button", &undo, w.start_undo).close("p");
            }
            h
        });
        live(h, "div", "utkast", "", move || {
            counted.with(|_| ());
            Shelf::get().changes.track();
            drafts(all, locale)
        });
    }

    /// The field for opening a saved file as a new draft.
    fn open_file(&self, h: &mut Html) {
        let (w, bad) = (words(self.locale), self.bad_file.clone());
        h.open("div", &[("class", "field")]).el("label", &[("for", "fil")], w.start_open);
        h.el("p", &[("class", "hint"), ("id", "fil-h")], w.start_open_hint);
        live(h, "div", "fil-fel", "", move || {
            let mut h = Html::new();
            bad.with(|why| {
                if !why.is_empty() {
                    h.el("p", &[("class", "field-error"), ("role", "alert")], why);
                }
            });
            h
        });
        let file = [
            ("id", "fil"),
            ("type", "file"),
            ("accept", ".json,application/json"),
            ("aria-describedby", "fil-h"),
            ("data-file", ""),
        ];
        h.open("input", &file).close("div");
    }
}

/// Stores what a chosen file holds as a new draft, or tells what is wrong.
fn opened(text: Option<String>, shelf: Shelf, locale: Locale) -> Result<DraftId, &'static str> {
    let w = words(locale);
    let draft = read_file(&text.ok_or(w.start_file_big)?, new_draft_id()).ok_or(w.start_file_bad)?;
    shelf.put_draft(&draft).map_err(|error| save_failure(locale, error))?;
    Ok(draft.id().clone())
}

fn address(id: &DraftId, locale: Locale) -> String {
    [&Route::Assess(Assess::Overview).path(locale), "?utkast=", id.as_str()].concat()
}

fn stored_form(chosen: &[Municipality]) -> String {
    chosen.iter().map(|m| [&m.code, " ", &m.name].concat()).collect::<Vec<_>>().join(";")
}

fn stored() -> Vec<Draft> {
    let shelf = Shelf::get();
    shelf.drafts().iter().filter_map(|id| shelf.draft(id)).collect()
}

fn changed(draft: &Draft) -> u64 {
    draft.field(Field::Changed).parse().unwrap_or(0)
}

fn drafts(all: usize, locale: Locale) -> Html {
    let w = words(locale);
    let mut h = Html::new();
    let mut drafts: Vec<Draft> = if cfg!(feature = "ssr") { Vec::new() } else { stored() };
    order::sort(&mut drafts, |a, b| changed(a) > changed(b));
    if drafts.is_empty() {
        h.el("p", &[("class", "empty")], w.start_no_drafts);
        return h;
    }
    h.open("ul", &[("class", "drafts")]);
    for draft in &drafts {
        row(&mut h, draft, all, locale);
    }
    h.close("ul");
    h
}

fn row(h: &mut Html, draft: &Draft, all: usize, locale: Locale) {
    let w = words(locale);
    let organisations = draft.organisations();
    let name = list(locale, &organisations.iter().map(|(_, n)| *n).collect::<Vec<_>>());
    let name = if name.is_empty() { w.start_unnamed.to_string() } else { name };
    let progress = answered(locale, draft.answered().min(all), all);
    let sent = if draft.field(Field::Submission).is_empty() { "" } else { w.overview_sent };
    let dot = if sent.is_empty() { "" } else { " · " };
    h.open("li", &[("class", "draft")]).link("", &address(draft.id(), locale), None, &name);
    h.open("p", &[("class", "meta num")]).text(&[&progress, dot, sent].concat()).text(" · ");
    h.text(&changed_at(locale, &intl::moment(locale, changed(draft)))).close("p");
    h.open("button", &[("class", "link"), ("type", "button"), ("data-delete", draft.id().as_str())])
        .text(w.start_delete);
    h.el("span", &[("class", "vh")], &[" ", &name].concat()).close("button").close("li");
}
