//! The key dates of an edition, and where we are among them.

use crate::browser::{clock, intl};
use crate::domain::award::{Edition, MilestoneState, Period, Step};
use crate::domain::text::Locale;
use crate::ui::html::Html;
use crate::ui::i18n::{days_left, pick};
use chrono::Datelike;

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

/// The key dates. The one that is next is marked in words too, with how long there is to it.
pub fn dates(h: &mut Html, edition: &Edition, locale: Locale) {
    let today = clock::today_in_stockholm();
    h.open("ol", &[("class", "dates")]);
    for (milestone, state) in edition.milestones_on(today) {
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
        if let Some(note) = &milestone.note {
            h.el("small", &[("class", "meta")], note.get(locale));
        }
        h.close("span").close("li");
    }
    h.close("ol");
}
