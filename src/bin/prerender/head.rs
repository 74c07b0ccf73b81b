//! The head of every page: what search engines, feed readers and people who share a page see of it.

use crate::Source;
use crate::describe::description;
use crate::json_ld;
use digitaliseringskommun::documents::html::Html;
use digitaliseringskommun::domain::award::feed;
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::i18n::pick;
use digitaliseringskommun::route::{Assess, Card, Route, feed_path};
use digitaliseringskommun::title::AWARD;

/// The size of every picture for sharing, in pixels.
const CARD: (&str, &str) = ("1200", "630");

/// Whether a page is for everyone to find. What shows a visitor's own answers is not; nor is what is not there.
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
    let (title, about) = (title.replace('\u{ad}', ""), description(source, route, locale));
    let mut h = Html::new();
    h.el("title", &[], &title).text("\n");
    meta(&mut h, "description", &about);
    match route {
        Some(route) => {
            addresses(&mut h, source, route, locale);
            shared(&mut h, source, route, locale, (&title, &about));
        }
        None => meta(&mut h, "robots", "noindex"),
    }
    if route.is_some_and(|r| !is_public(r)) {
        meta(&mut h, "robots", "noindex");
    }
    if route == Some(&Route::Kiosk) {
        // The browser would offer to translate it, over the page.
        meta(&mut h, "google", "notranslate");
    }
    link(
        &mut h,
        &[("rel", "alternate"), ("type", feed::MEDIA_TYPE), ("title", feed_title(locale)), ("href", feed_path(locale))],
    );
    let data = route.filter(|r| is_public(r)).map(|r| json_ld::block(source, r, locale, (&title, &about)));
    [h.finish(), data.unwrap_or_default()].concat()
}

/// Where the page stands, and where it stands in each language.
fn addresses(h: &mut Html, source: &Source, route: &Route, locale: Locale) {
    let url = |locale| source.origin.url(&route.path(locale));
    link(h, &[("rel", "canonical"), ("href", &url(locale))]);
    for locale in Locale::ALL {
        link(h, &[("rel", "alternate"), ("hreflang", locale.tag()), ("href", &url(locale))]);
    }
    link(h, &[("rel", "alternate"), ("hreflang", "x-default"), ("href", &url(Locale::default()))]);
}

/// What is shown where the page is shared (Open Graph, and what X calls a card).
fn shared(h: &mut Html, source: &Source, route: &Route, locale: Locale, (title, about): (&str, &str)) {
    let territory = |locale| pick(locale, "sv_SE", "en_GB");
    let image = source.origin.url(&card(route).path());
    for (property, content) in [
        ("og:type", "website"),
        ("og:site_name", AWARD),
        ("og:title", title),
        ("og:description", about),
        ("og:url", &source.origin.url(&route.path(locale))),
        ("og:locale", territory(locale)),
        ("og:locale:alternate", territory(locale.other())),
        ("og:image", &image),
        ("og:image:type", "image/png"),
        ("og:image:width", CARD.0),
        ("og:image:height", CARD.1),
        ("og:image:alt", title),
    ] {
        h.open("meta", &[("property", property), ("content", content)]).text("\n");
    }
    meta(h, "twitter:card", "summary_large_image");
}

fn meta(h: &mut Html, name: &str, content: &str) {
    h.open("meta", &[("name", name), ("content", content)]).text("\n");
}

fn link(h: &mut Html, attributes: &[(&'static str, &str)]) {
    h.open("link", attributes).text("\n");
}
