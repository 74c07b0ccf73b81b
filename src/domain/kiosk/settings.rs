//! The kiosk's settings: the key `kiosk` of `config.json`, which may be left out.

use super::pin::Pin;
use crate::domain::key::{self, Key};
use serde::Deserialize;
use serde_json::Value;
use std::ops::RangeInclusive;

/// Whether the kiosk shows letters to touch where something is to be typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Keyboard {
    /// Where the screen is touched and no key has been pressed.
    #[default]
    Auto,
    /// Always.
    Shown,
    /// Never: the device has its own.
    Hidden,
}

/// The kiosk's settings. Times are in milliseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How long a visitor may be idle before being asked.
    pub idle: u64,
    /// How long the question is shown before the session is reset. At least 20 seconds (WCAG 2.2.1).
    pub countdown: u64,
    /// How long a picture of the loop is shown.
    pub slide: u64,
    /// When the page is reloaded at night: the minute of the day, local time. Never while somebody is there.
    pub reload_at: Option<u64>,
    /// The staff's PIN. Without one the staff's screen cannot be entered.
    pub pin: Option<Pin>,
    /// The address of the public site, for what visitors take home: `https://exempel.se`.
    pub take_home: Option<String>,
    /// Whether the short form is offered.
    pub short: bool,
    /// Whether letters to touch are shown.
    pub keyboard: Keyboard,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            idle: 60_000,
            countdown: 20_000,
            slide: 12_000,
            reload_at: Some(4 * 60),
            pin: None,
            take_home: None,
            short: true,
            keyboard: Keyboard::Auto,
        }
    }
}

/// The settings file, as far as it is read here.
#[derive(Deserialize)]
struct FileV1 {
    #[serde(default)]
    kiosk: Key<SettingsV1>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct SettingsV1 {
    idle_seconds: Key<u64>,
    countdown_seconds: Key<u64>,
    slide_seconds: Key<u64>,
    reload_at: Key<Option<String>>,
    pin: Key<Option<Pin>>,
    take_home: Key<Option<String>>,
    short: Key<bool>,
    /// `true`, `false` or `"auto"`.
    keyboard: Key<Value>,
}

impl Settings {
    /// Reads only the kiosk's key of the settings file, so that a mistake there does not affect other pages. What is left
    /// out has its default.
    ///
    /// # Errors
    /// The key that cannot be used.
    pub fn parse(bytes: &[u8]) -> Result<Settings, &'static str> {
        let text = std::str::from_utf8(bytes).map_err(|_| "JSON")?;
        let file: FileV1 = key::read(text).ok_or("JSON")?;
        file.kiosk.held().map_or_else(|| Ok(Settings::default()), Settings::try_from)
    }
}

impl TryFrom<SettingsV1> for Settings {
    type Error = &'static str;

    fn try_from(file: SettingsV1) -> Result<Settings, &'static str> {
        let or = Settings::default();
        let keyboard = match file.keyboard {
            Key::Missing => or.keyboard,
            Key::Holds(Value::Bool(true)) => Keyboard::Shown,
            Key::Holds(Value::Bool(false)) => Keyboard::Hidden,
            Key::Holds(Value::String(word)) if word == "auto" => Keyboard::Auto,
            Key::Wrong | Key::Holds(_) => return Err("kiosk.keyboard"),
        };
        Ok(Settings {
            idle: seconds(file.idle_seconds, or.idle, 15..=3600).ok_or("kiosk.idle_seconds")?,
            countdown: seconds(file.countdown_seconds, or.countdown, 20..=300).ok_or("kiosk.countdown_seconds")?,
            slide: seconds(file.slide_seconds, or.slide, 5..=600).ok_or("kiosk.slide_seconds")?,
            reload_at: match file.reload_at {
                Key::Missing => or.reload_at,
                Key::Holds(None) => None,
                Key::Holds(Some(time)) => Some(minute(&time).ok_or("kiosk.reload_at")?),
                Key::Wrong => return Err("kiosk.reload_at"),
            },
            pin: file.pin.held_or(None).ok_or("kiosk.pin")?,
            take_home: match file.take_home {
                Key::Missing | Key::Holds(None) => None,
                Key::Holds(Some(site)) => Some(address(&site).ok_or("kiosk.take_home")?),
                Key::Wrong => return Err("kiosk.take_home"),
            },
            short: file.short.held_or(or.short).ok_or("kiosk.short")?,
            keyboard,
        })
    }
}

