//! The way to the example: a full result with invented answers, as a draft of its own that says what it is.

use crate::browser::clock;
use crate::browser::event::{Event, Kind};
use crate::domain::draft::{DraftId, Name};
use crate::domain::json::{self, Value};
use crate::domain::text::Locale;
use crate::i18n::keeping;
use crate::results::What;
use crate::route::{Assess, Route};
use crate::state::current_draft::CurrentDraft;
use crate::strings::html::Html;
use crate::strings::live::{Local, live_status};
use crate::strings::writer::Writer;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::rc::Rc;

/// The button, and whether the example could not be made.
pub struct Example {
    failed: Local<bool>,
    show: Rc<dyn Fn(&str)>,
    locale: Locale,
}

impl Example {
    pub fn new(locale: Locale) -> Example {
        let navigate = use_navigate();
        let show = Rc::new(move |path: &str| navigate(path, NavigateOptions::default()));
        Example { failed: Local::new(false), show, locale }
    }

    /// Writes the button.
    pub fn write(&self, h: &mut Html) {
        let (k, locale, failed) = (keeping(self.locale), self.locale, self.failed.clone());
        h.open("div", &[("class", "field")]).open("p", &[]);
        let button = [("class", "btn quiet"), ("type", "button"), ("id", "exempel"), ("data-example", "")];
        h.el("button", &button, k.example).close("p").el("p", &[("class", "hint")], k.example_hint);
        live_status(h, "exempel-fel", move || crate::pages::assessment::take::told(failed.with(|f| *f), locale));
        h.close("div");
    }

    /// Takes in what was done. Returns whether the example was asked for.
    pub fn hear(&self, event: &Event) -> bool {
        let asked = event.is(Kind::Click, "data-example");
        if asked {
            self.make();
        }
        asked
    }

    /// Makes the example as a draft of its own, and shows its result.
    fn make(&self) {
        let (writer, desk, locale) = (Writer::get(), CurrentDraft::get(), self.locale);
        let (failed, show) = (self.failed.clone(), self.show.clone());
        spawn_local(async move {
            let more = [(clock::now().to_string(), String::new())];
            let made = if writer.fetched().await { writer.text(What::Example, &more, locale) } else { None };
            match made.as_deref().and_then(json::read) {
                Some(records) => show(&address(&begin(desk, &records), locale)),
                None => failed.change(|f| *f = true),
            }
        });
    }
}

fn begin(desk: CurrentDraft, records: &Value) -> DraftId {
    desk.open(None);
    let id = desk.begin();
    for pair in records.as_array().into_iter().flatten() {
        let text = |index: usize| pair.get(index).and_then(Value::as_str);
        if let Some((name, value)) = text(0).and_then(Name::parse).zip(text(1)) {
            desk.write_untold(name, value);
        }
    }
    desk.tell();
    id
}

fn address(id: &DraftId, locale: Locale) -> String {
    [&Route::Assess(Assess::Result).path(locale), "?utkast=", id.as_str()].concat()
}
