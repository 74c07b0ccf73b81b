//! The files that only programs read, and the pictures that are shown where a page is shared.

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
}
