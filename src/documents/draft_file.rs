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
use hypertext::prelude::*;

/// Nothing is fetched or run in the file.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

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
    format!("dimios-{}-{}.html", plain_name(&name_of(draft, Locale::Sv)), draft.id().as_str())
}

/// A name as a part of a file's name: plain letters, digits and hyphens.
pub fn plain_name(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let plain: String = fold(name).chars().map(plain).take(40).collect();
    plain.trim_matches('-').to_string()
}

/// Writes the page: what is in the draft to read, and all its data to open again.
pub fn write(draft: &Draft, instrument: Option<&Instrument>, locale: Locale) -> String {
    let page = maud! {
        !DOCTYPE
        html lang=(locale.tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width";
                title { (name_of(draft, locale)) " – DiMiOS" }
                style { (STYLE) }
            }
            body {
                p { (keeping(locale).file_kind) }
                h1 { (name_of(draft, locale)) }
                p {
                    @if let Some(instrument) = instrument {
                        (progress(draft, draft.sheet(instrument).answered(), instrument.statements.len(), locale)) " · "
                    }
                    (changed(draft, locale))
                }
                (how_to_continue(locale))
                @if let Some(instrument) = instrument {
                    (contents(draft, instrument, locale))
                }
                pre hidden id=(mark()) { (write_file(draft)) }
            }
        }
    };
    page.render().into_inner() + "\n"
}

fn contents(draft: &Draft, instrument: &Instrument, locale: Locale) -> impl Renderable {
    maud! {
        (sheets(draft, instrument, locale))
        @if has_own(draft) || respondents::count(draft) == 0 {
            (answers(draft, instrument, locale))
        }
        (plan(draft, instrument, locale))
        (others(draft, instrument, locale))
    }
}

/// The progress of a draft: `12 svarande · 3 av 30 besvarade`. That its own sheet is empty is said only if there are no
/// others.
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

fn how_to_continue(locale: Locale) -> impl Renderable {
    let (k, address) = (keeping(locale), format!("{}{}", page::origin(), Route::Assess(Assess::Start).path(locale)));
    maud! {
        aside {
            h2 { (k.file_how) }
            ol {
                li { (k.file_step_1) " " a href=(address) { (address) } }
                li { (k.file_step_2) }
                li { (k.file_step_3) }
            }
            p { (k.file_private) }
        }
    }
}

/// A heading with a list of names and what is said of each; nothing where there is nothing to list.
fn section(heading: &str, entries: Vec<Entry>) -> impl Renderable {
    maud! {
        @if !entries.is_empty() {
            h2 { (heading) }
            dl {
                @for entry in &entries {
                    dt { (entry.name) }
                    dd class=[entry.is_none.then_some("none")] {
                        @if let Some(said) = &entry.said { (said) }
                        @for paragraph in &entry.paragraphs { p { (paragraph) } }
                    }
                }
            }
        }
    }
}

/// What is said under a name.
#[derive(Default)]
struct Entry {
    name: String,
    said: Option<String>,
    /// Whether that only says that there is no answer, or how far something has come.
    is_none: bool,
    paragraphs: Vec<String>,
}

/// The sheets that others have handed in: number, group and name, how far each has come, and when.
fn sheets(draft: &Draft, instrument: &Instrument, locale: Locale) -> impl Renderable {
    let entries = (1..).zip(respondents::respondents(draft, instrument)).map(|(number, one): (usize, _)| {
        let who = [number.to_string(), one.group.trim().to_string(), one.name.trim().to_string()];
        let progress = answered(locale, one.sheet.answered(), instrument.statements.len());
        let changed = changed_at(locale, &intl::moment(locale, one.changed));
        Entry {
            name: who.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
            said: Some(format!("{progress} · {changed}")),
            is_none: true,
            ..Entry::default()
        }
    });
    section(keeping(locale).respondents, entries.collect())
}

/// The draft's own answers and comments, by category.
fn answers(draft: &Draft, instrument: &Instrument, locale: Locale) -> impl Renderable {
    let categories = instrument.categories.iter().enumerate().map(move |(index, category)| {
        let entries = instrument.statements_of(index).map(|(_, statement)| {
            let answer = draft.answer(&statement.id, instrument.steps());
            let comment = draft.comment(&statement.id);
            Entry {
                name: statement.text.get(locale).to_string(),
                said: Some(match answer.is_answered() {
                    true => said(instrument, answer, locale),
                    false => words(locale).review_none.to_string(),
                }),
                is_none: !answer.is_answered(),
                paragraphs: Some(comment.to_string()).filter(|comment| !comment.is_empty()).into_iter().collect(),
            }
        });
        section(category.name.get(locale), entries.collect())
    });
    let categories: Vec<_> = categories.collect();
    maud! { @for category in &categories { (category) } }
}

/// Answers and comments to statements that this questionnaire does not have: they are in the data, so they are shown.
fn others(draft: &Draft, instrument: &Instrument, locale: Locale) -> impl Renderable {
    let is_other = |name: &Name| match name {
        Name::Answer(id) | Name::Comment(id) => instrument.statement(id).is_none(),
        Name::Sheet(_) | Name::Group(_) | Name::Plan(..) | Name::Baseline(_) | Name::Field(_) => false,
    };
    let others = draft.records().filter(|(name, _)| is_other(name)).map(|(name, record)| Entry {
        name: name.word(),
        said: Some(record.value.clone()),
        ..Entry::default()
    });
    section(keeping(locale).file_other, others.collect())
}

/// The plan: what each line is about, then its target, action, role and date.
fn plan(draft: &Draft, instrument: &Instrument, locale: Locale) -> impl Renderable {
    let lines = domain_plan::plan(draft, instrument).into_iter().map(|line| {
        let name = match line.about {
            About::Category(index) => instrument.categories.get(index).map(|category| &category.name),
            About::Statement(index) => instrument.statements.get(index).map(|statement| &statement.label),
        };
        let target = line.target.map(|target| percent(locale, target)).unwrap_or_default();
        let date = line.date.map(|date| intl::date(locale, date)).unwrap_or_default();
        let parts = [target, line.action, line.owner, date];
        Entry {
            name: name.map(|name| name.get(locale).to_string()).unwrap_or_default(),
            paragraphs: parts.into_iter().filter(|part| !part.is_empty()).collect(),
            ..Entry::default()
        }
    });
    section(keeping(locale).plan, lines.collect())
}

/// An answer in words: `4 Stämmer till stor del`.
pub fn said(instrument: &Instrument, answer: Answer, locale: Locale) -> String {
    let label = label_of(instrument, answer, locale);
    let text = if matches!(answer, Answer::Step(_)) { format!("{} {label}", answer.word()) } else { label };
    text.trim_end().to_string()
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
                // As another program saves it: quotes in text may be escaped, those of attributes may be gone.
                let (before, data) = page.split_once("<pre hidden id=\"dimios-utkast\">").expect("the data");
                let anew = [before, "<pre hidden id=dimios-utkast>", &data.replace('"', "&quot;")].concat();
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
