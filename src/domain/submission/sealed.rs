//! A submission sealed for the organiser alone: JSON Web Encryption (RFC 7516) in its flattened JSON form, with ECDH-ES
//! on P-256 and A256GCM (RFC 7518). Stock tools open it; `browser::seal` does the part that needs the browser's keys.

use crate::domain::key;
use base64ct::{Base64UrlUnpadded, Encoding};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The public key that submissions are sealed for: a P-256 point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealKey {
    /// Its x, base64url.
    pub x: String,
    /// Its y, base64url.
    pub y: String,
    /// What the organiser calls it.
    pub kid: Option<String>,
}

/// A sealed submission. It is known as one by its header and what that protects; only whoever opens it needs the rest.
#[derive(Serialize, Deserialize)]
struct Flattened {
    protected: String,
    #[serde(default)]
    iv: String,
    ciphertext: String,
    #[serde(default)]
    tag: String,
}

#[derive(Serialize)]
struct Header<'a> {
    alg: &'a str,
    enc: &'a str,
    cty: &'a str,
    epk: Point<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kid: Option<&'a str>,
}

#[derive(Serialize)]
struct Point<'a> {
    kty: &'a str,
    crv: &'a str,
    x: &'a str,
    y: &'a str,
}

/// The length of the tag that ends what AES-GCM gives, in bytes.
const TAG: usize = 16;

/// The header that is protected by the seal, in base64url. `x` and `y` are the point of the key made for this one.
pub fn protected(x: &str, y: &str, kid: Option<&str>) -> String {
    let epk = Point { kty: "EC", crv: "P-256", x, y };
    let header = Header { alg: "ECDH-ES", enc: "A256GCM", cty: "json", epk, kid };
    // Strings only: this cannot fail.
    base64url(serde_json::to_string(&header).unwrap_or_default().as_bytes())
}

/// The sealed text: `sealed` is what AES-GCM gave, with its tag at the end. `None` if that is too short.
pub fn flattened(protected: &str, iv: &[u8], sealed: &[u8]) -> Option<String> {
    let (ciphertext, tag) = sealed.split_at_checked(sealed.len().checked_sub(TAG)?)?;
    let (iv, ciphertext, tag) = (base64url(iv), base64url(ciphertext), base64url(tag));
    serde_json::to_string(&Flattened { protected: protected.to_string(), iv, ciphertext, tag }).ok()
}

/// Whether a text is a sealed submission. Whether it opens is not known here.
pub fn is_sealed(text: &str) -> bool {
    key::read::<Flattened>(text).is_some()
}

/// The key that two parties have agreed on (Concat KDF, RFC 7518 section 4.6.2), for A256GCM.
pub fn agreed_key(secret: &[u8]) -> Vec<u8> {
    derive(secret, b"A256GCM", b"", b"", 256)
}

fn derive(secret: &[u8], algorithm: &[u8], from: &[u8], to: &[u8], bits: u32) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(1u32.to_be_bytes());
    hash.update(secret);
    for part in [algorithm, from, to] {
        hash.update(u32::try_from(part.len()).unwrap_or(0).to_be_bytes());
        hash.update(part);
    }
    hash.update(bits.to_be_bytes());
    let mut key = hash.finalize().to_vec();
    key.truncate(bits as usize / 8);
    key
}

/// Base64 for addresses, without padding (RFC 4648 section 5).
fn base64url(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_the_known_one() {
        for (bytes, text) in [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64url(bytes.as_bytes()), text);
        }
        assert_eq!(base64url(&[0xfb, 0xff]), "-_8");
    }

    // RFC 7518, appendix C.
    #[test]
    fn the_agreed_key_is_that_of_the_standards_example() {
        let secret = [
            158, 86, 217, 29, 129, 113, 53, 211, 114, 131, 66, 131, 191, 132, 38, 156, 251, 49, 110, 163, 218, 128,
            106, 72, 246, 218, 167, 121, 140, 254, 144, 196,
        ];
        assert_eq!(base64url(&derive(&secret, b"A128GCM", b"Alice", b"Bob", 128)), "VqqN6vgjbSBcIijNcacQGg");
    }

    #[test]
    fn what_is_shorter_than_its_tag_is_no_seal() {
        assert_eq!(flattened("p", &[0; 12], &[0; 15]), None);
        assert!(flattened("p", &[0; 12], &[0; 17]).is_some_and(|t| t.contains("\"ciphertext\":\"AA\"")));
    }
}
