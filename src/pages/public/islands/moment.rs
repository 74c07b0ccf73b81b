//! The moment from which a winner is shown: counting down to it, and asking for the data that names the winner.
//!
//! The data may hold the winner beforehand (then it is kept back until the moment, though anyone can read the file), or
//! be published at the moment: then the page asks for it until it has come. `Edition::awaited` decides, this carries out.

use super::Public;
use crate::browser::{clock, http, page, random};
use crate::domain::award::{Awaited, Edition, carried_edition};
use crate::domain::text::Locale;
use crate::i18n::{pick, won};
use crate::route::edition_path;
use leptos::prelude::*;

/// From here on every second counts, in seconds before the moment.
pub const CLOSE: i64 = 3600;

/// Keeps `Public::left` and, from the moment on, the edition up to date. Ends when nothing is awaited.
pub async fn keep(public: Public) {
    loop {
        let Some(edition) = public.edition.try_get_untracked().flatten() else { return };
        match edition.awaited(clock::now_in_stockholm()) {
            Awaited::Nothing => {
                public.left.try_set(None);
                return;
            }
            Awaited::Moment(left) => {
                public.left.try_set(Some(left));
                let step = if left > CLOSE { 60_000 } else { 1000 };
                clock::sleep(step - clock::now() % step).await;
                // The data may be in the page already.
                if edition.winner(clock::now_in_stockholm()).is_some() {
                    show(public, edition);
                }
            }
            Awaited::Data => {
                public.left.try_set(Some(0));
                match fetched(edition.year).await.filter(|e| e.winner(clock::now_in_stockholm()).is_some()) {
                    Some(edition) => show(public, edition),
                    // Thousands wait for the same moment: they are spread over half a minute.
                    None => clock::sleep(5_000 + u64::from(random::number() % 25_000)).await,
                }
            }
        }
    }
}

async fn fetched(year: u16) -> Option<Edition> {
    let bytes = http::get(&edition_path(year)).await.ok()?;
    carried_edition(&String::from_utf8(bytes).ok()?).filter(|e| e.year == year)
}

fn show(public: Public, edition: Edition) {
    if let Some(winner) = edition.winner(clock::now_in_stockholm()) {
        page::set_text_of("sagt", &won(public.locale, &winner.name, &edition.title, edition.year));
    }
    public.edition.try_set(Some(edition));
}

/// How long it is to the moment: `om 2 dagar och 3 timmar`, `om 3 timmar och 12 minuter`, `om 4:05`.
pub fn left_in_words(locale: Locale, left: i64) -> String {
    let (days, hours, minutes, seconds) = (left / 86_400, left / 3600 % 24, left / 60 % 60, left % 60);
    let count = |n: i64, one: (&str, &str), many: (&str, &str)| {
        let (sv, en) = if n == 1 { one } else { many };
        [n.to_string().as_str(), " ", pick(locale, sv, en)].concat()
    };
    let (in_, and) = (pick(locale, "om ", "in "), pick(locale, " och ", " and "));
    let days_text = count(days, ("dag", "day"), ("dagar", "days"));
    let hours_text = count(hours, ("timme", "hour"), ("timmar", "hours"));
    let minutes_text = count(minutes, ("minut", "minute"), ("minuter", "minutes"));
    let two = |n: i64| if n < 10 { ["0", &n.to_string()].concat() } else { n.to_string() };
    match left {
        _ if days > 0 => [in_, &days_text, and, &hours_text].concat(),
        _ if left > CLOSE => [in_, &hours_text, and, &minutes_text].concat(),
        _ => [in_, &(left / 60).to_string(), ":", &two(seconds)].concat(),
    }
}
