//! What fewer than the minimum said cannot be had from what is shown: by leaving it out, by subtraction, or by knowing
//! one's own sheet.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod given;

use digitaliseringskommun::domain::answers::Answer;
use digitaliseringskommun::domain::baseline::{Baseline, scores_of};
use digitaliseringskommun::domain::draft::{Draft, DraftId, Field, Name, instrument_word};
use digitaliseringskommun::domain::instrument::Instrument;
use digitaliseringskommun::domain::respondents::{counted, respondents, sheet_text, sheets};
use digitaliseringskommun::domain::scoring::{Group, groups, report};
use digitaliseringskommun::domain::sheet::Sheet;
use digitaliseringskommun::domain::submission::{Along, check};
use given::instrument;
use proptest::prelude::*;

fn draft(instrument: &Instrument, step: impl Fn(usize) -> usize) -> Draft {
    let mut draft = Draft::new(DraftId::parse("matning").unwrap());
    for (index, statement) in instrument.statements.iter().enumerate() {
        draft.write(Name::Answer(statement.id.clone()), &(1 + step(index) % 6).to_string(), "t");
    }
    draft
}

/// A measurement with or without answers of its own, and this many sheets of others in each group.
fn measurement(instrument: &Instrument, own: bool, sizes: &[usize]) -> Draft {
    let mut all = if own { draft(instrument, |i| i) } else { Draft::new(DraftId::parse("matning").unwrap()) };
    for (group, size) in sizes.iter().enumerate() {
        for n in 0..*size {
            let mut handed = draft(instrument, |i| i * (n + 2) + group);
            handed.write(Name::Field(Field::Group), &format!("g{group}"), "t");
            all.write(Name::Sheet(format!("{group}-{n}")), &sheet_text(&handed), "t");
        }
    }
    all
}

/// Whether `target` is a sum of the rows, each taken some number of times: then its value follows from theirs.
fn follows(rows: &[Vec<i64>], target: &[i64]) -> bool {
    const P: i64 = 1_000_003;
    let inverse = |n: i64| {
        (0..20).fold((1i64, n, P - 2), |(r, b, e), _| (if e & 1 == 1 { r * b % P } else { r }, b * b % P, e >> 1)).0
    };
    let rank = |mut rows: Vec<Vec<i64>>| {
        let mut rank = 0;
        for column in 0..target.len() {
            let Some(at) = (rank..rows.len()).find(|r| rows[*r][column] % P != 0) else { continue };
            rows.swap(rank, at);
            let scale = inverse(rows[rank][column].rem_euclid(P));
            let lead: Vec<i64> = rows[rank].iter().map(|v| (v * scale).rem_euclid(P)).collect();
            for row in rows.iter_mut().skip(rank + 1) {
                let times = row[column];
                row.iter_mut().zip(&lead).for_each(|(v, l)| *v = (*v - times * l).rem_euclid(P));
            }
            rank += 1;
        }
        rank
    };
    let with = [rows, &[target.to_vec()]].concat();
    rank(with) == rank(rows.to_vec())
}

#[test]
fn the_attack_itself_works() {
    // All three, and one of them: the sum of the other two follows, neither of them does.
    let rows = [vec![1, 1, 1], vec![1, 0, 0]];
    assert!(follows(&rows, &[0, 1, 1]) && follows(&rows, &[3, 1, 1]));
    assert!(!follows(&rows, &[0, 1, 0]) && !follows(&rows, &[0, 0, 1]));
}

/// One category of complete sheets: every score shown is the sum of some people's answers. Somebody who knows it all, and
/// one's own sheet too, tries to solve for every person, every group and every union of groups that is too small.
#[test]
fn nobody_can_be_solved_for_from_all_that_is_shown() {
    let mut instrument = instrument();
    instrument.rules.minimum_group = 3;
    let (mut tried, mut shown_groups) = (0, 0);
    for own in [false, true] {
        for sizes in (0..216).map(|n| [n % 6, n / 6 % 6, n / 36]) {
            let all = measurement(&instrument, own, &sizes);
            let handed = respondents(&all, &instrument);
            let (people, first) = (handed.len() + usize::from(own), usize::from(own));
            let row = |holds: &dyn Fn(usize) -> bool| (0..people).map(|p| i64::from(holds(p))).collect::<Vec<i64>>();
            let group_of = |p: usize| p.checked_sub(first).map(|at| handed[at].group.as_str());
            // What is known before: one's own sheet.
            let mut known = if own { vec![row(&|p| p == 0)] } else { Vec::new() };
            let total = sheets(&all, &instrument).len();
            if total > 0 {
                known.push(row(&|p| p < total));
            }
            let counted = counted(handed.clone(), &instrument);
            let members: Vec<(String, Sheet)> = counted.into_iter().map(|r| (r.group, r.sheet)).collect();
            for group in groups(&instrument, &members).iter().filter(|g| g.scores.is_some()) {
                known.push(row(&|p| group_of(p) == Some(&group.name)));
                shown_groups += 1;
            }
            let names = ["g0", "g1", "g2"];
            let persons = (first..people).map(|person| row(&|p| p == person));
            let unions = (1..8).map(|set| {
                row(&|p| group_of(p).is_some_and(|g| (0..3).any(|at| set >> at & 1 == 1 && g == names[at])))
            });
            for target in persons.chain(unions).filter(|t| (1..3).contains(&t.iter().sum::<i64>())) {
                assert!(
                    !follows(&known, &target),
                    "own: {own}, groups of {sizes:?}: {target:?} follows from {known:?}"
                );
                tried += 1;
            }
        }
    }
    assert!(tried > 3000 && shown_groups > 200, "{tried} attempts, {shown_groups} groups shown");
}

