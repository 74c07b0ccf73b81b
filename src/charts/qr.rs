//! A QR code as one path.

use crate::strings::html::Html;
use qrcodegen::{QrCode, QrCodeEcc};

/// The quiet zone around it, in modules: readers need it.
const QUIET: i32 = 4;

/// Writes the code of a text. Writes nothing for a text too long for one, some 2,300 bytes.
pub fn qr(h: &mut Html, text: &str, title: &str) {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return };
    let (size, mut path) = (code.size(), String::new());
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            path.push_str(&["M", &(x + QUIET).to_string(), " ", &(y + QUIET).to_string(), "h1v1h-1z"].concat());
        }
    }
    let side = (size + 2 * QUIET).to_string();
    h.open(
        "svg",
        &[
            ("class", "qr"),
            ("viewBox", &["0 0 ", &side, " ", &side].concat()),
            ("role", "img"),
            ("aria-label", title),
            ("shape-rendering", "crispEdges"),
        ],
    );
    h.open("path", &[("d", &path)]).close("path").close("svg");
}
