//! Passing a page on: the browser's own share sheet, or the address on the clipboard. `public/page.js` does it, on every
//! page alike; without script the button is not shown.

use crate::domain::text::Locale;
use crate::i18n::pick;
use crate::route::Route;
use crate::strings::html::Html;

/// A button that shares a page, and the place where it says what came of it.
pub fn share(h: &mut Html, route: &Route, title: &str, locale: Locale) {
    let path = route.path(locale);
    let copied = pick(locale, "Adressen är kopierad.", "The address has been copied.");
    h.open("p", &[("class", "share row")]);
    let button = [
        ("class", "link"),
        ("type", "button"),
        ("data-share", path.as_str()),
        ("data-title", title),
        ("data-copied", copied),
    ];
    h.el("button", &button, pick(locale, "Dela sidan", "Share this page"));
    h.el("button", &[("class", "link"), ("type", "button"), ("data-print", "")], pick(locale, "Skriv ut", "Print"));
    h.el("span", &[("class", "meta"), ("role", "status")], "").close("p");
}
