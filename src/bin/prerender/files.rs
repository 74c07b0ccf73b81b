//! What the site has beside pages, for programs: calendars, feeds, the data, and the map of the site.

use crate::calendar::CalendarFile;
use crate::feed::FeedFile;
use crate::head::feed_title;
use crate::xml::sitemap;
use crate::{Failure, Source, write as put};
use digitaliseringskommun::domain::award::collected::Collected;
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::route::{DataFile, ROBOTS, Route, SITEMAP, calendar_path, data_path, feed_path};
use digitaliseringskommun::title::AWARD;
use std::path::Path;

/// Writes them all.
pub fn write(source: &Source, out: &Path) -> Result<(), Failure> {
    for locale in Locale::ALL {
        for (path, text) in calendars(source, locale) {
            put(out, &path, &text)?;
        }
        put(out, feed_path(locale), &feed(source, locale)?)?;
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
    put(out, SITEMAP, &sitemap(source)?)?;
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
        let text = CalendarFile { edition, only, locale, origin: &source.origin, page: &page, path: &path }.write();
        (path, text)
    });
    written.collect()
}

fn feed(source: &Source, locale: Locale) -> Result<String, Failure> {
    let feed = FeedFile {
        editions: &source.plain.editions,
        now: source.now,
        locale,
        origin: &source.origin,
        title: feed_title(locale),
        author: AWARD,
        path: feed_path(locale),
        home: &Route::Home.path(locale),
        page: |year, locale| Route::Edition(year).path(locale),
    };
    feed.write()
}

/// Everything may be read: pages that are nobody else's say so themselves, which only who reads them can see.
fn robots(source: &Source) -> String {
    let map = source.origin.url(SITEMAP);
    ["User-agent: *\nAllow: /\n\nSitemap: ", &map, "\n"].concat()
}
