//! Checks an edition's file that has been read, and says all that is wrong with it, each with its place.

use super::file::{
    EditionV1, FactV1, JurorV1, MilestoneV1, MunicipalityV1, NewsV1, NomineeV1, PrizeV1, PublicationV1, SourceV1,
};
use super::moment::moment;
use super::period::day;
use super::problem::{Part, Problem, ProblemKind};
use super::{Edition, Milestone, Municipality, News, Nominee, Period, Prize, Source, Stage, Step, county_name};
use crate::domain::text::{Locale, Text};
use chrono::{NaiveDate, NaiveDateTime};

const MAX_TEXT: usize = 1000;
const MAX_SLUG: usize = 60;

/// Walks the file, remembers where it is, and collects what is wrong.
struct Checker {
    year: u16,
    place: Vec<(Part, String)>,
    problems: Vec<Problem>,
    slugs: Vec<String>,
}

impl Checker {
    fn find(&mut self, kind: ProblemKind) {
        self.problems.push(Problem { year: Some(self.year), place: self.place.clone(), kind });
    }

    fn within<T>(&mut self, part: Part, name: &str, look: impl FnOnce(&mut Checker) -> T) -> T {
        self.place.push((part, name.to_string()));
        let seen = look(self);
        self.place.pop();
        seen
    }

    fn text(&mut self, field: &'static str, text: &Text) {
        for locale in Locale::ALL {
            if text.get(locale).trim().is_empty() {
                self.find(ProblemKind::NoText(field, locale));
            } else if text.get(locale).len() > MAX_TEXT {
                self.find(ProblemKind::LongText(field));
            }
        }
    }

    /// A name is the same in both languages.
    fn name(&mut self, field: &'static str, name: &str) {
        if name.trim().is_empty() {
            self.find(ProblemKind::NoName(field));
        } else if name.len() > MAX_TEXT {
            self.find(ProblemKind::LongText(field));
        }
    }

    fn slug(&mut self, slug: &str) {
        let plain = slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if slug.is_empty() || slug.len() > MAX_SLUG || !plain {
            self.find(ProblemKind::BadSlug);
        } else if self.slugs.iter().any(|s| s == slug) {
            self.find(ProblemKind::SameSlug);
        }
        self.slugs.push(slug.to_string());
    }

    /// Only web addresses become links: anything else could run as script.
    fn web(&mut self, url: &str) {
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let good =
            rest.is_some_and(|r| !r.starts_with('/') && r.contains('.') && r.bytes().all(|b| b.is_ascii_graphic()));
        if !good || url.len() > MAX_TEXT {
            self.find(ProblemKind::NotWeb(url.to_string()));
        }
    }

    fn day(&mut self, text: &str) -> Option<NaiveDate> {
        let day = day(text);
        if day.is_none() {
            self.find(ProblemKind::NotDay(text.to_string()));
        }
        day
    }

    fn moment(&mut self, text: &str) -> Option<NaiveDateTime> {
        let moment = moment(text);
        if moment.is_none() {
            self.find(ProblemKind::NotMoment(text.to_string()));
        }
        moment
    }

    fn period(&mut self, text: &str) -> Option<Period> {
        let period = Period::parse(text);
        if period.is_none() {
            self.find(ProblemKind::NotPeriod(text.to_string()));
        }
        period
    }

    fn sources(&mut self, sources: Vec<SourceV1>) -> Vec<Source> {
        if sources.is_empty() {
            self.find(ProblemKind::None("sources"));
        }
        let read = |s: SourceV1| {
            self.web(&s.url);
            if let Some(note) = &s.note {
                self.name("sources.note", note);
            }
            Source { url: s.url, note: s.note }
        };
        sources.into_iter().map(read).collect()
    }
}

pub(super) fn check(file: EditionV1) -> Result<Edition, Vec<Problem>> {
    let mut checker = Checker { year: file.year, place: Vec::new(), problems: Vec::new(), slugs: Vec::new() };
    let c = &mut checker;
    c.name("title", &file.title);
    let awarded = file.awarded.as_deref().and_then(|text| c.day(text));
    let updated = file.updated.as_deref().and_then(|text| c.day(text));
    let nominees: Vec<Nominee> = file.nominees.into_iter().filter_map(|n| nominee(c, n)).collect();
    if nominees.iter().filter(|n| n.stage == Stage::Winner).nth(1).is_some() {
        c.find(ProblemKind::Winners);
    }
    let milestones: Vec<Milestone> = file.milestones.into_iter().filter_map(|m| milestone(c, m)).collect();
    each_step_once(c, &milestones);
    let prize = milestones.iter().find(|m| m.step == Step::Prize).map(Milestone::when);
    if awarded.zip(prize).is_some_and(|(day, when)| !when.holds(day)) {
        c.find(ProblemKind::PrizeElsewhere);
    }
    let revealed = file.revealed.as_deref().and_then(|text| c.moment(text));
    let day = |m: NaiveDateTime| awarded.is_none_or(|a| a == m.date()) && prize.is_none_or(|p| p.holds(m.date()));
    if revealed.is_some_and(|m| !day(m)) {
        c.find(ProblemKind::RevealElsewhere);
    }
    let mut edition = Edition {
        year: file.year,
        title: file.title,
        awarded,
        updated,
        revealed,
        nominees,
        nominees_complete: file.nominees_complete,
        milestones,
        organisers: organisers(c, file.organisers),
        jury: jury(c, file.jury),
        prize: file.prize.map(|p| checked_prize(c, p)),
        basis: texts(c, "basis", file.basis),
        publication: file.publication.map(|p| publication(c, p)),
        news: (1..).zip(file.news).filter_map(|(number, n)| news(c, number, n)).collect(),
        sources: c.sources(file.sources),
    };
    edition.put_in_order();
    if checker.problems.is_empty() { Ok(edition) } else { Err(checker.problems) }
}

