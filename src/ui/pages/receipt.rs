//! The receipt: how far the submission has come, in one of three truths, and what was sent. Survives reload.

use crate::browser::event::{Event, Kind};
use crate::browser::{files, intl, page};
use crate::domain::answers::Answer;
use crate::domain::draft::Field;
use crate::domain::instrument::Instrument;
use crate::domain::scoring::Score;
use crate::domain::submission::{Delivery, Stored, StoredError, SubmissionV1, Trouble, check, short_code};
use crate::domain::text::Locale;
use crate::route::Route;
use crate::ui::charts::qr::qr;
use crate::ui::components::link::{kicker, rel};
use crate::ui::components::statement::label_of;
use crate::ui::desk::Desk;
use crate::ui::html::Html;
use crate::ui::i18n::{keeping, list, percent, refused, trouble, words};
use crate::ui::live::{Page, live};
use crate::ui::outbox::Outbox;
use std::sync::Arc;

/// The receipt of the draft's last submission.
pub fn receipt(instrument: Arc<Instrument>, locale: Locale) -> Page {
    let (desk, outbox) = (Desk::get(), Outbox::get());
    let act = move |event: &Event| match event.data("data-act").filter(|_| event.kind() == Some(Kind::Click)).as_deref()
    {
        Some("send") => {
            if let Some(key) = open_key(desk, outbox) {
                outbox.send(key);
            }
        }
        Some("save") => save(desk, outbox),
        _ => {}
    };
    let mut h = Html::new();
    live(&mut h, "div", "kvittots-huvud", "flow", move || head(locale));
    live(&mut h, "div", "kvittot", "flow", move || body(&instrument, locale));
    Page::new(h, act)
}

fn open_key(desk: Desk, outbox: Outbox) -> Option<String> {
    let key = desk.with(|d| d.field(Field::Submission).to_string())?;
    let open = outbox.entry(&key).ok().flatten().is_some_and(|s| s.delivery.is_open());
    open.then_some(key)
}

fn save(desk: Desk, outbox: Outbox) {
    let key = desk.with(|d| d.field(Field::Submission).to_string()).unwrap_or_default();
    if let Ok(Some(stored)) = outbox.entry(&key) {
        files::save(&[&key, ".json"].concat(), "application/json", stored.frozen.text());
    }
}

fn head(locale: Locale) -> Html {
    let mut h = Html::new();
    kicker(&mut h, locale, &[]);
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], words(locale).receipt_title);
    h
}

fn body(instrument: &Instrument, locale: Locale) -> Html {
    let (desk, outbox, w) = (Desk::get(), Outbox::get(), words(locale));
    let mut h = Html::new();
    match outbox.entry(&desk.field(Field::Submission)) {
        Ok(Some(stored)) => entry(&mut h, &stored, instrument, locale),
        Ok(None) => {
            h.el("p", &[("class", "lead")], w.receipt_none);
        }
        Err(StoredError::Altered | StoredError::Format) => {
            h.el("p", &[("class", "note error"), ("role", "alert")], w.receipt_altered);
        }
    }
    h
}

fn entry(h: &mut Html, stored: &Stored, instrument: &Instrument, locale: Locale) {
    let (w, k) = (words(locale), keeping(locale));
    let (key, contents) = (stored.frozen.key(), stored.frozen.submission());
    h.open("div", &[("class", "receipt")]);
    state(h, &stored.delivery, &key, locale);
    h.open("dl", &[("class", "pairs")]);
    pair(h, w.receipt_code, "code", &short_code(&key));
    if let Delivery::Received { server_date, at } = &stored.delivery {
        let moment = intl::moment(locale, intl::parse_http_date(server_date).unwrap_or(*at));
        pair(h, w.receipt_server_date, "num", &moment);
    }
    pair(h, w.receipt_key, "key", &key);
    h.close("dl").open("figure", &[("class", "proof")]);
    let address = [page::origin(), Route::Check.path(locale), "#".into(), key.clone()].concat();
    qr(h, &address, k.check_qr);
    h.open("figcaption", &[]).text(k.check_qr_text).text(" ");
    h.link("", &[&Route::Check.path(locale), "#", &key].concat(), rel(&Route::Check), k.check_title);
    if stored.frozen.is_sealed() {
        h.text(". ").text(k.seal_sent);
    }
    h.close("figcaption").close("figure").open("p", &[("class", "row actions")]);
    if stored.delivery.is_open() {
        let button = [("class", "btn"), ("type", "button"), ("id", "skicka-igen"), ("data-act", "send")];
        h.el("button", &button, w.receipt_retry);
    }
    h.el("button", &[("class", "btn quiet"), ("type", "button"), ("data-print", "")], w.result_print);
    h.el("button", &[("class", "btn quiet"), ("type", "button"), ("data-act", "save")], w.receipt_save);
    h.close("p").close("div");
    if let Some(contents) = contents {
        if has_changed(&contents, instrument) {
            h.el("p", &[("class", "note warn")], w.receipt_changed);
        }
        write_contents(h, &contents, instrument, locale);
    }
}

