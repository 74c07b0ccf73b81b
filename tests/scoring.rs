//! Scoring: cases worked by hand, and what must hold for every instrument and every set of answers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod given;

use digitaliseringskommun::domain::answers::Answer;
use digitaliseringskommun::domain::instrument::{DimensionRule, Instrument};
use digitaliseringskommun::domain::scoring::{Quadrant, Report, Score, report};
use digitaliseringskommun::domain::sheet::Sheet;
use given::{answers, any_answer, instrument, sheet};
use proptest::prelude::*;

/// The first `count` statements in two categories of one dimension and one of the other.
fn small(count: usize) -> Instrument {
    let mut i = instrument();
    i.statements.truncate(count);
    i.categories.truncate(3);
    for (index, statement) in i.statements.iter_mut().enumerate() {
        statement.category = index % 3;
        statement.reversed = index == 1;
        statement.weight = 1 + u32::try_from(index % 2).unwrap();
    }
    for (index, category) in i.categories.iter_mut().enumerate() {
        category.dimension = index % 2;
    }
    i
}

fn all(instrument: &Instrument, answer: Answer) -> Sheet {
    sheet(instrument, &vec![answer; instrument.statements.len()])
}

fn scores(report: &Report) -> Vec<Option<Score>> {
    let categories = report.categories.iter().map(|c| c.measure.score);
    categories.chain(report.dimensions.iter().map(|d| d.score)).chain([report.overall.score]).collect()
}

#[test]
fn a_case_worked_by_hand() {
    let i = instrument();
    // Efficiency: steps 4 4 4 4 4 4 4 = 60. Innovation: 5, 5, vet ej, ej tillämpligt, 6, unanswered = (80+80+100)/3.
    // Balancing: 1 2 3 4 5 = 40. Ability = (60 + 86.666… + 40) / 3 = 62.222…
    // Organisation 3 3 3 3 = 40. Users 6 6 6 6 = 100. Technology: 6, shadow IT 6 (reversed) = 0, debt 1 = 100, 2 = 20: 55.
    // Legacy = (40 + 100 + 55) / 3 = 65. Overall = 63.611…
    use Answer::{DontKnow, NotApplicable, Step as S, Unanswered};
    let given = [
        [S(4); 7].to_vec(),
        vec![S(5), S(5), DontKnow, NotApplicable, S(6), Unanswered],
        vec![S(1), S(2), S(3), S(4), S(5)],
        [S(3); 4].to_vec(),
        [S(6); 4].to_vec(),
        vec![S(6), S(6), S(1), S(2)],
    ]
    .concat();
    let r = report(&i, &[sheet(&i, &given)]);
    let tenths: Vec<i64> = r.categories.iter().map(|c| c.measure.score.unwrap().tenths()).collect();
    assert_eq!(tenths, [600, 867, 400, 400, 1000, 550]);
    assert_eq!(r.dimensions.iter().map(|d| d.score.unwrap().tenths()).collect::<Vec<_>>(), [622, 650]);
    assert_eq!(r.overall.score.unwrap().hundredths(), 6361);
    assert_eq!(r.quadrant, Some(Quadrant::BothHigh));
    // Innovation may still become (80+80+100+0+0)/5 = 52 or (260+200)/5 = 92.
    let innovation = r.categories[1].measure.interval;
    assert_eq!((innovation.low, innovation.high), (Score::from_percent(52), Score::from_percent(92)));
    assert_eq!(r.strengths, [4, 1, 0]);
    assert_eq!(r.weaknesses, [2, 3, 5]);
    assert_eq!((r.counts.steps, r.counts.dont_know, r.counts.not_applicable, r.counts.unanswered), (27, 1, 1, 1));
}

#[test]
fn equal_categories_are_neither_strengths_nor_weaknesses() {
    let mut i = instrument();
    for statement in &mut i.statements {
        statement.reversed = false;
    }
    let r = report(&i, &[all(&i, Answer::Step(4))]);
    assert!(r.strengths.is_empty() && r.weaknesses.is_empty());
    let mut one_higher = all(&i, Answer::Step(4));
    one_higher.set(0, Answer::Step(5));
    let r = report(&i, &[one_higher]);
    assert_eq!((r.strengths.len(), r.strengths[0], r.weaknesses.len()), (1, 0, 1));
}

