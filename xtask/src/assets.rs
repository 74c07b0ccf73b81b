//! Final files with final names: each is named by the hash of its very bytes, whatever tool made them.

use crate::shell::read;
use crate::{bindings, sizes};
use anyhow::{Context, Result};
use digitaliseringskommun::domain::hash::sha256_hex;
use std::fs;
use std::path::{Path, PathBuf};

/// The wasm beside the one that Trunk builds: a binary of the package each. Each is built into `target/<name>`.
pub const BESIDE: [&str; 3] = ["results", "public", "kiosk"];

/// The style sheets, in the order of their layers.
const STYLES: [&str; 14] = [
    "reset",
    "tokens",
    "base",
    "layout",
    "components",
    "statement",
    "public",
    "assessment",
    "results",
    "forced",
    "map",
    "kiosk",
    "session",
    "print",
];

/// The addresses of the final files.
#[derive(Debug)]
pub struct Assets {
    pub style: String,
    pub boot: String,
    pub font_script: String,
    /// What asks for the service worker, after all else.
    pub update: String,
    pub glue: String,
    pub wasm: String,
    /// The glue of the wasm that writes results.
    pub results: String,
    /// That wasm.
    pub results_wasm: String,
    /// The glue of the wasm that awakens public pages.
    pub public: String,
    /// That wasm.
    pub public_wasm: String,
    /// The script of every page that is no page of the assessment.
    pub page: String,
    /// The glue of the kiosk.
    pub kiosk: String,
    /// Its wasm.
    pub kiosk_wasm: String,
    /// What locks its page and watches over it.
    pub kiosk_guard: String,
}

impl Assets {
    /// All that a page of the app asks for before it is live, beside its HTML.
    pub fn first_visit(&self) -> [&str; 4] {
        [&self.style, &self.boot, &self.glue, &self.wasm]
    }
}

/// One style sheet from the files in `style/`. Written where `trunk serve` finds it too.
pub fn style() -> Result<()> {
    let mut css = String::new();
    for name in STYLES {
        let file = format!("style/{name}.css");
        css += &fs::read_to_string(&file).with_context(|| format!("{file} is missing"))?;
    }
    fs::create_dir_all("target/style")?;
    Ok(fs::write(STYLE, css)?)
}

/// Where that is.
const STYLE: &str = "target/style/site.css";

/// The same without what only people read.
fn small_style() -> Result<String> {
    style()?;
    read(bindings::tool("esbuild").args([STYLE, "--minify", "--charset=utf8", "--log-level=warning"]))
}

/// Puts every hashed file into `site/assets/` and returns the addresses. `built` is Trunk's folder.
pub fn write(built: &Path, site: &Path) -> Result<Assets> {
    let folder = site.join("assets");
    fs::create_dir_all(&folder)?;
    let put = |stem: &str, end: &str, bytes: &[u8]| -> Result<String> {
        let hash = sha256_hex(bytes);
        let name = format!("{stem}-{}.{end}", hash.get(..16).unwrap_or(&hash));
        fs::write(folder.join(&name), bytes)?;
        Ok(format!("/assets/{name}"))
    };
    let small = |called: &str, glue: PathBuf, wasm: PathBuf| -> Result<(String, Vec<u8>)> {
        let (glue, wasm) = bindings::shrink(called, &fs::read_to_string(glue)?, &fs::read(wasm)?)?;
        sizes::print(called, &wasm)?;
        Ok((glue, wasm))
    };
    let (glue, wasm) = small("start", find(built, "digitaliseringskommun*.js")?, find(built, ".wasm")?)?;
    let beside = |name: &str, called: &str| {
        let folder = Path::new("target").join(name);
        small(called, folder.join(format!("{name}.js")), folder.join(format!("{name}_bg.wasm")))
    };
    let (results, results_wasm) = beside("results", "write")?;
    let (public, public_wasm) = beside("public", "start")?;
    let (kiosk, kiosk_wasm) = beside("kiosk", "start")?;
    Ok(Assets {
        style: put("site", "css", small_style()?.as_bytes())?,
        boot: put("boot", "js", &fs::read("public/boot.js")?)?,
        font_script: put("type", "js", &fs::read("public/type.js")?)?,
        update: put("update", "js", &fs::read("public/update.js")?)?,
        glue: put("app", "js", glue.as_bytes())?,
        wasm: put("app", "wasm", &sizes::strip(&wasm)?)?,
        results: put("results", "js", results.as_bytes())?,
        results_wasm: put("results", "wasm", &sizes::strip(&results_wasm)?)?,
        public: put("public", "js", public.as_bytes())?,
        public_wasm: put("public", "wasm", &sizes::strip(&public_wasm)?)?,
        page: put("page", "js", &fs::read("public/page.js")?)?,
        kiosk: put("kiosk", "js", kiosk.as_bytes())?,
        kiosk_wasm: put("kiosk", "wasm", &sizes::strip(&kiosk_wasm)?)?,
        kiosk_guard: put("guard", "js", &fs::read("public/kiosk.js")?)?,
    })
}

