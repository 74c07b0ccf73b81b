//! The key dates of the current edition: where we are today, planned beside actual, what the sources say.

use super::parts::WithAward;
use crate::components::dates::{CalendarLinks, Timeline, step_name};
use crate::components::heading::PageHeading;
use crate::components::link::PageLink;
use crate::components::share::ShareButtons;
use crate::domain::award::{Edition, Status};
use crate::domain::text::Locale;
use crate::i18n::{award, days_left, edition_name, pick, use_locale, words};
use crate::route::Route;
use crate::state::public_data::PublicData;
use chrono::NaiveDateTime;
use leptos::prelude::*;
use std::sync::Arc;

/// The page about the key dates.
#[component]
pub fn TimelinePage() -> impl IntoView {
    let name = words(use_locale()).nav_timeline;
    view! {
        <WithAward find=PublicData::current heading=name let:edition>
            <KeyDatesOf edition/>
        </WithAward>
    }
    .into_any()
}

#[component]
fn KeyDatesOf(
    /// The current edition.
    edition: Signal<Arc<Edition>>,
) -> impl IntoView {
    let (now, locale) = (PublicData::get().now(), use_locale());
    let (year, name) = (edition.read_untracked().year, words(locale).nav_timeline);
    let today = Memo::new(move |_| now.get().date());
    view! {
        <p class="kicker">
            <PageLink route=Route::Edition(year)>{edition_name(locale, year)}</PageLink>
            " · "
            <PageLink route=Route::Nominees>{award(locale).all}</PageLink>
        </p>
        <PageHeading>{move || heading(&edition.read(), now.get(), locale)}</PageHeading>
        <p class="lead">
            {pick(
                locale,
                "Så här var det tänkt, och så här blev det. Varje uppgift har sin källa.",
                "How it was planned, and how it turned out. Each entry has its source.",
            )}
        </p>
        <div class="split">
            <section id="key-dates" aria-label=name>
                {move || view! { <Timeline edition=edition.get() today=today.get()/> }}
            </section>
            <aside class="card stack calendar">
                <CalendarLinks year/>
                <ShareButtons route=Route::Timeline title=name/>
            </aside>
        </div>
    }
}

/// What is next, or that all has been.
fn heading(edition: &Edition, now: NaiveDateTime, locale: Locale) -> String {
    let year = edition.year;
    match edition.status(now) {
        Status::Next(milestone, days) => format!("{} {}", step_name(locale, milestone.step), days_left(locale, days)),
        Status::Over(_) => {
            pick(locale, format!("Utmärkelsen {year} är avgjord"), format!("The award {year} has been decided"))
        }
        Status::Unknown => pick(locale, format!("Hålltider {year}"), format!("Key dates {year}")),
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::domain::award::{moment, parse_edition};

    #[test]
    fn the_heading_says_what_is_next() {
        let edition = parse_edition(&std::fs::read("public/data/award/2023.json").expect("the file")).expect("one");
        let at = |text, locale| heading(&edition, moment(text).expect("a moment"), locale);
        assert_eq!(at("2023-11-20T12:00", Locale::En), "The winner is announced at Kvalitetsmässan tomorrow");
        assert_eq!(at("2024-01-01T12:00", Locale::Sv), "Utmärkelsen 2023 är avgjord");
    }
}
