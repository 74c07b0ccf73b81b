//! How the router finds a page and renders it: paths are matched by [`Route::parse`], lazy pages load their chunk, and
//! a page is re-rendered when the language or the route's parameters change.

use crate::browser::page as browser_page;
use crate::chunk::{ChunkError, Chunked};
use crate::components::chunk_failed::ChunkFailed;
use crate::components::update_bar::UpdateBar;
use crate::domain::text::Locale;
use crate::i18n::words;
use crate::route::Route;
use crate::state::site::Site;
use crate::title::{full_title, page_title};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use leptos_router::{ChooseView, PartialPathMatch, PathSegment, PossibleRouteMatch};

/// Where the visitor is.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The language.
    pub locale: Locale,
    /// The page; `None` for a path that the site does not have.
    pub route: Option<Route>,
}

impl Place {
    /// Parses a path. An unknown one still has a language.
    pub fn of(path: &str) -> Place {
        match Route::parse(path) {
            Some((locale, route)) => Place { locale, route: Some(route) },
            None => Place { locale: if path.starts_with("/en/") { Locale::En } else { Locale::Sv }, route: None },
        }
    }
}

/// Where the visitor is, from context.
#[derive(Clone, Copy)]
struct CurrentPlace {
    place: Memo<Place>,
    /// Whether nothing has been rendered yet: after take-over the focus stays where it is.
    first: StoredValue<bool>,
}

/// Provides the place as context. Call once, inside the router.
pub fn provide_place() {
    let path = use_location().pathname;
    let place = Memo::new(move |_| Place::of(&path.read()));
    provide_context(CurrentPlace { place, first: StoredValue::new(true) });
}

/// Where the visitor is.
pub fn use_place() -> Memo<Place> {
    expect_context::<CurrentPlace>().place
}

/// Matches the paths that [`Route::parse`] reads as this page, so that links and the router share one table of paths.
#[derive(Clone, Copy, Debug)]
pub struct At(pub fn(&Route) -> bool);

impl PossibleRouteMatch for At {
    fn optional(&self) -> bool {
        false
    }

    fn test<'a>(&self, path: &'a str) -> Option<PartialPathMatch<'a>> {
        let (_, route) = Route::parse(path)?;
        (self.0)(&route).then(|| PartialPathMatch::new("", Vec::new(), path))
    }

    fn generate_path(&self, _path: &mut Vec<PathSegment>) {}
}

/// Renders a page.
pub type Build = fn(&Route) -> AnyView;

/// A page of the table of routes.
#[derive(Clone, Copy)]
pub enum Page {
    /// Its code is in the first wasm.
    Eager(Build),
    /// Its code is in a chunk that is fetched when the page is first shown.
    Lazy(Chunked<Build>),
}

impl ChooseView for Page {
    // The old page stays mounted until this future resolves.
    async fn choose(self) -> AnyView {
        match self {
            Page::Eager(build) => shown(build),
            Page::Lazy(chunk) => match chunk.get().await {
                Ok(build) => shown(build),
                Err(ChunkError) => retried(chunk),
            },
        }
    }

    async fn preload(&self) {
        if let Page::Lazy(chunk) = self {
            // A failure is shown when the page is chosen.
            let _ = chunk.load().await;
        }
    }
}

/// Renders in place of a page whose chunk could not be fetched: says so, and lets the visitor retry.
fn retried(chunk: Chunked<Build>) -> AnyView {
    let loaded = RwSignal::new(None::<Build>);
    let retry = Action::new_local(move |(): &()| async move {
        if let Ok(build) = chunk.get().await {
            loaded.try_set(Some(build));
        }
    });
    let busy = retry.pending();
    let failed = move |_: &Route| view! { <ChunkFailed busy on_retry=move || { retry.dispatch(()); }/> }.into_any();
    (move || match loaded.get() {
        Some(build) => shown(build),
        None => shown_by(failed),
    })
    .into_any()
}

fn shown(build: Build) -> AnyView {
    shown_by(build)
}

/// Renders a page, and re-renders it when the language or the route's parameters change, as from one category to the
/// next. After every navigation within the app it sets the document's title and moves the focus to the heading.
fn shown_by(build: impl Fn(&Route) -> AnyView + Send + 'static) -> AnyView {
    let CurrentPlace { place, first } = expect_context();
    let site = Site::get();
    // While the next page's chunk is being fetched the address is already that page's: this page must not re-render.
    let own = Memo::new(move |before: Option<&Place>| {
        let now = place.get();
        before.filter(|before| !is_same_page(before, &now)).cloned().unwrap_or(now)
    });
    Effect::new(move |before: Option<Place>| {
        let now = own.get();
        set_title(site, &now);
        let is_first = first.try_update_value(std::mem::take).unwrap_or_default();
        match before {
            // The same page in the other language: the focus stays on the link that was followed.
            Some(before) if before.route == now.route => {
                browser_page::after_render(|| browser_page::focus("language", false))
            }
            _ if !is_first => browser_page::after_render(browser_page::focus_heading),
            _ => {}
        }
        now
    });
    (move || {
        let Place { locale, route } = own.get();
        provide_context(locale);
        untrack(|| {
            let route = route.unwrap_or(Route::Home);
            let page = build(&route);
            // A kiosk updates by itself, when nobody uses it.
            let update = (route != Route::Kiosk).then(|| view! { <UpdateBar/> });
            view! { {update}{page} }
        })
    })
    .into_any()
}

/// Whether two places are the same entry of the table of routes.
fn is_same_page(one: &Place, other: &Place) -> bool {
    let kind = |place: &Place| {
        place.route.as_ref().map(|route| match route {
            Route::Assess(page) => (std::mem::discriminant(route), Some(std::mem::discriminant(page))),
            _ => (std::mem::discriminant(route), None),
        })
    };
    kind(one) == kind(other)
}

fn set_title(site: Site, place: &Place) {
    let title = match &place.route {
        Some(route) => page_title(site, route, place.locale),
        None => words(place.locale).not_found_title.to_string(),
    };
    browser_page::set_title(&full_title(&title), place.locale.tag());
}

/// The page for a path that the site does not have.
pub fn fallback(build: Build) -> AnyView {
    shown(build)
}
