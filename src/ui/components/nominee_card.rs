//! A nominee in a grid: stage, name, where.

use crate::domain::award::{Edition, Nominee, Stage, county_name};
use crate::domain::text::Locale;
use crate::route::Route;
use crate::ui::components::link::page_link;
use crate::ui::html::Html;
use crate::ui::i18n::{list, words};
use chrono::NaiveDate;

/// The stage in words, with a shape of its own beside the colour.
pub fn stage_tag(h: &mut Html, stage: Stage, locale: Locale) {
    let w = words(locale);
    let (class, shape, name) = match stage {
        Stage::Winner => ("tag winner", "★", w.stage_winner),
        Stage::Finalist => ("tag final", "◆", w.stage_finalist),
        Stage::Nominated => ("tag nom", "○", w.stage_nominated),
    };
    h.open("p", &[("class", class)]).el("span", &[("aria-hidden", "true")], shape).text(" ").text(name).close("p");
}

/// Where a nominee is: the counties of its municipalities, each once.
pub fn counties(nominee: &Nominee, locale: Locale) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in nominee.municipalities.iter().filter_map(|m| county_name(&m.code)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let joint = if nominee.municipalities.len() > 1 { [" · ", words(locale).joint].concat() } else { String::new() };
    [list(locale, &names), joint].concat()
}

/// The nominees of an edition. Before the day of the prize the winner stands among the finalists.
pub fn nominees(h: &mut Html, edition: &Edition, today: NaiveDate, locale: Locale) {
    h.open("div", &[("class", "nominees")]);
    for (nominee, stage) in edition.nominees_on(today) {
        let won = stage == Stage::Winner;
        h.open("article", &[("class", if won { "card win" } else { "card" })]);
        stage_tag(h, stage, locale);
        h.open("h3", &[]);
        page_link(h, &Route::Nominee(edition.year, nominee.slug.clone()), locale, "", &nominee.name);
        h.close("h3");
        if let Some(reason) = nominee.reason.as_ref().filter(|_| won) {
            h.el("p", &[], reason.get(locale));
        }
        h.el("p", &[("class", "meta")], &counties(nominee, locale)).close("article");
    }
    h.close("div");
}
