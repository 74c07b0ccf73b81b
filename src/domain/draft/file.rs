//! The draft file: all records of a draft, for the day when storage fails or the work moves to another computer.
//!
//! The data is JSON. It is saved inside a readable HTML page (`documents::draft_file` writes that), between [`mark`]s; JSON by
//! itself is read too. Opening a file always makes a new draft.

use super::{Draft, DraftId, Name, Record, limit};
use crate::domain::hash::sha256_hex;
use crate::domain::key::{self, Key};
use serde::{Deserialize, Serialize};

/// The largest file that is read, in bytes.
pub const MAX_FILE: usize = 16 * 1024 * 1024;

const FORMAT: &str = "dimios-draft/1";
const FAMILY: &str = "dimios-draft/";
const MARK: &str = "dimios-utkast";

/// The id of the element that holds the data in a page.
pub fn mark() -> &'static str {
    MARK
}

/// Why a file cannot be opened. Nothing has been changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It is larger than any draft.
    TooLarge,
    /// It is something else.
    Foreign,
    /// It is a submission, which has been sent or was to be.
    Submission,
    /// A newer version of the site has written it.
    Newer,
    /// It is a draft file, but not whole.
    Damaged,
}

/// The file, version 1.
#[derive(Serialize, Deserialize)]
struct FileV1 {
    format: String,
    records: Vec<RecordV1>,
    /// SHA-256 of all records. The first files had none.
    check: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct RecordV1 {
    name: String,
    value: String,
    clock: u64,
    tab: String,
}

/// What tells a file from others, before its version is known.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Head {
    /// Of a draft file.
    format: Key<String>,
    /// Of a submission.
    schema: Key<String>,
}

/// Writes the data of a draft.
pub fn write_file(draft: &Draft) -> String {
    let records = draft.records().map(|(name, r)| RecordV1 {
        name: name.word(),
        value: r.value.clone(),
        clock: r.clock,
        tab: r.tab.clone(),
    });
    let records: Vec<RecordV1> = records.collect();
    let check = Some(check(&records));
    // Strings and integers only: this cannot fail.
    serde_json::to_string(&FileV1 { format: FORMAT.into(), records, check }).unwrap_or_default()
}

fn check(records: &[RecordV1]) -> String {
    let mut all = String::new();
    for RecordV1 { name, value, clock, tab } in records {
        for part in [name, value, &clock.to_string(), tab] {
            // The length before each part, so that none can pass into the next.
            all.push_str(&[&part.len().to_string(), ":", part].concat());
        }
    }
    sha256_hex(all.as_bytes())
}

/// Reads a file as a new draft with this id. Records of a kind that a newer version may have are left out.
///
/// # Errors
/// [`FileError`] with what the file is instead.
pub fn read_file(text: &str, id: DraftId) -> Result<Draft, FileError> {
    if text.len() > MAX_FILE {
        return Err(FileError::TooLarge);
    }
    // Plain JSON may contain the mark in a comment.
    let inside = if text.starts_with('{') { None } else { inside(text) };
    // Both the page and the data name themselves, so that one of them is enough to know a damaged file by.
    let other = if inside.is_some() || find(text, FAMILY).is_some() { FileError::Damaged } else { FileError::Foreign };
    let data = inside.as_deref().unwrap_or(text).trim_start_matches('\u{feff}');
    let Head { format, schema } = key::read(data).ok_or(other)?;
    match format.held().as_deref() {
        Some(FORMAT) => {}
        Some(newer) if newer.strip_prefix(FAMILY).is_some_and(|v| v.parse::<u32>().is_ok_and(|v| v > 1)) => {
            return Err(FileError::Newer);
        }
        _ if schema.held().is_some_and(|s| s.starts_with("dimios-submission/")) => return Err(FileError::Submission),
        _ => return Err(other),
    }
    let file: FileV1 = key::read(data).ok_or(FileError::Damaged)?;
    if file.check.is_some_and(|sum| sum != check(&file.records)) {
        return Err(FileError::Damaged);
    }
    let mut draft = Draft::new(id);
    for RecordV1 { name, value, clock, tab } in file.records {
        let fits = |name: &Name| value.len() <= limit(name) && tab.len() <= 40 && clock < 1 << 52;
        if let Some(name) = Name::parse(&name).filter(fits) {
            draft.merge(name, Record { value, clock, tab, over: None });
        }
    }
    Ok(draft)
}

