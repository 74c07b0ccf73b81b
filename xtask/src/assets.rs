//! Final files with final names: each is named by the hash of its very bytes, whatever tool made them. The files of the app
//! belong together and name each other, so they lie in one folder, which is named by the bytes of them all.

use crate::setup::tool;
use crate::shell::read;
use crate::wasm::App;
use anyhow::{Context, Result, ensure};
use digitaliseringskommun::domain::hash::sha256_hex;
use digitaliseringskommun::route::Chunk;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The addresses of the final files.
#[derive(Debug)]
pub struct Assets {
    pub style: String,
    pub boot: String,
    pub font_script: String,
    /// The script that registers the service worker.
    pub update: String,
    /// The script that binds the app to the browser and fetches its chunks.
    pub glue: String,
    /// The first wasm.
    pub wasm: String,
    /// The wasms of each chunk by its name, with those that it shares with others.
    pub chunks: BTreeMap<String, Vec<String>>,
    /// The script of every page that is no page of the assessment.
    pub page: String,
    /// What starts the app on a public page once it is needed.
    pub public: String,
    /// What locks the kiosk's page and watches over it.
    pub kiosk_guard: String,
}

impl Assets {
    /// All that a page of the app fetches before it is taken over, besides its HTML.
    pub fn first_visit(&self) -> [&str; 4] {
        [&self.style, &self.boot, &self.glue, &self.wasm]
    }
}

/// The style sheet of `style/site.css`, without what only people read.
fn style() -> Result<String> {
    let options = ["--bundle", "--minify", "--charset=utf8", "--log-level=warning"];
    read(tool("esbuild").arg("style/site.css").args(options))
}

/// What a folder of files that belong together is called.
pub fn folder_name(stem: &str, files: &BTreeMap<String, Vec<u8>>) -> String {
    let list: String = files.iter().map(|(name, bytes)| format!("{} {name}\n", sha256_hex(bytes))).collect();
    hashed(stem, list.as_bytes())
}

fn hashed(stem: &str, bytes: &[u8]) -> String {
    let hash = sha256_hex(bytes);
    format!("{stem}-{}", hash.get(..16).unwrap_or(&hash))
}

/// Puts every hashed file into `site/assets/` and returns the addresses.
pub fn write(app: &App, site: &Path) -> Result<Assets> {
    let folder = site.join("assets");
    let together = folder_name("app", &app.files);
    fs::create_dir_all(folder.join(&together))?;
    for (name, bytes) in &app.files {
        fs::write(folder.join(&together).join(name), bytes)?;
    }
    let in_app = |name: &str| -> Result<String> {
        ensure!(app.files.contains_key(name), "the app has no file {name}");
        Ok(format!("/assets/{together}/{name}"))
    };
    let put = |stem: &str, end: &str, bytes: &[u8]| -> Result<String> {
        let name = format!("{}.{end}", hashed(stem, bytes));
        fs::write(folder.join(&name), bytes)?;
        Ok(format!("/assets/{name}"))
    };
    let script =
        |stem: &str, file: &str| put(stem, "js", &fs::read(file).with_context(|| format!("{file} is missing"))?);
    let mut chunks = BTreeMap::new();
    for (name, files) in &app.chunks {
        chunks.insert(name.clone(), files.iter().map(|file| in_app(file)).collect::<Result<_>>()?);
    }
    Ok(Assets {
        style: put("site", "css", style()?.as_bytes())?,
        boot: script("boot", "public/boot.js")?,
        font_script: script("type", "public/type.js")?,
        update: script("update", "public/update.js")?,
        glue: in_app("app.js")?,
        wasm: in_app("app.wasm")?,
        chunks,
        page: script("page", "public/page.js")?,
        public: script("public", "public/public.js")?,
        kiosk_guard: script("guard", "public/kiosk.js")?,
    })
}

/// The shell that pages are written into: the source, with the final files in place of the lines for Trunk.
pub fn shell(a: &Assets) -> Result<String> {
    let source = fs::read_to_string("index.html").context("index.html is missing")?;
    let lost = || "index.html has lost its marks <!--assets--> and <!--/assets-->";
    let (before, rest) = source.split_once("<!--assets-->").with_context(lost)?;
    let (_, after) = rest.split_once("<!--/assets-->").with_context(lost)?;
    let starter = |script: &str, more: &str| {
        format!(
            "<script type=\"module\" src=\"{script}\" data-type=\"{}\" data-worker=\"{}\"{more}></script>",
            a.font_script, a.update
        )
    };
    let boot = || starter(&a.boot, "");
    let preload = |wasm: &str| format!("<link rel=\"preload\" href=\"{wasm}\" as=\"fetch\" crossorigin>");
    let script = |address: &str| format!("<script type=\"module\" src=\"{address}\"></script>");
    let app = [format!("<link rel=\"modulepreload\" href=\"{}\">", a.glue), preload(&a.wasm)].join("\n");
    let app_of_public = format!(" data-boot=\"{}\" data-glue=\"{}\" data-wasm=\"{}\"", a.boot, a.glue, a.wasm);
    let without_app = [&a.page, &a.font_script, &a.update].map(|address| script(address)).join("\n");
    // The prerenderer keeps the blocks that a page needs (`needs` in src/bin/prerender), and no other.
    let mut blocks = vec![
        ("app:assess".to_string(), format!("{app}\n{}", boot())),
        // No preloads: the app is fetched only once the page needs it. The other scripts are those of static pages.
        ("app:public".to_string(), [starter(&a.public, &app_of_public), without_app.clone()].join("\n")),
        ("app:kiosk".to_string(), format!("{app}\n{}\n{}", script(&a.kiosk_guard), boot())),
        ("app:none".to_string(), without_app),
    ];
    for chunk in Chunk::ALL {
        let files = a.chunks.get(chunk.name()).with_context(|| format!("the app has no chunk {}", chunk.name()))?;
        let lines: Vec<String> = files.iter().map(|file| preload(file)).collect();
        blocks.push((format!("chunk:{}", chunk.name()), lines.join("\n")));
    }
    let blocks: Vec<String> =
        blocks.into_iter().map(|(name, lines)| format!("<!--only {name}-->\n{lines}\n<!--/only-->")).collect();
    Ok(format!("{before}<link rel=\"stylesheet\" href=\"{}\">\n{}{after}", a.style, blocks.join("\n")))
}
