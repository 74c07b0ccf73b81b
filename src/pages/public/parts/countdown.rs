//! Counting down to the winner.

use crate::browser::intl;
use crate::domain::award::{Edition, time_of_day};
use crate::domain::text::Locale;
use crate::i18n::pick;
use crate::i18n::use_locale;
use crate::state::public_clock::CLOSE;
use crate::state::public_data::PublicData;
use chrono::NaiveDateTime;
use leptos::prelude::*;
use std::sync::Arc;

/// What is shown in place of the winner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// No moment is set, or it has been.
    Nothing,
    /// The moment is named: in the prerendered page, and long before the moment.
    Named(NaiveDateTime),
    /// It is counted down to the moment.
    Counting(NaiveDateTime),
    /// The moment has been, and the data that names the winner is awaited.
    Awaited,
}

fn phase(edition: &Edition, left: Option<i64>, now: NaiveDateTime) -> Phase {
    match (edition.revealed, left) {
        (Some(moment), Some(left)) if left > 0 => Phase::Counting(moment),
        (Some(_), Some(_)) => Phase::Awaited,
        (Some(moment), None) if now < moment => Phase::Named(moment),
        _ => Phase::Nothing,
    }
}

/// How long it is to the winner of an edition, where a moment is set.
#[component]
pub fn Countdown(
    /// The edition.
    edition: Signal<Arc<Edition>>,
) -> impl IntoView {
    let (data, locale) = (PublicData::get(), use_locale());
    let (left, now) = (data.left(), data.now());
    let phase = Memo::new(move |_| phase(&edition.read(), left.get(), now.get()));
    let at = move |moment: NaiveDateTime| {
        format!("{}{}{}.", intl::day(locale, moment.date()), pick(locale, " kl. ", " at "), time_of_day(moment))
    };
    let shown_here = pick(locale, "Vinnaren visas här ", "The winner will be shown here ");
    let text = move || match phase.get() {
        Phase::Nothing => ().into_any(),
        Phase::Awaited => {
            pick(locale, "Vinnaren visas här när som helst.", "The winner will be shown here any moment.").into_any()
        }
        Phase::Named(moment) => view! { {shown_here}{pick(locale, "den ", "on ")}{at(moment)} }.into_any(),
        Phase::Counting(moment) => view! {
            {shown_here}
            <b role="timer">{move || left_in_words(locale, left.get().unwrap_or_default())}</b>
            ", "
            {at(moment)}
        }
        .into_any(),
    };
    view! { <p class="countdown num" id="countdown">{text}</p> }
}

/// How long it is to the moment: `om 2 dagar och 3 timmar`, `om 3 timmar och 12 minuter`, `om 4:05`.
fn left_in_words(locale: Locale, left: i64) -> String {
    let (days, hours, minutes, seconds) = (left / 86_400, left / 3600 % 24, left / 60 % 60, left % 60);
    let count = |n: i64, one: (&str, &str), many: (&str, &str)| {
        let (sv, en) = if n == 1 { one } else { many };
        format!("{n} {}", pick(locale, sv, en))
    };
    let (in_, and) = (pick(locale, "om", "in"), pick(locale, "och", "and"));
    let days_text = count(days, ("dag", "day"), ("dagar", "days"));
    let hours_text = count(hours, ("timme", "hour"), ("timmar", "hours"));
    let minutes_text = count(minutes, ("minut", "minute"), ("minuter", "minutes"));
    match left {
        _ if days > 0 => format!("{in_} {days_text} {and} {hours_text}"),
        _ if left > CLOSE => format!("{in_} {hours_text} {and} {minutes_text}"),
        _ => format!("{in_} {}:{seconds:02}", left / 60),
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::domain::award::{moment, parse_edition};

    #[test]
    fn what_is_left_is_told_in_days_then_hours_then_seconds() {
        for (left, sv, en) in [
            (2 * 86_400 + 3 * 3600 + 59, "om 2 dagar och 3 timmar", "in 2 days and 3 hours"),
            (86_400 + 3600, "om 1 dag och 1 timme", "in 1 day and 1 hour"),
            (3 * 3600 + 60, "om 3 timmar och 1 minut", "in 3 hours and 1 minute"),
            (3600, "om 60:00", "in 60:00"),
            (245, "om 4:05", "in 4:05"),
        ] {
            assert_eq!((left_in_words(Locale::Sv, left), left_in_words(Locale::En, left)), (sv.into(), en.into()));
        }
    }

    #[test]
    fn the_moment_is_named_before_it_is_counted_down_to() {
        let mut edition = parse_edition(&std::fs::read("public/data/award/2023.json").expect("the file")).expect("one");
        let at = |text| moment(text).expect("a moment");
        assert_eq!(phase(&edition, None, at("2023-01-01T00:00")), Phase::Nothing);
        let reveal = at("2023-11-21T19:30");
        edition.revealed = Some(reveal);
        let (before, after) = (at("2023-11-20T10:00"), at("2023-11-21T19:31"));
        assert_eq!(phase(&edition, None, before), Phase::Named(reveal));
        assert_eq!(phase(&edition, Some(5), before), Phase::Counting(reveal));
        assert_eq!(phase(&edition, Some(0), after), Phase::Awaited);
        assert_eq!(phase(&edition, None, after), Phase::Nothing);
    }
}
