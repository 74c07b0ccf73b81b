//! The summary of what must be put right: takes the focus when it appears and links to each place.

use crate::browser::event::{Event, Kind};
use crate::browser::page;
use crate::domain::text::Locale;
use crate::i18n::words;
use crate::strings::html::Html;

/// One problem: what to do, and the place.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// What to do.
    pub text: String,
    /// Where: an address, `#id` for a place on this page.
    pub href: String,
}

/// Writes the summary; nothing where there are no problems.
pub fn error_summary(h: &mut Html, problems: &[Problem], locale: Locale) {
    if problems.is_empty() {
        return;
    }
    let summary = [
        ("class", "error-summary"),
        ("id", "fel"),
        ("role", "alert"),
        ("tabindex", "-1"),
        ("aria-labelledby", "fel-rubrik"),
    ];
    h.open("div", &summary).el("h2", &[("id", "fel-rubrik")], words(locale).errors_title).open("ul", &[]);
    for problem in problems {
        let place = problem.href.strip_prefix('#');
        h.open("li", &[]).open_if("a", &[("href", Some(&problem.href)), ("data-go", place)]);
        h.text(&problem.text).close("a").close("li");
    }
    h.close("ul").close("div");
}

/// Moves the focus to the summary once it stands.
pub fn focus_summary() {
    page::after_render(|| page::focus("fel", true));
}

/// A link to a place on this page moves the focus there; the router would only change the address.
pub fn go(event: &Event) {
    if let Some(id) = event.data("data-go").filter(|_| event.kind() == Some(Kind::Click)) {
        event.stop();
        page::scroll_to(&id);
        page::focus(&id, false);
    }
}
