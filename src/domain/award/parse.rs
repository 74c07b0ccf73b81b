//! Reading an edition file with all its problems.

use super::Edition;
use super::check::check;
use super::problem::{Problem, ProblemKind, Problems};

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
    check(serde_json::from_slice(bytes).map_err(not_json)?)
}

/// Reads an edition file, with all problems as one error.
///
/// # Errors
/// The problems of [`parse`].
pub fn parse_edition(bytes: &[u8]) -> Result<Edition, Problems> {
    parse(bytes).map_err(Problems)
}
