//! All pages and data of a build in one file: every line once, and each page as the numbers of its lines.
//!
//! Pages have the shell, the header and whole questionnaires in common: so the pack is a tenth of them also where a host
//! compresses badly, and a page is put together by joining lines.

use anyhow::{Result, bail};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// A pack in the making.
#[derive(Default)]
pub struct Pack {
    lines: Vec<String>,
    numbers: BTreeMap<String, usize>,
    pages: Map<String, Value>,
    data: Map<String, Value>,
    missing: Option<Value>,
    apps: Vec<String>,
}

impl Pack {
    fn add(&mut self, text: &str) -> Value {
        let number = |line: &str| {
            *self.numbers.entry(line.to_string()).or_insert_with(|| {
                self.lines.push(line.to_string());
                self.lines.len() - 1
            })
        };
        text.split('\n').map(number).collect::<Vec<usize>>().into()
    }

    /// Adds a page by the path of its file.
    pub fn page(&mut self, file: &str, html: &str) {
        let numbers = self.add(html);
        if file == "/404.html" {
            self.missing = Some(numbers);
            return;
        }
        let path = file.trim_end_matches("index.html").trim_end_matches('/');
        let path = if path.is_empty() { "/" } else { path };
        // Only pages that the app takes over at once preload it.
        if html.contains("rel=\"modulepreload\"") {
            self.apps.push(path.to_string());
        }
        self.pages.insert(path.to_string(), numbers);
    }

    /// Adds a data file.
    ///
    /// # Errors
    /// If its kind has no content type here.
    pub fn data(&mut self, path: &str, text: &str) -> Result<()> {
        let kind = match path.rsplit('.').next() {
            Some("json") => "application/json",
            Some("csv") => "text/csv; charset=utf-8",
            Some("txt") => "text/plain; charset=utf-8",
            Some("ics") => "text/calendar; charset=utf-8",
            _ => bail!("say the content type of {path} in xtask/src/offline/pack.rs"),
        };
        let lines = self.add(text);
        self.data.insert(path.to_string(), json!({ "kind": kind, "lines": lines }));
        Ok(())
    }

    /// How many pages it holds, the one for what is not there excepted.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// Its text.
    ///
    /// # Errors
    /// If there is no page for what is not there.
    pub fn finish(&self) -> Result<String> {
        let Some(missing) = &self.missing else { bail!("the site has no 404.html") };
        let all = json!({
            "lines": self.lines, "pages": self.pages, "data": self.data, "missing": missing, "apps": self.apps,
        });
        Ok(all.to_string())
    }
}
