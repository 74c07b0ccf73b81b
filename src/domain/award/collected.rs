//! All editions in one file, for others to use: JSON and a table.
//!
//! Both hold what is public on a day: before the winner is made known it is among the finalists, as on the pages. A
//! file ends as it began for the same data and day. The form of the JSON is `public/data/schemas/award-1.json`.

use super::file::{
    CollectedV1, CountyV1, EditionV1, FactV1, JurorV1, MilestoneV1, MunicipalityV1, NewsV1, NomineeV1, PrizeV1,
    PublicationV1, SourceV1,
};
use super::{Edition, Milestone, Municipality, News, Nominee, Source, Stage, county_name, feed, time_of_day};
use crate::domain::csv::{Cell, Table};
use crate::domain::origin::Origin;
use crate::domain::text::{Locale, Text};
use chrono::NaiveDateTime;

/// The number of the form of the JSON.
pub const FORMAT: u32 = 1;

/// What collected files are made of.
#[derive(Clone, Copy, Debug)]
pub struct Collected<'a> {
    /// All editions.
    pub editions: &'a [Edition],
    /// The moment that they are made at, in Europe/Stockholm.
    pub now: NaiveDateTime,
    /// Where the site stands.
    pub origin: &'a Origin,
    /// The path of the schema.
    pub schema: &'a str,
    /// The path of the page about a nominee.
    pub page: fn(u16, &str, Locale) -> String,
}

/// What may be done with the data. Nobody has given away any right yet, so none is promised.
pub fn licence() -> Text {
    let sv = "Uppgifterna är fakta ur de källor som anges vid varje uppgift. Fakta får var och en använda; ange gärna \
        källan. Källornas egna texter tillhör dem som har skrivit dem. De korta texterna här (motiveringar, fakta, \
        anmärkningar och nyheter) är skrivna för webbplatsen. Arrangören har ännu inte beslutat om någon licens för \
        dem; förslaget är CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). Kommunkoder och namn: SCB, genom \
        sjbrg/swedish-geodata (CC0 1.0). Webbplatsens karta: @svg-maps/sweden (CC BY 4.0). Orternas lägen på den: \
        GeoNames (CC BY 4.0).";
    let en = "The data are facts from the sources given with each of them. Anyone may use facts; please name the source. \
        The sources’ own texts belong to those who wrote them. The short texts here (reasons, facts, remarks and news) \
        were written for this site. The organiser has not yet decided on a licence for them; the proposal is CC BY 4.0 \
        (https://creativecommons.org/licenses/by/4.0/). Municipality codes and names: Statistics Sweden, through \
        sjbrg/swedish-geodata (CC0 1.0). The map of the site: @svg-maps/sweden (CC BY 4.0). The places on it: GeoNames \
        (CC BY 4.0).";
    Text { sv: sv.into(), en: en.into() }
}

