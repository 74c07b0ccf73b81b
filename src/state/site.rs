//! The data that came with the page, and what is fetched later.
//!
//! A page's data is in the page and is read synchronously: no page waits. Settings and a newer questionnaire are
//! fetched afterwards and set signals.

use crate::browser::{http, page};
use crate::domain::award::{self, Municipality};
use crate::domain::config::Config;
use crate::domain::hash::sha256_hex;
use crate::domain::instrument::{self, Instrument, Problem};
use crate::route::{DataFile, Route, data_path};
use crate::state::public_data::AwardError;
use crate::state::unsaved_input::UnsavedInput;
use leptos::prelude::*;
use std::sync::Arc;

/// The questionnaire as far as the page knows it.
#[derive(Clone, Debug, PartialEq)]
pub enum Questionnaire {
    /// The page came without one.
    Absent,
    /// It can be answered.
    Good(Arc<Instrument>),
    /// The file has errors.
    Bad(Arc<Vec<Problem>>),
}

impl Questionnaire {
    /// Reads a file. `sha256` is that of its bytes.
    pub fn read(bytes: &[u8], sha256: &str) -> Questionnaire {
        match instrument::parse(bytes, sha256) {
            Ok(instrument) => Questionnaire::Good(Arc::new(instrument)),
            Err(problems) => Questionnaire::Bad(Arc::new(problems)),
        }
    }

    /// The questionnaire, if it can be answered.
    pub fn good(&self) -> Option<&Arc<Instrument>> {
        match self {
            Questionnaire::Good(instrument) => Some(instrument),
            _ => None,
        }
    }
}

/// The data that one page carries.
#[derive(Clone, Debug)]
pub struct PageData {
    /// The questionnaire, on pages of the assessment.
    pub questionnaire: Questionnaire,
    /// The text of its file.
    pub instrument_text: String,
    /// All municipalities, where one is chosen.
    pub municipalities: Vec<Municipality>,
}

impl PageData {
    /// The data of the current page: read from its blocks, or fetched where it has none, as under `trunk serve`, which
    /// prerenders nothing. What cannot be fetched is missing, and the page says so.
    pub async fn of_page() -> PageData {
        let mut data = PageData::from_page();
        let Some((_, route)) = Route::parse(&page::path()) else { return data };
        if route.needs_questionnaire() && data.questionnaire == Questionnaire::Absent {
            data.fetch_questionnaire().await;
        }
        if route.needs_municipalities() && data.municipalities.is_empty() {
            let bytes = http::get(data_path(DataFile::Municipalities)).await.unwrap_or_default();
            data.municipalities = award::parse_municipalities(&bytes).unwrap_or_default();
        }
        data
    }

    async fn fetch_questionnaire(&mut self) {
        let Ok(bytes) = http::get("/config.json").await else { return };
        let Ok(config) = Config::parse(&bytes) else { return };
        let Ok(bytes) = http::get(&config.instrument).await else { return };
        self.questionnaire = Questionnaire::read(&bytes, &sha256_hex(&bytes));
        self.instrument_text = String::from_utf8_lossy(&bytes).into_owned();
    }

    /// Reads the page's data blocks.
    pub fn from_page() -> PageData {
        let (questionnaire, instrument_text) = match page::data("instrument") {
            Some((text, sha256)) => (Questionnaire::read(text.as_bytes(), &sha256), text),
            None => (Questionnaire::Absent, String::new()),
        };
        let municipalities = page::data("municipalities").and_then(|(text, _)| award::carried_municipalities(&text));
        PageData { questionnaire, instrument_text, municipalities: municipalities.unwrap_or_default() }
    }
}

/// What the whole app shares, from context.
#[derive(Clone, Copy)]
pub struct Site {
    /// The questionnaire; changes when a newer file has been fetched.
    pub questionnaire: RwSignal<Questionnaire>,
    /// The text of its file, which holds the advice too once the whole file has been fetched.
    pub instrument_text: StoredValue<String>,
    /// Whether that is the whole file: a prerendered page carries it without the advice.
    pub instrument_whole: RwSignal<bool>,
    /// All municipalities, where the page carries them.
    pub municipalities: StoredValue<Vec<Municipality>>,
    /// The deployment's settings; `None` until fetched, or where they cannot be read.
    pub config: RwSignal<Option<Config>>,
    /// The text of the app's live region for screen readers.
    pub said: RwSignal<String>,
}

