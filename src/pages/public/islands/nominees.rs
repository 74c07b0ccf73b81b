//! The gallery: all editions since 2001 with their nominees, and finding among them by year, stage, county and words. The
//! address holds what is looked for. The map is a second way to choose a county.

use super::{Part, Public};
use crate::browser::event::{Event, Kind};
use crate::browser::{clock, page};
use crate::components::nominee_card::{stage_name, stage_shape};
use crate::domain::award::{COUNTIES, Entry, Filter, Found, Gallery, Stage};
use crate::domain::text::Locale;
use crate::i18n::{found_count, gallery};
use crate::route::Route;
use crate::strings::html::Html;
use leptos::prelude::*;

/// So many are written at once; the rest when asked for. More than there have been in all years so far.
const AT_ONCE: usize = 60;

/// The parts that change.
pub const PARTS: [Part; 2] = [("lista", list), ("antal", count)];

/// Takes in what was done.
pub fn hear(event: &Event, public: Public) {
    let before = public.filter.get_untracked();
    let Some(filter) = asked(event, public, &before) else { return };
    if filter != before {
        public.all.set(false);
        public.filter.set(filter);
        show(public);
        // The other language's link too: who changes the language goes on looking for the same.
        let query = public.filter.with_untracked(Filter::query);
        page::replace_query(&query);
        let other = [Route::Nominees.path(public.locale.other()), query].concat();
        for link in ["sprak", "sprak-meny"] {
            page::set_attribute(link, "href", Some(&other));
        }
    }
}

/// What is looked for after something was done; `None` where that has nothing to do with it.
fn asked(event: &Event, public: Public, before: &Filter) -> Option<Filter> {
    let mut filter = before.clone();
    match event.kind()? {
        Kind::Submit => event.stop(),
        Kind::Click if event.data("data-more").is_some() => public.all.set(true),
        Kind::Click if event.data("data-clear").is_some() => {
            // The button goes with what it did: the focus goes to the field.
            page::focus("sok", false);
            return Some(Filter::default());
        }
        Kind::Click => {
            let county = event.data("data-county").filter(|_| !event.is_modified())?;
            event.stop();
            // On a phone the list lies far above the map.
            page::scroll_to("antal");
            // The chosen one once more: all again.
            filter.county = Some(county).filter(|c| before.county.as_ref() != Some(c));
        }
        Kind::Input | Kind::Change => {
            let field = event.field()?;
            match field.id.as_str() {
                "sok" => filter.text = field.value,
                "ar" => filter.year = field.value.parse().ok(),
                "steg" => filter.stage = Stage::ALL.into_iter().find(|s| s.query_word() == field.value),
                "lan" => filter.county = Some(field.value).filter(|c| !c.is_empty()),
                _ => return None,
            }
        }
        _ => return None,
    }
    Some(filter)
}

/// Fields and map say what is looked for, whichever of them it was chosen in.
pub fn show(public: Public) {
    public.filter.with_untracked(|filter| {
        page::set_text("sok", &filter.text);
        page::set_choice("ar", &filter.year.map(|y| y.to_string()).unwrap_or_default());
        page::set_choice("steg", filter.stage.map_or("", Stage::query_word));
        page::set_choice("lan", filter.county.as_deref().unwrap_or_default());
        for (code, _) in COUNTIES {
            let chosen = filter.county.as_deref() == Some(code);
            page::set_attribute(&["valj-", code].concat(), "aria-current", chosen.then_some("true"));
        }
    });
}

/// How many there are, and the way back to all.
pub fn count(public: Public) -> Html {
    let (mut h, locale) = (Html::new(), public.locale);
    let all = public.gallery.with_value(Gallery::count);
    // Counted by the list, which has looked already. A page written beforehand shows all.
    let found = if cfg!(feature = "ssr") { all } else { public.found.get() };
    h.open("p", &[("class", "row")]).el("span", &[("class", "num")], &found_count(locale, found, all));
    if public.filter.with(|filter| !filter.is_empty()) {
        let button = [("class", "link"), ("type", "button"), ("id", "visa-alla"), ("data-clear", "")];
        h.el("button", &button, gallery(locale).clear);
    }
    h.close("p");
    h
}

/// What was found, edition by edition.
pub fn list(public: Public) -> Html {
    let (g, mut h) = (gallery(public.locale), Html::new());
    let (filter, all) = (public.filter.get(), public.all.get());
    public.gallery.with_value(|gallery| {
        let found = gallery.find(&filter, clock::now_in_stockholm());
        let many = found.iter().map(|(_, entries)| entries.len()).sum::<usize>();
        public.found.set(many);
        if found.is_empty() {
            h.el("p", &[("class", "empty")], g.none);
            return;
        }
        let mut room = if all { usize::MAX } else { AT_ONCE };
        h.open("ol", &[("class", "editions"), ("reversed", "")]);
        for edition in &found {
            if room > 0 {
                row(&mut h, edition, room, filter.is_empty(), public.locale);
                room = room.saturating_sub(edition.1.len());
            }
        }
        h.close("ol");
        if !all && many > AT_ONCE {
            let button = [("class", "btn quiet"), ("type", "button"), ("id", "fler"), ("data-more", "")];
            h.open("p", &[]).el("button", &button, g.more).close("p");
        }
    });
    h
}

/// One edition: its winner, and the others that fit. `whole`: nothing is looked for, so all that are known stand here.
fn row(h: &mut Html, (edition, entries): &Found<'_>, room: usize, whole: bool, locale: Locale) {
    let year = edition.year;
    h.open("li", &[]).open("h2", &[]);
    h.link("num", &Route::Edition(year).path(locale), None, &year.to_string()).close("h2");
    h.open("div", &[]).el("p", &[("class", "meta")], &edition.title);
    for (winner, stage) in entries.iter().take(room).filter(|(_, stage)| *stage == Stage::Winner) {
        h.open("p", &[("class", "winner")]);
        name(h, winner, year, *stage, locale);
        h.close("p");
    }
    let mut others = entries.iter().take(room).filter(|(_, stage)| *stage != Stage::Winner).peekable();
    if others.peek().is_some() {
        h.open("ul", &[("class", "others")]);
        for (entry, stage) in others {
            h.open("li", &[]);
            name(h, entry, year, *stage, locale);
            h.close("li");
        }
        h.close("ul");
    }
    if whole && !edition.complete && entries.len() <= 1 {
        h.el("p", &[("class", "meta")], gallery(locale).others_unknown);
    }
    h.close("div").close("li");
}

/// A nominee: the stage as a shape, the name as the way to its page, and the stage in words for who does not see.
fn name(h: &mut Html, entry: &Entry, year: u16, stage: Stage, locale: Locale) {
    h.el("span", &[("aria-hidden", "true")], &[stage_shape(stage), " "].concat());
    h.link("", &Route::Nominee(year, entry.slug.clone()).path(locale), None, &entry.name);
    h.el("span", &[("class", "vh")], &[" (", stage_name(stage, locale), ")"].concat());
}
