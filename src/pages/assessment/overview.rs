//! The task list: every category with its count, in any order, never locked.

use crate::browser::event::Kind;
use crate::browser::{clock, intl};
use crate::components::link::{assess_href, assess_link, whose};
use crate::components::save_bar::save_bar;
use crate::domain::draft::{Field, Name};
use crate::domain::instrument::{Dimension, Instrument};
use crate::domain::text::Locale;
use crate::i18n::{days_left, keeping, words};
use crate::pages::assessment::category::{count, progress, to_category};
use crate::pages::promised;
use crate::route::Assess;
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::DraftStore;
use crate::state::site::Site;
use crate::strings::html::Html;
use crate::strings::live::{Page, live};
use leptos::prelude::{Get, Track, With};
use std::sync::Arc;

/// The task list of the draft at hand.
pub fn overview(instrument: Arc<Instrument>, locale: Locale) -> Page {
    let (top, tasks, mut h) = (instrument.clone(), instrument.clone(), Html::new());
    live(&mut h, "div", "vems", "flow", move || head(&top, locale));
    live(&mut h, "div", "organisation", "", move || organisation(locale));
    let promised = promised();
    live(&mut h, "div", "fil-lage", "", move || backup(promised.with(|promised| *promised), locale));
    live(&mut h, "div", "uppgifter", "flow", move || task_list(&tasks, locale));
    save_bar(&mut h, locale, move || next_step(&instrument, locale));
    Page::new(h, |event| {
        if let Some(field) = event.field().filter(|f| event.kind() == Some(Kind::Change) && f.id == "organisation-namn")
        {
            CurrentDraft::get().put(Name::Field(Field::Organisation), &field.value);
        }
    })
}

fn head(instrument: &Instrument, locale: Locale) -> Html {
    let (desk, w) = (CurrentDraft::get(), words(locale));
    desk.changes.track();
    let mut h = Html::new();
    h.open("p", &[("class", "kicker")]);
    assess_link(&mut h, &Assess::Start, locale, "", w.overview_start);
    h.close("p").el("h1", &[("id", "rubrik"), ("tabindex", "-1")], &whose(locale));
    let comes_back = if DraftStore::get().shared.get() { "" } else { w.overview_leave };
    h.open("p", &[("class", "lead")]).text(w.overview_lead).text(comes_back).close("p");
    if desk.with(|d| d.made_with(&instrument.reference)).flatten() == Some(false) {
        h.el("p", &[("class", "note warn")], w.changed_instrument);
    }
    h
}

fn task_list(instrument: &Instrument, locale: Locale) -> Html {
    let (desk, w) = (CurrentDraft::get(), words(locale));
    desk.changes.track();
    let mut h = Html::new();
    for (index, dimension) in instrument.dimensions.iter().enumerate() {
        tasks_of(&mut h, instrument, index, dimension, locale);
    }
    h.open("p", &[("class", "row after-tasks")]);
    assess_link(&mut h, &Assess::Result, locale, "btn quiet", w.overview_result);
    // Who has been invited invites nobody.
    if desk.field(Field::For).is_empty() {
        assess_link(&mut h, &Assess::Respondents, locale, "btn quiet", keeping(locale).respondents_way);
    } else {
        assess_link(&mut h, &Assess::Send, locale, "btn quiet", keeping(locale).hand_back);
    }
    if !desk.field(Field::Submission).is_empty() {
        assess_link(&mut h, &Assess::Receipt, locale, "btn quiet", w.overview_receipt);
    }
    h.close("p");
    h
}

fn tasks_of(h: &mut Html, instrument: &Instrument, index: usize, dimension: &Dimension, locale: Locale) {
    h.open("section", &[("class", &["dim ", &dimension.id].concat())]);
    h.el("h2", &[], dimension.name.get(locale)).el("p", &[("class", "meta")], dimension.text.get(locale));
    h.open("ul", &[("class", "tasks")]);
    for (i, category) in instrument.categories_of(index) {
        h.open("li", &[]);
        let href = assess_href(&Assess::Category(category.id.clone()), locale);
        h.link("", &href, None, category.name.get(locale));
        h.open("span", &[("class", "count")]).el("span", &[("class", "num")], &count(instrument, i, locale));
        let (done, all) = progress(instrument, i);
        // Above a dozen the marks would wrap and say less than the text.
        if all <= 12 {
            h.open("span", &[("class", "meter"), ("aria-hidden", "true")]);
            for mark in 0..all {
                h.el("i", &[("class", if mark < done { "on" } else { "" })], "");
            }
            h.close("span");
        }
        h.close("span").close("li");
    }
    h.close("ul").close("section");
}

/// The one thing to do next: the first category with something open, or to check the answers.
fn next_step(instrument: &Instrument, locale: Locale) -> Html {
    CurrentDraft::get().changes.track();
    let mut h = Html::new();
    let open = (0..).zip(&instrument.categories).find(|(i, _)| {
        let (done, all) = progress(instrument, *i);
        done < all
    });
    match open {
        Some((_, category)) => to_category(&mut h, category, locale),
        None => assess_link(&mut h, &Assess::Review, locale, "btn", words(locale).overview_review),
    }
    h
}

/// How many days before the last one we begin to warn.
const SOON: i64 = 14;

/// Whether the answers are in a file too, and what may happen to them where they are not. `promised` is whether the
/// browser has promised to keep them.
fn backup(promised: bool, locale: Locale) -> Html {
    let (desk, w, k, mut h) = (CurrentDraft::get(), words(locale), keeping(locale), Html::new());
    desk.changes.track();
    let days = Site::get().config.with(|c| c.as_ref()?.deadline).map(|period| period.last);
    let days = days.map(|last| (last, (last - clock::today_in_stockholm()).num_days())).filter(|(_, left)| *left >= 0);
    if let Some((last, left)) = days {
        let date = [&intl::date(locale, last), " (", &days_left(locale, left), ")"].concat();
        h.open("p", &[("class", "meta")]).text(k.last_day).text(": ").text(&date).close("p");
    }
    let lacks = desk.with(|d| d.has_content() && d.lacks_backup() && !d.is_sent());
    // On a shared computer the bar at the bottom says it.
    if lacks != Some(true) || DraftStore::get().shared.get() {
        return h;
    }
    let soon = days.is_some_and(|(_, left)| left <= SOON);
    let (class, text) = if soon {
        ("note warn", k.backup_deadline)
    } else if promised {
        ("note", k.backup_promised)
    } else {
        ("note", k.backup_none)
    };
    h.open("p", &[("class", class)]).text(text).text(" ");
    h.el("button", &[("class", "link"), ("type", "button"), ("data-save", "file")], w.save_file).close("p");
    h
}

/// A field for the organisation, where no municipality has been chosen.
fn organisation(locale: Locale) -> Html {
    let (desk, w, mut h) = (CurrentDraft::get(), words(locale), Html::new());
    desk.changes.track();
    let hidden = desk.with(|d| !d.field(Field::Municipalities).is_empty()).unwrap_or(true);
    if hidden {
        return h;
    }
    h.open("div", &[("class", "field")]).el("label", &[("for", "organisation-namn")], w.label_organisation);
    h.el("p", &[("class", "hint"), ("id", "organisation-h")], w.overview_no_organisation);
    let value = desk.field(Field::Organisation);
    h.open(
        "input",
        &[
            ("id", "organisation-namn"),
            ("type", "text"),
            ("autocomplete", "organization"),
            ("maxlength", "120"),
            ("aria-describedby", "organisation-h"),
            ("value", &value),
        ],
    );
    h.close("div");
    h
}
