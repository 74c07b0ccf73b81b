//! Charts as pictures of their own: SVG that needs no style sheet and no page, light and printable.

use super::several::{parts, title_of};
use super::{Found, compare, page, shown};
use crate::charts::bars::{self, draw};
use crate::charts::dots::wide;
use crate::charts::field::field;
use crate::charts::radar::radar;
use crate::domain::scoring::Score;
use crate::i18n::results;
use crate::strings::html::Html;

/// How each class looks without the style sheet. The colours are those of the light page.
const LOOKS: [(&str, &str); 34] = [
    ("ground", "fill=\"#efebe2\" stroke=\"#7d7869\""),
    ("q-on", "fill=\"#fdf0c8\""),
    ("q-label", "font-size=\"12\" fill=\"#4a586e\""),
    ("grid", "stroke=\"#d8d1c3\" fill=\"none\""),
    ("threshold", "stroke=\"#7d7869\" stroke-dasharray=\"4 4\" fill=\"none\""),
    ("label", "font-size=\"15\" font-weight=\"500\" fill=\"#12233d\""),
    ("value", "font-size=\"15\" font-weight=\"700\" fill=\"#12233d\""),
    ("axis", "font-size=\"12\" fill=\"#4a586e\""),
    ("axis-name", "font-size=\"13\" font-weight=\"700\" fill=\"#12233d\""),
    ("range-formaga", "fill=\"#cfe8e3\" rx=\"5\""),
    ("range-arv", "fill=\"#e9d9f1\" rx=\"5\""),
    ("range-total", "fill=\"#dfeaf5\" rx=\"5\""),
    ("mark-total", "fill=\"#0a4f8f\" rx=\"2\""),
    ("mark-inside", "fill=\"#ffffff\""),
    ("mark-formaga", "fill=\"#0a6b63\""),
    ("mark-arv", "fill=\"#7b3f98\" rx=\"2\""),
    ("spread", "stroke=\"#12233d\" stroke-width=\"2\""),
    ("target", "fill=\"#fff\" stroke=\"#12233d\" stroke-width=\"2\""),
    ("before", "fill=\"#fff\" stroke=\"#12233d\" stroke-width=\"2\""),
    ("change-line", "stroke=\"#12233d\" stroke-width=\"2\""),
    ("possible", "fill=\"#0a4f8f\" fill-opacity=\"0.16\" stroke=\"#0a4f8f\""),
    ("here", "fill=\"#0a4f8f\" stroke=\"#ffffff\" stroke-width=\"3\""),
    ("other", "fill=\"#4a586e\" fill-opacity=\"0.35\""),
    ("web", "fill=\"#0a4f8f\" fill-opacity=\"0.16\" stroke=\"#0a4f8f\" stroke-width=\"2.5\""),
    ("step-1", "fill=\"#ffe8ec\" stroke=\"#fff\""),
    ("step-2", "fill=\"#f2a8ba\" stroke=\"#fff\""),
    ("step-3", "fill=\"#cf7a95\" stroke=\"#fff\""),
    ("step-4", "fill=\"#197b85\" stroke=\"#fff\""),
    ("step-5", "fill=\"#095862\" stroke=\"#fff\""),
    ("step-6", "fill=\"#06363e\" stroke=\"#fff\""),
    ("open", "fill=\"#efebe2\" stroke=\"#7d7869\" stroke-dasharray=\"3 3\""),
    ("frame", "fill=\"none\" stroke=\"#7d7869\""),
    ("title", "font-size=\"20\" font-weight=\"700\" fill=\"#12233d\""),
    ("source", "font-size=\"12\" fill=\"#4a586e\""),
];

/// Room above a chart for its title, by line and in all, and below it for what it is.
const LINE: i64 = 26;
const HEAD: i64 = 44 - LINE;
/// The letters that a line of a title has room for.
const LETTERS: usize = 56;
const FOOT: i64 = 30;
const MARGIN: i64 = 20;

/// The picture of a chart by what its buttons name it. `None` for a chart that this result does not have.
pub(super) fn picture(found: &Found<'_>, name: &str) -> Option<String> {
    let locale = found.locale;
    let threshold = Score::from_percent(found.instrument.rules.threshold_percent);
    let single = found.single();
    let mut h = Html::new();
    let title = match name {
        "laget" => {
            let title = page::position_title(found);
            field(&mut h, found.instrument, found.report, &page::others(&single), (&title, locale));
            title
        }
        "kategorier" => {
            let title = page::categories_title(found);
            wide(&mut h, &page::rows(found, &page::ranked(found), &single), threshold, &title, locale);
            title
        }
        "spindel" => {
            let title = page::radar_title(found);
            radar(&mut h, &page::axes(found), threshold, &title);
            title
        }
        _ => match name.strip_prefix("fordelning-") {
            Some(category) => distribution(&mut h, found, category)?,
            None => {
                let (title, rows) = compare::chart(found, name)?;
                wide(&mut h, &rows, threshold, &title, locale);
                title
            }
        },
    };
    alone(h.as_str(), &title, &about(found))
}

