//! Cutting the wasm into the first one and its chunks.

use anyhow::{Context, Result, anyhow};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};
use wasmparser::{Parser, Payload};

/// The name of the first wasm and of the script that loads it.
pub const APP: &str = "app";

/// What was cut.
pub struct Parts {
    /// The first wasm, for wasm-bindgen.
    pub first: PathBuf,
    /// The script that fetches chunks.
    pub loader: PathBuf,
    /// The files of each chunk by its name, with those that it shares with others.
    pub chunks: BTreeMap<String, Vec<String>>,
    /// What chunks import of the first wasm.
    pub shared: BTreeSet<String>,
    wasms: Vec<PathBuf>,
}

impl Parts {
    /// The files of all chunks.
    pub fn wasms(&self) -> impl Iterator<Item = &PathBuf> {
        self.wasms.iter()
    }
}

/// Cuts it.
pub fn split(wasm: &[u8], folder: &Path) -> Result<Parts> {
    let (first, script) = (folder.join(format!("{APP}.wasm")), format!("./{APP}.js"));
    let mut options = Options::new(wasm);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.main_module = &script;
    let loader = folder.join(options.link_name);
    let cut = transform(options).map_err(|error| anyhow!("{error:#}")).context("the wasm could not be split")?;
    // The loader does not fetch a chunk that ended up empty.
    let asked: BTreeSet<&String> = cut.prefetch_map.values().flatten().collect();
    let is_asked = |file: &PathBuf| file.file_stem().is_some_and(|stem| asked.iter().any(|name| stem == name.as_str()));
    let mut wasms: Vec<PathBuf> = cut.split_modules.into_iter().filter(is_asked).collect();
    wasms.sort();
    let mut shared = BTreeSet::new();
    for wasm in &wasms {
        shared.extend(imports(&fs::read(wasm)?)?);
    }
    let files = |names: Vec<String>| names.into_iter().map(|name| name + ".wasm").collect();
    let chunks = cut.prefetch_map.into_iter().map(|(chunk, names)| (chunk, files(names))).collect();
    Ok(Parts { first, loader, chunks, shared, wasms })
}

/// The names that a wasm imports.
fn imports(wasm: &[u8]) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(section) = payload? {
            for import in section.into_imports() {
                names.push(import?.name.to_string());
            }
        }
    }
    Ok(names)
}
