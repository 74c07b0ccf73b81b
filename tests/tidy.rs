//! The invariants of ARCHITECTURE.md that can be read off the files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &str, ends: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.ends_with("node_modules") || path.ends_with("data") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if ends.iter().any(|e| path.to_string_lossy().ends_with(e)) {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no files in {folder}");
    found
}

/// The code of a file, without comments, without what stands after `#[cfg(test)]`, and without files of tests.
fn code(file: &Path) -> Vec<(usize, String)> {
    if file.to_string_lossy().ends_with("tests.rs") {
        return Vec::new();
    }
    let text = fs::read_to_string(file).unwrap();
    let lines = text.lines().enumerate().take_while(|(_, l)| !l.contains("#[cfg(test)]"));
    lines.filter(|(_, l)| !l.trim_start().starts_with("//")).map(|(n, l)| (n + 1, l.to_string())).collect()
}

/// Every line of `files` that holds one of `words`, as file:line.
fn found(files: &[PathBuf], words: &[&str]) -> Vec<String> {
    let mut hits = Vec::new();
    for file in files {
        for (n, line) in code(file) {
            if words.iter().any(|w| line.contains(w)) {
                hits.push(format!("{}:{n}: {}", file.display(), line.trim()));
            }
        }
    }
    hits
}

fn none(hits: Vec<String>) {
    assert!(hits.is_empty(), "\n{}", hits.join("\n"));
}

fn except(files: Vec<PathBuf>, allowed: &[&str]) -> Vec<PathBuf> {
    files.into_iter().filter(|f| !allowed.iter().any(|a| f.to_string_lossy().starts_with(a))).collect()
}

const BROWSER: [&str; 4] = ["web_sys", "js_sys", "gloo_", "wasm_bindgen"];

#[test]
fn the_domain_is_pure() {
    let mut pure = files("src/domain", &[".rs"]);
    pure.push(PathBuf::from("src/route.rs"));
    pure.extend(files("src/route", &[".rs"]));
    let clock =
        ["leptos", "Utc::now", "Local::now", "SystemTime", "Instant", "rand::", "getrandom", "std::fs", "std::net"];
    none(found(&pure, &clock));
    none(found(&pure, &BROWSER));
}

#[test]
fn browser_crates_are_named_in_the_adapters_only() {
    none(found(
        &except(
            files("src", &[".rs"]),
            &["src/browser/", "src/main.rs", "src/bin/results.rs", "src/bin/public.rs", "src/bin/kiosk.rs"],
        ),
        &BROWSER,
    ));
}

#[test]
fn arrows_run_one_way() {
    let above = ["crate::pages", "crate::components", "crate::charts", "crate::state", "crate::app", "crate::results"];
    let with = |more: &[&'static str]| above.iter().chain(more).copied().collect::<Vec<_>>();
    none(found(&files("src/domain", &[".rs"]), &with(&["crate::browser", "crate::i18n"])));
    none(found(&files("src/browser", &[".rs"]), &above));
    none(found(&[PathBuf::from("src/route.rs")], &with(&["crate::browser"])));
    none(found(&files("src/route", &[".rs"]), &with(&["crate::browser"])));
}

#[test]
fn nothing_panics_outside_tests() {
    let calls = [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!("];
    none(found(&files("src", &[".rs"]), &calls));
}

#[test]
fn files_are_short() {
    let all = [files("src", &[".rs"]), files("xtask", &[".rs"]), files("style", &[".css"]), files("public", &[".js"])];
    let tests = [files("tests", &[".rs", ".mjs"])];
    let long = all.iter().chain(&tests).flatten().filter_map(|f| {
        let lines = fs::read_to_string(f).unwrap().lines().count();
        (lines > 300).then(|| format!("{}: {lines} lines", f.display()))
    });
    none(long.collect());
}

#[test]
fn style_has_short_lines() {
    let long = files("style", &[".css"]).into_iter().filter_map(|f| {
        let most = fs::read_to_string(&f).unwrap().lines().map(|line| line.chars().count()).max().unwrap_or(0);
        (most > 120).then(|| format!("{}: a line of {most} signs; a rule a line, or a declaration a line", f.display()))
    });
    none(long.collect());
}

#[test]
fn nothing_is_unfinished() {
    // Put together, so that this file does not hold them itself.
    let words =
        [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["coming ", "soon"].concat(), ["kommer ", "snart"].concat()];
    let all =
        [files("src", &[".rs"]), files("xtask", &[".rs"]), files("public", &[".js", ".json"]), files("docs", &[".md"])];
    let hits = all.iter().flatten().filter(|f| {
        let text = fs::read_to_string(f).unwrap();
        words.iter().any(|w| text.contains(w.as_str()))
    });
    none(hits.map(|f| f.display().to_string()).collect());
}

#[test]
fn nothing_is_inline_that_the_csp_would_block() {
    let html = fs::read_to_string("index.html").unwrap();
    let scripts: Vec<&str> = html.split("<script").skip(1).collect();
    assert!(!scripts.is_empty() && scripts.iter().all(|s| s.split('>').next().unwrap().contains("src=")));
    assert!(!html.contains(" style=") && !html.contains(" onclick="));
    // The draft file and the invitation are pages of their own, with policies of their own.
    let pages = except(files("src", &[".rs"]), &["src/documents/", "src/bin", "src/domain"]);
    none(found(&pages, &["style=\"", "(\"style\"", "style:", "(\"onclick\""]));
}

#[test]
fn paths_are_made_by_route_alone() {
    let made = [
        ["\"/bedomning", "\"/nominerade", "\"/en/", "\"/kalender"],
        ["\"/nyheter", "\"/data/award", "\"/data/schemas/award", "\"/cards"],
    ];
    let hits = found(&except(files("src", &[".rs"]), &["src/route"]), &made.concat());
    // The language of a path that leads nowhere.
    none(hits.into_iter().filter(|h| !h.contains("starts_with(\"/en/\")")).collect());
}

#[test]
fn every_document_linked_is_there() {
    let mut missing = Vec::new();
    let mut documents = files("docs", &[".md"]);
    documents.extend(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(PathBuf::from));
    for document in documents {
        let text = fs::read_to_string(&document).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = document.parent().unwrap().join(link.split('#').next().unwrap());
            if !link.starts_with("http") && !link.is_empty() && !target.exists() {
                missing.push(format!("{}: {link}", document.display()));
            }
        }
    }
    none(missing);
}

#[test]
fn the_map_names_its_proofs() {
    let map = fs::read_to_string("ARCHITECTURE.md").unwrap();
    for proof in ["tests/tidy.rs", "tests/scoring.rs", "tests/submission.rs", "tests/e2e/takeover.test.mjs"] {
        assert!(map.contains(proof) && Path::new(proof).exists(), "{proof}");
    }
}
