//! The loop that invites: pictures, and the ways in.

use super::parts::{EventButton, StepBars};
use super::state::KioskState;
use crate::browser::clock;
use crate::components::dates::{period, step_name};
use crate::components::nominee_card::{StageTag, counties};
use crate::domain::award::{Edition, Nominee, Stage};
use crate::domain::kiosk::{Event, Slide, View, slides};
use crate::domain::text::Locale;
use crate::i18n::{award, compete, days_left, edition_name, kiosk as texts, statements, use_locale};
use crate::state::public_data::PublicData;
use chrono::NaiveDate;
use leptos::context::Provider;
use leptos::prelude::*;

/// The current picture. A new element for each, so that the entry animation runs.
#[component]
pub(super) fn Picture() -> impl IntoView {
    let kiosk = KioskState::get();
    let shown = move || kiosk.picture.get().map(|picture| (picture, kiosk.locale.get()));
    view! {
        <For each=shown key=|shown| *shown let((picture, locale))>
            <Provider value=locale><OnePicture picture/></Provider>
        </For>
    }
}

/// A picture, and where among all it is.
#[component]
fn OnePicture(
    /// How many pictures have gone by.
    picture: usize,
) -> impl IntoView {
    let now = clock::now_in_stockholm();
    let edition = untrack(|| PublicData::get().current());
    let all = slides(edition.as_deref(), now);
    let at = picture % all.len().max(1);
    let slide = match (all.get(at), &edition) {
        (Some(slide), Some(edition)) => draw(*slide, edition, now),
        _ => view! { <TestSlide/> }.into_any(),
    };
    let dot = |n: usize| view! { <i class=(n == at).then_some("on")></i> };
    view! {
        <div class="k-picture">{slide}</div>
        <p class="k-dots" aria-hidden="true">{(0..all.len()).map(dot).collect_view()}</p>
    }
}

fn draw(slide: Slide, edition: &Edition, now: chrono::NaiveDateTime) -> AnyView {
    let (locale, year) = (use_locale(), edition.year);
    match slide {
        Slide::Winner(index) | Slide::Nominee(index) => {
            let nominees = edition.nominees_on(now);
            nominees.get(index).map(|(nominee, stage)| nominee_slide(nominee, *stage, year)).into_any()
        }
        Slide::Opening => view! {
            <p class="kicker">{edition_name(locale, year)}</p>
            <h2 class="k-big">{compete(locale, edition.nominees.len())}</h2>
        }
        .into_any(),
        Slide::All => {
            let each = |(nominee, stage): (&Nominee, Stage)| {
                view! { <li><b>{nominee.name.clone()}</b><StageTag stage/></li> }
            };
            let names = edition.nominees_on(now).into_iter().map(each).collect_view();
            view! { <h2>{format!("{} {year}", award(locale).nominated)}</h2><ul class="k-names">{names}</ul> }
                .into_any()
        }
        Slide::Dates => {
            let coming = coming(edition, now.date(), locale);
            let line = coming.line.into_iter().map(|class| view! { <li class=class></li> }).collect_view();
            view! {
                <p class="kicker">{format!("{} {year}", award(locale).dates)}</p>
                <h2 class="k-big">{coming.title}</h2>
                <p class="lead">{coming.text}</p>
                <ol class="k-line" aria-hidden="true">{line}</ol>
            }
            .into_any()
        }
        Slide::Test => view! { <TestSlide/> }.into_any(),
    }
}

fn nominee_slide(nominee: &Nominee, stage: Stage, year: u16) -> impl IntoView + use<> {
    let locale = use_locale();
    let class = if stage == Stage::Winner { "k-name win" } else { "k-name" };
    let said = said_of(nominee, stage, locale).map(|text| view! { <p class="lead">{text.to_string()}</p> });
    view! {
        <StageTag stage/>
        <h2 class=class>{nominee.name.clone()}</h2>
        {said}
        <p class="meta">{format!("{} · {}", counties(nominee, locale), edition_name(locale, year))}</p>
    }
}

/// What is said of a nominee in one sentence: the jury's reason, else the first fact. A reason speaks of the winner, who is
/// not known before the day of the prize.
fn said_of(nominee: &Nominee, stage: Stage, locale: Locale) -> Option<&str> {
    let reason = nominee.reason.as_ref().filter(|_| stage == nominee.stage);
    reason.or(nominee.facts.first().map(|(text, _)| text)).map(|text| text.get(locale))
}

