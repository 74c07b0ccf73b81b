//! Reads editions in the browser: from the block of a page, from an edition's file, and from the collected file of all.
//!
//! The site was built from checked data ([`super::parse`]), so no problems are reported here: what cannot be read is
//! `None`.

use super::file::{CollectedV1, EditionV1, MilestoneV1, NewsV1, NomineeV1, SourceV1};
use super::moment::moment;
use super::period::day;
use super::{Edition, Milestone, Municipality, News, Nominee, Period, Prize, Source, Stage, Step};
use crate::domain::key;

/// Reads an edition's file.
pub fn read_edition(text: &str) -> Option<Edition> {
    edition(key::read(text)?)
}

/// Reads the collected file of all editions ([`super::collected`]), in the order of their years.
pub fn read_editions(text: &str) -> Option<Vec<Edition>> {
    let file: CollectedV1 = key::read(text)?;
    if file.format != super::collected::FORMAT {
        return None;
    }
    let mut editions: Vec<Edition> = file.editions.into_iter().map(edition).collect::<Option<_>>()?;
    editions.sort_by_key(|e| e.year);
    Some(editions)
}

fn edition(file: EditionV1) -> Option<Edition> {
    let mut edition = Edition {
        year: file.year,
        title: file.title,
        awarded: file.awarded.as_deref().and_then(day),
        updated: file.updated.as_deref().and_then(day),
        revealed: file.revealed.as_deref().and_then(moment),
        nominees: file.nominees.into_iter().map(nominee).collect::<Option<_>>()?,
        nominees_complete: file.nominees_complete,
        milestones: file.milestones.into_iter().map(milestone).collect::<Option<_>>()?,
        organisers: file.organisers,
        jury: file.jury.into_iter().map(|juror| (juror.name, juror.role)).collect(),
        prize: file.prize.map(|prize| Prize { given_by: prize.given_by, contents: prize.contents }),
        basis: file.basis,
        publication: file.publication.map(|publication| (publication.title, publication.source)),
        news: file.news.into_iter().map(news).collect::<Option<_>>()?,
        sources: sources(file.sources),
    };
    edition.put_in_order();
    Some(edition)
}

fn nominee(nominee: NomineeV1) -> Option<Nominee> {
    Some(Nominee {
        slug: nominee.slug,
        name: nominee.name,
        municipalities: nominee.municipalities.into_iter().map(Municipality::from).collect(),
        stage: Stage::ALL.into_iter().find(|stage| stage.word() == nominee.stage)?,
        reason: nominee.reason,
        facts: nominee.facts.into_iter().map(|fact| (fact.text, fact.source)).collect(),
        sources: sources(nominee.sources),
    })
}

fn milestone(milestone: MilestoneV1) -> Option<Milestone> {
    Some(Milestone {
        step: Step::ALL.into_iter().find(|step| step.word() == milestone.step)?,
        planned: Period::parse(&milestone.planned)?,
        actual: milestone.actual.as_deref().and_then(Period::parse),
        place: milestone.place,
        note: milestone.note,
        source: milestone.source,
    })
}

fn news(news: NewsV1) -> Option<News> {
    Some(News { date: day(&news.date)?, text: news.text, source: news.source })
}

fn sources(sources: Vec<SourceV1>) -> Vec<Source> {
    sources.into_iter().map(|source| Source { url: source.url, note: source.note }).collect()
}
