//! What the service worker keeps, and the line of `sw.js` that names it (docs/adr/0017).
//!
//! Pages and data go into one pack, so that the worker fetches some twenty files and not four hundred; the files that
//! pages load are listed one by one. The build's id is the SHA-256 of the list of all of it.

mod builds;
mod pack;
#[cfg(test)]
mod tests;

pub use builds::keep_earlier;

use crate::serve::headers;
use crate::{assets, compress};
use anyhow::{Context, Result, bail};
use digitaliseringskommun::domain::hash::sha256_hex;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// One build, as the service worker knows it.
#[derive(Debug)]
pub struct Build {
    /// Its id: the SHA-256 of the list of its files, shortened.
    pub id: String,
    /// The addresses of its hashed files.
    pub assets: Vec<String>,
}

/// What a file is to the service worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A page: in the pack.
    Page,
    /// A file that pages load, with a word that its content type must contain; empty where hosts disagree.
    File(&'static str),
    /// Data and settings, which may change without a build: in the pack, and the network's first.
    Data,
    /// Nothing that is needed without network.
    Left,
}

/// What the file at this path is. `None` for what nobody has said yet: then say it here.
fn kind_of(path: &str) -> Option<Kind> {
    let (_, name) = path.rsplit_once('/')?;
    let (_, end) = name.rsplit_once('.')?;
    let top = path.get(1..)?.split('/').next()?;
    Some(match (top, end) {
        // Compressed copies are served in place of their file.
        (_, "br" | "gz") => Kind::Left,
        (_, "html") => Kind::Page,
        ("assets", "js") => Kind::File("javascript"),
        ("assets", "css") => Kind::File("css"),
        ("assets", "wasm") => Kind::File("wasm"),
        ("assets", "svg") | ("favicon.svg", _) => Kind::File("svg"),
        ("assets" | "fonts", "woff2") | ("manifest.webmanifest", _) => Kind::File(""),
        ("config.json", _) | ("data", "json" | "csv" | "txt" | "ics") | (_, "ics") => Kind::Data,
        // Pictures for links and for installing, files for programs, and the worker's own.
        ("cards" | "screenshots" | "icons" | "offline", _) | ("fonts", "txt") | (_, "xml" | "atom") => Kind::Left,
        ("robots.txt" | "sw.js" | "sw-kill.json" | "builds.json", _) => Kind::Left,
        _ => return None,
    })
}

/// The hashed files of a site just built, before those of earlier builds are put beside them.
///
/// # Errors
/// If the site cannot be read.
pub fn assets_in(site: &Path) -> Result<Vec<String>> {
    Ok(paths(site)?.into_iter().filter(|path| path.starts_with("/assets/")).collect())
}

/// Writes the pack and the worker into `site`. `assets` are the addresses of the build's hashed files; what else lies
/// beside them is of earlier builds.
///
/// # Errors
/// If there is a file of a kind that nobody has named, or one that is not text where it must be.
pub fn write(site: &Path, assets: &[String]) -> Result<Build> {
    let (mut pack, mut kept, mut list) = (pack::Pack::default(), Map::new(), Vec::new());
    let mut data = Vec::new();
    for path in paths(site)? {
        let kind = kind_of(&path).with_context(|| {
            format!("{path} is of a kind that the service worker knows nothing of: say it in xtask/src/offline/mod.rs")
        })?;
        let bytes = || fs::read(site.join(path.trim_start_matches('/')));
        let text = || {
            let text = String::from_utf8(bytes()?);
            text.with_context(|| format!("{path} is not text, so it cannot go into the pack"))
        };
        match kind {
            Kind::Page => pack.page(&path, &text()?),
            Kind::Data => {
                pack.data(&path, &text()?)?;
                data.push(path.clone());
            }
            Kind::File(word) if !path.starts_with("/assets/") || assets.contains(&path) => {
                let hash = sha256_hex(&bytes()?);
                list.push(format!("{hash} {path}"));
                kept.insert(path, json!([hash, word]));
            }
            Kind::File(_) | Kind::Left => {}
        }
    }
    let template = fs::read_to_string(site.join("sw.js")).context("sw.js is missing")?;
    let packed = write_pack(site, &pack.finish()?)?;
    let headers: Map<String, Value> = headers::of_pages(site).into_iter().map(|(n, v)| (n, v.into())).collect();
    list.push(format!("{} {}", packed.1, packed.0));
    list.push(sha256_hex(stamped(&template, &json!([headers, data]))?.as_bytes()));
    let id = sha256_hex(list.join("\n").as_bytes()).get(..16).unwrap_or_default().to_string();
    let files = kept.len();
    let line = json!({ "id": id, "pack": [packed.0, packed.1], "files": kept, "data": data, "headers": headers });
    fs::write(site.join("sw.js"), stamped(&template, &line)?)?;
    println!("  build {id}: {files} files and one pack of {} pages and {} data files", pack.pages(), data.len());
    Ok(Build { id, assets: assets.to_vec() })
}

