//! What was found in the gallery, as it is listed.

use crate::domain::award::{Entry, Filter, Gallery, GalleryEdition, Stage};
use chrono::NaiveDateTime;

/// How many nominees are listed at first. More than there have been in all years so far.
pub const AT_ONCE: usize = 60;

/// What fits a filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// How many nominees fit.
    pub total: usize,
    /// The editions of those that are listed, the latest first.
    pub rows: Vec<EditionRow>,
    /// Whether there are more than are listed.
    pub has_more: bool,
}

/// An edition with those of its nominees that are listed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EditionRow {
    /// The year.
    pub year: u16,
    /// The award's name that year.
    pub title: String,
    /// The winner, once it is known; no edition has several.
    pub winners: Vec<Listed>,
    /// The others, the furthest first.
    pub others: Vec<Listed>,
    /// Whether to say that there were others, of whom nothing is known.
    pub others_are_unknown: bool,
}

/// A nominee in the list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Listed {
    /// Its segment of the path.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// How far it is known to have come.
    pub stage: Stage,
    /// Whether it is the first of those that are listed only when all are.
    pub is_first_of_rest: bool,
}

/// Looks for what fits; lists at most `limit`.
pub fn found(gallery: &Gallery, filter: &Filter, now: NaiveDateTime, limit: usize) -> Found {
    let editions = gallery.find(filter, now);
    let total = editions.iter().map(|(_, entries)| entries.len()).sum();
    let (mut rows, mut listed) = (Vec::new(), 0);
    for (edition, entries) in &editions {
        let room = limit.saturating_sub(listed);
        if room > 0 {
            rows.push(row(edition, entries, listed, room, filter.is_empty()));
        }
        listed += entries.len();
    }
    Found { total, rows, has_more: total > limit }
}

/// The row of an edition before which `before` nominees are listed, with the first `room` of its own. `is_unfiltered`:
/// all that are known are listed.
fn row(
    edition: &GalleryEdition,
    entries: &[(&Entry, Stage)],
    before: usize,
    room: usize,
    is_unfiltered: bool,
) -> EditionRow {
    let listed = entries.iter().take(room).zip(before..).map(|((entry, stage), place)| Listed {
        slug: entry.slug.clone(),
        name: entry.name.clone(),
        stage: *stage,
        is_first_of_rest: place == AT_ONCE,
    });
    let (winners, others): (Vec<_>, Vec<_>) = listed.partition(|listed| listed.stage == Stage::Winner);
    EditionRow {
        year: edition.year,
        title: edition.title.clone(),
        winners,
        others,
        others_are_unknown: is_unfiltered && !edition.complete && entries.len() <= 1,
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::domain::award::{Edition, moment, parse_edition};

    fn gallery() -> Gallery {
        let read = |year: u16| std::fs::read(format!("public/data/award/{year}.json")).expect("the file");
        let years = (2001..=2023).step_by(2);
        Gallery::of(&years.map(|year| parse_edition(&read(year)).expect("an edition")).collect::<Vec<Edition>>())
    }

    fn now() -> NaiveDateTime {
        moment("2026-01-01T00:00").expect("a moment")
    }

    fn names(found: &Found) -> Vec<(&str, bool)> {
        let all = found.rows.iter().flat_map(|row| row.winners.iter().chain(&row.others));
        all.map(|listed| (listed.name.as_str(), listed.is_first_of_rest)).collect()
    }

    #[test]
    fn editions_are_listed_from_the_latest_with_the_winner_first() {
        let all = found(&gallery(), &Filter::default(), now(), usize::MAX);
        assert_eq!((all.total, all.has_more), (gallery().count(), false));
        let first = all.rows.first().expect("an edition");
        assert_eq!((first.year, first.winners.first().map(|w| w.slug.as_str())), (2023, Some("varmdo")));
        assert!(first.others.len() == 4 && !first.others_are_unknown);
        assert!(all.rows.last().is_some_and(|row| row.year == 2001 && row.others_are_unknown));
        let of_a_year = Filter { year: Some(2001), ..Filter::default() };
        assert!(found(&gallery(), &of_a_year, now(), 60).rows.iter().all(|row| !row.others_are_unknown));
    }

    #[test]
    fn no_more_are_listed_than_there_is_room_for() {
        for limit in [0, 1, 5, 6, 7, 20] {
            let some = found(&gallery(), &Filter::default(), now(), limit);
            assert_eq!((names(&some).len(), some.has_more, some.total), (limit, true, gallery().count()), "{limit}");
        }
    }

    #[test]
    fn the_first_of_the_rest_is_marked() {
        let many = Gallery::of(&vec![Edition::clone(&fifty()); 2]);
        let listed = found(&many, &Filter::default(), now(), usize::MAX);
        let marked: Vec<usize> =
            names(&listed).iter().enumerate().filter(|(_, (_, first))| *first).map(|(n, _)| n).collect();
        assert_eq!(marked, [AT_ONCE]);
        assert!(names(&found(&many, &Filter::default(), now(), AT_ONCE)).iter().all(|(_, first)| !first));
    }

    fn fifty() -> Edition {
        let file = std::fs::read("public/data/award/2023.json").expect("the file");
        let mut edition = parse_edition(&file).expect("an edition");
        let others: Vec<_> = edition.nominees.iter().skip(1).cycle().take(49).cloned().collect();
        edition.nominees.truncate(1);
        edition.nominees.extend(others);
        edition
    }
}
