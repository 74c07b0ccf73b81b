//! What has been announced, as the entries of a feed (Atom, RFC 4287). `src/bin/prerender/feed.rs` writes them.
//!
//! Only the day of a piece of news is known, so its time is midnight, UTC. Everything in a feed comes from the data: the
//! same data gives the same entries.

use super::{Edition, News};
use crate::domain::origin::Origin;
use crate::domain::text::Locale;
use chrono::{NaiveDate, NaiveDateTime};
use std::cmp::Reverse;

/// The kind of file, as links to it say.
pub const MEDIA_TYPE: &str = "application/atom+xml";

/// The year in the names of entries (`tag:` URIs, RFC 4151): that of the first feed. It never changes, or every reader
/// would take all entries for new ones.
const NAMED_SINCE: &str = "2026";

/// A piece of news as an entry of a feed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FeedEntry<'a> {
    /// The edition that it is about.
    pub edition: &'a Edition,
    /// The news.
    pub news: &'a News,
    /// Its number among those of its day, from 1: later ones of a day get later numbers, so that a name once given
    /// stays.
    number: usize,
}

impl FeedEntry<'_> {
    /// Its lasting name (`atom:id`) in a language.
    pub fn id(&self, origin: &Origin, locale: Locale) -> String {
        let (year, day, number) = (self.edition.year, self.news.date, self.number);
        tag(origin, &format!("{year}/{day}/{number}/{}", locale.tag()))
    }
}

/// What may be told at `now`, a moment in Europe/Stockholm: the latest news first.
pub fn entries(editions: &[Edition], now: NaiveDateTime) -> Vec<FeedEntry<'_>> {
    let mut entries: Vec<FeedEntry> = editions.iter().flat_map(numbered).collect();
    entries.retain(|entry| is_told(entry.edition, entry.news, now));
    entries.sort_by_key(|entry| Reverse((entry.news.date, entry.edition.year, entry.number)));
    entries
}

/// The day that a feed of these entries was last changed.
pub fn updated(entries: &[FeedEntry], editions: &[Edition]) -> NaiveDate {
    let latest = entries.first().map(|entry| entry.news.date);
    latest.or_else(|| editions.iter().filter_map(|e| e.updated).max()).unwrap_or_default()
}

/// The lasting name of the feed in a language.
pub fn feed_id(origin: &Origin, locale: Locale) -> String {
    tag(origin, &format!("nyheter/{}", locale.tag()))
}

fn tag(origin: &Origin, rest: &str) -> String {
    format!("tag:{},{NAMED_SINCE}:{rest}", origin.host())
}

fn numbered(edition: &Edition) -> impl Iterator<Item = FeedEntry<'_>> {
    edition.news.iter().enumerate().map(move |(index, news)| {
        let number = 1 + edition.news.iter().take(index).filter(|n| n.date == news.date).count();
        FeedEntry { edition, news, number }
    })
}

/// Whether a piece of news may be told at `now`: not before its day, and not from the day of the prize on while the
/// winner is still kept back.
pub fn is_told(edition: &Edition, news: &News, now: NaiveDateTime) -> bool {
    let kept_back = edition.nominees.iter().any(|n| edition.stage_on(n, now) != n.stage);
    news.date <= now.date() && !(kept_back && news.date >= edition.reveal().date())
}
