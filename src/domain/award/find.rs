//! Finding municipalities by what somebody types.

use super::{Municipality, collation_key};
use crate::domain::fold::{fold, swedish};

/// How well a name fits what was typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// Where in the name it fits.
    pub place: Place,
    /// Whether it fits only with the marks of letters put aside: "habo" is Habo before it is Håbo.
    pub without_marks: bool,
}

/// Where in a name the typed text was found, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// It is the name, or the name of its authority: "Malmö stad".
    Whole,
    /// It begins the name.
    Start,
    /// It begins a later word of the name.
    Word,
    /// It stands within a word.
    Within,
}

/// What may follow a name in the name of its authority, folded. After a name that ends in s nothing is added.
const ENDINGS: [&str; 5] = [" kommun", "s kommun", " stad", "s stad", " municipality"];

/// How well `name` fits `typed`; `None` where it does not. Both are compared folded ([`fold`]), and what is typed may be
/// the authority's name, whole or as far as it has come: "Göteborgs stad", "Region Gotland", "Falu kommun".
pub fn matches_name(name: &str, typed: &str) -> Option<Rank> {
    matches(&Folded::of(name), &Folded::of(typed))
}

/// The municipalities that fit what was typed and are not chosen yet, the best first and then by name; at most `limit`.
/// Nothing typed finds nothing.
pub fn find_municipalities(
    all: &[Municipality],
    chosen: &[Municipality],
    typed: &str,
    limit: usize,
) -> Vec<Municipality> {
    ranked(all, chosen, typed).into_iter().take(limit).map(|(_, municipality)| municipality.clone()).collect()
}

/// The municipality that was typed in full; `None` where the text fits none as a whole, or several equally well.
pub fn named_municipality(all: &[Municipality], chosen: &[Municipality], typed: &str) -> Option<Municipality> {
    let ranked = ranked(all, chosen, typed);
    let mut best = ranked.iter().take_while(|(rank, _)| ranked.first().is_some_and(|(first, _)| rank == first));
    match (best.next(), best.next()) {
        (Some((rank, municipality)), None) if rank.place == Place::Whole => Some((*municipality).clone()),
        _ => None,
    }
}

fn ranked<'a>(all: &'a [Municipality], chosen: &[Municipality], typed: &str) -> Vec<(Rank, &'a Municipality)> {
    let typed = Folded::of(typed);
    let left = all.iter().filter(|m| !chosen.contains(m));
    let mut found: Vec<_> = left.filter_map(|m| Some((matches(&Folded::of(&m.name), &typed)?, m))).collect();
    found.sort_by_cached_key(|(rank, municipality)| (*rank, collation_key(&municipality.name)));
    found
}

/// A text in both foldings.
struct Folded {
    plain: String,
    swedish: String,
}

impl Folded {
    fn of(text: &str) -> Folded {
        Folded { plain: fold(text), swedish: swedish(text) }
    }
}

fn matches(name: &Folded, typed: &Folded) -> Option<Rank> {
    let place = place(&name.plain, &typed.plain)?;
    let without_marks = self::place(&name.swedish, &typed.swedish) != Some(place);
    Some(Rank { place, without_marks })
}

fn place(name: &str, typed: &str) -> Option<Place> {
    if typed.is_empty() {
        return None;
    }
    // The only region that is a municipality.
    let region = (name == "gotland").then(|| begins("region gotland", typed)).flatten();
    let later_words = name.match_indices(' ').filter_map(|(at, blank)| name.get(at + blank.len()..));
    let later_word = || later_words.into_iter().find_map(|words| begins(words, typed)).map(|_| Place::Word);
    let within = || name.contains(typed).then_some(Place::Within);
    begins(name, typed).or(region).or_else(later_word).or_else(within)
}

/// Whether `typed` is the name or a beginning of it, with or without an ending of authorities.
fn begins(name: &str, typed: &str) -> Option<Place> {
    if name == typed {
        return Some(Place::Whole);
    }
    let endings = typed.strip_prefix(name).map(|rest| (rest, &ENDINGS[..]));
    // The authority of Falun is "Falu kommun".
    let stem = name.strip_suffix('n').and_then(|stem| typed.strip_prefix(stem)).map(|rest| (rest, &ENDINGS[..1]));
    match endings.or(stem) {
        Some((rest, endings)) if endings.contains(&rest) => Some(Place::Whole),
        Some((rest, endings)) if endings.iter().any(|ending| ending.starts_with(rest)) => Some(Place::Start),
        _ => name.starts_with(typed).then_some(Place::Start),
    }
}

/// What is typed where whole texts are searched: words that each begin a word of the text, in any order. The name of
/// an authority finds what its municipality finds.
pub(super) struct Words {
    words: Vec<String>,
    /// The words before "kommun" or "stad", where the last word is one of them or a beginning of it.
    before_ending: Option<Vec<String>>,
}

impl Words {
    /// The words of a typed text.
    pub fn of(typed: &str) -> Words {
        let folded = fold(typed);
        let mut words: Vec<&str> = folded.split_whitespace().collect();
        if matches!(words.as_slice(), ["region", next, ..] if "gotland".starts_with(next)) {
            words.remove(0);
        }
        let owned = |words: &[&str]| words.iter().map(|word| [" ", word].concat()).collect::<Vec<String>>();
        let before_ending = match words.as_slice() {
            [before @ .., last] if !before.is_empty() && is_ending(last) => Some(owned(before)),
            _ => None,
        };
        Words { words: owned(&words), before_ending }
    }

