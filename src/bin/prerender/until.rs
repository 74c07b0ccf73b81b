//! Until when a static page is up to date: from then on the app takes it over (`public/public.js`).

use crate::Source;
use chrono::{NaiveDateTime, TimeDelta, TimeZone};
use chrono_tz::Europe::Stockholm;
use digitaliseringskommun::domain::award::{Edition, current, next_reveal};
use digitaliseringskommun::route::Route;

/// The moment in UTC at which what a page shows changes by the clock, such as `2026-05-16T22:00:00Z`. `None` for a page that
/// stays as it is.
pub fn until(source: &Source, route: Option<&Route>) -> Option<String> {
    shown_until(&source.plain.editions, route?, source.now).map(stamp)
}

fn shown_until(editions: &[Edition], route: &Route, now: NaiveDateTime) -> Option<NaiveDateTime> {
    match route {
        Route::Home | Route::Timeline => current(editions)?.shown_until(now),
        Route::Edition(year) => editions.iter().find(|edition| edition.year == *year)?.shown_until(now),
        // The stage of a nominee, there and in its other years.
        Route::Nominees | Route::Nominee(..) | Route::Municipality(_) => next_reveal(editions, now),
        _ => None,
    }
}

/// The moment in UTC at which the clock of Europe/Stockholm shows `there`. The hour that it shows twice is taken as its
/// first, and a moment in the hour that it leaves out as counted from before it.
fn utc(there: NaiveDateTime) -> NaiveDateTime {
    let earliest = Stockholm.from_local_datetime(&there).earliest();
    earliest.map_or(there - TimeDelta::hours(1), |moment| moment.naive_utc())
}

fn stamp(there: NaiveDateTime) -> String {
    utc(there).format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use digitaliseringskommun::domain::award::{moment, parse_edition};

    #[test]
    fn the_clock_of_stockholm_is_told_in_utc() {
        for (there, in_utc) in [
            ("2023-11-21T19:30", "2023-11-21T18:30:00Z"),
            ("2025-06-01T00:00", "2025-05-31T22:00:00Z"),
            ("2025-03-30T01:59", "2025-03-30T00:59:00Z"),
            ("2025-03-30T02:30", "2025-03-30T01:30:00Z"),
            ("2025-03-30T03:00", "2025-03-30T01:00:00Z"),
            ("2025-10-26T02:30", "2025-10-26T00:30:00Z"),
            ("2025-10-26T03:00", "2025-10-26T02:00:00Z"),
        ] {
            assert_eq!(moment(there).map(stamp).as_deref(), Some(in_utc), "{there}");
        }
    }

    #[test]
    fn dates_end_what_tells_of_dates_and_the_winner_ends_all_that_names_it() {
        let edition = parse_edition(&std::fs::read("public/data/award/2023.json").unwrap_or_default());
        let editions: Vec<Edition> = edition.into_iter().collect();
        let at = |now| moment(now).unwrap_or_default();
        let of = |route, now| shown_until(&editions, &route, at(now));
        let (midnight, prize) = (Some(at("2023-05-12T00:00")), Some(at("2023-11-21T00:00")));
        for route in [Route::Home, Route::Timeline, Route::Edition(2023)] {
            assert_eq!(of(route.clone(), "2023-05-11T09:00"), midnight, "{route:?}");
            assert_eq!(of(route, "2024-01-01T00:00"), None);
        }
        for route in [Route::Nominees, Route::Nominee(2023, "varmdo".into()), Route::Municipality("varmdo".into())] {
            assert_eq!(of(route.clone(), "2023-05-11T09:00"), prize, "{route:?}");
            assert_eq!(of(route, "2024-01-01T00:00"), None);
        }
        assert_eq!(of(Route::About, "2023-05-11T09:00"), None);
    }
}
