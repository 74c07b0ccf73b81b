//! Several respondents: inviting them, what has come of the files they hand back, and who has answered.

use super::Found;
use crate::browser::intl;
use crate::domain::draft::{Field, instrument_word};
use crate::domain::hand_in::Outcome;
use crate::domain::invitation::{Invitation, groups};
use crate::domain::respondents::Respondent;
use crate::domain::text::Locale;
use crate::i18n::{answered_of, files_put_in, pick, respondents as texts, share_answered, too_few};
use crate::strings::html::Html;

/// The fields of an invitation: groups, and how many are expected.
pub(super) fn fields(found: &Found<'_>) -> Html {
    let (r, draft, mut h) = (texts(found.locale), found.draft, Html::new());
    h.el("h2", &[], r.invite).open("div", &[("class", "field")]).el("label", &[("for", "grupper")], r.groups);
    h.el("p", &[("class", "hint"), ("id", "grupper-h")], r.groups_hint);
    let groups = [("id", "grupper"), ("rows", "4"), ("maxlength", "2000"), ("aria-describedby", "grupper-h")];
    h.el("textarea", &groups, draft.field(Field::Groups)).close("div");
    h.open("div", &[("class", "field")]).el("label", &[("for", "vantade")], r.expected);
    h.el("p", &[("class", "hint"), ("id", "vantade-h")], r.expected_hint);
    let input = [
        ("id", "vantade"),
        ("type", "text"),
        ("inputmode", "numeric"),
        ("maxlength", "5"),
        ("class", "short"),
        ("aria-describedby", "vantade-h"),
        ("value", draft.field(Field::Expected)),
    ];
    h.open("input", &input).close("div");
    h
}

/// The link that invites, to be copied. `address` is that of the page it leads to, `origin` the measurement's: the copy
/// of the draft that is here does not know it.
pub(super) fn link(found: &Found<'_>, address: &str, origin: &str) -> Html {
    let (r, mut h) = (texts(found.locale), Html::new());
    let mut invitation = Invitation::to(found.draft, &instrument_word(&found.instrument.reference));
    invitation.to = origin.to_string();
    h.open("div", &[("class", "field")]).el("label", &[("for", "lank-text")], r.link);
    h.el("p", &[("class", "hint"), ("id", "lank-h")], r.link_hint);
    let area = [("id", "lank-text"), ("rows", "3"), ("readonly", ""), ("aria-describedby", "lank-h")];
    h.el("textarea", &area, &[address, "#", &invitation.fragment()].concat()).close("div").open("p", &[]);
    h.el("button", &[("class", "btn quiet"), ("type", "button"), ("data-copy-link", "")], r.copy_link);
    let whole = [address, "#", &invitation.fragment()].concat();
    let file = [("class", "btn quiet"), ("type", "button"), ("data-take", "inbjudan"), ("data-chart", whole.as_str())];
    h.text(" ").el("button", &file, r.save_invitation).close("p");
    h
}

/// The field for files.
pub(super) fn hand_in(locale: Locale) -> Html {
    let (r, mut h) = (texts(locale), Html::new());
    h.el("h2", &[], r.hand_in).open("div", &[("class", "field drop")]).el("label", &[("for", "filer")], r.files);
    h.el("p", &[("class", "hint"), ("id", "filer-h")], r.files_hint);
    let input = [
        ("id", "filer"),
        ("type", "file"),
        ("multiple", ""),
        ("accept", ".html,.json,text/html,application/json"),
        ("aria-describedby", "filer-h"),
        ("data-hand-in", ""),
    ];
    h.open("input", &input).close("div");
    h
}

