//! What was sent, and whether a stored file is that: the contents of a submission in words, the code on a receipt, and
//! the outcome of a check.

use super::Found;
use crate::charts::qr::qr;
use crate::domain::answers::Answer;
use crate::domain::draft::Draft;
use crate::domain::instrument::Instrument;
use crate::domain::json;
use crate::domain::scoring::Score;
use crate::domain::submission::{
    Along, Claim, Contents, PlanV1, Recount, SubmissionV1, Verdict, check, freeze, short_code, verify,
};
use crate::domain::text::Locale;
use crate::i18n::{Sent, list, percent, plan as texts, respondents, results, sent};
use crate::route::Route;
use crate::strings::html::Html;

/// The bytes of a submission of the draft at hand, if it lacks nothing; more: see [`What::Frozen`](super::What::Frozen).
pub(super) fn frozen(found: &Found, more: &[(String, String)]) -> Option<String> {
    let [(id, created), (comments, plan)] = more else { return None };
    let along = Along { comments: !comments.is_empty(), plan: !plan.is_empty() };
    Some(freeze(found.draft, found.instrument, along, id, created).ok()?.text().to_string())
}

/// What a submission holds, by the text of its bytes. With `draft`, also whether that says something else by now.
pub(super) fn sent_text(text: &str, draft: Option<&Draft>, instrument: &Instrument, locale: Locale) -> Html {
    let mut h = Html::new();
    let Some(submission) = json::read(text).as_ref().and_then(SubmissionV1::read) else { return h };
    if draft.is_some_and(|draft| has_changed(&submission, draft, instrument)) {
        h.el("p", &[("class", "note warn")], sent(locale).changed);
    }
    contents(&mut h, &submission, instrument, locale);
    h
}

/// Whether the draft no longer says what was sent. A comment or the plan counts only where it went along.
fn has_changed(sent: &SubmissionV1, draft: &Draft, instrument: &Instrument) -> bool {
    let commented = sent.sheets.iter().flat_map(|s| &s.answers).any(|a| a.comment.is_some());
    match check(draft, instrument, Along { comments: commented, plan: !sent.plan.is_empty() }) {
        Ok(now) => {
            let now = now.preview();
            let parts = |s: &SubmissionV1| {
                (s.contact.clone(), s.organisations.clone(), (s.sheets.clone(), s.tally.clone()), s.plan.clone())
            };
            parts(now) != parts(sent)
        }
        Err(_) => true,
    }
}

/// The code that leads to the check of a receipt, drawn and as a link. `origin` is that of this site.
pub(super) fn proof(key: &str, origin: &str, locale: Locale) -> Html {
    let (s, mut h) = (sent(locale), Html::new());
    let path = [&Route::Check.path(locale), "#", key].concat();
    qr(&mut h, &[origin, &path].concat(), s.qr);
    h.open("figcaption", &[]).text(s.qr_text).text(" ").link("", &path, None, s.check_title);
    h.close("figcaption");
    h
}

/// The outcome of a check: `receipt` as somebody typed it, a file by its name, the SHA-256 of its bytes, and its text.
pub(super) fn outcome(
    receipt: &str,
    (name, sha256, text): (&str, &str, &str),
    instrument: &Instrument,
    locale: Locale,
) -> Html {
    // Without a receipt, what the file calls itself.
    let claim = Claim::parse(if receipt.trim().is_empty() { name } else { receipt });
    let mut h = Html::new();
    verdict(&mut h, &verify(sha256, text, claim.as_ref(), instrument), instrument, locale);
    h
}

fn verdict(h: &mut Html, verdict: &Verdict, instrument: &Instrument, locale: Locale) {
    let s = sent(locale);
    let (class, text) = match verdict.is_claimed {
        Some(true) => ("state-chip received", s.same),
        Some(false) => ("state-chip failed", s.differs),
        None => ("state-chip waiting", s.unnamed),
    };
    h.el("h2", &[], s.result).el("p", &[("class", class)], text);
    if verdict.is_claimed == Some(false) {
        h.el("p", &[], s.differs_why);
    }
    h.open("dl", &[("class", "pairs")]);
    pair(h, s.code, "code", &short_code(&["x.", &verdict.sha256].concat()));
    pair(h, "SHA-256", "key", &verdict.sha256);
    h.close("dl");
    match &verdict.contents {
        Contents::Open(submission, recount) => {
            let (class, text) = recounted(*recount, s);
            h.el("p", &[("class", class)], text);
            contents(h, submission, instrument, locale);
        }
        Contents::Sealed => {
            h.el("p", &[("class", "note")], s.sealed);
        }
        Contents::Foreign => {
            h.el("p", &[("class", "note error")], s.foreign);
        }
    }
}

