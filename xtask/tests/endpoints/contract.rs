//! The contract, case by case. What a receiver cannot keep by its nature is named, with the reason.

use super::raw;
use super::receivers::{self, Receiver};
use digitaliseringskommun::domain::config::EndpointKind;
use digitaliseringskommun::domain::hash::sha256_hex;
use digitaliseringskommun::domain::submission::{MAX_BYTES, Request, request};
use std::collections::BTreeMap;

/// What a receiver cannot keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// It does not compare bytes with their name: whoever reads does (`/kvitto`, or sha256sum).
    Hash,
    /// The same again is stored again: the same bytes under the same name.
    CreateOnly,
    /// It sets no limit by itself. S3 does by the policy (`content-length-range`), which moto does not enforce.
    Size,
    /// Whoever may write may read: it must stand behind something that lets only PUT through.
    Secrecy,
    /// It takes any name. For S3 the policy allows only those that begin with the prefix, which moto does not enforce.
    Names,
}

pub fn submission(n: u32) -> (String, String) {
    let text = format!("{{\"n\":{n},\"text\":\"{}\"}}", "å".repeat(200 + n as usize % 7));
    let key = format!("{n:08x}-0000-4000-8000-000000000000.{}", sha256_hex(text.as_bytes()));
    (key, text)
}

fn good(r: &Receiver, key: &str, text: &str) -> u16 {
    raw::send(r.port, &request(&r.endpoint, key, text)).expect("an answer").status
}

pub const STORED: [u16; 4] = [200, 201, 202, 204];

fn check(r: &Receiver, lacks: &[Lack]) {
    let lacks = |lack| lacks.contains(&lack);
    let mut expected = BTreeMap::new();
    let mut name = |key: &str, text: &str| expected.insert(format!("{key}.json"), text.as_bytes().to_vec());

    // A new one is stored, byte for byte, under its name.
    let (key, text) = submission(1);
    assert!(STORED.contains(&good(r, &key, &text)));
    name(&key, &text);

    // The same again is said to be there, and changes nothing.
    let again = good(r, &key, &text);
    assert_eq!(again == 412, !lacks(Lack::CreateOnly), "{again}");
    assert!(again == 412 || STORED.contains(&again), "{again}");

    // Eight of the same at once: one whole file.
    let (key, text) = submission(2);
    std::thread::scope(|scope| {
        let all: Vec<_> = (0..8).map(|_| scope.spawn(|| good(r, &key, &text))).collect();
        for status in all.into_iter().map(|t| t.join().unwrap()) {
            assert!(STORED.contains(&status) || [409, 412].contains(&status), "{status}");
        }
    });
    name(&key, &text);

    // Fifty at once.
    std::thread::scope(|scope| {
        for n in 100..150 {
            scope.spawn(move || {
                let (key, text) = submission(n);
                // No answer is not the end: the app sends the same bytes again.
                let answer = (0..50).find_map(|_| raw::send(r.port, &request(&r.endpoint, &key, &text)));
                let status = answer.expect("an answer").status;
                assert!(STORED.contains(&status) || status == 412, "{n}: {status}");
            });
        }
    });
    for n in 100..150 {
        let (key, text) = submission(n);
        name(&key, &text);
    }

    // The largest is taken; a byte more is refused, and leaves nothing.
    let largest = format!("\"{}\"", "x".repeat(MAX_BYTES - 2));
    let largest_key = format!("0000000a-0000-4000-8000-000000000000.{}", sha256_hex(largest.as_bytes()));
    assert!(STORED.contains(&good(r, &largest_key, &largest)));
    name(&largest_key, &largest);
    if !lacks(Lack::Size) {
        let larger = format!("\"{}\"", "x".repeat(MAX_BYTES - 1));
        let key = format!("0000000b-0000-4000-8000-000000000000.{}", sha256_hex(larger.as_bytes()));
        assert_eq!(good(r, &key, &larger), 413);
    }

    // A body cut off in the middle leaves nothing under its name.
    let (key, text) = submission(3);
    raw::send_half(r.port, &request(&r.endpoint, &key, &text));

    if !lacks(Lack::Hash) {
        let (key, _) = submission(4);
        assert_eq!(good(r, &key, "{\"other\":1}"), 422);
    }
    if !lacks(Lack::Names) {
        for bad in ["../x", "x", "", "0d9c7a52-4c4e-4f0e-9f3a-1d2c3b4a5968.ABC", "a/b", "\r\nX: y"] {
            let status = raw::send(r.port, &request(&r.endpoint, bad, "{}")).map_or(400, |a| a.status);
            assert!((400..500).contains(&status), "{bad:?}: {status}");
        }
        let (key, text) = submission(5);
        let mut form = request(&r.endpoint, &key, &text);
        form.headers.retain(|(name, _)| *name != "Content-Type");
        form.headers.push(("Content-Type", "text/plain".into()));
        assert_eq!(raw::send(r.port, &form).unwrap().status, 415);
    }
    if !lacks(Lack::Secrecy) {
        let (key, _) = submission(1);
        for path in ["/inlamning", "/inlamning/", &format!("/inlamning/{key}.json"), &format!("/{key}.json")] {
            for method in ["GET", "DELETE"] {
                let answer =
                    raw::send(r.port, &Request { method, url: path.into(), headers: Vec::new(), body: String::new() });
                let answer = answer.unwrap();
                assert!([403, 404, 405].contains(&answer.status), "{method} {path}: {}", answer.status);
                assert!(!String::from_utf8_lossy(&answer.body).contains("\"n\":1"), "{method} {path}");
            }
        }
    }
    let hashes = |all: BTreeMap<String, Vec<u8>>| -> Vec<(String, String)> {
        all.into_iter().map(|(name, bytes)| (name, sha256_hex(&bytes))).collect()
    };
    assert_eq!(hashes(r.stored()), hashes(expected));
}

#[test]
fn the_embedded_receiver_keeps_the_contract() {
    check(&receivers::embedded(), &[]);
}

#[test]
fn nginx_keeps_the_contract() {
    check(&receivers::nginx("post"), &[Lack::Hash]);
}

#[test]
fn nginx_by_put_keeps_the_contract() {
    check(&receivers::nginx("put"), &[Lack::Hash]);
}

#[test]
fn webdav_behind_nginx_keeps_the_contract() {
    check(&receivers::webdav(), &[Lack::Hash]);
}

#[test]
fn s3_keeps_the_contract() {
    let r = receivers::s3();
    let EndpointKind::S3Post { fields, .. } = &r.endpoint.kind else { panic!("s3-post") };
    let names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
    for needed in ["policy", "x-amz-algorithm", "x-amz-credential", "x-amz-date", "x-amz-signature"] {
        assert!(names.contains(&needed), "{needed}");
    }
    let field = |wanted: &str| fields.iter().find(|(name, _)| name == wanted).unwrap().1.clone();
    let theirs = receivers::signature_by_boto(&field("policy"), &field("x-amz-date"));
    assert_eq!(field("x-amz-signature"), theirs);
    check(&r, &[Lack::Hash, Lack::CreateOnly, Lack::Size, Lack::Secrecy, Lack::Names]);
}

#[test]
fn nginx_takes_no_flood_from_one_address() {
    let r = receivers::nginx("rate");
    let mut refused = 0;
    for n in 0..90 {
        let (key, text) = submission(n);
        match good(&r, &key, &text) {
            429 => refused += 1,
            status => assert_eq!(status, 201),
        }
    }
    assert!(refused > 0 && r.stored().len() == 90 - refused, "{refused}");
}
