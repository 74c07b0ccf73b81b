//! Keeps what depends on the clock up to date on public pages: the days left to the next date, the countdown, the
//! winner.
//!
//! The data may name the winner beforehand (then pages withhold it until its moment, though anyone can read the file),
//! or be published at the moment: then the page polls for it.

use super::public_data::{PublicData, Tick, fetch_edition};
use crate::browser::{clock, listen, random};
use chrono::NaiveDateTime;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Within so many seconds of the moment the countdown ticks every second.
pub const CLOSE: i64 = 3600;
/// The longest timer, in milliseconds: timers are suspended while a computer sleeps.
const LONGEST_WAIT: u64 = 3_600_000;

/// Follows the clock as long as the calling component is mounted.
pub fn follow_clock(data: PublicData) {
    let component = StoredValue::new(());
    listen::on_visible(move || data.move_clock(clock::now_in_stockholm()));
    Effect::new(move |_| {
        spawn_local(async move { while component.try_with_value(|()| ()).is_some() && step(data).await {} });
    });
}

/// Waits for the next change. Returns whether there may be another.
async fn step(data: PublicData) -> bool {
    let now = clock::now_in_stockholm();
    match data.tick(now) {
        Tick::Never => return false,
        Tick::At(moment) => clock::sleep(wait(moment, now)).await,
        Tick::Countdown(left) => {
            let unit = if left > CLOSE { 60_000 } else { 1000 };
            clock::sleep(unit - clock::now() % unit).await;
        }
        Tick::Ask(year) => {
            let edition = fetch_edition(year).await.ok();
            match edition.filter(|edition| edition.winner(clock::now_in_stockholm()).is_some()) {
                Some(edition) => data.replace(edition),
                // Thousands wait for the same moment: jitter spreads their requests over half a minute.
                None => clock::sleep(5_000 + u64::from(random::number() % 25_000)).await,
            }
        }
    }
    true
}

/// Milliseconds until a moment; at least one, so that the clock has passed it then.
fn wait(moment: NaiveDateTime, now: NaiveDateTime) -> u64 {
    u64::try_from((moment - now).num_milliseconds()).unwrap_or(0).clamp(1, LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn a_wait_is_never_nothing_and_never_longer_than_an_hour() {
        let now = NaiveDateTime::default();
        for (seconds, milliseconds) in [(-5, 1), (0, 1), (2, 2000), (3600, 3_600_000), (90_000, 3_600_000)] {
            assert_eq!(wait(now + TimeDelta::seconds(seconds), now), milliseconds, "{seconds}");
        }
    }
}
