//! Which share pictures there are, and what each of them says. All of it follows from the data and the moment: no winner
//! is named before its time.

use anyhow::{Context, Result};
use chrono::NaiveDateTime;
use digitaliseringskommun::domain::award::{
    self, Edition, Municipality, Nominee, Register, Stage, county_name, slug_of,
};
use std::collections::BTreeSet;

/// What a share picture says.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// The name of its file.
    pub file: String,
    /// The award, as it was called.
    pub title: String,
    /// What it is about, the largest: a name or a year.
    pub subject: String,
    /// How far it came, and when.
    pub stages: Vec<(Stage, String)>,
    /// What else there is to say, in its parts.
    pub more: Vec<String>,
    /// Where it is: the codes of municipalities that belong together, with the shape that marks them. The last is uppermost.
    pub places: Vec<(Vec<String>, Stage)>,
    /// Whether it is the picture of a winner.
    pub won: bool,
    /// Whether the steps, which stand at the foot of every picture, are what this one is about.
    pub steps: bool,
}

/// What is known of the award.
pub struct Award<'a> {
    /// All editions.
    pub editions: &'a [Edition],
    /// All municipalities.
    pub register: &'a Register,
    /// The moment the pictures are made, in Europe/Stockholm.
    pub now: NaiveDateTime,
}

impl Award<'_> {
    /// Every picture: of the site, the editions, the nominees, and the municipalities that have been nominated or are in
    /// `pages` (the slugs of municipalities that have a page).
    ///
    /// # Errors
    /// If there is no edition.
    pub fn contents(&self, pages: &BTreeSet<String>) -> Result<Vec<Content>> {
        let mut all = vec![self.site()?];
        for edition in self.editions {
            all.push(self.edition(edition));
            all.extend(edition.nominees_on(self.now).into_iter().map(|(n, stage)| nominee(edition, n, stage)));
        }
        for (code, name) in &self.register.municipalities {
            let history = award::history(self.editions, code, self.now);
            if !history.is_empty() || pages.contains(&slug_of(name)) {
                all.push(self.municipality(code, name, &history)?);
            }
        }
        Ok(all)
    }

    fn title(&self) -> Result<&str> {
        award::current(self.editions).map(|e| e.title.as_str()).context("there is no edition")
    }

    fn site(&self) -> Result<Content> {
        let first = self.editions.iter().map(|e| e.year).min().context("there is no edition")?;
        Ok(Content {
            file: "site.png".into(),
            title: String::new(),
            subject: self.title()?.into(),
            stages: Vec::new(),
            more: vec![format!("Alla vinnare sedan {first}"), "Bedömningen i DiMiOS".into()],
            places: Vec::new(),
            won: false,
            steps: true,
        })
    }

    fn edition(&self, edition: &Edition) -> Content {
        let nominees = edition.nominees_on(self.now);
        let winner = edition.winner(self.now);
        let others = nominees.iter().filter(|(_, stage)| *stage != Stage::Winner).map(|(n, _)| n.name.clone());
        Content {
            file: format!("{}.png", edition.year),
            title: edition.title.clone(),
            subject: edition.year.to_string(),
            stages: winner.map(|n| (Stage::Winner, format!("Vinnare: {}", n.name))).into_iter().collect(),
            more: others.collect(),
            places: nominees.iter().rev().map(|(n, stage)| marks(n, *stage)).collect(),
            won: false,
            steps: false,
        }
    }

    fn municipality(&self, code: &str, name: &str, history: &[(u16, &str, Stage)]) -> Result<Content> {
        let years = |stage: Stage| {
            let years = history.iter().filter(|(_, _, s)| *s == stage).map(|(year, ..)| year.to_string());
            let years: Vec<String> = years.collect();
            (!years.is_empty()).then(|| (stage, format!("{} {}", word(stage), joined(&years))))
        };
        let best = history.iter().map(|(_, _, stage)| *stage).min();
        Ok(Content {
            file: format!("kommun-{}.png", slug_of(name)),
            title: self.title()?.into(),
            subject: name.into(),
            stages: Stage::ALL.into_iter().filter_map(years).collect(),
            more: county_name(code).map(Into::into).into_iter().collect(),
            places: vec![(vec![code.into()], best.unwrap_or(Stage::Nominated))],
            won: false,
            steps: false,
        })
    }
}

fn nominee(edition: &Edition, nominee: &Nominee, stage: Stage) -> Content {
    Content {
        file: format!("{}-{}.png", edition.year, nominee.slug),
        title: edition.title.clone(),
        subject: nominee.name.clone(),
        stages: vec![(stage, format!("{} {}", word(stage), edition.year))],
        more: counties(&nominee.municipalities).into_iter().collect(),
        places: vec![marks(nominee, stage)],
        won: stage == Stage::Winner,
        steps: false,
    }
}

fn marks(nominee: &Nominee, stage: Stage) -> (Vec<String>, Stage) {
    (nominee.municipalities.iter().map(|m| m.code.clone()).collect(), stage)
}

/// The word for a stage, as in `.tag` of the site.
const fn word(stage: Stage) -> &'static str {
    match stage {
        Stage::Winner => "Vinnare",
        Stage::Finalist => "Finalist",
        Stage::Nominated => "Nominerad",
    }
}

/// "Dalarnas län", "Skåne och Hallands län", "3 län".
pub fn counties(municipalities: &[Municipality]) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for name in municipalities.iter().filter_map(|m| county_name(&m.code)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    match names.as_slice() {
        [] => None,
        [one] => Some((*one).to_string()),
        [first, second] => Some(format!("{} och {second}", first.trim_end_matches(" län"))),
        more => Some(format!("{} län", more.len())),
    }
}

/// "2015", "2015 och 2019", "2015, 2017 och 2019".
fn joined(years: &[String]) -> String {
    match years {
        [before @ .., last] if !before.is_empty() => format!("{} och {last}", before.join(", ")),
        _ => years.concat(),
    }
}
