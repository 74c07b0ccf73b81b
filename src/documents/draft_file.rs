//! The draft file: a page that anyone can read from a mail attachment with no network, with the data inside.

use crate::browser::{files, intl, page};
use crate::components::link::name_of;
use crate::components::statement::label_of;
use crate::domain::answers::Answer;
use crate::domain::draft::{Draft, Field, Name, mark, write_file};
use crate::domain::fold::fold;
use crate::domain::instrument::Instrument;
use crate::domain::plan::{self as domain_plan, About};
use crate::domain::respondents;
use crate::domain::text::Locale;
use crate::i18n::{answered, changed_at, keeping, percent, respondents_count, words};
use crate::route::{Assess, Route};
use crate::state::current_draft::CurrentDraft;
use super::html::Html;

/// Written without quotes and angles, which would be escaped.
const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;color:#12232b;max-width:44rem;margin:2rem auto;padding:0 1rem}\
h1{line-height:1.15;margin:.2rem 0}h2{margin-top:2.2rem}dt{margin-top:1rem}dd{margin:0;font-weight:650}.none{font-weight:400;opacity:.75}\
dd p{font-weight:400;margin:.2rem 0;white-space:pre-line;border-left:3px solid #b9c8cc;padding-left:.8rem}\
aside{background:#eef5f4;padding:.2rem 1.2rem 1rem;border-radius:8px}\
@media print{aside{display:none}dt,dd{break-inside:avoid}}\
@media (prefers-color-scheme:dark){body{background:#0e1a1f;color:#e6eef0}aside{background:#16272d}a{color:#8fd3cc}}";

/// Offers a draft as a file, and notes that it has been saved. Returns whether the browser took it.
pub fn save(current: CurrentDraft, draft: &Draft, instrument: Option<&Instrument>, locale: Locale) -> bool {
    let saved = files::save(&file_name(draft), "text/html", &write(draft, instrument, locale));
    if saved {
        current.note_backup_of(draft.id());
    }
    saved
}

fn file_name(draft: &Draft) -> String {
    ["dimios-", &plain_name(&name_of(draft, Locale::Sv)), "-", draft.id().as_str(), ".html"].concat()
}

/// A name as a part of a file's name: plain letters, digits and hyphens.
pub fn plain_name(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let plain: String = fold(name).chars().map(plain).take(40).collect();
    plain.trim_matches('-').to_string()
}

/// Writes the page.
pub fn write(draft: &Draft, instrument: Option<&Instrument>, locale: Locale) -> String {
    let k = keeping(locale);
    let name = name_of(draft, locale);
    let mut h = Html::new();
    h.open("html", &[("lang", locale.tag())]).open("head", &[]).open("meta", &[("charset", "utf-8")]);
    let nothing = "default-src 'none'; style-src 'unsafe-inline'";
    h.open("meta", &[("http-equiv", "Content-Security-Policy"), ("content", nothing)]);
    h.open("meta", &[("name", "viewport"), ("content", "width=device-width")]);
    h.el("title", &[], &[&name, " – DiMiOS"].concat()).el("style", &[], STYLE).close("head").open("body", &[]);
    h.el("p", &[], k.file_kind).el("h1", &[], &name).open("p", &[]);
    if let Some(instrument) = instrument {
        let (own, all) = (draft.sheet(instrument).answered(), instrument.statements.len());
        h.text(&progress(draft, own, all, locale)).text(" · ");
    }
    h.text(&changed(draft, locale)).close("p");
    how_to_continue(&mut h, locale);
    if let Some(instrument) = instrument {
        sheets(&mut h, draft, instrument, locale);
        if has_own(draft) || respondents::count(draft) == 0 {
            answers(&mut h, draft, instrument, locale);
        }
        plan(&mut h, draft, instrument, locale);
        others(&mut h, draft, instrument, locale);
    }
    let data = write_file(draft);
    h.open("pre", &[("hidden", ""), ("id", mark())]).text(&data).close("pre").close("body").close("html");
    ["<!doctype html>\n", &h.finish(), "\n"].concat()
}

/// How far a draft has come: `12 svarande · 3 av 30 besvarade`. That nobody has answered for oneself is told only where
/// nobody else has answered either.
pub fn progress(draft: &Draft, own: usize, all: usize, locale: Locale) -> String {
    let handed = Some(respondents::count(draft)).filter(|count| *count > 0);
    let own = Some(own).filter(|own| *own > 0 || handed.is_none()).map(|own| answered(locale, own, all));
    let parts: Vec<String> = handed.map(|count| respondents_count(locale, count)).into_iter().chain(own).collect();
    parts.join(" · ")
}

/// When a draft was changed; nothing where it does not say.
pub fn changed(draft: &Draft, locale: Locale) -> String {
    let at: Option<u64> = draft.field(Field::Changed).parse().ok();
    at.map(|at| changed_at(locale, &intl::moment(locale, at))).unwrap_or_default()
}

/// Whether somebody has answered or commented in the draft itself.
fn has_own(draft: &Draft) -> bool {
    let is_own = |name: &Name| matches!(name, Name::Answer(_) | Name::Comment(_));
    draft.records().any(|(name, record)| is_own(name) && !record.value.is_empty())
}

fn how_to_continue(h: &mut Html, locale: Locale) {
    let k = keeping(locale);
    let address = [page::origin(), Route::Assess(Assess::Start).path(locale)].concat();
    h.open("aside", &[]).el("h2", &[], k.file_how).open("ol", &[]).open("li", &[]).text(k.file_step_1).text(" ");
    h.link("", &address, None, &address).close("li").el("li", &[], k.file_step_2).el("li", &[], k.file_step_3);
    h.close("ol").el("p", &[], k.file_private).close("aside");
}

/// The sheets that others have handed over: which, whose group and name, how far each has come, and when.
fn sheets(h: &mut Html, draft: &Draft, instrument: &Instrument, locale: Locale) {
    let handed = respondents::respondents(draft, instrument);
    if handed.is_empty() {
        return;
    }
    h.el("h2", &[], keeping(locale).respondents).open("dl", &[]);
    for (n, one) in (1..).zip(&handed) {
        let number = n.to_string();
        let who = [&number, one.group.trim(), one.name.trim()];
        let who: Vec<&str> = who.into_iter().filter(|part| !part.is_empty()).collect();
        let state = [
            &answered(locale, one.sheet.answered(), instrument.statements.len()),
            " · ",
            &changed_at(locale, &intl::moment(locale, one.changed)),
        ];
        h.el("dt", &[], &who.join(" · ")).el("dd", &[("class", "none")], &state.concat());
    }
    h.close("dl");
}

fn item(h: &mut Html, name: &str, answer: Option<&str>, comment: &str, locale: Locale) {
    h.el("dt", &[], name);
    match answer {
        Some(answer) => h.open("dd", &[]).text(answer),
        None => h.open("dd", &[("class", "none")]).text(words(locale).review_none),
    };
    if !comment.is_empty() {
        h.el("p", &[], comment);
    }
    h.close("dd");
}

fn answers(h: &mut Html, draft: &Draft, instrument: &Instrument, locale: Locale) {
    for (index, category) in instrument.categories.iter().enumerate() {
        h.el("h2", &[], category.name.get(locale)).open("dl", &[]);
        for (_, statement) in instrument.statements_of(index) {
            let answer = draft.answer(&statement.id, instrument.steps());
            let said = answer.is_answered().then(|| said(instrument, answer, locale));
            item(h, statement.text.get(locale), said.as_deref(), draft.comment(&statement.id), locale);
        }
        h.close("dl");
    }
}

/// What another questionnaire asked: it is in the data, so it is shown.
fn others(h: &mut Html, draft: &Draft, instrument: &Instrument, locale: Locale) {
    let other = |name: &&Name| match name {
        Name::Answer(id) | Name::Comment(id) => instrument.statement(id).is_none(),
        Name::Sheet(_) | Name::Group(_) | Name::Plan(..) | Name::Baseline(_) | Name::Field(_) => false,
    };
    let others: Vec<&Name> = draft.records().map(|(name, _)| name).filter(other).collect();
    if !others.is_empty() {
        h.el("h2", &[], keeping(locale).file_other).open("dl", &[]);
        for name in others {
            item(h, &name.word(), Some(draft.value(name)), "", locale);
        }
        h.close("dl");
    }
}

/// The plan: what each line is about, then its target, action, role and date.
fn plan(h: &mut Html, draft: &Draft, instrument: &Instrument, locale: Locale) {
    let lines = domain_plan::plan(draft, instrument);
    if lines.is_empty() {
        return;
    }
    h.el("h2", &[], keeping(locale).plan).open("dl", &[]);
    for line in lines {
        let name = match line.about {
            About::Category(i) => instrument.categories.get(i).map(|c| &c.name),
            About::Statement(i) => instrument.statements.get(i).map(|s| &s.label),
        };
        let target = line.target.map(|target| percent(locale, target)).unwrap_or_default();
        let date = line.date.map(|date| intl::date(locale, date)).unwrap_or_default();
        h.el("dt", &[], name.map_or("", |n| n.get(locale))).open("dd", &[]);
        for part in [&target, &line.action, &line.owner, &date].into_iter().filter(|part| !part.is_empty()) {
            h.el("p", &[], part);
        }
        h.close("dd");
    }
    h.close("dl");
}

/// An answer in words: `4 Stämmer till stor del`.
pub fn said(instrument: &Instrument, answer: Answer, locale: Locale) -> String {
    let step = if matches!(answer, Answer::Step(_)) { [answer.word(), " "].concat() } else { String::new() };
    [step, label_of(instrument, answer, locale)].concat().trim_end().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::generated::{self, known};
    use crate::domain::draft::{DraftId, read_file};
    use crate::domain::instrument::parse;
    use proptest::prelude::*;

    fn instrument() -> Instrument {
        parse(&std::fs::read("public/data/instruments/dimios-2023.json").expect("the instrument"), "")
            .expect("a good one")
    }

    fn read(page: &str) -> Draft {
        read_file(page, DraftId::parse("draft-2").expect("good id")).expect("whole")
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_page_as_it_is_saved_gives_the_same_draft_back(draft in generated::draft(), sv in any::<bool>()) {
            let locale = if sv { Locale::Sv } else { Locale::En };
            for instrument in [Some(&instrument()), None] {
                let page = write(&draft, instrument, locale);
                prop_assert_eq!(known(&read(&page)), known(&draft));
                // As a browser saves it anew: the quotes in the text are plain, those of the attributes may be gone.
                let anew = page.replace("&quot;", "\"").replace("id=\"dimios-utkast\"", "id=dimios-utkast");
                prop_assert_eq!(known(&read(&anew)), known(&draft));
            }
        }
    }

    #[test]
    fn a_comment_that_is_shown_may_speak_of_the_mark() {
        let mut draft = Draft::new(DraftId::parse("draft-1").expect("good id"));
        draft.write(Name::Answer("skugg_it".into()), "4", "t");
        draft.write(Name::Comment("skugg_it".into()), "Filen dimios-utkast > {\"a\":1}", "t");
        let page = write(&draft, Some(&instrument()), Locale::Sv);
        assert!(page.contains("<p>Filen dimios-utkast &gt;"));
        assert_eq!(known(&read(&page)), known(&draft));
    }

    #[test]
    fn the_sheets_of_others_are_listed_and_nothing_is_said_of_answers_that_nobody_was_to_give() {
        let instrument = instrument();
        let mut draft = Draft::new(DraftId::parse("draft-1").expect("good id"));
        let sheet = "{\"a\":[[\"skugg_it\",\"4\"],[\"kultur\",\"vet_ej\"]],\"k\":[],\"g\":\"Skola & fritid\",\"n\":\"\",\"t\":5}";
        draft.write(Name::Sheet("100-a".into()), sheet, "t");
        draft.write(Name::Sheet("100-b".into()), "skadat", "t");
        let page = write(&draft, Some(&instrument), Locale::Sv);
        assert!(page.contains("<dt>1 · Skola &amp; fritid</dt><dd class=\"none\">2 av 30 besvarade"), "{page}");
        assert!(page.contains("<p>2 svarande · ") && !page.contains("0 av 30") && !page.contains("Inget svar"));
        draft.write(Name::Answer("skugg_it".into()), "4", "t");
        let page = write(&draft, Some(&instrument), Locale::En);
        assert!(page.contains("<p>2 respondents · 1 of 30 answered · ") && page.contains("Not answered"));
    }
}
