//! The one folding of text for all searching and comparing of names.
//!
//! A name is found however it is typed: in capitals, on a keyboard without å, ä and ö, with Danish letters, in any
//! Unicode normal form (macOS hands over file names decomposed), with a hyphen, a blank or a no-break blank.
//!
//! The tables cover Latin letters, which is what Swedish names are written in. `icu` or `unicode-normalization` would
//! add tens of kilobytes to the wasm for scripts that do not occur; the tests compare with the latter.

/// The letters U+00C0 to U+024F without case and marks. `.` stands for a letter that is left as it is.
const LATIN: &[u8; 400] = b"\
aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
bbbb...cc.ddd....ffg...ikkl..nnooo..pp.....ttttuu.vyyzz.........\
.....d..l..n.aaiioouuuuuuuuuu.aaaaaaggggkkoooo..j.d.gg..nnaaaaoo\
aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyylnt...acclts\
z..b..eejj.qrryy";

/// The letters U+1E00 to U+1EFF (Latin Extended Additional), in the same way.
const LATIN_ADDITIONAL: &[u8; 256] = b"\
aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwyas..s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy....yy";

const COMBINING_RING: char = '\u{30A}';
const COMBINING_DIAERESIS: char = '\u{308}';

/// Folds a text for comparing: lower case, no marks on letters (ö, ø and o are one, so are ä, æ and a), and every run of
/// hyphens, blanks and other signs is one blank, none at the ends.
///
/// ```
/// use digitaliseringskommun::domain::fold::fold;
/// assert_eq!(fold(" Upplands-Väsby"), fold("UPPLANDS vasby"));
/// ```
pub fn fold(text: &str) -> String {
    let plain = |c: char| match c {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        c => c,
    };
    swedish(text).chars().map(plain).collect()
}

/// Folds a text as [`fold`] does, but å, ä and ö stay: in Swedish they are letters of their own. For sorting names, and
/// for telling Habo from Håbo where both fit.
pub fn swedish(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match (c, folded.chars().next_back()) {
            (COMBINING_RING, Some('a')) => replace_last(&mut folded, 'å'),
            (COMBINING_DIAERESIS, Some('a')) => replace_last(&mut folded, 'ä'),
            (COMBINING_DIAERESIS, Some('o')) => replace_last(&mut folded, 'ö'),
            (c, last) => match letter(c) {
                Some(' ') if last.is_none_or(|last| last == ' ') => {}
                Some(folded_letter) => folded.push(folded_letter),
                None => {}
            },
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn replace_last(text: &mut String, letter: char) {
    text.pop();
    text.push(letter);
}

/// The folded form of one character; a blank for a sign, nothing for a mark on a letter or a character without width.
fn letter(c: char) -> Option<char> {
    Some(match c {
        'å' | 'Å' | '\u{212B}' => 'å',
        'ä' | 'Ä' | 'æ' | 'Æ' => 'ä',
        'ö' | 'Ö' | 'ø' | 'Ø' => 'ö',
        '\u{212A}' => 'k',
        c if c.is_ascii_alphanumeric() => c.to_ascii_lowercase(),
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' => {
            return None;
        }
        // Combining marks of Latin letters.
        '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' => return None,
        '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}' => return None,
        // ASCII and Latin-1 signs, then general punctuation with its blanks and dashes, and mathematical signs.
        '\0'..='\u{BF}' | '\u{1680}' | '\u{2000}'..='\u{206F}' | '\u{2200}'..='\u{22FF}' | '\u{3000}' => ' ',
        '\u{FE58}' | '\u{FE63}' => ' ',
        // Full width forms of ASCII.
        '\u{FF01}'..='\u{FF5E}' => return char::from_u32(u32::from(c) - 0xFEE0).and_then(letter),
        c => from_table(LATIN, 0xC0, c).or_else(|| from_table(LATIN_ADDITIONAL, 0x1E00, c)).unwrap_or(c),
    })
}

/// The letter that a table which begins at `start` gives for `c`.
fn from_table(table: &[u8], start: u32, c: char) -> Option<char> {
    let index = usize::try_from(u32::from(c).checked_sub(start)?).ok()?;
    table.get(index).filter(|letter| **letter != b'.').map(|letter| char::from(*letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn letters_with_and_without_marks_are_equal() {
        for (typed, name) in [
            ("varmdo", "Värmdö"),
            ("VÆRMDØ", "Värmdö"),
            ("ostersund", "Östersund"),
            ("angelholm", "Ängelholm"),
            ("Hábo", "Håbo"),
            ("ÅNGSTRÖM", "A\u{30A}ngstro\u{308}m"),
            ("Åre", "\u{212B}re"),
            ("lodz", "Łódź"),
            ("ＭＡＬＭＯ", "Malmö"),
        ] {
            assert_eq!(fold(typed), fold(name), "{typed}");
        }
        assert_eq!(swedish("Ha\u{30A}bo"), "håbo");
        assert_ne!(swedish("Håbo"), swedish("Habo"));
    }

    #[test]
    fn hyphens_blanks_and_other_signs_are_one_blank() {
        for typed in [
            "Upplands-Bro",
            "upplands bro",
            "Upplands\u{A0}Bro",
            "Upplands\u{2009}Bro",
            "Upplands\u{2011}Bro",
            "Upplands\u{202F}\u{2013} Bro",
            " Upp\u{AD}lands  -  bro. ",
            "Upp\u{200B}lands\u{3000}Bro",
        ] {
            assert_eq!(fold(typed), "upplands bro", "{typed:?}");
        }
        assert_eq!(fold(" -– "), "");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// Latin text with signs and marks: `unicode-normalization` is what a system may have done to it.
        #[test]
        fn every_normal_form_folds_alike(text in "[ -~\u{A0}-\u{17F}\u{1CD}-\u{1DC}\u{218}-\u{21B}\u{300}-\u{33F}\u{1E00}-\u{1EF9}\u{2000}-\u{2064}]{0,24}") {
            let folded = fold(&text);
            prop_assert_eq!(&fold(&text.nfc().collect::<String>()), &folded);
            prop_assert_eq!(&fold(&text.nfd().collect::<String>()), &folded);
            prop_assert_eq!(&fold(&text.to_lowercase()), &folded);
            prop_assert_eq!(&fold(&folded), &folded);
        }

        #[test]
        fn no_text_makes_it_stumble(text in any::<String>()) {
            let folded = fold(&text);
            prop_assert_eq!(folded.trim(), &folded);
            prop_assert!(!folded.contains("  "));
        }
    }
}
