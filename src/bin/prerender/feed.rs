//! The feed of news as a file (Atom, RFC 4287). Which entries there are and their lasting names: `domain::award::feed`.

use crate::Failure;
use crate::xml::visible;
use atom_syndication::{Content, Entry, Feed, FixedDateTime, Link, Person, Text, WriteConfig};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use digitaliseringskommun::domain::award::Edition;
use digitaliseringskommun::domain::award::feed::{FeedEntry, MEDIA_TYPE, entries, feed_id, updated};
use digitaliseringskommun::domain::origin::Origin;
use digitaliseringskommun::domain::text::Locale;
use quick_xml::escape::escape;

/// What a feed is made of.
#[derive(Clone, Copy, Debug)]
pub struct FeedFile<'a> {
    /// All editions.
    pub editions: &'a [Edition],
    /// The moment that it is made at, in Europe/Stockholm: nothing later is told.
    pub now: NaiveDateTime,
    /// Its language.
    pub locale: Locale,
    /// Where the site stands.
    pub origin: &'a Origin,
    /// What it is called.
    pub title: &'a str,
    /// Whose news it is.
    pub author: &'a str,
    /// The path of its own file.
    pub path: &'a str,
    /// The path of the start page.
    pub home: &'a str,
    /// The path of the page about an edition.
    pub page: fn(u16, Locale) -> String,
}

impl FeedFile<'_> {
    /// The feed as a file, the latest news first.
    ///
    /// # Errors
    /// Where the library cannot write it.
    pub fn write(&self) -> Result<String, Failure> {
        let entries = entries(self.editions, self.now);
        let feed = Feed {
            lang: Some(self.locale.tag().to_string()),
            id: feed_id(self.origin, self.locale),
            title: plain(self.title),
            updated: midnight(updated(&entries, self.editions)),
            authors: vec![Person { name: visible(self.author), ..Person::default() }],
            links: vec![
                link("self", Some(MEDIA_TYPE), self.origin.url(self.path)),
                link("alternate", Some("text/html"), self.origin.url(self.home)),
            ],
            entries: entries.iter().map(|entry| self.entry(entry)).collect(),
            ..Feed::default()
        };
        // The library's own declaration does not name the encoding.
        let declaration = b"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_vec();
        let config = WriteConfig { write_document_declaration: false, indent_size: Some(1) };
        Ok(String::from_utf8(feed.write_with_config(declaration, config)?)? + "\n")
    }

    fn entry(&self, of: &FeedEntry) -> Entry {
        let (text, when) = (of.news.text.get(self.locale), midnight(of.news.date));
        Entry {
            id: of.id(self.origin, self.locale),
            title: plain(text),
            published: Some(when),
            updated: when,
            links: vec![
                link("alternate", Some("text/html"), self.origin.url(&(self.page)(of.edition.year, self.locale))),
                link("via", None, of.news.source.clone()),
            ],
            content: Some(Content {
                content_type: Some("html".to_string()),
                value: Some(self.html(text, &of.news.source)),
                ..Content::default()
            }),
            ..Entry::default()
        }
    }

    fn html(&self, text: &str, source: &str) -> String {
        let label = if self.locale == Locale::Sv { "Källa" } else { "Source" };
        let (text, source) = (visible(text), visible(source));
        let (text, source) = (escape(&text), escape(&source));
        format!("<p>{text}</p><p>{label}: <a href=\"{source}\">{source}</a></p>")
    }
}

fn plain(text: &str) -> Text {
    Text::plain(visible(text))
}

fn link(rel: &str, mime_type: Option<&str>, href: String) -> Link {
    Link { rel: rel.to_string(), mime_type: mime_type.map(str::to_string), href, ..Link::default() }
}

fn midnight(day: NaiveDate) -> FixedDateTime {
    day.and_time(NaiveTime::MIN).and_utc().fixed_offset()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::for_tests::{day, edition, origin};
    use digitaliseringskommun::domain::text::Text;
    use proptest::prelude::*;

    fn feed(editions: &[Edition], locale: Locale) -> String {
        let page = |year: u16, locale: Locale| format!("/{}/{year}", locale.tag());
        let (path, home, origin, now) = ("/nyheter.xml", "/", &origin(), day(2026, 11, 24).into());
        let (title, author) = ("Nyheter & annat", "Priset");
        FeedFile { editions, now, locale, origin, title, author, path, home, page }.write().unwrap()
    }

    #[test]
    fn the_feed_says_what_the_entries_say() {
        let all: Vec<Edition> = [2015, 2017, 2019, 2021, 2023].map(edition).into();
        let text = feed(&all, Locale::En);
        assert!(
            text.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"")
        );
        let read: Feed = text.parse().unwrap();
        assert_eq!((read.id.as_str(), read.title.as_str()), ("tag:pris.example,2026:nyheter/en", "Nyheter & annat"));
        assert_eq!((read.lang.as_deref(), read.authors[0].name.as_str()), (Some("en"), "Priset"));
        assert_eq!(read.updated.to_rfc3339(), "2023-11-21T00:00:00+00:00");
        let links: Vec<_> = read.links.iter().map(|l| (l.rel.as_str(), l.href.as_str())).collect();
        assert_eq!(links, [("self", "https://pris.example/nyheter.xml"), ("alternate", "https://pris.example/")]);
        let expected = entries(&all, day(2026, 11, 24).into());
        assert_eq!(read.entries.len(), expected.len());
        for (entry, of) in read.entries.iter().zip(&expected) {
            assert_eq!(entry.id, of.id(&origin(), Locale::En));
            assert_eq!(entry.title.as_str(), of.news.text.en);
            assert_eq!(entry.updated.date_naive(), of.news.date);
            assert_eq!(entry.published, Some(entry.updated));
            assert_eq!(entry.links[0].href, format!("https://pris.example/en/{}", of.edition.year));
            assert_eq!((entry.links[1].rel.as_str(), &entry.links[1].href), ("via", &of.news.source));
        }
        assert_eq!(feed(&all, Locale::En), text, "the same data gives the same bytes");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_news_makes_one_whole_entry(text in "\\PC{1,200}|[<>&\"' -~\n\u{0}\u{b}\u{ffff}]{1,80}") {
            let mut edition = edition(2023);
            edition.news.truncate(1);
            edition.news[0].text = Text { sv: text.clone(), en: text.clone() };
            let read: Feed = feed(&[edition], Locale::Sv).parse().unwrap();
            prop_assert_eq!(read.entries.len(), 1);
            let kept = visible(&text);
            // The reader takes blanks off the ends.
            prop_assert_eq!(read.entries[0].title.as_str().trim(), kept.trim());
            let html = read.entries[0].content().and_then(|c| c.value.clone()).unwrap_or_default();
            prop_assert!(html.contains(&format!("<p>{}</p>", escape(&kept))), "{}", html);
            prop_assert_eq!(html.matches("<p>").count(), 2);
        }
    }
}
