//! The deployment's settings, read from `public/config.json`. They can change without a rebuild.

use super::award::Period;
use super::json::{self, Value};
use super::origin::Origin;
use super::submission::sealed::SealKey;

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
        let kind = match json::text(endpoint, "kind") {
            Some("post") => EndpointKind::Post,
            Some("put") => EndpointKind::Put,
            Some("s3-post") => s3_post(endpoint)?,
            _ => return Err(ConfigError::Format("endpoint.kind")),
        };
        let url = json::string(endpoint, "url").ok_or(ConfigError::Format("endpoint.url"))?;
        let instrument = json::string(&file, "instrument").ok_or(ConfigError::Format("instrument"))?;
        let deadline = match json::text(&file, "deadline") {
            Some(day) => Some(Period::parse(day).ok_or(ConfigError::Format("deadline"))?),
            None => None,
        };
        // A key that cannot be read is never taken for none: then submissions would go in the clear.
        let seal = match file.get("seal") {
            None | Some(Value::Null) => None,
            Some(key) => Some(seal_key(key).ok_or(ConfigError::Format("seal"))?),
        };
        let site = match file.get("site") {
            None => None,
            Some(site) => Some(site.as_str().and_then(Origin::parse).ok_or(ConfigError::Format("site"))?),
        };
        let config = Config { endpoint: Endpoint { kind, url }, instrument, deadline, seal, site };
        for address in [&config.endpoint.url, &config.instrument] {
            if !is_allowed(address) {
                return Err(ConfigError::Address(address.clone()));
            }
        }
        Ok(config)
    }
}

fn s3_post(endpoint: &Value) -> Result<EndpointKind, ConfigError> {
    let wrong = ConfigError::Format("endpoint.fields");
    let Some(Value::Object(object)) = endpoint.get("fields") else { return Err(wrong) };
    let mut fields = Vec::new();
    for (name, value) in object {
        // They go into a form as they are, so nothing in them may end a line or a name.
        let value = value.as_str().filter(|v| is_plain(v) && is_plain(name)).ok_or(wrong.clone())?;
        fields.push((name.clone(), value.to_string()));
    }
    let prefix =
        json::string(endpoint, "prefix").filter(|p| is_plain(p)).ok_or(ConfigError::Format("endpoint.prefix"))?;
    Ok(EndpointKind::S3Post { prefix, fields })
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| (b' '..0x7f).contains(&b) && b != b'"')
}

/// A public JWK on P-256.
fn seal_key(key: &Value) -> Option<SealKey> {
    let coordinate = |name| {
        let fits = |c: &String| c.len() == 43 && c.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        json::string(key, name).filter(fits)
    };
    let is_p256 = json::text(key, "kty") == Some("EC") && json::text(key, "crv") == Some("P-256");
    // A private key has no business in a public file.
    let is_public = key.get("d").is_none();
    if !is_p256 || !is_public {
        return None;
    }
    Some(SealKey { x: coordinate("x")?, y: coordinate("y")?, kid: json::string(key, "kid") })
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
