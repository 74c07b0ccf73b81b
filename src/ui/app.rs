//! The app: shared state, the frame, and which page stands in it.

use crate::browser::page as browser_page;
use crate::domain::draft::DraftId;
use crate::domain::text::Locale;
use crate::route::{Assess, Route};
use crate::ui::components::frame::{Footer, Header};
use crate::ui::desk::Desk;
use crate::ui::i18n::words;
use crate::ui::outbox::Outbox;
use crate::ui::pages;
use crate::ui::site::{PageData, Site};
use crate::ui::title::{full_title, page_title};
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
    provide_context(Desk::new(site));
    provide_context(Outbox::new(site));
    view! { <Router><Shell/></Router> }
}

/// The frame around every page.
#[component]
fn Shell() -> impl IntoView {
    let site = Site::get();
    let location = use_location();
    let path = location.pathname;
    let place = Memo::new(move |_| match Route::parse(&path.get()) {
        Some((locale, route)) => Place { locale, route: Some(route) },
        None => Place { locale: if path.get().starts_with("/en/") { Locale::En } else { Locale::Sv }, route: None },
    });
    let draft = Memo::new(move |_| location.query.with(|q| q.get("utkast")).and_then(|id| DraftId::parse(&id)));
    let desk = Desk::get();
    // At once, so that the first page is built with its answers in place.
    desk.open(draft.get_untracked());
    Effect::new(move |_| {
        desk.open(draft.get());
    });
    complete_navigations(place);
    name_and_focus(site, place);
    fetch_later(site, desk);
    view! {
        <Header place/>
        <main id="innehall">
            <div class="wrap" on:click=print_button>{move || page(place.get())}</div>
        </main>
        <Footer place/>
        <p class="live" role="status">{move || site.said.get()}</p>
    }
}

/// Every button that prints says so by itself, wherever it stands.
fn print_button(event: leptos::ev::MouseEvent) {
    if browser_page::event_data(&event, "data-print").is_some() {
        browser_page::print();
    }
}

fn page(place: Place) -> AnyView {
    let locale = place.locale;
    let Some(route) = place.route else { return pages::not_here(locale) };
    match route {
        Route::Home => pages::home::home(locale),
        Route::Stored => view! { <pages::stored::Stored locale/> }.into_any(),
        Route::Assess(page) => assess(page, locale),
        #[cfg(feature = "ssr")]
        other => crate::ui::plain::page(&other, locale),
        #[cfg(not(feature = "ssr"))]
        _ => pages::not_here(locale),
    }
}

/// A page of the assessment, once there is a questionnaire to assess by.
fn assess(page: Assess, locale: Locale) -> AnyView {
    let site = Site::get();
    let questionnaire = move || site.questionnaire.get();
    (move || match questionnaire() {
        crate::ui::site::Questionnaire::Good(instrument) => pages::assess(&page, instrument, locale),
        crate::ui::site::Questionnaire::Bad(problems) => pages::bad_instrument::bad_instrument(&problems, locale),
        crate::ui::site::Questionnaire::Absent => pages::not_here(locale),
    })
    .into_any()
}

/// The router writes a link's address into the browser once somebody says that its page stands. Its own `Routes` does;
/// we choose pages ourselves (13 kB less), so we say it.
fn complete_navigations(place: Memo<Place>) {
    #[cfg(not(feature = "ssr"))]
    {
        use leptos_router::location::{BrowserUrl, LocationProvider};
        let browser = use_context::<BrowserUrl>();
        let path = use_location().pathname;
        Effect::new(move |_| {
            path.track();
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

fn fetch_later(site: Site, desk: Desk) {
    Effect::new(move |_| leptos::task::spawn_local(site.refresh()));
    // Another questionnaire has other statements: write the answers anew.
    Effect::new(move |before: Option<()>| {
        site.questionnaire.track();
        if before.is_some() {
            desk.opened.update(|n| *n += 1);
        }
    });
}