/// The key dates as a picture: the one that is next, large, and where it is among all.
struct Coming {
    title: String,
    text: String,
    /// The class of each mark on the line.
    line: Vec<Option<&'static str>>,
}

/// What the picture of the key dates says on a day: the next one, or the last when all have been.
fn coming(edition: &Edition, today: NaiveDate, locale: Locale) -> Coming {
    let next = edition.next_milestone(today);
    let (title, text) = match (next, edition.milestones.last()) {
        (Some(next), _) => {
            let days = days_left(locale, next.when().days_until(today));
            (period(locale, next.when(), edition.year), format!("{}, {days}", step_name(locale, next.step)))
        }
        (None, Some(last)) => (step_name(locale, last.step).into(), period(locale, last.when(), edition.year)),
        (None, None) => Default::default(),
    };
    let mark = |milestone| match milestone {
        _ if Some(milestone) == next => Some("now"),
        _ if milestone.when().last < today => Some("past"),
        _ => None,
    };
    Coming { title, text, line: edition.milestones_on(today).map(|(milestone, _)| mark(milestone)).collect() }
}

/// What the test is.
#[component]
fn TestSlide() -> impl IntoView {
    let (kiosk, locale) = (KioskState::get(), use_locale());
    let t = texts(locale);
    let length = move || kiosk.short_form.get().map(|count| view! { <p class="meta">{statements(locale, count)}</p> });
    view! {
        <div class="steps k-steps" aria-hidden="true"><StepBars/></div>
        <h2 class="k-big">{t.test_title}</h2>
        <p class="lead">{t.test_text}</p>
        {length}
    }
}

/// The ways in, and what steers the loop.
#[component]
pub(super) fn Ways() -> impl IntoView {
    let (kiosk, locale) = (KioskState::get(), use_locale());
    let t = texts(locale);
    let start = move || if kiosk.short_form.get().is_some() { t.start } else { t.start_whole };
    let wrong = move || {
        kiosk.wrong_setting.get().map(|key| view! { <p class="note error">{format!("config.json: {key}")}</p> })
    };
    let stops = move || if kiosk.is_paused.get() { ("▶", t.go_on) } else { ("❚❚", t.stop) };
    view! {
        <div class="k-ways">
            <EventButton event=Event::See(View::Choose) class="k-btn k-go">{start}</EventButton>
            <EventButton event=Event::See(View::Nominees) class="k-btn k-second k-go">{t.see_nominees}</EventButton>
            <EventButton event=Event::See(View::Dates) class="k-btn k-second k-go">{award(locale).dates}</EventButton>
        </div>
        <div class="k-steer">
            <EventButton event=Event::Slide { forwards: false } class="k-quiet">
                <span aria-hidden="true">"←"</span>
                <span class="vh">{t.before}</span>
            </EventButton>
            <EventButton event=Event::Pause class="k-quiet">
                <span aria-hidden="true">{move || stops().0}</span>
                <span class="vh">{move || stops().1}</span>
            </EventButton>
            <EventButton event=Event::Slide { forwards: true } class="k-quiet">
                <span aria-hidden="true">"→"</span>
                <span class="vh">{t.after}</span>
            </EventButton>
        </div>
        {wrong}
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::domain::award::parse_edition;

    fn edition() -> Edition {
        parse_edition(&std::fs::read("public/data/award/2023.json").expect("the file")).expect("an edition")
    }

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2023, month, day).expect("a day")
    }

    #[test]
    fn the_picture_of_the_dates_shows_the_next_one_and_at_the_end_the_last() {
        let edition = edition();
        let before = coming(&edition, day(4, 1), Locale::Sv);
        assert!(before.text.contains(", om "), "{}", before.text);
        assert_eq!(before.line.iter().filter(|mark| **mark == Some("now")).count(), 1);
        let after = coming(&edition, day(12, 31), Locale::Sv);
        assert!(after.line.iter().all(|mark| *mark == Some("past")));
        let last = edition.milestones.last().expect("a milestone");
        assert_eq!(after.title, step_name(Locale::Sv, last.step));
    }

    #[test]
    fn the_reason_of_the_winner_is_not_said_before_the_prize() {
        let edition = edition();
        let winner = edition.nominees.iter().find(|n| n.stage == Stage::Winner).expect("a winner");
        let reason = winner.reason.as_ref().map(|text| text.get(Locale::Sv));
        assert!(reason.is_some());
        assert_eq!(said_of(winner, Stage::Winner, Locale::Sv), reason);
        assert_ne!(said_of(winner, Stage::Finalist, Locale::Sv), reason);
    }
}
