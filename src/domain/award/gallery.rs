//! The gallery: every nominee of every edition, in the few words that looking for one needs, and the filter.

use super::find::Words;
use super::{Edition, Stage, collation_key, county_name};
use crate::domain::key;
use crate::domain::order;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// All editions, the latest first.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Gallery {
    /// The editions.
    pub editions: Vec<GalleryEdition>,
}

/// One edition of the gallery.
#[derive(Clone, Debug, PartialEq)]
pub struct GalleryEdition {
    /// Its year.
    pub year: u16,
    /// The award's name that year.
    pub title: String,
    /// Whether its nominees are known to be all.
    pub complete: bool,
    /// The moment in Europe/Stockholm from which its winner is shown.
    pub reveal: NaiveDateTime,
    /// Its nominees, by name.
    pub entries: Vec<Entry>,
}

/// One nominee of the gallery.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its segment of the path.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// How far it came, by the sources.
    pub stage: Stage,
    /// The codes of its municipalities.
    pub codes: Vec<String>,
    /// What is searched in: name, counties and year, by [`Words::searchable`].
    words: String,
}

/// What is looked for. Everything that is set must fit.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Filter {
    /// The year of an edition.
    pub year: Option<u16>,
    /// How far it came.
    pub stage: Option<Stage>,
    /// The code of a county that one of its municipalities lies in.
    pub county: Option<String>,
    /// Words that begin a word of the name, the county or the year.
    pub text: String,
}

/// The nominees of one edition that fit, the furthest first.
pub type Found<'a> = (&'a GalleryEdition, Vec<(&'a Entry, Stage)>);

impl Gallery {
    /// The gallery of these editions.
    pub fn of(editions: &[Edition]) -> Gallery {
        let entry = |year: u16, n: &super::Nominee| {
            let codes = n.municipalities.iter().map(|m| m.code.clone()).collect();
            Entry::new(year, n.slug.clone(), n.name.clone(), n.stage, codes)
        };
        let edition = |e: &Edition| GalleryEdition {
            year: e.year,
            title: e.title.clone(),
            complete: e.nominees_complete,
            reveal: e.reveal(),
            entries: e.nominees.iter().map(|n| entry(e.year, n)).collect(),
        };
        Gallery { editions: editions.iter().map(edition).collect() }.in_order()
    }

    fn in_order(mut self) -> Gallery {
        order::sort(&mut self.editions, |a, b| a.year > b.year);
        for edition in &mut self.editions {
            let mut keyed: Vec<_> = edition.entries.drain(..).map(|e| (collation_key(&e.name), e)).collect();
            order::sort(&mut keyed, |(a, _), (b, _)| a < b);
            edition.entries = keyed.into_iter().map(|(_, entry)| entry).collect();
        }
        self
    }

    /// Puts an edition in the place of the one of its year.
    pub fn replace(&mut self, edition: &Edition) {
        let mut all = std::mem::take(self);
        all.editions.retain(|other| other.year != edition.year);
        all.editions.extend(Gallery::of(std::slice::from_ref(edition)).editions);
        *self = all.in_order();
    }

    /// How many nominees there are, each edition counted.
    pub fn count(&self) -> usize {
        self.editions.iter().map(|e| e.entries.len()).sum()
    }

    /// Every nominee with how far it is known to have come.
    pub fn entries_on(&self, now: NaiveDateTime) -> impl Iterator<Item = (&Entry, Stage)> {
        self.editions.iter().flat_map(move |e| e.entries.iter().map(move |n| (n, n.stage.known(e.reveal, now))))
    }

    /// What fits, edition by edition. An edition of which nobody fits is left out.
    pub fn find(&self, filter: &Filter, now: NaiveDateTime) -> Vec<Found<'_>> {
        let words = Words::of(&filter.text);
        let editions = self.editions.iter().filter(|e| filter.year.is_none_or(|year| e.year == year));
        let found = editions.map(|edition| {
            let mut fitting = Vec::new();
            // Stage by stage, so that each stage keeps the order of names.
            for stage in Stage::ALL.into_iter().filter(|s| filter.stage.is_none_or(|wanted| *s == wanted)) {
                let known = |e: &&Entry| e.stage.known(edition.reveal, now) == stage;
                let fits = |e: &&Entry| known(e) && e.is_in(filter.county.as_deref()) && words.fit(&e.words);
                fitting.extend(edition.entries.iter().filter(fits).map(|e| (e, stage)));
            }
            (edition, fitting)
        });
        found.filter(|(_, fitting)| !fitting.is_empty()).collect()
    }
}

