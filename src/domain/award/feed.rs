//! What has been announced, as a feed (Atom, RFC 4287).
//!
//! Only the day of a piece of news is known, so its time is midnight, UTC. Everything in a feed comes from the data: the
//! same data gives the same bytes.

use super::{Edition, News};
use crate::domain::origin::Origin;
use crate::domain::text::Locale;
use crate::domain::xml::Xml;
use chrono::{NaiveDate, NaiveDateTime};

/// The kind of file, as links to it say.
pub const MEDIA_TYPE: &str = "application/atom+xml";

/// The year in the names of entries (`tag:` URIs, RFC 4151): that of the first feed. It never changes, or every reader
/// would take all entries for new ones.
const NAMED_SINCE: &str = "2026";

/// What a feed is made of.
#[derive(Clone, Copy, Debug)]
pub struct Feed<'a> {
    /// All editions.
    pub editions: &'a [Edition],
    /// The moment that it is made at, in Europe/Stockholm: later news are left out.
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
    pub file: &'a str,
    /// The path of the start page.
    pub home: &'a str,
    /// The path of the page about an edition.
    pub page: fn(u16, Locale) -> String,
}

impl Feed<'_> {
    /// The feed as a file, the latest news first.
    pub fn write(&self) -> String {
        let mut entries: Vec<(&Edition, usize, &News)> = self.editions.iter().flat_map(numbered).collect();
        entries.retain(|(edition, _, news)| is_told(edition, news, self.now));
        entries.sort_by_key(|(edition, number, news)| std::cmp::Reverse((news.date, edition.year, *number)));
        let updated =
            entries.first().map(|(.., news)| news.date).or(self.editions.iter().filter_map(|e| e.updated).max());
        let tag = self.locale.tag();
        let mut xml = Xml::document();
        xml.raw(&["<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"", tag, "\">\n"]);
        xml.element("id", &self.name(&["nyheter/", tag].concat()));
        xml.element("title", self.title);
        xml.element("updated", &midnight(updated.unwrap_or_default()));
        xml.empty("link", &[("rel", "self"), ("type", MEDIA_TYPE), ("href", &self.origin.url(self.file))]);
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &self.origin.url(self.home))]);
        xml.raw(&["<author>"]);
        xml.element("name", self.author);
        xml.raw(&["</author>\n"]);
        for (edition, number, news) in entries {
            self.entry(&mut xml, edition, number, news);
        }
        xml.raw(&["</feed>\n"]);
        xml.finish()
    }

    fn entry(&self, xml: &mut Xml, edition: &Edition, number: usize, news: &News) {
        let (tag, year, day) = (self.locale.tag(), edition.year.to_string(), news.date.to_string());
        let text = news.text.get(self.locale);
        xml.raw(&["<entry>\n"]);
        xml.element("id", &self.name(&[&year, "/", &day, "/", &number.to_string(), "/", tag].concat()));
        xml.element("title", text);
        xml.element("published", &midnight(news.date));
        xml.element("updated", &midnight(news.date));
        let page = self.origin.url(&(self.page)(edition.year, self.locale));
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &page)]);
        xml.empty("link", &[("rel", "via"), ("href", &news.source)]);
        // HTML within XML: escaped once for each.
        let source = if self.locale == Locale::Sv { "Källa: " } else { "Source: " };
        let mut html = Xml::new();
        html.raw(&["<p>"]).text(text).raw(&["</p><p>", source, "<a href=\""]).text(&news.source);
        html.raw(&["\">"]).text(&news.source).raw(&["</a></p>"]);
        xml.raw(&["<content type=\"html\">"]).text(&html.finish()).raw(&["</content>\n</entry>\n"]);
    }

    fn name(&self, rest: &str) -> String {
        ["tag:", self.origin.host(), ",", NAMED_SINCE, ":", rest].concat()
    }
}

/// The news of an edition, each with its number among those of its day: later ones of a day get later numbers, so that
/// a name once given stays.
fn numbered(edition: &Edition) -> impl Iterator<Item = (&Edition, usize, &News)> {
    edition.news.iter().enumerate().map(move |(index, news)| {
        let number = 1 + edition.news.iter().take(index).filter(|n| n.date == news.date).count();
        (edition, number, news)
    })
}

/// Whether a piece of news may be published at `now`: not before its day, and not from the day of the prize on while
/// the winner is still withheld.
pub fn is_told(edition: &Edition, news: &News, now: NaiveDateTime) -> bool {
    let kept_back = edition.nominees.iter().any(|n| edition.stage_on(n, now) != n.stage);
    news.date <= now.date() && !(kept_back && news.date >= edition.reveal().date())
}

fn midnight(date: NaiveDate) -> String {
    [&date.to_string(), "T00:00:00Z"].concat()
}
