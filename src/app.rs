//! The root component: the contexts, the frame around every page, and the table of routes.

use crate::browser::page as browser_page;
use crate::components::frame::{Footer, Header, Here};
use crate::components::save_bar::announcement;
use crate::domain::draft::DraftId;
use crate::domain::text::Locale;
use crate::pages::NotFoundPage;
use crate::pages::assessment::category::CategoryPage;
use crate::pages::assessment::overview::OverviewPage;
use crate::pages::assessment::{Needs, with_questionnaire};
use crate::route::{Assess, Route as Path};
use crate::routing::{At, Page, fallback, provide_place, use_place};
use crate::state::app_update::AppUpdate;
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::{DraftStore, Saved};
use crate::state::outbox::Outbox;
use crate::state::public_data::{AwardData, PublicData};
use crate::state::site::{PageData, Site};
use crate::state::unsaved_input::UnsavedInput;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::use_location;

/// The root component.
#[component]
pub fn App(
    /// The data that the page carries.
    data: PageData,
    /// The award's data that the page carries.
    #[prop(optional)]
    award: AwardData,
) -> impl IntoView {
    let (site, store, unsaved) = (Site::new(data), DraftStore::filled(), UnsavedInput::new());
    provide_context(site);
    provide_context(unsaved);
    provide_context(store);
    provide_context(CurrentDraft::new(site, store));
    provide_context(Outbox::new(site, store));
    provide_context(PublicData::new(award));
    provide_context(AppUpdate::new(site, store, unsaved));
    Effect::new(move |_| spawn_local(site.refresh(unsaved)));
    view! { <Router><Frame/></Router> }
}

/// The frame around every page. The kiosk has none: it leads nowhere.
#[component]
fn Frame() -> impl IntoView {
    provide_place();
    open_draft();
    let (site, place, location) = (Site::get(), use_place(), use_location());
    let own_query = PublicData::get().query();
    announce_saving(site);
    let locale = Memo::new(move |_| place.read().locale);
    let is_kiosk = Memo::new(move |_| place.read().route == Some(Path::Kiosk));
    let here = Signal::derive(move || {
        let (query, hash) =
            (location.search.get(), if cfg!(feature = "ssr") { String::new() } else { location.hash.get() });
        let mark = if query.is_empty() { "" } else { "?" };
        let query = own_query.get().unwrap_or_else(|| format!("{mark}{query}"));
        Here { route: place.read().route.clone(), rest: format!("{query}{hash}") }
    });
    let header = move || {
        provide_context(locale.get());
        view! { <Header here/> }
    };
    let footer = move || {
        provide_context(locale.get());
        view! { <Footer/> }
    };
    view! {
        <Show when=move || !is_kiosk.get()><header class="site">{header}</header></Show>
        <main id="content"><div class=move || (!is_kiosk.get()).then_some("wrap")><Pages/></div></main>
        <Show when=move || !is_kiosk.get()><footer class="site">{footer}</footer></Show>
        <p class="live" role="status">{move || site.said.get()}</p>
    }
}

/// A matcher for the paths of one page.
macro_rules! at {
    ($page:pat) => {
        At(|route| matches!(route, $page))
    };
}

/// The pages of each chunk of the wasm, and how the chunk is fetched.
mod chunks {
    use crate::chunk::{ChunkError, Chunked, Loading};
    use crate::chunked;
    use crate::pages::{assessment, kiosk, public, results, sending};
    use crate::route::{Chunk, Route};
    use crate::routing::Build;
    use crate::state::public_data::{AwardData, AwardError};
    use std::future::Future;
    use std::pin::Pin;

    pub const BEGIN: Chunked<Build> = chunked!(begin: fn beginning_pages() -> Build { assessment::build });
    pub const RESULTS: Chunked<Build> = chunked!(results: fn results_pages() -> Build { results::build });
    pub const SENDING: Chunked<Build> = chunked!(sending: fn sending_pages() -> Build { sending::build });
    pub const PUBLIC: Chunked<Build> = chunked!(public: fn public_pages() -> Build { public::build });
    pub const KIOSK: Chunked<Build> = chunked!(kiosk: fn kiosk_pages() -> Build { kiosk::build });

    /// Reads or fetches the award's data. In chunks, so that only pages that show the award load this code.
    pub type LoadAward = fn(Route) -> Pin<Box<dyn Future<Output = Result<AwardData, AwardError>>>>;
    const PUBLIC_AWARD: Chunked<LoadAward> = chunked!(public: fn award_of_public_page() -> LoadAward { load_award });
    const KIOSK_AWARD: Chunked<LoadAward> = chunked!(kiosk: fn award_of_kiosk() -> LoadAward { load_award });

    fn load_award(route: Route) -> Pin<Box<dyn Future<Output = Result<AwardData, AwardError>>>> {
        Box::pin(async move { AwardData::from_page().complete(&route).await })
    }

