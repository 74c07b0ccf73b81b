//! Precompressed copies beside every file that shrinks, so that a static host can serve them.

use anyhow::Result;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

const KINDS: [&str; 10] = ["html", "css", "js", "wasm", "json", "svg", "txt", "xml", "csv", "ics"];

/// Writes `.br` and `.gz` beside every compressible file under `folder`.
pub fn folder(folder: &Path) -> Result<()> {
    for file in files(folder)? {
        let kind = file.extension().map(|e| e.to_string_lossy().into_owned()).unwrap_or_default();
        let bytes = fs::read(&file)?;
        if !KINDS.contains(&kind.as_str()) || bytes.len() < 200 {
            continue;
        }
        fs::write(with_end(&file, ".br"), brotli(&bytes)?)?;
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(&bytes)?;
        fs::write(with_end(&file, ".gz"), gzip.finish()?)?;
    }
    Ok(())
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
