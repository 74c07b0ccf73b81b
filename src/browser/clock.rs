//! The time.

use chrono::{NaiveDate, NaiveDateTime};

/// Milliseconds since 1970, UTC.
#[cfg(not(feature = "ssr"))]
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// Milliseconds since 1970, UTC, of the build.
#[cfg(feature = "ssr")]
pub fn now() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |d| u64::try_from(d.as_millis()).unwrap_or(0))
}

/// Waits so many milliseconds.
pub async fn sleep(milliseconds: u64) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let done = move || {
            // `resolve` cannot fail.
            let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
        };
        leptos::prelude::set_timeout(done, std::time::Duration::from_millis(milliseconds));
    });
    // This promise is never rejected.
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Today's date in Europe/Stockholm, where the award lives, wherever the visitor is.
pub fn today_in_stockholm() -> NaiveDate {
    now_in_stockholm().date()
}

/// The moment on the clock of Europe/Stockholm.
#[cfg(not(feature = "ssr"))]
pub fn now_in_stockholm() -> NaiveDateTime {
    // The Swedish short form is 2026-05-17 14:32:05.
    let text = super::intl::stockholm_time(now());
    let parts: Vec<u32> = text.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    let moment = match parts.as_slice() {
        [year, month, day, hour, minute, second] => i32::try_from(*year)
            .ok()
            .and_then(|year| NaiveDate::from_ymd_opt(year, *month, *day))
            .and_then(|day| day.and_hms_opt(*hour, *minute, *second)),
        _ => None,
    };
    moment.unwrap_or_default()
}

/// The time of the build in Europe/Stockholm. After take-over the page shows the visitor's time.
#[cfg(feature = "ssr")]
pub fn now_in_stockholm() -> NaiveDateTime {
    let seconds = i64::try_from(now() / 1000).unwrap_or(0);
    chrono::DateTime::from_timestamp(seconds, 0)
        .unwrap_or_default()
        .with_timezone(&chrono_tz::Europe::Stockholm)
        .naive_local()
}

/// The time in UTC as `2026-05-17T14:32:05Z`.
#[cfg(not(feature = "ssr"))]
pub fn utc_stamp(now: u64) -> String {
    let text = String::from(js_sys::Date::new(&(now as f64).into()).to_iso_string());
    [text.get(..19).unwrap_or(""), "Z"].concat()
}

/// Nothing is frozen where there is no browser.
#[cfg(feature = "ssr")]
pub fn utc_stamp(_now: u64) -> String {
    String::new()
}