#[test]
fn others_count_nowhere_until_they_are_enough_and_own_answers_always_do() {
    let instrument = instrument();
    let least = usize::try_from(instrument.rules.minimum_group).unwrap();
    for own in [false, true] {
        for others in 0..8 {
            let mut draft = measurement(&instrument, own, &[others]);
            let expected = usize::from(own) + if others >= least { others } else { 0 };
            assert_eq!(sheets(&draft, &instrument).len(), expected, "{others}, {own}");
            for (field, value) in [
                (Field::Municipalities, "0120 Värmdö"),
                (Field::ContactName, "A"),
                (Field::ContactRole, "B"),
                (Field::ContactEmail, "a@b.se"),
            ] {
                draft.write(Name::Field(field), value, "t");
            }
            let sent = check(&draft, &instrument, Along::default()).ok().map(|ready| ready.preview().sheets());
            assert_eq!(sent, (expected > 0).then_some(expected), "{others}, {own}");
        }
    }
}

/// Seven who know nothing of a category would point at the three who do, were their total shown without it.
#[test]
fn an_empty_group_does_not_point_at_the_few_who_answered() {
    let instrument = instrument();
    let category = instrument.category("teknik").unwrap();
    let of = |group: &str, knows: bool| {
        let mut sheet = draft(&instrument, |i| i).sheet(&instrument);
        if !knows {
            instrument.statements_of(category).for_each(|(i, _)| sheet.set(i, Answer::DontKnow));
        }
        (group.to_string(), sheet)
    };
    let mut members: Vec<(String, Sheet)> = (0..7).map(|_| of("Skola", false)).collect();
    members.extend((0..5).map(|n| of("It", n < 3)));
    let total = |members: &[(String, Sheet)]| {
        groups(&instrument, members).into_iter().map(|g| g.scores.unwrap().overall.is_some()).collect::<Vec<_>>()
    };
    assert_eq!(total(&members), [false, false]);
    members.extend((0..2).map(|_| of("It", true)));
    assert_eq!(total(&members), [true, true]);
}

#[test]
fn the_same_measurement_before_and_after_a_few_more_is_not_compared() {
    let instrument = instrument();
    let mut now = measurement(&instrument, true, &[7]);
    now.write(Name::Field(Field::Created), "100", "t");
    let counted = sheets(&now, &instrument);
    let before = |id: &str, sheets: usize| Baseline {
        id: id.into(),
        organisations: Vec::new(),
        date: "2026-01-01".into(),
        instrument: instrument_word(&instrument.reference),
        sheets,
        overall: report(&instrument, &counted).overall.score,
        scores: scores_of(&instrument, &report(&instrument, &counted)),
        example: false,
    };
    let near = |id: &str, sheets: usize| before(id, sheets).is_too_near(&now, &instrument, counted.len());
    assert_eq!(
        [1, 3, 4, 7, 8, 9, 12, 13].map(|n| near("100-t.5", n)),
        [false, false, true, true, false, true, true, false]
    );
    // Another measurement: other people.
    assert!(!near("1000-t.5", 7) && !near("200-t.5", 7));
    now.write(Name::Field(Field::Submission), "0d9c7a52.abc", "t");
    assert!(before("0d9c7a52", 7).is_too_near(&now, &instrument, 8));
}

/// The members of the groups whose score in this category is not shown.
fn behind<'a>(found: &'a [Group], members: &'a [(String, Sheet)], category: usize) -> Vec<usize> {
    let hides = |g: &Group| g.scores.as_ref().is_none_or(|s| s.categories[category].is_none());
    let hidden: Vec<&str> = found.iter().filter(|g| hides(g)).map(|g| g.name.as_str()).collect();
    (0..members.len()).filter(|at| hidden.contains(&members[*at].0.as_str())).collect()
}

fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![4 => (1u8..=6).prop_map(Answer::Step), 1 => Just(Answer::DontKnow), 1 => Just(Answer::Unanswered)]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// In each category, the steps that members of withheld groups gave can be redistributed among them, and nothing
    /// that is shown changes: it does not say who of them, or of which group, said what.
    #[test]
    fn nothing_shown_depends_on_who_behind_it_said_what(
        members in proptest::collection::vec((0u8..4, proptest::collection::vec(any_answer(), 30)), 5..20),
        by in 1usize..9,
    ) {
        let instrument = instrument();
        let members: Vec<(String, Sheet)> = members.iter().map(|(group, answers)| {
            let mut sheet = Sheet::empty(&instrument);
            answers.iter().enumerate().for_each(|(index, answer)| sheet.set(index, *answer));
            (group.to_string(), sheet)
        }).collect();
        let all = |members: &[(String, Sheet)]| members.iter().map(|(_, s)| s.clone()).collect::<Vec<_>>();
        let found = groups(&instrument, &members);
        let whole = report(&instrument, &all(&members));
        for category in 0..instrument.categories.len() {
            let behind = behind(&found, &members, category);
            let mut dealt = members.clone();
            for (statement, _) in instrument.statements_of(category) {
                let gave: Vec<usize> = behind.iter().copied()
                    .filter(|at| matches!(members[*at].1.get(statement), Answer::Step(_))).collect();
                for (n, at) in gave.iter().enumerate() {
                    let other = gave[(n + by) % gave.len()];
                    dealt[*at].1.set(statement, members[other].1.get(statement));
                }
            }
            prop_assert_eq!(&groups(&instrument, &dealt), &found);
            prop_assert_eq!(&report(&instrument, &all(&dealt)), &whole);
        }
    }
}
