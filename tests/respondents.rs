//! Several respondents: what moves the total, and groups that nobody can be picked out of.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod given;

use digitaliseringskommun::domain::answers::Answer;
use digitaliseringskommun::domain::instrument::Instrument;
use digitaliseringskommun::domain::scoring::{Group, Score, effects, groups, report, widening};
use digitaliseringskommun::domain::sheet::Sheet;
use given::{answers, instrument, sheet};
use proptest::prelude::*;

/// Every step of one statement raised by hand, as `effects` says it does.
fn raised(instrument: &Instrument, sheets: &[Sheet], statement: usize, by: u8) -> Option<Score> {
    let reversed = instrument.statements[statement].reversed;
    let mut sheets = sheets.to_vec();
    for sheet in &mut sheets {
        if let Answer::Step(step) = sheet.get(statement) {
            let better = if reversed { step.saturating_sub(by).max(1) } else { (step + by).min(6) };
            sheet.set(statement, Answer::Step(better));
        }
    }
    report(instrument, &sheets).overall.score
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn effects_are_what_counting_anew_gives(sheets in proptest::collection::vec(answers(30), 1..4)) {
        let instrument = instrument();
        let sheets: Vec<Sheet> = sheets.iter().map(|a| sheet(&instrument, a)).collect();
        let report = report(&instrument, &sheets);
        let found = effects(&instrument, &report);
        prop_assert!(found.windows(2).all(|pair| pair[0].all >= pair[1].all));
        prop_assert!(report.overall.score.is_some() || found.is_empty());
        let total = report.overall.score.unwrap_or_default();
        for effect in found {
            let rise = |by| raised(&instrument, &sheets, effect.statement, by).map(|s| Score(s.0 - total.0));
            prop_assert_eq!((rise(1), rise(5)), (Some(effect.step), Some(effect.all)));
        }
    }

    /// Settled to any step, the open answers of a statement narrow the interval by what is said.
    #[test]
    fn the_interval_narrows_by_what_each_open_answer_is_said_to_hold(
        sheets in proptest::collection::vec(answers(30), 1..3), step in 1u8..7,
    ) {
        let instrument = instrument();
        let sheets: Vec<Sheet> = sheets.iter().map(|a| sheet(&instrument, a)).collect();
        let width = |sheets: &[Sheet]| {
            let interval = report(&instrument, sheets).overall.interval;
            interval.high.0 - interval.low.0
        };
        let found = widening(&instrument, &report(&instrument, &sheets));
        for one in &found {
            let mut settled = sheets.clone();
            for sheet in &mut settled {
                if matches!(sheet.get(one.statement), Answer::DontKnow | Answer::Unanswered) {
                    sheet.set(one.statement, Answer::Step(step));
                }
            }
            // Means are rounded at each level, by less than a millionth of a percent.
            prop_assert!((width(&sheets) - width(&settled) - one.width.0).abs() <= 4);
        }
        let sum: i64 = found.iter().map(|one| one.width.0).sum();
        prop_assert!((sum - width(&sheets)).abs() <= 4 * found.len() as i64);
        prop_assert!(found.windows(2).all(|pair| pair[0].width >= pair[1].width));
    }

    /// Taking every shown group from the whole leaves nobody, or at least the minimum. Where fewer than that answered in
    /// all, no group says whether it is they: every total is withheld, also of those that answered nothing.
    #[test]
    fn a_withheld_group_cannot_be_had_by_subtraction(
        members in proptest::collection::vec((0u8..4, answers(30)), 5..24),
    ) {
        let instrument = instrument();
        let members: Vec<(String, Sheet)> =
            members.iter().map(|(group, a)| (group.to_string(), sheet(&instrument, a))).collect();
        let mut backwards = members.clone();
        backwards.reverse();
        let (found, again) = (groups(&instrument, &members), groups(&instrument, &backwards));
        let least = usize::try_from(instrument.rules.minimum_group).unwrap();
        for category in 0..instrument.categories.len() {
            let answered = |name: &str| members.iter().filter(|(group, s)| {
                group == name && instrument.statements_of(category).any(|(i, _)| matches!(s.get(i), Answer::Step(_)))
            }).count();
            let shown = |g: &Group| g.scores.as_ref().is_some_and(|s| s.categories[category].is_some());
            let hidden: usize = found.iter().filter(|g| !shown(g)).map(|g| answered(&g.name)).sum();
            let all: usize = found.iter().map(|g| answered(&g.name)).sum();
            let told = found.iter().filter_map(|g| g.scores.as_ref()).any(|s| s.overall.is_some());
            prop_assert!(hidden == 0 || hidden >= least || hidden == all && !told, "{hidden} of {all}");
            for group in found.iter().filter(|g| shown(g)) {
                prop_assert!(answered(&group.name) >= least);
            }
        }
        for group in &found {
            if let Some(scores) = &group.scores {
                let hides = scores.categories.iter().zip(&instrument.categories).enumerate().any(|(c, (score, _))| {
                    score.is_none() && members.iter().any(|(name, s)| *name == group.name
                        && instrument.statements_of(c).any(|(i, _)| matches!(s.get(i), Answer::Step(_))))
                });
                prop_assert!(!hides || (scores.overall.is_none() && scores.dimensions.iter().all(Option::is_none)));
            }
        }
        prop_assert_eq!(found, again);
    }
}
