//! The long forms of the tests. Their figures belong in docs/reliability.md.

use crate::shell::{cargo, run};
use crate::{commands, dist, setup};
use anyhow::{Context, Result};
use std::time::Instant;

/// Runs all of it. Each part prints its figures.
pub fn soak() -> Result<()> {
    setup::for_tests()?;
    dist::dist()?;
    let begun = Instant::now();
    let told = |what: &str| println!("\n===== {what} ({} s) =====", begun.elapsed().as_secs());

    told("10,000 cases of every property of the domain");
    run(cargo().args(["test", "--release", "--no-default-features"]).env("PROPTEST_CASES", "10000"))?;

    let pages = ["--no-default-features", "--features", "ssr", "--profile", "tool", "--lib"];
    run(cargo().arg("test").args(pages).env("PROPTEST_CASES", "10000"))?;

    told("receivers killed 54 times over 2,400 submissions");
    let kills = ["test", "--package", "xtask", "--test", "endpoints", "kills", "--", "--nocapture", "--test-threads=1"];
    run(cargo().args(kills))?;

    for (what, file, values) in [
        (
            "a browser killed 200 times within ten seconds of \"Sparat\"",
            "storage",
            &[("KILLS", "200"), ("SPREAD", "10")][..],
        ),
        ("Firefox and WebKit killed 100 times each", "engines", &[("KILLS", "100"), ("SPREAD", "5")]),
        ("200 answers, each call of the stores failing in six ways", "faults", &[("ANSWERS", "200")]),
        ("every fault in every file of a new build", "update", &[("EVERY_FAULT", "1")]),
        ("four tabs, 300 statements each", "four-tabs", &[("EACH", "300")]),
        ("1,000 submissions through a network that fails, with kills", "exactly-once", &[("SENT", "1000")]),
        ("500 orders of deploying and reloading over two tabs", "orders", &[("ORDERS", "500")]),
        (
            "a kiosk with 5,000 visitors and 10,000 random touches",
            "kiosk-soak",
            &[("VISITORS", "5000"), ("TOUCHES", "10000")],
        ),
    ] {
        told(what);
        let file = format!("tests/e2e/{file}.test.mjs");
        commands::node_with(&["--test", &file], values).with_context(|| format!("{what}: {file} failed"))?;
    }
    println!("\nAll of it holds ({} s).", begun.elapsed().as_secs());
    Ok(())
}
