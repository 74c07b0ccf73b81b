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

/// The code of a file, without comments, without the items under `#[cfg(test)]`, and without files of tests.
fn code(file: &Path) -> Vec<(usize, String)> {
    if file.to_string_lossy().ends_with("tests.rs") {
        return Vec::new();
    }
    let text = fs::read_to_string(file).unwrap();
    let mut of_tests = None;
    let mut code = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let indent = line.len() - line.trim_start().len();
        if let Some(from) = of_tests {
            // An item ends where its brackets close, at its own indent.
            if indent == from && (line.ends_with(';') || line.trim() == "}") {
                of_tests = None;
            }
        } else if line.contains("#[cfg(test)]") || line.contains("#[cfg(all(test") {
            of_tests = Some(indent);
        } else if !line.trim_start().starts_with("//") {
            code.push((n + 1, line.to_string()));
        }
    }
    code
}

#[test]
fn only_what_is_of_tests_is_passed_over() {
    let file = std::env::temp_dir().join("tidy_passes_over.rs");
    fs::write(&file, "a();\n#[cfg(test)]\nmod tests;\nb();\n#[cfg(test)]\nmod more {\n    fn x() {}\n}\n// c\nd();\n")
        .unwrap();
    let lines: Vec<String> = code(&file).into_iter().map(|(_, line)| line).collect();
    assert_eq!(lines, ["a();", "b();", "d();"]);
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
    none(found(&except(files("src", &[".rs"]), &["src/browser/", "src/main.rs"]), &BROWSER));
    // Nor by the names that Leptos gives them.
    none(found(
        &except(files("src", &[".rs"]), &["src/browser/", "src/main.rs"]),
        &["leptos::web_sys", "leptos::wasm_b"],
    ));
}

/// The layers from the top. Folders of one layer may use each other.
const LAYERS: [&[&str]; 6] =
    [&["app"], &["pages"], &["components", "charts", "documents"], &["state"], &["browser"], &["domain"]];

#[test]
fn arrows_run_one_way() {
    for (depth, layer) in LAYERS.iter().enumerate().skip(1) {
        let mut above: Vec<String> =
            LAYERS[..depth].iter().copied().flatten().map(|name| format!("crate::{name}::")).collect();
        match *layer {
            ["domain"] => above.extend(["crate::route".to_string(), "crate::i18n".to_string()]),
            ["browser"] => above.extend(["crate::routing".to_string(), "crate::title".to_string()]),
            _ => {}
        }
        let above: Vec<&str> = above.iter().map(String::as_str).collect();
        for folder in *layer {
            none(found(&files(&format!("src/{folder}"), &[".rs"]), &above));
        }
    }
    // The router gets pages as functions from the table of routes.
    let router = ["routing", "chunk", "title"].map(|name| PathBuf::from(format!("src/{name}.rs")));
    none(found(&router, &["crate::app", "crate::pages"]));
    // Charts render what their props say: they need no state.
    none(found(&files("src/charts", &[".rs"]), &["crate::state", "crate::components", "crate::documents"]));
    let above: Vec<&str> =
        vec!["crate::app::", "crate::pages", "crate::components", "crate::documents", "crate::state"];
    none(found(&files("src/i18n", &[".rs"]), &above));
    let mut route = files("src/route", &[".rs"]);
    route.push(PathBuf::from("src/route.rs"));
    none(found(&route, &[&above[..], &["crate::browser", "crate::i18n", "crate::charts"]].concat()));
    // A grouped import would hide from these tests which layer it names.
    none(found(&except(files("src", &[".rs"]), &["src/bin/"]), &["use crate::{"]));
}

#[test]
fn markup_is_typed() {
    none(found(&files("src", &[".rs"]), &["inner_html", "insert_adjacent_html", "outer_html"]));
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
    // Concatenated, so that this file does not contain them.
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
    // `routing` reads the language of a path that the site does not have.
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

/// `tests/e2e/{a,b}.test.mjs` as two paths.
fn expanded(path: &str) -> Vec<String> {
    match path.split_once('{').and_then(|(before, rest)| rest.split_once('}').map(|(all, after)| (before, all, after)))
    {
        Some((before, all, after)) => all.split(',').map(|one| format!("{before}{one}{after}")).collect(),
        None => vec![path.to_string()],
    }
}

/// Whether a file or folder is there. A star stands for any part of the last name.
fn is_there(path: &str) -> bool {
    let Some((before, after)) = path.split_once('*') else { return Path::new(path).exists() };
    let (folder, start) = before.rsplit_once('/').unwrap();
    fs::read_dir(folder).is_ok_and(|mut entries| {
        entries.any(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            name.starts_with(start) && name.ends_with(after)
        })
    })
}

/// Whether `domain::journal` names a module of the crate, or something in one.
fn is_module(path: &str) -> bool {
    let file = format!("src/{}", path.replace("::", "/"));
    let (parent, item) = path.rsplit_once("::").unwrap();
    let parent = format!("src/{}", parent.replace("::", "/"));
    let holds = |file: String| fs::read_to_string(file).is_ok_and(|text| text.contains(item));
    [file.clone(), format!("{file}.rs")].iter().any(|f| Path::new(f).exists())
        || holds(format!("{parent}.rs"))
        || holds(format!("{parent}/mod.rs"))
}

#[test]
fn everything_that_the_map_names_is_there() {
    let map = fs::read_to_string("ARCHITECTURE.md").unwrap();
    let folders = ["src/", "tests/", "public/", "style/", "deploy/", "xtask/", "docs/"];
    let named: Vec<&str> = map.split('`').skip(1).step_by(2).collect();
    let paths = named.iter().filter(|name| folders.iter().any(|folder| name.starts_with(folder)));
    let mut missing: Vec<String> = paths.flat_map(|path| expanded(path)).filter(|path| !is_there(path)).collect();
    let modules = ["domain::", "pages::", "state::", "browser::", "components::", "documents::"];
    let modules = named.iter().filter(|name| modules.iter().any(|start| name.starts_with(start)));
    missing.extend(modules.filter(|path| !is_module(path)).map(|path| path.to_string()));
    none(missing);
}

#[test]
fn every_invariant_of_the_map_names_a_proof() {
    let map = fs::read_to_string("ARCHITECTURE.md").unwrap();
    let (_, invariants) = map.split_once("## Invariants").unwrap();
    let rows: Vec<&str> =
        invariants.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| |")).collect();
    assert!(rows.len() > 25, "{}", rows.len());
    let proofs = ["tests/", "src/", "xtask/", "domain::", "cargo xtask", "every test in"];
    let without = rows.into_iter().filter(|row| {
        let proof = row.trim_end_matches('|').rsplit(" | ").next().unwrap();
        !proofs.iter().any(|p| proof.contains(p))
    });
    none(without.map(str::to_string).collect());
}
