//! The bar that tells whether all is saved, with the way on.

use crate::browser::{intl, page};
use crate::domain::draft::Draft;
use crate::domain::text::Locale;
use crate::ui::desk::{Desk, Saved};
use crate::ui::i18n::{save_failure, saved_at, words};
use crate::ui::site::Site;
use leptos::prelude::*;

/// The bar at the bottom of a page where something is entered. Its children are the ways on.
#[component]
pub fn SaveBar(locale: Locale, children: Children) -> impl IntoView {
    view! {
        <div class="saved">
            <div class="wrap">
                <SaveState locale/>
                {children()}
            </div>
        </div>
    }
}

/// Whether all is saved; where not, why, what is safe and what to do.
#[component]
pub fn SaveState(locale: Locale) -> impl IntoView {
    let desk = Desk::get();
    let w = words(locale);
    move || match desk.saved.get() {
        Saved::Nothing => view! { <p class="state">{w.save_neutral}</p> }.into_any(),
        Saved::At(time) => view! {
            <p class="state ok">
                {saved_at(locale, &intl::time(locale, time))} " " <span class="where">{w.save_where}</span>
            </p>
        }
        .into_any(),
        Saved::Failed(error) => view! {
            <div class="state bad">
                <p><strong>{w.save_failed}</strong> " " {save_failure(locale, error)}</p>
                <button class="link" type="button" on:click=move |_| desk.tell()>{w.save_again}</button>
                <button class="link" type="button" on:click=move |_| save_file(desk)>{w.save_file}</button>
            </div>
        }
        .into_any(),
    }
}

/// Offers the draft at hand as a file.
pub fn save_file(desk: Desk) {
    let file = desk.with(|d| (file_name(d), crate::domain::draft::write_file(d)));
    if let Some((name, text)) = file {
        page::save_file(&name, "application/json", &text);
    }
}

fn file_name(draft: &Draft) -> String {
    let organisations = draft.organisations();
    let name = organisations.first().map_or("", |(_, name)| *name);
    let plain: String =
        intl::lower(name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(40).collect();
    ["dimios-", &plain, if plain.is_empty() { "" } else { "-" }, draft.id().as_str(), ".json"].concat()
}

/// Tells a screen reader how saving went.
pub fn announce(site: Site, saved: Saved) {
    let locale = if page::is_english() { Locale::En } else { Locale::Sv };
    let w = words(locale);
    match saved {
        Saved::Nothing => {}
        Saved::At(_) => site.say(w.save_neutral),
        Saved::Failed(error) => site.say(&[w.save_failed, " ", save_failure(locale, error)].concat()),
    }
}
