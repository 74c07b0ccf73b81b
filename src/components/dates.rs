//! The key dates of an edition, and where we are among them.

use crate::browser::intl;
use crate::components::source::HostLink;
use crate::domain::award::{Edition, Milestone, MilestoneState, Period, Step};
use crate::domain::text::Locale;
use crate::i18n::{days_left, pick, use_locale};
use crate::route::{calendar_path, feed_path};
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// A period in words: `17 maj`, `21–23 november`, `oktober`, `augusti–september`. The year only where it is not `year`.
pub fn period(locale: Locale, period: Period, year: u16) -> String {
    let (first, last) = (period.first, period.last);
    let same_month = (first.year(), first.month()) == (last.year(), last.month());
    let text = match (period.months, same_month) {
        (true, true) => intl::month(locale, first),
        (true, false) => [&intl::month(locale, first), "–", &intl::month(locale, last)].concat(),
        (false, true) if first == last => intl::day(locale, first),
        (false, true) => [&first.day().to_string(), "–", &intl::day(locale, last)].concat(),
        (false, false) => [&intl::day(locale, first), "–", &intl::day(locale, last)].concat(),
    };
    if first.year() == i32::from(year) { text } else { [&text, " ", &first.year().to_string()].concat() }
}

/// What happens, in words.
pub fn step_name(locale: Locale, step: Step) -> &'static str {
    match step {
        Step::ApplicationDeadline => pick(locale, "Sista dag för anmälan", "Last day to apply"),
        Step::CompleteExternal => {
            pick(locale, "Sista dag att komplettera externa nomineringar", "Last day to complete external nominations")
        }
        Step::Nomination => pick(locale, "Juryn nominerar 5–10 kommuner", "The jury nominates 5–10 municipalities"),
        Step::Announcement => pick(locale, "De nominerade presenteras", "The nominees are presented"),
        Step::Dimios => pick(locale, "Bedömningen i DiMiOS lämnas in", "The DiMiOS assessments are sent in"),
        Step::Shortlist => pick(locale, "Juryn väljer 3–5 finalister", "The jury chooses 3–5 finalists"),
        Step::Publication => pick(locale, "Skrift publiceras", "A publication comes out"),
        Step::SiteVisits => pick(locale, "Platsbesök hos finalisterna", "Visits to the finalists"),
        Step::Meetings => pick(locale, "Digitala möten med finalisterna", "Digital meetings with the finalists"),
        Step::JuryMeeting => pick(locale, "Juryn utser vinnaren", "The jury decides on the winner"),
        Step::Prize => {
            pick(locale, "Vinnaren avslöjas på Kvalitetsmässan", "The winner is announced at Kvalitetsmässan")
        }
        Step::Seminars => pick(locale, "Seminarier på Kvalitetsmässan", "Seminars at Kvalitetsmässan"),
    }
}

/// How many key dates the short list shows.
const NEAREST: usize = 6;

/// The key dates nearest to today, without remarks.
#[component]
pub fn NearestDates(
    /// The edition.
    edition: Arc<Edition>,
    /// The day in Stockholm.
    today: NaiveDate,
) -> impl IntoView {
    let near = edition.milestones_near(today, NEAREST);
    view! { <ol class="dates">{items(&edition, near, today, |_| None)}</ol> }.into_any()
}

/// The key dates in short, with remarks.
#[component]
pub fn KeyDates(
    /// The edition.
    edition: Arc<Edition>,
    /// The day in Stockholm.
    today: NaiveDate,
) -> impl IntoView {
    let locale = use_locale();
    let all = 0..edition.milestones.len();
    view! { <ol class="dates">{items(&edition, all, today, |milestone| Some(remark(milestone, locale).into_any()))}</ol> }.into_any()
}

/// The key dates in full: planned beside actual where they differ, what the sources disagree on, each with its source and
/// its file for a calendar.
#[component]
pub fn Timeline(
    /// The edition.
    edition: Arc<Edition>,
    /// The day in Stockholm.
    today: NaiveDate,
) -> impl IntoView {
    let (locale, all, year) = (use_locale(), 0..edition.milestones.len(), edition.year);
    let details = |milestone: &Milestone| {
        let planned = milestone.actual.is_some_and(|actual| actual != milestone.planned).then(|| {
            let planned = period(locale, milestone.planned, year);
            view! { <small class="planned meta">{pick(locale, "Planerat: ", "Planned: ")}{planned}</small> }
        });
        let to_calendar = pick(locale, "Till kalendern", "Add to calendar");
        let label = format!("{to_calendar}: {}", step_name(locale, milestone.step));
        let details = view! {
            {remark(milestone, locale)}
            {planned}
            <small class="meta row">
                <span>{pick(locale, "Källa: ", "Source: ")}<HostLink url=milestone.source.clone()/></span>
                <a href=calendar_path(year, Some(milestone.step), locale) rel="external" download="" aria-label=label>
                    {to_calendar}
                </a>
            </small>
        };
        Some(details.into_any())
    };
    view! { <ol class="dates timeline">{items(&edition, all, today, details)}</ol> }.into_any()
}

fn remark(milestone: &Milestone, locale: Locale) -> impl IntoView + use<> {
    let note = milestone.note.as_ref().map(|note| note.get(locale).to_string());
    note.map(|note| view! { <small class="meta">{note}</small> })
}

/// The `shown` ones of an edition's dates. The one that is next is marked in words too, with how long there is to it.
fn items(
    edition: &Edition,
    shown: Range<usize>,
    today: NaiveDate,
    more: impl Fn(&Milestone) -> Option<AnyView>,
) -> Vec<AnyView> {
    let locale = use_locale();
    let item = |(milestone, state): (&Milestone, MilestoneState)| {
        let (class, current) = match state {
            MilestoneState::Past => ("past", None),
            MilestoneState::Next => ("now", Some("date")),
            MilestoneState::Future => ("future", None),
        };
        let left = (state == MilestoneState::Next).then(|| days_left(locale, milestone.when().days_until(today)));
        view! {
            <li class=class aria-current=current>
                <span class="when num">{period(locale, milestone.when(), edition.year)}</span>
                <span class="what">
                    {step_name(locale, milestone.step)}
                    {left.map(|left| view! { <small class="meta">{left}</small> })}
                    {more(milestone)}
                </span>
            </li>
        }
    };
    edition.milestones_on(today).skip(shown.start).take(shown.len()).map(item).map(IntoAny::into_any).collect()
}

/// The files for a calendar, the feed, and what they are for.
#[component]
pub fn CalendarLinks(
    /// The year of the edition.
    year: u16,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <h2>{pick(locale, "Ta med i kalendern", "Take it to your calendar")}</h2>
        <p>
            {pick(
                locale,
                "Filen innehåller alla hålltider för utgåvan och öppnas av alla vanliga kalendrar, även utan nät.",
                "The file holds all key dates of the edition and opens in every common calendar, without a network too.",
            )}
        </p>
        <p>
            <a class="btn quiet" href=calendar_path(year, None, locale) rel="external" download="">
                {pick(locale, "Alla hålltider ", "All key dates ")}{year}" (.ics)"
            </a>
        </p>
        <p><a href=feed_path(locale) rel="external">{pick(locale, "Nyheter som flöde (Atom)", "News as a feed (Atom)")}</a></p>
    }
    .into_any()
}