/// A time as milliseconds; `or` stands for one that is left out.
fn seconds(key: Key<u64>, or: u64, bounds: RangeInclusive<u64>) -> Option<u64> {
    match key {
        Key::Missing => Some(or),
        key => key.held().filter(|seconds| bounds.contains(seconds)).map(|seconds| seconds * 1000),
    }
}

/// `04:00` as the minute of the day.
fn minute(time: &str) -> Option<u64> {
    let (hours, minutes) = time.split_once(':')?;
    let two = |text: &str, below: u64| {
        let digits = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
        text.parse::<u64>().ok().filter(|n| digits && *n < below)
    };
    Some(two(hours, 24)? * 60 + two(minutes, 60)?)
}

/// The address of a site over https, without a slash at its end.
fn address(site: &str) -> Option<String> {
    let plain = site.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~:/%".contains(&b));
    let site = site.trim_end_matches('/');
    let host = site.strip_prefix("https://")?;
    (plain && !host.is_empty() && site.len() <= 120).then(|| site.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Settings, &'static str> {
        Settings::parse(["{\"endpoint\":7,\"kiosk\":", text, "}"].concat().as_bytes())
    }

    #[test]
    fn what_is_left_out_has_its_default() {
        assert_eq!(read("{}"), Ok(Settings::default()));
        assert_eq!(Settings::parse(b"{}"), Ok(Settings::default()));
        assert_eq!(Settings::parse(b"{"), Err("JSON"));
        assert_eq!(read("{\"nytt\":1}"), Ok(Settings::default()));
    }

    #[test]
    fn everything_can_be_set() {
        let all = "{\"idle_seconds\":30,\"countdown_seconds\":25,\"slide_seconds\":8,\"reload_at\":\"03:15\",\
            \"take_home\":\"https://exempel.se/\",\"short\":false,\"keyboard\":true}";
        let expected = Settings {
            idle: 30_000,
            countdown: 25_000,
            slide: 8000,
            reload_at: Some(195),
            pin: None,
            take_home: Some("https://exempel.se".into()),
            short: false,
            keyboard: Keyboard::Shown,
        };
        assert_eq!(read(all), Ok(expected));
        assert_eq!(read("{\"reload_at\":null}").map(|s| s.reload_at), Ok(None));
    }

    #[test]
    fn each_wrong_value_is_named() {
        for (text, key) in [
            ("{\"idle_seconds\":5}", "kiosk.idle_seconds"),
            ("{\"idle_seconds\":\"60\"}", "kiosk.idle_seconds"),
            ("{\"countdown_seconds\":10}", "kiosk.countdown_seconds"),
            ("{\"slide_seconds\":1}", "kiosk.slide_seconds"),
            ("{\"reload_at\":\"4:00\"}", "kiosk.reload_at"),
            ("{\"reload_at\":\"24:00\"}", "kiosk.reload_at"),
            ("{\"reload_at\":\"+4:00\"}", "kiosk.reload_at"),
            ("{\"pin\":\"4711\"}", "kiosk.pin"),
            ("{\"take_home\":\"http://exempel.se\"}", "kiosk.take_home"),
            ("{\"take_home\":\"https://exempel.se/#x\"}", "kiosk.take_home"),
            ("{\"take_home\":\"https://\"}", "kiosk.take_home"),
            ("{\"short\":1}", "kiosk.short"),
            ("{\"keyboard\":\"stor\"}", "kiosk.keyboard"),
        ] {
            assert_eq!(read(text), Err(key), "{text}");
        }
    }
}
