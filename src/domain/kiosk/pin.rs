//! The staff's PIN, kept as PBKDF2-HMAC-SHA256 (RFC 8018).
//!
//! The settings are a public file, and four digits are ten thousand tries: this guards against curiosity at the stand, not
//! against somebody who copies the file. The staff's screen shows no answers.

use crate::domain::json::{self, Value};
use sha2::{Digest, Sha256};

/// The block of SHA-256, in bytes.
const BLOCK: usize = 64;
/// More rounds would hold the page for seconds.
const MAX_ROUNDS: u64 = 500_000;

/// What a PIN is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    salt: String,
    rounds: u32,
    hash: String,
}

impl Pin {
    /// Reads the key `pin`. `None` if anything of it cannot be used.
    pub fn read(value: &Value) -> Option<Pin> {
        let salt = json::string(value, "salt").filter(|s| (4..=64).contains(&s.len()))?;
        let rounds = json::number(value, "rounds").filter(|r| (1..=MAX_ROUNDS).contains(r))?;
        let hash = json::string(value, "hash").filter(|h| h.len() == 64 && h.bytes().all(|b| b.is_ascii_hexdigit()))?;
        Some(Pin { salt, rounds: u32::try_from(rounds).ok()?, hash: hash.to_ascii_lowercase() })
    }

    /// Whether this is the PIN.
    pub fn fits(&self, typed: &str) -> bool {
        hex(&derive(typed.as_bytes(), self.salt.as_bytes(), self.rounds)) == self.hash
    }
}

/// The first 32 bytes that PBKDF2-HMAC-SHA256 gives.
fn derive(password: &[u8], salt: &[u8], rounds: u32) -> [u8; 32] {
    let key = Key::new(password);
    let mut last = key.sign(&[salt, &[0, 0, 0, 1]]);
    let mut sum = last;
    for _ in 1..rounds {
        last = key.sign(&[&last]);
        for (sum, byte) in sum.iter_mut().zip(last) {
            *sum ^= byte;
        }
    }
    sum
}

/// A key of HMAC, with what it begins with counted once.
struct Key {
    inner: Sha256,
    outer: Sha256,
}

impl Key {
    fn new(password: &[u8]) -> Key {
        let short: Vec<u8> = if password.len() > BLOCK { Sha256::digest(password).to_vec() } else { password.to_vec() };
        let padded = |with: u8| {
            let mut block = [with; BLOCK];
            for (byte, key) in block.iter_mut().zip(&short) {
                *byte ^= key;
            }
            Sha256::new_with_prefix(block)
        };
        Key { inner: padded(0x36), outer: padded(0x5c) }
    }

    fn sign(&self, parts: &[&[u8]]) -> [u8; 32] {
        let (mut inner, mut outer) = (self.inner.clone(), self.outer.clone());
        for part in parts {
            inner.update(part);
        }
        outer.update(inner.finalize());
        outer.finalize().into()
    }
}

fn hex(bytes: &[u8]) -> String {
    let digit = |n: u8| char::from_digit(u32::from(n), 16).unwrap_or('0');
    bytes.iter().flat_map(|b| [digit(b >> 4), digit(b & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 7914, section 11, and one of 80,000 rounds from the same place.
    #[test]
    fn it_is_the_known_function() {
        for (password, salt, rounds, begins) in [
            ("passwd", "salt", 1, "55ac046e56e3089fec1691c22544b605"),
            ("Password", "NaCl", 80_000, "4ddcd8f60b98be21830cee5ef22701f9"),
        ] {
            assert!(hex(&derive(password.as_bytes(), salt.as_bytes(), rounds)).starts_with(begins), "{password}");
        }
        let long = "x".repeat(100);
        assert_ne!(derive(long.as_bytes(), b"salt", 2), derive(&long.as_bytes()[..64], b"salt", 2));
    }

    #[test]
    fn only_the_pin_fits() {
        let hash = hex(&derive(b"4711", b"massan", 100));
        let file = ["{\"salt\":\"massan\",\"rounds\":100,\"hash\":\"", &hash.to_uppercase(), "\"}"].concat();
        let pin = Pin::read(&json::read(&file).expect("json")).expect("pin");
        assert!(pin.fits("4711"));
        for wrong in ["", "4712", "47110", " 4711"] {
            assert!(!pin.fits(wrong), "{wrong}");
        }
    }

    #[test]
    fn what_cannot_be_used_is_refused() {
        let hash = "a".repeat(64);
        for file in [
            "{}".to_string(),
            ["{\"salt\":\"abcd\",\"rounds\":0,\"hash\":\"", &hash, "\"}"].concat(),
            ["{\"salt\":\"abcd\",\"rounds\":9000000,\"hash\":\"", &hash, "\"}"].concat(),
            ["{\"salt\":\"abc\",\"rounds\":9,\"hash\":\"", &hash, "\"}"].concat(),
            ["{\"salt\":\"abcd\",\"rounds\":9,\"hash\":\"", &hash.replace('a', "g"), "\"}"].concat(),
            "{\"salt\":\"abcd\",\"rounds\":9,\"hash\":\"aa\"}".to_string(),
        ] {
            assert_eq!(Pin::read(&json::read(&file).expect("json")), None, "{file}");
        }
    }
}
