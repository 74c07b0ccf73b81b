//! The app: shared state, the frame, and which page stands in it.

use crate::browser::event::{Event, Kind, on_event};
use crate::browser::page as browser_page;
use crate::components::{error_summary, frame, save_bar, update_bar};
use crate::domain::draft::DraftId;
use crate::domain::text::Locale;
use crate::i18n::words;
use crate::pages;
use crate::route::{Assess, Route};
use crate::state::app_update::AppUpdate;
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::DraftStore;
use crate::state::outbox::Outbox;
use crate::state::site::{PageData, Questionnaire, Site};
use crate::state::unsaved_input::UnsavedInput;
use crate::strings::html::Html;
use crate::strings::live::{Act, Page};
use crate::strings::writer::Writer;
use crate::title::{full_title, page_title};
use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;

/// Where the visitor is.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The language.
    pub locale: Locale,
    /// The page; `None` for a path that the site does not have.
    pub route: Option<Route>,
}

/// The whole app. `data` is what the page carries.
#[component]
pub fn App(data: PageData) -> impl IntoView {
    let site = Site::new(data);
    provide_context(site);
    provide_context(UnsavedInput::new());
    let shelf = DraftStore::filled();
    provide_context(shelf);
    let desk = CurrentDraft::new(site, shelf);
    provide_context(desk);
    provide_context(Writer::new(site, desk));
    provide_context(Outbox::new(site, shelf));
    let next = AppUpdate::new(site, shelf);
    // Before the router, which then leaves alone what a page has answered to.
    let acts = Acts::listen(next);
    view! { <Router><Shell acts next/></Router> }
}

/// What answers to what is done in the page that stands there.
#[derive(Clone, Copy)]
struct Acts(StoredValue<Option<Act>, LocalStorage>, AppUpdate);

impl Acts {
    /// Listens for the whole life of the app. What answers finds the app's state as the pages do.
    fn listen(next: AppUpdate) -> Acts {
        let acts = Acts(StoredValue::new_local(None), next);
        let (busy, owner) = (StoredValue::new(false), StoredValue::new(Owner::current()));
        on_event(move |event| {
            // What an answer itself causes, as when it moves the focus, was not done by the visitor.
            if busy.get_value() {
                return;
            }
            busy.set_value(true);
            if let Some(owner) = owner.get_value() {
                owner.with(|| acts.answer(event));
            }
            busy.set_value(false);
        });
        acts
    }

    fn answer(self, event: &Event) {
        if event.is(Kind::Click, "data-print") {
            browser_page::print();
        }
        error_summary::go(event);
        save_bar::hear(event);
        self.1.hear(event);
        // Taken out first: what it does may bring another page.
        if let Some(act) = self.0.get_value() {
            act(event);
        }
    }
}

/// The frame around every page.
#[component]
fn Shell(acts: Acts, next: AppUpdate) -> impl IntoView {
    let site = Site::get();
    let location = use_location();
    let path = location.pathname;
    let place = Memo::new(move |_| match Route::parse(&path.get()) {
        Some((locale, route)) => Place { locale, route: Some(route) },
        None => Place { locale: if path.get().starts_with("/en/") { Locale::En } else { Locale::Sv }, route: None },
    });
    let draft = Memo::new(move |_| location.query.with(|q| q.get("utkast")).and_then(|id| DraftId::parse(&id)));
    let desk = CurrentDraft::get();
    // At once, so that the first page is built with its answers in place.
    desk.open(draft.get_untracked());
    Effect::new(move |_| {
        desk.open(draft.get());
    });
    complete_navigations(place);
    name_and_focus(site, place);
    fetch_later(site, desk);
    let header = move || {
        let (query, hash) =
            (location.search.get(), if cfg!(feature = "ssr") { String::new() } else { location.hash.get() });
        frame::header(&place.get(), &query, &hash).finish()
    };
    let page = move || {
        let place = place.get();
        let page = page(&place);
        acts.0.set_value(page.act);
        let mut html = Html::new();
        update_bar::update_bar(&mut html, next, place.locale);
        html.add(page.html);
        html.finish()
    };
    view! {
        <header class="site" inner_html=header></header>
        <main id="innehall">
            <div class="wrap" inner_html=page></div>
        </main>
        <footer class="site" inner_html=move || frame::footer(place.with(|p| p.locale)).finish()></footer>
        <p class="live" role="status" inner_html=move || site.said.with(|said| Html::of(said).finish())></p>
    }
}

