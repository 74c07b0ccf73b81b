//! A day, a month, or a range of either: `2023-05-17`, `2023-10`, `2023-08/2023-09`, `2023-11-21/2023-11-23`.

use chrono::NaiveDate;

/// A stretch of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// Whether only months are known.
    pub months: bool,
}

impl Period {
    /// Reads a period. `None` for anything else, for days that do not exist, and for a range that ends before it begins.
    pub fn parse(text: &str) -> Option<Period> {
        let (from, to) = text.split_once('/').unwrap_or((text, text));
        let (first, from_months) = point(from, false)?;
        let (last, to_months) = point(to, true)?;
        (from_months == to_months && first <= last).then_some(Period { first, last, months: from_months })
    }
}

/// Reads a day, or a month: then its first or last day.
pub(super) fn point(text: &str, end: bool) -> Option<(NaiveDate, bool)> {
    let digits = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let mut parts = text.split('-').map(|p| p.parse::<u32>().ok());
    let year = i32::try_from(parts.next()??).ok()?;
    let month = parts.next()??;
    match (text.len(), digits) {
        (10, true) => Some((NaiveDate::from_ymd_opt(year, month, parts.next()??)?, false)),
        (7, true) => {
            let day = NaiveDate::from_ymd_opt(year, month, 1)?;
            let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            let last = NaiveDate::from_ymd_opt(next.0, next.1, 1)?.pred_opt()?;
            Some((if end { last } else { day }, true))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).expect("a day")
    }

    #[test]
    fn days_months_and_ranges_are_read() {
        let read = |text| Period::parse(text).map(|p| (p.first, p.last, p.months));
        assert_eq!(read("2023-05-17"), Some((day(2023, 5, 17), day(2023, 5, 17), false)));
        assert_eq!(read("2024-02"), Some((day(2024, 2, 1), day(2024, 2, 29), true)));
        assert_eq!(read("2023-08/2023-12"), Some((day(2023, 8, 1), day(2023, 12, 31), true)));
        assert_eq!(read("2023-11-21/2023-11-23"), Some((day(2023, 11, 21), day(2023, 11, 23), false)));
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        let bad = ["", "2023", "2023-02-29", "2023-13", "2023-5-17", "2023-11-23/2023-11-21", "2023-08/2023-09-01", "x"];
        for text in bad {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }
}
