//! Making a wasm small.

use crate::setup::tool;
use crate::shell::read;
use anyhow::Result;
use std::fs;
use std::path::Path;

/// What the compiler uses of the browser; wasm-opt may use no more.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Writes it into a file and returns its bytes. Names of functions stay, for the table of sizes.
pub fn optimize(from: &Path, to: &Path) -> Result<Vec<u8>> {
    read(tool("wasm-opt").arg(from).arg("-o").arg(to).args(["-Oz", "-g"]).args(FEATURES))?;
    Ok(fs::read(to)?)
}
