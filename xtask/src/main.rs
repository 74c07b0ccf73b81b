//! What a person types. `cargo xtask help` lists it.
//!
//! Every command checks for a tool before it installs it, prints what it does, and fails with a sentence that says what
//! to do.

mod assets;
mod budget;
mod cards;
mod commands;
mod compress;
mod data;
mod dist;
mod map;
mod offline;
mod serve;
mod setup;
mod shell;
mod sizes;
mod soak;
mod test;
mod wasm;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask serve [--port 8787] [--host 127.0.0.1] [--submissions DIR] [--no-build]
                      build the release site and serve it, with the receiver of submissions
cargo xtask test [--only lint|domain|written|xtask|wasm|dist|e2e]
                      run everything (or one part)
cargo xtask dist [--site https://…]
                      build the release site into dist/, to stand at that address (else the one in config.json)
cargo xtask stamp [DIST]
                      after settings or data were changed by hand in dist/: the service worker and the packed copies anew
cargo xtask check     check the data that people write by hand: editions of the award, questionnaires
cargo xtask dev       `trunk serve`, with the receiver of submissions beside it
cargo xtask setup     install what is missing
cargo xtask bench     measure, in a throttled Chromium, beside SurveyJS and plain HTML
cargo xtask soak      the long forms of the tests: hundreds of kills, thousands of submissions and visitors; hours
cargo xtask cards     the share pictures alone, in target/cards/
cargo xtask screens   pictures of every page, in target/screens/
cargo xtask map       the map of Sweden, public/data/sweden.json, after a place was added
cargo xtask help      this";

fn main() {
    if let Err(error) = run() {
        eprintln!("\nxtask: {error:#}");
        std::process::exit(1);
    }
}

fn run() -> Result<()> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(std::path::Path::new("."));
    std::env::set_current_dir(root)?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let rest = arguments.get(1..).unwrap_or(&[]);
    match arguments.first().map_or("help", String::as_str) {
        "setup" => setup::everything(),
        "dist" => dist::dist_as(rest),
        "check" => data::check(std::path::Path::new("public")),
        "stamp" => commands::stamp(rest),
        "dev" => commands::dev(),
        "serve" => commands::serve(rest),
        "test" => test::test(rest),
        "bench" => commands::bench(),
        "soak" => soak::soak(),
        "cards" => cards::alone(),
        "screens" => commands::screens(),
        "map" => map::map(),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => bail!("there is no command \"{other}\".\n\n{HELP}"),
    }
}
