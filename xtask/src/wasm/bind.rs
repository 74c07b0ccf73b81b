//! wasm-bindgen on the first wasm, and its script bundled and minified by esbuild.
//!
//! The names of imports carry a hash each. They become short on both sides: in the wasm by the library that wrote it, in
//! the script by esbuild's table of properties to rename. What nothing in the bundled script calls is no export any more.

use super::split::{APP, Parts};
use crate::setup::tool;
use crate::shell::read;
use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::{Bindgen, EncodeInto, Output};

/// The first wasm and its script.
pub struct Bound {
    pub wasm: PathBuf,
    pub script: Vec<u8>,
}

/// Binds it.
pub fn bind(parts: &Parts, folder: &Path) -> Result<Bound> {
    let mut output = Bindgen::new()
        .input_path(&parts.first)
        .out_name(APP)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .encode_into(EncodeInto::Always)
        // Chunks import the function table and the stack pointer, which the linker exports.
        .keep_lld_exports(true)
        .generate_output()
        .context("wasm-bindgen could not read the wasm")?;
    let renamed = shorten(&mut output);
    let script = folder.join(format!("{APP}.js"));
    fs::write(&script, output.js())?;
    fs::copy(&parts.loader, folder.join(parts.loader.file_name().unwrap_or_default()))?;
    for (folder_name, files) in output.snippets() {
        ensure!(files.is_empty(), "{folder_name} brings scripts of its own; say here where they go");
    }
    // The exports that `public/boot.js` calls.
    let entry = folder.join("entry.js");
    fs::write(&entry, format!("export {{ default, prepare, start }} from './{APP}.js';\n"))?;
    let small = bundle(&entry, &renamed)?;
    drop_exports(&mut output, &small, &parts.shared);
    let wasm = folder.join(format!("{APP}.wasm"));
    fs::write(&wasm, output.wasm_mut().emit_wasm())?;
    Ok(Bound { wasm, script: small.into_bytes() })
}

/// Gives each import a short name. Returns the old names with the new ones.
fn shorten(output: &mut Output) -> Map<String, Value> {
    let module = format!("./{APP}_bg.js");
    let mut renamed = Map::new();
    let imports = output.wasm_mut().imports.iter_mut().filter(|import| import.module == module);
    for (index, import) in imports.enumerate() {
        let name = short(index);
        renamed.insert(std::mem::replace(&mut import.name, name.clone()), name.into());
    }
    renamed
}

/// `a` to `Z`, then `aa` and so on.
fn short(index: usize) -> String {
    let letters: Vec<char> = ('a'..='z').chain('A'..='Z').collect();
    let (more, last) = (index / letters.len(), index % letters.len());
    let mut name = if more == 0 { String::new() } else { short(more - 1) };
    name.extend(letters.get(last));
    name
}

/// The script in one file, with what the entry exports as its only exports.
fn bundle(entry: &Path, renamed: &Map<String, Value>) -> Result<String> {
    let table = entry.with_file_name("names.json");
    fs::write(&table, serde_json::to_string(renamed)?)?;
    let names: Vec<&str> = renamed.keys().map(String::as_str).collect();
    let mut esbuild = tool("esbuild");
    esbuild.arg(entry).args(["--bundle", "--format=esm", "--minify", "--charset=utf8", "--log-level=error"]);
    esbuild.arg(format!("--mangle-props=^({})$", names.join("|")));
    esbuild.arg(format!("--mangle-cache={}", table.display()));
    // Classes that only other users of the dependencies need: with these two said, esbuild sees that nothing uses them.
    esbuild.args(["--pure:FinalizationRegistry", "--define:Symbol.dispose=undefined"]);
    let script = read(&mut esbuild)?;
    ensure!(script.contains("export"), "the script lost its exports");
    Ok(script)
}

/// Removes exports that neither the script nor a chunk uses.
fn drop_exports(output: &mut Output, script: &str, shared: &BTreeSet<String>) {
    let exports = &mut output.wasm_mut().exports;
    let unused = exports.iter().filter(|export| !shared.contains(&export.name) && !script.contains(&export.name));
    for id in unused.map(|export| export.id()).collect::<Vec<_>>() {
        exports.delete(id);
    }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn names_are_short_and_differ() {
        let names = [0, 1, 25, 26, 51, 52, 53, 104].map(short);
        assert_eq!(names, ["a", "b", "z", "A", "Z", "aa", "ab", "ba"]);
    }
}
