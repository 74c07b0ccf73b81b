//! The hashed files of earlier builds, kept for 30 days: a tab that is open, or a page in some cache on the way, still
//! asks for them. `dist/builds.json` lists each build with its files, the latest first.

use super::Build;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::time::SystemTime;

const LIST: &str = "builds.json";
/// How long a build's files are kept after another has taken its place, in seconds.
const KEPT: u64 = 30 * 24 * 60 * 60;

/// Lists the new build in `site`, and copies the files of earlier ones from `before` that were replaced less than 30
/// days ago.
///
/// # Errors
/// If files cannot be copied.
pub fn keep_earlier(before: &Path, site: &Path, build: &Build) -> Result<()> {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_secs();
    let list = listed(&read(before), build, now);
    for earlier in list.iter().skip(1) {
        for path in addresses(earlier) {
            for end in ["", ".br", ".gz"] {
                let name = [path.trim_start_matches('/'), end].concat();
                let (from, to) = (before.join(&name), site.join(&name));
                if from.exists() && !to.exists() {
                    if let Some(folder) = to.parent() {
                        fs::create_dir_all(folder)?;
                    }
                    fs::copy(from, to)?;
                }
            }
        }
    }
    if list.len() > 1 {
        println!("  the files of {} earlier builds are kept", list.len() - 1);
    }
    write(site, &list)
}

/// The list with the new build first, and without those that were replaced too long ago.
pub(super) fn listed(before: &[Value], build: &Build, now: u64) -> Vec<Value> {
    let made = |entry: &Value| entry["made"].as_u64().unwrap_or(0);
    let same = before.iter().find(|entry| entry["build"] == build.id.as_str());
    let mut list = vec![json!({ "build": build.id, "made": same.map_or(now, made), "assets": build.assets })];
    // Each was replaced when the one before it in the list was made.
    let mut replaced = now;
    for entry in before {
        if entry["build"] != build.id.as_str() && now.saturating_sub(replaced) < KEPT {
            list.push(entry.clone());
        }
        replaced = made(entry);
    }
    list
}

/// The addresses of the hashed files of the build that lies in `dist`.
pub(super) fn assets(dist: &Path) -> Result<Vec<String>> {
    let list = read(dist);
    let latest = list.first().with_context(|| format!("{} has no {LIST}: run `cargo xtask dist`", dist.display()))?;
    Ok(addresses(latest).map(str::to_string).collect())
}

/// Gives the latest build another id: its settings or data have changed.
pub(super) fn rename(dist: &Path, id: &str) -> Result<()> {
    let mut list = read(dist);
    if let Some(latest) = list.first_mut() {
        latest["build"] = id.into();
    }
    write(dist, &list)
}

fn addresses(entry: &Value) -> impl Iterator<Item = &str> {
    entry["assets"].as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// Nothing where there is no list, or none that can be read: then nothing is known of earlier builds.
fn read(dist: &Path) -> Vec<Value> {
    let text = fs::read(dist.join(LIST)).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

fn write(dist: &Path, list: &[Value]) -> Result<()> {
    Ok(fs::write(dist.join(LIST), serde_json::to_string_pretty(list)?)?)
}
