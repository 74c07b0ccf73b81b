//! Installs what is missing, and says what it does. Each tool is looked for first.

use crate::shell::{cargo, read, run, version};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

const TRUNK: &str = "0.21.14";
const TARGET: &str = "wasm32-unknown-unknown";
/// Where the npm tools are: wasm-opt for the build, Playwright and axe for the tests.
pub const NPM: &str = "tests/e2e";
/// Where the npm packages are that the map of Sweden is made from and with.
pub const MAP: &str = "xtask/map";

/// A tool of npm.
pub fn tool(name: &str) -> Command {
    Command::new(Path::new(NPM).join("node_modules/.bin").join(name))
}

/// Everything that any command needs.
pub fn everything() -> Result<()> {
    for_tests()?;
    for_dev()?;
    println!("Everything is there.");
    Ok(())
}

/// What the tests need.
pub fn for_tests() -> Result<()> {
    for_build()?;
    let bindgen = locked_version("wasm-bindgen")?;
    cargo_tool("wasm-bindgen-test-runner", &bindgen, "wasm-bindgen-cli", "about 4 minutes")?;
    for_browser()?;
    for_documents()?;
    for_endpoints()?;
    for_engines();
    Ok(())
}

/// What building the site needs.
pub fn for_build() -> Result<()> {
    target()?;
    npm()
}

/// What `trunk serve` needs.
pub fn for_dev() -> Result<()> {
    target()?;
    cargo_tool("trunk", TRUNK, "trunk", "about 10 minutes")
}

/// What running a browser needs.
pub fn for_browser() -> Result<()> {
    npm()?;
    debian(&["chromium", "chromedriver"], &["chromium", "chromium-driver"])?;
    // Chromium without a window to draw: the tests take a third less time in it, and run in Chromium where there is none.
    if let Err(why) = debian(&["chromium-headless-shell"], &["chromium-headless-shell"]) {
        println!("The tests run in Chromium itself and take longer: {why:#}");
    }
    Ok(())
}

/// What trying the other engines needs: Firefox, and WebKit with a screen to draw on. Where they cannot be had, the tests
/// of them say so and are passed over.
fn for_engines() {
    let installed = debian(&["firefox-esr", "Xvfb"], &["firefox-esr", "xvfb"]).and_then(|()| webkit());
    if let Err(why) = installed {
        println!("Firefox and WebKit are not tried here: {why:#}");
    }
}

fn webkit() -> Result<()> {
    let mut finds = Command::new("/usr/bin/python3");
    finds.args(["-c", "import gi; gi.require_version('WebKit2', '4.1')"]).stderr(Stdio::null());
    if finds.status().is_ok_and(|status| status.success()) {
        return Ok(());
    }
    debian(&["WebKit for Python"], &["python3-gi", "gir1.2-webkit2-4.1"])
}

/// What reading the documents that the site makes needs: a spreadsheet, and what reads and draws a PDF.
pub fn for_documents() -> Result<()> {
    debian(&["soffice", "pdftotext", "pdftoppm"], &["libreoffice-calc-nogui", "poppler-utils"])
}

/// What testing against real receivers needs: nginx, a tool that opens sealed submissions, a WebDAV server and an S3.
pub fn for_endpoints() -> Result<()> {
    debian(&["nginx", "jose"], &["nginx-light", "jose"])?;
    let (wanted, folder) = (Path::new("xtask/tests/endpoints/requirements.txt"), Path::new("target/endpoint-tools"));
    let (requirements, stamp) = (fs::read_to_string(wanted)?, folder.join("requirements.txt"));
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == requirements) {
        return Ok(());
    }
    println!("Installing the receivers of {} from PyPI …", wanted.display());
    run(Command::new("python3").args(["-m", "venv"]).arg(folder))
        .context("install Python 3 with venv (Debian: apt-get install python3-venv), then run this again")?;
    run(Command::new(folder.join("bin/pip")).args(["install", "--quiet", "--requirement"]).arg(wanted))
        .context("pip could not install them; is PyPI reachable?")?;
    Ok(fs::write(stamp, requirements)?)
}

/// Installs Debian's packages, unless the programs are there.
fn debian(programs: &[&str], packages: &[&str]) -> Result<()> {
    let missing: Vec<&str> = programs.iter().copied().filter(|p| !is_on_path(p)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = packages.join(" and ");
    if !is_on_path("apt-get") {
        bail!("{} missing. Install what Debian calls {names}, so that they are on PATH.", missing.join(" and "));
    }
    println!("Installing {names} from Debian …");
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        run(&mut command)
    };
    apt(&["update", "-qq"])
        .and_then(|()| apt(&[&["install", "-y", "-qq", "--no-install-recommends"], packages].concat()))
        .with_context(|| format!("install the packages {names} as root, then run this again"))
}

/// What making the map needs. Only `cargo xtask map` asks for it.
pub fn for_map() -> Result<()> {
    // Nothing of it needs what its packages would build for themselves.
    npm_packages(MAP, &["--ignore-scripts"])
}

fn is_on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    // Debian keeps servers out of the path of ordinary users.
    std::env::split_paths(&path).chain(["/usr/sbin".into()]).any(|folder| folder.join(program).is_file())
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
    npm_packages(NPM, &[])
}

/// Installs the packages that a folder's lock file names, unless they are there.
fn npm_packages(folder: &str, options: &[&str]) -> Result<()> {
    let Some(node) = version("node") else {
        bail!(
            "Node.js is missing. Install version 20 or newer (Debian: apt-get install nodejs npm), then run this again."
        );
    };
    let major = node.trim_start_matches('v').split('.').next().and_then(|m| m.parse::<u32>().ok()).unwrap_or(0);
    if major < 20 {
        bail!("Node.js is {node}, but version 20 or newer is needed.");
    }
    let lock = Path::new(folder).join("package-lock.json");
    let installed = Path::new(folder).join("node_modules/.package-lock.json");
    let newer = |a: &Path, b: &Path| Some(a.metadata().ok()?.modified().ok()? > b.metadata().ok()?.modified().ok()?);
    let filled = Path::new(folder).join("node_modules/.bin").is_dir();
    if filled && newer(&installed, &lock) == Some(true) {
        return Ok(());
    }
    println!("Installing the npm tools of {folder} …");
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--prefix", folder])
        .args(options)
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run(&mut npm).context("npm could not install the tools; is the npm registry reachable?")
}
