//! The start page. What changes in it is in `pages::public::islands::home`.

use super::{PlainData, heading, part};
use crate::components::share::share;
use crate::domain::award::current;
use crate::domain::text::Locale;
use crate::i18n::{award, edition_name};
use crate::pages::public::islands::home as live;
use crate::route::{Assess, Route};
use crate::strings::html::Html;

/// The page, if there is an edition.
pub fn home(data: &PlainData, locale: Locale) -> Option<Html> {
    let (edition, public, a) = (current(&data.editions)?, data.public(locale), award(locale));
    let to = |route: Route| route.path(locale);
    let mut h = Html::new();
    h.open("div", &[("class", "flow")]).open("div", &[("class", "hero split")]).open("div", &[("class", "stack")]);
    h.el("p", &[("class", "kicker")], &edition_name(locale, edition.year));
    heading(&mut h, live::heading(public));
    h.el("p", &[("class", "lead")], a.lead);
    part(&mut h, "p", &[("class", "stands"), ("id", "lage")], live::stands(public));
    part(&mut h, "p", &[("class", "countdown num"), ("id", "nedrakning")], live::countdown(public));
    h.open("p", &[("class", "row")]).link("btn", &to(Route::Assess(Assess::Start)), None, a.assess);
    h.link("btn quiet", &to(Route::Edition(edition.year)), None, a.nominees).close("p");
    share(&mut h, &Route::Home, "Sveriges DigitaliseringsKommun", locale);
    h.close("div");
    if !edition.milestones.is_empty() {
        h.open("aside", &[("class", "card dates-card")]).el("h2", &[], a.dates);
        part(&mut h, "div", &[("id", "datum")], live::key_dates(public));
        h.open("p", &[]).link("", &to(Route::Timeline), None, a.timeline).close("p").close("aside");
    }
    h.close("div").open("section", &[("class", "stack")]);
    h.el("h2", &[], &[a.nominated, " ", &edition.year.to_string()].concat());
    part(&mut h, "div", &[("id", "nominerade")], live::cards(public));
    h.open("p", &[]).link("", &to(Route::Nominees), None, a.all).close("p").close("section").close("div");
    h.el("p", &[("class", "live"), ("role", "status"), ("id", "sagt")], "");
    Some(h)
}
