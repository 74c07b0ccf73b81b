//! The bar that tells whether all is saved, with the way on.

use crate::browser::event::{Event, Kind};
use crate::browser::{files, intl, page};
use crate::domain::draft::Draft;
use crate::domain::text::Locale;
use crate::ui::desk::Desk;
use crate::ui::html::Html;
use crate::ui::i18n::{save_failure, saved_at, words};
use crate::ui::live::live;
use crate::ui::shelf::{Saved, Shelf};
use crate::ui::site::Site;
use leptos::prelude::*;

/// Writes the bar at the bottom of a page where something is entered, with the ways on.
pub fn save_bar(h: &mut Html, locale: Locale, ways: impl Fn() -> Html + 'static) {
    h.open("div", &[("class", "saved")]).open("div", &[("class", "wrap")]);
    save_state(h, locale);
    live(h, "div", "vidare", "row ways", ways);
    h.close("div").close("div");
}

/// Writes whether all is saved; where not, why, what is safe and what to do.
pub fn save_state(h: &mut Html, locale: Locale) {
    live(h, "div", "sparat", "saving", move || state(Shelf::get().saved.get(), locale));
}

fn state(saved: Saved, locale: Locale) -> Html {
    let (mut h, w) = (Html::new(), words(locale));
    match saved {
        Saved::Nothing => h.el("p", &[("class", "state")], w.save_neutral),
        Saved::Underway => h.el("p", &[("class", "state")], w.save_underway),
        Saved::Quick => {
            h.open("p", &[("class", "state warn")]).text(w.save_quick).text(" ");
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
    match event.data("data-save").filter(|_| event.kind() == Some(Kind::Click)).as_deref() {
        Some("again") => Shelf::get().again(),
        Some("file") => save_file(Desk::get()),
        _ => {}
    }
}

/// Offers the draft at hand as a file.
fn save_file(desk: Desk) {
    let file = desk.with(|d| (file_name(d), crate::domain::draft::write_file(d)));
    if let Some((name, text)) = file {
        files::save(&name, "application/json", &text);
    }
}

fn file_name(draft: &Draft) -> String {
    let organisations = draft.organisations();
    let name = organisations.first().map_or("", |(_, name)| *name);
    let plain: String =
        intl::lower(name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(40).collect();
    ["dimios-", &plain, if plain.is_empty() { "" } else { "-" }, draft.id().as_str(), ".json"].concat()
}

/// Tells a screen reader how saving went: at the first save and at every turn for the worse or better, not at each
/// answer. `before` is what was told last.
pub fn announce(site: Site, before: Saved, after: Saved) {
    let locale = if page::is_english() { Locale::En } else { Locale::Sv };
    let w = words(locale);
    match (before, after) {
        (Saved::Nothing | Saved::Failed(_) | Saved::Quick, Saved::At(_)) => site.say(w.save_neutral),
        (Saved::Quick, Saved::Quick) | (Saved::Failed(_), Saved::Failed(_)) => {}
        (_, Saved::Quick) => site.say(w.save_quick),
        (_, Saved::Failed(error)) => site.say(&[w.save_failed, " ", save_failure(locale, error)].concat()),
        _ => {}
    }
}
