//! What is known on the day of the build. The only place of the prerenderer that asks whether a winner may be named.

use crate::Source;
use digitaliseringskommun::domain::award::{Edition, Nominee, Stage, history};
use digitaliseringskommun::domain::text::Text;

impl Source {
    /// The edition of a year.
    pub fn edition(&self, year: u16) -> Option<&Edition> {
        self.plain.editions.iter().find(|e| e.year == year)
    }

    /// A nominee with its edition.
    pub fn nominee(&self, year: u16, slug: &str) -> Option<(&Edition, &Nominee)> {
        let edition = self.edition(year)?;
        Some((edition, edition.nominees.iter().find(|n| n.slug == slug)?))
    }

    /// The winner, once it may be named.
    pub fn winner<'a>(&self, edition: &'a Edition) -> Option<&'a Nominee> {
        edition.winner(self.now)
    }

    /// The nominees that have not won, as far as that is known, in the order to show them in.
    pub fn others<'a>(&self, edition: &'a Edition) -> Vec<&'a Nominee> {
        let all = edition.nominees_on(self.now).into_iter();
        all.filter(|(_, stage)| *stage != Stage::Winner).map(|(nominee, _)| nominee).collect()
    }

    /// How far a nominee is known to have come, and its reason: that of a winner waits for the winner.
    pub fn stage<'a>(&self, edition: &Edition, nominee: &'a Nominee) -> (Stage, Option<&'a Text>) {
        let stage = edition.stage_on(nominee, self.now);
        (stage, nominee.reason.as_ref().filter(|_| stage == nominee.stage))
    }

    /// What a municipality is known to have won: `Sveriges DigitaliseringsKommun 2023`.
    pub fn awards(&self, code: &str) -> Vec<String> {
        let won = history(&self.plain.editions, code, self.now).into_iter();
        let won = won.filter(|(.., stage)| *stage == Stage::Winner);
        won.filter_map(|(year, ..)| self.edition(year)).map(award_name).collect()
    }
}

/// The award's name that year, and the year.
pub fn award_name(edition: &Edition) -> String {
    [&edition.title, " ", &edition.year.to_string()].concat()
}
