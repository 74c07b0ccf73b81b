//! The request that hands a submission to an endpoint of each kind.

use crate::domain::config::{Endpoint, EndpointKind};

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `POST` or `PUT`.
    pub method: &'static str,
    /// Where.
    pub url: String,
    /// Names and values.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: String,
}

/// What sends `text` under `key` to `endpoint`.
pub fn request(endpoint: &Endpoint, key: &str, text: &str) -> Request {
    let json = ("Content-Type", "application/json".to_string());
    let file = [key, ".json"].concat();
    match &endpoint.kind {
        EndpointKind::Post => Request {
            method: "POST",
            url: endpoint.url.clone(),
            headers: vec![json, ("Idempotency-Key", ["\"", key, "\""].concat())],
            body: text.to_string(),
        },
        EndpointKind::Put => Request {
            method: "PUT",
            url: [endpoint.url.trim_end_matches('/'), "/", &file].concat(),
            // Never over what is there.
            headers: vec![json, ("If-None-Match", "*".to_string())],
            body: text.to_string(),
        },
        EndpointKind::S3Post { prefix, fields } => {
            // The text cannot hold its own hash, so it never holds the boundary; nor does the name of the file, which some
            // readers would take for one. Any longer, and it would be none (RFC 2046 allows 70 characters), and no header
            // that a browser sends to another origin without asking first (128 bytes in all).
            let boundary = ["dimios", key.split_once('.').map_or(key, |(_, hash)| hash)].concat();
            let mut body = String::new();
            let mut part = |name: &str, value: &str, more: &str| {
                let head = ["--", &boundary, "\r\nContent-Disposition: form-data; name=\"", name, "\""].concat();
                body.push_str(&[&head, more, "\r\n\r\n", value, "\r\n"].concat());
            };
            for (name, value) in fields {
                part(name, value, "");
            }
            part("key", &[prefix.as_str(), &file].concat(), "");
            part("Content-Type", "application/json", "");
            // The file is the last: what follows it does not count.
            part("file", text, &["; filename=\"", &file, "\"\r\nContent-Type: application/json"].concat());
            body.push_str(&["--", &boundary, "--\r\n"].concat());
            let kind = ["multipart/form-data; boundary=", &boundary].concat();
            Request { method: "POST", url: endpoint.url.clone(), headers: vec![("Content-Type", kind)], body }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(kind: EndpointKind, url: &str) -> Request {
        request(&Endpoint { kind, url: url.into() }, "id.hash", "{\"a\":1}")
    }

    #[test]
    fn each_kind_names_the_key_and_never_writes_over() {
        let post = made(EndpointKind::Post, "/in");
        assert_eq!((post.method, post.url.as_str()), ("POST", "/in"));
        assert!(post.headers.contains(&("Idempotency-Key", "\"id.hash\"".into())));
        let put = made(EndpointKind::Put, "https://x.se/in/");
        assert_eq!((put.method, put.url.as_str()), ("PUT", "https://x.se/in/id.hash.json"));
        assert!(put.headers.contains(&("If-None-Match", "*".into())));
        for request in [post, put] {
            assert_eq!(request.body, "{\"a\":1}");
        }
    }

    #[test]
    fn a_form_for_s3_ends_with_the_file() {
        let fields = vec![("policy".to_string(), "abc".to_string())];
        let form = made(EndpointKind::S3Post { prefix: "in/".into(), fields }, "https://b.x.se/");
        let expected = "--dimioshash\r\nContent-Disposition: form-data; name=\"policy\"\r\n\r\nabc\r\n\
            --dimioshash\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nin/id.hash.json\r\n\
            --dimioshash\r\nContent-Disposition: form-data; name=\"Content-Type\"\r\n\r\napplication/json\r\n\
            --dimioshash\r\nContent-Disposition: form-data; name=\"file\"; filename=\"id.hash.json\"\r\n\
            Content-Type: application/json\r\n\r\n{\"a\":1}\r\n--dimioshash--\r\n";
        assert_eq!(form.body, expected);
        assert_eq!(form.headers, [("Content-Type", "multipart/form-data; boundary=dimioshash".to_string())]);
    }

    #[test]
    fn the_boundary_of_a_form_is_one_and_asks_for_no_leave() {
        let key = ["0d9c7a52-4c4e-4f0e-9f3a-1d2c3b4a5968.", &"a".repeat(64)].concat();
        let kind = EndpointKind::S3Post { prefix: "in/".into(), fields: Vec::new() };
        let form = request(&Endpoint { kind, url: "https://b.x.se/".into() }, &key, "{}");
        let kind = form.headers.first().map_or("", |(_, kind)| kind);
        let boundary = kind.split_once("boundary=").map_or("", |(_, boundary)| boundary);
        // RFC 2046, section 5.1.1; and what the Fetch standard lets pass to another origin without asking it first.
        assert!((1..=70).contains(&boundary.len()) && kind.len() <= 128, "{kind}");
        // It stands where a part begins or the form ends, and nowhere else.
        assert_eq!(form.body.matches(boundary).count(), form.body.matches(&["--", boundary].concat()).count());
    }
}
