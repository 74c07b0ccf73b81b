//! All edition files together: the checks that need more than one file.

use super::problem::{Part, Problem, ProblemKind};
use super::{Edition, Nominee, Register, parse};
use crate::domain::text::Locale;

/// Reads every edition file of a folder: `files` are path and bytes of each. The editions come in the order of their
/// years.
///
/// # Errors
/// Every problem of every file, each a sentence that begins with the file's path. To what [`parse`] finds come names that
/// the register has not, sources that are used but not listed, and a file that is not called by its year.
pub fn parse_folder(files: &[(String, Vec<u8>)], register: &Register) -> Result<Vec<Edition>, Vec<String>> {
    let (mut editions, mut problems) = (Vec::new(), Vec::new());
    for (path, bytes) in files {
        let found = match parse(bytes) {
            Ok(edition) => {
                let found = beyond(&edition, path, register);
                editions.push(edition);
                found
            }
            Err(found) => found,
        };
        problems.extend(found.iter().map(|p| [path, ": ", &p.describe(Locale::En)].concat()));
    }
    editions.sort_by_key(|e| e.year);
    if problems.is_empty() { Ok(editions) } else { Err(problems) }
}

fn beyond(edition: &Edition, path: &str, register: &Register) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut find = |place: Vec<(Part, String)>, kind| problems.push(Problem { year: Some(edition.year), place, kind });
    let name = [&edition.year.to_string(), ".json"].concat();
    if path.rsplit(['/', '\\']).next() != Some(&name) {
        find(Vec::new(), ProblemKind::FileName(name));
    }
    for nominee in &edition.nominees {
        for (place, kind) in of_nominee(nominee, register) {
            find(place, kind);
        }
    }
    let milestones = edition.milestones.iter().map(|m| (Part::Milestone, m.step.word().to_string(), &m.source));
    let news = (1..).zip(&edition.news).map(|(n, news)| (Part::News, n.to_string(), &news.source));
    for (part, name, source) in milestones.chain(news) {
        if edition.sources.iter().all(|s| s.url != *source) {
            find(vec![(part, name)], ProblemKind::SourceNotListed(source.clone()));
        }
    }
    problems
}

fn of_nominee(nominee: &Nominee, register: &Register) -> Vec<(Vec<(Part, String)>, ProblemKind)> {
    let mut problems = Vec::new();
    let here = || vec![(Part::Nominee, nominee.slug.clone())];
    for m in &nominee.municipalities {
        if !register.municipalities.contains(&(m.code.clone(), m.name.clone())) {
            problems.push((here(), ProblemKind::NotRegistered([&m.code, " ", m.name.as_str()].concat())));
        }
    }
    if let [only] = nominee.municipalities.as_slice()
        && only.name != nominee.name
    {
        problems.push((here(), ProblemKind::OtherName(only.name.clone())));
    }
    for (number, (_, source)) in (1..).zip(&nominee.facts) {
        if nominee.sources.iter().all(|s| s.url != *source) {
            let place = [here(), vec![(Part::Fact, number.to_string())]].concat();
            problems.push((place, ProblemKind::SourceNotListed(source.clone())));
        }
    }
    problems
}
