//! What a page needs of the app: its scripts and preloads.

use crate::Failure;
use digitaliseringskommun::route::{Chunk, Route};

/// What a page needs of the app, by its blocks in the shell (xtask/src/assets.rs). `changes`: the clock will change the page.
pub fn needed(route: Option<&Route>, changes: bool) -> Vec<String> {
    let app = match route {
        Some(Route::Stored | Route::Check | Route::Assess(_)) => "assess",
        Some(Route::Kiosk) => "kiosk",
        Some(Route::Home | Route::Nominees | Route::Timeline) => "public",
        // The app starts over these only if the clock changes what they show.
        Some(
            Route::Edition(_)
            | Route::Nominee(..)
            | Route::Municipality(_)
            | Route::OpenData
            | Route::Method
            | Route::About
            | Route::Accessibility,
        )
        | None => {
            if changes {
                "public"
            } else {
                "none"
            }
        }
    };
    // A public page preloads nothing of the app.
    let chunk = route.and_then(Route::chunk).filter(|chunk| *chunk != Chunk::Public);
    let chunk = chunk.map(|chunk| format!("chunk:{}", chunk.name()));
    [format!("app:{app}")].into_iter().chain(chunk).collect()
}

/// Keeps the lines of the shell that a page needs, and takes out those of other pages. Only the assessment says that it needs a
/// script: the other pages read without.
pub fn with_parts(html: &str, needs: &[String]) -> Result<String, Failure> {
    let is_needed = |name: &str| needs.iter().any(|needed| needed == name);
    let (mut kept, mut block) = (Vec::new(), None);
    for line in html.lines() {
        if let Some(name) = line.strip_prefix("<!--only ").and_then(|rest| rest.strip_suffix("-->")) {
            block = Some(name);
        } else if line == "<!--/only-->" {
            block = None;
        } else if block.is_none_or(is_needed) && (is_needed("app:assess") || !line.contains("<noscript>")) {
            kept.push(line);
        }
    }
    let there = kept.iter().any(|line| line.starts_with("<script type=\"module\""));
    if there { Ok(kept.join("\n")) } else { Err(format!("the shell has no lines for {needs:?}").into()) }
}
