//! The records of the example: an invented municipality with invented sheets, a plan and an earlier measurement, so that a
//! full result can be looked at. It says so wherever it is shown, and is never sent.

use crate::domain::answers::Answer;
use crate::domain::baseline::{Baseline, day_of, scores_of};
use crate::domain::draft::{Field, Name, PlanPart, instrument_word};
use crate::domain::instrument::Instrument;
use crate::domain::respondents::HandedSheet;
use crate::domain::scoring::{Report, Score, report};
use crate::domain::sheet::Sheet;
use crate::domain::text::Locale;
use crate::i18n::example;

/// How mature the example is, statement by statement, in steps of six. Longer questionnaires begin again.
const PROFILE: [i32; 30] = [5, 4, 5, 4, 4, 5, 4, 4, 3, 4, 5, 5, 3, 5, 4, 4, 3, 4, 4, 4, 2, 4, 3, 4, 4, 3, 4, 3, 2, 3];
/// How respondents differ from that. The length has no factor in common with the steps taken through it.
const OFF: [i32; 11] = [0, 0, 1, -1, 0, 1, 0, -1, 2, -2, 0];
/// Respondents by group.
const GROUPS: [usize; 3] = [5, 7, 5];
/// How respondents see the whole: some higher, some lower.
const LEAN: [i32; 5] = [1, 0, -1, 0, 0];
/// A year, in milliseconds.
const YEAR: u64 = 365 * 86_400_000;

/// When a respondent of the example answered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Now,
    AYearAgo,
}

/// The records of the example. `now` in milliseconds since 1970, UTC.
pub fn example_records(instrument: &Instrument, now: u64, locale: Locale) -> Vec<(Name, String)> {
    let e = example(locale);
    let groups = [e.group_1, e.group_2, e.group_3];
    let fields = [
        (Field::Example, "1".to_string()),
        (Field::Organisation, e.organisation.to_string()),
        (Field::Groups, groups.join("\n")),
        (Field::Expected, "20".to_string()),
    ];
    let mut records: Vec<(Name, String)> =
        fields.into_iter().map(|(field, value)| (Name::Field(field), value)).collect();
    let members = groups.iter().zip(GROUPS).flat_map(|(group, count)| vec![*group; count]);
    let (mut then, mut today) = (Vec::new(), Vec::new());
    for (number, group) in members.enumerate() {
        let sheet = sheet(instrument, number, Asked::Now);
        let handed = handed(instrument, &sheet, number, group, now, locale);
        records.push((Name::Sheet(format!("exempel-{number}")), handed));
        then.push(self::sheet(instrument, number, Asked::AYearAgo));
        today.push(sheet);
    }
    records.extend(plan(instrument, &report(instrument, &today), now, locale));
    let earlier = earlier(instrument, &report(instrument, &then), then.len(), now, e.organisation);
    records.push((Name::Baseline(earlier.id.clone()), earlier.store()));
    records
}

/// One respondent's answers.
fn sheet(instrument: &Instrument, number: usize, asked: Asked) -> Sheet {
    let mut sheet = Sheet::empty(instrument);
    let steps = i32::from(instrument.steps());
    for (index, statement) in instrument.statements.iter().enumerate() {
        let answer = match (number * 11 + index * 7, number * 3 + index * 5) {
            (mixed, _) if mixed % 23 == 0 => Answer::DontKnow,
            (_, mixed) if mixed % 41 == 1 => Answer::NotApplicable,
            _ => {
                let base = PROFILE.iter().cycle().nth(index).copied().unwrap_or(3);
                let off = OFF.iter().cycle().nth(number * 5 + index * 3).copied().unwrap_or(0);
                // The year before, some of it was a step lower.
                let rose = if index % 2 == 0 { index + number } else { 3 * number + 1 };
                let before = i32::from(asked == Asked::AYearAgo && rose % 3 == 0);
                let lean = LEAN.iter().cycle().nth(number).copied().unwrap_or(0);
                // Half a step of another scale is half a step of this one.
                let step = ((base + off + lean - before - 1) * (steps - 1) + 2) / 5 + 1;
                let step = step.clamp(1, steps);
                let step = if statement.reversed { steps + 1 - step } else { step };
                u8::try_from(step).map_or(Answer::Unanswered, Answer::Step)
            }
        };
        sheet.set(index, answer);
    }
    sheet
}