/// What has come of the files: each by its name and the word of its [`Outcome`], or a sentence of its own.
pub(super) fn outcomes(files: &[(String, String)], locale: Locale) -> Html {
    let (r, mut h) = (texts(locale), Html::new());
    let is = |word: &str, outcome: Outcome| word == outcome.word();
    let taken = files.iter().filter(|(_, word)| is(word, Outcome::New)).count();
    if taken > 0 {
        h.el("p", &[("class", "state ok")], &files_put_in(locale, taken));
    }
    let mut left = files.iter().filter(|(_, word)| !is(word, Outcome::New) && !is(word, Outcome::Later)).peekable();
    if left.peek().is_some() {
        h.open("ul", &[("class", "files")]);
        for (file, word) in left {
            let why = Outcome::parse(word).map_or(word.as_str(), |outcome| said(outcome, locale));
            h.open("li", &[]).el("b", &[], file).text(": ").text(why).close("li");
        }
        h.close("ul");
    }
    let mut later = files.iter().filter(|(_, word)| is(word, Outcome::Later)).peekable();
    if later.peek().is_some() {
        h.open("div", &[("class", "note warn"), ("role", "alert")]).el("p", &[], r.later_question);
        h.open("ul", &[("class", "files")]);
        for (file, _) in later {
            h.el("li", &[], file);
        }
        h.close("ul").open("p", &[("class", "row")]);
        for (choice, text) in [("yes", r.replace), ("no", r.keep)] {
            h.el("button", &[("class", "btn quiet"), ("type", "button"), ("data-later", choice)], text);
        }
        h.close("p").close("div");
    }
    h
}

fn said(outcome: Outcome, locale: Locale) -> &'static str {
    let r = texts(locale);
    match outcome {
        Outcome::New => r.is_new,
        Outcome::Later => r.is_later,
        Outcome::Replaced => r.replaced,
        Outcome::Earlier => r.is_earlier,
        Outcome::Same => r.is_same,
        Outcome::OtherInstrument => r.is_other_instrument,
        Outcome::OtherMeasurement => r.is_other,
        Outcome::Empty => r.is_empty,
        Outcome::Itself => r.is_itself,
        Outcome::TooLong => r.is_long,
        Outcome::TooMany => r.is_many,
    }
}

/// That the answers of others do not count, where they are too few.
pub(super) fn uncounted(found: &Found<'_>) -> Html {
    let mut h = Html::new();
    if found.counted.len() < found.handed.len() {
        let why = too_few(found.locale, found.handed.len(), found.instrument.rules.minimum_group);
        h.el("p", &[("class", "note"), ("id", "raknas-inte")], &why);
    }
    h
}

/// How many stand in the list at once; the others are folded away.
const LISTED: usize = 100;

/// `Visa 40 till`.
fn more_sheets(locale: Locale, count: usize) -> String {
    [pick(locale, "Visa ", "Show "), &count.to_string(), pick(locale, " till", " more")].concat()
}

/// Who has answered: a row for each sheet, and the share of those expected. `choosing` is the sheet whose group is being
/// chosen.
pub(super) fn table(found: &Found<'_>, removed: bool, choosing: &str) -> Html {
    let (r, locale, mut h) = (texts(found.locale), found.locale, Html::new());
    let (all, own) = (found.handed, found.draft.sheet(found.instrument).answered());
    h.el("h2", &[("id", "lamnade"), ("tabindex", "-1")], r.handed);
    let expected = found.draft.field(Field::Expected).parse().unwrap_or(0);
    h.el("p", &[("class", "num")], &share_answered(locale, all.len(), expected));
    h.add(uncounted(found));
    if removed {
        h.open("p", &[("class", "note"), ("role", "status")]).text(r.removed).text(" ");
        h.el("button", &[("class", "link"), ("type", "button"), ("id", "angra"), ("data-undo", "")], r.undo).close("p");
    }
    if all.is_empty() && own == 0 {
        h.el("p", &[("class", "empty")], r.none);
        return h;
    }
    let (first, rest) = all.split_at(all.len().min(LISTED));
    rows(&mut h, found, r.handed, (first, own), choosing);
    if !rest.is_empty() {
        let more = more_sheets(locale, rest.len());
        let open = rest.iter().any(|one| one.id == choosing).then_some("");
        h.open_if("details", &[("id", Some("fler-svar")), ("open", open)]).el("summary", &[], &more);
        rows(&mut h, found, &more, (rest, 0), choosing);
        h.close("details");
    }
    if own > 0 {
        h.el("p", &[("class", "meta")], r.own_counts);
    }
    h
}

