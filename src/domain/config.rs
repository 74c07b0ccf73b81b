//! The deployment's settings, read from `public/config.json`. They can change without a rebuild.

use super::award::Period;
use super::key::{self, Key};
use super::origin::Origin;
use super::submission::sealed::SealKey;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::BTreeMap;

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
    /// The key that submissions are sealed for. Without one they are sent in the clear, over https.
    pub seal: Option<SealKey>,
    /// Where the site stands on the web, for what is read elsewhere: shared links, calendars, feeds. Building needs it.
    pub site: Option<Origin>,
}

/// The static endpoint: one fixed address that stores what is posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// How it takes submissions.
    pub kind: EndpointKind,
    /// Its address: a path on the same origin, or an `https` address. For `put` the folder.
    pub url: String,
}

/// How an endpoint takes submissions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EndpointKind {
    /// `POST` of the bytes, named by the header `Idempotency-Key`.
    Post,
    /// `PUT` of the bytes under their name, if nothing is there (WebDAV and the like).
    Put,
    /// A form with a signed policy, as S3 and its kin take it.
    S3Post {
        /// What the names begin with: `inlamning/`.
        prefix: String,
        /// The fields of the policy, in order.
        fields: Vec<(String, String)>,
    },
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

/// The file.
#[derive(Deserialize, Default)]
#[serde(default)]
struct ConfigV1 {
    endpoint: Key<EndpointV1>,
    instrument: Key<String>,
    deadline: Key<String>,
    seal: Key<Option<SealKeyV1>>,
    site: Key<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct EndpointV1 {
    kind: Key<String>,
    url: Key<String>,
    /// Of `s3-post` only.
    prefix: Key<String>,
    /// Of `s3-post` only.
    fields: Key<BTreeMap<String, String>>,
}

/// A JWK (RFC 7517).
#[derive(Deserialize)]
struct SealKeyV1 {
    kty: String,
    crv: String,
    x: String,
    y: String,
    #[serde(default)]
    kid: Key<String>,
    /// The private part.
    #[serde(default)]
    d: Key<IgnoredAny>,
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
        let file: ConfigV1 = key::read(text).ok_or(ConfigError::Format("JSON"))?;
        let config = Config::try_from(file)?;
        for address in [&config.endpoint.url, &config.instrument] {
            if !is_allowed(address) {
                return Err(ConfigError::Address(address.clone()));
            }
        }
        Ok(config)
    }
}

impl TryFrom<ConfigV1> for Config {
    type Error = ConfigError;

    fn try_from(file: ConfigV1) -> Result<Config, ConfigError> {
        let endpoint = match file.endpoint {
            Key::Missing => return Err(ConfigError::Format("endpoint")),
            Key::Wrong => return Err(ConfigError::Format("endpoint.kind")),
            Key::Holds(endpoint) => Endpoint::try_from(endpoint)?,
        };
        let instrument = file.instrument.held().ok_or(ConfigError::Format("instrument"))?;
        let deadline = match file.deadline.held() {
            Some(day) => Some(Period::parse(&day).ok_or(ConfigError::Format("deadline"))?),
            None => None,
        };
        // A key that cannot be read is never taken for none: then submissions would go in the clear.
        let seal = match file.seal.held_or(None).ok_or(ConfigError::Format("seal"))? {
            Some(key) => Some(SealKey::try_from(key)?),
            None => None,
        };
        let site = match file.site {
            Key::Missing => None,
            site => Some(site.held().as_deref().and_then(Origin::parse).ok_or(ConfigError::Format("site"))?),
        };
        Ok(Config { endpoint, instrument, deadline, seal, site })
    }
}

impl TryFrom<EndpointV1> for Endpoint {
    type Error = ConfigError;

