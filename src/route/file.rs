//! The files that only programs read, and the pictures that are shown where a page is shared.

use super::prefix;
use crate::domain::award::Step;
use crate::domain::text::Locale;

/// The pages that search engines may show.
pub const SITEMAP: &str = "/sitemap.xml";

/// The map of the country.
pub const MAP: &str = "/data/sweden.json";

/// What search engines may read.
pub const ROBOTS: &str = "/robots.txt";

/// The picture that is shown where a page is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Card {
    /// That of most pages.
    Site,
    /// That of an edition.
    Edition(u16),
    /// That of a nominee, by year and slug.
    Nominee(u16, String),
    /// That of a municipality, by its slug.
    Municipality(String),
}

impl Card {
    /// The path. A picture has no language.
    pub fn path(&self) -> String {
        let name = match self {
            Card::Site => "site".into(),
            Card::Edition(year) => year.to_string(),
            Card::Nominee(year, slug) => [&year.to_string(), "-", slug].concat(),
            Card::Municipality(slug) => ["kommun-", slug].concat(),
        };
        ["/cards/", &name, ".png"].concat()
    }
}

/// The file for a calendar with all key dates of an edition, or with one.
pub fn calendar_path(year: u16, step: Option<Step>, locale: Locale) -> String {
    let step = step.map(|s| ["-", &s.word().replace('_', "-")].concat()).unwrap_or_default();
    [prefix(locale), "/kalender/", &year.to_string(), &step, ".ics"].concat()
}

/// The feed of news.
pub fn feed_path(locale: Locale) -> &'static str {
    match locale {
        Locale::Sv => "/nyheter.xml",
        Locale::En => "/en/nyheter.xml",
    }
}

/// The file of one edition, which a page that waits for its winner asks for.
pub fn edition_path(year: u16) -> String {
    ["/data/award/", &year.to_string(), ".json"].concat()
}

/// A file of open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataFile {
    /// All editions.
    Json,
    /// All nominations as a table.
    Csv,
    /// What the fields of [`DataFile::Json`] mean.
    Schema,
    /// The register of municipalities.
    Municipalities,
}

/// The address of a file of open data. It never changes.
pub fn data_path(file: DataFile) -> &'static str {
    match file {
        DataFile::Json => "/data/award.json",
        DataFile::Csv => "/data/award.csv",
        DataFile::Schema => "/data/schemas/award-1.json",
        DataFile::Municipalities => "/data/kommuner.json",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_picture_has_a_name_of_its_own() {
        let nominee = Card::Nominee(2023, "varmdo".into());
        let paths = [Card::Site, Card::Edition(2023), nominee, Card::Municipality("nacka".into())].map(|c| c.path());
        let expected = ["/cards/site.png", "/cards/2023.png", "/cards/2023-varmdo.png", "/cards/kommun-nacka.png"];
        assert_eq!(paths, expected);
    }

    #[test]
    fn files_have_the_addresses_that_were_published() {
        let calendar = |step| Locale::ALL.map(|l| calendar_path(2023, step, l));
        assert_eq!(calendar(None), ["/kalender/2023.ics", "/en/kalender/2023.ics"]);
        let visits = ["/kalender/2023-site-visits.ics", "/en/kalender/2023-site-visits.ics"];
        assert_eq!(calendar(Some(Step::SiteVisits)), visits);
        assert_eq!(Locale::ALL.map(feed_path), ["/nyheter.xml", "/en/nyheter.xml"]);
        assert_eq!([DataFile::Json, DataFile::Csv].map(data_path), ["/data/award.json", "/data/award.csv"]);
    }
}