/// The sheet as somebody would have handed it over, with a comment now and then.
fn handed(instrument: &Instrument, sheet: &Sheet, number: usize, group: &str, now: u64, locale: Locale) -> String {
    let e = example(locale);
    let all = instrument.statements.iter().enumerate().map(|(index, s)| (s.id.as_str(), sheet.get(index).word()));
    let said = [e.comment_1, e.comment_2, e.comment_3, e.comment_4];
    let said = said.get(number / 4).filter(|_| number % 4 == 1);
    let about = instrument.statements.iter().cycle().nth(number * 7 + 5);
    HandedSheet {
        answers: all.filter(|(_, word)| !word.is_empty()).collect(),
        comments: about.zip(said).map(|(statement, said)| (statement.id.as_str(), *said)).into_iter().collect(),
        group,
        name: "",
        changed: now,
    }
    .store()
}

/// Three lines: the two lowest categories, and the lowest statement.
fn plan(instrument: &Instrument, report: &Report, now: u64, locale: Locale) -> Vec<(Name, String)> {
    let e = example(locale);
    let categories = instrument.categories.iter().zip(&report.categories);
    let categories = lowest_first(categories.filter_map(|(c, r)| Some((c.id.as_str(), r.measure.score?))));
    let statements = instrument.statements.iter().zip(&report.statements);
    let statements = lowest_first(statements.filter_map(|(s, r)| Some((s.id.as_str(), r.measure.score?))));
    let about = categories.into_iter().take(2).chain(statements.into_iter().take(1));
    let said = [(e.action_1, e.owner_1), (e.action_2, e.owner_2), (e.action_3, e.owner_3)];
    let lines = about.zip(said).map(|((id, score), (action, owner))| {
        // Some fifteen percent more, in fives.
        let target = ((score.tenths() + 150) / 50 * 5).min(100);
        let parts = [
            (PlanPart::Target, target.to_string()),
            (PlanPart::Action, action.to_string()),
            (PlanPart::Owner, owner.to_string()),
            (PlanPart::Date, day_of(now + YEAR)),
        ];
        parts.map(|(part, value)| (Name::Plan(part, id.to_string()), value))
    });
    lines.flatten().collect()
}

fn lowest_first<'a>(scored: impl Iterator<Item = (&'a str, Score)>) -> Vec<(&'a str, Score)> {
    let mut scored: Vec<_> = scored.collect();
    scored.sort_by_key(|(_, score)| *score);
    scored
}

/// The year before, with the same questionnaire.
fn earlier(instrument: &Instrument, report: &Report, sheets: usize, now: u64, organisation: &str) -> Baseline {
    Baseline {
        id: "exempel.forra".into(),
        organisations: vec![organisation.to_string()],
        date: day_of(now.saturating_sub(YEAR)),
        instrument: instrument_word(&instrument.reference),
        sheets,
        overall: report.overall.score,
        scores: scores_of(instrument, report),
        example: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::{Draft, DraftId};
    use crate::domain::instrument::parse;
    use crate::domain::measurement::{Advised, Measurement};
    use std::sync::Arc;

    #[test]
    fn the_example_is_a_whole_measurement_that_says_what_it_is() {
        let file = std::fs::read("public/data/instruments/dimios-2023.json").expect("the questionnaire");
        let instrument = Arc::new(parse(&file, "abc").expect("a good one"));
        for locale in Locale::ALL {
            let mut draft = Draft::new(DraftId::parse("exempel").expect("an id"));
            for (name, value) in example_records(&instrument, 1_779_000_000_000, locale) {
                assert!(
                    draft.write(name.clone(), &value, "").is_some(),
                    "{name:?} is written once, with something in it"
                );
            }
            let measurement = Measurement::new(draft, instrument.clone(), Arc::new(Advised::Absent));
            assert!(measurement.is_example() && measurement.report.overall.score.is_some());
            assert_eq!(measurement.counted().len(), GROUPS.iter().sum::<usize>());
            assert_eq!(measurement.handed.iter().filter(|one| !one.comments.is_empty()).count(), 4);
            let planned =
                |part| measurement.draft.records().filter(|(n, _)| matches!(n, Name::Plan(p, _) if *p == part)).count();
            assert_eq!([PlanPart::Target, PlanPart::Action, PlanPart::Owner, PlanPart::Date].map(planned), [3; 4]);
            assert_eq!(crate::domain::baseline::baselines(&measurement.draft).len(), 1);
        }
    }
}
