//! Builds the release site into `dist/`. A build that fails leaves the old one.

use crate::shell::{cargo, read};
use crate::{assets, budget, cards, compress, data, offline, setup, wasm};
use anyhow::Result;
use std::fs;
use std::path::Path;
use std::time::Instant;

const SITE: &str = "target/site";

/// Builds everything.
pub fn dist() -> Result<()> {
    dist_as(&[])
}

/// The same, for a site at this address: `--site https://…`.
pub fn dist_as(arguments: &[String]) -> Result<()> {
    let told = data::Told::read(arguments)?;
    let start = Instant::now();
    let step = |n: u32, text: &str| println!("\n[{n}/6, {} s] {text}", start.elapsed().as_secs());
    step(1, "Looking for tools");
    setup::for_build()?;
    step(2, "Checking the data");
    data::check(Path::new("public"))?;
    step(3, "Building the wasm");
    let app = wasm::build()?;
    step(4, "Giving files their final names");
    let site = Path::new(SITE);
    if site.exists() {
        fs::remove_dir_all(site)?;
    }
    copy("public", site)?;
    told.into_settings(site)?;
    let assets = assets::write(&app, site)?;
    fs::write("target/shell.html", assets::shell(&assets)?)?;
    step(5, "Writing the pages");
    let pages = prerender()?;
    println!("  {} pages", pages.lines().count());
    println!("  {} share pictures", cards::write(Path::new("public"), site)?);
    step(6, "Compressing and weighing");
    budget::check(site, &assets)?;
    let build = offline::write(site, &offline::assets_in(site)?)?;
    compress::folder(site)?;
    offline::keep_earlier(Path::new("dist"), site, &build)?;
    if Path::new("dist").exists() {
        fs::remove_dir_all("dist")?;
    }
    fs::rename(site, "dist")?;
    println!("\nThe site is in dist/ ({} s).", start.elapsed().as_secs());
    Ok(())
}

fn prerender() -> Result<String> {
    let features = ["--no-default-features", "--features", "ssr", "--bin", "prerender"];
    read(cargo().args(["run", "--quiet", "--profile", "tool"]).args(features).args([
        "--",
        "target/shell.html",
        // The public folder as it will be served: `--site` may have changed its settings.
        SITE,
        SITE,
    ]))
}

/// Copies what is served as it is; what gets a hashed name is left out.
fn copy(from: &str, to: &Path) -> Result<()> {
    for file in compress::files(Path::new(from))? {
        let name = file.strip_prefix(from)?;
        if matches!(name.to_str(), Some("boot.js" | "type.js" | "update.js" | "page.js" | "public.js" | "kiosk.js")) {
            continue;
        }
        let target = to.join(name);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&file, target)?;
    }
    Ok(())
}
