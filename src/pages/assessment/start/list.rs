//! The drafts on this computer: how far each has come, and what can be done with it.

use crate::browser::event::{Event, Kind};
use crate::browser::{intl, page};
use crate::components::link::name_of;
use crate::documents::draft_file;
use crate::domain::draft::{Draft, DraftId, Field};
use crate::domain::instrument::Instrument;
use crate::domain::order;
use crate::domain::text::Locale;
use crate::i18n::{file_saved_at, keeping, words};
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::{DraftStore, new_draft_id};
use crate::strings::html::Html;
use crate::strings::live::{Local, live, live_status};
use leptos::prelude::Track;
use std::sync::Arc;

/// What was done last, to be told and perhaps taken back.
#[derive(Clone)]
enum Done {
    Nothing,
    /// It can be had back as long as one stays on the page.
    Removed(Draft),
    Copied,
}

/// The list.
pub struct List {
    done: Local<Done>,
    /// The one whose tools are open.
    managed: Local<Option<DraftId>>,
    instrument: Arc<Instrument>,
    locale: Locale,
}

impl List {
    pub fn new(instrument: Arc<Instrument>, locale: Locale) -> List {
        List { done: Local::new(Done::Nothing), managed: Local::new(None), instrument, locale }
    }

    /// Writes the list. It is empty until the app is live.
    pub fn write(&self, h: &mut Html) {
        let (k, locale, all) = (keeping(self.locale), self.locale, self.instrument.statements.len());
        let (done, managed) = (self.done.clone(), self.managed.clone());
        h.el("h2", &[], k.drafts);
        live_status(h, "borttagen", move || done.with(|done| told(done, locale)));
        live(h, "div", "utkast", "", move || {
            let shelf = DraftStore::get();
            shelf.changes.track();
            managed.with(|managed| list(&shelf, managed.as_ref(), all, locale))
        });
    }

    /// Takes in what was done in the list. Returns whether it was.
    pub fn hear(&self, event: &Event) -> bool {
        let named = |attribute| event.data(attribute).and_then(|id| DraftId::parse(&id));
        match event.kind() {
            Some(Kind::Submit) => {
                let Some(id) = named("data-rename") else { return false };
                event.stop();
                self.managed.change(|m| *m = None);
                CurrentDraft::get().rename(&id, page::value("nytt-namn").trim());
                focus_row(id);
            }
            Some(Kind::Click) if event.data("data-undo").is_some() => self.undo(),
            Some(Kind::Click) => {
                if let Some(id) = named("data-manage") {
                    self.managed.change(|m| *m = if m.as_ref() == Some(&id) { None } else { Some(id) });
                } else if let Some(id) = named("data-delete") {
                    self.remove(&id);
                } else if let Some(id) = named("data-copy") {
                    self.copy(&id);
                } else if let Some(draft) = named("data-file").and_then(|id| DraftStore::get().draft(&id)) {
                    draft_file::save(&draft, Some(&self.instrument), self.locale);
                } else {
                    return false;
                }
            }
            _ => return false,
        }
        true
    }

    fn remove(&self, id: &DraftId) {
        let draft = DraftStore::get().draft(id);
        CurrentDraft::get().forget(Some(id));
        self.managed.change(|m| *m = None);
        self.done.change(|d| *d = draft.map_or(Done::Nothing, Done::Removed));
        page::after_render(|| page::focus_in_view("angra"));
    }

    fn undo(&self) {
        let Done::Removed(draft) = self.done.peek(Clone::clone) else { return };
        // If it cannot be stored again, it stays here to try once more.
        if DraftStore::get().put_draft(&draft).is_ok() {
            self.done.change(|d| *d = Done::Nothing);
            focus_row(draft.id().clone());
        }
    }

    fn copy(&self, id: &DraftId) {
        let shelf = DraftStore::get();
        let Some(copy) = shelf.draft(id).map(|d| d.copy(new_draft_id())) else { return };
        if shelf.put_draft(&copy).is_ok() {
            let name = [&name_of(&copy, self.locale), keeping(self.locale).copy_suffix].concat();
            CurrentDraft::get().rename(copy.id(), &name);
            self.managed.change(|m| *m = None);
            self.done.change(|d| *d = Done::Copied);
            focus_row(copy.id().clone());
        }
    }
}

fn focus_row(id: DraftId) {
    page::after_render(move || page::focus(&["u-", id.as_str()].concat(), true));
}

