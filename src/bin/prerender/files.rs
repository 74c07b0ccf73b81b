//! The files for programs: calendars, feeds, the data, and the sitemap.

use crate::head::{feed_title, is_public};
use crate::{Failure, Source, routes, write as put};
use digitaliseringskommun::components::dates::{period, step_name};
use digitaliseringskommun::domain::award::calendar::{Calendar, Wording};
use digitaliseringskommun::domain::award::collected::Collected;
use digitaliseringskommun::domain::award::feed::Feed;
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::domain::xml::Xml;
use digitaliseringskommun::route::{DataFile, ROBOTS, Route, SITEMAP, calendar_path, data_path, feed_path};
use digitaliseringskommun::title::AWARD;
use std::path::Path;

const WORDING: Wording = Wording { step: step_name, period };

/// Writes them all.
pub fn write(source: &Source, out: &Path) -> Result<(), Failure> {
    for locale in Locale::ALL {
        for (path, text) in calendars(source, locale) {
            put(out, &path, &text)?;
        }
        put(out, feed_path(locale), &feed(source, locale))?;
    }
    let collected = Collected {
        editions: &source.plain.editions,
        now: source.now,
        origin: &source.origin,
        schema: data_path(DataFile::Schema),
        page: |year, slug, locale| Route::Nominee(year, slug.to_string()).path(locale),
    };
    put(out, data_path(DataFile::Json), &collected.json())?;
    put(out, data_path(DataFile::Csv), &collected.csv())?;
    put(out, SITEMAP, &sitemap(source))?;
    put(out, ROBOTS, &robots(source))
}

/// One calendar for each edition that has dates, and one for each date.
fn calendars(source: &Source, locale: Locale) -> Vec<(String, String)> {
    let dated = source.plain.editions.iter().filter(|e| !e.milestones.is_empty());
    let all = dated.flat_map(|edition| {
        let each = edition.milestones.iter().map(|m| Some(m.step));
        std::iter::once(None).chain(each).map(move |only| (edition, only))
    });
    let written = all.map(|(edition, only)| {
        let (page, path) = (Route::Edition(edition.year).path(locale), calendar_path(edition.year, only, locale));
        let (origin, wording) = (&source.origin, WORDING);
        let text = Calendar { edition, only, locale, origin, page: &page, file: &path, wording }.write();
        (path, text)
    });
    written.collect()
}

fn feed(source: &Source, locale: Locale) -> String {
    let feed = Feed {
        editions: &source.plain.editions,
        now: source.now,
        locale,
        origin: &source.origin,
        title: feed_title(locale),
        author: AWARD,
        file: feed_path(locale),
        home: &Route::Home.path(locale),
        page: |year, locale| Route::Edition(year).path(locale),
    };
    feed.write()
}

/// The sitemap: every public page in each language, with its alternates (sitemaps.org, and Google's extension).
fn sitemap(source: &Source) -> String {
    let mut xml = Xml::document();
    xml.raw(&["<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""]);
    xml.raw(&[" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"]);
    for (locale, route) in routes(source).into_iter().filter(|(_, route)| is_public(route)) {
        let url = |locale| source.origin.url(&route.path(locale));
        xml.raw(&["<url>\n"]).element("loc", &url(locale));
        let edition = match &route {
            Route::Edition(year) | Route::Nominee(year, _) => source.edition(*year),
            _ => None,
        };
        if let Some(day) = edition.and_then(|e| e.updated) {
            xml.element("lastmod", &day.to_string());
        }
        for other in Locale::ALL {
            xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", other.tag()), ("href", &url(other))]);
        }
        let default = url(Locale::default());
        xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", "x-default"), ("href", &default)]);
        xml.raw(&["</url>\n"]);
    }
    xml.raw(&["</urlset>\n"]);
    xml.finish()
}

/// `robots.txt` allows everything: private pages say `noindex` themselves, which a crawler must be able to read.
fn robots(source: &Source) -> String {
    let map = source.origin.url(SITEMAP);
    ["User-agent: *\nAllow: /\n\nSitemap: ", &map, "\n"].concat()
}
