//! The outbox: which submission is sent when.
//!
//! One at a time. After a failed attempt the next one waits: exponential backoff with full jitter, the time that the
//! receiver asks for, or an hour where an operator must repair something. A state machine without side effects:
//! [`Outbox::step`] takes what happened and returns what to do.

use super::delivery::{Attempt, Delivery, Trouble};
use crate::domain::pairs::Pairs;

/// The shortest backoff, in milliseconds.
const SHORTEST: u64 = 1000;
/// The longest backoff, in milliseconds.
const LONGEST: u64 = 300_000;
/// The pause where an operator must repair something, in milliseconds.
const HOLD: u64 = 3_600_000;
/// How long what has been received is kept, in milliseconds: 30 days.
const KEPT: u64 = 30 * 24 * 3_600_000;

/// What has happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A submission is in the outbox, as far as it has come.
    There(String, Delivery),
    /// A submission has been removed.
    Gone(String),
    /// The page was opened or became visible again, or the network is back.
    Nudge,
    /// Somebody wants this one sent now.
    Now(String),
    /// The timer has fired.
    Tick,
    /// An attempt to send has ended.
    Ended(String, Attempt),
    /// An attempt found that another tab has sent it, or that it cannot be sent yet.
    NotTried(String),
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Make one attempt to send this one, and answer with [`Event::Ended`] or [`Event::NotTried`].
    Send(String),
    /// Store how far this one has come.
    Save(String, Delivery),
    /// Remove this one: it was received long ago.
    Remove(String),
    /// Set a timer that sends [`Event::Tick`] after so many milliseconds.
    Wake(u64),
}

#[derive(Clone, Debug)]
struct Entry {
    delivery: Delivery,
    /// Attempts since the page was opened or the network came back.
    attempts: u32,
    /// When the next is due, in milliseconds since 1970.
    due: u64,
    /// Whether the wait was set by the receiver or because an operator must act: then the network coming back does not
    /// shorten it.
    asked: bool,
    underway: bool,
}

/// All submissions of this browser.
#[derive(Clone, Debug, Default)]
pub struct Outbox {
    entries: Pairs<Entry>,
}

impl Outbox {
    /// Takes what happened at `now` (milliseconds since 1970) and returns what to do, in order. `random` is a fresh
    /// random number.
    pub fn step(&mut self, event: Event, now: u64, random: u32) -> Vec<Effect> {
        let mut effects = Vec::new();
        match event {
            Event::There(key, delivery) => effects.extend(self.there(&key, delivery, now)),
            Event::Gone(key) => self.entries.remove(&key),
            Event::Nudge => self.entries.iter_mut().filter(|(_, e)| !e.asked).for_each(|(_, e)| {
                (e.due, e.attempts) = (now, 0);
            }),
            Event::Now(key) => {
                if let Some(entry) = self.entries.get_mut(&key) {
                    (entry.due, entry.attempts) = (now, 0);
                }
            }
            Event::Tick => {}
            Event::Ended(key, attempt) => effects.extend(self.ended(key, attempt, now, random)),
            Event::NotTried(key) => {
                if let Some(entry) = self.entries.get_mut(&key) {
                    (entry.underway, entry.due) = (false, now + SHORTEST);
                }
            }
        }
        effects.extend(self.send(now));
        effects
    }

    fn there(&mut self, key: &str, delivery: Delivery, now: u64) -> Option<Effect> {
        if matches!(delivery, Delivery::Received { at, .. } if at.saturating_add(KEPT) < now) {
            self.entries.remove(key);
            return Some(Effect::Remove(key.to_string()));
        }
        match self.entries.get_mut(key) {
            // Another tab has made an attempt.
            Some(entry) if entry.delivery.is_open() => entry.delivery = delivery,
            Some(_) => {}
            None => {
                self.entries.set(key, Entry { delivery, attempts: 0, due: now, asked: false, underway: false });
            }
        }
        None
    }

    fn ended(&mut self, key: String, attempt: Attempt, now: u64, random: u32) -> Option<Effect> {
        let entry = self.entries.get_mut(&key)?;
        let wish = attempt.retry_after();
        entry.underway = false;
        entry.delivery = entry.delivery.after(attempt, now);
        entry.attempts = entry.attempts.saturating_add(1);
        let trouble = entry.delivery.last();
        entry.asked = wish.is_some() || matches!(trouble, Some(Trouble::Closed(_)));
        entry.due = now + pause(trouble, wish, entry.attempts, random);
        Some(Effect::Save(key, entry.delivery.clone()))
    }

    /// Sends the first that is due, if none is being sent, and sets a timer for the next.
    fn send(&mut self, now: u64) -> Vec<Effect> {
        if self.entries.iter().any(|(_, e)| e.underway) {
            return Vec::new();
        }
        let open = |e: &Entry| e.delivery.is_open();
        if let Some((key, entry)) = self.entries.iter_mut().find(|(_, e)| open(e) && e.due <= now) {
            entry.underway = true;
            return vec![Effect::Send(key.to_string())];
        }
        let next = self.entries.iter().filter(|(_, e)| open(e)).map(|(_, e)| e.due - now).min();
        next.map(Effect::Wake).into_iter().collect()
    }

    /// Whether this one is being sent.
    pub fn is_underway(&self, key: &str) -> bool {
        self.entries.get(key).is_some_and(|e| e.underway)
    }
}

