//! What binds the wasm to the browser, made small: wasm-bindgen writes for debuggers and for everyone who might call.
//!
//! We call one function of each and nothing else. Classes that only other users of the dependencies need go, with the code behind
//! them; the names of imports, each with a hash of its own, become short on both sides; and the script is minified.

use crate::setup::NPM;
use crate::shell::read;
use anyhow::{Context, Result, ensure};
use regex::Regex;
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use wasmparser::{Parser, Payload};

const FOLDER: &str = "target/bindings";
/// The features that the toolchain uses; index.html tells wasm-opt the same.
pub const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Makes both small. `called` is what `public/boot.js` calls of the glue, beside what starts it. Returns the glue and
/// the wasm, which keeps the names of its functions.
pub fn shrink(called: &str, glue: &str, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    fs::create_dir_all(FOLDER)?;
    let glue = without_classes(glue)?;
    let wasm = without_unused(&bundle(called, &glue, &[])?, wasm)?;
    let names = imports(&wasm)?;
    let glue = rename(&without_entries(&glue, &names)?, &names)?;
    Ok((bundle(called, &glue, &["--minify"])?, renamed(&wasm)?))
}

/// A tool of npm.
pub fn tool(name: &str) -> Command {
    Command::new(Path::new(NPM).join("node_modules/.bin").join(name))
}

/// The glue with what we call as its only exports.
fn bundle(called: &str, glue: &str, more: &[&str]) -> Result<String> {
    let at = |name: &str| Path::new(FOLDER).join(name);
    fs::write(at("glue.js"), glue)?;
    fs::write(at("entry.js"), format!("export {{ {called}, default }} from './glue.js';\n"))?;
    let mut esbuild = tool("esbuild");
    esbuild.arg(at("entry.js")).args(["--bundle", "--format=esm", "--log-level=error", "--charset=utf8"]).args(more);
    let script = read(&mut esbuild)?;
    ensure!(script.contains("export"), "the glue lost its exports");
    Ok(script)
}

/// Classes are there for dependencies' other users. They register themselves, so no bundler drops them.
fn without_classes(glue: &str) -> Result<String> {
    let classes = Regex::new(r"(?ms)^export class \w+ \{.*?^\}\n(if \(Symbol\.dispose\)[^\n]*\n)?")?;
    let registries = Regex::new(r"(?ms)^const \w+Finalization = .*?;\n")?;
    let glue = classes.replace_all(glue, "");
    Ok(registries.replace_all(&glue, "").into_owned())
}

/// The wasm without what nothing calls from the glue.
fn without_unused(glue: &str, wasm: &[u8]) -> Result<Vec<u8>> {
    let called: BTreeSet<&str> =
        Regex::new(r"\bwasm\d*\.(\w+)")?.captures_iter(glue).filter_map(|c| c.get(1)).map(|m| m.as_str()).collect();
    let mut graph = vec![json!({ "name": "glue", "root": true, "reaches": called })];
    graph.extend(called.iter().map(|name| json!({ "name": name, "export": name })));
    let [input, output, plan] = ["in.wasm", "out.wasm", "graph.json"].map(|name| Path::new(FOLDER).join(name));
    fs::write(&input, wasm)?;
    fs::write(&plan, serde_json::to_string(&graph)?)?;
    let mut metadce = tool("wasm-metadce");
    metadce.arg(&input).arg("--graph-file").arg(&plan).arg("-o").arg(&output).arg("-g").args(FEATURES);
    read(&mut metadce)?;
    Ok(fs::read(output)?)
}

/// The names of all imports, in order.
fn imports(wasm: &[u8]) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(section) = payload? {
            for import in section {
                names.push(import?.name.to_string());
            }
        }
    }
    ensure!(!names.is_empty(), "the wasm has no imports");
    Ok(names)
}

/// The glue without the imports that the wasm has no more.
fn without_entries(glue: &str, names: &[String]) -> Result<String> {
    let entry = Regex::new(r"(?ms)^        (\w+): function\(.*?^        \},\n")?;
    let kept = entry.replace_all(glue, |found: &regex::Captures<'_>| {
        let keep = names.iter().any(|name| *name == found[1]);
        if keep { found[0].to_string() } else { String::new() }
    });
    Ok(kept.into_owned())
}