/// The page at a place. Written anew when the place, the questionnaire, or whether its draft is there changes; what
/// changes oftener are live parts of it.
fn page(place: &Place) -> Page {
    let locale = place.locale;
    let Some(route) = &place.route else { return pages::not_here(locale).into() };
    match route {
        Route::Stored => untrack(|| pages::assessment::stored::stored(locale)),
        Route::Assess(page) => assess(page, locale),
        Route::Check => match Site::get().questionnaire.get() {
            Questionnaire::Good(_) => untrack(|| pages::sending::check::check(locale)),
            _ => pages::not_here(locale).into(),
        },
        #[cfg(feature = "ssr")]
        other => crate::pages::public::plain::page(other, locale).into(),
        #[cfg(not(feature = "ssr"))]
        _ => pages::not_here(locale).into(),
    }
}

/// A page of the assessment, once there is a questionnaire to assess by and the draft that the address names.
fn assess(page: &Assess, locale: Locale) -> Page {
    let questionnaire = Site::get().questionnaire.get();
    let desk = CurrentDraft::get();
    let missing = match page {
        Assess::Review
        | Assess::Respondents
        | Assess::Result
        | Assess::Plan
        | Assess::Document
        | Assess::Send
        | Assess::Receipt => desk.absent.get() && !cfg!(feature = "ssr"),
        // The others can begin one, and stay as they are when they do.
        Assess::Start | Assess::Invited | Assess::Overview | Assess::Category(_) => desk.lost.get(),
    };
    untrack(|| match questionnaire {
        _ if missing => pages::no_such_draft(locale).into(),
        Questionnaire::Good(instrument) => pages::assess(page, instrument, locale),
        Questionnaire::Bad(problems) => pages::assessment::bad_instrument::bad_instrument(&problems, locale).into(),
        Questionnaire::Absent => pages::not_here(locale).into(),
    })
}

/// The router writes a link's address into the browser once somebody says that its page stands. Its own `Routes` does;
/// we choose pages ourselves (13 kB less), so we say it.
fn complete_navigations(place: Memo<Place>) {
    #[cfg(not(feature = "ssr"))]
    {
        use leptos_router::location::{BrowserUrl, LocationProvider};
        let browser = use_context::<BrowserUrl>();
        let (path, search) = (use_location().pathname, use_location().search);
        Effect::new(move |_| {
            path.track();
            search.track();
            place.track();
            if let Some(browser) = &browser {
                browser.ready_to_complete();
            }
        });
    }
    #[cfg(feature = "ssr")]
    let _ = place;
}

/// Names the document, and after a move within the app puts the focus on the new page's heading.
fn name_and_focus(site: Site, place: Memo<Place>) {
    Effect::new(move |before: Option<Place>| {
        let now = place.get();
        let title = now
            .route
            .as_ref()
            .map_or_else(|| words(now.locale).not_found_title.to_string(), |route| page_title(site, route, now.locale));
        browser_page::set_title(&full_title(&title), now.locale.tag());
        match before {
            // The same page in the other language: stay on the link that was followed.
            Some(before) if before.route == now.route && before.locale != now.locale => {
                browser_page::after_render(|| browser_page::focus("sprak", false));
            }
            Some(before) if before != now => browser_page::after_render(browser_page::focus_heading),
            _ => {}
        }
        now
    });
}

fn fetch_later(site: Site, desk: CurrentDraft) {
    Effect::new(move |_| leptos::task::spawn_local(site.refresh()));
    // Another questionnaire has other statements: write the answers anew.
    Effect::new(move |before: Option<()>| {
        site.questionnaire.track();
        if before.is_some() {
            desk.opened.update(|n| *n += 1);
        }
    });
}
