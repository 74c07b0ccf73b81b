//! The deployment's settings, read from `public/config.json`. They can change without a rebuild.

use serde::Deserialize;

/// The largest settings file that is read, in bytes.
const LIMIT: usize = 64 * 1024;

/// The deployment's settings.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Config {
    /// Where submissions go.
    pub endpoint: Endpoint,
    /// The path of the instrument file.
    pub instrument: String,
}

/// The static endpoint: one fixed address that stores what is posted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Endpoint {
    /// How it takes submissions.
    pub kind: EndpointKind,
    /// Its address: a path on the same origin, or an `https` address.
    pub url: String,
}

/// How an endpoint takes submissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndpointKind {
    /// `POST` of the bytes, named by the header `Idempotency-Key`.
    Post,
}

/// Why the settings cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// Not the JSON it should be; the reason names line and column.
    #[error("{0}")]
    Format(String),
    /// An address that is neither a path of this origin nor `https`.
    #[error("{0}")]
    Address(String),
}

impl Config {
    /// Reads the settings. Unknown keys are left alone, so that newer files still open.
    ///
    /// # Errors
    /// [`ConfigError`] with what is wrong and where.
    pub fn parse(bytes: &[u8]) -> Result<Config, ConfigError> {
        if bytes.len() > LIMIT {
            return Err(ConfigError::Format("> 64 KiB".into()));
        }
        let config: Config = serde_json::from_slice(bytes).map_err(|e| ConfigError::Format(e.to_string()))?;
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
    fn says_where_a_damaged_file_breaks() {
        let Err(ConfigError::Format(why)) = Config::parse(b"{\n\"endpoint\": 3}") else { unreachable!() };
        assert!(why.contains("line 2"), "{why}");
    }
}
