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

/// Where a period stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodState {
    /// It is over.
    Past,
    /// The day is in it.
    Now,
    /// It has not begun.
    Future,
}

impl Period {
    /// Reads a period. `None` for anything else, for days that do not exist, and for a range that ends before it begins.
    pub fn parse(text: &str) -> Option<Period> {
        let (from, to) = text.split_once('/').unwrap_or((text, text));
        let (from, to) = (Point::read(from)?, Point::read(to)?);
        let months = from.first != from.last;
        let alike = months == (to.first != to.last);
        (alike && from.first <= to.last).then_some(Period { first: from.first, last: to.last, months })
    }

    /// The period as a file has it: what [`Period::parse`] reads, in the shortest form.
    pub fn text(&self) -> String {
        let point = |day: NaiveDate| {
            let mut text = day.to_string();
            text.truncate(if self.months { 7 } else { 10 });
            text
        };
        let (first, last) = (point(self.first), point(self.last));
        if first == last { first } else { [first.as_str(), "/", &last].concat() }
    }

    /// Where it stands on `today`.
    pub fn state(&self, today: NaiveDate) -> PeriodState {
        if self.last < today {
            PeriodState::Past
        } else if self.first <= today {
            PeriodState::Now
        } else {
            PeriodState::Future
        }
    }

    /// Whether a day is in it.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// How many days there are to it from `today`: 0 once it has begun.
    pub fn days_until(&self, today: NaiveDate) -> i64 {
        (self.first - today).num_days().max(0)
    }
}

/// Reads a single day. `None` for anything else, and for days that do not exist.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    Point::read(text).filter(|p| p.first == p.last).map(|p| p.first)
}

/// The days of one day or one month. No month has a single day, so the two can be distinguished.
struct Point {
    first: NaiveDate,
    last: NaiveDate,
}

impl Point {
    /// By position, not by splitting: `2023-1-023` and `2023-10-1-` have the right length too.
    fn read(text: &str) -> Option<Point> {
        let year = i32::try_from(number(text, 0, 4)?).ok()?;
        let month = part(text, 4)?;
        match text.len() {
            7 => {
                let first = NaiveDate::from_ymd_opt(year, month, 1)?;
                let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
                Some(Point { first, last: NaiveDate::from_ymd_opt(next.0, next.1, 1)?.pred_opt()? })
            }
            10 => NaiveDate::from_ymd_opt(year, month, part(text, 7)?).map(|day| Point { first: day, last: day }),
            _ => None,
        }
    }
}

/// A hyphen at `at` and two digits after it.
fn part(text: &str, at: usize) -> Option<u32> {
    (text.as_bytes().get(at) == Some(&b'-')).then(|| number(text, at + 1, at + 3))?
}

/// The digits from `from` up to `to`. Anything else, such as a sign, is refused.
pub(super) fn number(text: &str, from: usize, to: usize) -> Option<u32> {
    let digits = text.get(from..to)?;
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    fn date(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).expect("a day")
    }

    #[test]
    fn days_months_and_ranges_are_read() {
        let read = |text| Period::parse(text).map(|p| (p.first, p.last, p.months));
        assert_eq!(read("2023-05-17"), Some((date(2023, 5, 17), date(2023, 5, 17), false)));
        assert_eq!(read("2023-08/2023-12"), Some((date(2023, 8, 1), date(2023, 12, 31), true)));
        assert_eq!(read("2023-11-21/2023-11-23"), Some((date(2023, 11, 21), date(2023, 11, 23), false)));
    }

    #[test]
    fn a_period_is_written_as_it_is_read() {
        for text in ["2023-05-17", "2023-10", "2023-08/2023-09", "2023-12/2024-02", "2023-11-21/2023-11-23"] {
            assert_eq!(Period::parse(text).expect("a period").text(), text);
        }
        assert_eq!(Period::parse("2024-02/2024-02").expect("a period").text(), "2024-02");
    }

    #[test]
    fn leap_days_exist_in_leap_years_only() {
        let last = |text| Period::parse(text).map(|p| p.last);
        assert_eq!(last("2024-02-29"), Some(date(2024, 2, 29)));
        assert_eq!(last("2024-02"), Some(date(2024, 2, 29)));
        assert_eq!(last("2023-02"), Some(date(2023, 2, 28)));
        assert_eq!(last("2000-02-29"), Some(date(2000, 2, 29)));
        assert_eq!((last("2023-02-29"), last("2100-02-29")), (None, None));
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in ["2023-13", "2023-00", "2023-04-31", "2023-05-00", "2023-05-32", "2023-11-23/2023-11-21"] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn only_the_exact_form_is_read() {
        let short = ["", "x", "2023", "2023-5-17", "23-05-17", "2023-05-17T00:00", "2023/05/17", " 2023-05-17"];
        let odd =
            ["2023-1-023", "2023-10-1-", "2023-1-", "2023--1", "+023-05-17", "2023-+5-17", "2023-05-1é", "２０２３-05"];
        let ranges = ["2023-08/2023-09-01", "2023-08-01/2023-09", "2023-08/", "/2023-08", "2023-08/2023-09/2023-10"];
        for text in short.into_iter().chain(odd).chain(ranges) {
            assert_eq!(Period::parse(text), None, "{text}");
        }
        assert_eq!((day("2023-05-17"), day("2023-05")), (Some(date(2023, 5, 17)), None));
    }

    #[test]
    fn a_period_is_past_now_or_future() {
        let fair = Period::parse("2023-11-21/2023-11-23").expect("a period");
        let states = [(20, PeriodState::Future, 1), (21, PeriodState::Now, 0), (23, PeriodState::Now, 0)];
        for (day, state, days) in states.into_iter().chain([(24, PeriodState::Past, 0)]) {
            let today = date(2023, 11, day);
            assert_eq!((fair.state(today), fair.days_until(today)), (state, days), "{today}");
        }
    }
}