    fn try_from(file: EndpointV1) -> Result<Endpoint, ConfigError> {
        let kind = match file.kind.held().as_deref() {
            Some("post") => EndpointKind::Post,
            Some("put") => EndpointKind::Put,
            Some("s3-post") => {
                let fields = file.fields.held().ok_or(ConfigError::Format("endpoint.fields"))?;
                // They go into a form as they are, so nothing in them may end a line or a name.
                if !fields.iter().all(|(name, value)| is_plain(name) && is_plain(value)) {
                    return Err(ConfigError::Format("endpoint.fields"));
                }
                let prefix = file.prefix.held().filter(|prefix| is_plain(prefix));
                let prefix = prefix.ok_or(ConfigError::Format("endpoint.prefix"))?;
                EndpointKind::S3Post { prefix, fields: fields.into_iter().collect() }
            }
            _ => return Err(ConfigError::Format("endpoint.kind")),
        };
        Ok(Endpoint { kind, url: file.url.held().ok_or(ConfigError::Format("endpoint.url"))? })
    }
}

impl TryFrom<SealKeyV1> for SealKey {
    type Error = ConfigError;

    /// Only a public key on P-256 will do.
    fn try_from(key: SealKeyV1) -> Result<SealKey, ConfigError> {
        let is_base64url = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        let is_coordinate = |c: &str| c.len() == 43 && c.bytes().all(is_base64url);
        let is_p256 = key.kty == "EC" && key.crv == "P-256" && is_coordinate(&key.x) && is_coordinate(&key.y);
        // A private key has no business in a public file.
        if !is_p256 || key.d != Key::Missing {
            return Err(ConfigError::Format("seal"));
        }
        Ok(SealKey { x: key.x, y: key.y, kid: key.kid.held() })
    }
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| (b' '..0x7f).contains(&b) && b != b'"')
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
    fn reads_every_kind_of_endpoint_and_a_key_to_seal_for() {
        let file = |endpoint: &str, more: &str| {
            Config::parse(["{\"endpoint\":", endpoint, ",\"instrument\":\"/i.json\"", more, "}"].concat().as_bytes())
        };
        let put = file("{\"kind\":\"put\",\"url\":\"https://x.se/in\"}", "").expect("put");
        assert_eq!(put.endpoint.kind, EndpointKind::Put);
        let s3 = "{\"kind\":\"s3-post\",\"url\":\"https://b.x.se/\",\"prefix\":\"in/\",\"fields\":{\"policy\":\"a\"}}";
        let expected = EndpointKind::S3Post { prefix: "in/".into(), fields: vec![("policy".into(), "a".into())] };
        assert_eq!(file(s3, "").expect("s3").endpoint.kind, expected);
        let bad = s3.replace("\"a\"", "\"a\\r\\nb\"");
        assert_eq!(file(&bad, ""), Err(ConfigError::Format("endpoint.fields")));
        let post = "{\"kind\":\"post\",\"url\":\"/in\"}";
        let (x, y) = ("x".repeat(43), "y".repeat(43));
        let key = [",\"seal\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"", &x, "\",\"y\":\"", &y, "\"}"].concat();
        assert_eq!(file(post, &key).expect("key").seal, Some(SealKey { x, y, kid: None }));
        for broken in [
            key.replace("P-256", "P-384"),
            key.replace("\"x\":\"x", "\"x\":\""),
            key.replace("\"kty\"", "\"d\":\"s\",\"kty\""),
        ] {
            assert_eq!(file(post, &broken), Err(ConfigError::Format("seal")), "{broken}");
        }
        assert!(file(post, ",\"deadline\":\"2026-05-30\"").expect("day").deadline.is_some());
        assert_eq!(file(post, ",\"deadline\":\"snart\""), Err(ConfigError::Format("deadline")));
    }

    #[test]
    fn the_site_may_say_where_it_stands() {
        let with = |site: &str| {
            let file = file("/inlamning").replace("\"later\":1", &["\"site\":", site].concat());
            Config::parse(file.as_bytes()).map(|c| c.site)
        };
        assert_eq!(Config::parse(file("/inlamning").as_bytes()).map(|c| c.site), Ok(None));
        assert_eq!(with("\"https://pris.example\""), Ok(Origin::parse("https://pris.example")));
        for bad in ["\"http://pris.example\"", "\"https://pris.example/start\"", "\"\"", "3", "null"] {
            assert_eq!(with(bad), Err(ConfigError::Format("site")), "{bad}");
        }
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
