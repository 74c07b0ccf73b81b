//! The nominees and the key dates, to read.

use super::result::{code, public_site};
use super::{button, heading};
use crate::browser::clock;
use crate::components::dates::dates;
use crate::components::nominee_card::{counties, stage_tag};
use crate::domain::award::Edition;
use crate::domain::kiosk::Kiosk;
use crate::domain::text::Locale;
use crate::i18n::{award, kiosk as texts, words};
use crate::route::Route;
use crate::state::site::Site;
use crate::strings::html::Html;
use leptos::prelude::WithValue;

/// A view with a part that scrolls and the ways on below it.
fn framed(locale: Locale, write: impl FnOnce(&mut Html, &Edition)) -> Html {
    let (t, mut h) = (texts(locale), Html::new());
    h.open("div", &[("class", "k-result")]);
    h.open("div", &[("class", "k-scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", "rubrik")]);
    Site::get().edition.with_value(|edition| match edition {
        Some(edition) => write(&mut h, edition),
        None => heading(&mut h, words(locale).not_found_title),
    });
    h.close("div").open("div", &[("class", "k-row k-move")]);
    button(&mut h, "k-btn k-second", "back", t.back);
    button(&mut h, "k-btn", "test", t.start_whole);
    h.close("div").close("div");
    h
}

/// All nominees, each a button.
pub(super) fn all(locale: Locale) -> Html {
    framed(locale, |h, edition| {
        heading(h, &[award(locale).nominated, " ", &edition.year.to_string()].concat());
        h.open("ul", &[("class", "k-nominees")]);
        for (index, (nominee, stage)) in edition.nominees_on(clock::now_in_stockholm()).into_iter().enumerate() {
            let act = ["nominee:", &index.to_string()].concat();
            h.open("li", &[]).open("button", &[("type", "button"), ("class", "k-card"), ("data-k", &act)]);
            h.el("b", &[], &nominee.name).open("span", &[]).text(&counties(nominee, locale)).close("span");
            tag(h, stage, locale);
            h.close("button").close("li");
        }
        h.close("ul");
    })
}

/// The stage inside a button, where no paragraph may be.
fn tag(h: &mut Html, stage: crate::domain::award::Stage, locale: Locale) {
    use crate::domain::award::Stage;
    let a = award(locale);
    let (class, text) = match stage {
        Stage::Winner => ("tag winner", ["★ ", a.stage_winner]),
        Stage::Finalist => ("tag final", ["◆ ", a.stage_finalist]),
        Stage::Nominated => ("tag nom", ["○ ", a.stage_nominated]),
    };
    h.el("span", &[("class", class)], &text.concat());
}

/// One nominee: why, what is known, and where to read more.
pub(super) fn one(k: &Kiosk, index: usize) -> Html {
    let (t, locale) = (texts(k.locale), k.locale);
    framed(locale, |h, edition| {
        let nominees = edition.nominees_on(clock::now_in_stockholm());
        let Some((nominee, stage)) = nominees.get(index) else { return heading(h, words(locale).not_found_title) };
        stage_tag(h, *stage, locale);
        heading(h, &nominee.name);
        h.el("p", &[("class", "meta")], &counties(nominee, locale));
        if let Some(reason) = nominee.reason.as_ref().filter(|_| *stage == nominee.stage) {
            h.el("p", &[("class", "lead")], reason.get(locale));
        }
        if !nominee.facts.is_empty() {
            h.el("h2", &[], t.facts).open("ul", &[("class", "k-facts")]);
            for (text, source) in &nominee.facts {
                h.open("li", &[]).text(text.get(locale)).text(" ");
                h.el("small", &[], host(source)).close("li");
            }
            h.close("ul");
        }
        if let Some(site) = public_site(k) {
            let page = [&site, &*Route::Nominee(edition.year, nominee.slug.clone()).path(locale)].concat();
            h.el("h2", &[], t.read_more);
            code(h, (&page, t.read_more), &page, locale);
        }
    })
}

/// Where a fact comes from, short.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest).trim_start_matches("www.")
}

/// The key dates.
pub(super) fn key_dates(locale: Locale) -> Html {
    framed(locale, |h, edition| {
        heading(h, &[award(locale).dates, " ", &edition.year.to_string()].concat());
        dates(h, edition, locale);
    })
}
