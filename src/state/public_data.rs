//! The award as the public pages show it: the data that is loaded, and the clock that changes what is shown of it.
//!
//! A page that was opened directly carries its data in blocks, which are read synchronously. A page that was reached
//! from within the app fetches it ([`PublicData::fetch`]); offline it comes from the service worker's pack.

use crate::browser::{clock, http, page};
use crate::domain::award::{Edition, Gallery, Map, carried_gallery, carried_map, current, read_edition, read_editions};
use crate::route::{DataFile, MAP, Route, data_path, edition_path};
use chrono::NaiveDateTime;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Why the data could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwardError {
    /// No answer, or one that is not the file.
    NotFetched,
    /// The file cannot be read.
    Damaged,
}

/// All editions and the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Award {
    /// All editions, the oldest first.
    pub editions: Arc<Vec<Edition>>,
    /// The map of the country.
    pub map: Arc<Map>,
}

impl Award {
    /// The edition of a year.
    pub fn edition(&self, year: u16) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.year == year)
    }
}

/// The award's data that is loaded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AwardData {
    /// All editions, the oldest first.
    editions: Option<Arc<Vec<Edition>>>,
    /// The current edition.
    current: Option<Arc<Edition>>,
    /// All nominees, in the form that is searched.
    gallery: Option<Arc<Gallery>>,
    /// The map of the country.
    map: Option<Arc<Map>>,
}

impl AwardData {
    /// All of it.
    pub fn whole(editions: Arc<Vec<Edition>>, map: Arc<Map>) -> AwardData {
        AwardData {
            current: current(&editions).cloned().map(Arc::new),
            gallery: Some(Arc::new(Gallery::of(&editions))),
            editions: Some(editions),
            map: Some(map),
        }
    }

    /// Reads the page's data blocks.
    pub fn from_page() -> AwardData {
        AwardData {
            current: page::data("edition").and_then(|(text, _)| read_edition(&text)).map(Arc::new),
            gallery: page::data("gallery").and_then(|(text, _)| carried_gallery(&text)).map(Arc::new),
            ..AwardData::default()
        }
    }

    /// Fetches what a page needs and does not carry. Awaited before the app takes over a page that was opened directly,
    /// so that a complete prerendered page is never replaced by a placeholder.
    ///
    /// # Errors
    /// [`AwardError`]; then the static page should stay.
    pub async fn complete(mut self, route: &Route) -> Result<AwardData, AwardError> {
        match route {
            Route::Home | Route::Timeline if self.current.is_some() => {}
            Route::Nominees if self.gallery.is_some() => self.map = Some(Arc::new(fetch_map().await?)),
            Route::Home | Route::Timeline | Route::Nominees | Route::OpenData => return fetch_all().await,
            Route::Edition(_) | Route::Nominee(..) | Route::Municipality(_) => return fetch_all().await,
            // The kiosk also tests municipalities where nothing is known of the award.
            Route::Kiosk if self.current.is_none() => return Ok(fetch_all().await.unwrap_or(self)),
            _ => {}
        }
        Ok(self)
    }

    /// Puts an edition in the place of the one of its year.
    fn replace(&mut self, edition: Edition) {
        if let Some(editions) = &mut self.editions {
            let others = editions.iter().filter(|other| other.year != edition.year).cloned();
            let mut all: Vec<Edition> = others.chain([edition.clone()]).collect();
            all.sort_by_key(|edition| edition.year);
            *editions = Arc::new(all);
        }
        if let Some(gallery) = &mut self.gallery {
            let mut all = Gallery::clone(gallery);
            all.replace(&edition);
            *gallery = Arc::new(all);
        }
        self.current = Some(Arc::new(edition));
    }

    /// The next moment after `now` at which anything shown of it changes by the clock.
    fn next_change(&self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        let current = self.current.as_ref().and_then(|edition| edition.next_change(now));
        let gallery = self.gallery.as_ref().and_then(|gallery| gallery.next_change(now));
        current.into_iter().chain(gallery).min()
    }
}

/// Whether the data is being fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fetching {
    /// No.
    Idle,
    /// A request is pending.
    Underway,
    /// The last request failed; it may be retried.
    Failed(AwardError),
}

/// What the public pages share, from context.
#[derive(Clone, Copy)]
pub struct PublicData {
    data: RwSignal<AwardData>,
    fetching: RwSignal<Fetching>,
    now: RwSignal<NaiveDateTime>,
    left: RwSignal<Option<i64>>,
    query: RwSignal<Option<String>>,
}

impl PublicData {
    /// Puts the data into signals. Call once, in the root component.
    pub fn new(data: AwardData) -> PublicData {
        PublicData {
            data: RwSignal::new(data),
            fetching: RwSignal::new(Fetching::Idle),
            now: RwSignal::new(clock::now_in_stockholm()),
            left: RwSignal::new(None),
            query: RwSignal::new(None),
        }
    }

    /// The app's instance, from context.
    pub fn get() -> PublicData {
        expect_context::<PublicData>()
    }

