//! The bar that tells whether all is saved, with the way on.

use crate::browser::event::{Event, Kind};
use crate::browser::{intl, page};
use crate::documents::draft_file;
use crate::domain::answers::Answer;
use crate::domain::draft::{Draft, Name};
use crate::domain::instrument::Instrument;
use crate::domain::text::Locale;
use crate::i18n::{keeping, save_failure, saved_at, words};
use crate::state::current_draft::{Conflict, CurrentDraft};
use crate::state::draft_store::{DraftStore, Saved};
use crate::state::site::Site;
use crate::strings::html::Html;
use crate::strings::live::live;
use leptos::prelude::*;

/// Writes the bar at the bottom of a page where something is entered, with the ways on.
pub fn save_bar(h: &mut Html, locale: Locale, ways: impl Fn() -> Html + 'static) {
    h.open("div", &[("class", "saved")]).open("div", &[("class", "wrap")]);
    live(h, "div", "krockar", "conflicts", move || {
        CurrentDraft::get()
            .conflicts
            .with(|all| all.first().map(|one| conflict(one, all.len(), locale)))
            .unwrap_or_default()
    });
    save_state(h, locale);
    live(h, "div", "vidare", "row ways", ways);
    h.close("div").close("div");
}

/// Writes whether all is saved; where not, why, what is safe and what to do.
pub fn save_state(h: &mut Html, locale: Locale) {
    live(h, "div", "sparat", "saving", move || {
        let desk = CurrentDraft::get();
        desk.opened.track();
        if desk.with(Draft::is_newer) == Some(true) {
            let mut h = Html::new();
            h.el("p", &[("class", "state warn")], keeping(locale).newer_draft);
            return h;
        }
        state(DraftStore::get().saved.get(), locale)
    });
}

/// The first of what two tabs have changed at once, with both values.
fn conflict(one: &Conflict, all: usize, locale: Locale) -> Html {
    let (k, mut h) = (keeping(locale), Html::new());
    let Some(instrument) = Site::get().instrument() else { return h };
    let (Name::Answer(id) | Name::Comment(id)) = &one.name else { return h };
    let label = instrument.statement(id).and_then(|i| instrument.statements.get(i)).map(|s| s.label.get(locale));
    h.open("div", &[("class", "note warn"), ("role", "alert")]).open("p", &[]).el("strong", &[], k.conflict);
    if all > 1 {
        h.text(" (").text(&all.to_string()).text(")");
    }
    h.text(" ").text(label.unwrap_or(id)).text(". ").text(k.conflict_why).close("p").open("p", &[("class", "row")]);
    for (whose, text, value) in [("ours", k.keep_ours, &one.ours), ("theirs", k.keep_theirs, &one.theirs)] {
        h.open("button", &[("class", "btn quiet"), ("type", "button"), ("data-settle", whose)]).text(text).text(" ");
        h.el("strong", &[], &shown(&one.name, value, &instrument, locale)).close("button");
    }
    h.close("p").close("div");
    h
}

fn shown(name: &Name, value: &str, instrument: &Instrument, locale: Locale) -> String {
    if matches!(name, Name::Answer(_)) {
        let answer = Answer::from_word(value, instrument.steps()).unwrap_or_default();
        return draft_file::said(instrument, answer, locale);
    }
    let mut text: String = value.chars().take(120).collect();
    if text.len() < value.len() {
        text.push('…');
    }
    ["”", &text, "”"].concat()
}

fn state(saved: Saved, locale: Locale) -> Html {
    let (mut h, w) = (Html::new(), words(locale));
    match saved {
        Saved::Nothing if DraftStore::get().shared.get() => {
            h.el("p", &[("class", "state warn")], keeping(locale).shared_state)
        }
        Saved::Nothing => h.el("p", &[("class", "state")], w.save_neutral),
        Saved::Underway => h.el("p", &[("class", "state")], w.save_underway),
        Saved::Quick => {
            h.open("p", &[("class", "state warn")]).text(w.save_quick).text(" ");
            h.el("button", &[("class", "link"), ("type", "button"), ("data-save", "file")], w.save_file).close("p")
        }
        Saved::Shared => {
            h.open("p", &[("class", "state warn")]).text(keeping(locale).shared_state).text(" ");
            h.el("button", &[("class", "link"), ("type", "button"), ("data-save", "file")], w.save_file).close("p")
        }
        Saved::At(time) => {
            h.open("p", &[("class", "state ok")]).text(&saved_at(locale, &intl::time(locale, time))).text(" ");
            h.el("span", &[("class", "where")], w.save_where).close("p")
        }
        Saved::Failed(error) => {
            h.open("div", &[("class", "state bad")]).open("p", &[]).el("strong", &[], w.save_failed).text(" ");
            h.text(save_failure(locale, error)).close("p");
            for (act, name) in [("again", w.save_again), ("file", w.save_file)] {
                h.el("button", &[("class", "link"), ("type", "button"), ("data-save", act)], name);
            }
            h.close("div")
        }
    };
    h
}

/// The ways out where something could not be saved, on whatever page.
pub fn hear(event: &Event) {
    if event.kind() != Some(Kind::Click) {
        return;
    }
    match event.data("data-save").as_deref() {
        Some("again") => DraftStore::get().again(),
        Some("file") => save_file(CurrentDraft::get()),
        _ => {}
    }
    if let Some(whose) = event.data("data-settle") {
        CurrentDraft::get().settle(whose == "ours");
    }
}

/// Offers the draft at hand as a file.
fn save_file(desk: CurrentDraft) {
    if let Some(draft) = desk.with(Clone::clone) {
        let locale = if page::is_english() { Locale::En } else { Locale::Sv };
        draft_file::save(&draft, Site::get().instrument().as_deref(), locale);
    }
}

/// Tells a screen reader how saving went: at the first save and at every turn for the worse or better, not at each
/// answer. `before` is what was told last.
pub fn announce(site: Site, before: Saved, after: Saved) {
    let locale = if page::is_english() { Locale::En } else { Locale::Sv };
    let w = words(locale);
    match (before, after) {
        (Saved::Nothing | Saved::Failed(_) | Saved::Quick, Saved::At(_)) => site.say(w.save_neutral),
        (Saved::Shared, Saved::Shared) | (Saved::Quick, Saved::Quick) | (Saved::Failed(_), Saved::Failed(_)) => {}
        (_, Saved::Quick) => site.say(w.save_quick),
        (_, Saved::Shared) => site.say(keeping(locale).shared_state),
        (_, Saved::Failed(error)) => site.say(&[w.save_failed, " ", save_failure(locale, error)].concat()),
        _ => {}
    }
}
