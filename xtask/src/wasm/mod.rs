//! The app's wasm, from cargo to the files of the site: built, split into chunks, bound by wasm-bindgen, optimised
//! (docs/adr/0024).
//!
//! ```text
//! cargo build          one wasm with its relocations
//! wasm_split           app.wasm, split_<chunk>.wasm, chunk_<n>.wasm (what several chunks share), __wasm_split.js
//! wasm-bindgen         app.wasm and app.js, which calls it
//! esbuild              app.js with the loader of the chunks in it
//! wasm-opt             each wasm
//! ```

mod bind;
mod optimize;
mod split;

use crate::shell::{cargo, run};
use crate::sizes;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const BUILT: &str = "target/wasm32-unknown-unknown/release/digitaliseringskommun.wasm";
/// What the files in between are written into.
const FOLDER: &str = "target/app";

/// The app as it will be served.
pub struct App {
    /// Every file by its name: `app.js`, `app.wasm`, and the chunks.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The files of each chunk by its name, with those that it shares with others.
    pub chunks: BTreeMap<String, Vec<String>>,
}

/// Builds it.
///
/// # Errors
/// If any of the tools fails.
pub fn build() -> Result<App> {
    compile()?;
    let parts = split::split(&fs::read(BUILT).with_context(|| format!("{BUILT} is missing"))?, &folder("split")?)?;
    let bound = bind::bind(&parts, &folder("bound")?)?;
    let small = folder("small")?;
    let mut files = BTreeMap::from([(format!("{}.js", split::APP), bound.script)]);
    for wasm in std::iter::once(&bound.wasm).chain(parts.wasms()) {
        let name = wasm.file_name().unwrap_or_default();
        let bytes = optimize::optimize(wasm, &small.join(name))?;
        let name = name.to_string_lossy().into_owned();
        sizes::print(&name, &bytes)?;
        files.insert(name, sizes::strip(&bytes)?);
    }
    Ok(App { files, chunks: parts.chunks })
}

fn compile() -> Result<()> {
    let build = ["build", "--release", "--target", "wasm32-unknown-unknown", "--features", "split"];
    run(cargo().args(build).args(["--bin", "digitaliseringskommun"]).env("CARGO_ENCODED_RUSTFLAGS", rustflags()?))
}

/// SHA-256 without unrolled rounds (6 kB less), short names for where code stands, the same on every machine, and what the
/// splitter reads: where each function is named.
fn rustflags() -> Result<String> {
    let mut flags = vec!["--cfg=sha2_backend_soft=\"compact\"".to_string()];
    let mut shorten = |path: &Path, name: &str| flags.push(format!("--remap-path-prefix={}={name}", path.display()));
    shorten(&std::env::current_dir()?, "");
    let cargo = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| home + "/.cargo"));
    let sources = Path::new(&cargo.context("HOME is not set")?).join("registry/src");
    for registry in fs::read_dir(&sources).into_iter().flatten() {
        shorten(&registry?.path(), "~");
    }
    flags.push("-Clink-args=--emit-relocs".to_string());
    Ok(flags.join("\x1f"))
}

/// An empty folder for one step.
fn folder(step: &str) -> Result<PathBuf> {
    let folder = Path::new(FOLDER).join(step);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