fn told(done: &Done, locale: Locale) -> Html {
    let (k, mut h) = (keeping(locale), Html::new());
    match done {
        Done::Nothing => {}
        Done::Removed(_) => {
            h.open("p", &[("class", "note")]).text(k.deleted).text(" ");
            let undo = [("class", "link"), ("type", "button"), ("id", "angra"), ("data-undo", "")];
            h.el("button", &undo, k.undo).close("p");
        }
        Done::Copied => {
            h.el("p", &[("class", "note")], k.copied);
        }
    }
    h
}

fn list(shelf: &DraftStore, managed: Option<&DraftId>, all: usize, locale: Locale) -> Html {
    let (k, mut h) = (keeping(locale), Html::new());
    let mut drafts: Vec<Draft> = Vec::new();
    if !cfg!(feature = "ssr") {
        drafts.extend(shelf.drafts().iter().filter_map(|id| shelf.draft(id)));
    }
    order::sort(&mut drafts, |a, b| time(a, Field::Changed) > time(b, Field::Changed));
    if shelf.newer() > 0 {
        h.el("p", &[("class", "note warn")], k.newer_drafts);
    }
    if drafts.is_empty() {
        h.el("p", &[("class", "empty")], k.no_drafts);
        return h;
    }
    h.open("ul", &[("class", "drafts")]);
    for draft in &drafts {
        h.open("li", &[("class", "draft")]);
        row(&mut h, draft, managed == Some(draft.id()), all, locale);
        h.close("li");
    }
    h.close("ul");
    h
}

fn time(draft: &Draft, field: Field) -> u64 {
    draft.field(field).parse().unwrap_or(0)
}

fn row(h: &mut Html, draft: &Draft, managed: bool, all: usize, locale: Locale) {
    let k = keeping(locale);
    let (name, id) = (name_of(draft, locale), draft.id().as_str());
    let row = ["u-", id].concat();
    h.open("a", &[("href", &super::address(draft.id(), locale)), ("id", &row)]).text(&name).close("a");
    h.open("div", &[("class", "meta num")]);
    facts(h, draft, all, locale);
    h.el("p", &[], &file_state(draft, locale)).close("div");
    let expanded = if managed { "true" } else { "false" };
    let button = [("class", "link"), ("type", "button"), ("aria-expanded", expanded), ("data-manage", id)];
    h.open("button", &button).text(k.manage);
    h.el("span", &[("class", "vh")], &[" ", &name].concat()).close("button");
    if managed {
        tools(h, draft, locale);
    }
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

/// Whom a draft is for, how far it has come, and when it changed.
pub fn facts(h: &mut Html, draft: &Draft, all: usize, locale: Locale) {
    let w = words(locale);
    let organisations = draft.organisations();
    if !draft.field(Field::Name).is_empty() && !organisations.is_empty() {
        let names: Vec<&str> = organisations.iter().map(|(_, name)| *name).collect();
        h.el("p", &[], &names.join(", "));
    }
    if !draft.field(Field::Example).is_empty() {
        h.el("p", &[], keeping(locale).example_mark);
    }
    h.open("p", &[]).text(&draft_file::progress(draft, draft.answered().min(all), all, locale));
    if !draft.field(Field::Submission).is_empty() {
        h.text(" · ").text(w.overview_sent);
    }
    h.close("p").el("p", &[], &draft_file::changed(draft, locale));
}

fn tools(h: &mut Html, draft: &Draft, locale: Locale) {
    let (w, k, id) = (words(locale), keeping(locale), draft.id().as_str());
    h.open("div", &[("class", "tools")]);
    h.open("form", &[("class", "field"), ("data-rename", id), ("novalidate", ""), ("autocomplete", "off")]);
    h.el("label", &[("for", "nytt-namn")], k.name).open("div", &[("class", "row")]);
    let name = name_of(draft, locale);
    let input = [("id", "nytt-namn"), ("type", "text"), ("maxlength", "120"), ("value", name.as_str())];
    h.open("input", &input).el("button", &[("class", "btn quiet"), ("type", "submit")], k.rename);
    h.close("div").close("form").open("p", &[("class", "row")]);
    let acts = [("data-file", w.save_file, "btn quiet"), ("data-copy", k.copy, "btn quiet")];
    for (attribute, text, class) in acts.into_iter().chain([("data-delete", k.delete, "btn quiet danger")]) {
        h.el("button", &[("class", class), ("type", "button"), (attribute, id)], text);
    }
    h.close("p").close("div");
}
