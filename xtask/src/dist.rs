//! Builds the release site into `dist/`. A build that fails leaves the old one.

use crate::shell::{cargo, read, run};
use crate::{assets, bindings, budget, cards, compress, data, offline, setup};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

const SITE: &str = "target/site";
const BUILT: &str = "target/trunk";

/// Builds everything.
pub fn dist() -> Result<()> {
    dist_as(&[])
}

/// The same, told where the site will stand: `--site https://…`.
pub fn dist_as(arguments: &[String]) -> Result<()> {
    let told = data::Told::read(arguments)?;
    let start = Instant::now();
    let step = |n: u32, text: &str| println!("\n[{n}/6, {} s] {text}", start.elapsed().as_secs());
    step(1, "Looking for tools");
    setup::for_build()?;
    step(2, "Checking the data");
    data::check(Path::new("public"))?;
    assets::style()?;
    step(3, "Building the wasm");
    beside()?;
    trunk()?;
    step(4, "Giving files their final names");
    let site = Path::new(SITE);
    if site.exists() {
        fs::remove_dir_all(site)?;
    }
    copy("public", site)?;
    told.into_settings(site)?;
    let assets = assets::write(Path::new(BUILT), site)?;
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

fn trunk() -> Result<()> {
    let tools = fs::canonicalize(Path::new(setup::NPM).join("node_modules/.bin")).context("run `cargo xtask setup`")?;
    let path = std::env::var("PATH").unwrap_or_default();
    run(Command::new("trunk")
        .args(["build", "--release", "--offline", "--color", "never"])
        // Trunk reads NO_COLOR as a value of its own and stops at "1".
        .env_remove("NO_COLOR")
        .env("CARGO_ENCODED_RUSTFLAGS", rustflags()?)
        .env("PATH", format!("{}:{path}", tools.display())))
}

/// The wasm beside the first one. Trunk builds one a page, so these are built by hand, the same way.
pub fn beside() -> Result<()> {
    let build = ["build", "--release", "--target", "wasm32-unknown-unknown"];
    let bins = assets::BESIDE.iter().flat_map(|name| ["--bin", name]);
    run(cargo().args(build).args(bins).env("CARGO_ENCODED_RUSTFLAGS", rustflags()?))?;
    for name in assets::BESIDE {
        let (bound, small) = (Path::new("target/bound"), Path::new("target").join(name));
        let (wasm, glue) = (format!("{name}_bg.wasm"), format!("{name}.js"));
        run(Command::new("wasm-bindgen")
            .arg(format!("target/wasm32-unknown-unknown/release/{name}.wasm"))
            .args(["--target", "web", "--no-typescript", "--keep-debug", "--out-dir"])
            .arg(bound))?;
        fs::create_dir_all(&small)?;
        let mut opt = bindings::tool("wasm-opt");
        opt.arg(bound.join(&wasm)).arg("-o").arg(small.join(&wasm));
        run(opt.args(["-Oz", "-g"]).args(bindings::FEATURES))?;
        fs::copy(bound.join(&glue), small.join(&glue))?;
    }
    Ok(())
}

/// SHA-256 without unrolled rounds (6 kB less), and short names for where code stands: the same on every machine.
fn rustflags() -> Result<String> {
    let mut flags = vec!["--cfg=sha2_backend_soft=\"compact\"".to_string()];
    let mut shorten = |path: &Path, name: &str| flags.push(format!("--remap-path-prefix={}={name}", path.display()));
    shorten(&std::env::current_dir()?, "");
    let cargo = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| home + "/.cargo"));
    let sources = Path::new(&cargo.context("HOME is not set")?).join("registry/src");
    for registry in fs::read_dir(&sources).into_iter().flatten() {
        shorten(&registry?.path(), "~");
    }
    Ok(flags.join("\x1f"))
}

fn prerender() -> Result<String> {
    let features = ["--no-default-features", "--features", "ssr", "--bin", "prerender"];
    read(cargo().args(["run", "--quiet", "--profile", "tool"]).args(features).args([
        "--",
        "target/shell.html",
        // The public folder as it will be served: its settings may have been told otherwise.
        SITE,
        SITE,
    ]))
}

/// Copies what is served as it is; what gets a hashed name is left out.
fn copy(from: &str, to: &Path) -> Result<()> {
    for file in compress::files(Path::new(from))? {
        let name = file.strip_prefix(from)?;
        if matches!(name.to_str(), Some("boot.js" | "type.js" | "update.js" | "page.js" | "kiosk.js")) {
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