/// How long to wait after the attempt of this number, in milliseconds.
fn pause(trouble: Option<Trouble>, wish: Option<u64>, attempts: u32, random: u32) -> u64 {
    let share = |of: u64| u64::from(random) * of / u64::from(u32::MAX);
    if let Some(wish) = wish {
        // Not before the time that the receiver asks for, and within a second after it; but never longer than `HOLD`.
        return wish.saturating_mul(1000).min(HOLD) + share(SHORTEST - 1);
    }
    match trouble {
        Some(Trouble::Closed(_)) => HOLD / 2 + share(HOLD / 2),
        _ => {
            let most = SHORTEST.saturating_mul(1 << attempts.min(16)).min(LONGEST);
            SHORTEST + share(most - SHORTEST)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, retry_after: Option<u64>) -> Attempt {
        Attempt::Answered { status, html: false, date: String::new(), retry_after }
    }

    /// An outbox whose first attempt is pending.
    fn sending() -> Outbox {
        let mut outbox = Outbox::default();
        assert_eq!(outbox.step(Event::There("k".into(), Delivery::NEW), 0, 0), [Effect::Send("k".into())]);
        outbox
    }

    fn wake(effects: &[Effect]) -> u64 {
        let found = effects.iter().find_map(|e| if let Effect::Wake(after) = e { Some(*after) } else { None });
        found.expect("a pause")
    }

    #[test]
    fn one_goes_at_a_time_and_the_next_follows() {
        let mut outbox = sending();
        assert_eq!(outbox.step(Event::There("l".into(), Delivery::NEW), 1, 0), []);
        let effects = outbox.step(Event::Ended("k".into(), answer(201, None)), 2, 0);
        assert!(
            matches!(effects.as_slice(), [Effect::Save(k, Delivery::Received { .. }), Effect::Send(l)] if k == "k" && l == "l")
        );
        let effects = outbox.step(Event::Ended("l".into(), answer(422, None)), 3, 0);
        assert_eq!(effects, [Effect::Save("l".into(), Delivery::Refused { status: 422 })]);
        assert_eq!(outbox.step(Event::Nudge, 4, 0), []);
    }

    #[test]
    fn what_the_receiver_asks_for_is_met_within_a_second() {
        for random in [0, 1 << 31, u32::MAX] {
            let after = wake(&sending().step(Event::Ended("k".into(), answer(429, Some(7))), 0, random));
            assert!((7000..8000).contains(&after), "{after}");
        }
        let mut outbox = sending();
        outbox.step(Event::Ended("k".into(), answer(503, Some(60))), 0, 0);
        // Only a person shortens this wait, not the network coming back or the page becoming visible.
        assert_eq!(wake(&outbox.step(Event::Nudge, 10_000, 0)), 50_000);
        assert_eq!(outbox.step(Event::Now("k".into()), 10_000, 0), [Effect::Send("k".into())]);
    }

    #[test]
    fn what_an_operator_must_repair_is_tried_hourly() {
        for (random, expected) in [(0, HOLD / 2), (u32::MAX, HOLD)] {
            assert_eq!(wake(&sending().step(Event::Ended("k".into(), answer(404, None)), 0, random)), expected);
        }
    }

    #[test]
    fn the_network_being_back_sends_at_once() {
        let mut outbox = sending();
        outbox.step(Event::Ended("k".into(), Attempt::NoNetwork), 0, u32::MAX);
        assert_eq!(outbox.step(Event::Nudge, 10, 0), [Effect::Send("k".into())]);
    }

    #[test]
    fn received_long_ago_is_removed_and_nothing_before() {
        let received = |at| Delivery::Received { server_date: String::new(), at };
        let mut outbox = Outbox::default();
        assert_eq!(outbox.step(Event::There("k".into(), received(0)), KEPT, 0), []);
        assert_eq!(outbox.step(Event::There("k".into(), received(0)), KEPT + 1, 0), [Effect::Remove("k".into())]);
        assert_eq!(outbox.step(Event::There("w".into(), Delivery::NEW), KEPT * 9, 0), [Effect::Send("w".into())]);
    }

    #[test]
    fn what_another_tab_has_received_is_not_sent_again() {
        let mut outbox = sending();
        outbox.step(Event::Ended("k".into(), answer(503, None)), 0, 0);
        outbox.step(Event::There("k".into(), Delivery::Received { server_date: String::new(), at: 5 }), 5, 0);
        assert_eq!(outbox.step(Event::Now("k".into()), 9_000_000, 0), []);
    }

    /// 500 clients meet an outage of ten minutes, each sending when it happened to begin. When the receiver is back, no
    /// second carries more than 5 % of them.
    #[test]
    fn after_an_outage_the_clients_come_back_one_by_one() {
        // A small generator of our own, so that the run is the same every time.
        let mut state = 0x2545_f491_u32;
        let mut random = || {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            state
        };
        let mut seconds = std::collections::BTreeMap::<u64, u32>::new();
        for _ in 0..500 {
            let mut outbox = sending();
            let mut now = u64::from(random() % 1000);
            while now < 600_000 {
                now += wake(&outbox.step(Event::Ended("k".into(), answer(503, None)), now, random()));
                assert_eq!(outbox.step(Event::Tick, now, 0), [Effect::Send("k".into())]);
            }
            *seconds.entry(now / 1000).or_default() += 1;
        }
        let most = seconds.values().max().expect("500 of them");
        assert!(*most <= 25, "{most} of 500 in one second");
    }
}
