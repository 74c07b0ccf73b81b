//! The key dates of the current edition. What changes in it is in `pages::public::islands::timeline`.

use super::{PlainData, heading, part};
use crate::components::dates::calendar_links;
use crate::components::share::share;
use crate::domain::award::current;
use crate::domain::text::Locale;
use crate::i18n::{award, edition_name, pick, words};
use crate::pages::public::islands::timeline as live;
use crate::route::Route;
use crate::strings::html::Html;

/// The page, if there is an edition.
pub fn timeline(data: &PlainData, locale: Locale) -> Option<Html> {
    let (edition, public, name) = (current(&data.editions)?, data.public(locale), words(locale).nav_timeline);
    let mut h = Html::new();
    h.open("p", &[("class", "kicker")]);
    h.link("", &Route::Edition(edition.year).path(locale), None, &edition_name(locale, edition.year)).text(" · ");
    h.link("", &Route::Nominees.path(locale), None, award(locale).all).close("p");
    heading(&mut h, live::heading(public));
    let lead = pick(
        locale,
        "Så här var det tänkt, och så här blev det. Varje uppgift har sin källa.",
        "How it was planned, and how it turned out. Each entry has its source.",
    );
    h.el("p", &[("class", "lead")], lead);
    h.open("div", &[("class", "split")]);
    part(&mut h, "section", &[("id", "tider"), ("aria-label", name)], live::steps(public));
    h.open("aside", &[("class", "card stack calendar")]);
    calendar_links(&mut h, edition, locale);
    share(&mut h, &Route::Timeline, name, locale);
    h.close("aside").close("div");
    Some(h)
}