fn recounted(recount: Recount, s: &Sent) -> (&'static str, &'static str) {
    match recount {
        Recount::Same => ("note", s.recounted),
        Recount::Differs => ("note error", s.miscounted),
        Recount::OtherInstrument => ("note warn", s.other_instrument),
    }
}

fn pair(h: &mut Html, name: &str, class: &str, value: &str) {
    h.open("div", &[]).el("dt", &[], name).el("dd", &[("class", class)], value).close("div");
}

/// What a submission holds, in words.
fn contents(h: &mut Html, contents: &SubmissionV1, instrument: &Instrument, locale: Locale) {
    let (s, w) = (sent(locale), results(locale));
    let organisations = contents.organisations.iter().map(|o| o.name.as_str()).collect::<Vec<_>>();
    let contact = &contents.contact;
    h.open("dl", &[("class", "pairs")]);
    pair(h, s.organisation, "", &list(locale, &organisations));
    pair(h, s.contact, "", &[contact.name.as_str(), contact.role.as_str(), contact.email.as_str()].join(", "));
    let score = contents.scores.overall.value.map(|value| percent(locale, Score(value * 10_000)));
    pair(h, w.maturity, "num", score.as_deref().unwrap_or("–"));
    let form = [&contents.instrument.id, ", version ", &contents.instrument.version.to_string()].concat();
    pair(h, s.instrument, "", &form);
    if contents.sheets() > 1 {
        pair(h, respondents(locale).col_who, "num", &contents.sheets().to_string());
    }
    if !contents.tally.is_empty() {
        pair(h, s.answers, "", s.tally);
    }
    if let Some(key) = &contents.supersedes {
        pair(h, s.replaces, "code", &short_code(key));
    }
    h.close("dl").open("details", &[("id", "svaren")]).el("summary", &[], s.answers);
    h.open("table", &[("class", "data")]).open("thead", &[]).open("tr", &[]);
    h.el("th", &[("scope", "col")], w.col_statement).el("th", &[("scope", "col")], w.col_answer);
    h.close("tr").close("thead").open("tbody", &[]);
    for statement in &instrument.statements {
        h.open("tr", &[]).el("th", &[("scope", "row")], statement.label.get(locale)).open("td", &[]);
        given(h, contents, &statement.id, instrument, locale);
        h.close("td").close("tr");
    }
    h.close("tbody").close("table").close("details");
    plan(h, &contents.plan, instrument, locale);
}

/// The plan, where it was sent.
fn plan(h: &mut Html, lines: &[PlanV1], instrument: &Instrument, locale: Locale) {
    if lines.is_empty() {
        return;
    }
    h.open("details", &[("id", "planen")]).el("summary", &[], texts(locale).title).open("dl", &[("class", "pairs")]);
    for line in lines {
        let category = instrument.category(&line.id).and_then(|i| instrument.categories.get(i)).map(|c| &c.name);
        let statement = instrument.statement(&line.id).and_then(|i| instrument.statements.get(i)).map(|s| &s.label);
        let name = category.or(statement).map_or(line.id.as_str(), |n| n.get(locale));
        let target = line.target.map(|t| percent(locale, Score::from_percent(t))).unwrap_or_default();
        let said = [target.as_str(), &line.action, &line.owner, &line.date];
        pair(h, name, "", &said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "));
    }
    h.close("dl").close("details");
}

/// All answers to a statement: one in words, several by how many gave each; and every comment.
fn given(h: &mut Html, contents: &SubmissionV1, statement: &str, instrument: &Instrument, locale: Locale) {
    let all = || contents.sheets.iter().flat_map(|s| &s.answers).filter(|a| a.statement == statement);
    let mut first = true;
    for answer in instrument.answers() {
        let count = contents.count(statement, answer.word());
        if count == 0 {
            continue;
        }
        let number = if matches!(answer, Answer::Step(_)) { [answer.word(), " "].concat() } else { String::new() };
        let before = if first { "" } else { ", " };
        first = false;
        h.text(before).text(&number).text(instrument.label(answer).map_or("", |l| l.get(locale)));
        if contents.sheets() > 1 {
            h.text(" (").text(&count.to_string()).text(")");
        }
    }
    for comment in all().filter_map(|a| a.comment.as_ref()) {
        h.el("span", &[("class", "said")], comment);
    }
}
