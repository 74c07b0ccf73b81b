//! A nominee in a grid: stage, name, where.

use crate::domain::award::{Edition, Nominee, Stage, county_name};
use crate::domain::text::Locale;
use crate::i18n::{award, list};
use crate::route::Route;
use crate::strings::html::Html;
use chrono::NaiveDateTime;

/// The stage in words, with a shape of its own beside the colour.
pub fn stage_tag(h: &mut Html, stage: Stage, locale: Locale) {
    let class = match stage {
        Stage::Winner => "tag winner",
        Stage::Finalist => "tag final",
        Stage::Nominated => "tag nom",
    };
    h.open("p", &[("class", class)]).el("span", &[("aria-hidden", "true")], stage_shape(stage)).text(" ");
    h.text(stage_name(stage, locale)).close("p");
}

/// The shape that stands for a stage.
pub fn stage_shape(stage: Stage) -> &'static str {
    match stage {
        Stage::Winner => "★",
        Stage::Finalist => "◆",
        Stage::Nominated => "○",
    }
}

/// The word for a stage.
pub fn stage_name(stage: Stage, locale: Locale) -> &'static str {
    let a = award(locale);
    match stage {
        Stage::Winner => a.stage_winner,
        Stage::Finalist => a.stage_finalist,
        Stage::Nominated => a.stage_nominated,
    }
}

/// Where a nominee is: the counties of its municipalities, each once.
pub fn counties(nominee: &Nominee, locale: Locale) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in nominee.municipalities.iter().filter_map(|m| county_name(&m.code)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let joint = if nominee.municipalities.len() > 1 { [" · ", award(locale).joint].concat() } else { String::new() };
    [list(locale, &names), joint].concat()
}

/// The nominees of an edition. Before the day of the prize the winner stands among the finalists.
pub fn nominees(h: &mut Html, edition: &Edition, now: NaiveDateTime, locale: Locale) {
    if edition.nominees.is_empty() {
        h.el("p", &[("class", "empty")], award(locale).none_yet);
        return;
    }
    h.open("div", &[("class", "nominees")]);
    for (nominee, stage) in edition.nominees_on(now) {
        let won = stage == Stage::Winner;
        h.open("article", &[("class", if won { "card win" } else { "card" })]);
        stage_tag(h, stage, locale);
        h.open("h3", &[]);
        h.link("", &Route::Nominee(edition.year, nominee.slug.clone()).path(locale), None, &nominee.name);
        h.close("h3");
        if let Some(reason) = nominee.reason.as_ref().filter(|_| won) {
            h.el("p", &[], reason.get(locale));
        }
        h.el("p", &[("class", "meta")], &counties(nominee, locale)).close("article");
    }
    h.close("div");
}
