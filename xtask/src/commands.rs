//! The commands that start something: serve, dev, bench, screens.

use crate::serve::{Options, start};
use crate::shell::run;
use crate::{compress, dist, offline, setup};
use anyhow::{Context, Result, bail};
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// The port that `trunk serve` passes submissions on to.
const DEV_PORT: u16 = 8788;

/// Builds the site if its sources are newer, and serves it until it is stopped.
pub fn serve(arguments: &[String]) -> Result<()> {
    let mut options = Options {
        dist: PathBuf::from("dist"),
        submissions: PathBuf::from("target/submissions"),
        host: IpAddr::V4(Ipv4Addr::LOCALHOST),
        port: 8787,
    };
    let mut build = true;
    let mut rest = arguments.iter();
    while let Some(name) = rest.next() {
        let mut value = || rest.next().with_context(|| format!("{name} needs a value"));
        match name.as_str() {
            "--port" => options.port = value()?.parse().context("--port needs a number")?,
            "--host" => options.host = value()?.parse().context("--host needs an address")?,
            "--submissions" => options.submissions = PathBuf::from(value()?),
            "--dist" => options.dist = PathBuf::from(value()?),
            "--no-build" => build = false,
            other => bail!("serve knows no option {other}"),
        }
    }
    if build && is_old()? {
        dist::dist()?;
    }
    let submissions = options.submissions.clone();
    tokio::runtime::Runtime::new()?.block_on(async {
        let running = start(options).await?;
        println!("\nThe site is at http://{}/ and submissions go to {}.", running.address, submissions.display());
        println!("Stop with Ctrl-C.");
        tokio::signal::ctrl_c().await?;
        running.stop().await;
        Ok(())
    })
}

/// Whether `dist/` is missing or older than what it is made of.
fn is_old() -> Result<bool> {
    let changed = |path: &Path| path.metadata().and_then(|m| m.modified()).ok();
    let Some(built) = changed(Path::new("dist/404.html")) else { return Ok(true) };
    let mut sources: Vec<PathBuf> = ["index.html", "Cargo.toml", "Cargo.lock"].map(PathBuf::from).into();
    for folder in ["src", "style", "public"] {
        sources.extend(compress::files(Path::new(folder))?);
    }
    Ok(sources.iter().filter_map(|s| changed(s)).max().is_none_or(|last: SystemTime| last > built))
}

/// Updates the service worker, the pack and the compressed copies of the built site.
pub fn stamp(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => offline::stamp(Path::new("dist")),
        [folder] => offline::stamp(Path::new(folder)),
        _ => bail!("usage: cargo xtask stamp [folder of the built site]"),
    }
}

/// `trunk serve`, with the receiver beside it.
pub fn dev() -> Result<()> {
    setup::for_dev()?;
    with_server(DEV_PORT, Path::new("target/submissions"), |_| {
        // Trunk parses NO_COLOR as a boolean and fails at "1".
        run(Command::new("trunk").arg("serve").env_remove("NO_COLOR"))
    })
}

/// Measures.
pub fn bench() -> Result<()> {
    setup::for_browser()?;
    if is_old()? {
        dist::dist()?;
    }
    node(&["tests/e2e/bench.mjs"])?;
    node(&["tests/e2e/bench-sheets.mjs"])?;
    node(&["tests/e2e/bench-public.mjs"])
}

/// Takes pictures of every page.
pub fn screens() -> Result<()> {
    setup::for_browser()?;
    if is_old()? {
        dist::dist()?;
    }
    node(&["tests/e2e/screens.mjs"])?;
    node(&["tests/e2e/screenshots.mjs"])
}

/// Runs Node with a server of its own: `BASE_URL` is its address and `SUBMISSIONS` the folder of its receiver.
pub fn node(arguments: &[&str]) -> Result<()> {
    node_with(arguments, &[])
}

/// The same, with more in its environment.
pub fn node_with(arguments: &[&str], environment: &[(&str, &str)]) -> Result<()> {
    let folder = tempfile::tempdir()?;
    with_server(0, folder.path(), |address| {
        let mut node = Command::new("node");
        node.args(arguments).env("BASE_URL", address).env("SUBMISSIONS", folder.path());
        // Tests of updates stamp builds of their own.
        node.env("XTASK", std::env::current_exe()?);
        run(node.envs(environment.iter().copied()))
    })
}

fn with_server(port: u16, submissions: &Path, act: impl FnOnce(&str) -> Result<()>) -> Result<()> {
    let options = Options {
        dist: PathBuf::from("dist"),
        submissions: submissions.to_path_buf(),
        host: IpAddr::V4(Ipv4Addr::LOCALHOST),
        port,
    };
    let runtime = tokio::runtime::Runtime::new()?;
    let running = runtime.block_on(start(options))?;
    let result = act(&format!("http://{}", running.address));
    runtime.block_on(running.stop());
    result
}
