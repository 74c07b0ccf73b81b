//! The plan of a measurement: for a category or a statement a score to reach, what is done, who answers for it, and when.

use super::award::Period;
use super::draft::{Draft, Name, PlanPart};
use super::instrument::Instrument;
use super::scoring::Score;
use chrono::NaiveDate;

/// What a line of the plan is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The category with this index.
    Category(usize),
    /// The statement with this index.
    Statement(usize),
}

/// One line of the plan. At least one part of it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub about: About,
    /// The id of that.
    pub id: String,
    /// The score to reach.
    pub target: Option<Score>,
    /// What is to be done.
    pub action: String,
    /// The role that answers for it.
    pub owner: String,
    /// When it is to be done.
    pub date: Option<NaiveDate>,
}

/// The plan in the instrument's order: each category, then its statements.
pub fn plan(draft: &Draft, instrument: &Instrument) -> Vec<Line> {
    let mut lines = Vec::new();
    for (index, category) in instrument.categories.iter().enumerate() {
        lines.extend(line(draft, About::Category(index), &category.id));
        for (index, statement) in instrument.statements_of(index) {
            lines.extend(line(draft, About::Statement(index), &statement.id));
        }
    }
    lines
}

fn line(draft: &Draft, about: About, id: &str) -> Option<Line> {
    let part = |part| draft.value(&Name::Plan(part, id.to_string())).trim().to_string();
    let line = Line {
        about,
        id: id.to_string(),
        target: target(draft, id),
        action: part(PlanPart::Action),
        owner: part(PlanPart::Owner),
        date: Period::parse(&part(PlanPart::Date)).filter(|p| p.first == p.last).map(|p| p.first),
    };
    let is_empty = line.target.is_none() && line.action.is_empty() && line.owner.is_empty() && line.date.is_none();
    (!is_empty).then_some(line)
}

/// The score to reach for a category or statement, by its id. `None` for none, or for one that is no percent 0–100.
pub fn target(draft: &Draft, id: &str) -> Option<Score> {
    let percent = draft.value(&Name::Plan(PlanPart::Target, id.to_string())).trim().parse().ok()?;
    (0..=100u32).contains(&percent).then(|| Score::from_percent(percent))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::DraftId;
    use crate::domain::instrument::parse;

    #[test]
    fn lines_stand_in_the_order_of_the_questionnaire_and_what_is_no_target_is_none() {
        let file = std::fs::read("public/data/instruments/dimios-2023.json").expect("the instrument");
        let instrument = parse(&file, "").expect("a good one");
        let mut draft = Draft::new(DraftId::parse("test-1").expect("good id"));
        for (part, id, value) in [
            (PlanPart::Action, "skugg_it", " Fråga först "),
            (PlanPart::Target, "innovation", "70"),
            (PlanPart::Date, "innovation", "2027-06-30"),
            (PlanPart::Target, "teknik", "101"),
            (PlanPart::Date, "kultur", "2027-06"),
            (PlanPart::Owner, "okand", "x"),
        ] {
            draft.write(Name::Plan(part, id.into()), value, "t");
        }
        let lines = plan(&draft, &instrument);
        let ids: Vec<&str> = lines.iter().map(|l| l.id.as_str()).collect();
        assert_eq!(ids, ["innovation", "skugg_it"]);
        assert_eq!(
            lines.first().map(|l| (l.target, l.date)),
            Some((Some(Score::from_percent(70)), NaiveDate::from_ymd_opt(2027, 6, 30)))
        );
        assert_eq!(lines.last().map(|l| l.action.as_str()), Some("Fråga först"));
    }
}
