//! The edition file, format 1.

use super::period::point;
use super::{Edition, Milestone, Municipality, Nominee, Period, Prize, Source, Stage, Step, collation_key};
use crate::domain::text::Text;
use serde::Deserialize;

const LIMIT: usize = 256 * 1024;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EditionV1 {
    format: u32,
    year: u16,
    title: String,
    awarded: Option<String>,
    nominees: Vec<NomineeV1>,
    nominees_complete: bool,
    milestones: Vec<MilestoneV1>,
    organisers: Vec<String>,
    jury: Vec<JurorV1>,
    prize: Option<PrizeV1>,
    basis: Vec<Text>,
    publication: Option<PublicationV1>,
    sources: Vec<SourceV1>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NomineeV1 {
    slug: String,
    name: String,
    municipalities: Vec<Municipality>,
    stage: String,
    reason: Option<Text>,
    facts: Vec<FactV1>,
    sources: Vec<SourceV1>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactV1 {
    text: Text,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MilestoneV1 {
    step: String,
    planned: String,
    actual: Option<String>,
    note: Option<Text>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JurorV1 {
    name: String,
    role: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PrizeV1 {
    given_by: String,
    contents: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PublicationV1 {
    title: String,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceV1 {
    url: String,
    note: Option<String>,
}

/// Reads an edition file.
///
/// # Errors
/// Every problem with its place, such as `nominee "varmdo": reason has no Swedish text`.
pub fn parse_edition(bytes: &[u8]) -> Result<Edition, Vec<String>> {
    if bytes.len() > LIMIT {
        return Err(vec!["the file is larger than 256 KiB".into()]);
    }
    let file: EditionV1 = serde_json::from_slice(bytes).map_err(|e| vec![e.to_string()])?;
    let mut problems = Vec::new();
    if file.format != 1 {
        problems.push("format is not 1".into());
    }
    let awarded = file.awarded.as_deref().and_then(|text| {
        let day = point(text, false).filter(|(_, months)| !months).map(|(day, _)| day);
        expect(day, &["awarded: \"", text, "\" is not a day"], &mut problems)
    });
    let mut nominees: Vec<Nominee> = Vec::new();
    for nominee in file.nominees {
        if nominees.iter().any(|n| n.slug == nominee.slug) {
            problems.push(["nominee \"", &nominee.slug, "\": the slug is used twice"].concat());
        }
        nominees.extend(read_nominee(nominee, &mut problems));
    }
    nominees.sort_by_cached_key(|n| (n.stage, collation_key(&n.name)));
    let mut milestones: Vec<Milestone> =
        file.milestones.into_iter().filter_map(|m| read_milestone(m, &mut problems)).collect();
    milestones.sort_by_key(|m| (m.when().first, m.when().last));
    let edition = Edition {
        year: file.year,
        title: file.title,
        awarded,
        nominees,
        nominees_complete: file.nominees_complete,
        milestones,
        organisers: file.organisers,
        jury: file.jury.into_iter().map(|j| (j.name, j.role)).collect(),
        prize: file.prize.map(|p| Prize { given_by: p.given_by, contents: p.contents }),
        basis: file.basis,
        publication: file.publication.map(|p| (p.title, p.source)),
        sources: sources(file.sources, "edition", &mut problems),
    };
    if problems.is_empty() { Ok(edition) } else { Err(problems) }
}

fn expect<T>(value: Option<T>, problem: &[&str], problems: &mut Vec<String>) -> Option<T> {
    if value.is_none() {
        problems.push(problem.concat());
    }
    value
}

fn check_text(text: &Text, place: &str, problems: &mut Vec<String>) {
    for (side, language) in [(&text.sv, "Swedish"), (&text.en, "English")] {
        if side.trim().is_empty() {
            problems.push([place, " has no ", language, " text"].concat());
        }
    }
}

/// Only web addresses become links: anything else could run as script.
fn check_url(url: &str, place: &str, problems: &mut Vec<String>) {
    if !url.starts_with("https://") && !url.starts_with("http://") {
        problems.push([place, ": \"", url, "\" is not a web address"].concat());
    }
}

fn sources(files: Vec<SourceV1>, place: &str, problems: &mut Vec<String>) -> Vec<Source> {
    if files.is_empty() {
        problems.push([place, " has no source"].concat());
    }
    for source in &files {
        check_url(&source.url, place, problems);
    }
    files.into_iter().map(|s| Source { url: s.url, note: s.note }).collect()
}

fn read_nominee(file: NomineeV1, problems: &mut Vec<String>) -> Option<Nominee> {
    let place = ["nominee \"", &file.slug, "\""].concat();
    let plain = file.slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if file.slug.is_empty() || !plain {
        problems.push([&place, ": the slug may hold a–z, 0–9 and -"].concat());
    }
    if file.municipalities.is_empty() {
        problems.push([&place, " has no municipality"].concat());
    }
    if let Some(reason) = &file.reason {
        check_text(reason, &[&place, ": reason"].concat(), problems);
    }
    for fact in &file.facts {
        check_text(&fact.text, &[&place, ": a fact"].concat(), problems);
        check_url(&fact.source, &place, problems);
    }
    let stage = match file.stage.as_str() {
        "winner" => Some(Stage::Winner),
        "finalist" => Some(Stage::Finalist),
        "nominated" => Some(Stage::Nominated),
        other => expect(None, &[&place, ": \"", other, "\" is no stage"], problems),
    };
    Some(Nominee {
        stage: stage?,
        sources: sources(file.sources, &place, problems),
        slug: file.slug,
        name: file.name,
        municipalities: file.municipalities,
        reason: file.reason,
        facts: file.facts.into_iter().map(|f| (f.text, f.source)).collect(),
    })
}

const STEPS: [(&str, Step); 12] = [
    ("application_deadline", Step::ApplicationDeadline),
    ("complete_external", Step::CompleteExternal),
    ("nomination", Step::Nomination),
    ("announcement", Step::Announcement),
    ("dimios", Step::Dimios),
    ("shortlist", Step::Shortlist),
    ("publication", Step::Publication),
    ("site_visits", Step::SiteVisits),
    ("meetings", Step::Meetings),
    ("jury_meeting", Step::JuryMeeting),
    ("prize", Step::Prize),
    ("seminars", Step::Seminars),
];

fn read_milestone(file: MilestoneV1, problems: &mut Vec<String>) -> Option<Milestone> {
    let place = ["milestone \"", &file.step, "\""].concat();
    let step = STEPS.iter().find(|(word, _)| *word == file.step).map(|(_, step)| *step);
    let step = expect(step, &[&place, " is no known step"], problems);
    let mut period =
        |text: &str| expect(Period::parse(text), &[&place, ": \"", text, "\" is no day, month or range"], problems);
    let planned = period(&file.planned);
    let actual = file.actual.as_deref().and_then(&mut period);
    if let Some(note) = &file.note {
        check_text(note, &[&place, ": note"].concat(), problems);
    }
    check_url(&file.source, &place, problems);
    Some(Milestone { step: step?, planned: planned?, actual, note: file.note, source: file.source })
}