impl Collected<'_> {
    /// The editions as JSON.
    pub fn json(&self) -> String {
        let file = CollectedV1 {
            schema: self.origin.url(self.schema),
            format: FORMAT,
            license: licence(),
            updated: self.editions.iter().filter_map(|e| e.updated).max().map(|day| day.to_string()),
            editions: self.editions.iter().map(|e| self.edition(e)).collect(),
        };
        // By way of a value, in which keys stand in the order of their names. Nothing in it can fail to be written.
        let value = serde_json::to_value(file).unwrap_or_default();
        [&serde_json::to_string_pretty(&value).unwrap_or_default(), "\n"].concat()
    }

    fn edition(&self, e: &Edition) -> EditionV1 {
        let nominees = e.nominees_on(self.now).into_iter().map(|(n, stage)| self.nominee(e, n, stage));
        let juror = |(name, role): &(String, String)| JurorV1 { name: name.clone(), role: role.clone() };
        let prize = e.prize.clone().map(|p| PrizeV1 { given_by: p.given_by, contents: p.contents });
        EditionV1 {
            year: e.year,
            title: e.title.clone(),
            awarded: e.awarded.map(|day| day.to_string()),
            revealed: e.revealed.map(|m| [&m.date().to_string(), "T", &time_of_day(m)].concat()),
            updated: e.updated.map(|day| day.to_string()),
            nominees: nominees.collect(),
            nominees_complete: e.nominees_complete,
            milestones: e.milestones.iter().map(milestone).collect(),
            organisers: e.organisers.clone(),
            jury: e.jury.iter().map(juror).collect(),
            prize,
            basis: e.basis.clone(),
            publication: e.publication.clone().map(|(title, source)| PublicationV1 { title, source }),
            news: e.news.iter().filter(|n| feed::is_told(e, n, self.now)).map(news).collect(),
            sources: e.sources.iter().map(source).collect(),
        }
    }

    fn nominee(&self, edition: &Edition, n: &Nominee, stage: Stage) -> NomineeV1 {
        let page = |locale| self.origin.url(&(self.page)(edition.year, &n.slug, locale));
        NomineeV1 {
            slug: n.slug.clone(),
            name: n.name.clone(),
            municipalities: n.municipalities.iter().map(municipality).collect(),
            stage: stage.word().to_string(),
            // A reason is that of the winner: it waits for the stage.
            reason: n.reason.clone().filter(|_| stage == n.stage),
            facts: n.facts.iter().cloned().map(|(text, source)| FactV1 { text, source }).collect(),
            sources: n.sources.iter().map(source).collect(),
            page: Some(Text { sv: page(Locale::Sv), en: page(Locale::En) }),
        }
    }

    /// A row for every nominee and municipality: joint nominees have several.
    pub fn csv(&self) -> String {
        let mut table = Table::new(&[
            "year",
            "title",
            "awarded",
            "nominee",
            "stage",
            "municipality_code",
            "municipality",
            "county_code",
            "county",
            "joint",
            "reason_sv",
            "reason_en",
            "page",
            "sources",
        ]);
        for edition in self.editions {
            for (nominee, stage) in edition.nominees_on(self.now) {
                for municipality in &nominee.municipalities {
                    self.row(&mut table, edition, (nominee, stage), municipality);
                }
            }
        }
        table.finish()
    }

    fn row(&self, table: &mut Table, e: &Edition, (n, stage): (&Nominee, Stage), m: &Municipality) {
        let reason = n.reason.as_ref().filter(|_| stage == n.stage);
        let reason = |locale| reason.map_or("", |r| r.get(locale));
        let sources = n.sources.iter().map(|s| s.url.as_str()).collect::<Vec<_>>().join(" ");
        table.row([
            Cell::Number(u64::from(e.year)),
            Cell::Text(&e.title),
            Cell::Text(&e.awarded.map(|day| day.to_string()).unwrap_or_default()),
            Cell::Text(&n.name),
            Cell::Text(stage.word()),
            Cell::Text(&m.code),
            Cell::Text(&m.name),
            Cell::Text(m.code.get(..2).unwrap_or("")),
            Cell::Text(county_name(&m.code).unwrap_or("")),
            Cell::Text(if n.municipalities.len() > 1 { "yes" } else { "no" }),
            Cell::Text(reason(Locale::Sv)),
            Cell::Text(reason(Locale::En)),
            Cell::Text(&self.origin.url(&(self.page)(e.year, &n.slug, Locale::Sv))),
            Cell::Text(&sources),
        ]);
    }
}

fn municipality(m: &Municipality) -> MunicipalityV1 {
    let county = CountyV1 { code: m.code.get(..2).map(str::to_string), name: county_name(&m.code) };
    MunicipalityV1 { code: m.code.clone(), name: m.name.clone(), county: Some(county) }
}

fn milestone(m: &Milestone) -> MilestoneV1 {
    MilestoneV1 {
        step: m.step.word().to_string(),
        planned: m.planned.text(),
        actual: m.actual.map(|p| p.text()),
        place: m.place.clone(),
        note: m.note.clone(),
        source: m.source.clone(),
    }
}

fn news(n: &News) -> NewsV1 {
    NewsV1 { date: n.date.to_string(), text: n.text.clone(), source: n.source.clone() }
}

fn source(s: &Source) -> SourceV1 {
    SourceV1 { url: s.url.clone(), note: s.note.clone() }
}