/// A table of some of them. `own` is how many answers of the measurement's own come first.
fn rows(h: &mut Html, found: &Found<'_>, label: &str, (some, own): (&[Respondent], usize), choosing: &str) {
    let (r, locale) = (texts(found.locale), found.locale);
    let known = groups(found.draft.field(Field::Groups));
    // It scrolls sideways on a phone, so the keyboard must reach it.
    let region = [("class", "table-twin"), ("role", "region"), ("aria-label", label), ("tabindex", "0")];
    h.open("div", &region).open("table", &[("class", "data")]);
    h.open("thead", &[]).open("tr", &[]);
    for (name, class) in [(r.col_who, ""), (r.col_group, ""), (r.col_answers, "n"), (r.col_changed, "n")] {
        h.el("th", &[("scope", "col"), ("class", class)], name);
    }
    h.open("td", &[]).close("td").close("tr").close("thead").open("tbody", &[]);
    let statements = found.instrument.statements.len();
    if own > 0 {
        begin_row(h, r.own);
        h.el("td", &[], r.no_group).el("td", &[("class", "n")], &answered_of(own, statements));
        h.open("td", &[]).close("td").open("td", &[]).close("td").close("tr");
    }
    for one in some {
        let name = if one.name.is_empty() { r.anonymous } else { &one.name };
        let done = answered_of(one.sheet.answered(), statements);
        // A file need not say.
        let changed = if one.changed == 0 { "–".into() } else { intl::moment(locale, one.changed) };
        begin_row(h, name);
        h.open("td", &[]);
        let what = [": ", name, ", ", shown_group(one, locale), ", ", &done].concat();
        match known.as_slice() {
            [] => _ = h.text(shown_group(one, locale)),
            known if one.id == choosing => choose_group(h, one, name, known, locale),
            _ => {
                let change = [("class", "link"), ("type", "button"), ("data-change-group", one.id.as_str())];
                h.text(shown_group(one, locale)).text(" ").open("button", &change).text(r.change_group);
                h.el("span", &[("class", "vh")], &what).close("button");
            }
        }
        h.close("td").el("td", &[("class", "n")], &done).el("td", &[("class", "n")], &changed).open("td", &[]);
        h.open("button", &[("class", "link"), ("type", "button"), ("data-remove-sheet", &one.id)]).text(r.remove);
        h.el("span", &[("class", "vh")], &what).close("button").close("td").close("tr");
    }
    h.close("tbody").close("table").close("div");
}

fn begin_row(h: &mut Html, who: &str) {
    h.open("tr", &[]).el("th", &[("scope", "row")], who);
}

fn shown_group(one: &Respondent, locale: Locale) -> &str {
    if one.group.is_empty() { texts(locale).no_group } else { &one.group }
}

/// The field for a sheet's group: none, one of those to choose from, or the one it has if that is another.
fn choose_group(h: &mut Html, one: &Respondent, name: &str, known: &[&str], locale: Locale) {
    let r = texts(locale);
    let label = [r.group_of, " ", name].concat();
    h.open("select", &[("id", "vald-grupp"), ("aria-label", &label), ("data-group-of", &one.id)]);
    let other = Some(one.group.as_str()).filter(|own| !own.is_empty() && !known.contains(own));
    for group in [""].into_iter().chain(known.iter().copied()).chain(other) {
        let selected = (group == one.group).then_some("");
        h.open_if("option", &[("value", Some(group)), ("selected", selected)]);
        h.text(if group.is_empty() { r.no_group } else { group }).close("option");
    }
    h.close("select");
}
