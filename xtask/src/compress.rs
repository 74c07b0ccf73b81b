//! Precompressed copies beside every file that shrinks, so that a static host can serve them.

use anyhow::Result;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

const KINDS: [&str; 11] = ["html", "css", "js", "wasm", "json", "svg", "txt", "xml", "webmanifest", "csv", "ics"];

/// Writes `.br` and `.gz` beside every compressible file under `folder`.
pub fn folder(folder: &Path) -> Result<()> {
    for file in files(folder)? {
        if let Some(bytes) = shrinking(&file)? {
            beside(&file, &bytes)?;
        }
    }
    Ok(())
}

/// Rewrites stale copies, and removes those of a file that has become too small for any: they would be served instead
/// of it. Returns the files.
pub fn again(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut changed = Vec::new();
    for file in files(folder)? {
        let Some(bytes) = shrinking(&file)? else {
            let packed = [".br", ".gz"].map(|end| with_end(&file, end));
            let stale: Vec<&PathBuf> = packed.iter().filter(|packed| is_text(&file) && packed.exists()).collect();
            for packed in &stale {
                fs::remove_file(packed)?;
            }
            changed.extend((!stale.is_empty()).then_some(file));
            continue;
        };
        let mut known = Vec::new();
        if let Ok(packed) = fs::read(with_end(&file, ".gz")) {
            flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut known)?;
        }
        if known != bytes {
            beside(&file, &bytes)?;
            changed.push(file);
        }
    }
    Ok(changed)
}

/// The bytes of a file that is worth compressing.
fn shrinking(file: &Path) -> Result<Option<Vec<u8>>> {
    // The list of builds is for those who put the site in place.
    if !is_text(file) || file.ends_with("builds.json") {
        return Ok(None);
    }
    Ok(Some(fs::read(file)?).filter(|bytes| bytes.len() >= 200))
}

fn is_text(file: &Path) -> bool {
    file.extension().is_some_and(|kind| KINDS.iter().any(|known| kind == *known))
}

fn beside(file: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(with_end(file, ".br"), brotli(bytes)?)?;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes)?;
    Ok(fs::write(with_end(file, ".gz"), gzip.finish()?)?)
}

/// The bytes in brotli at its best.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters)?;
    Ok(out)
}

/// Every file under a folder.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    Ok(found)
}

fn with_end(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}