/// Whether the draft no longer says what was sent. A comment counts only where comments went along.
fn has_changed(sent: &SubmissionV1, instrument: &Instrument) -> bool {
    let commented = sent.sheets.iter().flat_map(|s| &s.answers).any(|a| a.comment.is_some());
    match Desk::get().with(|d| check(d, instrument, commented)) {
        Some(Ok(now)) => {
            let now = now.preview();
            (&now.contact, &now.organisations, &now.sheets) != (&sent.contact, &sent.organisations, &sent.sheets)
        }
        Some(Err(_)) => true,
        None => false,
    }
}

/// One of the three truths, or a refusal, each with what to do. A live region says what changes while one waits.
pub fn state(h: &mut Html, delivery: &Delivery, key: &str, locale: Locale) {
    let w = words(locale);
    h.open("div", &[("role", "status")]);
    if Outbox::get().is_sending(key) {
        h.el("p", &[("class", "state-chip waiting")], w.send_sending).close("div");
        return;
    }
    let (class, name, text) = match delivery {
        Delivery::Received { .. } => ("state-chip received", w.receipt_received, w.receipt_next.to_string()),
        Delivery::Refused { status } => ("state-chip failed", w.receipt_refused, refused(locale, *status)),
        Delivery::Unconfirmed { trouble: t } => ("state-chip unconfirmed", w.receipt_unconfirmed, trouble(locale, *t)),
        Delivery::Waiting { trouble: t } => {
            let at_receiver = matches!(t, Some(Trouble::Busy(_) | Trouble::Closed(_)));
            let name = if at_receiver { w.receipt_waiting_busy } else { w.receipt_waiting };
            ("state-chip waiting", name, t.map(|t| trouble(locale, t)).unwrap_or_default())
        }
    };
    h.el("p", &[("class", class)], name).el("p", &[], &text);
    if delivery.is_open() {
        h.el("p", &[], w.receipt_safe);
    }
    h.close("div");
}

fn pair(h: &mut Html, name: &str, class: &str, value: &str) {
    h.open("div", &[]).el("dt", &[], name).el("dd", &[("class", class)], value).close("div");
}

/// What a submission holds, in words.
pub fn write_contents(h: &mut Html, contents: &SubmissionV1, instrument: &Instrument, locale: Locale) {
    let w = words(locale);
    let organisations = contents.organisations.iter().map(|o| o.name.as_str()).collect::<Vec<_>>();
    let contact = &contents.contact;
    h.open("dl", &[("class", "pairs")]);
    pair(h, w.label_organisation, "", &list(locale, &organisations));
    pair(h, w.label_contact, "", &[contact.name.as_str(), contact.role.as_str(), contact.email.as_str()].join(", "));
    let score = contents.scores.overall.value.map(|value| percent(locale, Score(value * 10_000)));
    pair(h, w.result_maturity, "num", score.as_deref().unwrap_or("–"));
    let form = [&contents.instrument.id, ", version ", &contents.instrument.version.to_string()].concat();
    pair(h, w.label_instrument, "", &form);
    if contents.sheets.len() > 1 {
        pair(h, keeping(locale).respondents, "num", &contents.sheets.len().to_string());
    }
    if let Some(key) = &contents.supersedes {
        pair(h, w.label_replaces, "code", &short_code(key));
    }
    h.close("dl").open("details", &[("id", "svaren")]).el("summary", &[], w.label_answers);
    h.open("table", &[("class", "data")]).open("thead", &[]).open("tr", &[]);
    h.el("th", &[("scope", "col")], w.col_statement).el("th", &[("scope", "col")], w.col_answer);
    h.close("tr").close("thead").open("tbody", &[]);
    for statement in &instrument.statements {
        h.open("tr", &[]).el("th", &[("scope", "row")], statement.label.get(locale)).open("td", &[]);
        given(h, contents, &statement.id, instrument, locale);
        h.close("td").close("tr");
    }
    h.close("tbody").close("table").close("details");
}

/// All answers to a statement: one in words, several by how many gave each; and every comment.
fn given(h: &mut Html, contents: &SubmissionV1, statement: &str, instrument: &Instrument, locale: Locale) {
    let all = || contents.sheets.iter().flat_map(|s| &s.answers).filter(|a| a.statement == statement);
    let mut first = true;
    for answer in instrument.answers() {
        let count = all().filter(|a| a.answer == answer.word()).count();
        if count == 0 {
            continue;
        }
        let number = if matches!(answer, Answer::Step(_)) { [answer.word(), " "].concat() } else { String::new() };
        let before = if first { "" } else { ", " };
        first = false;
        h.text(before).text(&number).text(&label_of(instrument, answer, locale));
        if contents.sheets.len() > 1 {
            h.text(" (").text(&count.to_string()).text(")");
        }
    }
    for comment in all().filter_map(|a| a.comment.as_ref()) {
        h.el("span", &[("class", "said")], comment);
    }
}
