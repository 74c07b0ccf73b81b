//! The page for a questionnaire file with errors: what is wrong, where, and what to do.

use crate::domain::instrument::Problem;
use crate::domain::text::Locale;
use crate::i18n::words;
use crate::strings::html::Html;

/// Lists every problem of the file.
pub fn bad_instrument(problems: &[Problem], locale: Locale) -> Html {
    let w = words(locale);
    let mut h = Html::new();
    h.open("div", &[("class", "flow")]).el("h1", &[("id", "rubrik"), ("tabindex", "-1")], w.bad_title);
    h.open("div", &[("class", "note error"), ("role", "alert")]).el("p", &[], w.bad_lead).open("ul", &[]);
    for problem in problems {
        h.el("li", &[], &problem.describe(locale));
    }
    h.close("ul").close("div").el("p", &[], w.bad_help).close("div");
    h
}