    /// The award's data that a page shows: from its data blocks, or fetched.
    ///
    /// # Errors
    /// If the chunk or the data cannot be fetched now.
    pub async fn award_of(route: Route) -> Result<AwardData, AwardError> {
        let load = match route.chunk() {
            Some(Chunk::Public) => PUBLIC_AWARD.get().await,
            Some(Chunk::Kiosk) => KIOSK_AWARD.get().await,
            _ => return Ok(AwardData::default()),
        };
        load.map_err(|ChunkError| AwardError::NotFetched)?(route).await
    }

    /// Fetches a chunk, so that its pages can be built at once.
    pub fn load(chunk: Chunk) -> Loading<()> {
        match chunk {
            Chunk::Begin => BEGIN.load(),
            Chunk::Results => RESULTS.load(),
            Chunk::Sending => SENDING.load(),
            Chunk::Public => PUBLIC.load(),
            Chunk::Kiosk => KIOSK.load(),
        }
    }
}
pub use chunks::{award_of, load as load_chunk};

/// The table of routes: every path of the site. Paths are made and read by `crate::route`.
#[component]
fn Pages() -> impl IntoView {
    use chunks::{BEGIN, KIOSK, PUBLIC, RESULTS, SENDING};
    view! {
        <FlatRoutes fallback=|| fallback(|_| view! { <NotFoundPage/> }.into_any())>
            <Route path=at!(Path::Assess(Assess::Start)) view=Page::Lazy(BEGIN)/>
            <Route path=at!(Path::Assess(Assess::Invited)) view=Page::Lazy(BEGIN)/>
            <Route path=at!(Path::Assess(Assess::Overview)) view=Page::Eager(overview)/>
            <Route path=at!(Path::Assess(Assess::Category(_))) view=Page::Eager(category)/>
            <Route path=at!(Path::Assess(Assess::Review)) view=Page::Lazy(SENDING)/>
            <Route path=at!(Path::Stored) view=Page::Lazy(BEGIN)/>
            <Route path=at!(Path::Assess(Assess::Respondents)) view=Page::Lazy(RESULTS)/>
            <Route path=at!(Path::Assess(Assess::Result)) view=Page::Lazy(RESULTS)/>
            <Route path=at!(Path::Assess(Assess::Plan)) view=Page::Lazy(RESULTS)/>
            <Route path=at!(Path::Assess(Assess::Document)) view=Page::Lazy(RESULTS)/>
            <Route path=at!(Path::Assess(Assess::Send)) view=Page::Lazy(SENDING)/>
            <Route path=at!(Path::Assess(Assess::Receipt)) view=Page::Lazy(SENDING)/>
            <Route path=at!(Path::Check) view=Page::Lazy(SENDING)/>
            <Route path=at!(Path::Home) view=Page::Lazy(PUBLIC)/>
            <Route path=at!(Path::Nominees) view=Page::Lazy(PUBLIC)/>
            <Route path=at!(Path::Edition(_)) view=Page::Lazy(PUBLIC)/>
            <Route path=at!(Path::Nominee(..)) view=Page::Lazy(PUBLIC)/>
            <Route path=at!(Path::Municipality(_)) view=Page::Lazy(PUBLIC)/>
            <Route path=at!(Path::Timeline) view=Page::Lazy(PUBLIC)/>
            <Route path=at!(Path::OpenData) view=Page::Lazy(PUBLIC)/>
            <Route path=at!(Path::Method) view=Page::Lazy(PUBLIC)/>
            <Route path=at!(Path::About) view=Page::Lazy(PUBLIC)/>
            <Route path=at!(Path::Accessibility) view=Page::Lazy(PUBLIC)/>
            <Route path=at!(Path::Kiosk) view=Page::Lazy(KIOSK)/>
        </FlatRoutes>
    }
}

fn overview(_: &Path) -> AnyView {
    with_questionnaire(Needs::Nothing, |instrument| view! { <OverviewPage instrument/> }.into_any())
}

fn category(route: &Path) -> AnyView {
    let Path::Assess(Assess::Category(id)) = route.clone() else { return ().into_any() };
    with_questionnaire(Needs::Nothing, move |instrument| view! { <CategoryPage instrument id=id.clone()/> }.into_any())
}

/// Opens the draft that the address names: before the first render, so that the first page has its answers.
fn open_draft() {
    let (query, draft) = (use_location().query, CurrentDraft::get());
    let id = Memo::new(move |_| query.with(|query| query.get("utkast")).and_then(|id| DraftId::parse(&id)));
    draft.open(id.get_untracked());
    Effect::new(move |_| {
        draft.open(id.get());
    });
}

/// Announces to screen readers how saving went.
fn announce_saving(site: Site) {
    let store = DraftStore::get();
    let mut told = Saved::Nothing;
    Effect::new(move |_| {
        let saved = store.saved.get();
        let locale = if browser_page::is_english() { Locale::En } else { Locale::Sv };
        if let Some(text) = announcement(told, saved, locale) {
            site.say(&text);
        }
        if saved != Saved::Underway {
            told = saved;
        }
    });
}