/// Every path under the site, in order, without what is packed for hosts.
fn paths(site: &Path) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    for file in compress::files(site)? {
        let name = file.strip_prefix(site)?.to_string_lossy().replace('\\', "/");
        paths.push(format!("/{name}"));
    }
    paths.retain(|path| !path.ends_with(".br") && !path.ends_with(".gz"));
    paths.sort();
    Ok(paths)
}

/// Writes the pack under a name of its bytes, in place of any other. Returns its address and SHA-256.
fn write_pack(site: &Path, text: &str) -> Result<(String, String)> {
    let folder = site.join("offline");
    let hash = sha256_hex(text.as_bytes());
    let name = format!("pages-{}.json", hash.get(..16).unwrap_or(&hash));
    if !folder.join(&name).exists() {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(&name), text)?;
    }
    Ok((format!("/offline/{name}"), hash))
}

/// The worker with this in the line of its build.
fn stamped(worker: &str, line: &Value) -> Result<String> {
    const MARK: &str = "const BUILD = ";
    if worker.lines().filter(|l| l.starts_with(MARK)).count() != 1 {
        bail!("sw.js has lost its line \"{MARK}…\"");
    }
    let lines = worker.lines().map(|l| if l.starts_with(MARK) { format!("{MARK}{line};") } else { l.to_string() });
    Ok(lines.collect::<Vec<_>>().join("\n") + "\n")
}

/// Rewrites the worker, the pack and the compressed copies of a built site, after somebody has changed its settings or
/// data by hand. Prints what changed.
///
/// # Errors
/// If a hashed file is not what its name says, or there is a file that nobody knows.
pub fn stamp(dist: &Path) -> Result<()> {
    let assets = builds::assets(dist)?;
    named_by_bytes(dist, &assets)?;
    let before = fs::read(dist.join("sw.js"))?;
    let build = write(dist, &assets)?;
    let changed = compress::again(dist)?;
    builds::rename(dist, &build.id)?;
    for file in &changed {
        println!("  changed: {}", file.strip_prefix(dist)?.display());
    }
    if changed.is_empty() && before == fs::read(dist.join("sw.js"))? {
        println!("Nothing has changed.");
    } else {
        println!("Stamped: visitors get build {} at their next visit.", build.id);
    }
    Ok(())
}

/// Whether every hashed file has the bytes that its name says, or that the name of its folder says of all that are in it.
fn named_by_bytes(dist: &Path, assets: &[String]) -> Result<()> {
    let mut folders: BTreeMap<&str, BTreeMap<String, Vec<u8>>> = BTreeMap::new();
    let mut other = Vec::new();
    for path in assets {
        let bytes = fs::read(dist.join(path.trim_start_matches('/'))).with_context(|| format!("{path} is missing"))?;
        let in_assets = path.strip_prefix("/assets/").unwrap_or(path);
        match in_assets.split_once('/') {
            Some((folder, name)) => {
                folders.entry(folder).or_default().insert(name.to_string(), bytes);
            }
            None => {
                let hash = sha256_hex(&bytes);
                other.extend((!path.contains(hash.get(..16).unwrap_or(&hash))).then_some(path.as_str()));
            }
        }
    }
    let stem = |folder: &str| folder.rsplit_once('-').map_or(String::new(), |(stem, _)| stem.to_string());
    other
        .extend(folders.iter().filter(|(name, files)| assets::folder_name(&stem(name), files) != **name).map(|f| *f.0));
    if let Some(path) = other.first() {
        bail!("{path} has other bytes than its name says. Build the site anew: cargo xtask dist");
    }
    Ok(())
}
