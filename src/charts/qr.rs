//! A QR code as one path.

use leptos::prelude::*;
use qrcodegen::QrCodeEcc;

/// The quiet zone around it, in modules: readers need it.
const QUIET: i32 = 4;

/// The code of a text; nothing for a text too long for one, some 2,300 bytes.
#[component]
pub fn QrCode(
    /// What a reader of the code gets.
    #[prop(into)]
    text: String,
    /// What the code is for: its accessible name.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    modules(&text)
        .map(|(side, path)| {
            let view_box = format!("0 0 {side} {side}");
            view! {
                <svg class="qr" viewBox=view_box role="img" aria-label=label shape-rendering="crispEdges">
                    <path d=path></path>
                </svg>
            }
        })
        .into_any()
}

/// The side of the code of a text with its quiet zone, in modules, and its dark modules as a path.
fn modules(text: &str) -> Option<(i32, String)> {
    let code = qrcodegen::QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let dark = (0..size).flat_map(|y| (0..size).map(move |x| (x, y))).filter(|(x, y)| code.get_module(*x, *y));
    let path = dark.map(|(x, y)| format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET)).collect();
    Some((size + 2 * QUIET, path))
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::charts::for_tests::{html, is_a_chart, is_drawn_as};

    #[test]
    fn a_text_is_drawn_as_one_path_and_one_too_long_is_not() {
        let drawn = html(|| view! { <QrCode text="https://example.se/kvitto?k=1" label="Kvittot"/> });
        is_a_chart(&drawn, "Kvittot", 1);
        is_drawn_as("qr", &drawn);
        assert_eq!(html(|| view! { <QrCode text="x".repeat(3000) label="Kvittot"/> }), "");
    }
}
