//! Scores by group of respondents. A group smaller than the instrument's minimum is never shown by itself, nor can it be
//! had by taking what is shown from the whole.

use super::{Report, Score, report};
use crate::domain::answers::Answer;
use crate::domain::instrument::Instrument;
use crate::domain::order;
use crate::domain::sheet::Sheet;

/// One group.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its name; empty for those who named none.
    pub name: String,
    /// How many sheets it has.
    pub sheets: usize,
    /// Its scores; `None` where they are withheld.
    pub scores: Option<GroupScores>,
}

/// What is shown of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupScores {
    /// Its total; withheld with any category, which could be had from it.
    pub overall: Option<Score>,
    /// The same for its dimensions.
    pub dimensions: Vec<Option<Score>>,
    /// Each category's score; `None` where too few answered in it, or where nobody did.
    pub categories: Vec<Option<Score>>,
}

/// Counts each group, in the order of their names, so that the order of sheets decides nothing.
pub fn groups(instrument: &Instrument, sheets: &[(String, Sheet)]) -> Vec<Group> {
    let mut members: Vec<(String, Vec<Sheet>)> = Vec::new();
    for (name, sheet) in sheets {
        match members.iter_mut().find(|(known, _)| known == name) {
            Some((_, all)) => all.push(sheet.clone()),
            None => members.push((name.clone(), vec![sheet.clone()])),
        }
    }
    order::sort(&mut members, |a, b| a.0 < b.0);
    let least = instrument.rules.minimum_group;
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let sizes: Vec<u32> = members.iter().map(|(_, all)| count(all.len())).collect();
    let withheld = withhold(&sizes, &vec![false; sizes.len()], least);
    let mut cells = vec![Vec::new(); members.len()];
    for category in 0..instrument.categories.len() {
        let answered = |all: &[Sheet]| count(all.iter().filter(|s| has_step(instrument, s, category)).count());
        let sizes: Vec<u32> = members.iter().map(|(_, all)| answered(all)).collect();
        for (cells, hidden) in cells.iter_mut().zip(withhold(&sizes, &withheld, least)) {
            cells.push(hidden);
        }
    }
    let groups = members.into_iter().zip(withheld).zip(cells);
    let groups = groups.map(|(((name, all), hidden), cells)| Group {
        name,
        sheets: all.len(),
        scores: (!hidden).then(|| scores(&report(instrument, &all), &cells)),
    });
    groups.collect()
}

fn scores(report: &Report, hidden: &[bool]) -> GroupScores {
    // A mean of categories gives away the one of them that is not shown.
    let whole = !hidden.contains(&true);
    let cells = report.categories.iter().zip(hidden);
    GroupScores {
        overall: report.overall.score.filter(|_| whole),
        dimensions: report.dimensions.iter().map(|d| d.score.filter(|_| whole)).collect(),
        categories: cells.map(|(c, hidden)| c.measure.score.filter(|_| !hidden)).collect(),
    }
}

fn has_step(instrument: &Instrument, sheet: &Sheet, category: usize) -> bool {
    instrument.statements_of(category).any(|(i, _)| matches!(sheet.get(i), Answer::Step(_)))
}

/// Which of these sizes must not be shown: those below `least`, those hidden `already`, and as many more, the smallest
/// first, as it takes for what is hidden to be `least` together. A size of 0 shows and hides nothing, unless all there is
/// is too little: to tell that one of them is empty would give away the others.
fn withhold(sizes: &[u32], already: &[bool], least: u32) -> Vec<bool> {
    let mut hidden: Vec<bool> =
        sizes.iter().zip(already).map(|(size, already)| *already || (*size > 0 && *size < least)).collect();
    loop {
        let together: u32 = sizes.iter().zip(&hidden).filter(|(_, h)| **h).map(|(size, _)| *size).sum();
        let shown = sizes.iter().zip(&mut hidden).filter(|(size, hidden)| **size > 0 && !**hidden);
        match shown.min_by_key(|(size, _)| **size) {
            Some((_, hidden)) if together > 0 && together < least => *hidden = true,
            _ => {
                if together > 0 && together < least {
                    hidden.fill(true);
                }
                return hidden;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// The whole is always shown, so what is hidden can be had as one sum: it must hold enough people, or nobody, or
        /// everybody.
        #[test]
        fn what_is_withheld_holds_enough_people(
            sizes in proptest::collection::vec((0u32..12, any::<bool>()), 0..8), least in 1u32..8,
        ) {
            let (sizes, already): (Vec<u32>, Vec<bool>) = sizes.into_iter().unzip();
            let hidden = withhold(&sizes, &already, least);
            let sum = |wanted: bool| sizes.iter().zip(&hidden).filter(|(_, h)| **h == wanted).map(|(s, _)| *s).sum::<u32>();
            prop_assert!(sum(true) == 0 || sum(true) >= least || sum(false) == 0);
            for (size, hidden) in sizes.iter().zip(&hidden) {
                prop_assert!(*hidden || *size == 0 || *size >= least);
            }
        }
    }

    #[test]
    fn one_small_group_takes_the_smallest_large_one_with_it() {
        assert_eq!(withhold(&[9, 3, 6], &[false; 3], 5), [false, true, true]);
        assert_eq!(withhold(&[9, 3, 3], &[false; 3], 5), [false, true, true]);
        assert_eq!(withhold(&[9, 6], &[false; 2], 5), [false, false]);
        assert_eq!(withhold(&[3], &[false], 5), [true]);
    }

    #[test]
    fn where_few_answered_in_all_it_is_not_told_which_group_they_are_in() {
        assert_eq!(withhold(&[0, 3, 0], &[false; 3], 5), [true; 3]);
        assert_eq!(withhold(&[0, 3, 6], &[false; 3], 5), [false, true, true]);
        assert_eq!(withhold(&[0, 0], &[false; 2], 5), [false; 2]);
    }
}