#[test]
fn statements_may_be_counted_without_their_categories() {
    let mut i = instrument();
    i.rules.dimension = DimensionRule::MeanOfStatements;
    i.dimensions[1].weight = 3;
    // Ability: 7 statements of step 6, 11 of step 1 = 700 / 18. Legacy: all step 6, two of them reversed = 1000 / 12.
    let given: Vec<Answer> = (0..30).map(|n| Answer::Step(if (7..18).contains(&n) { 1 } else { 6 })).collect();
    let r = report(&i, &[sheet(&i, &given)]);
    assert_eq!(r.dimensions.iter().map(|d| d.score.unwrap().hundredths()).collect::<Vec<_>>(), [3889, 8333]);
    // (38.888… + 3 * 83.333…) / 4
    assert_eq!(r.overall.score.unwrap().hundredths(), 7222);
}

#[test]
fn the_line_itself_counts_as_high() {
    let mut i = instrument();
    let given: Vec<Answer> = i.statements.iter().map(|s| Answer::Step(if s.category < 3 { 4 } else { 3 })).collect();
    for statement in &mut i.statements {
        statement.reversed = false;
    }
    let on = |threshold| {
        let mut i = i.clone();
        i.rules.threshold_percent = threshold;
        report(&i, &[sheet(&i, &given)]).quadrant
    };
    assert_eq!(on(40), Some(Quadrant::BothHigh));
    assert_eq!(on(41), Some(Quadrant::AbilityHigh));
    assert_eq!(on(60), Some(Quadrant::AbilityHigh));
    assert_eq!(on(61), Some(Quadrant::BothLow));
}

#[test]
fn nothing_answered_has_no_score_and_may_become_anything() {
    let i = instrument();
    for answer in [Answer::Unanswered, Answer::DontKnow] {
        let r = report(&i, &[all(&i, answer)]);
        assert_eq!((r.overall.score, r.quadrant), (None, None));
        assert_eq!((r.overall.interval.low, r.overall.interval.high), (Score(0), Score::from_percent(100)));
    }
    assert_eq!(report(&i, &[]), report(&i, &[Sheet::empty(&i)]));
}

#[test]
fn there_is_no_total_of_one_dimension() {
    let i = instrument();
    let half: Vec<Answer> =
        i.statements.iter().map(|s| if s.category < 3 { Answer::Step(6) } else { Answer::Unanswered }).collect();
    let r = report(&i, &[sheet(&i, &half)]);
    assert_eq!(r.dimensions[0].score, Some(Score::from_percent(100)));
    assert_eq!((r.overall.score, r.quadrant), (None, None));
    assert_eq!((r.overall.interval.low, r.overall.interval.high), (Score::from_percent(50), Score::from_percent(100)));
}

#[test]
fn several_sheets_give_mean_spread_and_disagreement() {
    let i = instrument();
    let (mut one, mut other) = (all(&i, Answer::Step(4)), all(&i, Answer::Step(4)));
    one.set(7, Answer::Step(1));
    other.set(7, Answer::Step(6));
    other.set(8, Answer::DontKnow);
    let r = report(&i, &[one, other]);
    assert_eq!(r.statements[7].measure.score, Some(Score::from_percent(50)));
    assert_eq!((r.statements[7].spread, r.statements[7].counts.steps), (Score::from_percent(50), 2));
    assert_eq!(r.statements[7].steps, [1, 0, 0, 0, 0, 1]);
    assert_eq!(r.statements[8].measure.score, Some(Score::from_percent(60)));
    assert_eq!(r.disagreements, [7]);
}

