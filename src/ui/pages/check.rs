//! Checking a receipt: by what this browser has sent, or by the stored file. Works without network.

use crate::browser::event::{Event, Kind};
use crate::browser::{files, page};
use crate::domain::instrument::Instrument;
use crate::domain::merge::SUBMISSIONS;
use crate::domain::submission::{Claim, Contents, MAX_BYTES, Recount, Verdict, short_code, verify};
use crate::domain::text::Locale;
use crate::ui::html::Html;
use crate::ui::i18n::{Keeping, keeping};
use crate::ui::live::{Local, Page, live};
use crate::ui::outbox::Outbox;
use crate::ui::pages::receipt::{state, write_contents};
use crate::ui::shelf::Shelf;
use leptos::prelude::Track;
use std::sync::Arc;

/// What is to be checked.
#[derive(Default)]
struct Check {
    /// The receipt, as typed or as the address brought it.
    receipt: String,
    /// The name and the bytes of the file.
    file: Option<(String, Vec<u8>)>,
    unread: bool,
}

impl Check {
    /// What the receipt says, or else what the file calls itself.
    fn claim(&self) -> Option<Claim> {
        match &self.file {
            Some((name, _)) if self.receipt.trim().is_empty() => Claim::parse(name),
            _ => Claim::parse(&self.receipt),
        }
    }
}

/// The page.
pub fn check(instrument: Arc<Instrument>, locale: Locale) -> Page {
    let (k, mut h) = (keeping(locale), Html::new());
    let receipt = page::fragment();
    let check = Local::new(Check { receipt: receipt.clone(), ..Check::default() });
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], k.check_title).el("p", &[("class", "lead")], k.check_lead);
    h.open("div", &[("class", "stack")]).open("div", &[("class", "field")]);
    h.el("label", &[("for", "kvitto")], k.check_receipt).el(
        "p",
        &[("class", "hint"), ("id", "kvitto-h")],
        k.check_hint,
    );
    let field = [
        ("id", "kvitto"),
        ("type", "text"),
        ("autocomplete", "off"),
        ("spellcheck", "false"),
        ("maxlength", "120"),
        ("aria-describedby", "kvitto-h"),
        ("value", receipt.as_str()),
    ];
    h.open("input", &field).close("div").open("div", &[("class", "field drop")]);
    h.el("label", &[("for", "fil")], k.check_file).el("p", &[("class", "hint"), ("id", "fil-h")], k.check_file_hint);
    let file = [("id", "fil"), ("type", "file"), ("accept", ".json,application/json"), ("aria-describedby", "fil-h")];
    h.open("input", &file).close("div").close("div");
    let shown = check.clone();
    h.open("div", &[("role", "status")]);
    live(&mut h, "div", "utfall", "flow", move || shown.with(|check| outcome(check, &instrument, locale)));
    h.close("div");
    Page::new(h, move |event| hear(event, &check))
}

fn hear(event: &Event, check: &Local<Check>) {
    match event.kind() {
        Some(Kind::Input) => {
            if let Some(field) = event.field().filter(|f| f.id == "kvitto") {
                check.change(|c| c.receipt = field.value);
            }
        }
        Some(Kind::Over) => event.stop(),
        Some(Kind::Drop | Kind::Change) => {
            if event.kind() == Some(Kind::Drop) {
                event.stop();
            }
            let check = check.clone();
            files::read_chosen(event, MAX_BYTES, move |name, bytes| {
                check.change(|c| {
                    c.unread = bytes.is_err();
                    c.file = bytes.ok().map(|bytes| (name, bytes));
                });
            });
        }
        _ => {}
    }
}

fn outcome(check: &Check, instrument: &Instrument, locale: Locale) -> Html {
    let (k, mut h) = (keeping(locale), Html::new());
    let claim = check.claim();
    if check.unread {
        h.el("p", &[("class", "note error")], k.check_unread);
    } else if let Some((_, bytes)) = &check.file {
        verdict(&mut h, &verify(bytes, claim.as_ref(), instrument), instrument, locale);
    } else if let Some(claim) = claim {
        sent_from_here(&mut h, &claim, instrument, locale);
    } else if !check.receipt.trim().is_empty() {
        h.el("p", &[("class", "note")], k.check_not_a_receipt);
    }
    h
}

/// What this browser has sent under the receipt, if it has.
fn sent_from_here(h: &mut Html, claim: &Claim, instrument: &Instrument, locale: Locale) {
    let (k, shelf) = (keeping(locale), Shelf::get());
    shelf.changes.track();
    let keys = shelf.keys(SUBMISSIONS);
    let key = keys.iter().filter_map(|place| place.strip_prefix(SUBMISSIONS)).find(|key| claim.fits(key));
    let Some(stored) = key.and_then(|key| Outbox::get().entry(key).ok().flatten()) else {
        h.el("p", &[("class", "note")], k.check_needs_file);
        return;
    };
    h.el("h2", &[], k.check_from_here);
    state(h, &stored.delivery, &stored.frozen.key(), locale);
    if let Some(contents) = stored.frozen.submission() {
        write_contents(h, &contents, instrument, locale);
    }
}

fn verdict(h: &mut Html, verdict: &Verdict, instrument: &Instrument, locale: Locale) {
    let k = keeping(locale);
    let (class, text) = match verdict.is_claimed {
        Some(true) => ("state-chip received", k.check_same),
        Some(false) => ("state-chip failed", k.check_differs),
        None => ("state-chip waiting", k.check_unnamed),
    };
    h.el("h2", &[], k.check_result).el("p", &[("class", class)], text);
    if verdict.is_claimed == Some(false) {
        h.el("p", &[], k.check_differs_why);
    }
    h.open("dl", &[("class", "pairs")]).open("div", &[]).el("dt", &[], k.check_code);
    h.el("dd", &[("class", "code")], &short_code(&["x.", &verdict.sha256].concat())).close("div").open("div", &[]);
    h.el("dt", &[], "SHA-256").el("dd", &[("class", "key")], &verdict.sha256).close("div").close("dl");
    match &verdict.contents {
        Contents::Open(submission, recount) => {
            let (class, text) = recounted(*recount, k);
            h.el("p", &[("class", class)], text);
            write_contents(h, submission, instrument, locale);
        }
        Contents::Sealed => {
            h.el("p", &[("class", "note")], k.check_sealed);
        }
        Contents::Foreign => {
            h.el("p", &[("class", "note error")], k.check_foreign);
        }
    }
}

fn recounted(recount: Recount, k: &Keeping) -> (&'static str, &'static str) {
    match recount {
        Recount::Same => ("note", k.check_recounted),
        Recount::Differs => ("note error", k.check_miscounted),
        Recount::OtherInstrument => ("note warn", k.check_other_instrument),
    }
}