fn nominee(c: &mut Checker, file: NomineeV1) -> Option<Nominee> {
    let slug = file.slug.clone();
    c.within(Part::Nominee, &slug, |c| {
        c.slug(&file.slug);
        c.name("name", &file.name);
        let stage = Stage::ALL.into_iter().find(|s| s.word() == file.stage);
        if stage.is_none() {
            c.find(ProblemKind::NoStage);
        }
        let municipalities = municipalities(c, file.municipalities);
        if let Some(reason) = &file.reason {
            c.text("reason", reason);
        }
        let facts = (1..).zip(file.facts).map(|(number, f)| fact(c, number, f)).collect();
        let sources = c.sources(file.sources);
        let (slug, name, reason) = (file.slug, file.name, file.reason);
        Some(Nominee { slug, name, municipalities, stage: stage?, reason, facts, sources })
    })
}

fn municipalities(c: &mut Checker, municipalities: Vec<MunicipalityV1>) -> Vec<Municipality> {
    if municipalities.is_empty() {
        c.find(ProblemKind::None("municipalities"));
    }
    for m in &municipalities {
        c.name("municipalities.name", &m.name);
        let digits = m.code.len() == 4 && m.code.bytes().all(|b| b.is_ascii_digit());
        if !digits || county_name(&m.code).is_none() {
            c.find(ProblemKind::BadCode(m.code.clone()));
        }
    }
    municipalities.into_iter().map(Municipality::from).collect()
}

fn fact(c: &mut Checker, number: u32, fact: FactV1) -> (Text, String) {
    c.within(Part::Fact, &number.to_string(), |c| {
        c.text("text", &fact.text);
        c.web(&fact.source);
    });
    (fact.text, fact.source)
}

fn milestone(c: &mut Checker, file: MilestoneV1) -> Option<Milestone> {
    c.within(Part::Milestone, &file.step, |c| {
        let step = Step::ALL.into_iter().find(|s| s.word() == file.step);
        if step.is_none() {
            c.find(ProblemKind::NoStep);
        }
        let planned = c.period(&file.planned);
        let actual = file.actual.as_deref().and_then(|text| c.period(text));
        if let Some(place) = &file.place {
            c.name("place", place);
        }
        if let Some(note) = &file.note {
            c.text("note", note);
        }
        c.web(&file.source);
        let (place, note, source) = (file.place.clone(), file.note.clone(), file.source.clone());
        Some(Milestone { step: step?, planned: planned?, actual, place, note, source })
    })
}

/// A step names a milestone in addresses and calendars.
fn each_step_once(c: &mut Checker, milestones: &[Milestone]) {
    for (index, milestone) in milestones.iter().enumerate() {
        if milestones.iter().take(index).any(|m| m.step == milestone.step) {
            c.within(Part::Milestone, milestone.step.word(), |c| c.find(ProblemKind::SameStep));
        }
    }
}

fn news(c: &mut Checker, number: u32, file: NewsV1) -> Option<News> {
    c.within(Part::News, &number.to_string(), |c| {
        let date = c.day(&file.date);
        c.text("text", &file.text);
        c.web(&file.source);
        Some(News { date: date?, text: file.text, source: file.source })
    })
}

fn organisers(c: &mut Checker, names: Vec<String>) -> Vec<String> {
    for name in &names {
        c.name("organisers", name);
    }
    names
}

fn jury(c: &mut Checker, jury: Vec<JurorV1>) -> Vec<(String, String)> {
    for juror in &jury {
        c.name("jury.name", &juror.name);
        c.name("jury.role", &juror.role);
    }
    jury.into_iter().map(|j| (j.name, j.role)).collect()
}

fn texts(c: &mut Checker, field: &'static str, texts: Vec<Text>) -> Vec<Text> {
    for text in &texts {
        c.text(field, text);
    }
    texts
}

fn checked_prize(c: &mut Checker, prize: PrizeV1) -> Prize {
    c.name("prize.given_by", &prize.given_by);
    Prize { given_by: prize.given_by, contents: texts(c, "prize.contents", prize.contents) }
}

fn publication(c: &mut Checker, publication: PublicationV1) -> (String, String) {
    c.name("publication.title", &publication.title);
    c.web(&publication.source);
    (publication.title, publication.source)
}
