//! Answers that a visitor of the kiosk has taken home: in the fragment of the address, looked at first, then opened as a new
//! draft. After that they are taken out of the address.

use crate::browser::event::{Event, Kind};
use crate::browser::{clock, page};
use crate::components::link::name_of;
use crate::domain::award::Municipality;
use crate::domain::draft::{Draft, DraftId};
use crate::domain::kiosk::{TakeHomeError, draft, is_take_home, parse};
use crate::domain::text::Locale;
use crate::i18n::{answered, save_failure, taken as texts};
use crate::route::{Assess, Route};
use crate::state::draft_store::{DraftStore, new_draft_id};
use crate::state::site::Site;
use crate::strings::html::Html;
use crate::strings::live::{Local, live};
use leptos::prelude::{Track, WithValue};

/// What has come with the address.
#[derive(Clone)]
pub struct Taken {
    fragment: Local<String>,
    failure: Local<&'static str>,
    locale: Locale,
}

impl Taken {
    pub fn new(locale: Locale) -> Taken {
        let fragment = page::fragment();
        let fragment = if is_take_home(&fragment) { fragment } else { String::new() };
        Taken { fragment: Local::new(fragment), failure: Local::new(""), locale }
    }

    /// Writes what is in it, or what is wrong with it; nothing where nothing has come.
    pub fn write(&self, h: &mut Html) {
        let taken = self.clone();
        live(h, "div", "hamtat", "", move || {
            // The questionnaire may be exchanged for a newer one, to which the answers belong.
            Site::get().questionnaire.track();
            taken.fragment.with(|fragment| if fragment.is_empty() { Html::new() } else { taken.shown() })
        });
    }

    fn shown(&self) -> Html {
        let (t, locale, mut h) = (texts(self.locale), self.locale, Html::new());
        h.open("section", &[("class", "card found"), ("aria-labelledby", "hamtat-rubrik")]);
        h.el("h2", &[("id", "hamtat-rubrik")], t.title);
        let read = self.draft();
        match &read {
            Ok(draft) => {
                let all = Site::get().instrument().map_or(0, |i| i.statements.len());
                h.el("p", &[("class", "name")], &name_of(draft, locale));
                h.el("p", &[("class", "meta num")], &answered(locale, draft.answered(), all));
            }
            Err(why) => {
                let why = match why {
                    TakeHomeError::Damaged => t.damaged,
                    TakeHomeError::Newer => t.newer,
                    TakeHomeError::Other => t.other,
                };
                h.el("p", &[("class", "field-error"), ("role", "alert")], why);
            }
        }
        let failure = self.failure.with(|f| *f);
        if !failure.is_empty() {
            h.el("p", &[("class", "field-error"), ("role", "alert")], failure);
        }
        h.open("p", &[("class", "row")]);
        if read.is_ok() {
            h.el("button", &[("class", "btn"), ("type", "button"), ("data-taken", "open")], t.open);
        }
        h.el("button", &[("class", "btn quiet"), ("type", "button"), ("data-taken", "leave")], t.leave);
        h.close("p").close("section");
        h
    }

    /// The answers as a new draft.
    fn draft(&self) -> Result<Draft, TakeHomeError> {
        let site = Site::get();
        let instrument = site.instrument().ok_or(TakeHomeError::Other)?;
        let taken = self.fragment.peek(|fragment| parse(fragment, &instrument))?;
        let who: Vec<Municipality> = site.municipalities.with_value(|all| {
            taken.codes.iter().filter_map(|code| all.iter().find(|m| m.code == *code).cloned()).collect()
        });
        Ok(draft(&instrument, &who, &taken.sheet, new_draft_id(), (clock::now(), "kiosk")))
    }

    /// Takes in what was done with it. Returns whether something was.
    pub fn hear(&self, event: &Event, go: &impl Fn(&DraftId)) -> bool {
        let Some(act) = event.data("data-taken").filter(|_| event.kind() == Some(Kind::Click)) else { return false };
        if act == "leave" {
            self.forget();
        } else if let Ok(draft) = self.draft() {
            match DraftStore::get().put_draft(&draft) {
                Ok(()) => {
                    self.forget();
                    go(draft.id());
                }
                Err(why) => self.failure.change(|f| *f = save_failure(self.locale, why)),
            }
        }
        true
    }

    fn forget(&self) {
        self.fragment.change(String::clear);
        page::forget_fragment(&Route::Assess(Assess::Start).path(self.locale));
    }
}
