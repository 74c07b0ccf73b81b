//! Every path of the site, made and parsed in one place.
//!
//! A path is a language prefix (`/en`, or nothing for Swedish) and a route; both languages use the Swedish words, so
//! that a link can be read aloud the same way whoever made it. The draft is in the query (`?utkast=<id>`), so that
//! every path is a real file on any static host.

use crate::domain::text::Locale;

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// What the award is and where the current edition stands.
    Home,
    /// All editions and their nominees.
    Nominees,
    /// One edition, by its year.
    Edition(u16),
    /// One nominee of an edition, by year and slug.
    Nominee(u16, String),
    /// One municipality through all editions, by the slug of its name.
    Municipality(String),
    /// The key dates of the current edition.
    Timeline,
    /// A page of the assessment.
    Assess(Assess),
    /// How it is counted.
    Method,
    /// About the award and the site.
    About,
    /// The accessibility statement.
    Accessibility,
    /// What is stored on this device.
    Stored,
    /// Checking a receipt.
    Check,
    /// The award's data, to use elsewhere.
    OpenData,
    /// The kiosk at a fair.
    Kiosk,
}

/// A page of the assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assess {
    /// Drafts, and starting a new one.
    Start,
    /// The task list.
    Overview,
    /// The statements of one category, by its id.
    Category(String),
    /// All answers of the draft, to check.
    Review,
    /// Who has answered, and inviting others.
    Respondents,
    /// Being invited to answer; the invitation is in the fragment.
    Invited,
    /// The result.
    Result,
    /// Targets, actions, roles and dates.
    Plan,
    /// The result as a document for paper.
    Document,
    /// Contact person and what will be sent.
    Send,
    /// The receipt.
    Receipt,
}

const OVERVIEW: &str = "oversikt";
const REVIEW: &str = "granska";
const RESPONDENTS: &str = "svarande";
const INVITED: &str = "svara";
const RESULT: &str = "resultat";
const PLAN: &str = "plan";
const DOCUMENT: &str = "dokument";
const SEND: &str = "skicka";
const RECEIPT: &str = "kvitto";

impl Route {
    /// The path, with the language's prefix and without a trailing slash (but `/` itself).
    pub fn path(&self, locale: Locale) -> String {
        let rest = match self {
            Route::Home => String::new(),
            Route::Nominees => "/nominerade".into(),
            Route::Edition(year) => ["/nominerade/", &year.to_string()].concat(),
            Route::Nominee(year, slug) => ["/nominerade/", &year.to_string(), "/", slug].concat(),
            Route::Municipality(slug) => ["/kommuner/", slug].concat(),
            Route::Timeline => "/halltider".into(),
            Route::OpenData => "/oppna-data".into(),
            Route::Assess(page) => page.path(),
            Route::Method => "/metod".into(),
            Route::About => "/om".into(),
            Route::Accessibility => "/tillganglighet".into(),
            Route::Stored => "/sparat".into(),
            Route::Check => "/kvitto".into(),
            Route::Kiosk => "/kiosk".into(),
        };
        match (locale, rest.is_empty()) {
            (Locale::Sv, true) => "/".into(),
            (Locale::Sv, false) => rest,
            (Locale::En, _) => ["/en", &rest].concat(),
        }
    }

    /// Parses a path, with or without a trailing slash or `index.html`. `None` for one that the site does not have.
    /// Does not check whether an edition, nominee or category of that name exists.
    pub fn parse(path: &str) -> Option<(Locale, Route)> {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let mut parts: Vec<&str> = path.split('/').filter(|p| !p.is_empty()).collect();
        let locale = match parts.first() {
            Some(&"en") => {
                parts.remove(0);
                Locale::En
            }
            _ => Locale::Sv,
        };
        let route = match parts.as_slice() {
            [] => Route::Home,
            ["nominerade"] => Route::Nominees,
            ["nominerade", year] => Route::Edition(parse_year(year)?),
            ["nominerade", year, slug] => Route::Nominee(parse_year(year)?, (*slug).to_string()),
            ["kommuner", slug] => Route::Municipality((*slug).to_string()),
            ["halltider"] => Route::Timeline,
            ["oppna-data"] => Route::OpenData,
            ["bedomning"] => Route::Assess(Assess::Start),
            ["bedomning", page] => Route::Assess(Assess::parse(page)),
            ["metod"] => Route::Method,
            ["om"] => Route::About,
            ["tillganglighet"] => Route::Accessibility,
            ["sparat"] => Route::Stored,
            ["kvitto"] => Route::Check,
            ["kiosk"] => Route::Kiosk,
            _ => return None,
        };
        Some((locale, route))
    }
}

