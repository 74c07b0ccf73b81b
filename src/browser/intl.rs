//! Dates, numbers and collation, by the browser's `Intl`. The prerenderer has a native implementation of each that
//! gives the same text, so that take-over changes nothing; `tests/e2e/takeover.test.mjs` compares the two.

use crate::domain::text::Locale;
use chrono::{Datelike, NaiveDate};

/// Day, month and year: `17 maj 2023`.
pub fn date(locale: Locale, date: NaiveDate) -> String {
    format_date(locale, date, &["day", "month", "year"])
}

/// Day and month: `17 maj`.
pub fn day(locale: Locale, date: NaiveDate) -> String {
    format_date(locale, date, &["day", "month"])
}

/// The name of a month: `maj`.
pub fn month(locale: Locale, date: NaiveDate) -> String {
    format_date(locale, date, &["month"])
}

/// A number of tenths with at most one decimal: `56,5`, `60`.
pub fn tenths(locale: Locale, tenths: i64) -> String {
    let mark = match locale {
        Locale::Sv => ",",
        Locale::En => ".",
    };
    decimal(locale, tenths, mark)
}

#[cfg(not(feature = "ssr"))]
mod imp {
    use super::*;
    use js_sys::{Array, Date, Function, Intl, Object, Reflect};
    use std::cell::RefCell;
    use wasm_bindgen::JsValue;

    fn tags(locale: Locale) -> Array {
        // British English writes day before month, as the Swedish pages do.
        let tag = match locale {
            Locale::Sv => "sv",
            Locale::En => "en-GB",
        };
        Array::of1(&tag.into())
    }

    fn options(pairs: &[(&str, &str)]) -> Object {
        let object = Object::new();
        for (key, value) in pairs {
            // Setting a property of a fresh object cannot fail.
            let _ = Reflect::set(&object, &(*key).into(), &(*value).into());
        }
        object
    }

    thread_local! {
        /// The last date formatter: constructing one costs as much as a hundred uses.
        static LAST: RefCell<Option<(Locale, String, Function)>> = const { RefCell::new(None) };
    }

    fn format(locale: Locale, pairs: &[(&str, &str)], date: &Date) -> String {
        let words: String = pairs.iter().flat_map(|(key, value)| [*key, "=", *value, ";"]).collect();
        LAST.with(|last| {
            let mut last = last.borrow_mut();
            if !last.as_ref().is_some_and(|(l, w, _)| (*l, w) == (locale, &words)) {
                let format = Intl::DateTimeFormat::new(&tags(locale), &options(pairs)).format();
                *last = Some((locale, words, format));
            }
            let called = last.as_ref().and_then(|(.., format)| format.call1(&JsValue::UNDEFINED, date).ok());
            called.and_then(|t| t.as_string()).unwrap_or_default()
        })
    }

    pub fn format_date(locale: Locale, date: NaiveDate, parts: &[&str]) -> String {
        let mut pairs = vec![("timeZone", "UTC")];
        pairs.extend(parts.iter().map(|p| (*p, if *p == "month" { "long" } else { "numeric" })));
        let days = f64::from(date.num_days_from_ce() - 719_163);
        format(locale, &pairs, &Date::new(&(days * 86_400_000.0).into()))
    }

    /// The moment in Europe/Stockholm as `2026-05-17 14:32:05`.
    pub fn stockholm_time(now: u64) -> String {
        let pairs = [
            ("timeZone", "Europe/Stockholm"),
            ("hourCycle", "h23"),
            ("year", "numeric"),
            ("month", "2-digit"),
            ("day", "2-digit"),
            ("hour", "2-digit"),
            ("minute", "2-digit"),
            ("second", "2-digit"),
        ];
        format(Locale::Sv, &pairs, &Date::new(&(now as f64).into()))
    }

    /// Hours and minutes on the visitor's own clock: `14:32`.
    pub fn time(locale: Locale, now: u64) -> String {
        format(locale, &[("hour", "2-digit"), ("minute", "2-digit")], &Date::new(&(now as f64).into()))
    }