fn find(folder: &Path, pattern: &str) -> Result<PathBuf> {
    let (start, end) = pattern.split_once('*').unwrap_or(("", pattern));
    let fits = |path: &PathBuf| {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        name.starts_with(start) && name.ends_with(end)
    };
    let files = fs::read_dir(folder).with_context(|| format!("{} is missing", folder.display()))?;
    let mut found = files.filter_map(|e| e.ok().map(|e| e.path())).filter(fits);
    found.next().with_context(|| format!("Trunk wrote no {pattern} into {}", folder.display()))
}

/// The shell that pages are written into: the source, with the lines for `trunk serve` taken out and the final files
/// put in. Our own, because Trunk's names do not follow the final bytes.
pub fn shell(assets: &Assets) -> Result<String> {
    let source = fs::read_to_string("index.html").context("index.html is missing")?;
    let kept: Vec<&str> = source.lines().filter(|l| !l.contains("data-trunk")).collect();
    let a = assets;
    let boot = |results: &str| {
        format!(
            "<script type=\"module\" src=\"{}\" data-type=\"{}\" data-worker=\"{}\"{results}></script>",
            a.boot, a.font_script, a.update
        )
    };
    let app = |glue: &str, wasm: &str, results: &str| {
        format!(
            "<link rel=\"modulepreload\" href=\"{glue}\">\n<link rel=\"preload\" href=\"{wasm}\" as=\"fetch\" crossorigin>\n{}",
            boot(results)
        )
    };
    let script = |address: &str| format!("<script type=\"module\" src=\"{address}\"></script>");
    let results = format!(" data-results=\"{}\" data-results-wasm=\"{}\"", a.results, a.results_wasm);
    // The prerenderer keeps the block of the app that a page needs (`needs` in src/bin/prerender.rs), or that of none.
    let blocks = [
        ("assess", app(&a.glue, &a.wasm, &results)),
        // No preloads: what awakens a public page comes after its first paint, and competes with nothing.
        (
            "public",
            format!(
                "{}\n{}",
                boot(&format!(" data-glue=\"{}\" data-wasm=\"{}\"", a.public, a.public_wasm)),
                script(&a.page)
            ),
        ),
        (
            "kiosk",
            format!(
                "<link rel=\"modulepreload\" href=\"{}\">\n\
                 <link rel=\"preload\" href=\"{}\" as=\"fetch\" crossorigin>\n{}\n{}",
                a.kiosk,
                a.kiosk_wasm,
                script(&a.kiosk_guard),
                boot(&results)
            ),
        ),
        ("none", [&a.page, &a.font_script, &a.update].map(|address| script(address)).join("\n")),
    ];
    let blocks = blocks.map(|(name, lines)| format!("<!--app:{name}-->\n{lines}\n<!--/app-->"));
    let links = format!("<link rel=\"stylesheet\" href=\"{}\">\n{}", a.style, blocks.join("\n"));
    let shell = kept.join("\n").replace("<!--assets-->", &links);
    anyhow::ensure!(shell.contains(&links), "index.html has lost its mark <!--assets-->");
    Ok(shell)
}
