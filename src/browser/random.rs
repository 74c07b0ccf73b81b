//! Random names.

/// A random UUID, version 4. Works where the page is not a secure context too.
pub fn uuid() -> String {
    let mut bytes = [0u8; 16];
    fill(&mut bytes);
    let mut text = String::with_capacity(36);
    for (index, byte) in bytes.into_iter().enumerate() {
        let byte = match index {
            6 => (byte & 0x0f) | 0x40,
            8 => (byte & 0x3f) | 0x80,
            _ => byte,
        };
        if matches!(index, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    text
}

/// A random number.
pub fn number() -> u32 {
    let mut bytes = [0u8; 4];
    fill(&mut bytes);
    u32::from_le_bytes(bytes)
}

/// A short random name of `length` letters and digits that are hard to confuse.
pub fn name(length: usize) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut bytes = vec![0u8; length];
    fill(&mut bytes);
    bytes.iter().map(|b| LETTERS.get(usize::from(b & 31)).map_or('a', |l| char::from(*l))).collect()
}

/// Fills bytes with random ones.
pub fn fill(bytes: &mut [u8]) {
    if let Some(crypto) = web_sys::window().and_then(|w| w.crypto().ok()) {
        // Fails only above 65 536 bytes.
        let _ = crypto.get_random_values_with_u8_array(bytes);
    }
}