    /// The time in Stockholm that pages render by. It changes only when something shown changes by the clock, not every
    /// second.
    pub fn now(self) -> Signal<NaiveDateTime> {
        self.now.into()
    }

    /// How many seconds are left to the winner, while that is counted down; 0 while the data that names it is awaited.
    pub fn left(self) -> Signal<Option<i64>> {
        self.left.into()
    }

    /// The query that the gallery has put into the address without the router: the link to the other language keeps it.
    /// `None` on other pages.
    pub fn query(self) -> RwSignal<Option<String>> {
        self.query
    }

    /// Whether the data is being fetched.
    pub fn fetching(self) -> Signal<Fetching> {
        self.fetching.into()
    }

    /// The current edition, if it is loaded.
    pub fn current(self) -> Option<Arc<Edition>> {
        self.data.with(|data| data.current.clone())
    }

    /// All editions and the map, if they are loaded.
    pub fn award(self) -> Option<Award> {
        self.data.with(|data| Some(Award { editions: data.editions.clone()?, map: data.map.clone()? }))
    }

    /// All nominees and the map, if they are loaded.
    pub fn gallery(self) -> Option<(Arc<Gallery>, Arc<Map>)> {
        self.data.with(|data| data.gallery.clone().zip(data.map.clone()))
    }

    /// Fetches all of it, unless a request is pending.
    pub fn fetch(self) {
        if cfg!(feature = "ssr") || self.fetching.get_untracked() == Fetching::Underway {
            return;
        }
        self.fetching.set(Fetching::Underway);
        spawn_local(async move {
            let fetched = fetch_all().await;
            self.fetching.try_set(fetched.as_ref().err().map_or(Fetching::Idle, |error| Fetching::Failed(*error)));
            if let Ok(data) = fetched {
                self.data.try_set(data);
            }
        });
    }

    /// What the clock has changed, and how it goes on.
    pub(super) fn tick(self, now: NaiveDateTime) -> Tick {
        let known = self.data.try_with_untracked(|data| (data.current.clone(), data.next_change(now)));
        let Some((current, next)) = known else { return Tick::Never };
        let left = current.as_ref().and_then(|edition| edition.countdown(now));
        self.move_clock(now);
        if self.left.try_get_untracked() != Some(left) {
            self.left.try_set(left);
        }
        match (left, next) {
            (Some(0), _) => current.map_or(Tick::Never, |edition| Tick::Ask(edition.year)),
            (Some(left), _) => Tick::Countdown(left),
            (None, Some(next)) => Tick::At(next),
            (None, None) => Tick::Never,
        }
    }

    /// Advances [`now`](Self::now), if anything shown has changed since.
    pub(super) fn move_clock(self, now: NaiveDateTime) {
        let Some(before) = self.now.try_get_untracked() else { return };
        let next = self.data.try_with_untracked(|data| data.next_change(before)).flatten();
        // A clock that was set back may have crossed a change in the other direction.
        if now < before || next.is_some_and(|next| next <= now) {
            self.now.try_set(now);
        }
    }

    /// Takes a newer file of the current edition, which may name the winner.
    pub(super) fn replace(self, edition: Edition) {
        self.data.try_update(|data| data.replace(edition));
    }
}

/// How the clock goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tick {
    /// Nothing changes any more.
    Never,
    /// Something changes at this moment.
    At(NaiveDateTime),
    /// So many seconds are counted down.
    Countdown(i64),
    /// The winner may be shown: the file of this year's edition may name it by now.
    Ask(u16),
}

async fn fetch_text(path: &str) -> Result<String, AwardError> {
    let bytes = http::get(path).await.map_err(|_| AwardError::NotFetched)?;
    String::from_utf8(bytes).map_err(|_| AwardError::Damaged)
}

async fn fetch_map() -> Result<Map, AwardError> {
    carried_map(&fetch_text(MAP).await?).ok_or(AwardError::Damaged)
}

/// Fetches the file of an edition.
pub(super) async fn fetch_edition(year: u16) -> Result<Edition, AwardError> {
    let edition = read_edition(&fetch_text(&edition_path(year)).await?);
    edition.filter(|edition| edition.year == year).ok_or(AwardError::Damaged)
}

async fn fetch_all() -> Result<AwardData, AwardError> {
    let (editions, map) = futures::join!(fetch_text(data_path(DataFile::Json)), fetch_map());
    let editions = read_editions(&editions?).ok_or(AwardError::Damaged)?;
    let mut data = AwardData::whole(Arc::new(editions), Arc::new(map?));
    // The collected file holds what was public when the site was built. The edition's own file names the winner too.
    let now = clock::now_in_stockholm();
    let unnamed = |edition: &&Arc<Edition>| edition.reveal() <= now && edition.winner(now).is_none();
    if let Some(year) = data.current.as_ref().filter(unnamed).map(|edition| edition.year)
        && let Ok(edition) = fetch_edition(year).await
    {
        data.replace(edition);
    }
    Ok(data)
}
