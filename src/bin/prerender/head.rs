//! The head of every page: what search engines, feed readers and people who share a page see of it.

use crate::Source;
use crate::describe::description;
use crate::json_ld;
use digitaliseringskommun::domain::award::feed;
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::i18n::pick;
use digitaliseringskommun::route::{Assess, Card, Route, feed_path};
use digitaliseringskommun::title::AWARD;
use hypertext::prelude::*;

/// The size of every picture for sharing, in pixels.
const CARD: (&str, &str) = ("1200", "630");

/// Whether search engines may index a page. Not what shows a visitor's own answers, nor the page for unknown paths.
pub fn is_public(route: &Route) -> bool {
    match route {
        Route::Home | Route::Nominees | Route::Edition(_) | Route::Nominee(..) | Route::Municipality(_) => true,
        Route::Timeline | Route::OpenData | Route::Method | Route::About | Route::Accessibility => true,
        Route::Check | Route::Assess(Assess::Start) => true,
        Route::Stored | Route::Kiosk | Route::Assess(_) => false,
    }
}

/// The picture that is shown where a page is shared.
fn card(route: &Route) -> Card {
    match route {
        Route::Edition(year) => Card::Edition(*year),
        Route::Nominee(year, slug) => Card::Nominee(*year, slug.clone()),
        Route::Municipality(slug) => Card::Municipality(slug.clone()),
        _ => Card::Site,
    }
}

/// What the feed is called.
pub fn feed_title(locale: Locale) -> &'static str {
    pick(locale, "Nyheter om Sveriges DigitaliseringsKommun", "News about Sveriges DigitaliseringsKommun")
}

/// The head. `title` is the whole title.
pub fn head(source: &Source, route: Option<&Route>, locale: Locale, title: &str) -> String {
    let (title, about) = (&title.replace('\u{ad}', ""), &description(source, route, locale));
    let head = maud! {
        title { (title) } "\n"
        (meta("description", about))
        // Blocks the first paint until `<main>` is parsed: a header painted in parts would shift as its menu arrives.
        @if route != Some(&Route::Kiosk) { link rel="expect" href="#content" blocking="render"; "\n" }
        @if let Some(route) = route {
            (addresses(source, route, locale))
            (shared(source, route, locale, (title, about)))
        }
        @if !route.is_some_and(is_public) { (meta("robots", "noindex")) }
        // The browser would offer to translate it, over the page.
        @if route == Some(&Route::Kiosk) { (meta("google", "notranslate")) }
        link rel="alternate" type=(feed::MEDIA_TYPE) title=(feed_title(locale)) href=(feed_path(locale)); "\n"
    };
    let data = route.filter(|r| is_public(r)).map(|r| json_ld::block(source, r, locale, (title, about)));
    head.render().into_inner() + &data.unwrap_or_default()
}

/// The canonical address, and the address in each language.
fn addresses(source: &Source, route: &Route, locale: Locale) -> impl Renderable {
    let url = |locale| source.origin.url(&route.path(locale));
    let canonical = url(locale);
    let languages = Locale::ALL.map(|locale| (locale.tag(), url(locale)));
    let other = url(Locale::default());
    maud! {
        link rel="canonical" href=(canonical); "\n"
        @for (language, url) in &languages { link rel="alternate" hreflang=(language) href=(url); "\n" }
        link rel="alternate" hreflang="x-default" href=(other); "\n"
    }
}

/// What is shown where the page is shared (Open Graph, and what X calls a card).
fn shared(source: &Source, route: &Route, locale: Locale, (title, about): (&str, &str)) -> impl Renderable {
    let territory = |locale| pick(locale, "sv_SE", "en_GB");
    let properties = [
        ("og:type", "website".to_string()),
        ("og:site_name", AWARD.to_string()),
        ("og:title", title.to_string()),
        ("og:description", about.to_string()),
        ("og:url", source.origin.url(&route.path(locale))),
        ("og:locale", territory(locale).to_string()),
        ("og:locale:alternate", territory(locale.other()).to_string()),
        ("og:image", source.origin.url(&card(route).path())),
        ("og:image:type", "image/png".to_string()),
        ("og:image:width", CARD.0.to_string()),
        ("og:image:height", CARD.1.to_string()),
        ("og:image:alt", title.to_string()),
    ];
    maud! {
        // RDFa's attribute, which HTML itself does not have.
        @for (property, content) in &properties { meta "property"=(property) content=(content); "\n" }
        (meta("twitter:card", "summary_large_image"))
    }
}

fn meta(name: &str, content: &str) -> impl Renderable {
    maud! { meta name=(name) content=(content); "\n" }
}
