//! The pictures of the loop that invites visitors.

use crate::domain::award::{Edition, Stage};
use chrono::NaiveDateTime;

/// One picture. Numbers are places in [`Edition::nominees_on`] of the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slide {
    /// The winner, once known.
    Winner(usize),
    /// How many are nominated, while nobody has won.
    Opening,
    /// One nominee with what is said of it.
    Nominee(usize),
    /// All nominees.
    All,
    /// The key dates.
    Dates,
    /// What the test is.
    Test,
}

/// The most nominees with a picture of their own: a loop that takes minutes is seen whole by nobody.
const OWN: usize = 5;

/// The pictures at a moment in Europe/Stockholm, in order. There is always one at least.
pub fn slides(edition: Option<&Edition>, now: NaiveDateTime) -> Vec<Slide> {
    let mut slides = Vec::new();
    if let Some(edition) = edition {
        let nominees = edition.nominees_on(now);
        let winner = nominees.iter().position(|(_, stage)| *stage == Stage::Winner);
        slides.push(winner.map_or(Slide::Opening, Slide::Winner));
        let told = |(index, (nominee, stage)): &(usize, &(_, Stage))| {
            let nominee: &&crate::domain::award::Nominee = nominee;
            *stage == Stage::Finalist && Some(*index) != winner && !nominee.facts.is_empty()
        };
        slides.extend(nominees.iter().enumerate().filter(told).take(OWN).map(|(index, _)| Slide::Nominee(index)));
        if !nominees.is_empty() {
            slides.push(Slide::All);
        }
        if !edition.milestones.is_empty() {
            slides.push(Slide::Dates);
        }
    }
    slides.push(Slide::Test);
    slides
}