/// All bars of one category under each other.
fn distribution(h: &mut Html, found: &Found<'_>, category: &str) -> Option<String> {
    let index = found.instrument.category(category)?;
    let (locale, title) = (found.locale, title_of(found, index));
    let rows: Vec<_> = found.instrument.statements_of(index).collect();
    // A line of text above each bar.
    let row = 38 + bars::ALL;
    let height = (row * i64::try_from(rows.len()).ok()?).to_string();
    h.open(
        "svg",
        &[("class", "wide"), ("viewBox", &["0 0 640 ", &height].concat()), ("role", "img"), ("aria-label", &title)],
    );
    for (at, (i, statement)) in (0i64..).zip(rows) {
        let counted = found.report.statements.get(i)?;
        let y = at * row;
        h.open("g", &[("transform", &["translate(0 ", &(y + 16).to_string(), ")"].concat())]);
        h.el("text", &[("class", "label")], statement.label.get(locale));
        let value = [("class", "value"), ("x", "640"), ("text-anchor", "end")];
        h.el("text", &value, &shown(locale, counted.measure.score)).close("g");
        h.open("g", &[("transform", &["translate(0 ", &(y + 24).to_string(), ")"].concat())]);
        draw(h, &parts(counted), 640);
        h.close("g");
    }
    h.close("svg");
    Some(title)
}

/// Whose figures these are: organisation, questionnaire, number of sheets.
fn about(found: &Found<'_>) -> String {
    let organisations = found.draft.organisations();
    let names: Vec<&str> = organisations.iter().map(|(_, name)| *name).collect();
    let sheets = crate::i18n::respondents_count(found.locale, found.sheets.len());
    let example = if found.is_example() { [results(found.locale).example, " · "].concat() } else { String::new() };
    let names = crate::i18n::list(found.locale, &names);
    [&example, &names, " · ", found.instrument.title.get(found.locale), " · ", &sheets].concat()
}

/// A drawing that stands alone: with size, title, ground and its looks as attributes.
fn alone(drawing: &str, title: &str, about: &str) -> Option<String> {
    let (frame, rest) = drawing.split_once('>')?;
    let inside = rest.strip_suffix("</svg>")?;
    let view_box = frame.split_once("viewBox=\"0 0 ")?.1.split_once('"')?.0;
    let (width, height) = view_box.split_once(' ')?;
    let (width, height): (i64, i64) = (width.parse().ok()?, height.parse().ok()?);
    let lines = lines(title);
    let head = HEAD + LINE * i64::try_from(lines.len()).unwrap_or(1);
    let (all_width, all_height) = ((width + 2 * MARGIN).max(680), height + head + FOOT + 2 * MARGIN);
    let mut h = Html::new();
    let size = [all_width.to_string(), all_height.to_string()];
    let view = ["0 0 ", &size[0], " ", &size[1]].concat();
    h.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("width", &size[0]),
            ("height", &size[1]),
            ("viewBox", &view),
            ("font-family", "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif"),
            ("font-size", "13"),
            ("fill", "#12233d"),
        ],
    );
    h.el("title", &[], title)
        .open("rect", &[("width", &size[0]), ("height", &size[1]), ("fill", "#ffffff")])
        .close("rect");
    let x = MARGIN.to_string();
    for (line, at) in lines.iter().zip(0i64..) {
        h.el("text", &[("class", "title"), ("x", &x), ("y", &(MARGIN + 20 + LINE * at).to_string())], line);
    }
    let foot = (all_height - MARGIN + 4).to_string();
    h.el("text", &[("class", "source"), ("x", &x), ("y", &foot)], about);
    h.open("g", &[("transform", &["translate(", &x, " ", &(MARGIN + head).to_string(), ")"].concat())]);
    h.add(Html::written(inside.to_string())).close("g").close("svg");
    Some(with_looks(h.as_str()))
}

/// A title in lines that fit, broken between words.
fn lines(title: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in title.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LETTERS => line.push_str(&[" ", word].concat()),
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

/// Classes become what they look like; of two, the last that is known.
fn with_looks(drawing: &str) -> String {
    let mut plain = String::with_capacity(drawing.len() * 2);
    let mut rest = drawing;
    while let Some((before, after)) = rest.split_once(" class=\"") {
        let (classes, after) = after.split_once('"').unwrap_or((after, ""));
        plain.push_str(before);
        if let Some(step) = classes.strip_prefix("on ") {
            // A figure in a bar: dark on pale parts, light on deep ones.
            let deep = matches!(step, "step-4" | "step-5" | "step-6");
            plain.push_str(" font-weight=\"700\" font-size=\"13\" fill=\"");
            plain.push_str(if deep { "#ffffff\"" } else { "#10202a\"" });
        } else if let Some((_, look)) = LOOKS.iter().find(|(class, _)| *class == classes) {
            plain.push(' ');
            plain.push_str(look);
        }
        rest = after;
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_is_broken_between_words() {
        let title = "Profilen går från 38,1\u{a0}% (Teknik och drift) till 71,2\u{a0}% (Effektivitet)";
        let all = lines(title);
        assert_eq!(all, ["Profilen går från 38,1\u{a0}% (Teknik och drift) till 71,2\u{a0}%", "(Effektivitet)"]);
        assert_eq!(lines("Kort"), ["Kort"]);
    }
}
