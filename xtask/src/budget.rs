//! The promises on size, in bytes after brotli. A build above them fails. Why they are what they are: docs/adr/0024.

use crate::assets::Assets;
use crate::compress::brotli;
use anyhow::{Context, Result, bail};
use digitaliseringskommun::route::Chunk;
use std::fs;
use std::path::Path;

// kB are 1000 bytes.
const WASM: usize = 245_000;
const FIRST_VISIT: usize = 272_000;
const CSS: usize = 12_000;
const PUBLIC_PAGE: usize = 25_000;

/// The limit of a chunk, with what it shares with others.
fn chunk(chunk: Chunk) -> usize {
    match chunk {
        Chunk::Begin => 120_000,
        Chunk::Results => 255_000,
        Chunk::Sending => 122_000,
        Chunk::Public => 180_000,
        Chunk::Kiosk => 207_000,
    }
}

/// Measures the site and prints a table.
///
/// # Errors
/// If anything is larger than promised.
pub fn check(site: &Path, assets: &Assets) -> Result<()> {
    let size = |address: &str| -> Result<usize> {
        let file = site.join(address.trim_start_matches('/'));
        Ok(brotli(&fs::read(&file).with_context(|| format!("{} is missing", file.display()))?)?.len())
    };
    let page = |path: &str| size(&format!("{path}/index.html"));
    let all = |addresses: &[&str]| addresses.iter().map(|address| size(address)).sum::<Result<usize>>();
    let first = all(&assets.first_visit())? + page("/bedomning/effektivitet")?;
    let public = all(&[&assets.style, &assets.public, &assets.page])?;
    let mut rows = vec![
        ("first wasm".to_string(), size(&assets.wasm)?, WASM),
        ("first visit to the first statement, all files".into(), first, FIRST_VISIT),
        ("style sheet".into(), size(&assets.style)?, CSS),
        ("start page before its wasm".into(), public + page("")?, PUBLIC_PAGE),
        ("gallery before its wasm".into(), public + page("/nominerade")?, PUBLIC_PAGE),
        ("key dates before their wasm".into(), public + page("/halltider")?, PUBLIC_PAGE),
        ("municipality page".into(), public + page("/kommuner/nacka")?, PUBLIC_PAGE),
        ("edition page".into(), public + page("/nominerade/2023")?, PUBLIC_PAGE),
        ("nominee page".into(), public + page("/nominerade/2023/varmdo")?, PUBLIC_PAGE),
    ];
    for one in Chunk::ALL {
        let files: Vec<&str> = assets.chunks.get(one.name()).into_iter().flatten().map(String::as_str).collect();
        rows.push((format!("chunk {} in {} files", one.name(), files.len()), all(&files)?, chunk(one)));
    }
    println!("\nBytes after brotli, of promised:");
    for (name, is, promised) in &rows {
        println!("  {is:>7} of {promised:>7}  {name}");
    }
    for (name, address) in [("script of the app", &assets.glue), ("boot script", &assets.boot)] {
        println!("  {:>7}             {name}", size(address)?);
    }
    let mut files: Vec<&String> = assets.chunks.values().flatten().collect();
    files.sort();
    files.dedup();
    for address in files {
        println!("  {:>7}             {}", size(address)?, address.rsplit('/').next().unwrap_or(address));
    }
    let over: Vec<&str> =
        rows.iter().filter(|(_, is, promised)| is > promised).map(|(name, ..)| name.as_str()).collect();
    if !over.is_empty() {
        bail!(
            "larger than promised: {}. Make it smaller; the tables of crates above show where to look.",
            over.join(", ")
        );
    }
    Ok(())
}