impl Entry {
    fn new(year: u16, slug: String, name: String, stage: Stage, codes: Vec<String>) -> Entry {
        let mut words = [&name, " ", &year.to_string()].concat();
        for county in codes.iter().filter_map(|code| county_name(code)) {
            words.push(' ');
            words.push_str(county);
        }
        Entry { slug, name, stage, codes, words: Words::searchable(&words) }
    }

    fn is_in(&self, county: Option<&str>) -> bool {
        county.is_none_or(|county| self.codes.iter().any(|code| code.starts_with(county)))
    }
}

impl Filter {
    /// Reads the filter of an address. What is not understood is left out.
    pub fn parse(of: impl Fn(&str) -> Option<String>) -> Filter {
        let digits = |text: &String| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        Filter {
            year: of("ar").filter(digits).and_then(|year| year.parse().ok()),
            stage: of("steg").and_then(|word| Stage::ALL.into_iter().find(|s| s.query_word() == word)),
            county: of("lan").filter(|code| county_name(code).is_some() && code.len() == 2),
            text: of("sok").unwrap_or_default().chars().take(60).collect(),
        }
    }

    /// The filter as the query of an address, with its question mark. Empty where nothing is looked for.
    pub fn query(&self) -> String {
        let year = self.year.map(|y| y.to_string()).unwrap_or_default();
        let stage = self.stage.map_or("", Stage::query_word);
        let county = self.county.clone().unwrap_or_default();
        let mut query = String::new();
        for (name, value) in [("ar", year.as_str()), ("steg", stage), ("lan", &county), ("sok", self.text.trim())] {
            if !value.is_empty() {
                query.push_str(if query.is_empty() { "?" } else { "&" });
                query.push_str(name);
                query.push('=');
                encode(&mut query, value);
            }
        }
        query
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.query().is_empty()
    }
}

impl Stage {
    /// Its word in an address.
    pub const fn query_word(self) -> &'static str {
        match self {
            Stage::Winner => "vinnare",
            Stage::Finalist => "finalist",
            Stage::Nominated => "nominerad",
        }
    }
}

/// Text as an address holds it: every byte but letters and digits of ASCII as `%` and two digits.
fn encode(into: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            into.push(char::from(byte));
        } else {
            let digit = |n: u8| char::from(b"0123456789ABCDEF".get(usize::from(n)).copied().unwrap_or(b'0'));
            into.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
}

/// What a page carries. The fields stand in the order of their names.
#[derive(Serialize, Deserialize)]
struct GalleryV1 {
    editions: Vec<GalleryEditionV1>,
}

#[derive(Serialize, Deserialize)]
struct GalleryEditionV1 {
    complete: bool,
    nominees: Vec<EntryV1>,
    reveal: String,
    title: String,
    year: u16,
}

/// Slug, name, the word of the stage, and codes.
#[derive(Serialize, Deserialize)]
struct EntryV1(String, String, String, Vec<String>);

/// The gallery as text for a page to carry.
pub fn gallery_text(gallery: &Gallery) -> String {
    let entry = |e: &Entry| EntryV1(e.slug.clone(), e.name.clone(), e.stage.word().to_string(), e.codes.clone());
    let edition = |e: &GalleryEdition| GalleryEditionV1 {
        complete: e.complete,
        nominees: e.entries.iter().map(entry).collect(),
        reveal: e.reveal.format("%Y-%m-%dT%H:%M").to_string(),
        title: e.title.clone(),
        year: e.year,
    };
    let carried = GalleryV1 { editions: gallery.editions.iter().map(edition).collect() };
    // Strings, lists and integers only: this cannot fail.
    serde_json::to_string(&carried).unwrap_or_default()
}

/// Reads a gallery that a page carries. It was checked when the page was made.
pub fn carried_gallery(text: &str) -> Option<Gallery> {
    let carried: GalleryV1 = key::read(text)?;
    let entry = |year: u16, EntryV1(slug, name, stage, codes): EntryV1| {
        let stage = Stage::ALL.into_iter().find(|s| s.word() == stage)?;
        Some(Entry::new(year, slug, name, stage, codes))
    };
    let edition = |e: GalleryEditionV1| {
        Some(GalleryEdition {
            year: e.year,
            title: e.title,
            complete: e.complete,
            reveal: super::moment(&e.reveal)?,
            entries: e.nominees.into_iter().map(|n| entry(e.year, n)).collect::<Option<_>>()?,
        })
    };
    let editions = carried.editions.into_iter().map(edition).collect::<Option<_>>()?;
    Some(Gallery { editions }.in_order())
}