fn prefix(locale: Locale) -> &'static str {
    match locale {
        Locale::Sv => "",
        Locale::En => "/en",
    }
}

impl Assess {
    fn path(&self) -> String {
        let word = match self {
            Assess::Start => return "/bedomning".into(),
            Assess::Overview => OVERVIEW,
            Assess::Category(id) => id,
            Assess::Review => REVIEW,
            Assess::Respondents => RESPONDENTS,
            Assess::Invited => INVITED,
            Assess::Result => RESULT,
            Assess::Plan => PLAN,
            Assess::Document => DOCUMENT,
            Assess::Send => SEND,
            Assess::Receipt => RECEIPT,
        };
        ["/bedomning/", word].concat()
    }

    fn parse(word: &str) -> Assess {
        match word {
            OVERVIEW => Assess::Overview,
            REVIEW => Assess::Review,
            RESPONDENTS => Assess::Respondents,
            INVITED => Assess::Invited,
            RESULT => Assess::Result,
            PLAN => Assess::Plan,
            DOCUMENT => Assess::Document,
            SEND => Assess::Send,
            RECEIPT => Assess::Receipt,
            _ => Assess::Category(word.to_string()),
        }
    }
}

/// A year of the award: four digits, from 2000.
fn parse_year(text: &str) -> Option<u16> {
    (text.len() == 4).then(|| text.parse().ok()).flatten().filter(|y| (2000..2100).contains(y))
}

mod file;
mod needs;
pub use file::{Card, DataFile, MAP, ROBOTS, SITEMAP, calendar_path, data_path, edition_path, feed_path};
pub use needs::Chunk;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::instrument::RESERVED_CATEGORY_IDS;

    fn every_kind() -> Vec<Route> {
        let assess = [Assess::Start, Assess::Overview, Assess::Category("innovation".into()), Assess::Review]
            .into_iter()
            .chain([Assess::Respondents, Assess::Invited, Assess::Result, Assess::Plan, Assess::Document])
            .chain([Assess::Send, Assess::Receipt])
            .map(Route::Assess);
        [
            Route::Home,
            Route::Nominees,
            Route::Edition(2023),
            Route::Nominee(2023, "mora-orsa-alvdalen".into()),
            Route::Municipality("upplands-vasby".into()),
            Route::Timeline,
            Route::OpenData,
            Route::Method,
            Route::About,
            Route::Accessibility,
            Route::Stored,
            Route::Check,
            Route::Kiosk,
        ]
        .into_iter()
        .chain(assess)
        .collect()
    }

    #[test]
    fn what_is_made_is_parsed() {
        for route in every_kind() {
            for locale in Locale::ALL {
                assert_eq!(Route::parse(&route.path(locale)), Some((locale, route.clone())));
            }
        }
    }

    #[test]
    fn no_category_may_have_the_name_of_another_page() {
        let mut names: Vec<String> = every_kind()
            .into_iter()
            .filter(|route| !matches!(route, Route::Assess(Assess::Category(_))))
            .filter_map(|route| route.path(Locale::Sv).strip_prefix("/bedomning/").map(str::to_string))
            .collect();
        names.sort();
        let mut reserved = RESERVED_CATEGORY_IDS;
        reserved.sort_unstable();
        assert_eq!(names, reserved);
    }

    #[test]
    fn a_slash_or_index_at_the_end_is_the_same_page() {
        let page = Some((Locale::En, Route::Edition(2023)));
        assert_eq!(Route::parse("/en/nominerade/2023/"), page);
        assert_eq!(Route::parse("/en/nominerade/2023/index.html"), page);
        assert_eq!(Route::parse("/index.html"), Some((Locale::Sv, Route::Home)));
    }

    #[test]
    fn unknown_paths_are_none() {
        for path in ["/x", "/en/x", "/nominerade/20233", "/nominerade/abcd", "/nominerade/2023/a/b", "/nominerade/+202"]
        {
            assert_eq!(Route::parse(path), None, "{path}");
        }
    }
}
