//! The key dates of an edition, and where we are among them.

use crate::browser::{clock, intl};
use crate::domain::award::{Edition, Milestone, MilestoneState, Period, Step};
use crate::domain::text::Locale;
use crate::i18n::{days_left, pick};
use crate::route::{calendar_path, feed_path};
use crate::strings::html::{Html, shown};
use chrono::Datelike;
use std::ops::Range;

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

/// So many stand where there is little room.
const NEAREST: usize = 6;

/// The key dates nearest to today, without remarks.
pub fn nearest_dates(h: &mut Html, edition: &Edition, locale: Locale) {
    let near = edition.milestones_near(clock::today_in_stockholm(), NEAREST);
    each(h, "dates", edition, near, locale, |_, _| {});
}

/// The key dates in short.
pub fn dates(h: &mut Html, edition: &Edition, locale: Locale) {
    each(h, "dates", edition, 0..edition.milestones.len(), locale, |h, milestone| remark(h, milestone, locale));
}

fn remark(h: &mut Html, milestone: &Milestone, locale: Locale) {
    if let Some(note) = &milestone.note {
        h.el("small", &[("class", "meta")], note.get(locale));
    }
}

/// The key dates in full: planned beside actual where they differ, what the sources disagree on, each with its source and
/// its file for a calendar.
pub fn timeline(h: &mut Html, edition: &Edition, locale: Locale) {
    each(h, "dates timeline", edition, 0..edition.milestones.len(), locale, |h, milestone| {
        remark(h, milestone, locale);
        if milestone.actual.is_some_and(|actual| actual != milestone.planned) {
            let planned = period(locale, milestone.planned, edition.year);
            h.el("small", &[("class", "planned meta")], &[pick(locale, "Planerat: ", "Planned: "), &planned].concat());
        }
        h.open("small", &[("class", "meta row")]).open("span", &[]).text(pick(locale, "Källa: ", "Source: "));
        let host = shown(&milestone.source);
        let host = host.split('/').next().unwrap_or_default();
        h.link("", &milestone.source, Some("external"), host).close("span");
        let file = calendar_path(edition.year, Some(milestone.step), locale);
        let label = [pick(locale, "Till kalendern: ", "Add to calendar: "), step_name(locale, milestone.step)].concat();
        h.open("a", &[("href", &file), ("rel", "external"), ("download", ""), ("aria-label", &label)]);
        h.text(pick(locale, "Till kalendern", "Add to calendar")).close("a").close("small");
    });
}

/// The files for a calendar, the feed, and what they are for.
pub fn calendar_links(h: &mut Html, edition: &Edition, locale: Locale) {
    h.el("h2", &[], pick(locale, "Ta med i kalendern", "Take it to your calendar"));
    let why = pick(
        locale,
        "Filen innehåller alla hålltider för utgåvan och öppnas av alla vanliga kalendrar, även utan nät.",
        "The file holds all key dates of the edition and opens in every common calendar, without a network too.",
    );
    let file = calendar_path(edition.year, None, locale);
    let name = [pick(locale, "Alla hålltider ", "All key dates "), &edition.year.to_string(), " (.ics)"].concat();
    h.el("p", &[], why).open("p", &[]);
    h.open("a", &[("class", "btn quiet"), ("href", &file), ("rel", "external"), ("download", "")]);
    h.text(&name).close("a").close("p").open("p", &[]);
    let feed = pick(locale, "Nyheter som flöde (Atom)", "News as a feed (Atom)");
    h.link("", feed_path(locale), Some("external"), feed).close("p");
}

/// Each of the `shown` ones. The one that is next is marked in words too, with how long there is to it.
fn each(
    h: &mut Html,
    class: &str,
    edition: &Edition,
    shown: Range<usize>,
    locale: Locale,
    more: impl Fn(&mut Html, &Milestone),
) {
    let today = clock::today_in_stockholm();
    h.open("ol", &[("class", class)]);
    for (milestone, state) in edition.milestones_on(today).skip(shown.start).take(shown.len()) {
        let (class, current) = match state {
            MilestoneState::Past => ("past", None),
            MilestoneState::Next => ("now", Some("date")),
            MilestoneState::Future => ("future", None),
        };
        h.open_if("li", &[("class", Some(class)), ("aria-current", current)]);
        h.el("span", &[("class", "when num")], &period(locale, milestone.when(), edition.year));
        h.open("span", &[("class", "what")]).text(step_name(locale, milestone.step));
        if state == MilestoneState::Next {
            let days = (milestone.when().first - today).num_days().max(0);
            h.el("small", &[("class", "meta")], &days_left(locale, days));
        }
        more(h, milestone);
        h.close("span").close("li");
    }
    h.close("ol");
}
