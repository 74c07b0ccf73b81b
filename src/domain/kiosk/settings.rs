//! The kiosk's settings: the key `kiosk` of `config.json`, which may be left out.

use super::pin::Pin;
use crate::domain::json::{self, Value};

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

impl Settings {
    /// Reads only the kiosk's key of the settings file, so that a mistake there does not affect other pages.
    ///
    /// # Errors
    /// The key that cannot be used.
    pub fn parse(bytes: &[u8]) -> Result<Settings, &'static str> {
        let file = std::str::from_utf8(bytes).ok().and_then(json::read).ok_or("JSON")?;
        file.get("kiosk").map_or(Ok(Settings::default()), Settings::read)
    }

    /// Reads the settings. What is left out has its default.
    ///
    /// # Errors
    /// The key that cannot be used.
    pub fn read(value: &Value) -> Result<Settings, &'static str> {
        let or = Settings::default();
        let keyboard = match value.get("keyboard") {
            None => Keyboard::Auto,
            Some(Value::Bool(true)) => Keyboard::Shown,
            Some(Value::Bool(false)) => Keyboard::Hidden,
            Some(word) if word.as_str() == Some("auto") => Keyboard::Auto,
            Some(_) => return Err("kiosk.keyboard"),
        };
        Ok(Settings {
            idle: seconds(value, "idle_seconds", or.idle, 15, 3600).ok_or("kiosk.idle_seconds")?,
            countdown: seconds(value, "countdown_seconds", or.countdown, 20, 300).ok_or("kiosk.countdown_seconds")?,
            slide: seconds(value, "slide_seconds", or.slide, 5, 600).ok_or("kiosk.slide_seconds")?,
            reload_at: match value.get("reload_at") {
                None => or.reload_at,
                Some(Value::Null) => None,
                Some(time) => Some(time.as_str().and_then(minute).ok_or("kiosk.reload_at")?),
            },
            pin: match value.get("pin") {
                None | Some(Value::Null) => None,
                Some(pin) => Some(Pin::read(pin).ok_or("kiosk.pin")?),
            },
            take_home: match value.get("take_home") {
                None | Some(Value::Null) => None,
                Some(site) => Some(site.as_str().and_then(address).ok_or("kiosk.take_home")?),
            },
            short: value.get("short").map_or(Some(or.short), Value::as_bool).ok_or("kiosk.short")?,
            keyboard,
        })
    }
}

fn seconds(value: &Value, key: &str, or: u64, low: u64, high: u64) -> Option<u64> {
    match value.get(key) {
        None => Some(or),
        Some(_) => json::number(value, key).filter(|n| (low..=high).contains(n)).map(|n| n * 1000),
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
