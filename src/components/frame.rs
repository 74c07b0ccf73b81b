//! What stands around every page: header with the mark and the menu, and footer.

use crate::app::Place;
use crate::components::link::{page_link, rel};
use crate::domain::text::Locale;
use crate::i18n::{keeping, words};
use crate::route::{Assess, Route};
use crate::strings::html::Html;

/// The header. `query` and `hash` are those of the address: the other language keeps them.
pub fn header(place: &Place, query: &str, hash: &str) -> Html {
    let mark_of_query = if query.is_empty() { "" } else { "?" };
    let rest = [mark_of_query, query, hash].concat();
    let w = words(place.locale);
    let mut h = Html::new();
    h.open("div", &[("class", "wrap")]);
    mark(&mut h, place.locale);
    h.open("nav", &[("class", "wide"), ("aria-label", w.nav_label)]);
    menu(&mut h, place, &rest, "sprak");
    h.close("nav").open("details", &[("class", "menu"), ("id", "meny")]);
    h.el("summary", &[("id", "meny-knapp")], w.menu).open("nav", &[("aria-label", w.nav_label)]);
    menu(&mut h, place, &rest, "sprak-meny");
    h.close("nav").close("details").close("div");
    h
}

/// Six rising steps and the award's name: the way home.
fn mark(h: &mut Html, locale: Locale) {
    let (path, rel) = (Route::Home.path(locale), rel(&Route::Home));
    h.open_if("a", &[("class", Some("mark")), ("href", Some(&path)), ("rel", rel)]);
    h.open("span", &[("class", "steps"), ("aria-hidden", "true")]);
    for _ in 0..6 {
        h.el("i", &[], "");
    }
    h.close("span").open("span", &[]).el("span", &[], "Sveriges");
    h.text(" ").el("span", &[], "Digitaliserings\u{ad}Kommun").close("span").close("a");
}

fn menu(h: &mut Html, place: &Place, rest: &str, id: &str) {
    let (locale, w) = (place.locale, words(place.locale));
    h.open("ul", &[]);
    for (route, name) in [
        (Route::Nominees, w.nav_nominees),
        (Route::Timeline, w.nav_timeline),
        (Route::Assess(Assess::Start), w.nav_assess),
    ] {
        let current = place.route.as_ref().and_then(|here| current(&route, here));
        h.open("li", &[]);
        let path = route.path(locale);
        h.open_if("a", &[("href", Some(&path)), ("rel", rel(&route)), ("aria-current", current)]);
        h.text(name).close("a").close("li");
    }
    let other = place.route.clone().unwrap_or(Route::Home);
    let href = [&other.path(locale.other()), rest].concat();
    let tag = Some(locale.other().tag());
    h.open("li", &[]).open_if(
        "a",
        &[("id", Some(id)), ("href", Some(&href)), ("rel", rel(&other)), ("hreflang", tag), ("lang", tag)],
    );
    h.text(w.other_language).close("a").close("li").close("ul");
}

/// Whether a menu item is the page one is on, or one above it.
fn current(item: &Route, here: &Route) -> Option<&'static str> {
    let above = matches!(
        (item, here),
        (Route::Nominees, Route::Edition(_) | Route::Nominee(..) | Route::Municipality(_))
            | (Route::Assess(_), Route::Assess(_))
    );
    if item == here {
        Some("page")
    } else if above {
        Some("true")
    } else {
        None
    }
}

/// The footer.
pub fn footer(locale: Locale) -> Html {
    let w = words(locale);
    let mut h = Html::new();
    h.open("nav", &[("class", "wrap"), ("aria-label", w.foot_label)]).open("ul", &[]);
    for (route, name) in [
        (Route::About, w.foot_about),
        (Route::Method, w.foot_method),
        (Route::OpenData, w.foot_data),
        (Route::Stored, w.foot_stored),
        (Route::Check, keeping(locale).check_title),
        (Route::Accessibility, w.foot_accessibility),
    ] {
        h.open("li", &[]);
        page_link(&mut h, &route, locale, "", name);
        h.close("li");
    }
    h.close("ul").close("nav");
    h
}
