//! The time.

use chrono::NaiveDate;

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
            // A promise's own function takes any value.
            let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
        };
        leptos::prelude::set_timeout(done, std::time::Duration::from_millis(milliseconds));
    });
    // It is never refused.
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Today's date in Europe/Stockholm, where the award lives, wherever the visitor is.
#[cfg(not(feature = "ssr"))]
pub fn today_in_stockholm() -> NaiveDate {
    // The Swedish short form of a date is 2026-05-17.
    let text = super::intl::stockholm_date(now());
    let mut parts = text.split('-').map(|part| part.parse::<u32>().unwrap_or(0));
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    year.zip(month)
        .zip(day)
        .and_then(|((y, m), d)| NaiveDate::from_ymd_opt(i32::try_from(y).ok()?, m, d))
        .unwrap_or_default()
}

/// The date of the build. An hour or two off around midnight does not matter there: the live page corrects it.
#[cfg(feature = "ssr")]
pub fn today_in_stockholm() -> NaiveDate {
    let days = i32::try_from(now() / 86_400_000).unwrap_or(0);
    NaiveDate::from_num_days_from_ce_opt(days + 719_163).unwrap_or_default()
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