/// Every completion of the open answers: each a step, *ej tillämpligt*, or left as it is.
fn completions(sheet: &Sheet, open: &[usize]) -> Vec<Sheet> {
    let Some((first, rest)) = open.split_first() else { return vec![sheet.clone()] };
    let choices = [Answer::Step(1), Answer::Step(3), Answer::Step(6), Answer::NotApplicable, sheet.get(*first)];
    let with = |answer| {
        let mut sheet = sheet.clone();
        sheet.set(*first, answer);
        completions(&sheet, rest)
    };
    choices.into_iter().flat_map(with).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_interval_holds_every_completion_and_its_ends_are_reached(given in answers(5), by_statement in any::<bool>()) {
        let mut i = small(5);
        if by_statement { i.rules.dimension = DimensionRule::MeanOfStatements; }
        let start = sheet(&i, &given);
        let open: Vec<usize> =
            (0..5).filter(|n| matches!(start.get(*n), Answer::Unanswered | Answer::DontKnow)).collect();
        let measures = |r: &Report| {
            let mut all: Vec<_> = r.categories.iter().map(|c| c.measure).collect();
            all.extend(&r.dimensions);
            all.push(r.overall);
            all
        };
        let before = measures(&report(&i, std::slice::from_ref(&start)));
        let after: Vec<_> = completions(&start, &open).iter().map(|s| measures(&report(&i, std::slice::from_ref(s)))).collect();
        for (n, measure) in before.iter().enumerate() {
            let reached: Vec<Score> = after.iter().filter_map(|m| m[n].score).collect();
            for score in &reached {
                prop_assert!((measure.interval.low..=measure.interval.high).contains(score));
            }
            if let (Some(low), Some(high)) = (reached.iter().min(), reached.iter().max()) {
                prop_assert_eq!((*low, *high), (measure.interval.low, measure.interval.high));
            }
        }
    }

    #[test]
    fn the_order_of_answering_never_matters(given in answers(30), keys in proptest::collection::vec(any::<u32>(), 30)) {
        let i = instrument();
        let mut order: Vec<usize> = (0..30).collect();
        order.sort_by_key(|n| keys[*n]);
        let mut other = Sheet::empty(&i);
        for n in order { other.set(n, given[n]); }
        prop_assert_eq!(report(&i, &[sheet(&i, &given)]), report(&i, &[other]));
    }

    #[test]
    fn raising_a_step_never_lowers_a_score(given in answers(30), at in 0usize..30, step in 1u8..6) {
        let i = instrument();
        let mut low = sheet(&i, &given);
        low.set(at, Answer::Step(step));
        let mut high = low.clone();
        high.set(at, Answer::Step(step + 1));
        if i.statements[at].reversed { std::mem::swap(&mut low, &mut high); }
        let (low, high) = (report(&i, &[low]), report(&i, &[high]));
        for (a, b) in scores(&low).into_iter().zip(scores(&high)) { prop_assert!(a <= b); }
        prop_assert!(low.overall.interval.low <= high.overall.interval.low);
    }

    #[test]
    fn reversing_mirrors(given in answers(30)) {
        let mut i = instrument();
        let before = report(&i, &[sheet(&i, &given)]);
        for statement in &mut i.statements { statement.reversed = !statement.reversed; }
        let reversed = report(&i, &[sheet(&i, &given)]);
        let mirror: Vec<_> = scores(&before).into_iter().map(|s| s.map(Score::mirrored)).collect();
        prop_assert_eq!(scores(&reversed), mirror);
        let turned: Vec<Answer> =
            given.iter().map(|a| if let Answer::Step(n) = a { Answer::Step(7 - n) } else { *a }).collect();
        prop_assert_eq!(scores(&report(&i, &[sheet(&i, &turned)])), scores(&before));
    }

    #[test]
    fn what_is_not_a_step_never_counts(given in answers(30)) {
        let i = instrument();
        let none: Vec<Answer> =
            given.iter().map(|a| if matches!(a, Answer::Step(_)) { *a } else { Answer::Unanswered }).collect();
        prop_assert_eq!(scores(&report(&i, &[sheet(&i, &given)])), scores(&report(&i, &[sheet(&i, &none)])));
    }

    #[test]
    fn equal_sheets_equal_one(given in answers(30), n in 1usize..40) {
        let i = instrument();
        let one = sheet(&i, &given);
        let (single, many) = (report(&i, std::slice::from_ref(&one)), report(&i, &vec![one; n]));
        prop_assert_eq!(scores(&single), scores(&many));
        prop_assert_eq!(single.overall, many.overall);
        prop_assert!(many.disagreements.is_empty());
    }

    #[test]
    fn the_order_of_sheets_never_matters(sheets in proptest::collection::vec(answers(30), 1..8)) {
        let i = instrument();
        let mut sheets: Vec<Sheet> = sheets.iter().map(|s| sheet(&i, s)).collect();
        let one = report(&i, &sheets);
        sheets.reverse();
        prop_assert_eq!(one, report(&i, &sheets));
    }

    #[test]
    fn answers_are_read_back_from_their_words(answer in any_answer()) {
        prop_assert_eq!(Answer::from_word(answer.word(), 6), Some(answer));
    }
}

#[test]
fn words_outside_the_scale_are_refused() {
    for word in ["0", "7", "06", "x", " 1", "vet ej"] {
        assert_eq!(Answer::from_word(word, 6), None, "{word}");
    }
}
