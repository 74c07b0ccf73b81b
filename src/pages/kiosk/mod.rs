//! The kiosk at a fair: the loop that invites, a visitor's session, the staff's screen. `domain::kiosk` decides what
//! happens when; [`state`] holds it as signals and carries out its effects; here it is shown.
//!
//! Four parts stand on the page throughout: the top, the picture of the loop, the view, and the question to one who stands
//! still. `public/kiosk.js` locks the page and watches over it by `#kiosk` and its `data-beat`.

mod attract;
mod choose;
mod keyboard;
mod nominees;
mod parts;
mod question;
mod result;
mod result_view;
mod screen;
mod send;
mod staff;
mod state;
mod statement;
mod top;

use crate::browser::page;
use crate::domain::kiosk::{Event, View};
use crate::i18n::use_locale;
use crate::route::Route;
use crate::state::draft_store::DraftStore;
use crate::state::site::Site;
use crate::title::AWARD;
use leptos::context::Provider;
use leptos::prelude::*;
use leptos::task::spawn_local;
use screen::Screen;
use state::KioskState;

/// Builds the page of this chunk.
pub fn build(_: &Route) -> AnyView {
    view! { <KioskPage/> }.into_any()
}

/// The kiosk. Without a questionnaire there is nothing to show. It leads nowhere: no link, and no navigation but the
/// staff's way out.
#[component]
pub fn KioskPage() -> impl IntoView {
    let site = Site::get();
    let Some(instrument) = site.instrument() else { return ().into_any() };
    let kiosk = KioskState::new(site, DraftStore::get(), use_locale(), instrument);
    provide_context(kiosk);
    provide_context(send::SendState::new(kiosk));
    kiosk.listen();
    // In an effect, because effects do not run in the prerenderer.
    Effect::new(move |_| spawn_local(kiosk.read_settings()));
    Effect::new(move |_| page::set_title(AWARD, kiosk.locale.get().tag()));
    // What one visitor searched for on a screen does not come back with it.
    Effect::new(move |_| {
        kiosk.screen.track();
        kiosk.search.set(String::new());
    });
    Effect::new(move |before: Option<()>| {
        site.questionnaire.track();
        if before.is_some() {
            kiosk.renew();
        }
    });
    view! { <Layout/> }.into_any()
}

/// The four parts. While the question is shown the others are inert.
#[component]
fn Layout() -> impl IntoView {
    let kiosk = KioskState::get();
    let is_asking = Memo::new(move |_| kiosk.asks.get().is_some());
    let flag = |on: bool| on.then_some("");
    view! {
        <div
            class="kiosk"
            id="kiosk"
            data-stage=move || kiosk.screen.get().word()
            data-settings=move || flag(kiosk.has_settings.get())
            data-keys=move || flag(kiosk.shows_keyboard.get())
            data-leaving=move || flag(kiosk.is_leaving.get())
            data-beat=move || kiosk.beat.get().map(|beat| beat.to_string())
            on:keydown=move |ev| kiosk.hear_key(&ev.key())
            on:input=move |_| kiosk.dispatch(Event::Touch)
            on:click=move |_| kiosk.dispatch(Event::Touch)
        >
            <div class="k-top" inert=move || is_asking.get()>
                <top::Top/>
            </div>
            // Pictures that change by themselves are not announced: nobody who listens asked for them (WCAG 2.2.2).
            <div class="k-slide" inert=move || is_asking.get()>
                <attract::Picture/>
            </div>
            <div class="k-view" inert=move || is_asking.get()>
                <CurrentScreen/>
            </div>
            <question::StillThere/>
        </div>
    }
}

/// The current screen. The key re-creates the elements for each screen, so that no state of the previous one
/// (scrolling, a pressed button) is kept.
#[component]
fn CurrentScreen() -> impl IntoView {
    let kiosk = KioskState::get();
    view! {
        <For each=move || Some(kiosk.screen.get()) key=|screen| *screen let:screen>
            {move || {
                let locale = kiosk.locale.get();
                view! { <Provider value=locale>{show(kiosk, screen)}</Provider> }
            }}
        </For>
    }
}

/// Renders a screen. It is not reactive to the session: an answer leads to the next screen.
fn show(kiosk: KioskState, screen: Screen) -> AnyView {
    let view = match screen {
        Screen::Attract => return view! { <attract::Ways/> }.into_any(),
        Screen::Pin => return view! { <staff::AskPin/> }.into_any(),
        Screen::Staff => return view! { <staff::Room/> }.into_any(),
        Screen::Over => return ().into_any(),
        Screen::Visit(view) => view,
    };
    let Some(visit) = kiosk.visit() else { return ().into_any() };
    match view {
        View::Choose => view! { <choose::Choose/> }.into_any(),
        View::Form => view! { <choose::HowMuch who=visit.who/> }.into_any(),
        View::Statement(at) => view! { <statement::Statement visit at/> }.into_any(),
        View::Result => view! { <result::ResultScreen visit/> }.into_any(),
        View::TakeHome => view! { <result::TakeHome visit/> }.into_any(),
        View::Send => view! { <send::Form visit/> }.into_any(),
        View::Sent => view! { <send::Sent key=visit.sent/> }.into_any(),
        View::Nominees => view! { <nominees::All/> }.into_any(),
        View::Nominee(index) => view! { <nominees::One index/> }.into_any(),
        View::Dates => view! { <nominees::KeyDates/> }.into_any(),
    }
}
