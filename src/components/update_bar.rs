//! The line that says that a new build of the site waits.
//!
//! It is written with a page, never into one that stands: what somebody is about to press does not move. So it comes at
//! the next step through the assessment.

use crate::domain::text::Locale;
use crate::domain::update::Stage;
use crate::i18n::new_build;
use crate::state::app_update::AppUpdate;
use crate::strings::html::Html;
use crate::strings::live::live;
use leptos::prelude::untrack;

/// Writes the line, if a new build waits.
pub fn update_bar(h: &mut Html, update: AppUpdate, locale: Locale) {
    if matches!(untrack(|| update.stage()), Stage::Current | Stage::Unseen) {
        return;
    }
    update.announce(locale);
    h.open("div", &[("class", "update"), ("role", "status")]);
    live(h, "div", "ny-version", "row", move || line(update.stage(), locale));
    h.close("div");
}

fn line(stage: Stage, locale: Locale) -> Html {
    let (t, mut h) = (new_build(locale), Html::new());
    let (text, more, button) = match stage {
        Stage::Current | Stage::Unseen => return h,
        Stage::Offered => (t.waits, t.will, t.take),
        Stage::Asking | Stage::Taking | Stage::Going | Stage::Leaving => (t.saving, "", ""),
        Stage::UnsavedHere => (t.unsaved_here, "", t.take),
        Stage::UnsavedElsewhere => (t.unsaved_elsewhere, "", t.take),
        Stage::Behind => (t.behind, "", t.reload),
    };
    h.open("p", &[]).text(text);
    if !more.is_empty() {
        h.text(" ").el("span", &[("class", "meta")], more);
    }
    h.close("p");
    if !button.is_empty() {
        h.el("button", &[("class", "btn quiet"), ("type", "button"), ("data-update", "")], button);
    }
    h
}