/// The glue with short names for imports.
fn rename(glue: &str, names: &[String]) -> Result<String> {
    let mut glue = glue.to_string();
    for (index, name) in names.iter().enumerate() {
        let entry = format!("        {name}: function");
        ensure!(glue.matches(&entry).count() == 1, "the glue does not import {name} just once");
        glue = glue.replacen(&entry, &format!("        {}: function", short(index)), 1);
    }
    let module = Regex::new(r#""\./\w+_bg\.js": import0"#)?;
    ensure!(module.find_iter(&glue).count() == 1, "the glue does not name its imports as it used to");
    Ok(module.replace(&glue, format!("{MODULE}: import0")).into_owned())
}

/// The name of the module that everything is imported from.
const MODULE: &str = "a";

/// `a` to `Z`, then `aa` and so on.
fn short(index: usize) -> String {
    let letters: Vec<char> = ('a'..='z').chain('A'..='Z').collect();
    let (more, last) = (index / letters.len(), index % letters.len());
    let mut name = if more == 0 { String::new() } else { short(more - 1) };
    name.extend(letters.get(last));
    name
}

/// The wasm with the same short names.
fn renamed(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut out = wasm.get(..8).context("not a wasm file")?.to_vec();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        let Some((id, range)) = payload.as_section() else { continue };
        let section = match payload {
            Payload::ImportSection(imports) => renamed_imports(wasm, imports)?,
            _ => wasm.get(range).unwrap_or_default().to_vec(),
        };
        out.push(id);
        leb128(section.len(), &mut out);
        out.extend(section);
    }
    Ok(out)
}

fn renamed_imports(wasm: &[u8], imports: wasmparser::ImportSectionReader<'_>) -> Result<Vec<u8>> {
    let (end, mut out) = (imports.range().end, Vec::new());
    leb128(imports.count() as usize, &mut out);
    let found: Vec<_> = imports.into_iter_with_offsets().collect::<Result<_, _>>()?;
    let ends = found.iter().skip(1).map(|(offset, _)| *offset).chain([end]);
    for ((index, (offset, import)), end) in found.iter().enumerate().zip(ends) {
        // After two names, each with its length before it, stands what is imported.
        let names = [import.module, import.name].map(|n| {
            let mut length = Vec::new();
            leb128(n.len(), &mut length);
            length.len() + n.len()
        });
        for name in [MODULE, &short(index)] {
            leb128(name.len(), &mut out);
            out.extend(name.as_bytes());
        }
        out.extend(wasm.get(offset + names[0] + names[1]..end).context("an import without an end")?);
    }
    Ok(out)
}

/// Writes a number as wasm does.
pub fn leb128(mut value: usize, out: &mut Vec<u8>) {
    loop {
        let byte = (value & 0x7f) as u8;
        value >>= 7;
        if value == 0 {
            return out.push(byte);
        }
        out.push(byte | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_are_unique() {
        let names: BTreeSet<String> = (0..5000).map(short).collect();
        assert_eq!((names.len(), short(0), short(51), short(52)), (5000, "a".into(), "Z".into(), "aa".into()));
    }

    #[test]
    fn imports_are_renamed_and_nothing_else() {
        // Type () -> (); imports "m"."first" and "m"."other" of that type; a custom section "x".
        let module = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x15\x02\x01m\x05first\0\0\x01m\x05other\0\0\0\x03\x01xy";
        let renamed = renamed(module).expect("a module");
        assert_eq!(imports(&renamed).expect("imports"), ["a", "b"]);
        assert_eq!(renamed, b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x0d\x02\x01a\x01a\0\0\x01a\x01b\0\0\0\x03\x01xy");
    }

    #[test]
    fn classes_and_unused_entries_go() {
        let glue = "export class A {\n    free() {\n    }\n}\nif (Symbol.dispose) A.x = 1;\nconst AFinalization = x\n    ? y : z;\n\
                    const import0 = {\n        one_1: function(a) {\n            return a;\n        },\n        two_2: function() {\n        },\n    };\n";
        let glue = without_entries(&without_classes(glue).expect("glue"), &["one_1".into()]).expect("glue");
        assert_eq!(
            glue,
            "const import0 = {\n        one_1: function(a) {\n            return a;\n        },\n    };\n"
        );
    }
}
