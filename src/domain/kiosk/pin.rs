//! The staff's PIN, kept as PBKDF2-HMAC-SHA256 (RFC 8018).
//!
//! The settings are a public file, and four digits are ten thousand tries: this guards against curiosity at the stand, not
//! against somebody who copies the file. The staff's screen shows no answers.

use pbkdf2::pbkdf2_hmac_array;
use serde::Deserialize;
use sha2::Sha256;

/// The length of a hash, in bytes.
const LENGTH: usize = 32;
/// More rounds would hold the page for seconds.
const MAX_ROUNDS: u32 = 500_000;

/// What a PIN is compared with: the key `pin` of the settings.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "PinV1")]
pub struct Pin {
    salt: String,
    rounds: u32,
    hash: [u8; LENGTH],
}

#[derive(Deserialize)]
struct PinV1 {
    salt: String,
    rounds: u32,
    hash: String,
}

impl TryFrom<PinV1> for Pin {
    type Error = &'static str;

    fn try_from(file: PinV1) -> Result<Pin, &'static str> {
        if !(4..=64).contains(&file.salt.len()) {
            return Err("salt");
        }
        if !(1..=MAX_ROUNDS).contains(&file.rounds) {
            return Err("rounds");
        }
        let hash = Some(&file.hash).filter(|hash| hash.len() == 2 * LENGTH);
        let hash = hash.and_then(|hash| const_hex::decode_to_array(hash).ok()).ok_or("hash")?;
        Ok(Pin { salt: file.salt, rounds: file.rounds, hash })
    }
}

impl Pin {
    /// Whether this is the PIN.
    pub fn fits(&self, typed: &str) -> bool {
        pbkdf2_hmac_array::<Sha256, LENGTH>(typed.as_bytes(), self.salt.as_bytes(), self.rounds) == self.hash
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pin(salt: &str, rounds: u32, hash: &str) -> Option<Pin> {
        let file = format!("{{\"salt\":\"{salt}\",\"rounds\":{rounds},\"hash\":\"{hash}\"}}");
        crate::domain::key::read(&file)
    }

    /// RFC 7914, section 11, and what Python's `hashlib` gives, by which `deploy/kiosk/pin.py` makes the settings.
    #[test]
    fn every_hash_that_was_made_fits() {
        let long = "x".repeat(100);
        for (typed, salt, rounds, hash) in [
            ("passwd", "salt", 1, "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"),
            ("Password", "NaCl", 80_000, "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"),
            ("4711", "massan-26", 1000, "061fc6f11902b6a9486dc9fdeb2f751e5bbbeafa5d856ca82b30347708751133"),
            (long.as_str(), "salt", 2, "d43a18cd77bafc1a4b0c6025dbbf29c7e6d67acce6ad02a736d4a3003b6a3c26"),
        ] {
            for hash in [hash.to_string(), hash.to_uppercase()] {
                assert!(pin(salt, rounds, &hash).expect("pin").fits(typed), "{typed}");
            }
        }
    }

    #[test]
    fn only_the_pin_fits() {
        let hash = "c2802d53d79a2f85418369e29779fb0499cd3e2673c51ec46d2538ddcfd6fb47";
        let pin = pin("massan", 100, hash).expect("pin");
        assert!(pin.fits("4711"));
        for wrong in ["", "4712", "47110", " 4711"] {
            assert!(!pin.fits(wrong), "{wrong}");
        }
    }

    #[test]
    fn what_cannot_be_used_is_refused() {
        let hash = "a".repeat(64);
        assert!(serde_json::from_str::<Pin>("{}").is_err());
        assert!(pin("abcd", 9, &hash).is_some());
        for (salt, rounds, hash) in [
            ("abcd", 0, hash.as_str()),
            ("abcd", 9_000_000, &hash),
            ("abc", 9, &hash),
            ("abcd", 9, &hash.replace('a', "g")),
            ("abcd", 9, &format!("0x{}", "a".repeat(62))),
            ("abcd", 9, &format!("0x{hash}")),
            ("abcd", 9, "aa"),
        ] {
            assert_eq!(pin(salt, rounds, hash), None, "{salt} {rounds} {hash}");
        }
    }
}
