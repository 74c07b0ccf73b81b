//! An example that shows a full result: an invented municipality with invented sheets, a plan and an earlier measurement.
//! It says so wherever it is shown, and is never sent.

use crate::domain::answers::{Answer, Sheet};
use crate::domain::baseline::{Baseline, day_of};
use crate::domain::draft::{Draft, DraftId, Field, Name, PlanPart, instrument_word};
use crate::domain::instrument::Instrument;
use crate::domain::order;
use crate::domain::respondents::sheet_text;
use crate::domain::scoring::{Report, report};
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

/// The records of the example, as JSON pairs of name and value. `now` in milliseconds since 1970.
pub(super) fn records(instrument: &Instrument, now: u64, locale: Locale) -> Option<String> {
    let e = example(locale);
    let mut draft = Draft::new(DraftId::parse("exempel")?);
    let groups = [e.group_1, e.group_2, e.group_3];
    for (field, value) in [
        (Field::Example, "1"),
        (Field::Organisation, e.organisation),
        (Field::Groups, &groups.join("\n")),
        (Field::Expected, "20"),
    ] {
        draft.write(Name::Field(field), value, "");
    }
    let members = groups.iter().zip(GROUPS).flat_map(|(group, count)| vec![*group; count]);
    let (mut then, mut today) = (Vec::new(), Vec::new());
    for (number, group) in members.enumerate() {
        let sheet = sheet(instrument, number, 0);
        let text = handed(instrument, &sheet, number, group, now, locale)?;
        draft.write(Name::Sheet(["exempel-", &number.to_string()].concat()), &text, "");
        then.push(self::sheet(instrument, number, 1));
        today.push(sheet);
    }
    plan(&mut draft, instrument, &report(instrument, &today), now, locale);
    let earlier = earlier(instrument, &report(instrument, &then), then.len(), now, e.organisation);
    draft.write(Name::Baseline(earlier.id.clone()), &earlier.store(), "");
    let pairs: Vec<(String, &str)> = draft.records().map(|(name, r)| (name.word(), r.value.as_str())).collect();
    serde_json::to_string(&pairs).ok()
}

/// One respondent's answers, now or a year ago.
fn sheet(instrument: &Instrument, number: usize, ago: usize) -> Sheet {
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
                let before = i32::from(ago == 1 && rose % 3 == 0);
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
fn handed(
    instrument: &Instrument,
    sheet: &Sheet,
    number: usize,
    group: &str,
    now: u64,
    locale: Locale,
) -> Option<String> {
    let e = example(locale);
    let mut draft = Draft::new(DraftId::parse("svar")?);
    for (index, statement) in instrument.statements.iter().enumerate() {
        draft.write(Name::Answer(statement.id.clone()), sheet.get(index).word(), "");
    }
    let comments = [e.comment_1, e.comment_2, e.comment_3, e.comment_4];
    if let Some(comment) = comments.get(number / 4).filter(|_| number % 4 == 1) {
        let at = instrument.statements.get((number * 7 + 5) % instrument.statements.len())?;
        draft.write(Name::Comment(at.id.clone()), comment, "");
    }
    draft.write(Name::Field(Field::Group), group, "");
    draft.write(Name::Field(Field::Changed), &now.to_string(), "");
    Some(sheet_text(&draft))
}

/// Three lines: the two lowest categories, and the lowest statement.
fn plan(draft: &mut Draft, instrument: &Instrument, report: &Report, now: u64, locale: Locale) {
    let e = example(locale);
    let mut categories: Vec<_> = instrument
        .categories
        .iter()
        .zip(&report.categories)
        .filter_map(|(c, r)| Some((&c.id, r.measure.score?)))
        .collect();
    order::sort(&mut categories, |a, b| a.1 < b.1);
    let mut statements: Vec<_> = instrument
        .statements
        .iter()
        .zip(&report.statements)
        .filter_map(|(s, r)| Some((&s.id, r.measure.score?)))
        .collect();
    order::sort(&mut statements, |a, b| a.1 < b.1);
    let about = categories.iter().take(2).chain(statements.first());
    for ((id, score), (action, owner)) in
        about.zip([(e.action_1, e.owner_1), (e.action_2, e.owner_2), (e.action_3, e.owner_3)])
    {
        // Some fifteen percent more, in fives.
        let target = ((score.tenths() + 150) / 50 * 5).min(100);
        for (part, value) in [
            (PlanPart::Target, target.to_string().as_str()),
            (PlanPart::Action, action),
            (PlanPart::Owner, owner),
            (PlanPart::Date, &day_of(now + YEAR)),
        ] {
            draft.write(Name::Plan(part, (*id).clone()), value, "");
        }
    }
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
        scores: crate::domain::baseline::scores_of(instrument, report),
        example: true,
    }
}