    /// Date and time on the visitor's own clock: `17 maj 2026 14:32`.
    pub fn moment(locale: Locale, now: u64) -> String {
        let pairs =
            [("day", "numeric"), ("month", "long"), ("year", "numeric"), ("hour", "2-digit"), ("minute", "2-digit")];
        format(locale, &pairs, &Date::new(&(now as f64).into()))
    }

    /// The milliseconds since 1970 of a server's `Date` header; `None` if it is none.
    pub fn parse_http_date(text: &str) -> Option<u64> {
        let at = Date::parse(text);
        at.is_finite().then_some(at as u64)
    }

    pub fn decimal(locale: Locale, tenths: i64, _mark: &str) -> String {
        let format = Intl::NumberFormat::new(&tags(locale), &Object::new()).format();
        let value = tenths as f64 / 10.0;
        format.call1(&JsValue::UNDEFINED, &value.into()).ok().and_then(|t| t.as_string()).unwrap_or_default()
    }

    /// Sorts by the language's rules: å ä ö last in Swedish.
    pub fn sort_by_name<T>(locale: Locale, items: &mut [T], name: impl Fn(&T) -> &str) {
        let compare = Intl::Collator::new(&tags(locale), &Object::new()).compare();
        crate::domain::order::sort(items, |a, b| {
            let order = compare.call2(&JsValue::UNDEFINED, &name(a).into(), &name(b).into());
            order.ok().and_then(|o| o.as_f64()).unwrap_or(0.0) < 0.0
        });
    }

    /// Lower case by the browser: Rust's Unicode tables would add kilobytes to the wasm.
    pub fn lower(text: &str) -> String {
        js_sys::JsString::from(text).to_lower_case().into()
    }
}

#[cfg(feature = "ssr")]
mod imp {
    use super::*;

    const MONTHS: [(&str, &str); 12] = [
        ("januari", "January"),
        ("februari", "February"),
        ("mars", "March"),
        ("april", "April"),
        ("maj", "May"),
        ("juni", "June"),
        ("juli", "July"),
        ("augusti", "August"),
        ("september", "September"),
        ("oktober", "October"),
        ("november", "November"),
        ("december", "December"),
    ];

    pub fn format_date(locale: Locale, date: NaiveDate, parts: &[&str]) -> String {
        let (sv, en) = MONTHS.get(date.month0() as usize).copied().unwrap_or_default();
        let words = parts.iter().map(|part| match (*part, locale) {
            ("day", _) => date.day().to_string(),
            ("month", Locale::Sv) => sv.to_string(),
            ("month", Locale::En) => en.to_string(),
            _ => date.year().to_string(),
        });
        words.collect::<Vec<_>>().join(" ")
    }

    /// Prerendered pages show no time of day.
    pub fn time(_locale: Locale, _now: u64) -> String {
        String::new()
    }

    /// Prerendered pages show no time of day.
    pub fn moment(_locale: Locale, _now: u64) -> String {
        String::new()
    }

    /// Prerendered pages hold no receipt.
    pub fn parse_http_date(_text: &str) -> Option<u64> {
        None
    }

    pub fn decimal(_locale: Locale, tenths: i64, mark: &str) -> String {
        let whole = (tenths / 10).to_string();
        if tenths % 10 == 0 { whole } else { [&whole, mark, &(tenths % 10).abs().to_string()].concat() }
    }

    /// Prerendered lists are sorted by the domain's own key for names.
    pub fn sort_by_name<T>(_locale: Locale, items: &mut [T], name: impl Fn(&T) -> &str) {
        let key = |item: &T| crate::domain::award::collation_key(name(item));
        crate::domain::order::sort(items, |a, b| key(a) < key(b));
    }

    /// Lower case.
    pub fn lower(text: &str) -> String {
        text.to_lowercase()
    }
}

#[cfg(not(feature = "ssr"))]
pub use imp::stockholm_time;
use imp::{decimal, format_date};
pub use imp::{lower, moment, parse_http_date, sort_by_name, time};
