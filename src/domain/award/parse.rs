//! Reading an edition file with all its problems.

use super::Edition;
use super::check::check;
use super::file::{EditionV1, HeadV1};
use super::problem::{Problem, ProblemKind, Problems};
use std::cell::Cell;
use std::io;

/// The largest file that is read, in bytes.
const LIMIT: usize = 256 * 1024;

/// Reads an edition file.
///
/// # Errors
/// Every problem of the file. Where it is not the JSON it should be, the one place where reading stopped.
pub fn parse(bytes: &[u8]) -> Result<Edition, Vec<Problem>> {
    let whole = |kind| vec![Problem { year: None, place: Vec::new(), kind }];
    if bytes.len() > LIMIT {
        return Err(whole(ProblemKind::TooLarge));
    }
    let not_json = |e: serde_json::Error| whole(ProblemKind::Json(e.to_string()));
    // A newer format is told before the changes that it brings, and a slip in a key before the key that it leaves out.
    if let Err(e) = serde_json::from_slice::<HeadV1>(bytes)
        && e.is_data()
    {
        return Err(not_json(e));
    }
    if let Some(unknown) = unknown_key(bytes) {
        return Err(whole(ProblemKind::Json(unknown)));
    }
    check(serde_json::from_slice(bytes).map_err(not_json)?)
}

/// The first key that the format does not have, in the words of `serde_json`. Most often it is a slip.
fn unknown_key(bytes: &[u8]) -> Option<String> {
    let (taken, mut first) = (Cell::new(0), None);
    let mut file = serde_json::Deserializer::from_reader(Counted { bytes, taken: &taken });
    // Any other problem is told by the reading that follows.
    let _: Result<EditionV1, _> = serde_ignored::deserialize(&mut file, |path| {
        // What may be left out has a sign for that in its path.
        let key = path.to_string().replace(".?", "");
        if key != "format" && first.is_none() {
            first = Some((key, taken.get()));
        }
    });
    let (key, end) = first?;
    // Taken is all up to the value, which is left out.
    let before = bytes.get(..end)?.trim_ascii_end();
    let before = before.strip_suffix(b":").unwrap_or(before).trim_ascii_end();
    let (line, column) = before.iter().fold((1, 0), |(line, column), byte| match byte {
        b'\n' => (line + 1, 0),
        _ => (line, column + 1),
    });
    Some(format!("unknown field `{key}` at line {line} column {column}"))
}

/// Bytes that are taken one by one and counted.
struct Counted<'a> {
    bytes: &'a [u8],
    taken: &'a Cell<usize>,
}

impl io::Read for Counted<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let rest = self.bytes.get(self.taken.get()..).unwrap_or_default();
        let count = io::Read::read(&mut &*rest, into)?;
        self.taken.set(self.taken.get() + count);
        Ok(count)
    }
}

/// Reads an edition file, with all problems as one error.
///
/// # Errors
/// The problems of [`parse`].
pub fn parse_edition(bytes: &[u8]) -> Result<Edition, Problems> {
    parse(bytes).map_err(Problems)
}
