//! Where things lie in a picture. Lengths are units of the drawing, which are pixels at its natural size.

/// Room around everything.
pub const MARGIN: i64 = 20;
/// From the baseline of a caption to its drawing.
pub const CAPTION_GAP: i64 = 8;
/// The height of a caption with the room above it.
const CAPTION: i64 = 38;
/// The height of a line of the title, and the room below the last.
const LINE: i64 = 26;
const BELOW_TITLE: i64 = 18;
/// The letters that a line of the title has room for, and the width that so many need.
const LETTERS: usize = 56;
const LEAST_WIDTH: i64 = 680;
/// The height of the line that says whose figures these are, with the room above it.
const FOOT: i64 = 30;

/// The part of its own plane that a drawing shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ViewBox {
    pub left: i64,
    pub top: i64,
    width: i64,
    height: i64,
}

impl ViewBox {
    /// Reads the attribute `viewBox` as our charts have it: four whole numbers.
    pub fn parse(text: &str) -> Option<ViewBox> {
        let numbers: Vec<i64> = text.split_whitespace().map_while(|word| word.parse().ok()).collect();
        let [left, top, width, height] = *numbers.as_slice() else { return None };
        Some(ViewBox { left, top, width, height })
    }
}

/// A picture laid out.
#[derive(Debug, PartialEq, Eq)]
pub struct Layout {
    pub width: u32,
    pub height: u32,
    /// The lines of the title, each with its baseline.
    pub title: Vec<(String, i64)>,
    /// The upper edge of each drawing.
    pub panels: Vec<i64>,
    /// The baseline of the line at the foot.
    pub source: i64,
}

impl Layout {
    /// Lays out drawings under each other, each with whether it has a caption above it.
    pub fn new(title: &str, panels: &[(ViewBox, bool)], has_source: bool) -> Layout {
        let title: Vec<_> = lines(title).into_iter().zip((MARGIN + 20..).step_by(LINE as usize)).collect();
        let mut y = MARGIN + BELOW_TITLE + LINE * title.iter().map(|_| 1).sum::<i64>();
        let mut tops = Vec::new();
        for (view_box, captioned) in panels {
            y += if *captioned { CAPTION } else { 0 };
            tops.push(y);
            y += view_box.height;
        }
        let widest = panels.iter().map(|(view_box, _)| view_box.width + 2 * MARGIN).max().unwrap_or(0);
        let height = y + MARGIN + if has_source { FOOT } else { 0 };
        let whole = |n: i64| u32::try_from(n).unwrap_or(0);
        Layout {
            width: whole(widest.max(LEAST_WIDTH)),
            height: whole(height),
            title,
            panels: tops,
            source: height - MARGIN + 4,
        }
    }
}

/// A title in lines that fit, broken between words.
fn lines(title: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in title.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_box_is_four_whole_numbers() {
        let read = |text| ViewBox::parse(text).map(|of| (of.left, of.top, of.width, of.height));
        assert_eq!(read("-26 -26 252 152"), Some((-26, -26, 252, 152)));
        for wrong in ["", "0 0 10", "0 0 10 x", "0 0 10 10 10"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_long_title_is_broken_between_words() {
        let title = "Profilen går från 38,1\u{a0}% (Teknik och drift) till 71,2\u{a0}% (Effektivitet)";
        let all = lines(title);
        assert_eq!(all, ["Profilen går från 38,1\u{a0}% (Teknik och drift) till 71,2\u{a0}%", "(Effektivitet)"]);
        assert_eq!(lines("Kort"), ["Kort"]);
    }

    fn size(width: i64, height: i64) -> ViewBox {
        ViewBox { left: 0, top: 0, width, height }
    }

    #[test]
    fn a_chart_stands_below_its_title_and_above_its_source() {
        let laid = Layout::new("Kort", &[(size(320, 200), false)], true);
        assert_eq!((laid.width, laid.height), (680, 20 + 44 + 200 + 30 + 20));
        assert_eq!((laid.title.as_slice(), laid.panels.as_slice()), (&[("Kort".to_string(), 40)][..], &[64][..]));
        assert!(laid.source > 264 && laid.source < i64::from(laid.height));
        assert_eq!(Layout::new("Kort", &[(size(900, 200), false)], false).width, 940);
    }

    #[test]
    fn drawings_with_captions_stand_under_each_other() {
        let laid = Layout::new("Kort", &[(size(320, 40), true), (size(320, 40), true)], false);
        assert_eq!((laid.panels, laid.height), (vec![102, 180], 240));
    }
}