    /// Whether they all fit a text that was prepared by [`Words::searchable`].
    pub fn fit(&self, searchable: &str) -> bool {
        let genitive_of = |stem: &str| searchable.contains([stem, " "].concat().as_str());
        let fits =
            |word: &String| searchable.contains(word.as_str()) || word.strip_suffix('s').is_some_and(genitive_of);
        self.words.iter().all(fits) || self.before_ending.as_ref().is_some_and(|words| words.iter().all(fits))
    }

    /// A text in the form that is searched: folded, with a blank on each side of every word.
    pub fn searchable(text: &str) -> String {
        [" ", &fold(text), " "].concat()
    }
}

fn is_ending(word: &str) -> bool {
    ENDINGS.iter().any(|ending| ending.trim_start_matches('s').trim_start().starts_with(word))
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::award::parse_municipalities;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    fn all() -> &'static [Municipality] {
        static ALL: LazyLock<Vec<Municipality>> = LazyLock::new(|| {
            let file = std::fs::read("public/data/kommuner.json").expect("the register");
            parse_municipalities(&file).expect("a good one")
        });
        &ALL
    }

    fn found(typed: &str) -> Vec<String> {
        find_municipalities(all(), &[], typed, 8).into_iter().map(|m| m.name).collect()
    }

    #[test]
    fn a_name_is_found_without_swedish_letters_and_by_the_name_of_its_authority() {
        for (typed, name) in [
            ("varmdo", "Värmdö"),
            ("ostersund", "Östersund"),
            ("angelholm", "Ängelholm"),
            ("Ängelholms kommun", "Ängelholm"),
            ("Malmö stad", "Malmö"),
            ("MALMO STAD", "Malmö"),
            ("Mora kommun", "Mora"),
            ("Göteborgs stad", "Göteborg"),
            ("Göteborgs Stad", "Göteborg"),
            ("Västerås stad", "Västerås"),
            ("Stockholms stad", "Stockholm"),
            ("Falu kommun", "Falun"),
            ("Faluns kommun", "Falun"),
            ("Region Gotland", "Gotland"),
            ("Gotlands kommun", "Gotland"),
            ("Malmö Municipality", "Malmö"),
            ("Upplands-Väsby", "Upplands Väsby"),
            ("upplands bro", "Upplands-Bro"),
            ("Upplands\u{A0}bro", "Upplands-Bro"),
            ("dals ed", "Dals-Ed"),
            ("Dals-Eds kommun", "Dals-Ed"),
            ("Lilla Edets kommun", "Lilla Edet"),
            ("O\u{308}stra Go\u{308}inge", "Östra Göinge"),
        ] {
            assert_eq!(found(typed).first().map(String::as_str), Some(name), "{typed}");
            assert_eq!(matches_name(name, typed).map(|r| r.place), Some(Place::Whole), "{typed}");
            assert_eq!(named_municipality(all(), &[], typed).map(|m| m.name).as_deref(), Some(name), "{typed}");
        }
    }

    #[test]
    fn the_letters_that_were_typed_count_where_two_names_fold_alike() {
        assert_eq!(found("habo"), ["Habo", "Håbo"]);
        assert_eq!(found("håbo"), ["Håbo", "Habo"]);
        assert_eq!(named_municipality(all(), &[], "Håbo kommun").map(|m| m.name).as_deref(), Some("Håbo"));
        assert_eq!(named_municipality(all(), &[], "hábo").map(|m| m.name).as_deref(), Some("Habo"));
        // Both fit equally badly: none of them is what was typed.
        assert_eq!(named_municipality(all(), &[], "häbo"), None);
        assert_eq!(found("å").first().map(String::as_str), Some("Åmål"));
    }

    #[test]
    fn names_that_begin_with_it_come_before_words_and_words_before_what_is_within() {
        assert_eq!(found("ed")[..4], ["Eda", "Dals-Ed", "Lilla Edet", "Gislaved"]);
        assert_eq!(found("väsby"), ["Upplands Väsby"]);
        assert_eq!(found("upplands"), ["Upplands-Bro", "Upplands Väsby"]);
        assert!(found("kommun").is_empty() && found("region").len() == 1 && found(" – ").is_empty());
        assert_eq!(found("stad").len(), 8, "it is a part of many names");
        assert!(found("xyz").is_empty() && found("Malmö hamn").is_empty() && found("Norrköpings").len() == 1);
    }

    #[test]
    fn what_is_chosen_is_not_found_again() {
        let all = all();
        let chosen: Vec<_> = all.iter().filter(|m| m.name == "Mora").cloned().collect();
        assert!(find_municipalities(all, &chosen, "mora", 8).iter().all(|m| m.name != "Mora"));
        assert_eq!(named_municipality(all, &chosen, "Mora kommun"), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// The list never runs empty while a name of an authority is being typed.
        #[test]
        fn every_beginning_of_every_name_finds_it(at in 0_usize..290, ending in 0_usize..ENDINGS.len(), until in 1_usize..40) {
            let all = all();
            let municipality = all.get(at).expect("one of 290");
            let whole: String = [&municipality.name, *ENDINGS.get(ending).expect("an ending")].concat();
            let typed: String = whole.chars().take(until).collect();
            let rank = matches_name(&municipality.name, &typed).expect("it fits");
            prop_assert!(rank.place <= Place::Start && !rank.without_marks, "{} {:?}", typed, rank);
            prop_assert!(find_municipalities(all, &[], &typed, usize::MAX).contains(municipality));
            prop_assert!(find_municipalities(all, &[], &fold(&typed), usize::MAX).contains(municipality));
        }

        #[test]
        fn no_text_makes_it_stumble(typed in any::<String>(), limit in 0_usize..9) {
            prop_assert!(find_municipalities(all(), &[], &typed, limit).len() <= limit);
        }
    }
}
