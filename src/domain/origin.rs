//! Where the site stands on the web: what turns a path into an address that means the same everywhere.

/// The site's origin, `https://` and a host, from `site` in `config.json`. Paths are put behind it; it has none itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

const SCHEME: &str = "https://";

impl Origin {
    /// Reads an origin: `https://`, a host of small letters, digits, hyphens and dots, and perhaps a port. `None` for
    /// anything else. Names with å, ä or ö are written as DNS has them, `xn--…`.
    pub fn parse(text: &str) -> Option<Origin> {
        let rest = text.strip_prefix(SCHEME)?;
        let (host, port) = match rest.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (rest, None),
        };
        let is_port = |port: &str| {
            !port.starts_with('0') && port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok()
        };
        let is_label = |label: &str| {
            let plain = label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            !label.is_empty() && label.len() <= 63 && plain && !label.starts_with('-') && !label.ends_with('-')
        };
        let good = host.len() <= 253 && host.split('.').all(is_label) && port.is_none_or(is_port);
        good.then(|| Origin(text.to_string()))
    }

    /// The host, without a port.
    pub fn host(&self) -> &str {
        let rest = self.0.strip_prefix(SCHEME).unwrap_or("");
        rest.split(':').next().unwrap_or("")
    }

    /// The whole address of a path that begins with `/`.
    pub fn url(&self, path: &str) -> String {
        [&self.0, path].concat()
    }

    /// The origin as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_an_address() {
        let site = Origin::parse("https://digitaliseringskommun.example").unwrap();
        assert_eq!(site.url("/en/nominerade"), "https://digitaliseringskommun.example/en/nominerade");
        assert_eq!(site.host(), "digitaliseringskommun.example");
        assert_eq!(Origin::parse("https://a.se:8443").unwrap().host(), "a.se");
        assert!(Origin::parse("https://xn--vrmd-noa8i.se").is_some());
    }

    #[test]
    fn only_an_https_origin_is_one() {
        let long = format!("https://{}.se", "a".repeat(64));
        for bad in [
            "",
            "https://",
            "http://a.se",
            "//a.se",
            "a.se",
            "https://a.se/",
            "https://a.se/x",
            "https://a.se?x",
            "https://a.se#x",
            "https://A.se",
            "https://värmdö.se",
            "https://u@a.se",
            "https://a..se",
            "https://.se",
            "https://a.se.",
            "https://-a.se",
            "https://a-.se",
            "https://a.se:",
            "https://a.se:0",
            "https://a.se:070",
            "https://a.se:65536",
            "https://a.se:+80",
            "https://a.se:80:80",
            "https://a.se \r\nx",
            "https://\"><script>",
            &long,
        ] {
            assert_eq!(Origin::parse(bad), None, "{bad}");
        }
    }
}
