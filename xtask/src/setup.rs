//! Installs what is missing, and says what it does. Each tool is looked for first.

use crate::shell::{cargo, read, run, version};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::Command;

const TRUNK: &str = "0.21.14";
const TARGET: &str = "wasm32-unknown-unknown";
/// Where the npm tools are: wasm-opt for the build, Playwright and axe for the tests.
pub const NPM: &str = "tests/e2e";

/// Everything that any command needs.
pub fn everything() -> Result<()> {
    for_build()?;
    for_browser()?;
    println!("Everything is there.");
    Ok(())
}

/// What building the site needs.
pub fn for_build() -> Result<()> {
    target()?;
    cargo_tool("trunk", TRUNK, "trunk", "about 10 minutes")?;
    let bindgen = locked_version("wasm-bindgen")?;
    cargo_tool("wasm-bindgen", &bindgen, "wasm-bindgen-cli", "about 4 minutes")?;
    npm()
}

/// What running a browser needs.
pub fn for_browser() -> Result<()> {
    npm()?;
    if version("chromium").is_some() && version("chromedriver").is_some() {
        return Ok(());
    }
    if version("apt-get").is_none() {
        bail!("Chromium and ChromeDriver are missing. Install them so that `chromium` and `chromedriver` are on PATH.");
    }
    println!("Installing Chromium and ChromeDriver from Debian …");
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        run(&mut command)
    };
    apt(&["update", "-qq"])
        .and_then(|()| apt(&["install", "-y", "-qq", "--no-install-recommends", "chromium", "chromium-driver"]))
        .context("install the packages chromium and chromium-driver as root, then run this again")
}

fn target() -> Result<()> {
    let root = read(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(root.trim()).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    println!("Adding the target {TARGET} …");
    run(Command::new("rustup").args(["target", "add", TARGET]))
        .context("install rustup (https://rustup.rs), then run this again")
}

fn cargo_tool(program: &str, wanted: &str, package: &str, time: &str) -> Result<()> {
    if version(program).is_some_and(|v| v.split_whitespace().any(|word| word == wanted)) {
        return Ok(());
    }
    println!("Installing {package} {wanted}, once ({time}) …");
    // A folder of its own, so that this build neither waits for nor spoils the project's.
    run(cargo().args(["install", "--locked", package, "--version", wanted]).env("CARGO_TARGET_DIR", "target/tools"))
        .with_context(|| format!("install it by hand: cargo install --locked {package} --version {wanted}"))
}

/// The version of a package in Cargo.lock: wasm-bindgen's tool must equal its library.
fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string("Cargo.lock").context("Cargo.lock is missing; it belongs to the repository")?;
    let entry = format!("name = \"{package}\"\nversion = \"");
    let at = lock.find(&entry).with_context(|| format!("Cargo.lock names no {package}"))?;
    let rest = lock.get(at + entry.len()..).unwrap_or("");
    Ok(rest.split('"').next().unwrap_or("").to_string())
}

fn npm() -> Result<()> {
    let Some(node) = version("node") else {
        bail!(
            "Node.js is missing. Install version 20 or newer (Debian: apt-get install nodejs npm), then run this again."
        );
    };
    let major = node.trim_start_matches('v').split('.').next().and_then(|m| m.parse::<u32>().ok()).unwrap_or(0);
    if major < 20 {
        bail!("Node.js is {node}, but version 20 or newer is needed.");
    }
    let lock = Path::new(NPM).join("package-lock.json");
    let installed = Path::new(NPM).join("node_modules/.package-lock.json");
    let newer = |a: &Path, b: &Path| Some(a.metadata().ok()?.modified().ok()? > b.metadata().ok()?.modified().ok()?);
    if newer(&installed, &lock) == Some(true) {
        return Ok(());
    }
    println!("Installing the npm tools of {NPM} …");
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--prefix", NPM]).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run(&mut npm).context("npm could not install the tools; is the npm registry reachable?")
}