impl Site {
    /// Puts the page's data into signals. Call once, in the root component.
    pub fn new(data: PageData) -> Site {
        Site {
            questionnaire: RwSignal::new(data.questionnaire),
            instrument_text: StoredValue::new(data.instrument_text),
            instrument_whole: RwSignal::new(false),
            municipalities: StoredValue::new(data.municipalities),
            config: RwSignal::new(None),
            said: RwSignal::new(String::new()),
        }
    }

    /// The app's instance, from context.
    pub fn get() -> Site {
        expect_context::<Site>()
    }

    /// The questionnaire if it can be answered. Untracked.
    pub fn instrument(&self) -> Option<Arc<Instrument>> {
        self.questionnaire.try_with_untracked(|q| q.good().cloned()).flatten()
    }

    /// Announces a text to screen readers, politely.
    pub fn say(&self, text: &str) {
        self.said.try_set(text.to_string());
    }

    /// Fetches the settings, then the questionnaire that they name. A copy that is the same as the page's changes
    /// nothing, and no answer means that the page's own goes on.
    pub async fn refresh(self, unsaved: UnsavedInput) {
        let Some(config) = self.fetch_config().await else { return };
        if self.questionnaire.try_with_untracked(|q| *q == Questionnaire::Absent).unwrap_or(true) {
            return;
        }
        let Ok(bytes) = http::get(&config.instrument).await else { return };
        let sha256 = sha256_hex(&bytes);
        let same = self.instrument().is_some_and(|i| i.reference.sha256 == sha256);
        if !same {
            // Pages re-render for another questionnaire: that waits for unsaved input, and for a field that is being
            // typed in.
            loop {
                unsaved.cleared().await;
                page::typing_ended().await;
                if !unsaved.exists().try_get_untracked().unwrap_or_default() {
                    break;
                }
            }
            self.questionnaire.try_set(Questionnaire::read(&bytes, &sha256));
        }
        self.instrument_text.try_set_value(String::from_utf8_lossy(&bytes).into_owned());
        self.instrument_whole.try_set(true);
    }

    /// Fetches the questionnaire that the settings name, where the page came without one.
    ///
    /// # Errors
    /// [`AwardError`]; also where the file has errors of its own.
    pub async fn fetch_questionnaire(self) -> Result<(), AwardError> {
        let config = self.fetch_config().await.ok_or(AwardError::NotFetched)?;
        let bytes = http::get(&config.instrument).await.map_err(|_| AwardError::NotFetched)?;
        let questionnaire = Questionnaire::read(&bytes, &sha256_hex(&bytes));
        let read = if questionnaire.good().is_some() { Ok(()) } else { Err(AwardError::Damaged) };
        self.questionnaire.try_set(questionnaire);
        self.instrument_text.try_set_value(String::from_utf8_lossy(&bytes).into_owned());
        self.instrument_whole.try_set(true);
        read
    }

    /// Whether all municipalities are there, if this page needs them.
    pub fn has_municipalities_for(&self, route: Option<&Route>) -> bool {
        !route.is_some_and(Route::needs_municipalities) || self.municipalities.with_value(|all| !all.is_empty())
    }

    /// Fetches what the page of this address needs and the page that was opened first did not carry. Returns whether all
    /// of it is there now.
    pub async fn complete(self) -> bool {
        let route = Route::parse(&page::path()).map(|(_, route)| route);
        if !self.has_municipalities_for(route.as_ref()) {
            let bytes = http::get(data_path(DataFile::Municipalities)).await.unwrap_or_default();
            // An empty list is none: the page would ask for it again and again.
            let Some(all) = award::parse_municipalities(&bytes).ok().filter(|all| !all.is_empty()) else {
                return false;
            };
            self.municipalities.try_set_value(all);
        }
        if self.instrument().is_none() {
            return self.fetch_questionnaire().await.is_ok();
        }
        // The page waits for the questionnaire alone.
        self.questionnaire.try_update(|_| ());
        true
    }

    /// The settings, fetched if they have not been.
    pub async fn fetch_config(self) -> Option<Config> {
        if let Some(Some(config)) = self.config.try_get_untracked() {
            return Some(config);
        }
        let bytes = http::get("/config.json").await.ok()?;
        let config = Config::parse(&bytes).ok()?;
        self.config.try_set(Some(config.clone()));
        Some(config)
    }
}
