//! Taking away what the other wasm makes: a table, data, and charts as pictures.

use crate::browser::event::{Event, Kind};
use crate::browser::files;
use crate::components::link::name_of;
use crate::documents::draft_file::plain_name;
use crate::domain::text::Locale;
use crate::i18n::keeping;
use crate::results::What;
use crate::state::current_draft::CurrentDraft;
use crate::strings::html::Html;
use crate::strings::live::Local;
use crate::strings::writer::Writer;

/// Takes in what was done. Returns whether something was to be taken away; `failed` says whether it could not.
pub fn hear(event: &Event, failed: &Local<bool>, locale: Locale) -> bool {
    let Some(kind) = event.data("data-take").filter(|_| event.kind() == Some(Kind::Click)) else { return false };
    let chart = event.data("data-chart").unwrap_or_default();
    let made = if kind == "png" { "svg" } else { kind.as_str() };
    let text = Writer::get().text(What::File, &[(made.to_string(), chart.clone())], locale);
    let whose = CurrentDraft::get().with(|d| plain_name(&name_of(d, Locale::Sv))).unwrap_or_default();
    let (what, ending) = match kind.as_str() {
        "inbjudan" => (kind.clone(), "html"),
        _ if chart.is_empty() => ("resultat".to_string(), kind.as_str()),
        _ => (plain_name(&chart), kind.as_str()),
    };
    let name = ["dimios-", &whose, "-", &what, ".", ending].concat();
    let saved = text.is_some_and(|text| match kind.as_str() {
        "csv" => files::save(&name, "text/csv", &text),
        "json" => files::save(&name, "application/json", &text),
        "inbjudan" => files::save(&name, "text/html", &text),
        "png" => files::save_picture(&name, &text),
        _ => files::save(&name, "image/svg+xml", &text),
    });
    failed.change(|f| *f = !saved);
    true
}

/// Says that a file could not be made.
pub fn told(failed: bool, locale: Locale) -> Html {
    let mut h = Html::new();
    if failed {
        h.el("p", &[("class", "note error")], keeping(locale).take_failed);
    }
    h
}
