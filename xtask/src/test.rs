//! Everything that is proved, part by part. Stops at the first part that fails.

use crate::shell::{cargo, read, run};
use crate::{commands, dist, setup};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::time::Instant;

type Part = (&'static str, fn() -> Result<()>);

const PARTS: [Part; 7] = [
    ("lint", lint),
    ("domain", domain),
    ("written", written),
    ("xtask", xtask),
    ("wasm", wasm),
    ("dist", dist::dist),
    ("e2e", e2e),
];

/// Runs all parts, or the one named by `--only`.
pub fn test(arguments: &[String]) -> Result<()> {
    let only = match arguments {
        [] => None,
        [flag, part] if flag == "--only" && PARTS.iter().any(|(name, _)| name == part) => Some(part.as_str()),
        _ => bail!("usage: cargo xtask test [--only lint|domain|written|xtask|wasm|dist|e2e]"),
    };
    let start = Instant::now();
    setup::for_tests()?;
    for (name, part) in PARTS.iter().filter(|(name, _)| only.is_none_or(|o| o == *name)) {
        println!("\n===== {name} ({} s) =====", start.elapsed().as_secs());
        part().with_context(|| format!("{name} failed. Run it alone: cargo xtask test --only {name}"))?;
    }
    println!("\nAll of it holds ({} s).", start.elapsed().as_secs());
    Ok(())
}

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
/// The profile that xtask itself and the prerenderer are built with: what they depend on is compiled once.
const PROFILE: [&str; 2] = ["--profile", "tool"];

fn lint() -> Result<()> {
    run(cargo().args(["fmt", "--all", "--check"]))?;
    let clippy = |arguments: &[&str]| {
        run(cargo().args(["clippy", "--quiet"]).args(PROFILE).args(arguments).args(["--", "-D", "warnings"]))
    };
    clippy(&["--no-default-features", "--all-targets"])?;
    clippy(&["--package", "xtask", "--all-targets"])?;
    clippy(&WASM)?;
    clippy(&["--no-default-features", "--features", "ssr", "--bin", "prerender", "--lib"])
}

/// The domain by itself: nothing of the browser may be in its graph.
fn domain() -> Result<()> {
    let tree = read(cargo().args(["tree", "--no-default-features", "--edges", "normal", "--prefix", "none"]))?;
    let foreign = ["leptos", "web-sys", "js-sys", "wasm-bindgen", "gloo"];
    if let Some(line) = tree.lines().find(|line| foreign.iter().any(|f| line.starts_with(f))) {
        bail!("the domain depends on {line}");
    }
    run(cargo().args(["test", "--quiet", "--no-default-features"]).args(PROFILE))
}

/// The components, rendered natively: charts, tables, texts of results.
fn written() -> Result<()> {
    let pages = ["--no-default-features", "--features", "ssr", "--lib", "--bin", "prerender"];
    run(cargo().args(["test", "--quiet"]).args(PROFILE).args(pages).args(targets("#![cfg(feature = \"ssr\")]")?))
}

/// Arguments that name every file of tests that is compiled only under `condition`.
fn targets(condition: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for file in fs::read_dir("tests")? {
        let file = file?.path();
        let is_one = file.extension().is_some_and(|end| end == "rs") && fs::read_to_string(&file)?.contains(condition);
        names.extend(file.file_stem().filter(|_| is_one).map(|name| name.to_string_lossy().into_owned()));
    }
    if names.is_empty() {
        bail!("no file in tests has {condition}");
    }
    names.sort();
    Ok(names.into_iter().flat_map(|name| ["--test".to_string(), name]).collect())
}

fn xtask() -> Result<()> {
    run(cargo().args(["test", "--quiet", "--package", "xtask"]).args(PROFILE))
}

/// The adapters and what is pressed and typed into, in a real browser.
fn wasm() -> Result<()> {
    // Not --quiet: cargo would pass it on, and the runner knows no such flag.
    let features = ["--no-default-features", "--features", "csr"];
    // Seconds until the runner gives up on a file. Twenty, as by default, are too few for a wasm of this size on a busy machine.
    let patient = ("WASM_BINDGEN_TEST_TIMEOUT", "300");
    let tests = targets("#![cfg(target_arch = \"wasm32\")]")?;
    run(cargo().env(patient.0, patient.1).arg("test").args(PROFILE).args(tests).args(WASM).args(features))
}

/// How long all of one file of tests may take, in milliseconds. The longest takes some four minutes.
const LONGEST_FILE: &str = "--test-timeout=900000";

/// The built site in a real browser, with its real headers and receiver.
fn e2e() -> Result<()> {
    let mut files: Vec<String> = fs::read_dir("tests/e2e")?
        .filter_map(|e| e.ok().map(|e| e.path().to_string_lossy().into_owned()))
        .filter(|f| f.ends_with(".test.mjs"))
        .collect();
    files.sort();
    if files.is_empty() || !Path::new("dist/index.html").exists() {
        bail!("there is nothing to test: run `cargo xtask dist` first");
    }
    // `--test-force-exit`: handles left open by a failed test must not keep the runner from ending.
    let mut arguments = vec!["--test", "--test-concurrency=1", "--test-force-exit", LONGEST_FILE];
    arguments.extend(files.iter().map(String::as_str));
    commands::node(&arguments)
}
