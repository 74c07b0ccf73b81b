//! Share pictures (Open Graph): one for the site, and one for each edition, nominee and municipality. Drawn from the data at
//! each build, in the site's own font and colours: `layout` says what stands where, `templates/card.svg` writes it as SVG,
//! and resvg draws that.

#[cfg(test)]
mod boxes;
mod card;
mod colour;
mod content;
mod layout;
mod map;
mod picture;
mod pill;
#[cfg(test)]
mod tests;
mod text;
mod typeface;

use anyhow::{Context, Result, anyhow};
use askama::Template;
use chrono::{DateTime, NaiveDateTime};
use content::{Award, Content};
use digitaliseringskommun::domain::award::{Edition, parse_edition, parse_register};
use map::Map;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::SystemTime;
use typeface::Typeface;

/// Writes every picture into `cards/` of the site, whose pages have been written. Returns how many there are.
///
/// # Errors
/// If the data cannot be read, or the heading font lacks a character of a name.
pub fn write(public: &Path, site: &Path) -> Result<usize> {
    let editions = editions(public)?;
    let register = parse_register(&fs::read(public.join("data/kommuner.json"))?).map_err(anyhow::Error::msg)?;
    let typeface = Typeface::read(&fs::read(public.join("fonts/schibsted-grotesk.woff2"))?)?;
    let map = Map::open(&public.join("data/sweden.json"), &typeface)?;
    let award = Award { editions: &editions, register: &register, now: now()? };
    let contents = award.contents(&pages(&site.join("kommuner"))?)?;
    let folder = site.join("cards");
    fs::create_dir_all(&folder)?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = contents.len().div_ceil(threads).max(1);
    let draw = |part: &[Content]| -> Result<()> {
        for content in part {
            fs::write(folder.join(&content.file), file(content, &typeface, map.as_ref())?)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let running: Vec<_> = contents.chunks(share).map(|part| scope.spawn(|| draw(part))).collect();
        running.into_iter().try_for_each(|thread| thread.join().map_err(|_| anyhow!("a picture stopped"))?)
    })?;
    Ok(contents.len())
}

/// Writes the pictures without a site, to look at.
///
/// # Errors
/// As [`write`].
pub fn alone() -> Result<()> {
    let start = std::time::Instant::now();
    let count = write(Path::new("public"), Path::new("target"))?;
    println!("{count} share pictures are in target/cards/ ({:.1} s).", start.elapsed().as_secs_f32());
    Ok(())
}

/// One picture as a file.
fn file(content: &Content, typeface: &Typeface, map: Option<&Map>) -> Result<Vec<u8>> {
    let card = layout::card(content, typeface, map).with_context(|| format!("the share picture {}", content.file))?;
    let drawing = typeface.tree(&card.render()?)?;
    picture::png(&picture::draw(&drawing)?, map.map(|m| m.source.as_str()))
}

fn editions(public: &Path) -> Result<Vec<Edition>> {
    let mut files: Vec<_> =
        fs::read_dir(public.join("data/award"))?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.sort();
    files
        .iter()
        .map(|file| parse_edition(&fs::read(file)?).map_err(|p| anyhow!("{}: {}", file.display(), p.join("; "))))
        .collect()
}

/// The slugs of the municipalities that have a page.
fn pages(folder: &Path) -> Result<BTreeSet<String>> {
    if !folder.exists() {
        return Ok(BTreeSet::new());
    }
    fs::read_dir(folder)?.map(|e| Ok(e?.file_name().to_string_lossy().into_owned())).collect()
}

/// The clock in Stockholm.
fn now() -> Result<NaiveDateTime> {
    let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_secs();
    let utc = DateTime::from_timestamp(i64::try_from(seconds)?, 0).context("the clock is wrong")?;
    Ok(utc.with_timezone(&chrono_tz::Europe::Stockholm).naive_local())
}
