//! The headers of every answer.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use digitaliseringskommun::domain::config::Config;
use std::path::Path;

const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; object-src 'none'; \
    form-action 'none'; frame-ancestors 'none'";

const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
    microphone=(), payment=(), usb=(), screen-wake-lock=(self)";

const ALWAYS: [(&str, &str); 5] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("permissions-policy", PERMISSIONS),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// The policy of a site: it connects to its own origin, and to that of its endpoint where that is another.
pub fn policy(dist: &Path) -> HeaderValue {
    let config = std::fs::read(dist.join("config.json")).ok().and_then(|bytes| Config::parse(&bytes).ok());
    let origin = config.as_ref().and_then(|c| c.endpoint.url.strip_prefix("https://")?.split('/').next());
    let with_endpoint =
        origin.map(|host| CSP.replace("connect-src 'self'", &format!("connect-src 'self' https://{host}")));
    // An address that is no header value leaves the policy as strict as it was.
    with_endpoint.and_then(|policy| HeaderValue::from_str(&policy).ok()).unwrap_or(HeaderValue::from_static(CSP))
}

/// The headers of pages, for the service worker, which answers with pages itself.
pub fn of_pages(dist: &Path) -> Vec<(String, String)> {
    let policy = policy(dist).to_str().unwrap_or(CSP).to_string();
    let always = ALWAYS.iter().map(|(name, value)| ((*name).to_string(), (*value).to_string()));
    [("content-security-policy".to_string(), policy)].into_iter().chain(always).collect()
}

/// Adds them.
pub async fn add(State(policy): State<HeaderValue>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    // Names in /assets/ come from the files' bytes; the font's does not change without its own name changing.
    let lasting = path.starts_with("/assets/") || path.starts_with("/fonts/");
    // The way out of the service worker must not be a copy that somebody keeps.
    let never_kept = path == "/sw-kill.json";
    let mut response = next.run(request).await;
    // A 304 replaces the stored headers, so it must say the same as the answer that it confirms.
    let found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    for (name, value) in ALWAYS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        let cache = match () {
            () if never_kept => "no-store",
            () if lasting && found => "public, max-age=31536000, immutable",
            () => "no-cache",
        };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    name_charset(headers);
    response
}

/// Every text here is UTF-8; not every kind of it can say so by itself.
fn name_charset(headers: &mut HeaderMap) {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
    if kind.starts_with("text/")
        && !kind.contains("charset")
        && let Ok(value) = HeaderValue::from_str(&format!("{kind}; charset=utf-8"))
    {
        headers.insert(header::CONTENT_TYPE, value);
    }
}
