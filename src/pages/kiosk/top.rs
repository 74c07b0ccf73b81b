//! The mark, which is also the staff's way in, and what is always at hand.

use super::parts::StepBars;
use super::screen::Screen;
use super::state::KioskState;
use crate::domain::kiosk::Event;
use crate::i18n::{kiosk as texts, words};
use leptos::prelude::*;
use std::time::Duration;

/// How long the mark is held down to open the staff's way in.
const HOLD: Duration = Duration::from_secs(3);

/// The top of every screen. Its buttons stay mounted; only their texts change with the language.
#[component]
pub(super) fn Top() -> impl IntoView {
    let kiosk = KioskState::get();
    let (screen, locale) = (kiosk.screen, kiosk.locale);
    let has_heading = Memo::new(move |_| !matches!(screen.get(), Screen::Attract | Screen::Over));
    let in_visit = move || matches!(screen.get(), Screen::Visit(_));
    let speaks = move || screen.get() == Screen::Attract || in_visit();
    let ends = move || screen.get() == Screen::Staff || in_visit();
    view! {
        <Show when=move || has_heading.get() fallback=|| view! { <HeadingMark/> }>
            <p class="mark"><Mark/></p>
        </Show>
        <div class="k-tools">
            <Show when=speaks>
                <button
                    type="button"
                    class="k-quiet"
                    lang=move || locale.get().other().tag()
                    on:click=move |_| kiosk.dispatch(Event::Speak)
                >
                    {move || words(locale.get()).other_language}
                </button>
            </Show>
            <Show when=ends>
                <button type="button" class="k-quiet" on:click=move |_| kiosk.dispatch(Event::End)>
                    {move || texts(locale.get()).over}
                </button>
            </Show>
        </div>
    }
}

/// The mark as the page's heading: in the loop, where no view has one. Held down, it leads the staff to their PIN.
#[component]
fn HeadingMark() -> impl IntoView {
    let kiosk = KioskState::get();
    // Counts the starts and ends of holds, so that the timer of an earlier hold finds another number. (The timer is not
    // cancelled by its handle: Playwright's clock gives handles that do not fit into an i32.)
    let holds = StoredValue::new(0_u32);
    let release = move || holds.update_value(|holds| *holds = holds.wrapping_add(1));
    let press = move || {
        release();
        let this = holds.get_value();
        let held = move || {
            if holds.try_get_value() == Some(this) {
                kiosk.dispatch(Event::Hold);
            }
        };
        set_timeout(held, HOLD);
    };
    view! {
        <h1
            class="mark"
            id="heading"
            tabindex="-1"
            node_ref=kiosk.heading
            on:pointerdown=move |_| press()
            on:pointerup=move |_| release()
            on:pointercancel=move |_| release()
            on:pointerleave=move |_| release()
        >
            <Mark/>
        </h1>
    }
}

#[component]
fn Mark() -> impl IntoView {
    view! {
        <span class="steps" aria-hidden="true"><StepBars/></span>
        <span><span>"Sveriges"</span>" "<span>"Digitaliserings\u{ad}Kommun"</span></span>
    }
}