/// The data inside a page. A browser or mail program that saved the page again may have changed the quotes of
/// attributes. Text that somebody has written comes before the data and may contain the mark: only a mark in a tag
/// counts.
fn inside(text: &str) -> Option<String> {
    let mut rest = text;
    loop {
        let (before, after) = rest.split_at_checked(find(rest, MARK)?)?;
        rest = after.get(MARK.len()..)?;
        if before.bytes().rev().find(|b| matches!(b, b'<' | b'>')) == Some(b'<') {
            break;
        }
    }
    let (_, rest) = rest.split_once('>')?;
    let mut data = rest.split('<').next().unwrap_or(rest);
    let mut plain = String::with_capacity(data.len());
    while let Some((before, after)) = data.split_once('&') {
        plain.push_str(before);
        let escape = ESCAPES.iter().find(|(escaped, _)| after.starts_with(escaped));
        let (length, c) = escape.map_or((0, '&'), |(escaped, c)| (escaped.len(), *c));
        plain.push(c);
        data = after.get(length..)?;
    }
    plain.push_str(data);
    Some(plain)
}

const ESCAPES: [(&str, char); 5] = [("lt;", '<'), ("gt;", '>'), ("quot;", '"'), ("nbsp;", '\u{a0}'), ("amp;", '&')];

/// Where a text begins in another. The library's search weighs three kilobytes in the wasm and gains nothing here.
fn find(text: &str, part: &str) -> Option<usize> {
    text.as_bytes().windows(part.len()).position(|window| window == part.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::generated::{self, known};
    use proptest::prelude::*;

    fn id(text: &str) -> DraftId {
        DraftId::parse(text).expect("good id")
    }

    fn page(data: &str) -> String {
        let data = data.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        ["<!doctype html><p>Hej</p><pre hidden id=\"", MARK, "\">", &data, "</pre>"].concat()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_file_gives_the_same_draft_back(draft in generated::draft()) {
            for file in [write_file(&draft), page(&write_file(&draft))] {
                let read = read_file(&file, id("draft-2")).expect("whole");
                prop_assert_eq!(known(&read), known(&draft));
            }
        }

        #[test]
        fn damage_is_noticed_or_harmless(at in 0usize..600, byte in 0u8..128, cut in proptest::bool::ANY) {
            let mut draft = Draft::new(id("draft-1"));
            draft.write(Name::Answer("a".into()), "4", "t");
            draft.write(Name::Comment("a".into()), "<b>&lt;", "t");
            for file in [write_file(&draft), page(&write_file(&draft))] {
                let mut bytes = file.into_bytes();
                let at = at % bytes.len();
                if cut { bytes.truncate(at) } else { bytes[at] = byte }
                if let Ok(read) = read_file(&String::from_utf8_lossy(&bytes), id("draft-2")) {
                    prop_assert_eq!(known(&read), known(&draft));
                }
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,300}") {
            let _ = read_file(&text, id("draft-1"));
            let _ = read_file(&page(&text), id("draft-1"));
        }
    }

    #[test]
    fn a_comment_may_speak_of_the_mark() {
        let mut draft = Draft::new(id("draft-1"));
        draft.write(Name::Comment("a".into()), "id=dimios-utkast>&lt;{", "t");
        for file in [write_file(&draft), page(&write_file(&draft))] {
            assert_eq!(read_file(&file, id("draft-2")).map(|d| known(&d)), Ok(known(&draft)));
        }
    }

    #[test]
    fn each_kind_of_wrong_file_is_told_apart() {
        let draft = Draft::new(id("draft-1"));
        let whole = page(&write_file(&draft));
        for (text, why) in [
            ("", FileError::Foreign),
            ("{}", FileError::Foreign),
            ("hej", FileError::Foreign),
            ("{\"format\":\"annat/1\"}", FileError::Foreign),
            ("{\"format\":\"dimios-draft/2\",\"records\":7}", FileError::Newer),
            ("{\"schema\":\"dimios-submission/1\"}", FileError::Submission),
            ("{\"format\":\"dimios-draft/1\",\"records\":[{}]}", FileError::Damaged),
            ("{\"format\":\"dimios-draft/1\",\"rec", FileError::Damaged),
            (whole.get(..whole.len() - 30).unwrap_or_default(), FileError::Damaged),
        ] {
            assert_eq!(read_file(text, id("draft-1")), Err(why), "{text}");
        }
        assert_eq!(read_file(&"x".repeat(MAX_FILE + 1), id("draft-1")), Err(FileError::TooLarge));
    }
}
