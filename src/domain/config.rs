//! The deployment's settings, read from `public/config.json`. They can change without a rebuild.

use super::award::Period;
use super::json;

/// The largest settings file that is read, in bytes.
const LIMIT: usize = 64 * 1024;

/// The deployment's settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Where submissions go.
    pub endpoint: Endpoint,
    /// The path of the instrument file.
    pub instrument: String,
    /// The last day to send in, where there is one.
    pub deadline: Option<Period>,
}

/// The static endpoint: one fixed address that stores what is posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// How it takes submissions.
    pub kind: EndpointKind,
    /// Its address: a path on the same origin, or an `https` address.
    pub url: String,
}

/// How an endpoint takes submissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndpointKind {
    /// `POST` of the bytes, named by the header `Idempotency-Key`.
    Post,
}

/// Why the settings cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// Not the JSON it should be, or this key of it is missing or has an unknown value.
    #[error("config.json: {0}")]
    Format(&'static str),
    /// An address that is neither a path of this origin nor `https`.
    #[error("config.json: {0}")]
    Address(String),
}

impl Config {
    /// Reads the settings. Unknown keys are left alone, so that newer files still open.
    ///
    /// # Errors
    /// [`ConfigError`] with what is wrong and where.
    pub fn parse(bytes: &[u8]) -> Result<Config, ConfigError> {
        if bytes.len() > LIMIT {
            return Err(ConfigError::Format("> 64 KiB"));
        }
        let text = std::str::from_utf8(bytes).map_err(|_| ConfigError::Format("UTF-8"))?;
        let file = json::read(text).ok_or(ConfigError::Format("JSON"))?;
        let endpoint = file.get("endpoint").ok_or(ConfigError::Format("endpoint"))?;
        if json::text(endpoint, "kind") != Some("post") {
            return Err(ConfigError::Format("endpoint.kind"));
        }
        let url = json::string(endpoint, "url").ok_or(ConfigError::Format("endpoint.url"))?;
        let instrument = json::string(&file, "instrument").ok_or(ConfigError::Format("instrument"))?;
        let deadline = match json::text(&file, "deadline") {
            Some(day) => Some(Period::parse(day).ok_or(ConfigError::Format("deadline"))?),
            None => None,
        };
        let config = Config { endpoint: Endpoint { kind: EndpointKind::Post, url }, instrument, deadline };
        for address in [&config.endpoint.url, &config.instrument] {
            if !is_allowed(address) {
                return Err(ConfigError::Address(address.clone()));
            }
        }
        Ok(config)
    }
}

/// `//host` would be another origin without saying so.
fn is_allowed(address: &str) -> bool {
    address.starts_with("https://") || (address.starts_with('/') && !address.starts_with("//"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(url: &str) -> String {
        ["{\"endpoint\":{\"kind\":\"post\",\"url\":\"", url, "\"},\"instrument\":\"/data/i.json\",\"later\":1}"]
            .concat()
    }

    #[test]
    fn reads_what_it_knows_and_leaves_the_rest() {
        let config = Config::parse(file("/inlamning").as_bytes()).expect("good file");
        assert_eq!(config.endpoint, Endpoint { kind: EndpointKind::Post, url: "/inlamning".into() });
        assert_eq!(config.instrument, "/data/i.json");
    }

    #[test]
    fn refuses_addresses_that_leave_the_origin_unencrypted() {
        for url in ["http://x.se/", "//x.se/in", "javascript:alert(1)", "in", ""] {
            assert_eq!(Config::parse(file(url).as_bytes()), Err(ConfigError::Address(url.into())), "{url}");
        }
        assert!(Config::parse(file("https://x.se/in").as_bytes()).is_ok());
    }

    #[test]
    fn says_what_is_missing_or_unknown() {
        for (file, what) in [
            ("{", "JSON"),
            ("{}", "endpoint"),
            ("{\"endpoint\":{\"kind\":\"fax\",\"url\":\"/in\"}}", "endpoint.kind"),
            ("{\"endpoint\":{\"kind\":\"post\",\"url\":3}}", "endpoint.url"),
            ("{\"endpoint\":{\"kind\":\"post\",\"url\":\"/in\"}}", "instrument"),
        ] {
            assert_eq!(Config::parse(file.as_bytes()), Err(ConfigError::Format(what)), "{file}");
        }
    }
}
