//! What the wasm is made of, and taking out what only tools read.

use anyhow::Result;
use std::collections::BTreeMap;
use wasm_encoder::{Module, RawSection};
use wasmparser::{KnownCustom, Name, Parser, Payload};

const SHOWN: usize = 16;
/// Of less code than this no table is worth reading, in bytes.
const WORTH: usize = 20_000;

/// Prints the size of the code by crate, the largest first: raw bytes of function bodies, by name.
pub fn print(name: &str, wasm: &[u8]) -> Result<()> {
    let (mut imported, mut bodies, mut names) = (0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes().len()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(reader) = section.as_known() {
                    for name in reader {
                        if let Name::Function(map) = name? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, naming.name.to_string());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
    for (index, size) in (imported..).zip(&bodies) {
        let name = names.get(&index).map_or("?", String::as_str);
        *sizes.entry(crate_of(name)).or_default() += size;
    }
    let mut sizes: Vec<(String, usize)> = sizes.into_iter().collect();
    sizes.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    let all: usize = bodies.iter().sum();
    if all < WORTH {
        return Ok(());
    }
    println!("\nCode in {name} by crate, kB before compression ({} in all):", all / 1000);
    for (name, size) in sizes.iter().take(SHOWN) {
        println!("  {:>7.1}  {name}", *size as f64 / 1000.0);
    }
    Ok(())
}

/// The crate of a function: the first path in its demangled name.
fn crate_of(name: &str) -> String {
    let demangled = format!("{:#}", rustc_demangle::demangle(name));
    let start = demangled.find(|c: char| c.is_alphabetic() || c == '_').unwrap_or(0);
    let path = demangled.get(start..).unwrap_or("").trim_start_matches("dyn ").trim_start_matches("mut ");
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(path.len());
    path.get(..end).unwrap_or("?").to_string()
}

/// The same module without its custom sections: names and notes of tools, which no browser needs.
pub fn strip(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut kept = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Some((id, range)) = payload?.as_section()
            && id != 0
        {
            let (start, end) = (usize::try_from(range.start)?, usize::try_from(range.end)?);
            kept.section(&RawSection { id, data: wasm.get(start..end).unwrap_or_default() });
        }
    }
    Ok(kept.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn custom_sections_go_and_the_rest_stays() {
        // A type section of one empty function type, then a custom section named "x".
        let module = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\0\x03\x01xy";
        assert_eq!(strip(module).expect("a module"), b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0");
    }

    #[test]
    fn functions_are_told_by_crate() {
        assert_eq!(crate_of("_ZN4core3fmt5write17h0123456789abcdefE"), "core");
        assert_eq!(crate_of("dlmalloc"), "dlmalloc");
    }
}
